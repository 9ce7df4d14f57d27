package words

import (
	"synlig/data/danish"
)

// Hint is the sentence that tells of a hint: the words that caused it, why, and
// what to write instead where the rules know. The words are the hint's own: where
// personal data may stand among them, mask them first (see danish.Mask).
func Hint(h danish.Hint) string {
	key := "danish." + string(h.Code)
	if h.Mend != "" {
		if text := Text(key+"-mend", pairs(h.Args)...); text != key+"-mend" {
			return text
		}
	}
	return Text(key, pairs(h.Args)...)
}

// FindName is what a kind of personal data is called: "Cpr-nummer".
func FindName(kind danish.Kind) string { return Text("danish.kind-" + string(kind)) }

// Find is the sentence that tells what was found and what to do. It holds no
// personal data: of a sensitive word it says what it is about, and word is how it
// may be shown, masked or not.
func Find(f danish.Find, word string) string {
	key := "danish.why-" + string(f.Kind)
	if f.Kind == danish.CPR && f.Level == danish.Yellow {
		key += "-yellow"
	}
	rule := ""
	if f.Rule != "" {
		rule = Text("danish.rule-" + f.Rule)
	}
	return Text(key, "rule", rule, "words", word)
}

// Readability is "Lixtal 32: let", or that the text is too short for one.
func Readability(r danish.Readability) string {
	if !r.Shown() {
		return Text("danish.lix-short")
	}
	return Text("danish.lix", "lix", danish.Decimal(r.LIX, 0), "band", Text("danish.band-"+string(r.Band())))
}

// WordListName is what a word list is called for people.
func WordListName(list danish.List) string { return Text("danish.list-" + string(list)) }

func pairs(args map[string]string) []string {
	all := make([]string, 0, 2*len(args))
	for name, value := range args {
		all = append(all, name, value)
	}
	return all
}
