package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Fonts measure and draw text for charts that stand by themselves. It may be
// used by several goroutines.
type Fonts struct {
	fonts [2]*opentype.Font // regular, bold
	mu    sync.Mutex
	faces map[faceKey]font.Face
}

type faceKey struct {
	size float64
	bold bool
}

// NewFonts takes TrueType files, regular and bold.
func NewFonts(regular, bold []byte) (*Fonts, error) {
	f := &Fonts{faces: map[faceKey]font.Face{}}
	for i, data := range [...][]byte{regular, bold} {
		parsed, err := opentype.Parse(data)
		if err != nil {
			return nil, err
		}
		f.fonts[i] = parsed
	}
	return f, nil
}

// face is the font at a size in pixels. The lock must be held.
func (f *Fonts) face(size float64, bold bool) font.Face {
	key := faceKey{size, bold}
	if face, ok := f.faces[key]; ok {
		return face
	}
	of := f.fonts[0]
	if bold {
		of = f.fonts[1]
	}
	face, err := opentype.NewFace(of, &opentype.FaceOptions{Size: size, DPI: 72})
	if err != nil {
		panic(err) // the font was parsed, and the options hold nothing to refuse
	}
	f.faces[key] = face
	return face
}

// Measure is the width of a text: a Measure.
func (f *Fonts) Measure(text string, size float64, bold bool) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	const fine = 8 // measured large, so that rounding to pixels does not add up
	return float64(font.MeasureString(f.face(size*fine, bold), text)) / 64 / fine
}

// most is the largest picture that is made, in pixels a side.
const most = 12000

// PNG draws the scene on white, scale pixels to a unit.
func (s Scene) PNG(f *Fonts, scale float64) ([]byte, error) {
	width, height := int(math.Ceil(s.Width*scale)), int(math.Ceil(s.Height*scale))
	width, height = min(max(width, 1), most), min(max(height, 1), most)
	p := painter{image.NewRGBA(image.Rect(0, 0, width, height)), f, scale}
	draw.Draw(p.RGBA, p.Bounds(), image.White, image.Point{}, draw.Src)
	for _, shape := range s.Shapes {
		p.shape(shape)
	}
	var out bytes.Buffer
	err := png.Encode(&out, p.RGBA)
	return out.Bytes(), err
}

// painter draws shapes in pixels.
type painter struct {
	*image.RGBA
	fonts *Fonts
	scale float64
}

func (p painter) shape(s Shape) {
	switch s.Kind {
	case Rectangle:
		if !s.NoFill {
			p.fill(s.X, s.Y, s.X+s.Width, s.Y+s.Height, s.Fill)
		}
		p.outline(s)
	case Line:
		p.line(s.X, s.Y, s.X+s.Width, s.Y+s.Height, s.Weight, s.Stroke)
	case Hatch:
		p.fill(s.X, s.Y, s.X+s.Width, s.Y+s.Height, white)
		for _, l := range s.Diagonals() {
			p.line(l[0], l[1], l[2], l[3], s.Weight, s.Stroke)
		}
		p.outline(s)
	case Text:
		p.text(s)
	}
}

func (p painter) outline(s Shape) {
	if s.Weight <= 0 {
		return
	}
	right, foot := s.X+s.Width, s.Y+s.Height
	p.line(s.X, s.Y, right, s.Y, s.Weight, s.Stroke)
	p.line(s.X, foot, right, foot, s.Weight, s.Stroke)
	p.line(s.X, s.Y, s.X, foot, s.Weight, s.Stroke)
	p.line(right, s.Y, right, foot, s.Weight, s.Stroke)
}

func (p painter) fill(x1, y1, x2, y2 float64, c Color) {
	p.polygon(c, x1, y1, x2, y1, x2, y2, x1, y2)
}

// line is a thin box along the line.
func (p painter) line(x1, y1, x2, y2, weight float64, c Color) {
	length := math.Hypot(x2-x1, y2-y1)
	if length == 0 || weight <= 0 {
		return
	}
	dx, dy := (y2-y1)/length*weight/2, (x1-x2)/length*weight/2
	p.polygon(c, x1+dx, y1+dy, x2+dx, y2+dy, x2-dx, y2-dy, x1-dx, y1-dy)
}

// polygon fills the corners x, y, x, y … with smooth edges.
func (p painter) polygon(c Color, corners ...float64) {
	size := p.Bounds()
	low, high := math.Inf(1), math.Inf(-1)
	left, right := math.Inf(1), math.Inf(-1)
	for i := 0; i < len(corners); i += 2 {
		corners[i], corners[i+1] = corners[i]*p.scale, corners[i+1]*p.scale
		left, right = min(left, corners[i]), max(right, corners[i])
		low, high = min(low, corners[i+1]), max(high, corners[i+1])
	}
	area := image.Rect(int(math.Floor(left)), int(math.Floor(low)), int(math.Ceil(right)), int(math.Ceil(high))).Intersect(size)
	if area.Empty() {
		return
	}
	r := vector.NewRasterizer(area.Dx(), area.Dy())
	for i := 0; i < len(corners); i += 2 {
		x, y := float32(corners[i]-float64(area.Min.X)), float32(corners[i+1]-float64(area.Min.Y))
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(p.RGBA, area, image.NewUniform(c.opaque()), image.Point{})
}

func (c Color) opaque() color.Color { return color.RGBA{c.R, c.G, c.B, 0xff} }

func (p painter) text(s Shape) {
	p.fonts.mu.Lock()
	defer p.fonts.mu.Unlock()
	face := p.fonts.face(s.Size*p.scale, s.Bold)
	x := s.X * p.scale
	switch width := float64(font.MeasureString(face, s.Text)) / 64; s.Align {
	case Middle:
		x -= width / 2
	case Right:
		x -= width
	}
	d := font.Drawer{Dst: p.RGBA, Src: image.NewUniform(s.Fill.opaque()), Face: face}
	d.Dot = fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(s.Y * p.scale * 64)}
	d.DrawString(s.Text)
}
