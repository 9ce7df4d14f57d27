package survey

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// columnStep says which columns are left out: what tells who somebody is, what
// the system keeps for itself, and the weights.
type columnStep struct {
	intake   *intake
	findings *fyne.Container
	dropped  *fyne.Container
	ignored  *fyne.Container
	weight   *kit.Select
	drop     *kit.Select
	free     []string // columns that can be left out
	all      *fyne.Container
}

func newColumnStep(i *intake) *columnStep {
	s := &columnStep{intake: i, findings: kit.Column(0), dropped: kit.Column(0), ignored: kit.Column(0)}
	s.weight = kit.NewSelect(nil, func(at int) {
		old := i.profile.Weight
		i.profile.Weight = columnAt(i, at)
		i.release(i.profile.Weight)
		i.again(old)
		i.changed()
	})
	s.drop = kit.NewSelect(nil, func(at int) { s.leaveOut(s.free[at]) })
	s.all = kit.Column(kit.Around,
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("dropped_title")), kit.NewQuiet(text("dropped_help")), s.findings, s.dropped,
			kit.AtMost(360, field(text("drop_more"), s.drop)))),
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("ignored_title")), s.ignored)),
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("weight_title")), kit.NewQuiet(text("weight_help")), kit.AtMost(360, boxed(s.weight)))))
	return s
}

func (s *columnStep) key() string                { return "columns" }
func (s *columnStep) content() fyne.CanvasObject { return s.all }

func (s *columnStep) about(code string) bool {
	return code == "ignored" || code == "weight" || code == "columns-empty" || code == "weights-missing"
}

func (s *columnStep) show() {
	i := s.intake
	s.findings.Objects = []fyne.CanvasObject{findingsOf(i, s)}
	s.dropped.Objects, s.ignored.Objects = nil, nil
	for _, d := range i.profile.Dropped {
		c := i.raw.Column(d.Column)
		if c == nil {
			continue
		}
		s.dropped.Add(s.line(d.Column, count("dropped_line", c.Filled(), "count", i.page.say.Number(c.Filled()), "reason", reasonText(d.Reason))))
	}
	if len(s.dropped.Objects) == 0 {
		s.dropped.Add(kit.NewText(text("dropped_none")))
	}
	for _, name := range i.profile.Ignored {
		if c := i.raw.Column(name); c != nil {
			s.ignored.Add(s.line(name, count("ignored_line", c.Filled(), "count", i.page.say.Number(c.Filled()))))
		}
	}
	if len(s.ignored.Objects) == 0 {
		s.ignored.Add(kit.NewText(text("none")))
	}
	s.free = nil
	for _, q := range i.profile.Questions {
		s.free = append(s.free, q.Columns...)
	}
	s.drop.SetLabels(s.free, -1)
	labels, chosen := columnLabels(i, text("none"), i.profile.Weight)
	s.weight.SetLabels(labels, chosen)
	s.all.Refresh()
}

// line is a column that is left out, with a box that takes it in.
func (s *columnStep) line(name, about string) fyne.CanvasObject {
	check := widget.NewCheck(name, nil)
	check.Checked = true
	check.OnChanged = func(bool) {
		s.intake.release(name)
		s.intake.again(name)
		s.intake.changed()
	}
	return newTiles(240, 2, check, kit.NewQuiet(about))
}

// leaveOut leaves a column out that was taken for a question, or for a part of
// one.
func (s *columnStep) leaveOut(name string) {
	i := s.intake
	var kept []importer.Question
	for _, q := range i.profile.Questions {
		if at := slices.Index(q.Columns, name); at >= 0 {
			q.Columns = slices.Delete(slices.Clone(q.Columns), at, at+1)
			if q.Kind == "multi" && q.Separator == "" && at < len(q.Answers) {
				q.Answers = slices.Delete(slices.Clone(q.Answers), at, at+1)
			}
		}
		if len(q.Columns) > 0 {
			kept = append(kept, q)
		}
	}
	i.profile.Questions = kept
	i.profile.Ignored = append(i.profile.Ignored, name)
	i.changed()
}

// again takes a column in as a question, as the importer guesses it.
func (i *intake) again(name string) {
	c := i.raw.Column(name)
	if c == nil || slices.ContainsFunc(i.profile.Questions, func(q importer.Question) bool { return slices.Contains(q.Columns, name) }) {
		return
	}
	i.profile.Questions = append(i.profile.Questions, questionOf(i, []string{name}, guessKind(c)))
}
