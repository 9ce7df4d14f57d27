package moderation

import (
	"synlig/data/danish"
	"synlig/data/links"
)

// HintsOf are the words of a comment that have to do with the questions: what
// was covered, sensitive words about a person, rude words, and links. They are
// for eyes only; none of them answers a question, and a comment without any may
// still be against every rule.
func HintsOf(m Masked, rules *danish.Rules) []Hint {
	var signals []Signal
	for _, c := range m.covers {
		signals = append(signals, Signal{string(c.Kind), c.Start, c.End})
	}
	places := bytePlaces(m.text)
	see := func(code string, from, to int) {
		if from >= 0 && from < to && to < len(places) {
			signals = append(signals, Signal{code, places[from], places[to]})
		}
	}
	for _, f := range rules.PersonalData(m.text) {
		if f.Kind == danish.Special {
			see(f.Rule, f.From, f.To)
		}
	}
	for _, h := range rules.Rude(m.text) {
		see("rude", h.From, h.To)
	}
	for _, l := range links.Find(m.text) {
		see("link", l.From, l.To)
	}
	return Hints(m.text, signals)
}
