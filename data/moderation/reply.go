package moderation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Filled is a reply with its slots filled in, and what is still in its way.
type Filled struct {
	// Recorded is the reply as it is kept: {fornavn} stands as a slot.
	Recorded string
	// Copy is the reply as it goes to the clipboard, with the first name. It is
	// kept nowhere. Empty while anything is in the way.
	Copy     string
	Problems []Problem
}

// Ready tells whether the reply may be copied.
func (f Filled) Ready() bool { return len(f.Problems) == 0 }

// Recordable tells whether the reply may be put in the record: nothing is in
// the way but the first name, which comes at the copy and is never recorded.
func (f Filled) Recordable() bool {
	return f.Recorded != "" && !slices.ContainsFunc(f.Problems, func(p Problem) bool {
		return p.Slot != FirstName || p.Code != "slot-empty"
	})
}

// Problem is what stops a reply from being copied.
type Problem struct {
	Code  string   // "slot-empty", "slot-choice", "first-name-only", "reply-quotes", "reply-not-neutral", "reply-personal-data"
	Slot  string   // where it is about a slot
	Words []string // the words that caused it
}

// ReplyRules are what a reply is held against, handed in by the edge that has
// the word lists.
type ReplyRules struct {
	// Find looks for personal data.
	Find Finder
	// Telling finds the words that say which kind of data a text is about
	// ("diagnose", "gæld"), for templates that must be neutral.
	Telling func(text string) []string
}

// Fill puts values into the slots of t. removed is the masked comment, which a
// reply about a removal must not repeat. Office slots are scanned for CPR
// numbers only: the office's own telephone number is no personal data.
func (t Template) Fill(values map[string]string, removed string, rules ReplyRules) Filled {
	var f Filled
	var recorded, copied, scanned strings.Builder
	told := map[string]bool{}
	for _, p := range pieces(t.Text) {
		if !p.slot {
			recorded.WriteString(p.text)
			copied.WriteString(p.text)
			scanned.WriteString(p.text)
			continue
		}
		value := tidy(values[p.text])
		slot := slotOf(t, p.text)
		if !told[p.text] {
			told[p.text] = true
			f.Problems = append(f.Problems, t.checkSlot(slot, value, removed)...)
			if slot.Office && rules.Find != nil && slices.ContainsFunc(rules.Find(value), func(f Found) bool { return f.Kind == CPR }) {
				f.Problems = append(f.Problems, Problem{Code: "reply-personal-data", Slot: slot.Name, Words: []string{string(CPR)}})
			}
		}
		copied.WriteString(value)
		switch {
		case p.text == FirstName || value == "":
			recorded.WriteString("{" + p.text + "}")
			scanned.WriteString(" … ")
		case slot.Office:
			recorded.WriteString(value)
			scanned.WriteString(" … ")
		default:
			recorded.WriteString(value)
			scanned.WriteString(value)
		}
	}
	f.Recorded = recorded.String()
	f.Problems = append(f.Problems, t.scan(scanned.String(), f.Recorded, rules)...)
	if f.Ready() {
		f.Copy = copied.String()
	}
	return f
}

func slotOf(t Template, name string) Slot {
	for _, s := range t.Slots() {
		if s.Name == name {
			return s
		}
	}
	return Slot{Name: name}
}

// checkSlot tells what is wrong with the value of one slot.
func (t Template) checkSlot(slot Slot, value, removed string) []Problem {
	switch {
	case value == "":
		return []Problem{{Code: "slot-empty", Slot: slot.Name}}
	case strings.ContainsAny(value, "{}"):
		return []Problem{{Code: "slot-empty", Slot: slot.Name, Words: []string{value}}}
	case slot.Choices != nil && !oneOf(slot.Choices, value):
		return []Problem{{Code: "slot-choice", Slot: slot.Name, Words: slot.Choices}}
	case slot.Name == FirstName && !firstNameOnly(value):
		return []Problem{{Code: "first-name-only", Slot: slot.Name}}
	case t.NoQuote && !slot.Office && slot.Choices == nil && slot.Name != FirstName:
		if words := repeated(value, removed); words != "" {
			return []Problem{{Code: "reply-quotes", Slot: slot.Name, Words: []string{words}}}
		}
	}
	return nil
}

// scan looks at the whole reply: at text, which leaves out what the office says
// about itself, for personal data, and at all of it for what it tells.
func (t Template) scan(text, whole string, rules ReplyRules) (problems []Problem) {
	if rules.Find != nil {
		for _, found := range rules.Find(text) {
			problems = append(problems, Problem{Code: "reply-personal-data", Words: []string{string(found.Kind)}})
		}
	}
	if t.Neutral && rules.Telling != nil {
		if words := rules.Telling(whole); len(words) > 0 {
			problems = append(problems, Problem{Code: "reply-not-neutral", Words: words})
		}
	}
	return problems
}

func oneOf(choices []string, value string) bool {
	for _, c := range choices {
		if c == value {
			return true
		}
	}
	return false
}

// firstNameOnly allows one word, with hyphens: "Anne-Marie". A surname is not
// needed to be polite.
func firstNameOnly(name string) bool {
	return utf8.RuneCountInString(name) <= 30 && !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’'
	})
}

// quoteRun is how many words in a row are a quotation.
const quoteRun = 3

// repeated are the first words in a row of value that stand in removed too;
// empty when fewer than quoteRun do.
func repeated(value, removed string) string {
	mine, theirs := Words(value), " "+strings.Join(Words(removed), " ")+" "
	for i := 0; i+quoteRun <= len(mine); i++ {
		run := strings.Join(mine[i:i+quoteRun], " ")
		if strings.Contains(theirs, " "+run+" ") {
			return run
		}
	}
	return ""
}

// Words are the words of a text in small letters, in order: runs of letters and
// digits.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
