package moderation

import "slices"

// Hint are words in a comment that have to do with a question. It is shown; it
// never answers.
type Hint struct {
	Question int
	Code     string // what sort of words: "cpr", "health", "rude" …
	Words    []string
	Start    int // of the first, in bytes of the masked text
	End      int
}

// Signal is what the text rules found: a code and a place.
type Signal struct {
	Code       string
	Start, End int
}

// hinted says which question each sort of words has to do with.
var hinted = map[string]int{
	"cpr": QCPR, "health": QOwn, "ethnicity": QOwn, "religion": QOwn, "union": QOwn, "crime": QOwn, "sexuality": QOwn, "social": QOwn,
	"phone": QOthers, "email": QOthers, "address": QOthers, "name": QNamed,
	"threat": QThreat, "rude": QAbuse, "casework": QOwnCase, "own-case": QOwnCase, "question": QGeneral, "link": QSpam, "advert": QSpam,
}

// Hints turns signals into hints by question, in order. Signals of a sort that
// no question asks about are left out.
func Hints(text string, signals []Signal) []Hint {
	var hints []Hint
	for _, s := range signals {
		n := hinted[s.Code]
		if n == 0 || s.Start < 0 || s.Start >= s.End || s.End > len(text) {
			continue
		}
		word := text[s.Start:s.End]
		i := slices.IndexFunc(hints, func(h Hint) bool { return h.Question == n && h.Code == s.Code })
		if i < 0 {
			hints = append(hints, Hint{Question: n, Code: s.Code, Words: []string{word}, Start: s.Start, End: s.End})
		} else if !slices.Contains(hints[i].Words, word) {
			hints[i].Words = append(hints[i].Words, word)
		}
	}
	slices.SortStableFunc(hints, func(a, b Hint) int { return a.Question - b.Question })
	return hints
}
