// Package present turns the survey's figures into what people meet: charts,
// tables, and the sentences that go with them, for screen, paper and files
// alike, so that none of them can say anything else than the others. The words
// themselves come as an argument, and figures marked as hidden never leave it.
package present

import (
	"math"
	"strconv"
	"strings"

	"synlig/data/survey"
	"synlig/data/survey/stats"
)

// Words are the sentences, by key within the section "survey" of the
// translations.
type Words interface {
	// Text is the words for key with {name} replaced by the value after name.
	Text(key string, pairs ...string) string
	// Count is the words for n things, with {n}.
	Count(key string, n int, pairs ...string) string
}

// Presenter writes figures with some words.
type Presenter struct{ Words }

// Number writes a count: "12.690".
func (p Presenter) Number(n int) string {
	digits := strconv.Itoa(n)
	if n < 0 {
		return "−" + p.Number(-n)
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + p.Text("thousands") + digits[i:]
	}
	return digits
}

// decimal writes v with that many decimals, as the language does.
func (p Presenter) decimal(v float64, decimals int) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	text = strings.Replace(text, ".", p.Text("decimal"), 1)
	if v < 0 && strings.Trim(text, "0"+p.Text("decimal")) != "" {
		return "−" + text
	}
	return text
}

// Percent writes a share with one decimal: "38,3 %". NaN is a dash.
func (p Presenter) Percent(share float64) string {
	if math.IsNaN(share) {
		return "–"
	}
	return p.decimal(100*share, 1) + "\u00a0%"
}

// Whole writes a share without decimals, for charts: "38 %".
func (p Presenter) Whole(share float64) string {
	if math.IsNaN(share) {
		return "–"
	}
	return p.decimal(100*share, 0) + "\u00a0%"
}

// Range writes an interval of shares: "37,5–39,0 %".
func (p Presenter) Range(i stats.Interval) string {
	if math.IsNaN(i.Low) {
		return "–"
	}
	return p.decimal(100*i.Low, 1) + "–" + p.decimal(100*i.High, 1) + "\u00a0%"
}

// Points writes a difference of shares in percentage points with its sign:
// "+3,3".
func (p Presenter) Points(difference float64) string {
	switch {
	case math.IsNaN(difference):
		return "–"
	case difference > 0 && math.Round(1000*difference) > 0:
		return "+" + p.decimal(100*difference, 1)
	}
	return p.decimal(100*difference, 1)
}

// PointRange writes the interval of a difference: "+2,3 til +4,3".
func (p Presenter) PointRange(i stats.Interval) string {
	if math.IsNaN(i.Low) {
		return "–"
	}
	return p.Text("from-to", "low", p.Points(i.Low), "high", p.Points(i.High))
}

// P writes a p-value: "0,03", "under 0,001".
func (p Presenter) P(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case v < 0.001:
		return p.Text("under", "value", p.decimal(0.001, 3))
	}
	return p.decimal(v, 3)
}

// Base says whom a share is of: "Andel af de 12.310, der svarede på
// spørgsmålet."
func (p Presenter) Base(q *survey.Question, b survey.Base, n int) string {
	key := "base-" + b.String()
	if q.Unclear {
		key = "base-unclear" // who saw the boxes and ticked none is not in the file
	}
	return p.Text(key, "n", p.Number(n))
}

// BaseOf says whom the shares of a table are of; the number is left out where it
// is hidden.
func (p Presenter) BaseOf(q *survey.Question, t *survey.DepartmentTable) string {
	if t.Total.Mark.Hidden() {
		key := "base-" + t.Base.String()
		if q.Unclear {
			key = "base-unclear"
		}
		return p.Text(key, "n", "("+p.Hidden()+")")
	}
	return p.Base(q, t.Base, t.Total.N)
}

// Filter says who the figures are about.
func (p Presenter) Filter(v *survey.View) string {
	if v.Filter.Empty() {
		return p.Text("filter-none")
	}
	var parts []string
	for _, c := range v.Filter.Conditions {
		parts = append(parts, p.condition(v.Wave, c))
	}
	return p.Text("filter", "conditions", strings.Join(parts, "; "))
}

func (p Presenter) condition(w *survey.Wave, c survey.Condition) string {
	question := c.Question
	names := append([]string(nil), c.Codes...)
	if at := w.Find(c.Question); at >= 0 {
		q := &w.Questions[at]
		question = strings.TrimRight(q.Text, "?: ")
		for i, code := range c.Codes {
			if a := q.AnswerCoded(code); a >= 0 {
				names[i] = q.Answers[a].Name()
			}
		}
	}
	key := "filter-is"
	if c.Not {
		key = "filter-not"
	}
	return p.Text(key, "question", question, "answers", p.Or(names))
}

// Or puts words together as a sentence does: "a, b eller c".
func (p Presenter) Or(words []string) string { return p.join(words, "or") }

// And puts words together as a sentence does: "a, b og c".
func (p Presenter) And(words []string) string { return p.join(words, "and") }

func (p Presenter) join(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + p.Text(last) + " " + words[n]
}

// Hidden is what stands in place of a figure that is kept back.
func (p Presenter) Hidden() string { return p.Text("hidden") }

// HiddenCount is "3 tal er skjult af hensyn til anonymitet", "" for none.
func (p Presenter) HiddenCount(n int) string {
	if n == 0 {
		return ""
	}
	return p.Count("hidden-count", n, "count", p.Number(n))
}

// Answers of a response rate: "12.690 af 45.000 inviterede svarede (28,2 %)."
func (p Presenter) Response(v *survey.View) string {
	took := p.Number(v.Total())
	if v.Wave.Invited <= 0 {
		return p.Text("response-unknown", "took", took)
	}
	return p.Text("response", "took", took, "invited", p.Number(v.Wave.Invited), "rate", p.Percent(v.ResponseRate()))
}

// KeyName is what a key figure is called. One without a name of its own is named
// by its question and the answers that count.
func (p Presenter) KeyName(w *survey.Wave, k survey.KeyFigure) string {
	if k.ID != "" {
		return p.Text("key-" + k.ID)
	}
	q := &w.Questions[k.Question]
	var names []string
	for _, i := range k.Answers {
		names = append(names, q.Answers[i].Name())
	}
	return p.Text("key-other", "question", strings.TrimRight(strings.TrimSpace(q.Text), ":"), "answers", p.Or(names))
}
