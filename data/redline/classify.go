package redline

import (
	"strings"
	"unicode/utf8"
)

// negations turn a sentence into its opposite and always weigh.
var negations = strings.Fields("ikke ingen intet aldrig uden hverken nej undtagen medmindre")

// joints are the little words that hold a Danish sentence together. Changing
// one for another changes the wording and not what is said.
var joints = strings.Fields(`og samt i på af til der som den det de dem denne dette disse en et at for fra med ved om
	hos inden under over efter herunder også så når hvor hvis da idet såvel endvidere desuden derudover herved hermed
	deres dets dens sig sin sit sine er var bliver blive`)

// burden is what a word means for the weight of a change.
type burden uint8

const (
	plainWord burden = iota
	joint            // a joint
	heavy            // a number, a negation, or a word that the options name
)

// scales knows the burden of the words that have one.
type scales struct {
	words   map[string]burden
	longest int // bytes of the longest of them
}

func newScales(weighty []string) scales {
	s := scales{words: make(map[string]burden)}
	put := func(words []string, b burden) {
		for _, w := range words {
			w = strings.ToLower(w)
			s.words[w] = b
			s.longest = max(s.longest, len(w))
		}
	}
	put(joints, joint)
	put(negations, heavy)
	put(weighty, heavy)
	return s
}

// term is one word of a change.
type term struct {
	text   string // lower case
	burden burden
}

// terms adds the words of a text.
func (s *scales) terms(into []term, text string) []term {
	for t, ok := scan(text, 0); ok; t, ok = scan(text, t.end) {
		if t.sort == mark {
			continue
		}
		w := text[t.start:t.end]
		if !t.plain {
			w = normal(w, t.sort)
		}
		w = strings.ToLower(w)
		b := plainWord
		if t.sort == number || strings.ContainsAny(w, "0123456789") {
			b = heavy
		} else if len(w) <= s.longest {
			b = s.words[w]
		}
		into = append(into, term{w, b})
	}
	return into
}

// classify tells how weighty a change is: redaktionel when only punctuation,
// capitals, spelling, endings or little joining words differ; indholdsmæssig
// when a number, a date, a negation or a weighty word comes or goes, or when
// words differ in any other way; struktur when the words stay.
func (c *comparer) classify(ch *Change) Class {
	switch ch.Action {
	case Move, Reform:
		return Structural
	case Split, Merge:
		if c.editorial(ch.Old, ch.New) {
			return Structural
		}
		return Substantive
	case Add, Remove:
		if len(wordsOf(ch.Old)) == 0 && len(wordsOf(ch.New)) == 0 {
			return Editorial
		}
		return Substantive
	}
	if c.editorial(ch.Old, ch.New) {
		return Editorial
	}
	return Substantive
}

// editorial tells whether going from old to now changes only how it is said.
func (c *comparer) editorial(old, now string) bool {
	c.old, c.now = c.scales.terms(c.old[:0], old), c.scales.terms(c.now[:0], now)
	return sameWeight(c.old, c.now) && (sameLetters(c.old, c.now) || sameWording(c.old, c.now))
}

// sameWeight tells whether the same heavy words stand on both sides.
func sameWeight(a, b []term) bool {
	count := func(terms []term, w term) (n int) {
		for _, x := range terms {
			if x == w {
				n++
			}
		}
		return n
	}
	balance, looked := 0, 0
	for _, w := range a {
		if w.burden != heavy {
			continue
		}
		if balance, looked = balance+1, looked+1; looked > manyWords || count(a, w) != count(b, w) {
			return false
		}
	}
	for _, w := range b {
		if w.burden == heavy {
			balance--
		}
	}
	return balance == 0
}

// sameLetters tells whether the words differ only in capitals, hyphens, and in
// being written together or apart.
func sameLetters(a, b []term) bool {
	i, j, x, y := 0, 0, "", ""
	for {
		for x == "" && i < len(a) {
			x, i = a[i].text, i+1
		}
		for y == "" && j < len(b) {
			y, j = b[j].text, j+1
		}
		x, y = strings.TrimPrefix(x, "-"), strings.TrimPrefix(y, "-")
		switch {
		case x == "" && y == "":
			if i == len(a) && j == len(b) {
				return true
			}
		case x == "" && i < len(a) || y == "" && j < len(b): // a hyphen stood last
		case x == "" || y == "" || x[0] != y[0]:
			return false
		default:
			x, y = x[1:], y[1:]
		}
	}
}

