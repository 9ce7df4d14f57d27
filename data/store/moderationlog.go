package store

import (
	"context"
	"io"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// logLine adds a line to the record. content is what the line is about; it is
// written as JSON and covered by the line through a random salt.
func (t tx) logLine(at time.Time, event moderation.Event, id int64, by people.Person, content any) error {
	last := moderation.Line{Hash: moderation.Genesis}
	var hash []byte
	var lastAt kept
	found, err := t.one("SELECT seq, at, hash FROM moderation_log ORDER BY seq DESC LIMIT 1", nil, &last.Seq, &lastAt, &hash)
	if err != nil {
		return err
	}
	if found {
		copy(last.Hash[:], hash)
	}
	salt := make([]byte, 32)
	if _, err := io.ReadFull(t.store.options.Random, salt); err != nil {
		return fault.Wrap(err, fault.Internal)
	}
	text := jsonText(content)
	line := moderation.Line{
		Seq: last.Seq + 1, At: at, Event: event, Case: id, Person: by.ID, Actor: by.Name,
		Cover: moderation.Seal(salt, []byte(text)),
	}
	line.Hash = line.Chain(last.Hash)
	if err := t.exec(`INSERT INTO moderation_log (seq, at, event, "case", person, actor, cover, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		line.Seq, moderation.LineTime(line.At), string(line.Event), line.Case, line.Person, line.Actor, line.Cover[:], line.Hash[:]); err != nil {
		return err
	}
	return t.exec("INSERT INTO moderation_log_content (seq, salt, content) VALUES ($1, $2, $3)", line.Seq, salt, text)
}

// Log is the record of one case, oldest first; of id 0 the last limit lines of
// the whole record. limit 0 is all.
func (m Moderation) Log(ctx context.Context, id int64, limit int) (entries []moderation.Entry, err error) {
	err = m.read(ctx, func(tx tx) error {
		entries, err = tx.logOf(id, limit)
		return err
	})
	return entries, err
}

func (t tx) logOf(id int64, limit int) (entries []moderation.Entry, err error) {
	if limit <= 0 {
		limit = -1
	}
	where := `l."case" = $1`
	if id == 0 {
		where = "$1 = 0" // the whole record
	}
	err = t.all(`SELECT l.seq, l.at, l.event, l."case", l.person, l.actor, l.cover, l.hash, c.content
		FROM moderation_log l LEFT JOIN moderation_log_content c ON c.seq = l.seq WHERE `+where+`
		ORDER BY l.seq DESC LIMIT $2`, []any{id, limit}, func(scan func(...any) error) error {
		var e moderation.Entry
		var at kept
		var cover, hash []byte
		var content *string
		if err := scan(&e.Seq, &at, &e.Event, &e.Case, &e.Person, &e.Actor, &cover, &hash, &content); err != nil {
			return err
		}
		e.At = at.Time
		copy(e.Cover[:], cover)
		copy(e.Hash[:], hash)
		if e.Forgotten = content == nil; content != nil {
			e.Content = *content
		}
		entries = append(entries, e)
		return nil
	})
	for i, j := 0, len(entries)-1; i < j; i, j = i+1, j-1 {
		entries[i], entries[j] = entries[j], entries[i]
	}
	return entries, err
}

// LastLine is the newest line of the record, whose hash is printed on each
// report; the zero Line before the first.
func (m Moderation) LastLine(ctx context.Context) (line moderation.Line, err error) {
	entries, err := m.Log(ctx, 0, 1)
	if len(entries) > 0 {
		line = entries[0].Line
	}
	return line, err
}
