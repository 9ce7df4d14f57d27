package moderation

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Earlier is an earlier case of the office's own, as far as it may be likened
// to a new one: by answers, rule and words. It holds nothing about who wrote.
type Earlier struct {
	Case      int64
	Text      string // masked
	Answers   Answers
	Question  int
	Rule      int
	Outcome   Outcome
	Reason    string
	At        time.Time
	Overruled bool
}

// Likeness is an earlier case and how like it is, from 0 to 1.
type Likeness struct {
	Earlier
	Score float64
	Words []string // that both have, rarest first
}

// rare is how many of the shared words are named.
const named = 5

// Similar are the earlier cases most like a comment with these answers, at most
// limit, best first: "sidst gjorde vi …". Who wrote them plays no part. Cases
// with neither a hit nor a word of weight in common are left out.
func Similar(text string, a Answers, rule int, earlier []Earlier, limit int) []Likeness {
	words := set(text)
	bags := make([]map[string]bool, len(earlier))
	in := map[string]int{}
	for i, e := range earlier {
		bags[i] = set(e.Text)
		for w := range bags[i] {
			in[w]++
		}
	}
	weight := func(w string) float64 {
		if len([]rune(w)) < 3 {
			return 0
		}
		return math.Log(float64(len(earlier)+1) / float64(in[w]+1))
	}
	var alike []Likeness
	for i, e := range earlier {
		shared, score := overlap(words, bags[i], weight)
		score = 0.5*score + 0.4*answersAlike(a, e.Answers)
		if rule != 0 && rule == e.Rule {
			score += 0.1
		}
		if score > 0.15 {
			alike = append(alike, Likeness{e, min(score, 1), shared})
		}
	}
	slices.SortStableFunc(alike, func(x, y Likeness) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), y.At.Compare(x.At), cmp.Compare(y.Case, x.Case))
	})
	return alike[:min(limit, len(alike))]
}

func set(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range Words(text) {
		words[w] = true
	}
	return words
}

// overlap is the weighted share of the words that both have.
func overlap(a, b map[string]bool, weight func(string) float64) (shared []string, share float64) {
	var common, all float64
	for w := range a {
		all += weight(w)
		if b[w] && weight(w) > 0 {
			common += weight(w)
			shared = append(shared, w)
		}
	}
	for w := range b {
		if !a[w] {
			all += weight(w)
		}
	}
	slices.SortFunc(shared, func(x, y string) int { return cmp.Or(cmp.Compare(weight(y), weight(x)), cmp.Compare(x, y)) })
	if all == 0 {
		return nil, 0
	}
	return shared[:min(named, len(shared))], common / all
}

// answersAlike is the share of the questions 1–16 with Yes or in doubt, in one
// or the other, that have the same answer in both.
func answersAlike(a, b Answers) float64 {
	same, all := 0, 0
	for n := 1; n < QEquality; n++ {
		x, y := a.Of(n), b.Of(n)
		if x != Yes && x != Doubt && y != Yes && y != Doubt {
			continue
		}
		all++
		if x == y {
			same++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}
