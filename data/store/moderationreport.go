package store

import (
	"context"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

func timeOf(text []byte) time.Time {
	var k kept
	if k.Scan(string(text)) != nil {
		return time.Time{}
	}
	return k.Time
}

// Report is a period's moderation in numbers, with the record's last line as it
// stands now.
func (m Moderation) Report(ctx context.Context, p moderation.Period) (r moderation.Report, err error) {
	err = m.read(ctx, func(tx tx) error {
		facts, err := tx.facts(p)
		if err != nil {
			return err
		}
		r = moderation.Summarize(p, facts)
		from, to := stampText(p.From), stampText(p.To.AddDate(0, 0, 1))
		if r.Objections, err = tx.objectionCount(from, to); err != nil {
			return err
		}
		last := p.To.AddDate(0, 0, 1)
		if r.Blocks, err = tx.blocks("a.done_at < $1 AND a.until > $2 AND (a.lifted_at = '' OR a.lifted_at >= $1)", stampText(last), dayText(p.To)); err != nil {
			return err
		}
		if _, err := tx.one("SELECT coalesce(sum(minutes), 0) FROM moderation_time WHERE day >= $1 AND day <= $2",
			[]any{dayText(p.From), dayText(p.To)}, &r.Minutes); err != nil {
			return err
		}
		if _, _, _, r.Sources, err = m.inForce(tx); err != nil {
			return err
		}
		entries, err := tx.logOf(0, 1)
		if err == nil && len(entries) > 0 {
			r.LastHash, r.LastSeq, r.LastAt = moderation.HashText(entries[0].Hash), entries[0].Seq, entries[0].At
		}
		if err != nil {
			return err
		}
		_, err = tx.one("SELECT EXISTS (SELECT 1 FROM moderation_case WHERE example = 1 AND received >= $1 AND received < $2)", []any{from, to}, &r.Example)
		return err
	})
	return r, err
}

// facts are the actions in a period, and the cases that came in.
func (t tx) facts(p moderation.Period) (facts []moderation.Fact, err error) {
	from, to := stampText(p.From), stampText(p.To.AddDate(0, 0, 1))
	err = t.all(`SELECT c.id, c.received, c.seen, coalesce(a.id, 0), coalesce(a.at, ''), coalesce(a.outcome, ''), coalesce(a.rule, 0),
			coalesce(a.question, 0), coalesce(a.offered, 0), coalesce(a.exempt, 0), coalesce(a.answers, c.answers), coalesce(a.overruled, 0),
			coalesce(a.id = (SELECT min(id) FROM moderation_action WHERE "case" = c.id AND refused = 0 AND (needs_second = 0 OR second IS NOT NULL)), 0)
		FROM moderation_case c
		LEFT JOIN moderation_action a ON a."case" = c.id AND a.refused = 0 AND (a.needs_second = 0 OR a.second IS NOT NULL)
		WHERE c.received >= $1 AND c.received < $2 OR a.at >= $1 AND a.at < $2 ORDER BY c.id, a.id`, []any{from, to}, func(scan func(...any) error) error {
		var f moderation.Fact
		var received, seen, at kept
		var action int64
		var answers string
		var exempt bool
		if err := scan(&f.Case, &received, &seen, &action, &at, &f.Outcome, &f.Rule, &f.Question, &f.Followed, &exempt, &answers, &f.Overruled, &f.First); err != nil {
			return err
		}
		f.Received, f.Seen, f.At, f.Acted = received.Time, seen.Time, at.Time, action != 0
		if a, ok := moderation.ReadAnswers(answers, "------------------"); ok {
			f.Criticism = a.Of(moderation.QCriticism) == moderation.Yes
			f.Equality = moderation.EqualityOf(a, f.Outcome, exempt)
		}
		facts = append(facts, f)
		return nil
	})
	return facts, err
}

func (t tx) objectionCount(from, to string) (n moderation.ObjectionCount, err error) {
	_, err = t.one(`SELECT count(*), coalesce(sum(upheld = 1), 0), coalesce(sum(upheld = 0), 0), coalesce(sum(decided_at = ''), 0)
		FROM moderation_objection WHERE received >= $1 AND received < $2`, []any{from, to}, &n.Received, &n.Upheld, &n.Overruled, &n.Open)
	return n, err
}

// Duties are the page's duties that touch a period, in order.
func (m Moderation) Duties(ctx context.Context, from, to time.Time) (duties []moderation.Duty, err error) {
	err = m.read(ctx, func(tx tx) error {
		return tx.all(`SELECT d.id, d.from_day, d.to_day, d.hours, d.note, p.id, p.name, p.initials, coalesce(s.id, 0), coalesce(s.name, ''), coalesce(s.initials, '')
			FROM moderation_duty d JOIN person p ON p.id = d.person LEFT JOIN person s ON s.id = d.stand_in
			WHERE d.to_day >= $1 AND d.from_day <= $2 ORDER BY d.from_day, d.id`, []any{dayText(from), dayText(to)}, func(scan func(...any) error) error {
			var d moderation.Duty
			var from, to kept
			err := scan(&d.ID, &from, &to, &d.Hours, &d.Note, &d.Person.ID, &d.Person.Name, &d.Person.Initials, &d.StandIn.ID, &d.StandIn.Name, &d.StandIn.Initials)
			d.From, d.To = from.Time, to.Time
			duties = append(duties, d)
			return err
		})
	})
	return duties, err
}

// SaveDuty keeps a duty; one with an ID is changed. Codes: CaseUnsigned,
// moderation.DutyDays, moderation.DutyStandIn.
func (m Moderation) SaveDuty(ctx context.Context, d moderation.Duty) (moderation.Duty, error) {
	if err := d.Check(); err != nil {
		return d, err
	}
	err := m.write(ctx, func(tx tx) error {
		if _, err := tx.known(d.Person); err != nil {
			return err
		}
		args := []any{d.Person.ID, nullable(d.StandIn.ID), dayText(d.From), dayText(d.To), m.masked(d.Hours), m.masked(d.Note)}
		if d.ID != 0 {
			return tx.exec("UPDATE moderation_duty SET person = $1, stand_in = $2, from_day = $3, to_day = $4, hours = $5, note = $6 WHERE id = $7", append(args, d.ID)...)
		}
		var err error
		d.ID, err = tx.insert("INSERT INTO moderation_duty (person, stand_in, from_day, to_day, hours, note) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id", args...)
		return err
	})
	return d, err
}

// RemoveDuty takes a duty off the list.
func (m Moderation) RemoveDuty(ctx context.Context, id int64) error {
	return m.write(ctx, func(tx tx) error { return tx.exec("DELETE FROM moderation_duty WHERE id = $1", id) })
}

// Attachment is a file that belongs to a document, such as the municipality's
// own guidelines.
type Attachment struct {
	ID     int64
	Kind   string // of the document
	Name   string // of the file
	Type   string // "application/pdf"
	SHA256 string
	Size   int
	Author string
	At     time.Time
}

// Attachments are the files that belong to a kind of document.
func (m Moderation) Attachments(ctx context.Context, kind string) (all []Attachment, err error) {
	err = m.read(ctx, func(tx tx) error {
		return tx.all("SELECT id, kind, name, type, sha256, length(content), author, at FROM moderation_attachment WHERE kind = $1 AND removed = '' ORDER BY id",
			[]any{kind}, func(scan func(...any) error) error {
				var a Attachment
				var at kept
				err := scan(&a.ID, &a.Kind, &a.Name, &a.Type, &a.SHA256, &a.Size, &a.Author, &at)
				a.At = at.Time
				all = append(all, a)
				return err
			})
	})
	return all, err
}

// Attach keeps a file beside a kind of document. Code: CaseUnsigned.
func (m Moderation) Attach(ctx context.Context, kind, name, mime string, content []byte, by people.Person) (a Attachment, err error) {
	a = Attachment{Kind: kind, Name: m.masked(name), Type: mime, SHA256: moderation.TextHash(string(content)), Size: len(content), At: m.now()}
	err = m.write(ctx, func(tx tx) error {
		by, err := tx.known(by)
		if err != nil {
			return err
		}
		a.Author = by.Name
		a.ID, err = tx.insert("INSERT INTO moderation_attachment (kind, name, type, sha256, content, author, at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
			kind, a.Name, mime, a.SHA256, content, by.Name, stampText(a.At))
		return err
	})
	return a, err
}

// AttachmentBytes is a file's content. Code: AttachmentMissing.
func (m Moderation) AttachmentBytes(ctx context.Context, id int64) (content []byte, err error) {
	err = m.read(ctx, func(tx tx) error {
		found, err := tx.one("SELECT content FROM moderation_attachment WHERE id = $1 AND removed = ''", []any{id}, &content)
		return missing(found, err, AttachmentMissing, id)
	})
	return content, err
}

// Detach takes a file away; its bytes go too.
func (m Moderation) Detach(ctx context.Context, id int64) error {
	return m.write(ctx, func(tx tx) error {
		return tx.exec("UPDATE moderation_attachment SET removed = $1, content = x'' WHERE id = $2", stampText(m.now()), id)
	})
}

// AttachmentMissing says that there is no such file.
const AttachmentMissing fault.Code = "attachment-missing"
