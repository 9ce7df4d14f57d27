package survey

import (
	"slices"
	"strings"
)

// FewestTexts is how many people must have passed the filter, and how many of
// them must have written, before anybody's words are shown: below it a text
// points at somebody.
const FewestTexts = 20

// Texts are what people wrote.
type Texts struct {
	// Written is how many wrote something, by the filter; it is always told.
	Written int
	// Hidden tells that they are too few for their words to be shown.
	Hidden bool
	// All are the texts, sorted, so that their place tells nothing of who wrote
	// them or what else they answered. Personal data in them is not masked yet.
	All []string
}

// Texts are the answers to an open question by those who pass the filter. They
// never come with anything else that the respondent answered. contains, when not
// empty, leaves only the texts that hold it, capitals aside; it does not loosen
// the rule of FewestTexts, which counts before it.
func (v *View) Texts(question int, containing string) Texts {
	var t Texts
	column := &v.Wave.Columns[question]
	if v.Wave.Questions[question].Kind != Text {
		return t
	}
	containing = strings.ToLower(strings.TrimSpace(containing))
	var all []string
	v.selected.each(func(r int) {
		text := strings.TrimSpace(column.Texts[r])
		if column.State(r) != Answered || text == "" {
			return
		}
		t.Written++
		if strings.Contains(strings.ToLower(text), containing) {
			all = append(all, column.Texts[r])
		}
	})
	// Few passing, or few not passing: the texts of all less those of the many
	// would be the texts of the few.
	outside := v.Wave.Respondents - v.n
	if t.Written < FewestTexts || outside > 0 && outside < FewestTexts {
		t.Hidden = true
		return t
	}
	slices.Sort(all)
	t.All = all
	return t
}

// Written is how many of those who pass the filter wrote something, and how many
// different texts they wrote.
func (v *View) Written(question int) (written, distinct int) {
	column := &v.Wave.Columns[question]
	if v.Wave.Questions[question].Kind != Text {
		return 0, 0
	}
	different := map[string]bool{}
	v.selected.each(func(r int) {
		if text := strings.TrimSpace(column.Texts[r]); column.State(r) == Answered && text != "" {
			written++
			different[text] = true
		}
	})
	return written, len(different)
}
