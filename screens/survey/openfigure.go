package survey

import (
	"strconv"
	"strings"

	"synlig/data/chart"
	"synlig/data/survey"
)

// openFigure is a question without answers to choose from: how many answered,
// and of numbers their middle. Single values are not shown: the least and the
// greatest are somebody's.
func openFigure(p *Page, l *lens, at int, s shown) (shown, string) {
	one := l.question(at)
	f := l.later.Frequency(at, survey.Replied)
	answered := f.Answered
	hidden := small(answered, l.later.Total(), l.threshold) && answered < l.threshold || small(l.later.N(), l.later.Total(), l.threshold)
	if hidden {
		s.base = p.say.Text("hidden-why")
		return s, text("count_question", "n", p.say.Hidden())
	}
	s.base = count("answered", answered, "count", p.say.Number(answered))
	n := text("count_question", "n", p.say.Number(answered))
	switch one.Kind {
	case survey.Number:
		numbers := l.later.Numbers(at)
		s.table = chart.Table{Caption: one.Text, Columns: []string{text("measure"), text("value")}, Rows: [][]string{
			{text("mean"), decimal(numbers.Mean)}, {text("median"), decimal(numbers.Median)}, {text("spread"), decimal(numbers.Spread)},
		}}
	case survey.Text:
		s.note = text("see_texts")
	}
	return s, n
}

// decimal writes a number with two decimals, as the language does.
func decimal(v float64) string {
	written := strconv.FormatFloat(v, 'f', 2, 64)
	if written == "NaN" {
		return "–"
	}
	return strings.Replace(strings.Replace(written, "-", "−", 1), ".", text("decimal"), 1)
}
