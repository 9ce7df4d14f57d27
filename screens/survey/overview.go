package survey

import (
	"math"

	"fyne.io/fyne/v2"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/present"
	"synlig/screens/kit"
)

// overview is the first view: who answered, and the key figures.
type overview struct {
	page     *Page
	response *figure
	lead     *fyne.Container
	cards    *fyne.Container
	all      *fyne.Container
	caveat   fyne.CanvasObject
}

func newOverview(p *Page) *overview {
	o := &overview{page: p, lead: kit.Column(0), response: newFigure(p), cards: newTiles(300, 3)}
	o.caveat = kit.NewQuiet(p.say.Caveat())
	o.all = kit.Column(kit.Around, o.lead, o.cards, o.caveat, o.response.card)
	return o
}

func (o *overview) content() fyne.CanvasObject { return o.all }

// prepare works out the key figures and who answered.
func (o *overview) prepare(l *lens) func() func() {
	p := o.page
	return func() func() {
		var keys []present.Key
		for _, k := range l.keys {
			keys = append(keys, p.say.Key(l.earlier, l.later, l.mapping, k))
		}
		response := responseFigure(p, l)
		return func() { o.show(l, keys, response) }
	}
}

func (o *overview) show(l *lens, keys []present.Key, response shown) {
	p := o.page
	o.lead.Objects = nil
	if math.IsNaN(l.later.ResponseRate()) {
		o.lead.Add(kit.NewSection(p.say.Response(l.later)))
		if l.wave().Department >= 0 {
			o.lead.Add(kit.NewQuiet(text("staff_missing")))
			o.lead.Add(kit.Flow(0, kit.NewButton(text("staff"), nil, p.askStaff)))
		}
	} else {
		o.lead.Add(kit.NewSection(p.say.Response(l.later)))
	}
	if l.earlier != nil {
		o.lead.Add(kit.NewQuiet(text("compared_with", "wave", l.earlier.Wave.Title, "response", p.say.Response(l.earlier))))
	}
	if !l.later.Filter.Empty() {
		o.lead.Add(kit.NewQuiet(p.say.Filter(l.later)))
	}
	o.cards.Objects = nil
	for _, k := range keys {
		o.cards.Add(newKeyCard(p, k, l.earlier != nil, func() {
			p.panelOf(viewQuestions).(*questions).open(k.Question)
		}))
	}
	if response.title == "" {
		o.response.hide()
	} else {
		o.response.card.Show()
		o.response.show(response)
	}
	o.all.Refresh()
}

// responseFigure is the response rate by department as bars, and its table.
func responseFigure(p *Page, l *lens) shown {
	if l.wave().Department < 0 {
		return shown{}
	}
	table := p.say.ResponseTable(l.later)
	s := shown{name: fileName(l.title() + " " + table.Caption), title: table.Caption, base: p.say.Response(l.later), table: table}
	c := chart.Bars{Sorted: true, Alt: text("alt_response"), Table: table}
	for _, r := range l.later.ResponseRates() {
		if r.Staff > 0 {
			c.Rows = append(c.Rows, responseBar(p, r, chart.Name{Name: r.Name, Count: p.say.Text("n", "n", p.say.Number(r.Staff))}))
		}
	}
	if len(c.Rows) == 0 {
		return s
	}
	if l.wave().Invited > 0 {
		all := survey.Response{Name: text("all"), Staff: l.wave().Invited, Took: l.later.Total()}
		c.Rows = append(c.Rows, responseBar(p, all, chart.Name{Name: all.Name, Count: p.say.Text("n", "n", p.say.Number(all.Staff)), Total: true}))
	}
	s.chart = c
	return s
}

func responseBar(p *Page, r survey.Response, name chart.Name) chart.BarRow {
	bar := chart.BarValue{Share: r.Rate(), Low: math.NaN(), High: math.NaN()}
	if r.Mark.Hidden() {
		bar.Share, bar.Hidden, bar.Label = math.NaN(), true, p.say.Hidden()
		bar.Says = p.say.Text("says-hidden", "department", r.Name)
	} else {
		bar.Says = text("says_response", "department", r.Name, "staff", p.say.Number(r.Staff), "took", p.say.Number(r.Took), "rate", p.say.Percent(r.Rate()))
	}
	return chart.BarRow{Name: name, Bars: []chart.BarValue{bar}}
}
