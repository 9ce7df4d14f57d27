package survey

import (
	"context"
	"strings"

	"synlig/data/bilag"
	"synlig/data/survey"
	"synlig/data/survey/disclosure"
)

// printReport writes the report as PDF, after it was held against what went out
// before.
func (p *Page) printReport() {
	r := p.lens.report(p.lens.title())
	r.Made = p.now()
	p.write(bilag.SurveyFileName(r), ofReport(r), func(ctx context.Context, _ string) ([]byte, error) {
		return bilag.Survey(ctx, r, bilag.Options{})
	})
}

// ofReport is the release of all that the report shows.
func ofReport(r bilag.SurveyReport) release {
	return func(s *survey.Session, name string) []disclosure.Leak { return r.Show(s, name) }
}

// saveWorkbook writes every table.
func (p *Page) saveWorkbook() {
	if p.lens == nil {
		return
	}
	r := p.lens.report(p.lens.title())
	name := strings.TrimSuffix(bilag.SurveyFileName(r), ".pdf") + ".xlsx"
	p.writeTables(name, both(ofReport(r), ofEverything(p.lens)), bilag.SurveySheets(r)...)
}

// ofEverything is the release of every question by department.
func ofEverything(l *lens) release {
	var tables []func() (*survey.View, *survey.DepartmentTable)
	for _, at := range l.listed(true) {
		tables = append(tables, func() (*survey.View, *survey.DepartmentTable) {
			return l.later, l.later.Safe(at, survey.DefaultBase(l.question(at).Kind))
		})
	}
	return ofTables(tables...)
}
