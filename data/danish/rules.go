package danish

import (
	"slices"
	"strings"
)

// Rules are word lists made ready to look with. They never change, so any
// number of goroutines may use them at once.
type Rules struct {
	short       map[string]bool // abbreviations with their full stops
	phrases     map[string][]phrase
	street      map[string]bool // endings of street names; false for whole words that are none
	nounEndings []string        // of nominalisations, the longest first
	nounStops   map[string]bool
	own         map[string]bool // phones without spaces, and e-mails
}

// New makes lists ready. Lists that are missing find nothing.
func New(lists Lists) *Rules {
	r := &Rules{phrases: map[string][]phrase{}, short: map[string]bool{}, own: map[string]bool{}}
	for _, e := range lists.entries(Abbreviations) {
		for _, form := range e.forms {
			r.short[strings.TrimSuffix(form, ".")+"."] = true
		}
	}
	for _, list := range AllLists {
		switch list {
		case Streets, OwnContacts, NominalStops:
		default:
			r.learn(list, lists.entries(list))
		}
	}
	r.street = map[string]bool{}
	for form := range lists.set(Streets) {
		common, is := strings.CutPrefix(form, "!")
		r.street[strings.TrimSpace(strings.TrimPrefix(common, "-"))] = !is
	}
	r.nounStops = lists.set(NominalStops)
	for form := range lists.set(OwnContacts) {
		r.own[contactKey(form)] = true
	}
	slices.Sort(r.nounEndings)
	for _, all := range r.phrases {
		slices.SortStableFunc(all, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return r
}

// learn takes in the entries of a list. An ending ("-ning") is no phrase.
func (r *Rules) learn(list List, entries []entry) {
	for _, e := range entries {
		for _, form := range e.forms {
			if ending, ok := strings.CutPrefix(form, "-"); ok && list == Nominalisations {
				r.nounEndings = append(r.nounEndings, ending)
				continue
			}
			p := phrase{list: list, with: e.with}
			form, p.except = strings.CutPrefix(form, "!")
			p.dotted = strings.HasSuffix(form, ".")
			for word := range strings.FieldsSeq(form) {
				p.words = append(p.words, bare(word))
			}
			if len(p.words) > 0 && p.words[0] != gap {
				r.phrases[p.words[0]] = append(r.phrases[p.words[0]], p)
			}
		}
	}
}

// bare is a word without the full stop of an abbreviation.
func bare(word string) string {
	if word == gap {
		return word
	}
	return strings.TrimRight(word, ".")
}

// key is how a token is looked up: without the full stop of an abbreviation, and
// without digits that somebody wrote right behind a word ("cpr1405").
func (t token) key() string {
	key := bare(t.text)
	if letters := strings.TrimRight(key, "0123456789"); t.kind == word && letters != "" {
		return letters
	}
	return key
}

// contactKey is how phones, e-mails and addresses of the office are compared.
func contactKey(text string) string {
	text = strings.ToLower(text)
	if strings.ContainsFunc(text, isLetter) {
		return strings.Join(strings.Fields(text), " ")
	}
	var b strings.Builder
	for _, c := range text {
		if isDigit(c) {
			b.WriteRune(c)
		}
	}
	digits := strings.TrimPrefix(b.String(), "00")
	if len(digits) == 10 {
		digits = strings.TrimPrefix(digits, "45")
	}
	return digits
}
