package strategy

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/data/decision"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// whatIf is the text as it would become if some of the points were adopted and
// others not: a switch for each point over the document.
type whatIf struct {
	page     *Page
	revision strategy.Revision  // the work in hand, as it was when it was asked
	all      redline.Comparison // its changes
	adopted  []int
	said     *widget.Label
	content  *fyne.Container
}

// askWhatIf shows the text with all points adopted and lets them be switched off.
func (p *Page) askWhatIf() {
	if p.reading == nil || p.compared != nil || len(p.revision.Points) == 0 {
		return
	}
	p.editing.leave()
	if !p.editing.current() {
		p.editing.then = p.askWhatIf
		p.editing.compare()
		return
	}
	p.notes.flush()
	w := &whatIf{page: p, revision: p.revision, all: p.reading.comparison, said: kit.NewText("")}
	switches := kit.Flow(kit.Between, captionOf(words.Text("strategy.what_if_adopted"), 150))
	for _, point := range p.revision.Points {
		w.adopted = append(w.adopted, point.Number)
		s := widget.NewCheck(words.Text("strategy.point", "n", number(point.Number)), nil)
		s.Checked = true
		s.OnChanged = func(on bool) { w.set(point.Number, on) }
		switches.Add(s)
	}
	w.content = container.NewStack(kit.On(kit.ColorChosen, kit.Padded(kit.Within, kit.Around, kit.Column(0, kit.Padded(0, kit.Between, switches), w.said))))
	w.show()
}

// set switches a point on or off.
func (w *whatIf) set(point int, on bool) {
	w.adopted = slices.DeleteFunc(w.adopted, func(n int) bool { return n == point })
	if on {
		w.adopted = append(w.adopted, point)
	}
	w.show()
}

// show works the text out beside the UI goroutine and shows it.
func (w *whatIf) show() {
	p := w.page
	adopted := slices.Clone(w.adopted)
	slices.Sort(adopted)
	compared := &comparedFiles{whatIf: w, revision: w.revision}
	var result *reading
	p.ask(func() {
		compared.revision.Draft.Blocks = w.revision.WhatIf(w.all, adopted...)
		result = read(compared.revision.Compare(p.options.Weighty))
	}, func() {
		if p.compared == nil || p.compared.whatIf != w {
			p.look(compared, result)
		} else {
			p.compared = compared
			p.put(result)
		}
	})
	w.said.SetText(w.sentence(adopted))
	p.frame.Refresh()
}

// sentence says what falls with the points that are switched off.
func (w *whatIf) sentence(adopted []int) string {
	var said []string
	for _, c := range w.revision.Consequences(w.all) {
		if !slices.Contains(adopted, c.Point) {
			if text := consequence(c); text != "" {
				said = append(said, text)
			}
		}
	}
	if len(said) == 0 {
		return words.Text("strategy.what_if_all")
	}
	return strings.Join(said, " ")
}

// consequence is "Vedtages punkt 1 ikke, udgår punkt 3 og ændring 2 og 5."
func consequence(c decision.Consequence) string {
	var what []string
	if len(c.Points) > 0 {
		what = append(what, words.Text("strategy.falls_points", "points", enumerate(c.Points)))
	}
	if len(c.Changes) > 0 {
		what = append(what, words.Text("strategy.falls_changes", "changes", enumerate(c.Changes)))
	}
	if len(what) == 0 {
		return ""
	}
	return words.Text("strategy.consequence", "point", number(c.Point), "what", strings.Join(what, words.Text("strategy.and")))
}

// enumerate writes numbers as people do: "2, 5 og 6".
func enumerate(numbers []int) string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = number(n)
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + words.Text("strategy.and") + list[last]
}
