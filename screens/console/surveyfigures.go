package console

import (
	"maps"
	"slices"
	"strings"

	"synlig/data/fault"
	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/data/survey/importer"
	"synlig/data/survey/stats"
	"synlig/screens/words"
)

// report works out all figures of the run.
func (r *surveyRun) report() (surveyReport, error) {
	v := r.first.view
	report := surveyReport{
		Guesses: []string{}, Questions: []questionReport{}, Crosstabs: []crosstabReport{},
		Waves: []waveReport{}, Keys: []keyReport{}, Suppressed: []suppressedReport{}, Warnings: []string{},
		Respondents: respondentsOf(r.first),
	}
	for _, opened := range []*openedWave{r.first, r.second} {
		if opened != nil {
			for _, f := range append(opened.guesses, opened.summary.Warnings...) {
				report.Guesses = append(report.Guesses, guess(f))
			}
		}
	}
	for i := range v.Wave.Questions {
		report.Questions = append(report.Questions, r.question(i, &report))
	}
	if err := r.crosstabs(&report); err != nil {
		return report, err
	}
	r.waves(&report)
	r.keys(&report)
	if !r.want.all {
		for _, leak := range r.paper().Show(r.session, r.say.Text("report")) {
			r.warn(leak)
		}
	}
	report.Warnings = append(report.Warnings, r.warned...)
	return report, nil
}

// guess is one of the importer's findings as a sentence.
func guess(f importer.Finding) string {
	key := "survey-import." + f.Code
	var pairs, values []string
	for _, name := range slices.Sorted(maps.Keys(f.Args)) {
		value := f.Args[name]
		// "reason-email", "delimiter-tab": the word for a code.
		if word := words.Text("survey-import." + name + "-" + value); word != "survey-import."+name+"-"+value {
			value = word
		}
		pairs = append(pairs, name, value)
		values = append(values, name+" "+f.Args[name])
	}
	if text := words.Text(key, pairs...); text != key {
		return text
	}
	return f.Code + ": " + strings.Join(values, ", ")
}

func respondentsOf(o *openedWave) respondentsReport {
	w, v := o.view.Wave, o.view
	r := respondentsReport{Rows: w.Rows, Counted: w.Respondents, Invited: w.Invited, ResponseRate: figure(v.ResponseRate())}
	for _, s := range o.summary.States {
		name := s.Label
		if name == "" {
			name = s.Value
		}
		r.States = append(r.States, stateReport{name, s.Rows, s.Counted})
	}
	for _, d := range o.summary.Dropped {
		r.Dropped = append(r.Dropped, droppedRow{d.Column, d.Reason, d.Values})
	}
	if v.Weighted() {
		effective, design := v.Effective()
		r.FrameWeights = &designReport{figure(effective), figure(design), figure(v.Covered())}
	}
	if w.Weights != nil {
		n := survey.NumbersOf(w.Weights)
		r.Weights = numbersOf(n)
		effective, design := stats.Kish(w.Weights)
		r.Weights.Effective, r.Weights.Design = figure(effective), figure(design)
	}
	return r
}

func numbersOf(n survey.Numbers) *numbersReport {
	return &numbersReport{N: n.N, Sum: figure(n.Sum), Mean: figure(n.Mean), SD: figure(n.Spread)}
}

// question tells of one question. Small figures are hidden, unless --vis-alt.
func (r *surveyRun) question(at int, report *surveyReport) questionReport {
	v := r.first.view
	q := &v.Wave.Questions[at]
	base := survey.DefaultBase(q.Kind)
	t := v.Safe(at, base)
	f := v.Frequency(at, base)
	total := &t.Total
	one := questionReport{
		ID: q.ID, Text: q.Text, Kind: q.Kind.String(), Unclear: q.Unclear, Answers: []answerReport{},
		Base: baseReport{Words: r.say.BaseOf(q, t), TookPart: f.TookPart},
	}
	if !total.Mark.Hidden() {
		one.Base.N, one.Base.Asked, one.Base.Answered = &f.N, &f.Asked, &f.Answered
	}
	weighted := v.Weighted() || v.FileWeighted()
	for i, a := range q.Answers {
		one.Answers = append(one.Answers, answerOf(a, total.Answers[i], weighted, hides(total, i)))
	}
	if v.Weighted() && q.Kind.Listed() {
		rates := v.ResponseRates()
		for k := range t.Rows {
			one.ByDepartment = append(one.ByDepartment, departmentOf(q, &t.Rows[k], rates[k]))
		}
	}
	switch q.Kind {
	case survey.Multi:
		none := v.NoneTicked(at, base)
		if small := none.X > 0 && none.X < v.Threshold || none.X < f.N && f.N-none.X < v.Threshold; !small && t.Hidden() == 0 && !q.Unclear {
			share := answerOf(survey.Answer{}, none, false, false)
			one.NoneTicked = &share
		}
	case survey.Number, survey.Scale:
		if n := v.Numbers(at); n.N >= v.Threshold && (q.Kind == survey.Number || t.Hidden() == 0) {
			one.Numbers = numbersOf(n)
		}
	case survey.Text:
		written, distinct := v.Written(at)
		one.Texts = &textsReport{written, distinct}
	}
	if q.Kind.Listed() {
		r.suppressed(q.ID, t, report)
		if !r.want.all {
			for _, leak := range r.session.ShowDepartments(v, t, q.ID) {
				r.warn(leak)
			}
		}
	}
	return one
}

