package moderation

import (
	"slices"
	"strings"

	"synlig/data/fault"
)

// Template is a reply with slots in braces: "Hej {fornavn}. …".
type Template struct {
	Key   string `json:"key"` // "T1", what the checklist names it by
	Title string `json:"title"`
	Text  string `json:"text"`
	Rules []int  `json:"rules,omitempty"` // the rules it may cite; the first is offered
	// NoQuote: the reply must not repeat what was removed.
	NoQuote bool `json:"noQuote,omitempty"`
	// Neutral: it must not say which kind of data was removed; "din diagnose"
	// repeats it.
	Neutral bool `json:"neutral,omitempty"`
	// SendFirst: it cannot reach anybody after the act, so it goes before it.
	SendFirst bool `json:"sendFirst,omitempty"`
	// PrivateFirst: in public it would expose its reader, so a private message
	// is offered first.
	PrivateFirst bool `json:"privateFirst,omitempty"`
}

// TemplateSet is an edition of the reply templates.
type TemplateSet struct {
	Edition
	Templates []Template
}

// Template is the template with that key.
func (s TemplateSet) Template(key string) (Template, bool) {
	i := slices.IndexFunc(s.Templates, func(t Template) bool { return t.Key == key })
	if i < 0 {
		return Template{}, false
	}
	return s.Templates[i], true
}

// The codes of what Check refuses; "key" is the template's, "slot" a slot's.
const (
	TemplateKey    fault.Code = "template-key"    // none, or twice
	TemplateText   fault.Code = "template-text"   // nothing in it
	TemplateBraces fault.Code = "template-braces" // an open brace without its end, or the other way round
	TemplateRule   fault.Code = "template-rule"   // T2, T4 and T5 keep what protects their reader
)

// Check tells what is wrong with an edited set. Slots that the program does not
// know are allowed: they are filled by hand.
func (s TemplateSet) Check() error {
	seen := map[string]bool{}
	for _, t := range s.Templates {
		switch {
		case t.Key == "" || seen[t.Key]:
			return fault.New(TemplateKey, "key", t.Key)
		case strings.TrimSpace(t.Text) == "":
			return fault.New(TemplateText, "key", t.Key)
		case !balanced(t.Text):
			return fault.New(TemplateBraces, "key", t.Key)
		}
		seen[t.Key] = true
		removal := t.Key == "T2" || t.Key == "T4" || t.Key == "T5"
		if removal && !t.NoQuote || t.Key == "T2" && !t.Neutral || t.Key == "T5" && !t.SendFirst {
			return fault.New(TemplateRule, "key", t.Key)
		}
	}
	return nil
}

// FirstName is the slot that is filled in at the copy and never recorded.
const FirstName = "fornavn"

// officeSlots are filled from the office's own settings: its addresses and
// names, which may hold a telephone number and are no citizen's data.
var officeSlots = []string{"kontaktlink", "indsigelseslink", "privatlivslink", "regellink", "åbner", "lukker"}

// knownSlots are the slots whose meaning the program knows.
var knownSlots = slices.Concat(officeSlots, []string{FirstName, "initialer", "nr", "frist", "dato", "slutdato", "dato for påmindelse", "kort grund", "emne", "rette sted", "link", "svar"})

// Slot is a place to be filled in.
type Slot struct {
	Name string // what stands between the braces
	// Choices are what may stand there, where the slot lists them: "dig selv /
	// en anden person".
	Choices []string
	Known   bool // the program knows what belongs there
	Office  bool // it is filled from the office's settings
}

// Slots are the slots of a template in order of their first appearance, each
// once.
func (t Template) Slots() []Slot {
	var slots []Slot
	for _, p := range pieces(t.Text) {
		if !p.slot || slices.ContainsFunc(slots, func(s Slot) bool { return s.Name == p.text }) {
			continue
		}
		s := Slot{Name: p.text, Known: slices.Contains(knownSlots, p.text), Office: slices.Contains(officeSlots, p.text)}
		if parts := strings.Split(p.text, " / "); len(parts) > 1 {
			s.Choices, s.Known = parts, true
		}
		slots = append(slots, s)
	}
	return slots
}

// piece is a stretch of a template: plain text, or the name of a slot.
type piece struct {
	text string
	slot bool
}

// pieces cuts a template at its slots. Braces that fit no other are plain text.
func pieces(text string) []piece {
	var cut []piece
	for text != "" {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		end := strings.IndexAny(text[open+1:], "{}")
		if end < 0 || text[open+1+end] == '{' || strings.TrimSpace(text[open+1:open+1+end]) == "" {
			cut = append(cut, piece{text: text[:open+1]})
			text = text[open+1:]
			continue
		}
		if open > 0 {
			cut = append(cut, piece{text: text[:open]})
		}
		cut = append(cut, piece{text: strings.TrimSpace(text[open+1 : open+1+end]), slot: true})
		text = text[open+end+2:]
	}
	if text != "" {
		cut = append(cut, piece{text: text})
	}
	return cut
}

func balanced(text string) bool {
	return !slices.ContainsFunc(pieces(text), func(p piece) bool { return !p.slot && strings.ContainsAny(p.text, "{}") })
}
