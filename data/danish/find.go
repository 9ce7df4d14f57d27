package danish

import (
	"slices"
	"strings"
)

// Kind is what a find is.
type Kind string

// The kinds of personal data that rules can find. Names they cannot find: a
// person must be asked.
const (
	CPR     Kind = "cpr"
	Phone   Kind = "phone"
	Email   Kind = "email"
	Address Kind = "address"
	Special Kind = "special" // databeskyttelsesforordningen art. 9, databeskyttelsesloven § 8
)

// Level is how sure and how grave a find is.
type Level string

// Red must go before anybody sees it. Yellow is for a person to judge.
const (
	Red    Level = "red"
	Yellow Level = "yellow"
)

// Find is a place in a text that may be personal data. It holds no more of it
// than what may be shown and logged.
type Find struct {
	Kind     Kind
	Level    Level
	From, To int    // runes of the text as it was given, To not included
	Match    string // masked: "14••••-••••", "a•••@•••.dk", "k•••••"
	// Rule tells why. For CPR: "modulus" (date and modulus 11), "date" (date
	// only), "word" (a word beside it says so), "digits" (ten digits in a row),
	// "part" (some of the digits, beside such a word) or "masked" (DDMMYY-xxxx).
	// For Special: "health", "ethnicity", "religion", "union", "sexuality",
	// "crime", "social". For Email: "plain" or "disguised". Else "".
	Rule string
	// Words are, for Special, the word in lower case and the word for the person
	// beside it. They are for the screen, never for a log: ["kræft", "min mor"].
	Words []string
}

// HasRed tells whether one of finds is red.
func HasRed(finds []Find) bool {
	return slices.ContainsFunc(finds, func(f Find) bool { return f.Level == Red })
}

// dot stands for each character that is masked.
const dot = '•'

// Mask writes "•" for what was found at one of levels, all of them when none is
// named. The text keeps its length in runes, so finds that were not masked keep
// their places. Nothing of what was masked is left, not even what stood unseen
// between its digits; spaces, dashes, "@" and full stops stay so that one sees
// what it was.
func Mask(text string, finds []Find, levels ...Level) string {
	if len(finds) == 0 {
		return text
	}
	var spans [][2]int
	for _, f := range finds {
		if len(levels) == 0 || slices.Contains(levels, f.Level) {
			spans = append(spans, [2]int{f.From, f.To})
		}
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return a[0] - b[0] })
	var b strings.Builder
	b.Grow(len(text))
	at, next, end := 0, 0, 0
	for i, r := range text {
		for next < len(spans) && spans[next][0] <= at {
			end = max(end, spans[next][1])
			next++
		}
		switch {
		case at >= end:
			b.WriteString(text[i : i+width(text, i)])
		case r == ' ' || r == '\n' || r == '-' || r == '–' || r == '@' || r == '.':
			b.WriteRune(r)
		default:
			b.WriteRune(dot)
		}
		at++
	}
	return b.String()
}