// hides tells whether a row's figure is kept back.
func hides(r *survey.DepartmentRow, answer int) bool {
	return r.Mark.Hidden() || r.Answers[answer].Mark.Hidden()
}

// shown is a count, nil where it is hidden.
func shown(n int, m disclosure.Mark) *int {
	if m.Hidden() {
		return nil
	}
	return &n
}

func departmentOf(q *survey.Question, row *survey.DepartmentRow, rate survey.Response) departmentReport {
	d := departmentReport{Department: row.Department, Staff: row.Staff, N: shown(row.N, row.Mark), ResponseRate: unknown, Weight: unknown}
	if !rate.Mark.Hidden() {
		d.ResponseRate, d.Weight = figure(rate.Rate()), figure(rate.Weight())
	}
	for i, a := range q.Answers {
		d.Answers = append(d.Answers, answerOf(a, row.Answers[i], false, hides(row, i)))
	}
	return d
}

// suppressed lists what a table hides, and how far it can be narrowed down.
func (r *surveyRun) suppressed(id string, t *survey.DepartmentTable, report *surveyReport) {
	for _, h := range r.first.view.Audit(t) {
		report.Suppressed = append(report.Suppressed, suppressedOf(id, h.Department, h.Answer, h.Range))
	}
}

func suppressedOf(table, row, column string, h disclosure.Range) suppressedReport {
	s := suppressedReport{Table: table, Row: row, Column: column, Reason: "secondary", Min: h.Min}
	if h.Primary {
		s.Reason = "primary"
	}
	if h.Max != disclosure.NoLimit {
		s.Max = &h.Max
	}
	return s
}

// warn tells once of what two tables give away together.
func (r *surveyRun) warn(leak disclosure.Leak) {
	question, _, _ := strings.Cut(leak.Subject, "/")
	text := words.Text("survey.leak", "table", leak.Name, "other", leak.Other, "question", question)
	for _, other := range r.warned {
		if other == text {
			return
		}
	}
	r.warned = append(r.warned, text)
}

// crosstabs makes those of --kryds A,B.
func (r *surveyRun) crosstabs(report *surveyReport) error {
	v := r.first.view
	var p []float64
	for _, asked := range r.want.cross {
		a, b, ok := strings.Cut(asked, ",")
		if !ok {
			return fault.New("option-unknown", "command", "undersøgelse", "option", "--kryds "+asked)
		}
		var axes [2][]survey.Axis
		for i, id := range []string{strings.TrimSpace(a), strings.TrimSpace(b)} {
			at := v.Wave.Find(id)
			if at < 0 || v.Wave.Axes(at) == nil {
				return fault.New("survey-cross-question", "question", id, "questions", r.listed())
			}
			axes[i] = v.Wave.Axes(at)
		}
		for _, row := range axes[0] {
			for _, column := range axes[1] {
				t := v.Cross(row, column, survey.Replied)
				v.SafeCross(&t)
				report.Crosstabs = append(report.Crosstabs, r.crosstab(&t, report))
				p = append(p, t.P)
			}
		}
	}
	holm, discovery := stats.Holm(p), stats.BenjaminiHochberg(p)
	for i := range report.Crosstabs {
		t := &report.Crosstabs[i]
		t.HolmP, t.DiscoveryP = figure(holm[i]), figure(discovery[i])
		if t.Withheld {
			t.HolmP, t.DiscoveryP = unknown, unknown
		}
	}
	return nil
}

// listed are the IDs of the questions that can be crossed.
func (r *surveyRun) listed() string {
	var ids []string
	for i := range r.first.view.Wave.Questions {
		if r.first.view.Wave.Axes(i) != nil {
			ids = append(ids, r.first.view.Wave.Questions[i].ID)
		}
	}
	return strings.Join(ids, ", ")
}
