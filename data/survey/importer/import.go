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

// question adds a question and everybody's answers.
func (m *maker) question(q *Question) {
	kind, _ := survey.KindNamed(q.Kind)
	made := survey.Question{ID: q.ID, Text: q.Text, Kind: kind, Background: q.Background || q.ID == m.profile.Department, Unclear: q.Unclear}
	if kind.Listed() {
		for _, a := range q.Answers {
			made.Answers = append(made.Answers, survey.Answer(a))
		}
	}
	if q.Route != nil {
		made.Route = survey.Route{Question: q.Route.Question, Codes: q.Route.Codes}
	}
	column := survey.NewColumn(made, len(m.rows))
	switch kind {
	case survey.Multi:
		if q.Separator != "" {
			m.cells(q, &column)
		} else {
			m.boxes(q, &column)
		}
	case survey.Single, survey.Scale:
		m.choices(q, &column)
	case survey.Number:
		m.numbers(q, &column)
	case survey.Date:
		m.days(q, &column)
	default:
		m.texts(q, &column)
	}
	m.wave.Add(made, column)
}

// state is what a cell that is no answer stands for.
func (q *Question) state(value string) (survey.State, bool) {
	switch {
	case value == "":
		return survey.NoAnswer, true
	case slices.Contains(q.NotAsked, value):
		return survey.NotAsked, true
	case slices.Contains(q.Missing, value):
		return survey.Missing, true
	}
	return survey.Answered, false
}

// lost counts cells that are neither an answer nor known to be none.
func (m *maker) lost(q *Question, c *Column, bad []bool, code string) {
	n := 0
	for _, r := range m.rows {
		if bad[c.Cells[r]] {
			n++
		}
	}
	if n > 0 {
		m.warn(code, "question", q.Text, "count", itoa(n))
	}
}

func (m *maker) choices(q *Question, column *survey.Column) {
	c := m.raw.Column(q.Columns[0])
	codes := map[string]int{}
	for i, a := range q.Answers {
		if _, twice := codes[a.Code]; !twice {
			codes[a.Code] = i
		}
	}
	answer := make([]int, len(c.Values))
	states := make([]survey.State, len(c.Values))
	bad := make([]bool, len(c.Values))
	for i, v := range c.Values {
		v = trimmed(v)
		answer[i] = -1
		if state, is := q.state(v); is {
			states[i] = state
		} else if at, ok := codes[v]; ok {
			answer[i] = at
		} else {
			states[i], bad[i] = survey.Missing, true
		}
	}
	for n, r := range m.rows {
		if at := c.Cells[r]; answer[at] >= 0 {
			column.Choose(n, answer[at])
		} else {
			column.SetState(n, states[at])
		}
	}
	m.lost(q, c, bad, "answers-unknown")
}

func (m *maker) numbers(q *Question, column *survey.Column) {
	c := m.raw.Column(q.Columns[0])
	values := make([]float64, len(c.Values))
	states := make([]survey.State, len(c.Values))
	bad := make([]bool, len(c.Values))
	for i, v := range c.Values {
		v = trimmed(v)
		if state, is := q.state(v); is {
			states[i] = state
		} else if n, ok := number(v, q.Comma); ok {
			values[i], states[i] = n, survey.Answered
		} else {
			states[i], bad[i] = survey.Missing, true
		}
	}
	for n, r := range m.rows {
		at := c.Cells[r]
		column.Numbers[n] = values[at]
		column.SetState(n, states[at])
	}
	m.lost(q, c, bad, "numbers-unreadable")
}

func (m *maker) days(q *Question, column *survey.Column) {
	c := m.raw.Column(q.Columns[0])
	values := make([]int32, len(c.Values))
	states := make([]survey.State, len(c.Values))
	bad := make([]bool, len(c.Values))
	for i, v := range c.Values {
		v = trimmed(v)
		if state, is := q.state(v); is {
			states[i] = state
		} else if at, ok := q.day(v, m.profile.DateOrder); ok {
			values[i], states[i] = int32(at.Unix()/86400), survey.Answered
		} else {
			states[i], bad[i] = survey.Missing, true
		}
	}
	for n, r := range m.rows {
		at := c.Cells[r]
		column.Dates[n] = values[at]
		column.SetState(n, states[at])
	}
	m.lost(q, c, bad, "dates-unreadable")
}

// day reads a date, or the number that a spreadsheet keeps for one.
func (q *Question) day(text, order string) (time.Time, bool) {
	if !q.Serial {
		return date(text, order)
	}
	n, ok := number(text, q.Comma)
	if !ok || n < 1 || n > 100_000 {
		return time.Time{}, false
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)), true
}

func (m *maker) texts(q *Question, column *survey.Column) {
	c := m.raw.Column(q.Columns[0])
	for n, r := range m.rows {
		text := c.Cell(int(r))
		state, is := q.state(trimmed(text))
		if !is {
			state = survey.Answered
			column.Texts[n] = text
		}
		column.SetState(n, state)
	}
}

// boxes are the options of a question in columns of their own. A row without
// anything in any of them was not asked; who has a box written as empty was.
func (m *maker) boxes(q *Question, column *survey.Column) {
	for n := range m.rows {
		column.SetState(n, survey.NotAsked)
	}
	for i, name := range q.Columns {
		c := m.raw.Column(name)
		kinds := make([]uint8, len(c.Values)) // 0 nothing, 1 not ticked, 2 ticked, 3 no answer
		for v, value := range c.Values {
			switch value = trimmed(value); {
			case value == "", slices.Contains(q.NotAsked, value):
			case slices.Contains(q.Missing, value):
				kinds[v] = 3
			case slices.Contains(q.Unticked, value):
				kinds[v] = 1
			default:
				kinds[v] = 2
			}
		}
		for n, r := range m.rows {
			switch kinds[c.Cells[r]] {
			case 1:
				column.SetState(n, survey.Answered)
			case 2:
				column.Tick(n, i)
			case 3:
				if column.State(n) == survey.NotAsked {
					column.SetState(n, survey.Missing)
				}
			}
		}
	}
}

// cells are options that share a cell.
func (m *maker) cells(q *Question, column *survey.Column) {
	c := m.raw.Column(q.Columns[0])
	codes := map[string]int{}
	for i, a := range q.Answers {
		codes[a.Code] = i
	}
	chosen := make([][]int, len(c.Values))
	bad := make([]bool, len(c.Values))
	for i, v := range c.Values {
		for _, part := range splitCell(v, q.Separator) {
			if at, ok := codes[part]; ok {
				chosen[i] = append(chosen[i], at)
			} else {
				bad[i] = true
			}
		}
	}
	for n, r := range m.rows {
		at := c.Cells[r]
		for _, option := range chosen[at] {
			column.Tick(n, option)
		}
	}
	m.lost(q, c, bad, "answers-unknown")
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
