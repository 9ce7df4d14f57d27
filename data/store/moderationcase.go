package store

import (
	"context"
	"encoding/json"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// NewCase is a comment as it is put in.
type NewCase struct {
	Comment  moderation.Masked
	Post     string // what it stands under
	Address  string // of the comment
	Alias    string // "Bruger 14"; "" gets the next one
	Seen     time.Time
	Deadline time.Time // the day something has to be done by; zero for none
	Example  bool
}

// Add keeps new comments and gives them back as they are kept, with their
// numbers. Codes: CaseUnsigned, moderation.CommentEmpty.
func (m Moderation) Add(ctx context.Context, by people.Person, comments ...NewCase) (added []moderation.Case, err error) {
	err = m.write(ctx, func(tx tx) error {
		by, err := tx.known(by)
		if err != nil {
			return err
		}
		for _, n := range comments {
			c, err := m.add(tx, by, n)
			if err != nil {
				return err
			}
			added = append(added, c)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// Fresh are those of some comments that are not here yet: an export that is
// taken in again brings what it brought before. Two comments are the same when
// text, post and time are; a time that is not known is not compared.
func (m Moderation) Fresh(ctx context.Context, comments []NewCase) (fresh []NewCase, err error) {
	err = m.read(ctx, func(tx tx) error {
		for _, n := range comments {
			var known bool
			if _, err := tx.one("SELECT EXISTS (SELECT 1 FROM moderation_case WHERE sha256 = $1 AND post = $2 AND ($3 = '' OR seen = $3))",
				[]any{n.Comment.Hash(), m.masked(n.Post), stampText(n.Seen)}, &known); err != nil {
				return err
			}
			if !known {
				fresh = append(fresh, n)
			}
		}
		return nil
	})
	return fresh, err
}

func (m Moderation) add(tx tx, by people.Person, n NewCase) (moderation.Case, error) {
	now := m.now()
	comment := moderation.Remask(n.Comment.Text(), n.Comment.Covers(), builtinMasks())
	if comment.Text() == "" {
		return moderation.Case{}, fault.New(moderation.CommentEmpty)
	}
	c := moderation.Case{
		Comment: comment, Post: m.masked(n.Post), Address: m.masked(n.Address), Alias: m.masked(n.Alias),
		Seen: n.Seen, Received: now, Deadline: n.Deadline, Example: n.Example,
		State: moderation.StateNew, Revision: 1, ChangedBy: by.Name, ChangedAt: now,
	}
	if c.Seen.IsZero() {
		c.Seen = now
	}
	if c.Alias == "" {
		var err error
		if c.Alias, err = tx.nextAlias(); err != nil {
			return c, err
		}
	}
	var err error
	c.ID, err = tx.insert(`INSERT INTO moderation_case (state, post, address, alias, seen, received, text, covers, sha256,
			deadline, changed_by, changed_at, example)
		VALUES ('ny', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $5, $11) RETURNING id`,
		c.Post, c.Address, c.Alias, stampText(c.Seen), stampText(now), comment.Text(), jsonText(comment.Covers()), comment.Hash(),
		dayText(c.Deadline), by.Name, asInt(c.Example))
	if err != nil {
		return c, err
	}
	if err := tx.indexWords(c.ID, comment.Text()+" "+c.Post+" "+c.Alias); err != nil {
		return c, err
	}
	return c, tx.logLine(now, moderation.EventReceived, c.ID, by,
		logReceived{comment.Hash(), len(comment.Covers()), moderation.TextHash(c.Post), stampText(c.Seen)})
}

// nextAlias is "Bruger" and a number that no case has.
func (t tx) nextAlias() (string, error) {
	var n int64
	_, err := t.one("SELECT coalesce(max(id), 0) + 1 FROM moderation_case", nil, &n)
	return aliasWord() + " " + numberText(n), err
}

const caseColumns = `c.id, c.revision, c.state, c.post, c.address, c.alias, c.seen, c.received, c.text, c.covers, c.deadline,
	c.answers, c.details, c.sources, c.changed_by, c.changed_at, c.forget_on, c.exported, c.example,
	coalesce(p.id, 0), coalesce(p.name, ''), coalesce(p.initials, ''), coalesce(p.role, ''), coalesce(p.active, 0)`

// scanCase reads a row of caseColumns.
func scanCase(scan func(...any) error) (moderation.Case, error) {
	var c moderation.Case
	var seen, received, deadline, changed, forget, exported kept
	var text, covers, answers, details, sources string
	if err := scan(&c.ID, &c.Revision, &c.State, &c.Post, &c.Address, &c.Alias, &seen, &received, &text, &covers, &deadline,
		&answers, &details, &sources, &c.ChangedBy, &changed, &forget, &exported, &c.Example,
		&c.Owner.ID, &c.Owner.Name, &c.Owner.Initials, &c.Owner.Role, &c.Owner.Active); err != nil {
		return c, err
	}
	c.Seen, c.Received, c.Deadline, c.ChangedAt = seen.Time, received.Time, deadline.Time, changed.Time
	c.ForgetOn, c.Exported = forget.Time, exported.Time
	var places []moderation.Cover
	if err := json.Unmarshal([]byte(covers), &places); err != nil {
		return c, fault.Wrap(err, Corrupt)
	}
	if err := json.Unmarshal([]byte(sources), &c.Sources); err != nil {
		return c, fault.Wrap(err, Corrupt)
	}
	c.Comment = moderation.Remask(text, places, moderation.MaskRules{})
	read, ok := moderation.ReadAnswers(answers, details)
	if !ok {
		return c, fault.New(Corrupt)
	}
	c.Answers = read
	return c, nil
}

// Case is a case with all that belongs to it. Code: CaseMissing.
func (m Moderation) Case(ctx context.Context, id int64) (c moderation.Case, err error) {
	err = m.read(ctx, func(tx tx) error {
		c, err = tx.moderationCase(id)
		return err
	})
	return c, err
}

func (t tx) moderationCase(id int64) (c moderation.Case, err error) {
	found := false
	err = t.all("SELECT "+caseColumns+" FROM moderation_case c LEFT JOIN person p ON p.id = c.owner WHERE c.id = $1",
		[]any{id}, func(scan func(...any) error) error {
			found = true
			c, err = scanCase(scan)
			return err
		})
	if err != nil {
		return c, err
	}
	if !found {
		return c, fault.New(CaseMissing, "number", numberText(id))
	}
	err = t.belongings(&c)
	return c, err
}

// belongings loads what hangs on a case.
func (t tx) belongings(c *moderation.Case) (err error) {
	if c.Actions, err = t.actionsOf(c.ID); err != nil {
		return err
	}
	if c.Objections, err = t.objectionsOf(c.ID); err != nil {
		return err
	}
	id := []any{c.ID}
	err = t.all(`SELECT text, name, at FROM moderation_note WHERE "case" = $1 ORDER BY id`, id, func(scan func(...any) error) error {
		var n moderation.Note
		var at kept
		err := scan(&n.Text, &n.By, &at)
		n.At = at.Time
		c.Notes = append(c.Notes, n)
		return err
	})
	if err != nil {
		return err
	}
	err = t.all(`SELECT id, sha256, length(content), name, at FROM moderation_picture WHERE "case" = $1 ORDER BY id`, id, func(scan func(...any) error) error {
		var p moderation.Picture
		var at kept
		err := scan(&p.ID, &p.SHA256, &p.Size, &p.By, &at)
		p.At = at.Time
		c.Pictures = append(c.Pictures, p)
		return err
	})
	if err != nil {
		return err
	}
	_, err = t.one(`SELECT coalesce(sum(minutes), 0) FROM moderation_time WHERE "case" = $1`, id, &c.Minutes)
	return err
}

// change is one step on a case: it reads the case, holds it against the
// revision the person saw, lets do work on it, and writes the case's own row.
// The case comes back as it is kept, also when somebody was faster.
func (m Moderation) change(ctx context.Context, id int64, revision int, by people.Person, do func(tx tx, c *moderation.Case, by people.Person, now time.Time) error) (moderation.Case, error) {
	var c moderation.Case
	err := m.write(ctx, func(tx tx) error {
		by, err := tx.known(by)
		if err != nil {
			return err
		}
		if c, err = tx.moderationCase(id); err != nil {
			return err
		}
		if c.Revision != revision {
			return fault.New(CaseMovedOn, "number", numberText(id), "who", c.ChangedBy, "at", c.ChangedAt.Local().Format("15.04"))
		}
		if c.State == moderation.StateForgotten {
			return fault.New(CaseForgotten, "number", numberText(id))
		}
		now := m.now()
		if err := do(tx, &c, by, now); err != nil {
			return err
		}
		if c.State != moderation.StateForgotten { // which has written its own row
			if err := m.saveCase(tx, &c, by, now); err != nil {
				return err
			}
		}
		c, err = tx.moderationCase(id)
		return err
	})
	if err != nil && !fault.Is(err, CaseMovedOn) {
		return moderation.Case{}, err
	}
	return c, err
}

// saveCase writes a case's own row, one revision on.
func (m Moderation) saveCase(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
	c.Revision++
	keep, err := tx.retention()
	if err != nil {
		return err
	}
	if c.Actions, err = tx.actionsOf(c.ID); err != nil {
		return err
	}
	if c.Objections, err = tx.objectionsOf(c.ID); err != nil {
		return err
	}
	c.ForgetOn = keep.ForgetOn(*c, m.today())
	question, rule, outcome := 0, 0, moderation.Outcome("")
	if a, ok := c.Current(); ok && a.Effective() {
		question, rule, outcome = a.Question, a.Rule, a.Outcome
	}
	return tx.exec(`UPDATE moderation_case SET revision = $1, state = $2, owner = $3, deadline = $4, answers = $5, details = $6, sources = $7,
			question = $8, rule = $9, outcome = $10, changed_by = $11, changed_at = $12, forget_on = $13, exported = $14,
			text = $15, covers = $16, sha256 = $17, post = $18, address = $19, alias = $20 WHERE id = $21`,
		c.Revision, string(c.State), nullable(c.Owner.ID), dayText(c.Deadline), c.Answers.Letters(), c.Answers.Details(), jsonText(c.Sources),
		question, rule, string(outcome), by.Name, stampText(now), dayText(c.ForgetOn), stampText(c.Exported),
		c.Comment.Text(), coversText(c.Comment), c.Comment.Hash(), c.Post, c.Address, c.Alias, c.ID)
}

func coversText(m moderation.Masked) string {
	if len(m.Covers()) == 0 {
		return "[]"
	}
	return jsonText(m.Covers())
}

// The contents of the record's lines: what happened, without a word of a
// comment but for what people wrote by hand, masked.
type (
	logReceived struct {
		SHA256 string `json:"sha256"` // of the masked comment
		Covers int    `json:"covers"`
		Post   string `json:"post"` // hash of its name
		Seen   string `json:"seen"`
	}
	logText struct {
		Text string `json:"text"`
	}
	logDay struct {
		Day string `json:"day"`
	}
	logOwner struct {
		Person int64  `json:"person"`
		Name   string `json:"name"`
	}
	logHash struct {
		SHA256 string `json:"sha256"`
	}
	logMinutes struct {
		Minutes int `json:"minutes"`
	}
)
