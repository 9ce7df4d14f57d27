package survey

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// aggregateStep says where ready-made tables keep what.
type aggregateStep struct {
	intake   *intake
	findings *fyne.Container
	fields   *fyne.Container
	wide     *fyne.Container
	all      *fyne.Container
}

func newAggregateStep(i *intake) *aggregateStep {
	s := &aggregateStep{intake: i, findings: kit.Column(0), fields: newTiles(260, 3), wide: kit.Column(0)}
	s.all = kit.Column(kit.Around, kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("tables_title")),
		kit.NewQuiet(text("tables_help")), s.findings, s.fields, s.wide,
		kit.Flow(kit.Between, kit.NewButton(text("tables_not"), nil, s.rows)))))
	return s
}

func (s *aggregateStep) key() string                { return "tables" }
func (s *aggregateStep) content() fyne.CanvasObject { return s.all }
func (s *aggregateStep) about(code string) bool {
	return strings.HasPrefix(code, "aggregate-")
}

func (s *aggregateStep) show() {
	i := s.intake
	a := i.profile.Aggregate
	s.findings.Objects = []fyne.CanvasObject{findingsOf(i, s)}
	s.fields.Objects = nil
	for _, f := range []struct {
		key  string
		name *string
	}{{"tables_question", &a.Question}, {"tables_answer", &a.Answer}, {"tables_department", &a.Department},
		{"tables_count", &a.Count}, {"tables_share", &a.Share}, {"tables_base", &a.Base}} {
		pick := kit.NewSelect(nil, func(at int) {
			*f.name = columnAt(i, at)
			i.changed()
		})
		labels, chosen := columnLabels(i, text("none"), *f.name)
		pick.SetLabels(labels, chosen)
		s.fields.Add(field(text(f.key), pick))
	}
	s.wide.Objects = nil
	if len(a.Wide) > 0 {
		s.wide.Add(kit.NewText(text("tables_wide", "columns", i.page.say.And(shortAll(a.Wide)))))
	}
	if len(a.Totals) > 0 {
		s.wide.Add(kit.NewQuiet(text("tables_totals", "names", i.page.say.And(slices.Clone(a.Totals)))))
	}
	s.all.Refresh()
}

// rows takes the file for answers with a row for each respondent after all.
func (s *aggregateStep) rows() {
	i := s.intake
	none := importer.Profile{Reading: i.profile.Reading}
	i.profile, i.findings = importer.Examine(i.raw, &none)
	i.build()
	i.changed()
	i.page.frame.showWork()
}
