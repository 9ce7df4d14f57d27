package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"runtime"
	"slices"
	"sync"

	"synlig/data/document"
	"synlig/data/moderation"
)

// Verify looks through the whole record: every line against the one before it,
// what each line is about against the line, comments and actions as they stand
// against what was recorded, editions and versions against their hashes, and
// the database itself. It names the first thing that was altered. printed is a
// hash from a paper; Verdict.Known tells whether the record holds it, "" asks
// nothing.
//
// What it proves is that the file was not altered afterwards by somebody who
// could not make all hashes anew; a printed hash shows that too. It does not
// prove what happened on Facebook.
func (m Moderation) Verify(ctx context.Context, printed string) (v moderation.Verdict, err error) {
	err = m.read(ctx, func(tx tx) error {
		v, err = tx.verify(ctx, printed)
		return err
	})
	return v, err
}

func (t tx) verify(ctx context.Context, printed string) (moderation.Verdict, error) {
	var last int64
	if _, err := t.one("SELECT coalesce(max(seq), 0) FROM moderation_log", nil, &last); err != nil {
		return moderation.Verdict{}, err
	}
	parts := make([]*chainCheck, max(1, min(runtime.GOMAXPROCS(0), int(last/partLines))))
	var work errgroup
	for i := range parts {
		n := int64(len(parts))
		parts[i] = &chainCheck{printed: printed, from: last*int64(i)/n + 1, to: last * int64(i+1) / n}
		if i == 0 {
			continue // is gone through here, in this transaction
		}
		work.Go(func() error { return t.store.read(ctx, parts[i].run) })
	}
	work.Go(func() error { return t.store.read(ctx, parts[0].checkFile) })
	err := parts[0].run(t)
	if err = errors.Join(err, work.Wait()); err != nil {
		return moderation.Verdict{}, err
	}
	c := join(parts)
	for _, check := range []func(*chainCheck) error{t.verifyCases, t.verifyActions, t.verifyEditions, t.verifyVersions} {
		if c.verdict.Broken != nil {
			break
		}
		if err := check(c); err != nil {
			return moderation.Verdict{}, err
		}
	}
	if c.verdict.Broken == nil {
		c.verdict.Broken = c.file
	}
	return c.verdict, nil
}

// partLines is how many lines are worth a reader of their own.
const partLines = 50_000

// errgroup runs functions at the same time and joins their errors.
type errgroup struct {
	sync.WaitGroup
	mu  sync.Mutex
	err error
}

func (g *errgroup) Go(do func() error) {
	g.WaitGroup.Go(func() {
		if err := do(); err != nil {
			g.mu.Lock()
			g.err = errors.Join(g.err, err)
			g.mu.Unlock()
		}
	})
}

func (g *errgroup) Wait() error {
	g.WaitGroup.Wait()
	return g.err
}

// chainCheck goes along a part of the chain, from a line to another. A line
// answers for itself by the hash that stands before it, so that parts can be
// gone through at the same time.
type chainCheck struct {
	verdict  moderation.Verdict
	printed  string
	from, to int64
	file     *moderation.Break // what is wrong with the file itself
	known    map[int64]caseCheck
	actions  map[int64][32]byte // SHA-256 of what was recorded about each
	sets     map[[2]string]string
}

// caseCheck is what the record says of a case.
type caseCheck struct {
	hash string // of its comment, as last recorded
	at   int64  // the line that says so
}

// join puts the parts together; the first break counts.
func join(parts []*chainCheck) *chainCheck {
	all := parts[0]
	for _, p := range parts[1:] {
		all.verdict.Lines += p.verdict.Lines
		all.verdict.Forgotten += p.verdict.Forgotten
		all.verdict.Last, all.verdict.LastAt = p.verdict.Last, p.verdict.LastAt
		if p.verdict.Known {
			all.verdict.Known, all.verdict.KnownAt = true, p.verdict.KnownAt
		}
		if all.verdict.Broken == nil {
			all.verdict.Broken = p.verdict.Broken
		}
		maps.Copy(all.known, p.known)
		maps.Copy(all.actions, p.actions)
		maps.Copy(all.sets, p.sets)
	}
	return all
}

