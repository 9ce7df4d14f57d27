package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// keepStep is the last: what the file came to, what to be careful with, what the
// wave is called and where it belongs. Nothing is stored before the button.
type keepStep struct {
	intake   *intake
	summary  *fyne.Container
	figures  *table
	title    *kit.Entry
	day      *kit.DateField
	into     *kit.Select
	named    *kit.Entry // the survey, where it is a new one
	naming   fyne.CanvasObject
	profile  fyne.CanvasObject
	ids      []int64
	keep     *widget.Check
	name     *kit.Entry
	all      *fyne.Container
	warnings *fyne.Container
}

func newKeepStep(i *intake) *keepStep {
	s := &keepStep{intake: i, summary: kit.Column(0), warnings: kit.Column(0)}
	s.title = kit.NewEntry(text("wave_title_hint"))
	s.title.OnChanged = func(words string) { i.title = words }
	s.day = kit.NewDateField(i.page.now)
	s.into = kit.NewSelect(nil, func(at int) {
		i.into = s.ids[at]
		setVisible(s.naming, i.into == 0)
		i.settle()
	})
	s.named = kit.NewEntry(text("survey_title_hint"))
	s.named.OnChanged = func(words string) { i.survey = words }
	s.naming = kit.AtMost(460, field(text("survey_title"), s.named))
	s.keep = widget.NewCheck(text("keep_profile"), func(on bool) {
		i.keep = on
		setVisible(s.profile, on && i.profile.Aggregate == nil)
		i.settle()
	})
	s.name = kit.NewEntry(text("profile_hint"))
	s.name.OnChanged = func(words string) { i.name = words }
	s.profile = kit.AtMost(460, field(text("profile_name"), s.name))
	var figures fyne.CanvasObject
	s.figures, figures = newTable()
	where := kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("keep_where")),
		newTiles(260, 3, field(text("wave_title"), s.title), field(text("wave_day"), s.day), field(text("keep_into"), s.into)),
		s.naming, s.keep, s.profile, kit.NewQuiet(text("keep_nothing"))))
	s.all = kit.Column(kit.Around, kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("keep_summary")), s.summary, s.warnings, figures)), where)
	return s
}

func (s *keepStep) key() string                { return "keep" }
func (s *keepStep) content() fyne.CanvasObject { return s.all }
func (s *keepStep) about(string) bool          { return false }

func (s *keepStep) show() {
	i := s.intake
	s.summary.Objects, s.warnings.Objects = nil, nil
	if i.wave == nil {
		if i.fault != nil {
			s.warnings.Add(careLine(words.Fault(i.fault)))
		}
		s.figures.show(chart.Table{})
		s.all.Refresh()
		return
	}
	i.readDay(s.day)
	s.title.SetText(i.title)
	s.day.SetDate(i.day)
	s.showInto()
	s.keep.SetChecked(i.keep)
	s.name.SetText(i.name)
	setVisible(s.keep, i.profile.Aggregate == nil)
	setVisible(s.profile, i.keep && i.profile.Aggregate == nil)
	setVisible(s.naming, i.into == 0)
	s.named.SetText(i.survey)
	say := i.page.say
	s.summary.Add(kit.NewText(text("summary_rows", "rows", say.Number(i.summary.Rows), "counted", say.Number(i.wave.Respondents))))
	if i.wave.Invited > 0 {
		s.summary.Add(kit.NewText(text("summary_invited", "invited", say.Number(i.wave.Invited))))
	}
	if i.wave.Aggregated {
		s.summary.Add(kit.NewText(text("summary_aggregate")))
	}
	for _, d := range i.summary.Dropped {
		s.summary.Add(kit.NewQuiet(text("summary_dropped", "column", d.Column, "reason", reasonText(d.Reason), "count", say.Number(d.Values))))
	}
	if i.summary.Tests > 0 {
		s.summary.Add(kit.NewQuiet(count("summary_tests", i.summary.Tests)))
	}
	for _, w := range i.summary.Warnings {
		s.warnings.Add(careLine(findingText(w)))
	}
	s.showQuestions()
	s.all.Refresh()
}

// showInto offers the surveys that the wave may belong to.
func (s *keepStep) showInto() {
	i := s.intake
	s.ids = []int64{0}
	labels, chosen := []string{text("keep_new")}, 0
	for _, k := range i.page.shelf.all {
		if k.Example {
			continue
		}
		if k.ID == i.into {
			chosen = len(s.ids)
		}
		s.ids = append(s.ids, k.ID)
		labels = append(labels, k.Title)
	}
	s.into.SetLabels(labels, chosen)
}

// showQuestions lists the questions as they will be kept.
func (s *keepStep) showQuestions() {
	i := s.intake
	say := i.page.say
	t := chart.Table{Columns: []string{text("column-question"), text("kind"), text("answers"), text("answered_n")}}
	for at := range i.wave.Questions {
		q, c := &i.wave.Questions[at], &i.wave.Columns[at]
		answered := 0
		for r := range c.Len() {
			if c.State(r) == survey.Answered {
				answered++
			}
		}
		t.Rows = append(t.Rows, []string{q.Text, text("kind_" + q.Kind.String()), say.Number(len(q.Answers)), say.Number(answered)})
	}
	s.figures.show(t)
}

// readDay takes the day as it stands in the field.
func (i *intake) readDay(field *kit.DateField) {
	if day, err := field.Date(); err == nil && !day.IsZero() && field.Text() != "" {
		if !day.Equal(i.day) {
			i.dayKept = true
		}
		i.day = day
	}
}
