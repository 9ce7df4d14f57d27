package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synlig/assets"
)

// halves measures every letter as half the type's size.
func halves(text string, size float64, _ bool) float64 { return float64(len([]rune(text))) * size / 2 }

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

func style(width float64) Style {
	return Style{Width: width, Size: 10, Measure: halves, Percent: percent}
}

func sample() Stack {
	bar := func(name string, key float64, shares ...float64) StackBar {
		b := StackBar{Name: Name{Name: name, Count: "n = 1.283"}, Key: key, Low: key - 0.02, High: key + 0.02, Says: name + " i en sætning"}
		for i, s := range shares {
			b.Segments = append(b.Segments, Segment{Share: s, Says: fmt.Sprintf("%s svar %d", name, i+1)})
		}
		return b
	}
	total := bar("Alle", 0.5, 0.2, 0.3, 0.2, 0.1, 0.1, 0.1)
	total.Total = true
	hidden := bar("Lille forvaltning", math.NaN())
	hidden.Hidden, hidden.Note, hidden.Low, hidden.High = true, "skjult af hensyn til anonymitet", math.NaN(), math.NaN()
	return Stack{
		Head: Head{Title: "Kender du os?", Notes: []string{"Andel af dem, der svarede."}},
		Keys: []Key{{Label: "Meget godt"}, {Label: "Godt"}, {Label: "Noget"}, {Label: "Lidt"}, {Label: "Slet ikke"}, {Label: "Ved ikke", DontKnow: true}},
		Bars: []StackBar{total, bar("Socialforvaltningen", 0.4, 0.1, 0.3, 0.3, 0.1, 0.17, 0.03), hidden, bar("Børne- og Ungdomsforvaltningen", 0.7, 0.4, 0.3, 0.1, 0.1, 0.05, 0.05)},
		Alt:  "Et diagram.",
	}
}

// texts are the scene's texts from the top down.
func texts(s Scene) []string {
	var all []string
	for _, shape := range s.Shapes {
		if shape.Kind == Text {
			all = append(all, shape.Text)
		}
	}
	return all
}

func TestStack(t *testing.T) {
	s := sample().Scene(style(480))
	all := strings.Join(texts(s), "|")
	best, next, least, total := strings.Index(all, "Børne"), strings.Index(all, "Social"), strings.Index(all, "Lille"), strings.Index(all, "Alle")
	if !(best < next && next < least && least < total) || best < 0 {
		t.Errorf("not sorted by the key figure with the total last: %s", all)
	}
	if strings.Contains(all, "3 %|") || !strings.Contains(all, "40 %") || !strings.Contains(all, "skjult") {
		t.Errorf("values: %s", all)
	}
	heavy := 0
	for _, shape := range s.Shapes {
		if shape.Kind == Line && shape.Weight > 1 && shape.Width == 480 {
			heavy++
		}
		if shape.Kind == Text && shape.Text == "40 %" && shape.Fill != white {
			t.Error("dark type on the darkest colour")
		}
		if shape.Kind == Text && shape.Text == "20 %" && shape.Fill == white && shape.Role == Data && shape.X > 300 {
			t.Error("white type on a light colour")
		}
	}
	if heavy != 1 {
		t.Errorf("%d heavier rules above the total", heavy)
	}
	if len(s.Areas) != 6+6+1+6 || s.Areas[len(s.Areas)-1].Says != "Alle svar 6" {
		t.Errorf("%d areas", len(s.Areas))
	}
	inside(t, s)
}

// inside fails for what stands outside the picture.
func inside(t interface {
	Helper()
	Errorf(string, ...any)
}, s Scene) {
	t.Helper()
	for _, shape := range s.Shapes {
		left, right := shape.X, shape.X+shape.Width
		if shape.Kind == Text {
			width := halves(shape.Text, shape.Size, shape.Bold)
			left -= width * float64(shape.Align) / 2
			right = left + width
		}
		if left < -2 || right > s.Width+2 || shape.Y < -2 || shape.Y+shape.Height > s.Height+2 || math.IsNaN(left+right+shape.Y) {
			t.Errorf("%+v lies outside %g × %g", shape, s.Width, s.Height)
		}
	}
}

