package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/data/chart"
)

// aChart is a scene with one shape of each kind and two areas.
func aChart(width float64) chart.Scene {
	box := func(x float64) chart.Box { return chart.Box{X: x, Y: 10, Width: 40, Height: 30} }
	return chart.Scene{Width: width, Height: 60, Alt: "To søjler.",
		Shapes: []chart.Shape{
			{Kind: chart.Rectangle, Box: box(0), Fill: chart.Later},
			{Kind: chart.Hatch, Box: box(60), Weight: 1},
			{Kind: chart.Line, Box: chart.Box{X: 0, Y: 40, Width: width}, Weight: 1, Role: chart.Strong},
			{Kind: chart.Line, Box: chart.Box{X: 0, Y: 0, Width: 10, Height: 10}, Weight: 1},
			{Kind: chart.Text, Box: chart.Box{X: 20, Y: 55}, Text: "a", Size: 12, Align: chart.Middle, Role: chart.Ink},
		},
		Areas: []chart.Area{{Box: box(0), Says: "Den ene."}, {Box: box(60), Says: "Den anden."}}}
}

func TestAChartSaysWhatIsPointedAt(t *testing.T) {
	use(t, NewTheme(Light, 1))
	c := NewChart(aChart)
	window := show(t, c, fyne.NewSize(300, 200))
	if c.says.Text != "To søjler." {
		t.Fatalf("it says %q", c.says.Text)
	}
	point := func(x float32) {
		c.face.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 20)}})
	}
	point(70)
	if c.says.Text != "Den anden." {
		t.Errorf("over the second it says %q", c.says.Text)
	}
	point(50)
	if c.says.Text != "To søjler." {
		t.Errorf("beside them it says %q", c.says.Text)
	}
	window.Focus(c.face)
	c.face.TypedKey(key(fyne.KeyRight))
	c.face.TypedKey(key(fyne.KeyRight))
	if c.says.Text != "Den anden." {
		t.Errorf("by keys it says %q", c.says.Text)
	}
	chosen := -1
	c.OnChoose = func(area int) { chosen = area }
	c.face.TypedKey(key(fyne.KeyReturn))
	if chosen != 1 {
		t.Errorf("Enter chose %d", chosen)
	}
	c.face.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 20)})
	if chosen != 0 {
		t.Errorf("a click chose %d", chosen)
	}
	c.face.MouseOut()
	window.Unfocus()
	if c.says.Text != "To søjler." {
		t.Errorf("left alone it says %q", c.says.Text)
	}
}

func TestAChartIsDrawnForItsWidth(t *testing.T) {
	use(t, NewTheme(Light, 1))
	var widths []float64
	c := NewChart(func(width float64) chart.Scene {
		widths = append(widths, width)
		return aChart(width)
	})
	show(t, c, fyne.NewSize(300, 200))
	c.Resize(fyne.NewSize(200, 200))
	c.Resize(fyne.NewSize(200, 150))
	if n := len(widths); n < 2 || widths[n-2] != 300 || widths[n-1] != 200 {
		t.Errorf("made for %v", widths)
	}
	before := len(widths)
	c.Redraw()
	if len(widths) != before+1 {
		t.Error("it is not drawn anew")
	}
	kinds := map[string]int{}
	for _, o := range c.face.CreateRenderer().(*chartFaceRenderer).objectsOf() {
		switch o.(type) {
		case *canvas.Rectangle:
			kinds["box"]++
		case *canvas.Line:
			kinds["line"]++
		case *canvas.Text:
			kinds["text"]++
		}
	}
	if kinds["box"] < 2 || kinds["line"] < 5 || kinds["text"] != 1 {
		t.Errorf("drawn as %v", kinds)
	}
}

// objectsOf draws and gives what was drawn.
func (r *chartFaceRenderer) objectsOf() []fyne.CanvasObject {
	r.draw()
	return r.objects
}

func TestDataIsTurnedRoundOnADarkScreen(t *testing.T) {
	use(t, NewTheme(Dark, 1))
	surface := nrgba(NewTheme(Dark, 1).Color(ColorSurface, 0))
	if got := contrast(nrgba(inkOf(chart.Data, chart.Later)), surface); got < shapeContrast {
		t.Errorf("the heaviest bar has contrast %.1f", got)
	}
	use(t, NewTheme(Light, 1))
	if got := nrgba(inkOf(chart.Data, chart.Later)); got.R != chart.Later.R || got.B != chart.Later.B {
		t.Errorf("on a light screen the colour is %v", got)
	}
}

func TestHatchStaysInItsBox(t *testing.T) {
	b := chart.Box{X: 10, Y: 20, Width: 33, Height: 17}
	lines := 0
	hatch(b, 5, func(x1, y1, x2, y2 float64) {
		lines++
		for _, p := range [][2]float64{{x1, y1}, {x2, y2}} {
			if p[0] < b.X || p[0] > b.X+b.Width || p[1] < b.Y || p[1] > b.Y+b.Height {
				t.Errorf("a line goes to %v", p)
			}
		}
	})
	if lines != 9 {
		t.Errorf("%d lines", lines)
	}
}
