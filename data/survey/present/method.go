package present

import (
	"synlig/data/survey"
)

// Caveat is the sentence that stands under every interval the office prints.
func (p Presenter) Caveat() string { return p.Text("caveat") }

// Method tells how the figures came about, from the data themselves: who was
// asked, who counts, how it was weighted, what the intervals are, and what is
// hidden. hidden is how many figures are kept back.
func (p Presenter) Method(earlier, later *survey.View, hidden int) []string {
	var sentences []string
	say := func(key string, pairs ...string) { sentences = append(sentences, p.Text(key, pairs...)) }
	sentences = append(sentences, p.Response(later))
	if earlier != nil {
		sentences = append(sentences, p.Text("method-earlier", "wave", earlier.Wave.Title, "response", p.Response(earlier)))
	}
	sentences = append(sentences, p.Filter(later))
	if later.Weighted() {
		say("method-weighted")
		effective, design := later.Effective()
		say("method-kish", "effective", p.Number(int(effective+0.5)), "design", p.decimal(design, 2))
		if estimate := later.Covered(); estimate < 1 {
			say("method-uncovered", "share", p.Percent(1-estimate))
		}
	} else if later.FileWeighted() {
		say("method-file-weights")
	} else {
		say("method-unweighted")
	}
	if later.Population() > 0 {
		say("method-finite", "population", p.Number(later.Population()))
	} else {
		say("method-wilson")
	}
	say("method-bases")
	if earlier != nil {
		say("method-waves")
	}
	var asked []string
	for i := range later.Wave.Questions {
		if q := &later.Wave.Questions[i]; q.Unclear {
			asked = append(asked, q.Text)
		}
	}
	if len(asked) > 0 {
		say("method-unclear", "questions", p.And(asked))
	}
	if later.Threshold > 0 {
		say("method-anonymity", "threshold", p.Number(later.Threshold))
		if hidden > 0 {
			say("method-secondary")
			sentences = append(sentences, p.HiddenCount(hidden)+".")
		} else {
			say("method-nothing-hidden")
		}
	}
	return sentences
}
