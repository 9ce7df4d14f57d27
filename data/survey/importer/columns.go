package importer

import (
	"slices"
	"time"

	"synlig/data/survey"
)

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
// anything in any of them was not asked; who has a box written as empty was,
// unless nothing else was answered either.
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
				if !m.silent[r] {
					column.SetState(n, survey.Answered)
				}
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
