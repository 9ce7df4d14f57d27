package moderation

import (
	"strings"

	"synlig/data/document"
)

// Rule is one of the public house rules.
type Rule struct {
	Number int
	Title  string // "Tal ordentligt"
	Text   string // paragraphs, a line each; may hold slots such as {kontaktlink}
}

// RuleSet is an edition of the public rules. It may be empty: an office that
// has adopted none still handles comments, and cites none.
type RuleSet struct {
	Edition
	Rules []Rule
}

// Rule is the rule with that number.
func (s RuleSet) Rule(n int) (Rule, bool) {
	for _, r := range s.Rules {
		if r.Number == n {
			return r, true
		}
	}
	return Rule{}, false
}

// RulesOf reads the rules out of a version of their document: every heading of
// the second level is a rule, numbered in order, and what stands under it is
// its text. What stands before the first is an introduction.
func RulesOf(v document.Version) RuleSet {
	set := RuleSet{Edition: Edition{Number: v.Number, Hash: v.Hash(), Author: v.Author, Changed: v.Changed}}
	if v.Status == document.Approved || v.Status == document.Replaced {
		if set.Adopted = v.Meeting.Date; set.Adopted.IsZero() {
			set.Adopted = v.Changed
		}
	}
	for _, b := range v.Blocks {
		switch n := len(set.Rules); {
		case b.Kind == document.Heading2 && strings.TrimSpace(b.Text) != "":
			set.Rules = append(set.Rules, Rule{Number: n + 1, Title: strings.TrimSpace(b.Text)})
		case b.Kind.HeadingLevel() == 1:
			// the paper's own title
		case n > 0 && b.Text != "":
			r := &set.Rules[n-1]
			r.Text = strings.TrimPrefix(r.Text+"\n"+b.Text, "\n")
		}
	}
	return set
}