func TestTwoWaves(t *testing.T) {
	c := Bars{Keys: []string{"2024", "2026"}, Sorted: true}
	for i, name := range []string{"Alle", "BIF", "BUF"} {
		p := 0.3 + 0.1*float64(i)
		c.Rows = append(c.Rows, BarRow{
			Name: Name{Name: name, Count: "n = 900", Total: i == 0},
			Bars: []BarValue{{Share: p, Low: p - 0.01, High: p + 0.01, Says: "før"}, {Share: p + 0.05, Low: p + 0.03, High: p + 0.07, Says: "nu"}},
			Note: "+5 point",
		})
	}
	s := c.Scene(style(400))
	inside(t, s)
	var colors []Color
	for _, shape := range s.Shapes {
		if shape.Kind == Rectangle && shape.Role == Data {
			colors = append(colors, shape.Fill)
		}
	}
	if len(colors) != 2+6 || colors[2] != Earlier || colors[3] != Later {
		t.Errorf("%v", colors)
	}
	if all := strings.Join(texts(s), "|"); strings.Index(all, "BUF") > strings.Index(all, "BIF") || strings.Index(all, "Alle") < strings.Index(all, "BIF") {
		t.Error(all)
	}
}

func TestColumns(t *testing.T) {
	c := Columns{Number: func(n float64) string { return fmt.Sprintf("%.0f", n) }}
	for _, v := range []float64{0, 3, 7, 12} {
		c.Columns = append(c.Columns, Column{Label: "måned", Value: v, Says: "så mange"})
	}
	s := c.Scene(style(300))
	inside(t, s)
	if len(s.Areas) != 4 || !strings.Contains(strings.Join(texts(s), "|"), "|12|") {
		t.Error(texts(s))
	}
	for most, want := range map[float64][2]float64{0: {1, 1}, 1: {1, 1}, 5: {5, 1}, 7: {8, 2}, 12: {15, 5}, 100: {100, 20}, 260: {300, 100}} {
		if end, step := countAxis(most); end != want[0] || step != want[1] {
			t.Errorf("an axis to %g: %g by %g", most, end, step)
		}
	}
	inside(t, Columns{Number: c.Number}.Scene(style(300)))
}

// TestNothingFallsOutside: whatever the figures, all is drawn in the picture.
func TestNothingFallsOutside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.Float64Range(260, 900).Draw(t, "width")
		n := rapid.IntRange(0, 7).Draw(t, "answers")
		c := Stack{Head: Head{Title: rapid.StringMatching(`[a-zæøå ]{0,60}`).Draw(t, "title")}}
		for i := range n {
			c.Keys = append(c.Keys, Key{Label: rapid.StringMatching(`[a-zæøå ]{0,50}`).Draw(t, "key"), DontKnow: i == 6})
		}
		for range rapid.IntRange(0, 9).Draw(t, "bars") {
			b := StackBar{Name: Name{Name: rapid.StringMatching(`[A-Zæøå ]{0,70}`).Draw(t, "name"), Count: "n = 12"}, Key: math.NaN(), Low: math.NaN()}
			left := 1.0
			for range n {
				share := rapid.Float64Range(0, left).Draw(t, "share")
				b.Segments = append(b.Segments, Segment{Share: share, Hidden: rapid.Bool().Draw(t, "hidden")})
				left -= share
			}
			c.Bars = append(c.Bars, b)
		}
		inside(t, c.Scene(style(width)))
	})
}

func TestSVGIsWellFormed(t *testing.T) {
	c := sample()
	c.Alt = `Tom & Bo <b> "x"`
	svg := c.Scene(style(480)).SVG()
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Contains(svg, []byte("<title>Børne- og Ungdomsforvaltningen svar 1</title>")) || !bytes.Contains(svg, []byte(`fill="#08306b"`)) {
		t.Error("the picture lacks its sentences or its colours")
	}
}

func TestPNG(t *testing.T) {
	all := assets.Fonts()
	fonts, err := NewFonts(all[0], all[1])
	if err != nil {
		t.Fatal(err)
	}
	s := style(560)
	s.Measure = fonts.Measure
	data, err := sample().Scene(s).PNG(fonts, 2)
	if err != nil {
		t.Fatal(err)
	}
	if folder := os.Getenv("SYNLIG_LOOK"); folder != "" {
		os.WriteFile(folder+"/stack.png", data, 0o600)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil || picture.Bounds().Dx() != 1120 {
		t.Fatal(err, picture.Bounds())
	}
	dark := 0
	for x := range 1120 {
		for y := range picture.Bounds().Dy() {
			if r, g, b, _ := picture.At(x, y).RGBA(); r>>8 == 0x08 && g>>8 == 0x30 && b>>8 == 0x6b {
				dark++
			}
		}
	}
	if dark < 1000 {
		t.Errorf("%d pixels of the darkest answer", dark)
	}
	if _, err := NewFonts([]byte("no font"), all[1]); err == nil {
		t.Error("a broken font was taken")
	}
}

func TestScaleColors(t *testing.T) {
	for n, want := range map[int][]int{1: {0}, 2: {0, 4}, 3: {0, 2, 4}, 5: {0, 1, 2, 3, 4}} {
		for i, at := range want {
			if got := ScaleColor(i, n); got != scale[at] {
				t.Errorf("answer %d of %d is %v", i, n, got)
			}
		}
	}
}
