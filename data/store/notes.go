package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"github.com/mattn/go-sqlite3"

	"synlig/data/decision"
	"synlig/data/fault"
	"synlig/data/redline"
)

// SaveNote keeps what was said about one change of the draft, in the place of
// what was said at the same anchor. A note without reason, class, point and
// author takes away what was there. Without a time it is given the clock's. Codes:
// DocumentMissing, PointMissing.
func (d Documents) SaveNote(ctx context.Context, note redline.Note) error {
	return d.store.write(ctx, func(tx tx) error {
		draft, err := tx.draftToWrite(d.kind)
		if err != nil {
			return err
		}
		if note.At.IsZero() {
			note.At = d.store.options.Clock()
		}
		return tx.saveNote(draft.id, note)
	})
}

// SaveNotes makes notes all that is said about the draft: for anchors that were
// moved along with the text. Codes: as SaveNote.
func (d Documents) SaveNotes(ctx context.Context, notes []redline.Note) error {
	return d.store.write(ctx, func(tx tx) error {
		draft, err := tx.draftToWrite(d.kind)
		if err != nil {
			return err
		}
		return tx.saveNotes(draft.id, notes)
	})
}

// SavePoints makes points all that is to be decided about the draft. Notes of a
// point that is gone keep their reason and belong to no point. Codes:
// DocumentMissing, PointMissing for a requirement that is no point.
func (d Documents) SavePoints(ctx context.Context, points []decision.Point) error {
	was := make([]int, len(points))
	for i, p := range points {
		was[i] = p.Number
	}
	return d.RenumberPoints(ctx, points, was)
}

// RenumberPoints is SavePoints for points that had other numbers: was[i] is the
// number that points[i] had, 0 for a new one. Notes follow their point.
func (d Documents) RenumberPoints(ctx context.Context, points []decision.Point, was []int) error {
	now := map[int]int{}
	for i, p := range points {
		if was[i] != 0 {
			now[was[i]] = p.Number
		}
	}
	return d.store.write(ctx, func(tx tx) error {
		draft, err := tx.draftToWrite(d.kind)
		if err != nil {
			return err
		}
		notes, err := tx.loadNotes(draft.id)
		if err != nil {
			return err
		}
		for i := range notes {
			n := &notes[i]
			had := n.Point != 0
			if n.Point = now[n.Point]; had && n.Point == 0 && n.Reason == "" && n.Class == "" {
				n.Author = "" // all that was said was the point
			}
		}
		if err := tx.saveNotes(draft.id, nil); err != nil {
			return err
		}
		if err := tx.savePoints(draft.id, points); err != nil {
			return err
		}
		return tx.saveNotes(draft.id, notes)
	})
}

func (t tx) saveNotes(version int64, notes []redline.Note) error {
	if err := t.exec("DELETE FROM note WHERE version = $1", version); err != nil {
		return err
	}
	for _, note := range notes {
		if err := t.saveNote(version, note); err != nil {
			return err
		}
	}
	return nil
}

func (t tx) saveNote(version int64, note redline.Note) error {
	a := note.Anchor
	if note.Reason == "" && note.Class == "" && note.Point == 0 && note.Author == "" {
		return t.exec(`DELETE FROM note WHERE version = $1 AND block = $2 AND after = $3
			AND from_word = $4 AND to_word = $5 AND through = $6 AND act = $7 AND text = $8`,
			version, a.Block, asInt(a.After), a.From, a.To, a.Through, int(a.Act), a.Text)
	}
	point := sql.NullInt64{Int64: int64(note.Point), Valid: note.Point != 0}
	err := t.exec(`INSERT INTO note (version, block, after, from_word, to_word, through, act, text,
			class, reason, point, author, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
		ON CONFLICT (version, block, after, from_word, to_word, through, act, text) DO UPDATE
		SET class = excluded.class, reason = excluded.reason, point = excluded.point,
			author = excluded.author, at = excluded.at`,
		version, a.Block, asInt(a.After), a.From, a.To, a.Through, int(a.Act), a.Text,
		string(note.Class), note.Reason, point, note.Author, timeText(note.At))
	return noPoint(err, note.Point)
}

func (t tx) loadNotes(version int64) (notes []redline.Note, err error) {
	err = t.all(`SELECT block, after, from_word, to_word, through, act, text,
			class, reason, coalesce(point, 0), author, at
		FROM note WHERE version = $1 ORDER BY id`, []any{version}, func(scan func(...any) error) error {
		var n redline.Note
		var at kept
		err := scan(&n.Anchor.Block, &n.Anchor.After, &n.Anchor.From, &n.Anchor.To,
			&n.Anchor.Through, &n.Anchor.Act, &n.Anchor.Text,
			&n.Class, &n.Reason, &n.Point, &n.Author, &at)
		n.At = at.Time
		notes = append(notes, n)
		return err
	})
	return notes, err
}

func (t tx) savePoints(version int64, points []decision.Point) error {
	if err := t.exec("DELETE FROM point WHERE version = $1", version); err != nil {
		return err
	}
	for _, p := range points {
		if err := t.exec("INSERT INTO point (version, number, text) VALUES ($1, $2, $3)", version, p.Number, p.Text); err != nil {
			return err
		}
	}
	for _, p := range points {
		if p.Choice != 0 {
			if err := t.exec("INSERT INTO point_choice (version, number, choice) VALUES ($1, $2, $3)", version, p.Number, p.Choice); err != nil {
				return err
			}
		}
		for _, needed := range p.Requires {
			err := t.exec("INSERT INTO point_requirement (version, number, requires) VALUES ($1, $2, $3)", version, p.Number, needed)
			if err := noPoint(err, needed); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t tx) loadPoints(version int64) (points []decision.Point, err error) {
	at := map[int]int{} // number → index
	err = t.all(`SELECT point.number, text, coalesce(choice, 0) FROM point
			LEFT JOIN point_choice ON point_choice.version = point.version AND point_choice.number = point.number
		WHERE point.version = $1 ORDER BY point.number`,
		[]any{version}, func(scan func(...any) error) error {
			var p decision.Point
			err := scan(&p.Number, &p.Text, &p.Choice)
			at[p.Number] = len(points)
			points = append(points, p)
			return err
		})
	if err != nil {
		return nil, err
	}
	err = t.all("SELECT number, requires FROM point_requirement WHERE version = $1 ORDER BY number, requires",
		[]any{version}, func(scan func(...any) error) error {
			var number, needed int
			err := scan(&number, &needed)
			if i, ok := at[number]; ok {
				points[i].Requires = append(points[i].Requires, needed)
			}
			return err
		})
	return points, err
}

// noPoint says that a broken foreign key was a point that does not exist.
func noPoint(err error, number int) error {
	lite, ok := errors.AsType[sqlite3.Error](err)
	if ok && lite.ExtendedCode == sqlite3.ErrConstraintForeignKey {
		return fault.Wrap(err, PointMissing, "number", strconv.Itoa(number))
	}
	return err
}
