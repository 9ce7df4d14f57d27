package survey

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/data/survey/present"
	"synlig/screens/kit"
)

// report shows what the paper will hold, and gives it out.
type report struct {
	page    *Page
	heading *widget.Label
	parts   *fyne.Container
	keys    *figure
	method  *widget.Label
	leaks   *fyne.Container
	all     *fyne.Container
}

func newReport(p *Page) *report {
	r := &report{page: p, heading: kit.NewSection(""), parts: kit.Column(0), keys: newFigure(p), method: kit.NewText(""), leaks: kit.Column(0)}
	buttons := kit.Flow(kit.Between,
		kit.NewMainButton(text("print_report"), theme.DocumentPrintIcon(), p.Print),
		kit.NewButton(text("save_tables"), theme.DocumentSaveIcon(), p.saveWorkbook))
	r.all = kit.Column(kit.Around,
		kit.NewCard(kit.Column(kit.Between, r.heading, kit.NewQuiet(text("report_help")), r.parts, r.leaks, buttons)),
		r.keys.card,
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("report_method")), r.method)))
	return r
}

func (r *report) content() fyne.CanvasObject { return r.all }

// prepare makes what the report says, and holds it against what went out before.
func (r *report) prepare(l *lens) func() func() {
	p := r.page
	return func() func() {
		paper := l.report(l.title())
		leaks := p.given.dry(ofReport(paper))
		keys := keysShown(p, l)
		parts := reportParts(p, l)
		hidden := 0
		for _, k := range l.keys {
			hidden += l.later.Safe(k.Question, k.Base).Hidden()
		}
		method := strings.Join(append(p.say.Method(l.earlier, l.later, hidden), p.say.Caveat()), " ")
		return func() {
			r.heading.SetText(l.title())
			r.parts.Objects = nil
			for _, line := range parts {
				r.parts.Add(iconBeside(theme.ConfirmIcon(), kit.NewText(line)))
			}
			r.leaks.Objects = nil
			if len(leaks) > 0 {
				r.leaks.Add(careLine(text("report_leaks")))
				for _, line := range leakLines(l.wave(), leaks) {
					r.leaks.Add(kit.NewText(line))
				}
			}
			setVisible(r.keys.card, keys.title != "")
			if keys.title != "" {
				r.keys.show(keys)
			}
			r.method.SetText(method)
			r.all.Refresh()
		}
	}
}

// dry tells what a release would give away, without keeping it.
func (r *releases) dry(do release) []disclosure.Leak {
	r.mu.Lock()
	defer r.mu.Unlock()
	trial := survey.NewSession()
	for _, g := range r.all {
		g.release(trial, g.name)
	}
	return do(trial, text("report"))
}

// keysShown is the report's first figure.
func keysShown(p *Page, l *lens) shown {
	if len(l.keys) == 0 {
		return shown{}
	}
	if l.earlier != nil {
		return keysFigure(p, l)
	}
	var keys []present.Key
	var parts []release
	for _, k := range l.keys {
		keys = append(keys, p.say.Key(nil, l.later, l.mapping, k))
		parts = append(parts, ofQuestion(l.later, k.Question, k.Base))
	}
	c := p.say.KeyChart(nil, l.later, keys)
	return shown{name: fileName(l.title() + " " + c.Table.Caption), title: c.Table.Caption, base: p.say.Response(l.later),
		filter: p.say.Filter(l.later), chart: c, table: c.Table, give: both(parts...)}
}

// reportParts are what the report holds, in its order.
func reportParts(p *Page, l *lens) []string {
	parts := []string{p.say.Response(l.later) + " " + p.say.Filter(l.later)}
	if len(l.keys) > 0 {
		parts = append(parts, count("part_keys", len(l.keys)))
	}
	if l.wave().Department >= 0 {
		if len(l.keys) > 0 {
			parts = append(parts, text("part_departments", "name", p.say.KeyName(l.wave(), l.keys[0])))
			if l.earlier != nil {
				parts = append(parts, text("part_change", "wave", l.earlier.Wave.Title))
			}
		}
		parts = append(parts, text("part_response"))
	}
	return append(parts, text("part_method"))
}
