package moderation

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// blacken shows a screenshot and lets a person draw black boxes over it: with
// the mouse from corner to corner, or with the keyboard – the arrows move a
// cross, Space sets one corner and then the other, Backspace takes the last box
// away. The picture is in the memory alone.
type blacken struct {
	widget.BaseWidget
	picture *image.RGBA
	boxes   []image.Rectangle // in pixels of the picture
	changed func()

	cross   image.Point // of the keyboard, in pixels
	begun   bool        // a corner was set
	corner  image.Point
	focused bool
	scale   float32 // units of the window per pixel, after Layout
	at      fyne.Position
}

var (
	_ fyne.Draggable     = (*blacken)(nil)
	_ fyne.Focusable     = (*blacken)(nil)
	_ fyne.Tappable      = (*blacken)(nil)
	_ desktop.Mouseable  = (*blacken)(nil)
	_ desktop.Cursorable = (*blacken)(nil)
)

func newBlacken(picture *image.RGBA, changed func()) *blacken {
	b := &blacken{picture: picture, changed: changed, scale: 1}
	b.cross = picture.Bounds().Min.Add(picture.Bounds().Size().Div(2))
	b.ExtendBaseWidget(b)
	return b
}

// pixel is the pixel at a place of the widget.
func (b *blacken) pixel(at fyne.Position) image.Point {
	at = at.Subtract(b.at)
	size := b.picture.Bounds()
	p := image.Pt(int(at.X/b.scale), int(at.Y/b.scale)).Add(size.Min)
	return image.Pt(min(max(p.X, size.Min.X), size.Max.X), min(max(p.Y, size.Min.Y), size.Max.Y))
}

// MouseDown sets a corner.
func (b *blacken) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
	b.begun, b.corner = true, b.pixel(e.Position)
	b.cross = b.corner
	b.Refresh()
}

// MouseUp sets the other one.
func (b *blacken) MouseUp(e *desktop.MouseEvent) {
	if b.begun {
		b.cross = b.pixel(e.Position)
		b.finish()
	}
}

// Dragged shows the box that is being drawn.
func (b *blacken) Dragged(e *fyne.DragEvent) {
	b.cross = b.pixel(e.Position)
	b.Refresh()
}

// DragEnd is told after MouseUp.
func (b *blacken) DragEnd() {}

// Tapped keeps a click from reaching what lies under.
func (b *blacken) Tapped(*fyne.PointEvent) {}

// smallest is how many pixels a side of a box has at least: less is a slip.
const smallest = 3

func (b *blacken) finish() {
	b.begun = false
	box := image.Rectangle{Min: b.corner, Max: b.cross}.Canon()
	if box.Dx() >= smallest && box.Dy() >= smallest {
		b.boxes = append(b.boxes, box)
	}
	b.Refresh()
	b.changed()
}

// undo takes the last box away.
func (b *blacken) undo() {
	if b.begun {
		b.begun = false
	} else if n := len(b.boxes); n > 0 {
		b.boxes = b.boxes[:n-1]
	}
	b.Refresh()
	b.changed()
}

// FocusGained shows the cross.
func (b *blacken) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost hides it.
func (b *blacken) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune does nothing: the keys do.
func (b *blacken) TypedRune(rune) {}

// TypedKey moves the cross, sets corners and takes boxes away.
func (b *blacken) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	if kit.HandOn(b, key) {
		return
	}
	size := b.picture.Bounds()
	step := max(size.Dx()/60, 2)
	switch key.Name {
	case fyne.KeyLeft:
		b.cross.X -= step
	case fyne.KeyRight:
		b.cross.X += step
	case fyne.KeyUp:
		b.cross.Y -= step
	case fyne.KeyDown:
		b.cross.Y += step
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if b.begun {
			b.finish()
			return
		}
		b.begun, b.corner = true, b.cross
	case fyne.KeyBackspace, fyne.KeyDelete:
		b.undo()
		return
	default:
		return
	}
	b.cross = image.Pt(min(max(b.cross.X, size.Min.X), size.Max.X), min(max(b.cross.Y, size.Min.Y), size.Max.Y))
	b.Refresh()
}

// Cursor is a cross.
func (b *blacken) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// CreateRenderer shows the picture, the boxes and the cross.
func (b *blacken) CreateRenderer() fyne.WidgetRenderer {
	r := &blackenRenderer{b: b, image: canvas.NewImageFromImage(b.picture)}
	r.image.FillMode = canvas.ImageFillStretch
	return kit.NewRinged(r, func() bool { return b.focused })
}

type blackenRenderer struct {
	b       *blacken
	image   *canvas.Image
	objects []fyne.CanvasObject
}

func (r *blackenRenderer) Destroy()                     {}
func (r *blackenRenderer) MinSize() fyne.Size           { return fyne.NewSize(100, 100) }
func (r *blackenRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *blackenRenderer) Refresh()                     { r.draw(r.b.Size()) }
func (r *blackenRenderer) Layout(size fyne.Size)        { r.draw(size) }

// draw lays the picture in the middle, as large as there is room for, and the
// boxes over it.
func (r *blackenRenderer) draw(size fyne.Size) {
	b, pixels := r.b, r.b.picture.Bounds()
	if pixels.Empty() || size.Width <= 0 || size.Height <= 0 {
		return
	}
	b.scale = min(size.Width/float32(pixels.Dx()), size.Height/float32(pixels.Dy()))
	shown := fyne.NewSize(float32(pixels.Dx())*b.scale, float32(pixels.Dy())*b.scale)
	b.at = fyne.NewPos((size.Width-shown.Width)/2, 0)
	r.image.Move(b.at)
	r.image.Resize(shown)
	r.objects = []fyne.CanvasObject{r.image}
	for _, box := range b.boxes {
		r.box(box, color.Black)
	}
	if b.begun {
		r.box(image.Rectangle{Min: b.corner, Max: b.cross}.Canon(), color.NRGBA{A: 180})
	}
	if b.focused {
		at := r.place(b.cross)
		for _, line := range [][2]fyne.Position{{at.SubtractXY(9, 0), at.AddXY(9, 0)}, {at.SubtractXY(0, 9), at.AddXY(0, 9)}} {
			l := canvas.NewLine(theme.Color(theme.ColorNamePrimary))
			l.StrokeWidth = 2
			l.Position1, l.Position2 = line[0], line[1]
			r.objects = append(r.objects, l)
		}
	}
	canvas.Refresh(b)
}

func (r *blackenRenderer) place(p image.Point) fyne.Position {
	p = p.Sub(r.b.picture.Bounds().Min)
	return r.b.at.AddXY(float32(p.X)*r.b.scale, float32(p.Y)*r.b.scale)
}

func (r *blackenRenderer) box(box image.Rectangle, fill color.Color) {
	o := canvas.NewRectangle(fill)
	o.StrokeColor, o.StrokeWidth = theme.Color(kit.ColorOutline), 1
	o.Move(r.place(box.Min))
	o.Resize(fyne.NewSize(float32(box.Dx())*r.b.scale, float32(box.Dy())*r.b.scale))
	r.objects = append(r.objects, o)
}