// longest wording that is looked at word by word.
const manyWords = 60

// sameWording aligns the words and tells whether each of them stays, is spelled
// or inflected differently, or is a joint that came, went or was exchanged.
func sameWording(a, b []term) bool {
	switch joined := countJoints(a) + countJoints(b); {
	case len(a) > manyWords || len(b) > manyWords || abs(len(a)-len(b)) > joined:
		return false
	case joined == 0 && len(a) == len(b): // word for word
		for k := range a {
			if a[k].text != b[k].text && !respelled(a[k].text, b[k].text) {
				return false
			}
		}
		return true
	}
	// fits[i][j] tells whether a[i:] can become b[j:] so.
	fits := make([][]bool, len(a)+1)
	for i := len(a); i >= 0; i-- {
		fits[i] = make([]bool, len(b)+1)
		for j := len(b); j >= 0; j-- {
			switch {
			case i == len(a) && j == len(b):
				fits[i][j] = true
			case i < len(a) && j < len(b) && fits[i+1][j+1] && (a[i].text == b[j].text || respelled(a[i].text, b[j].text)):
				fits[i][j] = true
			case i < len(a) && a[i].burden == joint && fits[i+1][j], j < len(b) && b[j].burden == joint && fits[i][j+1]:
				fits[i][j] = true
			}
		}
	}
	return fits[0][0]
}

func countJoints(terms []term) int {
	n := 0
	for _, w := range terms {
		if w.burden == joint {
			n++
		}
	}
	return n
}

// endings are what Danish words are inflected by.
var endings = func() map[string]bool {
	set := map[string]bool{"": true}
	for _, e := range strings.Fields("e en et er r n t ene erne ne s es ens ets ers enes ernes nes te ede de ende et ne rne rnes st ste ere est este") {
		set[e] = true
	}
	return set
}()

// longestWord is the number of letters beyond which spelling is not weighed.
const longestWord = 80

// respelled tells whether two words are the same word in another spelling or
// inflection. Short words, and words that differ at the front ("mulig",
// "umulig"), are never taken for the same.
func respelled(a, b string) bool {
	if a[0] != b[0] && a[0] != 'a' && b[0] != 'a' && a[0] < utf8.RuneSelf && b[0] < utf8.RuneSelf {
		return false
	}
	if spelling.Replace(a) == spelling.Replace(b) {
		return true
	}
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for head > 0 && head < len(a) && !utf8.RuneStart(a[head]) {
		head--
	}
	if utf8.RuneCountInString(a[:head]) < 3 {
		return false
	}
	if inflected(a, b, head) {
		return true
	}
	shorter, longer := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if shorter > longer {
		shorter, longer = longer, shorter
	}
	if longer > longestWord || longer-shorter > 2 {
		return false
	}
	switch distance := editDistance([]rune(a), []rune(b)); {
	case shorter >= 10:
		return distance <= 2
	case shorter >= 6:
		return distance <= 1
	}
	return false
}

// spelling lays old and new ways of writing the same letters together.
var spelling = strings.NewReplacer("aa", "å", "é", "e", "-", "", "'", "")

// inflected tells whether the words have a stem in common and known endings.
// The stem is at most as long as what they begin with alike, and a doubled
// consonant may close it (nem, nemme).
func inflected(a, b string, head int) bool {
	for stem := head; stem >= 3 && stem >= head-2; stem-- {
		if endings[a[stem:]] && endings[b[stem:]] {
			return true
		}
		last := a[stem-1]
		if x, y := strings.TrimPrefix(a[stem:], string(last)), strings.TrimPrefix(b[stem:], string(last)); endings[x] && endings[y] && last < utf8.RuneSelf {
			return true
		}
	}
	return false
}

// editDistance is the number of letters to insert, remove or exchange, two
// neighbours that changed places counting as one.
func editDistance(a, b []rune) int {
	before, last, now := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
