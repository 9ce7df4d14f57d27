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

// terms adds the words among tokens. Each different word is looked up once.
func (s *scribe) terms(into []term, vocab *vocabulary, ids []uint32) []term {
	for len(s.known) < len(vocab.words) {
		s.known = append(s.known, make([]term, len(vocab.words))...)
	}
	for _, n := range ids {
		w := &vocab.words[n]
		if w.sort == mark {
			continue
		}
		t := &s.known[n]
		if t.text == "" {
			*t = term{strings.ToLower(w.text), plainWord}
			if w.sort == number || hasDigit(t.text) {
				t.burden = heavy
			} else if len(t.text) <= s.scales.longest {
				t.burden = s.scales.words[t.text]
			}
		}
		into = append(into, *t)
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
// words differ in any other way; struktur when the words stay. mild is what
// editorial said of a change within a row.
func classify(ch *Change, mild bool) Class {
	switch ch.Action {
	case Move, Reform:
		return Structural
	case Split, Merge:
		if mild {
			return Structural
		}
	case Add, Remove:
		if CountWords(ch.Old) == 0 && CountWords(ch.New) == 0 {
			return Editorial
		}
	default:
		if mild {
			return Editorial
		}
	}
	return Substantive
}

// editorial tells whether a hunk changes only how it is said.
func (s *scribe) editorial(a, b *strand, h hunk) bool {
	vocab := a.side.vocab
	s.old = s.terms(s.old[:0], vocab, a.ids[h.a0:h.a1])
	s.now = s.terms(s.now[:0], vocab, b.ids[h.b0:h.b1])
	return sameWeight(s.old, s.now) && (sameLetters(s.old, s.now) || sameWording(s.old, s.now))
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
