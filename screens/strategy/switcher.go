package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// switcher is a row of choices of which one holds: click it, or move with the
// arrow keys.
type switcher struct {
	widget.BaseWidget
	labels []string
	chosen int
	taken  func(int)
	focus  bool
	hover  int // the choice under the pointer, -1 for none
}

var (
	_ fyne.Focusable    = (*switcher)(nil)
	_ fyne.Tappable     = (*switcher)(nil)
	_ desktop.Hoverable = (*switcher)(nil)
)

func newSwitcher(labels []string, taken func(int)) *switcher {
	s := &switcher{labels: labels, taken: taken, hover: -1}
	s.ExtendBaseWidget(s)
	return s
}

// set shows a choice and tells taken.
func (s *switcher) set(i int) {
	if i < 0 || i >= len(s.labels) || i == s.chosen {
		return
	}
	s.chosen = i
	s.Refresh()
	s.taken(i)
}

// lefts is where each choice begins, and where the last one ends.
func (s *switcher) lefts() []float32 {
	lefts := make([]float32, len(s.labels)+1)
	for i, label := range s.labels {
		width := fyne.MeasureText(label, theme.TextSize(), fyne.TextStyle{Bold: true}).Width
		lefts[i+1] = lefts[i] + width + kit.Scaled(28)
	}
	return lefts
}

func (s *switcher) at(x float32) int {
	for i, left := range s.lefts()[1:] {
		if x < left {
			return i
		}
	}
	return len(s.labels) - 1
}

// Tapped takes the choice under the pointer.
func (s *switcher) Tapped(e *fyne.PointEvent) {
	defer kit.Catch()
	s.set(s.at(e.Position.X))
}

// TypedKey moves to the choice beside.
func (s *switcher) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	switch {
	case kit.HandOn(s, key):
	case key.Name == fyne.KeyLeft || key.Name == fyne.KeyUp:
		s.set(s.chosen - 1)
	case key.Name == fyne.KeyRight || key.Name == fyne.KeyDown:
		s.set(s.chosen + 1)
	}
}

// TypedRune does nothing.
func (s *switcher) TypedRune(rune) {}

// FocusGained shows the ring.
func (s *switcher) FocusGained() { s.setFocus(true) }

// FocusLost hides the ring.
func (s *switcher) FocusLost() { s.setFocus(false) }

func (s *switcher) setFocus(has bool) {
	s.focus = has
	s.Refresh()
}

// MouseIn follows the pointer.
func (s *switcher) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved shows which choice is under the pointer.
func (s *switcher) MouseMoved(e *desktop.MouseEvent) {
	if at := s.at(e.Position.X); at != s.hover {
		s.hover = at
		s.Refresh()
	}
}

// MouseOut forgets the pointer.
func (s *switcher) MouseOut() {
	s.hover = -1
	s.Refresh()
}

// Cursor is a hand.
func (s *switcher) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the choices.
func (s *switcher) CreateRenderer() fyne.WidgetRenderer {
	r := &switcherRenderer{switcher: s}
	r.dress()
	return kit.NewRinged(r, func() bool { return s.focus })
}

type switcherRenderer struct {
	switcher *switcher
	objects  []fyne.CanvasObject
}

func (r *switcherRenderer) dress() {
	s := r.switcher
	lefts, height := s.lefts(), r.MinSize().Height
	frame := canvas.NewRectangle(theme.Color(kit.ColorSurface))
	frame.StrokeColor, frame.StrokeWidth = theme.Color(kit.ColorLine), 1
	frame.CornerRadius = theme.Size(theme.SizeNameButtonRadius)
	frame.Resize(fyne.NewSize(lefts[len(s.labels)], height))
	r.objects = []fyne.CanvasObject{frame}
	for i, label := range s.labels {
		width := lefts[i+1] - lefts[i]
		if i == s.chosen || i == s.hover {
			g := canvas.NewRectangle(theme.Color(theme.ColorNameHover))
			if i == s.chosen {
				g.FillColor = theme.Color(kit.ColorChosen)
				g.StrokeColor, g.StrokeWidth = theme.Color(kit.ColorAccent), 1
			}
			g.CornerRadius = theme.Size(theme.SizeNameButtonRadius)
			g.Move(fyne.NewPos(lefts[i], 0))
			g.Resize(fyne.NewSize(width, height))
			r.objects = append(r.objects, g)
		}
		t := canvas.NewText(label, theme.Color(kit.ColorText))
		t.TextSize, t.TextStyle.Bold = theme.TextSize(), i == s.chosen
		size := t.MinSize()
		t.Move(fyne.NewPos(lefts[i]+(width-size.Width)/2, (height-size.Height)/2))
		r.objects = append(r.objects, t)
	}
}

func (r *switcherRenderer) Layout(fyne.Size) {}
func (r *switcherRenderer) MinSize() fyne.Size {
	lefts := r.switcher.lefts()
	return fyne.NewSize(lefts[len(lefts)-1], kit.Scaled(34))
}
func (r *switcherRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *switcherRenderer) Destroy()                     {}
func (r *switcherRenderer) Refresh() {
	r.dress()
	canvas.Refresh(r.switcher)
}
