package survey

import (
	"math"

	"synlig/data/survey/stats"
)

// A weighted share is one more sum of the departments' figures, with other
// weights than the plain one: in full precision the two together would give away
// a figure that is hidden in two departments. Where a figure is hidden the
// weighted share is therefore told to a tenth of a per cent, and only where one
// person more here and one less there would not move it by half of that.
const (
	softDigits = 1000
	softMove   = 0.5 / softDigits
)

// Soft tells whether any department's part of these answers is hidden.
func (t *DepartmentTable) Soft(answers ...int) bool {
	for i := range t.Rows {
		if r := &t.Rows[i]; r.N > 0 && !r.SafeBox(answers...) {
			return true
		}
	}
	return false
}

// soften is a weighted share as it may leave the office beside the table: as it
// is where nothing of it is hidden, else rounded, or NaN.
func (v *View) soften(t *DepartmentTable, e stats.Estimate, answers ...int) stats.Estimate {
	if v.FileWeighted() || !t.Soft(answers...) {
		return e // nobody knows a respondent's own weight
	}
	least, most, people := math.Inf(1), 0.0, 0.0
	for i := range t.Rows {
		r := &t.Rows[i]
		people += float64(r.Staff)
		if r.N == 0 || r.SafeBox(answers...) {
			continue
		}
		weight := ratio(r.Staff, r.Took)
		least, most = min(least, weight), max(most, weight)
	}
	if !((most-least)/people <= softMove) {
		return stats.Estimate{P: math.NaN(), SE: math.NaN(), Covered: e.Covered}
	}
	return stats.Estimate{P: tenth(e.P), SE: tenth(e.SE), Covered: e.Covered}
}

func tenth(share float64) float64 { return math.Round(share*softDigits) / softDigits }

// SafeBox is a share of some answers together as it may leave the office; ok is
// false where it may not.
func (v *View) SafeBox(question int, b Base, answers ...int) (share Share, ok bool) {
	t := v.Safe(question, b)
	share = v.Box(question, b, answers...)
	share.Weighted = v.soften(t, share.Weighted, answers...)
	return share, t.Total.SafeBox(answers...)
}

// SafeBoxChange is BoxChange of two shares of SafeBox; ok is false where either
// may not leave the office.
func SafeBoxChange(earlier, later *View, pair Pair, b Base, answers ...int) (change Change, ok bool) {
	then := make([]int, len(answers))
	for i, a := range answers {
		then[i] = pair.Answers[a]
	}
	change = BoxChange(earlier, later, pair, b, answers...)
	var shown [2]bool
	change.Earlier, shown[0] = earlier.SafeBox(pair.Earlier, b, then...)
	change.Later, shown[1] = later.SafeBox(pair.Later, b, answers...)
	if earlier.Safe(pair.Earlier, b).Soft(then...) || later.Safe(pair.Later, b).Soft(answers...) {
		_, interval, p := stats.WeightedDifference(change.Earlier.Weighted, change.Later.Weighted)
		change.Weighted = tenth(change.Later.Weighted.P - change.Earlier.Weighted.P)
		change.WeightedInterval = stats.Interval{Low: tenth(interval.Low), High: tenth(interval.High)}
		if change.P = p; math.IsNaN(p) {
			change.P = change.plain()
		}
	}
	return change, shown[0] && shown[1]
}

// SafeChanges are the changes of every answer as they may leave the office; shown
// tells for each whether it may.
func SafeChanges(earlier, later *View, pair Pair, b Base) (changes []Change, shown []bool) {
	for i := range later.Wave.Questions[pair.Later].Answers {
		change, ok := SafeBoxChange(earlier, later, pair, b, i)
		change.Answer = i
		changes, shown = append(changes, change), append(shown, ok)
	}
	return changes, shown
}
