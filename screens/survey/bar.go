package survey

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/store"
	"synlig/data/survey"
	"synlig/screens/kit"
)

// bar is the line above all views: which survey and wave, against which, who
// counts, and how many that are.
type bar struct {
	page    *Page
	surveys *kit.Select
	waves   *kit.Select
	against *kit.Select
	compare *fyne.Container // holds it
	choices *fyne.Container
	chips   *fyne.Container
	counts  *widget.Label
	content *fyne.Container

	listed  []store.KeptSurvey // as the lists show them
	offered []int64            // waves to compare with; −1 is none
}

func newBar(p *Page) *bar {
	b := &bar{page: p, chips: kit.Flow(kit.Within), counts: widget.NewLabel("")}
	b.counts.SizeName, b.counts.Importance = theme.SizeNameCaptionText, widget.LowImportance
	b.surveys = kit.NewSelect(nil, func(i int) { p.read(wish{survey: b.listed[i].ID}) })
	b.waves = kit.NewSelect(nil, func(i int) {
		w := p.wish
		w.wave, w.against = p.lens.kept.Waves[i].ID, 0
		p.read(w)
	})
	b.against = kit.NewSelect(nil, func(i int) {
		p.wish.against = b.offered[i]
		p.read(p.wish)
	})
	b.compare = kit.Wide(220, boxed(b.against))
	b.choices = kit.Flow(kit.Between, kit.Wide(340, boxed(b.surveys)), kit.Wide(180, boxed(b.waves)), b.compare,
		kit.NewQuietButton(text("import"), theme.FolderOpenIcon(), p.askFile))
	b.content = kit.Column(kit.Within, b.choices, b.chips)
	return b
}

// show shows what is looked at.
func (b *bar) show() {
	l := b.page.lens
	b.listed = nil
	var names []string
	chosen := 0
	for _, k := range b.page.shelf.all {
		if len(k.Waves) == 0 {
			continue
		}
		if k.ID == l.kept.ID {
			chosen = len(b.listed)
		}
		b.listed = append(b.listed, k)
		names = append(names, k.Title)
	}
	b.surveys.SetLabels(names, chosen)
	var waves []string
	for _, w := range l.kept.Waves {
		waves = append(waves, w.Title)
	}
	b.waves.SetLabels(waves, l.at)
	b.showAgainst()
	b.showFilter()
	b.showCounts()
	b.content.Refresh()
}

// showAgainst offers the other waves to compare with.
func (b *bar) showAgainst() {
	l := b.page.lens
	b.offered = nil
	var names []string
	chosen := 0
	for i, w := range l.kept.Waves {
		if i == l.at {
			continue
		}
		if i == l.before {
			chosen = len(b.offered)
		}
		b.offered = append(b.offered, w.ID)
		names = append(names, text("against", "wave", w.Title))
	}
	b.offered, names = append(b.offered, -1), append(names, text("against_none"))
	if l.before < 0 {
		chosen = len(names) - 1
	}
	b.against.SetLabels(names, chosen)
	setVisible(b.compare, len(l.waves) > 1)
}

// showFilter shows every condition as a chip that takes it away.
func (b *bar) showFilter() {
	p := b.page
	f := p.lens.later.Filter
	b.chips.Objects = nil
	for i, c := range f.Conditions {
		one := survey.Filter{Conditions: []survey.Condition{c}}
		b.chips.Add(newRemovable(conditionText(p, one), func() { p.filter(without(f, i)) }, func() { p.editCondition(i) }))
	}
	b.chips.Add(kit.NewQuietButton(text("add_filter"), theme.ContentAddIcon(), p.askCondition))
	if len(f.Conditions) > 1 {
		b.chips.Add(kit.NewQuietButton(text("no_filter"), theme.CancelIcon(), p.clearFilter))
	}
	b.chips.Add(b.counts)
	b.chips.Refresh()
}

// showCounts says how many took part, how many of them pass the filter, and how
// many answered the question that is shown.
func (b *bar) showCounts() {
	p := b.page
	l := p.lens
	if l == nil {
		return
	}
	say := p.say
	parts := []string{text("count_total", "n", say.Number(l.later.Total()))}
	if l.later.Filter.Empty() {
		parts = append(parts, text("count_all"))
	} else {
		n := say.Number(l.later.N())
		if few := l.later.N(); few > 0 && few < l.threshold {
			n = text("fewer_than", "n", number(l.threshold))
		}
		parts = append(parts, text("count_filter", "n", n))
	}
	if q, ok := p.views[p.at].(interface{ counted() (string, bool) }); ok {
		if n, ok := q.counted(); ok {
			parts = append(parts, n)
		}
	}
	if l.alone {
		parts = append(parts, text("against_filter"))
	}
	b.counts.SetText(strings.Join(parts, "  ·  "))
	b.chips.Refresh()
}

// small tells whether a filter leaves so few, or leaves so few out, that their
// number says something of them.
func small(n, of, threshold int) bool {
	return n > 0 && n < threshold || of-n > 0 && of-n < threshold
}

// conditionText is a condition without the sentence around it.
func conditionText(p *Page, f survey.Filter) string {
	v := survey.View{Wave: p.lens.wave(), Filter: f}
	all := p.say.Filter(&v)
	head, tail, _ := strings.Cut(text("filter"), "{conditions}")
	return strings.TrimSuffix(strings.TrimPrefix(all, head), tail)
}

func without(f survey.Filter, i int) survey.Filter {
	var rest survey.Filter
	for k, c := range f.Conditions {
		if k != i {
			rest.Conditions = append(rest.Conditions, c)
		}
	}
	return rest
}

// setVisible shows or hides. Show draws anew, so it is called only where
// something changes.
func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

func (p *Page) clearFilter() { p.filter(survey.Filter{}) }
