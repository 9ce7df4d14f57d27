package survey

import (
	"math"
	"math/bits"
	"slices"

	"synlig/data/survey/disclosure"
	"synlig/data/survey/stats"
)

// Frequency is how a question was answered by those who pass the filter.
type Frequency struct {
	Question int
	Base     Base
	// N is how many belong to the base; the others say how it came about.
	N, TookPart, Asked, Answered int
	Answers                      []Share // one for each answer of the question
}

// Share is one answer's part of a base.
type Share struct {
	X int     // how many gave the answer
	P float64 // of the base; NaN where the base is nobody
	// Wilson is the interval of an endless population, Finite that of the people
	// the survey was sent to; they are the same where their number is unknown.
	Wilson, Finite stats.Interval
	// Weighted is the share with every department counting by its staff or,
	// without a frame, by the weights of the file; P is NaN without either.
	Weighted stats.Estimate
	// Mark says whether the figure may leave the office; see Protect.
	Mark disclosure.Mark
}

// Frequency counts the answers to a question. Numbers, texts and days have
// shares of nothing; their N still tells how many answered.
func (v *View) Frequency(question int, b Base) Frequency {
	q, g := &v.Wave.Questions[question], v.grid(question)
	f := Frequency{Question: question, Base: b, Answers: make([]Share, len(q.Answers))}
	for s := 1; s < v.strata; s++ {
		f.N += g.base(q, s, b)
		f.TookPart += g.base(q, s, TookPart)
		f.Asked += g.base(q, s, Asked)
		f.Answered += g.base(q, s, Replied)
	}
	population := v.Population()
	for i := range f.Answers {
		x := 0
		for s := 1; s < v.strata; s++ {
			x += v.given(q, g, s, b, i)
		}
		f.Answers[i] = v.share(x, f.N, population)
		f.Answers[i].Weighted = v.weighted(question, b, func(a int) bool { return a == i })
	}
	return f
}

// given is how many of a stratum gave an answer and belong to the base: nobody
// gives "Ved ikke" within those who had an opinion.
func (v *View) given(q *Question, g *grid, stratum int, b Base, answer int) int {
	if b == Substantive && q.Answers[answer].DontKnow && q.Kind != Multi {
		return 0
	}
	return g.counts[stratum][answer]
}

func (v *View) share(x, n, population int) Share {
	s := Share{X: x, P: math.NaN(), Weighted: stats.Estimate{P: math.NaN(), SE: math.NaN()}}
	if n > 0 {
		s.P = float64(x) / float64(n)
	}
	s.Wilson = stats.Wilson(float64(x), float64(n))
	s.Finite = stats.WilsonFinite(float64(x), float64(n), float64(population))
	return s
}

// weighted is the weighted share of the answers that count: by the frame, else
// by the file's weights, else NaN.
func (v *View) weighted(question int, b Base, counts func(answer int) bool) stats.Estimate {
	switch {
	case v.FileWeighted():
		return v.byWeights(question, b, counts)
	case !v.Weighted():
		return stats.Estimate{P: math.NaN(), SE: math.NaN()}
	}
	q, g := &v.Wave.Questions[question], v.grid(question)
	return v.estimate(
		func(d int) int { return g.base(q, d+1, b) },
		func(d int) int {
			x := 0
			for i := range q.Answers {
				if counts(i) {
					x += v.given(q, g, d+1, b, i)
				}
			}
			return x
		})
}

// Box is the share that gave any of some answers: the two highest of a scale,
// the right one, all that mean "yes". Of a Multi it is only right for one
// answer. The answers are indexes.
func (v *View) Box(question int, b Base, answers ...int) Share {
	q, g := &v.Wave.Questions[question], v.grid(question)
	n, x := 0, 0
	for s := 1; s < v.strata; s++ {
		n += g.base(q, s, b)
		for _, i := range answers {
			x += v.given(q, g, s, b, i)
		}
	}
	share := v.share(x, n, v.Population())
	wanted := make([]bool, len(q.Answers))
	for _, i := range answers {
		wanted[i] = true
	}
	share.Weighted = v.weighted(question, b, func(a int) bool { return wanted[a] })
	return share
}

// Top are the k highest answers of a scale, highest first; fewer where the scale
// is shorter. They are told by Answer.Order.
func (q *Question) Top(k int) []int {
	var top []int
	for len(top) < k {
		best := -1
		for i, a := range q.Answers {
			if a.Order > 0 && !a.DontKnow && (best < 0 || a.Order > q.Answers[best].Order) && !slices.Contains(top, i) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		top = append(top, best)
	}
	return top
}

// NoneTicked is how many of those asked a Multi ticked none of its answers: an
// answer too, where the file tells it from not being asked.
func (v *View) NoneTicked(question int, b Base) Share {
	q, c := &v.Wave.Questions[question], &v.Wave.Columns[question]
	n := v.Frequency(question, b).N
	ticked := 0
	for i, word := range v.selected {
		any := uint64(0)
		for _, ticks := range c.Ticks {
			any |= ticks[i]
		}
		ticked += bits.OnesCount64(word & any)
	}
	if q.Kind != Multi {
		ticked = n
	}
	return v.share(n-ticked, n, v.Population())
}
