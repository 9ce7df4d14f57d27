package survey

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// whoStep says which rows are people who took part.
type whoStep struct {
	intake   *intake
	result   *widget.Label
	column   *kit.Select
	states   *fyne.Container
	filled   *kit.Select
	answered *widget.Check
	tests    *kit.Select
	findings *fyne.Container
	all      *fyne.Container
}

func newWhoStep(i *intake) *whoStep {
	s := &whoStep{intake: i, result: kit.NewText(""), states: kit.Column(0), findings: kit.Column(0)}
	s.result.TextStyle.Bold = true
	s.column = kit.NewSelect(nil, func(at int) { s.take(columnAt(i, at)) })
	s.filled = kit.NewSelect(nil, func(at int) {
		i.profile.Status.Filled = columnAt(i, at)
		i.changed()
	})
	s.tests = kit.NewSelect(nil, func(at int) {
		i.profile.Status.Tests = nil
		if name := columnAt(i, at); name != "" {
			i.profile.Status.Tests = []string{name}
		}
		i.changed()
	})
	s.answered = widget.NewCheck(text("who_answered"), nil)
	s.answered.OnChanged = func(on bool) {
		if i.profile.Status.Answered != on {
			i.profile.Status.Answered = on
			i.touched()
		}
	}
	s.all = kit.Column(kit.Around, kit.NewCard(kit.Column(kit.Between,
		kit.NewSection(text("who_title")), s.result, s.findings,
		newTiles(280, 3, field(text("who_column"), s.column), field(text("who_filled"), s.filled), field(text("who_tests"), s.tests)),
		s.states, s.answered, kit.NewQuiet(text("who_help")))))
	return s
}

func (s *whoStep) key() string                { return "who" }
func (s *whoStep) content() fyne.CanvasObject { return s.all }

func (s *whoStep) about(code string) bool {
	switch code {
	case "status", "status-by-number", "state-unknown", "tests", "rows-without-answer", "zeros-not-counted", "counted-without-answer", "answers-not-counted":
		return true
	}
	return false
}

// columnAt is the column on a line of a list that begins with "none".
func columnAt(i *intake, at int) string {
	if at == 0 {
		return ""
	}
	return i.raw.Columns[at-1].Name
}

// columnLabels are all columns after "none", and where one of them stands.
func columnLabels(i *intake, none, name string) (labels []string, chosen int) {
	labels = []string{none}
	for at := range i.raw.Columns {
		c := &i.raw.Columns[at]
		if c.Name == name {
			chosen = at + 1
		}
		labels = append(labels, c.Name)
	}
	return labels, chosen
}

// told says how many that makes.
func (s *whoStep) told() {
	i := s.intake
	if i.wave == nil {
		s.result.SetText(text("who_none"))
		return
	}
	say := i.page.say
	s.result.SetText(text("summary_rows", "rows", say.Number(i.raw.Rows), "counted", say.Number(i.wave.Respondents)))
}

func (s *whoStep) show() {
	i := s.intake
	st := &i.profile.Status
	s.told()
	s.findings.Objects = []fyne.CanvasObject{findingsOf(i, s)}
	labels, chosen := columnLabels(i, text("who_all"), st.Column)
	s.column.SetLabels(labels, chosen)
	labels, chosen = columnLabels(i, text("none"), st.Filled)
	s.filled.SetLabels(labels, chosen)
	test := ""
	if len(st.Tests) > 0 {
		test = st.Tests[0]
	}
	labels, chosen = columnLabels(i, text("none"), test)
	s.tests.SetLabels(labels, chosen)
	s.answered.SetChecked(st.Answered)
	s.showStates()
	s.all.Refresh()
}

// showStates lists the states with how many rows have each.
func (s *whoStep) showStates() {
	i := s.intake
	st := &i.profile.Status
	s.states.Objects = nil
	list := st.States
	if st.Column == "" {
		list = st.Columns
	}
	if len(list) > 0 {
		s.states.Add(caption(text("who_states")))
	}
	for at := range list {
		state := &list[at]
		name := state.Value
		if state.Label != "" && state.Label != state.Value {
			name += " – " + state.Label
		}
		if name == "" {
			name = text("empty_cell")
		}
		check := widget.NewCheck(count("state_line", state.Rows, "count", i.page.say.Number(state.Rows), "state", name), nil)
		check.Checked = state.Counted
		check.OnChanged = func(on bool) {
			state.Counted = on
			i.touched()
		}
		s.states.Add(check)
	}
	s.states.Refresh()
}

// take makes another column the one that says who took part. What its values
// are called in the file is kept; which count, a person says.
func (s *whoStep) take(name string) {
	i := s.intake
	st := importer.Status{Column: name, Filled: i.profile.Status.Filled, Answered: i.profile.Status.Answered, Tests: i.profile.Status.Tests}
	if c := i.raw.Column(name); c != nil {
		for at, value := range c.Values {
			value = strings.TrimSpace(value)
			if c.Counts[at] == 0 || slices.ContainsFunc(st.States, func(o importer.State) bool { return o.Value == value }) {
				continue
			}
			label, _ := c.LabelOf(value)
			st.States = append(st.States, importer.State{Value: value, Label: label, Rows: c.Counts[at], Counted: value != ""})
			if len(st.States) == mostStates {
				break
			}
		}
	}
	i.profile.Status = st
	i.release(name)
	i.changed()
}

// mostStates is how many states a column of states may have.
const mostStates = 40

// release takes a column out of the questions: it has another use now.
func (i *intake) release(name string) {
	if name == "" {
		return
	}
	i.profile.Questions = slices.DeleteFunc(slices.Clone(i.profile.Questions), func(q importer.Question) bool {
		return len(q.Columns) == 1 && q.Columns[0] == name
	})
	i.profile.Dropped = slices.DeleteFunc(slices.Clone(i.profile.Dropped), func(d importer.Drop) bool { return d.Column == name })
	i.profile.Ignored = slices.DeleteFunc(slices.Clone(i.profile.Ignored), func(other string) bool { return other == name })
}
