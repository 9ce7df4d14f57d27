package danish

// phrase is a word or several that a list has.
type phrase struct {
	list   List
	words  []string // lower case, without full stops behind abbreviations
	with   string   // what to write instead
	dotted bool     // an abbreviation with its full stop
	except bool     // "! …": where this stands, the list's shorter phrases do not count
}

// gap in a phrase stands for up to three words, or none: "har … sag".
const (
	gap    = "…"
	widest = 3
)

// match is a phrase found in a page.
type match struct {
	phrase   *phrase
	from, to int // tokens
	sentence int
}

// matches are all phrases of all lists in the page, in order. Of phrases of one
// list that begin at the same word only the longest counts, and none within a
// longer one of its own list.
func (r *Rules) matches(p *page) []match {
	var found []match
	last := map[List]int{} // the end of the last match of each list
	for number, s := range p.sentences {
		for i := int(s.from); i < int(s.to); i++ {
			t := p.tokens[i]
			if t.kind > short {
				continue
			}
			candidates := r.phrases[t.key()]
			for c := range candidates {
				ph := &candidates[c]
				if last[ph.list] > i {
					continue
				}
				if to := p.matched(ph.words, i, int(s.to)); to > 0 {
					last[ph.list] = to
					if !ph.except {
						found = append(found, match{ph, i, to, number})
					}
				}
			}
		}
	}
	return found
}

// matched is the token behind words when they stand at i, 0 when they do not.
func (p *page) matched(words []string, i, end int) int {
	for n, want := range words {
		if want == gap {
			for skip := 0; skip <= widest; skip++ {
				if to := p.matched(words[n+1:], i+skip, end); to > 0 {
					return to
				}
				if i+skip >= end || p.tokens[i+skip].kind > slot {
					return 0
				}
			}
			return 0
		}
		if i >= end || p.tokens[i].kind > slot || p.tokens[i].key() != want {
			return 0
		}
		i++
	}
	return i
}
