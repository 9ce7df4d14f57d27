package survey

import (
	"synlig/data/fault"
	"synlig/data/survey/stats"
)

// KnownMargin is how many people of the population belong to each answer of a
// question (age groups, kinds of work), in the order of its answers.
type KnownMargin struct {
	Question int
	People   []float64
}

// Raked are weights, one for each respondent, that meet several known margins at
// once; they may be put into Wave.Weights. Somebody without an answer to one of
// the questions weighs 0: nothing tells whom he stands for.
//
// Errors: "survey-rake" when no weights meet the margins: an answer with people
// and without respondents, or margins of different totals.
func Raked(w *Wave, margins ...KnownMargin) ([]float64, error) {
	start := make([]float64, w.Respondents)
	for r := range start {
		start[r] = 1
	}
	known := make([]stats.Margin, len(margins))
	for i, m := range margins {
		groups := make([]int, w.Respondents)
		for r := range groups {
			if a := w.Columns[m.Question].Answer(r); a >= 0 && a < len(m.People) {
				groups[r] = a
			} else {
				start[r] = 0
			}
		}
		known[i] = stats.Margin{Group: groups, Target: m.People}
	}
	weights, err := stats.Rake(start, known...)
	if err != nil {
		return nil, fault.Wrap(err, "survey-rake")
	}
	return weights, nil
}
