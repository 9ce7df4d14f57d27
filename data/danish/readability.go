package danish

import "math"

// Readability is how heavy a text is to read.
type Readability struct {
	Words     int // numbers, abbreviations and addresses do not count, a {slot} does
	Sentences int
	LongWords int // of more than six letters; a {slot} is never one
	// LIX is words per sentence and long words per hundred words, added (Carl-Hugo
	// Björnsson, Läsbarhet, 1968); 0 for a text without words.
	LIX float64
}

// Shown tells whether the text is long enough for its LIX to mean anything:
// three sentences and forty words.
func (r Readability) Shown() bool { return r.Sentences >= 3 && r.Words >= 40 }

// Average is the words per sentence, 0 for a text without any.
func (r Readability) Average() float64 {
	if r.Sentences == 0 {
		return 0
	}
	return float64(r.Words) / float64(r.Sentences)
}

// Band is the name of how hard a LIX is.
type Band string

// The bands, by the rounded LIX.
const (
	VeryEasy Band = "very-easy" // to 24
	Easy     Band = "easy"      // 25–34
	Medium   Band = "medium"    // 35–44
	Hard     Band = "hard"      // 45–54
	VeryHard Band = "very-hard" // from 55
)

// Band is the band of the text's LIX.
func (r Readability) Band() Band {
	switch lix := int(math.Round(r.LIX)); {
	case lix <= 24:
		return VeryEasy
	case lix <= 34:
		return Easy
	case lix <= 44:
		return Medium
	case lix <= 54:
		return Hard
	}
	return VeryHard
}

const longWord = 6 // letters; a long word has more

// Measure counts a text. A sentence ends at . ! ? and at the end of a heading or
// a list item.
func (r *Rules) Measure(text string) Readability { return r.read(text).measure() }

func (p *page) measure() Readability {
	var r Readability
	for _, s := range p.sentences {
		if s.words > 0 {
			r.Sentences++
			r.Words += int(s.words)
		}
	}
	for _, t := range p.tokens {
		if t.kind == word && p.letters(t) > longWord {
			r.LongWords++
		}
	}
	if r.Words > 0 {
		r.LIX = float64(r.Words)/float64(r.Sentences) + 100*float64(r.LongWords)/float64(r.Words)
	}
	return r
}

// letters is the number of letters and digits in a token.
func (p *page) letters(t token) int {
	n := 0
	for _, c := range p.runes[t.from:t.to] {
		if isLetter(c) || isDigit(c) {
			n++
		}
	}
	return n
}
