package store

import (
	"context"

	"synlig/data/strategy"
)

// SaveSuggestions makes suggestions all that is kept of what the last meeting
// did not adopt: what was taken up or put away is left out. Code:
// DocumentMissing.
func (d Documents) SaveSuggestions(ctx context.Context, suggestions []strategy.Suggestion) error {
	return d.store.write(ctx, func(tx tx) error {
		doc, err := tx.document(d.kind)
		if err != nil {
			return err
		}
		base, found, err := tx.version(doc.id, "status = 'godkendt'")
		if err != nil || !found {
			return err
		}
		return tx.saveSuggestions(base.id, suggestions)
	})
}

// saveSuggestions puts suggestions in the place of those of a version.
func (t tx) saveSuggestions(version int64, suggestions []strategy.Suggestion) error {
	if err := t.exec("DELETE FROM suggestion WHERE version = $1", version); err != nil {
		return err
	}
	for _, s := range suggestions {
		a := s.Note.Anchor
		if err := t.exec(`INSERT INTO suggestion (version, block, after, from_word, to_word, through, act, text,
				class, reason, author, at, old, new, outcome, point, asked)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
			version, a.Block, asInt(a.After), a.From, a.To, a.Through, int(a.Act), a.Text,
			string(s.Note.Class), s.Note.Reason, s.Note.Author, timeText(s.Note.At),
			s.Old, s.New, string(s.Outcome), s.Point, s.Asked); err != nil {
			return err
		}
	}
	return nil
}

// loadSuggestions gives r what was not adopted when base was approved, and the
// text that it stands in.
func (t tx) loadSuggestions(base storedVersion, r *strategy.Revision) error {
	err := t.all(`SELECT block, after, from_word, to_word, through, act, text,
			class, reason, author, at, old, new, outcome, point, asked
		FROM suggestion WHERE version = $1 ORDER BY id`, []any{base.id}, func(scan func(...any) error) error {
		var s strategy.Suggestion
		var at kept
		a := &s.Note.Anchor
		err := scan(&a.Block, &a.After, &a.From, &a.To, &a.Through, &a.Act, &a.Text,
			&s.Note.Class, &s.Note.Reason, &s.Note.Author, &at, &s.Old, &s.New, &s.Outcome, &s.Point, &s.Asked)
		s.Note.At = at.Time
		r.Suggestions = append(r.Suggestions, s)
		return err
	})
	if err != nil || len(r.Suggestions) == 0 {
		return err
	}
	r.Suggested, err = t.loadProposal(base)
	return err
}
