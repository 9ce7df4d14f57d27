package shell

import (
	"strconv"
	"strings"

	"synlig/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// railItem is one line of the rail: icon (or initials in its place), name, and a count where
// somebody is needed. Compact it is the icon alone, and the name comes up
// beside it under the pointer or the keyboard.
type railItem struct {
	widget.BaseWidget
	tip      *tip
	icon     fyne.Resource
	initials string
	name     string
	tapped   func()

	compact, chosen, hovered, focused bool
	count                             int
}

func newRailItem(t *tip, icon fyne.Resource, initials, name string, tapped func()) *railItem {
	i := &railItem{tip: t, icon: icon, initials: initials, name: name, tapped: tapped}
	i.ExtendBaseWidget(i)
	return i
}

func (i *railItem) show(chosen bool, count int) {
	if i.chosen != chosen || i.count != count {
		i.chosen, i.count = chosen, count
		i.Refresh()
	}
}

func (i *railItem) setInitials(initials string) {
	if i.initials != initials {
		i.initials = initials
		i.Refresh()
	}
}

func (i *railItem) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	i.tip.Hide()
	i.tapped()
}

func (i *railItem) TypedRune(rune) {}

func (i *railItem) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	switch {
	case kit.HandOn(i, key):
	case key.Name == fyne.KeySpace || key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		i.Tapped(nil)
	case key.Name == fyne.KeyDown:
		fyne.CurrentApp().Driver().CanvasForObject(i).FocusNext()
	case key.Name == fyne.KeyUp:
		fyne.CurrentApp().Driver().CanvasForObject(i).FocusPrevious()
	}
}

func (i *railItem) FocusGained() { i.focused = true; i.noticed() }
func (i *railItem) FocusLost()   { i.focused = false; i.noticed() }

func (i *railItem) MouseIn(*desktop.MouseEvent)    { i.hovered = true; i.noticed() }
func (i *railItem) MouseMoved(*desktop.MouseEvent) {}
func (i *railItem) MouseOut()                      { i.hovered = false; i.noticed() }

func (i *railItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// noticed shows or hides the name beside a compact item.
func (i *railItem) noticed() {
	i.tip.Hide()
	if i.compact && (i.hovered || i.focused) {
		i.tip.beside(i, i.name)
	}
	i.Refresh()
}

func (i *railItem) CreateRenderer() fyne.WidgetRenderer {
	r := &railItemRenderer{
		item:   i,
		ground: canvas.NewRectangle(nil),
		edge:   canvas.NewRectangle(nil),
		pill:   canvas.NewRectangle(nil),
		icon:   canvas.NewImageFromResource(nil),
		name:   canvas.NewText("", nil),
		count:  canvas.NewText("", nil),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.count.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return kit.NewRinged(r, func() bool { return i.focused })
}

type railItemRenderer struct {
	item               *railItem
	ground, edge, pill *canvas.Rectangle
	icon               *canvas.Image
	name, count        *canvas.Text
}

func (r *railItemRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.edge, r.icon, r.name, r.pill, r.count}
}

func (r *railItemRenderer) Destroy() {}

func (r *railItemRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(kit.Scaled(40)) }

func (r *railItemRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	icon, pad := kit.Scaled(20), kit.Scaled(10)
	middle := func(o fyne.CanvasObject, x, width, height float32) {
		place(o, x, (size.Height-height)/2, width, height)
	}
	middle(r.edge, 0, 3, size.Height-kit.Scaled(16))
	middle(r.icon, pad, icon, icon)
	name := r.name.MinSize()
	if r.item.initials != "" {
		middle(r.name, (size.Width-name.Width)/2, name.Width, name.Height)
	} else {
		middle(r.name, pad+icon+kit.Scaled(kit.Between), name.Width, name.Height)
	}
	count := r.count.MinSize()
	if !r.item.compact {
		r.shorten(size.Width - pad - icon - kit.Scaled(2*kit.Between) - r.countWidth())
	}
	height := kit.Scaled(20)
	width := max(count.Width+kit.Scaled(12), height)
	if r.item.compact { // in the corner of the icon
		height = kit.Scaled(16)
		width = max(count.Width+kit.Scaled(6), height)
		place(r.pill, size.Width-width, 0, width, height)
		place(r.count, size.Width-width, (height-count.Height)/2, width, count.Height)
		return
	}
	middle(r.pill, size.Width-width-kit.Scaled(kit.Between), width, height)
	middle(r.count, size.Width-width-kit.Scaled(kit.Between), width, count.Height)
}

// countWidth is the room that the count takes from the name.
func (r *railItemRenderer) countWidth() float32 {
	if r.count.Hidden {
		return 0
	}
	return max(r.count.MinSize().Width+kit.Scaled(12), kit.Scaled(20)) + kit.Scaled(kit.Between)
}

// shorten ends the name in "…" where it is wider than the room there is.
func (r *railItemRenderer) shorten(width float32) {
	name := []rune(r.item.name)
	r.name.Text = r.item.name
	for n := len(name) - 1; n > 0 && r.name.MinSize().Width > width; n-- {
		r.name.Text = strings.TrimSpace(string(name[:n])) + "…"
	}
}

func (r *railItemRenderer) Refresh() {
	i := r.item
	r.ground.CornerRadius = kit.Scaled(6)
	r.ground.FillColor = theme.Color(kit.ColorSurface)
	foreground := kit.ColorText
	if i.chosen {
		r.ground.FillColor = theme.Color(kit.ColorChosen)
		foreground = kit.ColorAccent
	} else if i.hovered || i.focused {
		r.ground.FillColor = theme.Color(theme.ColorNameButton)
	}
	r.edge.FillColor = theme.Color(kit.ColorAccent)
	r.edge.CornerRadius = 1.5
	r.edge.Hidden = !i.chosen

	r.icon.Hidden = i.initials != ""
	r.icon.Resource = theme.NewColoredResource(i.icon, foreground)
	r.name.Text, r.name.Hidden = i.name, i.compact
	if i.initials != "" {
		r.name.Text, r.name.Hidden = i.initials, false
	}
	r.name.TextStyle.Bold = i.chosen || i.initials != ""
	r.name.TextSize = theme.Size(theme.SizeNameText)
	r.name.Color = theme.Color(foreground)

	r.count.Text = strconv.Itoa(i.count)
	r.count.TextSize = theme.Size(theme.SizeNameCaptionText)
	r.count.TextStyle.Bold = true
	r.count.Color = theme.Color(kit.ColorOnAccent)
	r.pill.FillColor = theme.Color(kit.ColorAccent)
	r.pill.CornerRadius = kit.Scaled(10)
	r.count.Hidden, r.pill.Hidden = i.count == 0, i.count == 0
	r.Layout(i.Size())
	for _, o := range r.Objects() {
		canvas.Refresh(o)
	}
}
