package importer

import (
	"slices"
	"strings"
)

// singles makes a question of every column that is left.
func (e *examiner) singles() {
	empty := 0
	for _, t := range e.free() {
		e.take(t.at)
		if t.distinct == 0 {
			empty++
			e.profile.Ignored = append(e.profile.Ignored, t.Name)
			continue
		}
		e.profile.Questions = append(e.profile.Questions, e.single(t))
	}
	if empty > 0 {
		e.found(true, "columns-empty", "count", itoa(empty))
	}
}

// single finds out how a question in one column is answered.
func (e *examiner) single(t *traits) Question {
	q := Question{ID: t.Name, Text: t.text(), Columns: []string{t.Name}}
	q.Background = isBackground(t.text())
	switch {
	case t.listedByLabels():
		e.listed(&q, t)
	case t.dated && !t.numeric:
		q.Kind = "date"
		if !t.sureDate {
			e.found(false, "date-order", "question", q.Text, "order", t.order)
		}
	case t.serialDates():
		q.Kind, q.Serial = "date", true
		e.found(false, "date-serials", "question", q.Text)
	case t.numeric:
		e.numeric(&q, t)
	case t.isText():
		q.Kind = "text"
	default:
		e.listed(&q, t)
	}
	if q.Kind == "number" || q.Kind == "date" || q.Kind == "text" {
		for _, code := range t.Column.Missing {
			if !slices.Contains(q.Missing, code) {
				q.Missing = append(q.Missing, code)
			}
		}
	}
	if q.Kind == "text" && e.family == EFS {
		q.Missing = append(q.Missing, "-66", "-77", "-99")
	}
	return q
}

func isBackground(heading string) bool {
	if asksWhere(heading) > 0 {
		return true
	}
	if len(strings.Fields(heading)) > 5 {
		return false
	}
	for _, word := range strings.Fields(plain(heading)) {
		if slices.Contains(backgroundHeadings, word) {
			return true
		}
	}
	return false
}

// listedByLabels tells whether the file says what nearly all of the cells stand
// for.
func (t *traits) listedByLabels() bool {
	return len(t.Labels) >= 2 && t.shareOf(func(v string) bool {
		_, ok := t.LabelOf(v)
		return ok || slices.Contains(t.Missing, v)
	}) >= 0.8
}

// serialDates tells whether the numbers are days as a spreadsheet counts them,
// between 2000 and 2050, under a heading that asks for a date.
func (t *traits) serialDates() bool {
	_, asked := headed(t.text(), []string{"dato", "date", "hvornår", "when"})
	return asked && t.numeric && t.min >= 36526 && t.max < 54789
}

// isText tells whether the cells are people's own words: most of them differ,
// or some go over several lines, or the heading asks for words.
func (t *traits) isText() bool {
	if t.newline || t.distinct > 60 {
		return true
	}
	if t.filled >= 20 && t.distinct*2 > t.filled {
		return true
	}
	_, asked := headed(t.text(), textHeadings)
	return asked && (t.distinct > 8 || t.words >= 2.5) || t.words > 15
}

// specials are codes that stand beside an answer's own in every system.
func special(n float64) bool {
	return n < 0 || n >= 95 && n <= 99 || n >= 995 && n <= 999
}

// numeric tells codes from numbers.
func (e *examiner) numeric(q *Question, t *traits) {
	q.Comma = t.comma
	if !t.clear {
		e.found(false, "decimal", "question", q.Text, "example", t.values[0])
	}
	codes, low, high := t.codes()
	department := max(asksWhere(t.text()), asksWhere(t.Name)) > 0
	switch {
	case !t.whole || len(codes) == 0:
		q.Kind = "number"
	case low == 0 && high == 10 && len(codes) > 6, strings.Contains(t.text(), "0-10"), strings.Contains(t.text(), "0–10"):
		q.Kind = "number"
	case len(codes) <= 2, department && len(codes) <= 60 && high < 1000:
		e.listed(q, t)
	case high > 9 && len(codes) > 7 || high > 30:
		q.Kind = "number"
	default:
		e.listed(q, t)
	}
	if q.Kind == "number" {
		for _, v := range t.values {
			if n, _ := number(v, t.comma); t.min < 0 && isEFSMissing(n) {
				q.Missing = append(q.Missing, strings.TrimSpace(v))
			}
		}
	}
}

// codes are the whole numbers that are no special code.
func (t *traits) codes() (codes []float64, low, high float64) {
	for _, v := range t.values {
		if n, _ := number(v, t.comma); !special(n) {
			codes = append(codes, n)
		}
	}
	slices.Sort(codes)
	if len(codes) > 0 {
		low, high = codes[0], codes[len(codes)-1]
	}
	return codes, low, high
}