// run reads the lines in order. The values are the driver's own bytes, valid
// until the next row: a million lines make little garbage.
func (c *chainCheck) run(t tx) error {
	c.known, c.actions, c.sets = map[int64]caseCheck{}, map[int64][32]byte{}, map[[2]string]string{}
	last := moderation.Genesis
	if c.from > 1 {
		var before []byte
		if _, err := t.one("SELECT hash FROM moderation_log WHERE seq = $1", []any{c.from - 1}, &before); err != nil {
			return err
		}
		copy(last[:], before)
	}
	rows, err := t.Query(`SELECT l.seq, l.at, l.event, l."case", l.person, l.actor, l.cover, l.hash, c.salt, c.content
		FROM moderation_log l LEFT JOIN moderation_log_content c ON c.seq = l.seq WHERE l.seq >= $1 AND l.seq <= $2 ORDER BY l.seq`, c.from, c.to)
	if err != nil {
		return err
	}
	defer rows.Close()
	var row lineRow
	buffer := make([]byte, 0, 4096)
	for expected := c.from; rows.Next(); expected++ {
		if err := row.scan(rows); err != nil {
			return err
		}
		c.verdict.Lines++
		if row.seq != expected {
			row.seq = expected // the line that is not there
			c.broken("gap", row)
			return nil
		}
		line := moderation.Canonical{Before: last[:], Seq: row.seq, At: row.at, Event: row.event, Case: row.id, Person: row.person, Actor: row.actor, Cover: row.cover}
		buffer = line.Append(buffer[:0])
		if sum := sha256.Sum256(buffer); !bytes.Equal(sum[:], row.hash) {
			c.broken("line", row)
			return nil
		}
		copy(last[:], row.hash)
		if row.content == nil {
			c.verdict.Forgotten++
		} else if buffer = append(append(buffer[:0], row.salt...), row.content...); sha256.Sum256(buffer) != [32]byte(row.cover) {
			c.broken("content", row)
			return nil
		}
		if err := c.take(row); err != nil {
			c.broken("content", row)
			return nil
		}
	}
	if c.verdict.Lines > 0 {
		c.verdict.Last = hex.EncodeToString(last[:])
		c.verdict.LastAt = timeOf(row.at)
	}
	return rows.Err()
}

// take remembers what the line says for the checks that follow, and looks for
// the printed hash.
func (c *chainCheck) take(row lineRow) error {
	if c.printed != "" && hex.EncodeToString(row.hash) == c.printed {
		c.verdict.Known, c.verdict.KnownAt = true, row.seq
	}
	if row.content == nil {
		return nil
	}
	switch moderation.Event(row.event) {
	case moderation.EventReceived, moderation.EventCovered:
		var said logHash
		if err := json.Unmarshal(row.content, &said); err != nil {
			return err
		}
		c.known[row.id] = caseCheck{said.SHA256, row.seq}
	case moderation.EventDecided, moderation.EventProposed:
		var said logStep
		head, _, _ := bytes.Cut(row.content, []byte(","))
		if err := json.Unmarshal(append(slices.Clone(head), '}'), &said); err != nil {
			return err
		}
		c.actions[said.Action] = sha256.Sum256(row.content)
	case moderation.EventEdition, moderation.EventAdopted:
		var said logEdition
		if err := json.Unmarshal(row.content, &said); err != nil {
			return err
		}
		c.sets[[2]string{said.Kind, numberText(int64(said.Number))}] = said.SHA256 + " " + said.Adopted
	}
	return nil
}

func (c *chainCheck) broken(kind string, row lineRow) {
	c.verdict.Broken = &moderation.Break{Kind: kind, Seq: row.seq, Case: row.id, At: timeOf(row.at)}
}

// lineRow is a row of the record as the driver gives it.
type lineRow struct {
	seq, id, person                              int64
	at, event, actor, cover, hash, salt, content sql.RawBytes
}

