package survey

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// tabs are the names of the views; the chosen one is bold with a bar under it.
// They are one stop for the keyboard: the arrows go from one to the next.
type tabs struct {
	widget.BaseWidget
	items  []*tab
	chosen int
	picked func(index int)
	row    *fyne.Container
}

func newTabs(labels []string, picked func(index int)) *tabs {
	t := &tabs{picked: picked, row: kit.Flow(0)}
	for i, label := range labels {
		item := &tab{tabs: t, at: i, label: label}
		item.ExtendBaseWidget(item)
		t.items = append(t.items, item)
		t.row.Add(item)
	}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tabs) setChosen(index int) {
	t.chosen = index
	for _, item := range t.items {
		item.Refresh()
	}
}

// CreateRenderer shows the row.
func (t *tabs) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.row) }

// tab is the name of one view.
type tab struct {
	widget.BaseWidget
	tabs        *tabs
	at          int
	label       string
	over, focus bool
}

// Tapped shows the view.
func (t *tab) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	t.tabs.picked(t.at)
}

// Cursor is a hand.
func (t *tab) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shows that it can be pressed.
func (t *tab) MouseIn(*desktop.MouseEvent) { t.over = true; t.Refresh() }

// MouseMoved does nothing more.
func (t *tab) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (t *tab) MouseOut() { t.over = false; t.Refresh() }

// FocusGained shows the ring.
func (t *tab) FocusGained() { t.focus = true; t.Refresh() }

// FocusLost hides it.
func (t *tab) FocusLost() { t.focus = false; t.Refresh() }

// TypedRune does nothing.
func (t *tab) TypedRune(rune) {}

// TypedKey goes from view to view.
func (t *tab) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	to := t.at
	switch key.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		to = max(t.at-1, 0)
	case fyne.KeyRight, fyne.KeyDown:
		to = min(t.at+1, len(t.tabs.items)-1)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(t.tabs.items) - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
	default:
		kit.HandOn(t, key)
		return
	}
	t.tabs.items[to].Tapped(nil)
}

// CreateRenderer draws the name, the bar under it and the keyboard's ring.
func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRenderer{tab: t, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), name: canvas.NewText(t.label, nil)}
	r.dress()
	return kit.NewRinged(r, func() bool { return t.focus })
}

type tabRenderer struct {
	tab         *tab
	ground, bar *canvas.Rectangle
	name        *canvas.Text
}

// Room within a tab at scale 1.
const (
	tabSide = 10
	tabTop  = 5
	tabBar  = 3
)

func (r *tabRenderer) Destroy() {}
func (r *tabRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.name}
}

// MinSize is that of the bold name, so that nothing moves when it is chosen.
func (r *tabRenderer) MinSize() fyne.Size {
	size := fyne.MeasureText(r.tab.label, theme.TextSize(), fyne.TextStyle{Bold: true})
	return size.AddWidthHeight(kit.Scaled(2*tabSide), kit.Scaled(2*tabTop+tabBar))
}

func (r *tabRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.name.Move(fyne.NewPos(kit.Scaled(tabSide), kit.Scaled(tabTop)))
	r.name.Resize(size)
	r.bar.Move(fyne.NewPos(kit.Scaled(tabSide), size.Height-kit.Scaled(tabBar)))
	r.bar.Resize(fyne.NewSize(size.Width-kit.Scaled(2*tabSide), kit.Scaled(tabBar)))
}

func (r *tabRenderer) dress() {
	chosen := r.tab.at == r.tab.tabs.chosen
	r.ground.FillColor = color.Transparent
	if r.tab.over && !chosen {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.ground.CornerRadius = theme.Size(theme.SizeNameButtonRadius)
	r.bar.FillColor, r.bar.Hidden = theme.Color(kit.ColorAccent), !chosen
	r.name.Text, r.name.TextSize, r.name.TextStyle.Bold = r.tab.label, theme.TextSize(), chosen
	r.name.Color = theme.Color(kit.ColorQuiet)
	if chosen || r.tab.over {
		r.name.Color = theme.Color(kit.ColorText)
	}
}

func (r *tabRenderer) Refresh() {
	r.dress()
	r.Layout(r.tab.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
