package survey

import (
	"math"

	"synlig/data/survey/stats"
)

// FileWeighted tells whether the shares are weighted by weights that came with
// the file. A frame goes before them.
func (v *View) FileWeighted() bool { return !v.Weighted() && v.Wave.Weights != nil }

// heft is the weights of some respondents: their sum and the sum of their
// squares.
type heft struct{ sum, squares float64 }

func (h *heft) add(w float64) {
	h.sum += w
	h.squares += w * w
}

func (h *heft) addAll(other heft) {
	h.sum += other.sum
	h.squares += other.squares
}

// hefts are the weights behind one question.
type hefts struct {
	states  [4]heft // of those in each State
	answers []heft
}

// heft weighs a question once for each view.
func (v *View) heft(question int) *hefts {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.weighed[question] == nil {
		v.weighed[question] = v.weigh(question)
	}
	return v.weighed[question]
}

func (v *View) weigh(question int) *hefts {
	q, c := &v.Wave.Questions[question], &v.Wave.Columns[question]
	h := &hefts{answers: make([]heft, len(q.Answers))}
	v.selected.each(func(r int) {
		w := v.Wave.Weights[r]
		h.states[c.State(r)].add(w)
		if q.Kind == Multi {
			for i, ticks := range c.Ticks {
				if ticks.Has(r) {
					h.answers[i].add(w)
				}
			}
		} else if i := c.Answer(r); i >= 0 && i < len(h.answers) {
			h.answers[i].add(w)
		}
	})
	return h
}

// byWeights is the share of weight behind the answers that count, of those in
// the base: stats.ByWeights, where those outside the base take part in the size
// of the sample alone. Of a Multi it is only right for one answer.
func (v *View) byWeights(question int, b Base, counts func(answer int) bool) stats.Estimate {
	q, h := &v.Wave.Questions[question], v.heft(question)
	base := h.states[Answered]
	if b >= Asked {
		base.addAll(h.states[NoAnswer])
		base.addAll(h.states[Missing])
	}
	if b == TookPart {
		base.addAll(h.states[NotAsked])
	}
	var given heft
	for i, a := range q.Answers {
		switch {
		case b == Substantive && a.DontKnow && q.Kind != Multi:
			base.sum -= h.answers[i].sum
			base.squares -= h.answers[i].squares
		case counts(i):
			given.addAll(h.answers[i])
		}
	}
	e := stats.Estimate{P: math.NaN(), SE: math.NaN(), Covered: 1}
	if base.sum <= 0 {
		return e
	}
	e.P = given.sum / base.sum
	if n := float64(v.Wave.Respondents); n > 1 {
		squares := given.squares*(1-e.P)*(1-e.P) + (base.squares-given.squares)*e.P*e.P
		e.SE = math.Sqrt(n/(n-1)*max(squares, 0)) / base.sum
	}
	return e
}