func (r *lineRow) scan(rows *sql.Rows) error {
	return rows.Scan(&r.seq, &r.at, &r.event, &r.id, &r.person, &r.actor, &r.cover, &r.hash, &r.salt, &r.content)
}

// verifyCases holds the comments as they stand against what was recorded.
func (t tx) verifyCases(c *chainCheck) error {
	return t.all("SELECT id, text, sha256, state FROM moderation_case ORDER BY id", nil, func(scan func(...any) error) error {
		var id int64
		var text, hash, state string
		if err := scan(&id, &text, &hash, &state); err != nil || c.verdict.Broken != nil {
			return err
		}
		if state == string(moderation.StateForgotten) {
			return nil
		}
		said := c.known[id]
		if said.hash != hash || moderation.TextHash(text) != hash {
			c.verdict.Broken = &moderation.Break{Kind: "case", Case: id, Seq: said.at}
		}
		return nil
	})
}

// verifyActions holds the actions as they stand against what was recorded.
func (t tx) verifyActions(c *chainCheck) error {
	return t.all(`SELECT "case", id, outcome, recommended, question, rule, offered, exempt, needs_second, reason, note, template, reply,
			private, until, answers, details, sources, snapshot
		FROM moderation_action WHERE forgotten = 0 ORDER BY id`, nil, func(scan func(...any) error) error {
		var id int64
		var a logAction
		if err := scan(&id, &a.Action, &a.Outcome, &a.Recommended, &a.Question, &a.Rule, &a.Offered, &a.Exempt, &a.NeedsSecond, &a.Reason, &a.Note,
			&a.Template, &a.Reply, &a.Private, &a.Until, &a.Answers, &a.Details, (*[]byte)(&a.Sources), &a.Snapshot); err != nil {
			return err
		}
		if sha256.Sum256([]byte(jsonText(a))) != c.actions[a.Action] && c.verdict.Broken == nil {
			c.verdict.Broken = &moderation.Break{Kind: "action", Case: id}
		}
		return nil
	})
}

// verifyEditions holds the editions of checklist and templates against their
// hashes and what was recorded.
func (t tx) verifyEditions(c *chainCheck) error {
	return t.all("SELECT kind, number, sha256, content, adopted FROM moderation_edition ORDER BY kind, number", nil, func(scan func(...any) error) error {
		var kind, hash, content, adopted string
		var number int64
		if err := scan(&kind, &number, &hash, &content, &adopted); err != nil || c.verdict.Broken != nil {
			return err
		}
		if moderation.TextHash(content) != hash || c.sets[[2]string{kind, numberText(number)}] != hash+" "+adopted {
			c.verdict.Broken = &moderation.Break{Kind: "edition", What: kind + " " + numberText(number)}
		}
		return nil
	})
}

// verifyVersions holds every version of every document against its hash.
func (t tx) verifyVersions(c *chainCheck) error {
	type place struct {
		id     int64
		number int64
		kind   string
		sha256 string
	}
	var places []place
	if err := t.all("SELECT v.id, v.number, d.kind, v.sha256 FROM version v JOIN document d ON d.id = v.document ORDER BY v.id", nil, func(scan func(...any) error) error {
		var p place
		err := scan(&p.id, &p.number, &p.kind, &p.sha256)
		places = append(places, p)
		return err
	}); err != nil {
		return err
	}
	for _, p := range places {
		blocks, err := t.loadBlocks(p.id)
		if err != nil || document.Hash(blocks) != p.sha256 {
			c.verdict.Broken = &moderation.Break{Kind: "version", What: p.kind + " " + numberText(p.number)}
			return nil
		}
	}
	return nil
}

// checkFile asks SQLite about the file itself.
func (c *chainCheck) checkFile(t tx) error {
	var verdict string
	if _, err := t.one("PRAGMA quick_check(1)", nil, &verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		c.file = &moderation.Break{Kind: "database", What: verdict}
		return nil
	}
	return t.all("PRAGMA foreign_key_check", nil, func(func(...any) error) error {
		c.file = &moderation.Break{Kind: "database", What: "foreign_key_check"}
		return nil
	})
}
