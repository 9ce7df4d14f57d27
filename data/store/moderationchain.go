package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"

	"synlig/data/moderation"
)

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
