package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"

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
	err = m.store.read(ctx, func(tx tx) error {
		v, err = tx.verify(ctx, printed)
		return err
	})
	return v, err
}

func (t tx) verify(ctx context.Context, printed string) (moderation.Verdict, error) {
	c := chainCheck{printed: printed, known: map[int64]*caseCheck{}}
	c.line.Hash = moderation.Genesis
	if err := c.run(ctx, t); err != nil {
		return moderation.Verdict{}, err
	}
	for _, check := range []func(*chainCheck) error{t.verifyCases, t.verifyActions, t.verifyEditions, t.verifyVersions, t.verifyFile} {
		if c.verdict.Broken != nil {
			break
		}
		if err := check(&c); err != nil {
			return moderation.Verdict{}, err
		}
	}
	return c.verdict, nil
}

// chainCheck goes along the chain.
type chainCheck struct {
	verdict moderation.Verdict
	printed string
	line    moderation.Line // the last one that was right
	known   map[int64]*caseCheck
	actions map[int64]string
	sets    map[[2]string]string
}

// caseCheck is what the record says of a case.
type caseCheck struct {
	hash string // of its comment, as last recorded
	at   int64  // the line that says so
}

// run reads the lines in order. The values are the driver's own bytes, valid
// until the next row: a million lines make no garbage.
func (c *chainCheck) run(ctx context.Context, t tx) error {
	c.actions, c.sets = map[int64]string{}, map[[2]string]string{}
	rows, err := t.QueryContext(ctx, `SELECT l.seq, l.at, l.event, l."case", l.person, l.actor, l.cover, l.hash, c.salt, c.content
		FROM moderation_log l LEFT JOIN moderation_log_content c ON c.seq = l.seq ORDER BY l.seq`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var row lineRow
	before := moderation.Genesis[:]
	var last [32]byte
	buffer := make([]byte, 0, 512)
	for rows.Next() {
		if err := row.scan(rows); err != nil {
			return err
		}
		c.verdict.Lines++
		if row.seq != c.verdict.Lines {
			row.seq = c.verdict.Lines // the line that is not there
			c.broken("gap", row)
			return nil
		}
		line := moderation.Canonical{Before: before, Seq: row.seq, At: row.at, Event: row.event, Case: row.id, Person: row.person, Actor: row.actor, Cover: row.cover}
		buffer = line.Append(buffer[:0])
		if sum := sha256.Sum256(buffer); !bytes.Equal(sum[:], row.hash) {
			c.broken("line", row)
			return nil
		}
		copy(last[:], row.hash)
		before = last[:]
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
	if err := rows.Err(); err != nil {
		return err
	}
	if c.verdict.Lines > 0 {
		c.verdict.Last = hex.EncodeToString(last[:])
		c.verdict.LastAt = timeOf(row.at)
	}
	return nil
}

// take remembers what the line says for the checks that follow, and looks for
// the printed hash.
func (c *chainCheck) take(row lineRow) error {
	if c.printed != "" && hex.EncodeToString(row.hash) == c.printed {
		c.verdict.Known, c.verdict.KnownAt = true, row.seq
	}
	switch moderation.Event(row.event) {
	case moderation.EventReceived, moderation.EventCovered:
		if row.content == nil {
			return nil
		}
		var said logHash
		if err := json.Unmarshal(row.content, &said); err != nil {
			return err
		}
		c.known[row.id] = &caseCheck{said.SHA256, row.seq}
	case moderation.EventDecided, moderation.EventProposed:
		if row.content == nil {
			return nil
		}
		var said struct {
			Action int64 `json:"action"`
		}
		if err := json.Unmarshal(row.content, &said); err != nil {
			return err
		}
		c.actions[said.Action] = string(row.content)
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
		if said == nil || said.hash != hash || moderation.TextHash(text) != hash {
			c.verdict.Broken = &moderation.Break{Kind: "case", Case: id}
			if said != nil {
				c.verdict.Broken.Seq = said.at
			}
		}
		return nil
	})
}

// verifyActions holds the actions as they stand against what was recorded.
func (t tx) verifyActions(c *chainCheck) error {
	var ids []int64
	if err := t.all("SELECT DISTINCT \"case\" FROM moderation_action WHERE forgotten = 0 ORDER BY \"case\"", nil, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		ids = append(ids, id)
		return err
	}); err != nil {
		return err
	}
	for _, id := range ids {
		actions, err := t.actionsOf(id)
		if err != nil {
			return err
		}
		for _, a := range actions {
			if jsonText(contentOf(a)) != c.actions[a.ID] {
				c.verdict.Broken = &moderation.Break{Kind: "action", Case: id}
				return nil
			}
		}
	}
	return nil
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

// verifyFile asks SQLite about the file itself.
func (t tx) verifyFile(c *chainCheck) error {
	var verdict string
	if _, err := t.one("PRAGMA quick_check(1)", nil, &verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		c.verdict.Broken = &moderation.Break{Kind: "database", What: verdict}
		return nil
	}
	return t.all("PRAGMA foreign_key_check", nil, func(func(...any) error) error {
		c.verdict.Broken = &moderation.Break{Kind: "database", What: "foreign_key_check"}
		return nil
	})
}
