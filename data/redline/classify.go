package redline

import "strings"

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
		if t.sort == number || hasDigit(w) {
			b = heavy
		} else if len(w) <= s.longest {
			b = s.words[w]
		}
		into = append(into, term{w, b})
	}
	return into
}

func hasDigit(w string) bool {
	for i := range len(w) {
		if byteClass[w[i]] == byteDigit {
			return true
		}
	}
	return false
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
