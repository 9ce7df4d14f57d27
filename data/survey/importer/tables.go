package importer

import (
	"context"
	"slices"
	"strings"

	"synlig/data/fault"
	"synlig/data/survey"
)

// tableQuestion is one question of ready-made tables.
type tableQuestion struct {
	text    string
	answers []string
	// counts are by department, then by answer; bases are how many each
	// department's shares are of, 0 where the counts are all there is.
	counts [][]float64
	bases  []float64
	shares bool // counts holds per cents
}

// importTables makes a wave of ready-made tables. It has as many respondents as
// each department's largest base, and every question's figures are laid on the
// first of them: each question's own figures come out as they were, and what
// goes together with what is not known (survey.Wave.Aggregated).
//
// Errors: "import-no-respondents", "import-profile" (column),
// "aggregate-no-base", "import-cancelled".
func importTables(ctx context.Context, raw *Raw, p Profile) (*survey.Wave, Summary, error) {
	t := &tables{raw: raw, a: p.Aggregate}
	if err := t.read(); err != nil {
		return nil, Summary{}, err
	}
	if err := t.settle(); err != nil {
		return nil, Summary{}, err
	}
	if err := cancelled(ctx); err != nil {
		return nil, Summary{}, err
	}
	sizes, total := t.sizes()
	if total == 0 {
		return nil, Summary{}, fault.New("import-no-respondents", "rows", itoa(raw.Rows))
	}
	if total > maxCells/max(1, len(t.questions)) {
		return nil, Summary{}, fault.New("import-too-wide", "columns", itoa(len(t.questions)), "rows", itoa(total))
	}
	w := survey.NewWave(title(raw), total)
	w.Rows, w.Aggregated = raw.Rows, true
	m := &maker{raw: raw, profile: &p, wave: w}
	m.summary.Rows, m.summary.Counted = raw.Rows, total
	t.departmentQuestion(w, sizes)
	for i := range t.questions {
		t.question(w, i, sizes)
	}
	m.summary.Warnings = append(m.summary.Warnings, t.warnings...)
	m.frame()
	return w, m.summary, nil
}

type tables struct {
	raw         *Raw
	a           *Aggregate
	departments []string
	questions   []tableQuestion
	warnings    []Finding
}

// read collects the figures.
func (t *tables) read() error {
	column := func(name string) (*Column, error) {
		c := t.raw.Column(name)
		if c == nil && name != "" {
			return nil, fault.New("import-profile", "column", name)
		}
		return c, nil
	}
	var columns [6]*Column
	for i, name := range []string{t.a.Question, t.a.Answer, t.a.Department, t.a.Count, t.a.Share, t.a.Base} {
		c, err := column(name)
		if err != nil {
			return err
		}
		columns[i] = c
	}
	question, answer := columns[0], columns[1]
	if answer == nil {
		return fault.New("import-profile", "column", t.a.Answer)
	}
	text := ""
	if question == nil && !answerHeadings[plain(answer.Name)] {
		text = answer.Name // the heading is the question
	}
	for r := range t.raw.Rows {
		if question != nil && trimmed(question.Cell(r)) != "" {
			text = trimmed(question.Cell(r)) // merged cells: it stands for the rows below too
		}
		name := trimmed(answer.Cell(r))
		switch {
		case name == "":
		case t.blankRow(r, columns):
			text = name // a line with nothing but the question
		case slices.Contains(t.a.Totals, name):
			t.totalRow(text, r)
		case len(t.a.Wide) > 0:
			if err := t.wideRow(text, name, r); err != nil {
				return err
			}
		default:
			t.longRow(text, name, r, columns)
		}
	}
	return nil
}

// blankRow tells whether a row has no figures.
func (t *tables) blankRow(r int, columns [6]*Column) bool {
	for _, c := range columns[3:] {
		if c != nil && trimmed(c.Cell(r)) != "" {
			return false
		}
	}
	for _, name := range t.a.Wide {
		if c := t.raw.Column(name); c != nil && trimmed(c.Cell(r)) != "" {
			return false
		}
	}
	return true
}

func (t *tables) wideRow(text, answer string, r int) error {
	for _, name := range t.a.Wide {
		c := t.raw.Column(name)
		if c == nil {
			return fault.New("import-profile", "column", name)
		}
		if slices.Contains(t.a.Totals, name) && len(t.a.Wide) > len(t.a.Totals) {
			continue
		}
		n, ok := figure(c.Cell(r))
		if cell := trimmed(c.Cell(r)); cell != "" && ok {
			t.add(text, answer, name, n, 0, strings.HasSuffix(cell, "%"))
		}
	}
	return nil
}

func (t *tables) longRow(text, answer string, r int, columns [6]*Column) {
	department := ""
	if columns[2] != nil {
		department = trimmed(columns[2].Cell(r))
	}
	if slices.Contains(t.a.Totals, department) {
		return
	}
	value, base, share := 0.0, 0.0, columns[3] == nil
	for _, c := range columns[3:5] {
		if c != nil {
			value, _ = figure(c.Cell(r))
			break
		}
	}
	if columns[5] != nil {
		base, _ = figure(columns[5].Cell(r))
	}
	t.add(text, answer, department, value, base, share)
}

// totalRow takes the totals of a table as the bases of its per cents.
func (t *tables) totalRow(text string, r int) {
	for _, name := range t.a.Wide {
		c := t.raw.Column(name)
		if c == nil || slices.Contains(t.a.Totals, name) || strings.Contains(c.Cell(r), "%") {
			continue
		}
		if n, ok := figure(c.Cell(r)); ok && n > 0 && n != 100 {
			q := t.find(text)
			q.bases[t.department(name)] = n
		}
	}
}

func (t *tables) find(text string) *tableQuestion {
	at := slices.IndexFunc(t.questions, func(q tableQuestion) bool { return q.text == text })
	if at < 0 {
		t.questions = append(t.questions, tableQuestion{text: text})
		at = len(t.questions) - 1
	}
	q := &t.questions[at]
	for len(q.bases) < len(t.departments) {
		q.bases, q.counts = append(q.bases, 0), append(q.counts, make([]float64, len(q.answers)))
	}
	return q
}

// department is the index of a department, which is made where it is new.
func (t *tables) department(name string) int {
	at := slices.Index(t.departments, name)
	if at < 0 {
		t.departments = append(t.departments, name)
		at = len(t.departments) - 1
		for i := range t.questions {
			t.find(t.questions[i].text)
		}
	}
	return at
}

func (t *tables) add(text, answer, department string, value, base float64, share bool) {
	d := t.department(department)
	q := t.find(text)
	at := slices.Index(q.answers, answer)
	if at < 0 {
		q.answers = append(q.answers, answer)
		at = len(q.answers) - 1
		for i := range q.counts {
			q.counts[i] = append(q.counts[i], 0)
		}
	}
	q.counts[d][at] += value
	q.bases[d] = max(q.bases[d], base)
	q.shares = q.shares || share
}
