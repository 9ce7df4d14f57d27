package strategy

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/decision"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// pointer is a workspace that keeps the points of a recommendation.
type pointer interface {
	RenumberPoints(ctx context.Context, points []decision.Point, was []int) error
}

// pointsForm is where the points of the recommendation are written: what each
// asks for, which others it needs, and which it is an alternative to.
type pointsForm struct {
	page  *Page
	drawn []pointDraft
	wrong *widget.Label
}

// pointDraft is a point being written. needs and rivals are places in the list:
// numbers are given when it is saved.
type pointDraft struct {
	was           int // its number so far, 0 for a new one
	text          string
	needs, rivals map[int]bool
}

// askPoints asks for the points of the recommendation.
func (p *Page) askPoints() {
	if _, ok := p.office.(pointer); !ok || p.options.NoMeeting || !p.ownDraft() {
		return
	}
	p.notes.flush()
	p.editing.leave()
	f := newPointsForm(p)
	f.show(0)
}

func newPointsForm(p *Page) *pointsForm {
	f := &pointsForm{page: p, wrong: kit.NewText("")}
	f.wrong.Importance = widget.DangerImportance
	points := p.revision.Points
	place := func(n int) int { return slices.IndexFunc(points, func(p decision.Point) bool { return p.Number == n }) }
	for _, point := range points {
		d := pointDraft{was: point.Number, text: point.Text, needs: map[int]bool{}, rivals: map[int]bool{}}
		for _, n := range point.Requires {
			if i := place(n); i >= 0 {
				d.needs[i] = true
			}
		}
		for _, n := range decision.Rivals(points, point.Number) {
			d.rivals[place(n)] = true
		}
		f.drawn = append(f.drawn, d)
	}
	if len(f.drawn) == 0 {
		f.add()
	}
	return f
}

// show draws the form; the keyboard goes to the point at that place.
func (f *pointsForm) show(at int) {
	lines := kit.Column(kit.Between, kit.NewSection(words.Text("strategy.points_title")), kit.NewQuiet(words.Text("strategy.points_text")))
	var fields []fyne.CanvasObject
	for i := range f.drawn {
		lines.Add(f.line(i, &fields))
	}
	add := kit.NewQuietButton(words.Text("strategy.point_add"), theme.ContentAddIcon(), func() {
		f.add()
		f.show(len(f.drawn) - 1)
	})
	cancel := kit.NewButton(words.Text("strategy.cancel"), nil, f.page.frame.showWork)
	save := kit.NewMainButton(words.Text("strategy.points_save"), nil, f.save)
	f.wrong.Hidden = f.wrong.Text == ""
	lines.Add(f.wrong)
	lines.Add(container.NewBorder(nil, nil, add, kit.Row(kit.Between, cancel, save)))
	f.page.frame.cover(f.page.form(640, lines, append(fields, add, cancel, save)...))
	if at < len(fields) {
		f.page.host.Canvas().Focus(fields[at].(fyne.Focusable))
	}
}

// line is one point: its number and text, what it needs and excludes.
func (f *pointsForm) line(i int, fields *[]fyne.CanvasObject) fyne.CanvasObject {
	d := &f.drawn[i]
	text := kit.NewTextEntry(words.Text("strategy.point_hint"))
	text.SetMinRowsVisible(2)
	text.SetText(d.text)
	text.OnChanged = func(now string) { d.text = now }
	*fields = append(*fields, text)
	remove := kit.NewQuietButton(words.Text("strategy.point_remove"), theme.DeleteIcon(), func() {
		f.remove(i)
		f.show(max(i-1, 0))
	})
	head := kit.Row(0, kit.NewSection(words.Text("strategy.point", "n", number(i+1))), layout.NewSpacer(), remove)
	column := kit.Column(kit.Within, head, text)
	if len(f.drawn) > 1 {
		column.Add(f.checks(i, "strategy.point_needs", d.needs, func(j int, on bool) { d.needs[j] = on }))
		column.Add(f.checks(i, "strategy.point_rivals", d.rivals, func(j int, on bool) { d.rivals[j], f.drawn[j].rivals[i] = on, on }))
	}
	return column
}

// checks are the other points, to be ticked.
func (f *pointsForm) checks(i int, key string, ticked map[int]bool, tick func(j int, on bool)) fyne.CanvasObject {
	row := kit.Flow(kit.Between, captionOf(words.Text(key), 220))
	for j := range f.drawn {
		if j == i {
			continue
		}
		check := widget.NewCheck(words.Text("strategy.point", "n", number(j+1)), nil)
		check.Checked = ticked[j]
		check.OnChanged = func(on bool) {
			tick(j, on)
			if key == "strategy.point_rivals" {
				f.show(i) // the other one's tick follows
			}
		}
		row.Add(check)
	}
	return row
}

func (f *pointsForm) add() {
	f.drawn = append(f.drawn, pointDraft{needs: map[int]bool{}, rivals: map[int]bool{}})
}

// remove takes a point out, also where others pointed to it.
func (f *pointsForm) remove(at int) {
	f.drawn = slices.Delete(f.drawn, at, at+1)
	for i := range f.drawn {
		f.drawn[i].needs, f.drawn[i].rivals = without(f.drawn[i].needs, at), without(f.drawn[i].rivals, at)
	}
}

// without are the places of a list once the one at at is gone.
func without(places map[int]bool, at int) map[int]bool {
	left := map[int]bool{}
	for i, on := range places {
		switch {
		case i < at:
			left[i] = on
		case i > at:
			left[i-1] = on
		}
	}
	return left
}

// points are the points as written, numbered from 1. Alternatives that hang
// together, directly or through others, are one choice.
func (f *pointsForm) points() (points []decision.Point, was []int) {
	choice := f.choices()
	for i, d := range f.drawn {
		p := decision.Point{Number: i + 1, Text: strings.TrimSpace(d.text), Choice: choice[i]}
		for j := range f.drawn {
			if d.needs[j] && j != i {
				p.Requires = append(p.Requires, j+1)
			}
		}
		points, was = append(points, p), append(was, d.was)
	}
	return points, was
}

// choices give points that are alternatives to each other the same number, and
// 0 to those that are none.
func (f *pointsForm) choices() []int {
	choice := make([]int, len(f.drawn))
	next := 0
	var mark func(i int)
	mark = func(i int) {
		choice[i] = next
		for j := range f.drawn {
			if choice[j] == 0 && (f.drawn[i].rivals[j] || f.drawn[j].rivals[i]) {
				mark(j)
			}
		}
	}
	for i, d := range f.drawn {
		if choice[i] == 0 && slices.Contains(values(d.rivals), true) {
			next++
			mark(i)
		}
	}
	return choice
}

func values(m map[int]bool) (all []bool) {
	for _, v := range m {
		all = append(all, v)
	}
	return all
}

// save keeps the points; changes follow theirs to its new number.
func (f *pointsForm) save() {
	p := f.page
	points, was := f.points()
	for i, point := range points {
		if point.Text == "" {
			f.wrong.SetText(words.Text("strategy.point_empty", "n", number(i+1)))
			f.show(i)
			return
		}
	}
	if objections := decision.CheckPoints(points); len(objections) > 0 {
		p.host.Fail(objections[0].Err())
		return
	}
	if !p.settleFirst() {
		return
	}
	office := p.office.(pointer)
	p.host.Work(words.Text("strategy.points_saving"), func(ctx context.Context, _ func(float64)) error {
		return office.RenumberPoints(ctx, points, was)
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.Reload()
		p.host.Say(words.Text("strategy.points_saved"), "", nil)
	})
}
