package moderation

import (
	"context"
	"strings"

	"synlig/data/moderation"
	"synlig/screens/words"
)

// cover covers the words chosen in the comment, wherever they stand in it.
func (s *casePage) cover() {
	p := s.page
	chosen := strings.TrimSpace(s.comment.SelectedText())
	if chosen == "" {
		p.host.Say(words.Text("moderation.cover_choose"), "", nil)
		return
	}
	by := p.host.Person()
	p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
		for {
			text := c.Comment.Text()
			at := uncovered(text, chosen, c.Comment.Covers())
			if at < 0 {
				return c, nil
			}
			kept, err := p.office.Hide(ctx, c.ID, c.Revision, at, at+len(chosen), by)
			if err != nil {
				return kept, err
			}
			c = kept
		}
	}, func() { p.host.Say(words.Text("moderation.covered"), "", nil) })
}

// uncovered is where words stand in a text outside the covers, -1 for nowhere.
func uncovered(text, chosen string, covers []moderation.Cover) int {
	for from := 0; from+len(chosen) <= len(text); {
		at := strings.Index(text[from:], chosen)
		if at < 0 {
			return -1
		}
		at += from
		hidden := false
		for _, c := range covers {
			hidden = hidden || at < c.End && c.Start < at+len(chosen)
		}
		if !hidden {
			return at
		}
		from = at + len(chosen)
	}
	return -1
}
