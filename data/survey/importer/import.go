package importer

import (
	"context"
	"path"
	"slices"
	"strings"
	"time"

	"synlig/data/fault"
	"synlig/data/survey"
)

// Import makes a wave of a file by a profile. Nothing of the columns that the
// profile drops gets into it.
//
// Errors: "import-no-respondents" when no row counts, "import-no-questions",
// "import-profile" (column) when the profile does not fit the file,
// "import-cancelled".
func Import(ctx context.Context, raw *Raw, p Profile, progress Progress) (*survey.Wave, Summary, error) {
	if p.Aggregate != nil {
		return importTables(ctx, raw, p)
	}
	if err := p.check(raw); err != nil {
		return nil, Summary{}, err
	}
	m := &maker{raw: raw, profile: &p}
	counted, tests := p.tookPart(raw)
	for r, c := range counted {
		if c {
			m.rows = append(m.rows, int32(r))
		}
		if tests[r] {
			m.summary.Tests++
		}
	}
	if len(m.rows) == 0 {
		return nil, m.summary, fault.New("import-no-respondents", "rows", itoa(raw.Rows))
	}
	m.wave = survey.NewWave(title(raw), len(m.rows))
	m.wave.Rows = raw.Rows
	m.silent = p.silent(raw)
	m.summarise()
	for i := range p.Questions {
		if err := cancelled(ctx); err != nil {
			return nil, m.summary, err
		}
		m.question(&p.Questions[i])
		progress.tell(int64(i+1), int64(len(p.Questions)))
	}
	m.routes()
	m.wave.Department = m.wave.Find(p.Department)
	m.weights()
	m.frame()
	return m.wave, m.summary, nil
}

// title is the name of the first file without folder and ending.
func title(raw *Raw) string {
	if len(raw.Names) == 0 {
		return ""
	}
	base := path.Base(strings.ReplaceAll(raw.Names[0], `\`, "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}

// check tells whether the profile fits the file.
func (p *Profile) check(raw *Raw) error {
	if len(p.Questions) == 0 {
		return fault.New("import-no-questions")
	}
	ids := map[string]bool{}
	for _, q := range p.Questions {
		if _, ok := survey.KindNamed(q.Kind); !ok || ids[q.ID] || q.ID == "" || len(q.Columns) == 0 {
			return fault.New("import-profile", "column", q.ID)
		}
		ids[q.ID] = true
		if q.Kind == "multi" && q.Separator == "" && len(q.Answers) != len(q.Columns) {
			return fault.New("import-profile", "column", q.ID)
		}
		for _, name := range q.Columns {
			if raw.Column(name) == nil {
				return fault.New("import-profile", "column", name)
			}
		}
	}
	return nil
}

// maker puts the wave together.
type maker struct {
	raw     *Raw
	profile *Profile
	rows    []int32 // those that count
	silent  []bool  // of each row of the file: a 0 in its boxes is no answer
	wave    *survey.Wave
	summary Summary
}

func (m *maker) warn(code string, pairs ...string) {
	m.summary.Warnings = append(m.summary.Warnings, found(false, code, pairs...))
}

// summarise fills in what does not depend on the questions.
func (m *maker) summarise() {
	s, p := &m.summary, m.profile
	s.Rows, s.Counted = m.raw.Rows, len(m.rows)
	s.States = slices.Concat(p.Status.States, p.Status.Columns)
	if people := s.Rows - s.Tests; people > s.Counted {
		// Rows that do not count are people who were asked.
		s.Invited, m.wave.Invited = people, people
	}
	for _, d := range p.Dropped {
		if c := m.raw.Column(d.Column); c != nil {
			s.Dropped = append(s.Dropped, Dropped{d.Column, d.Reason, c.Filled()})
		}
	}
	if first, last, ok := m.period(); ok {
		s.First, s.Last = first.Format(time.DateOnly), last.Format(time.DateOnly)
		m.wave.Date = first.Truncate(24 * time.Hour)
	}
}

// period is the first and the last day of the first column of times that can be
// read. The times themselves are not kept.
func (m *maker) period() (first, last time.Time, ok bool) {
	for _, d := range m.profile.Dropped {
		c := m.raw.Column(d.Column)
		if d.Reason != ReasonTime || c == nil {
			continue
		}
		times := make([]time.Time, len(c.Values))
		good := 0
		for i, v := range c.Values {
			if at, ok := date(v, m.profile.DateOrder); ok && at.Year() > 1990 {
				times[i] = at
				good++
			}
		}
		if good*2 < len(c.Values)-1 {
			continue
		}
		for _, r := range m.rows {
			at := times[c.Cells[r]]
			if at.IsZero() {
				continue
			}
			if !ok || at.Before(first) {
				first = at
			}
			if !ok || at.After(last) {
				last = at
			}
			ok = true
		}
		if ok {
			return first, last, true
		}
	}
	return first, last, false
}

// routes sets right who was asked, where an earlier answer tells.
func (m *maker) routes() {
	for i := range m.profile.Questions {
		q := &m.profile.Questions[i]
		if q.Route == nil {
			continue
		}
		from := m.wave.Find(q.Route.Question)
		if from < 0 {
			continue
		}
		g, answers, column := &m.wave.Questions[from], &m.wave.Columns[from], &m.wave.Columns[i]
		leads := make([]bool, len(g.Answers))
		for _, code := range q.Route.Codes {
			if at := g.AnswerCoded(code); at >= 0 {
				leads[at] = true
			}
		}
		for n := range m.rows {
			if column.State(n) == survey.Answered || column.State(n) == survey.Missing {
				continue
			}
			at := answers.Answer(n)
			asked := at >= 0 && leads[at]
			switch {
			case !asked:
				column.SetState(n, survey.NotAsked)
			case q.Kind == "multi" && len(q.Unticked) == 0:
				column.SetState(n, survey.Answered) // asked, and ticked nothing
			default:
				column.SetState(n, survey.NoAnswer)
			}
		}
	}
}

// weights reads the column of weights. Without one for everybody none is used.
func (m *maker) weights() {
	c := m.raw.Column(m.profile.Weight)
	if m.profile.Weight == "" || c == nil {
		return
	}
	weights := make([]float64, len(m.rows))
	for n, r := range m.rows {
		w, ok := number(c.Cell(int(r)), m.profile.WeightComma)
		if !ok || w <= 0 {
			m.warn("weights-missing", "column", m.profile.Weight)
			return
		}
		weights[n] = w
	}
	m.wave.Weights = weights
}

// frame gives the departments their staff numbers.
func (m *maker) frame() {
	if len(m.profile.Frame) == 0 {
		return
	}
	for _, name := range m.wave.SetFrame(m.profile.Frame) {
		m.warn("frame-unseen", "department", name)
	}
	m.summary.Invited = m.wave.Invited
	for _, d := range m.wave.Departments() {
		if d.Staff == 0 && m.wave.Department >= 0 {
			m.warn("frame-missing", "department", d.Name)
		}
	}
}
