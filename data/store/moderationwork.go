package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"slices"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/picture"
)

func sortByLength(words []string) {
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
}

// Assign gives a case to somebody, or to nobody with the zero Person.
func (m Moderation) Assign(ctx context.Context, id int64, revision int, to, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) (err error) {
		if to.ID != 0 {
			if to, err = tx.known(to); err != nil {
				return err
			}
		}
		c.Owner = to
		return tx.logLine(now, moderation.EventAssigned, c.ID, by, logOwner{to.ID, to.Name})
	})
}

// SetDeadline sets the day something has to be done by; the zero time takes it
// away.
func (m Moderation) SetDeadline(ctx context.Context, id int64, revision int, day time.Time, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		c.Deadline = day
		return tx.logLine(now, moderation.EventDeadline, c.ID, by, logDay{dayText(day)})
	})
}

// AddNote keeps a line about the case, masked.
func (m Moderation) AddNote(ctx context.Context, id int64, revision int, text string, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		masked, _, err := moderation.Intake(text, builtinMasks())
		if err != nil {
			return err
		}
		if err := tx.exec(`INSERT INTO moderation_note ("case", text, name, at) VALUES ($1, $2, $3, $4)`,
			c.ID, masked.Text(), by.Name, stampText(now)); err != nil {
			return err
		}
		return tx.logLine(now, moderation.EventNote, c.ID, by, logText{masked.Text()})
	})
}

// Spend counts minutes of work on a case; a mistake is taken back with a
// negative number.
func (m Moderation) Spend(ctx context.Context, id int64, revision int, minutes int, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		if err := tx.exec(`INSERT INTO moderation_time ("case", person, day, minutes) VALUES ($1, $2, $3, $4)`,
			c.ID, by.ID, dayText(m.today()), minutes); err != nil {
			return err
		}
		return tx.logLine(now, moderation.EventMinutes, c.ID, by, logMinutes{minutes})
	})
}

// Hide covers more of a comment by hand, between two bytes of the masked text:
// names cannot be found by rules. What was under it is gone from the file.
func (m Moderation) Hide(ctx context.Context, id int64, revision, start, end int, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		before := c.Comment.Hash()
		c.Comment = c.Comment.Hide(start, end, moderation.ByHand, builtinMasks())
		if c.Comment.Hash() == before {
			return nil
		}
		if err := tx.indexWords(c.ID, c.Comment.Text()+" "+c.Post+" "+c.Alias); err != nil {
			return err
		}
		return tx.logLine(now, moderation.EventCovered, c.ID, by, logHash{c.Comment.Hash()})
	})
}

// PictureOpen says that a screenshot has no box: it shows at least a profile's
// name.
const PictureOpen fault.Code = "picture-open"

// AddPicture keeps a screenshot after black boxes were burned in, in pixels of
// what picture.Look shows. data is let go of; what lay under a box is written
// nowhere. Codes: PictureOpen, those of package picture.
func (m Moderation) AddPicture(ctx context.Context, id int64, revision int, data []byte, boxes []image.Rectangle, by people.Person) (moderation.Case, error) {
	if len(boxes) == 0 {
		return moderation.Case{}, fault.New(PictureOpen)
	}
	shot, err := picture.TakeRedacted(data, boxes)
	if err != nil {
		return moderation.Case{}, err
	}
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		sum := sha256.Sum256(shot.Content)
		hash := hex.EncodeToString(sum[:])
		if err := tx.exec(`INSERT INTO moderation_picture ("case", sha256, content, name, at) VALUES ($1, $2, $3, $4, $5)`,
			c.ID, hash, shot.Content, by.Name, stampText(now)); err != nil {
			return err
		}
		return tx.logLine(now, moderation.EventPicture, c.ID, by, logHash{hash})
	})
}

// PictureBytes is a screenshot as it is kept, a JPEG or PNG. Code: CaseMissing.
func (m Moderation) PictureBytes(ctx context.Context, id int64) (content []byte, err error) {
	err = m.read(ctx, func(tx tx) error {
		found, err := tx.one("SELECT content FROM moderation_picture WHERE id = $1", []any{id}, &content)
		return missing(found, err, CaseMissing, id)
	})
	return content, err
}

// Exported says that the case's paper went to the filing system.
func (m Moderation) Exported(ctx context.Context, id int64, revision int, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		c.Exported = now
		return tx.logLine(now, moderation.EventExported, c.ID, by, logHash{c.Comment.Hash()})
	})
}

// hereFor is how long somebody counts as present without a sign.
const hereFor = 2 * time.Minute

// Enter says that somebody has a case open; repeat it each minute. Leave takes
// it back. Neither is a change of the case, and neither is recorded.
func (m Moderation) Enter(ctx context.Context, id int64, by people.Person) error {
	return m.write(ctx, func(tx tx) error {
		if err := tx.exec("DELETE FROM moderation_presence WHERE at < $1", stampText(m.now().Add(-hereFor))); err != nil {
			return err
		}
		return tx.exec(`INSERT INTO moderation_presence ("case", person, at) VALUES ($1, $2, $3)
			ON CONFLICT ("case", person) DO UPDATE SET at = excluded.at`, id, by.ID, stampText(m.now()))
	})
}

// Leave says that somebody no longer has a case open.
func (m Moderation) Leave(ctx context.Context, id int64, by people.Person) error {
	return m.write(ctx, func(tx tx) error {
		return tx.exec(`DELETE FROM moderation_presence WHERE "case" = $1 AND person = $2`, id, by.ID)
	})
}

// Here are those others who have a case open now.
func (m Moderation) Here(ctx context.Context, id int64, me people.Person) (others []people.Person, err error) {
	err = m.read(ctx, func(tx tx) error {
		return tx.all(`SELECT p.id, p.name, p.initials, p.role, p.active FROM moderation_presence h JOIN person p ON p.id = h.person
			WHERE h."case" = $1 AND h.person <> $2 AND h.at >= $3 ORDER BY p.name`,
			[]any{id, me.ID, stampText(m.now().Add(-hereFor))}, func(scan func(...any) error) error {
				var p people.Person
				err := scan(&p.ID, &p.Name, &p.Initials, &p.Role, &p.Active)
				others = append(others, p)
				return err
			})
	})
	return others, err
}
