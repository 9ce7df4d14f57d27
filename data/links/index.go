package links

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Index finds pages while somebody types, and suggests some for a draft. It is
// built once for a library and may be used from any goroutine.
type Index struct {
	pages   []indexed
	holders map[string]int // how many pages hold a stem
}

type indexed struct {
	page                         Page
	title, topic, words, address []string // folded terms
	stems                        map[string]float64
}

// NewIndex takes in the pages of a library.
func NewIndex(pages []Page) *Index {
	x := &Index{pages: make([]indexed, len(pages)), holders: map[string]int{}}
	for i, p := range pages {
		e := indexed{page: p, title: terms(p.Title), topic: terms(p.Topic), words: terms(p.Words), address: terms(addressTerms(p.Address))}
		e.stems = map[string]float64{}
		for _, field := range []struct {
			terms  []string
			weight float64
		}{{e.title, 2}, {e.topic, 3}, {e.words, 2}, {terms(pathOf(p.Address)), 1}} {
			for _, term := range field.terms {
				if s := stem(term); !common[term] && len(s) > 2 {
					e.stems[s] = max(e.stems[s], field.weight)
				}
			}
		}
		for s := range e.stems {
			x.holders[s]++
		}
		x.pages[i] = e
	}
	return x
}

// addressTerms are the parts of an address that people remember: not the
// scheme, not "www" and not the ending.
func addressTerms(address string) string {
	a, err := parse(address)
	if err != nil {
		return address
	}
	host := Unicode(strings.TrimPrefix(a.host, "www."))
	if dot := strings.LastIndexByte(host, '.'); dot >= 0 {
		host = host[:dot]
	}
	return host + " " + pathOf(address)
}

// pathOf is the part of an address behind the host, as words. The host says who
// has the page and not what it is about.
func pathOf(address string) string {
	a, err := parse(address)
	if err != nil {
		return ""
	}
	return unescaped(strings.TrimSuffix(a.path, ".html"))
}

// Search gives the pages that hold every word of query, best first, at most
// limit of them (0: all). A word is found where one begins like it, with less
// weight within one ("sag" in "klagesag") and in the address. Case, accents and
// the ways to write æ, ø and å make no difference. An empty query gives all
// pages by title.
func (x *Index) Search(query string, limit int) []Page {
	wanted := terms(query)
	type hit struct {
		page  int
		score float64
	}
	var hits []hit
	for i, e := range x.pages {
		total := 0.0
		for _, word := range wanted {
			s := e.score(word)
			if s == 0 {
				total = -1
				break
			}
			total += s
		}
		if total >= 0 {
			hits = append(hits, hit{i, total})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return ByTitle(x.pages[a.page].page, x.pages[b.page].page)
	})
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	found := make([]Page, len(hits))
	for i, h := range hits {
		found[i] = x.pages[h.page].page
	}
	return found
}

// score is how well a page answers one word; 0 when it does not hold it.
func (e indexed) score(word string) float64 {
	return max(4*in(e.title, word), 3*in(e.topic, word), 2*in(e.words, word), in(e.address, word))
}

// in is 1 when terms hold word, less when one only begins with it, and least
// when it stands within one.
func in(terms []string, word string) (best float64) {
	for i, term := range terms {
		switch {
		case term == word:
			return 1
		case strings.HasPrefix(term, word):
			best = max(best, 0.7)
			if i == 0 {
				best = max(best, 0.8)
			}
		case len(word) >= 3 && strings.Contains(term, word):
			best = max(best, 0.3)
		}
	}
	return best
}

// Suggestion is a page that may suit a draft, and the draft's words that say so.
type Suggestion struct {
	Page  Page
	Score float64
	Words []string
}

// Suggest gives the pages whose title, topic or words share most with text,
// best first, at most limit of them. A word weighs more the fewer pages hold
// it, and inner words of compounds count ("klage" in "klagesag"). A page that
// shares nothing is not suggested.
func (x *Index) Suggest(text string, limit int) []Suggestion {
	draft := map[string]float64{}
	said := map[string]string{}
	for _, word := range words(text) {
		folded := fold(word)
		if s := stem(folded); !common[folded] && len(s) > 2 {
			draft[s]++
			if said[s] == "" {
				said[s] = word
			}
		}
	}
	var all []Suggestion
	for _, e := range x.pages {
		s := Suggestion{Page: e.page}
		for own, weight := range e.stems {
			best, by := 0.0, ""
			for word, times := range draft {
				if v := akin(word, own) * (1 + math.Log(times)); v > best || v == best && v > 0 && word < by {
					best, by = v, word
				}
			}
			if best > 0 {
				s.Score += best * weight * x.rarity(own)
				s.Words = append(s.Words, said[by])
			}
		}
		if s.Score > 0 {
			slices.Sort(s.Words)
			s.Words = slices.Compact(s.Words)
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b Suggestion) int { return cmp.Compare(b.Score, a.Score) })
	return all[:min(len(all), limit)]
}

// rarity is the inverse document frequency of a stem.
func (x *Index) rarity(stem string) float64 {
	return math.Log(1 + float64(len(x.pages))/float64(x.holders[stem]))
}

// akin is 1 for the same stem, less for one that is a part of the other at its
// beginning or end.
func akin(a, b string) float64 {
	const shortest = 4 // of a part: shorter ones stand in too many words by chance
	switch {
	case a == b:
		return 1
	case min(len(a), len(b)) < shortest:
		return 0
	case strings.HasPrefix(a, b), strings.HasPrefix(b, a), strings.HasSuffix(a, b), strings.HasSuffix(b, a):
		return 0.6
	}
	return 0
}
