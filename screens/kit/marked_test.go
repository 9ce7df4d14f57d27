package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

func house(t testing.TB) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, 1))
}

func TestRulerAgreesWithFyne(t *testing.T) {
	house(t)
	r := NewRuler()
	for _, text := range []string{"Borgerrådgiveren", "Væsentlig", "AVATAR", "offentlig", "»To«", "a–b", "å", "日本", "👍🏽", "", "1.234,5"} {
		for _, bold := range []bool{false, true} {
			got := r.face(15, bold, false).width(text)
			want := fyne.MeasureText(text, 15, fyne.TextStyle{Bold: bold}).Width
			if d := got - want; d > 0.1 || d < -0.1 {
				t.Errorf("%q bold=%v: %v, Fyne says %v", text, bold, got, want)
			}
		}
	}
}

// A line is never wider than its column, no word is lost, and the heights are
// those of the lines that are drawn.
func TestLinesKeepTheirWidthAndTheirWords(t *testing.T) {
	house(t)
	r := NewRuler()
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("abcå mW  i.–")), 0, 120, -1), 0, 6).Draw(t, "pieces")
		width := rapid.Float32Range(40, 700).Draw(t, "width")
		var block MarkedBlock
		for i, text := range texts {
			block.Pieces = append(block.Pieces, MarkedPiece{Text: text, Mark: Mark(i % 3), Change: i})
		}
		m := r.Prepare(block)
		var words strings.Builder
		m.lines(width, func(l textLine) {
			var used float32
			for _, f := range m.fragments[l.from:l.to] {
				used += f.width
				if f.kind != spaceFragment {
					words.WriteString(block.Pieces[f.piece].Text[f.start:f.end])
				}
			}
			parts := l.to - l.from
			if used > width+0.01 && parts > 1 {
				t.Fatalf("a line of %v in a column of %v", used, width)
			}
		})
		if want := strings.ReplaceAll(block.Text(), " ", ""); words.String() != want {
			t.Fatalf("got %q, want %q", words.String(), want)
		}
		var sum float32
		for i, height := range m.AppendHeights(nil, width) {
			sum += height
			if got := float32(len(m.slab(i, width))) * m.line; got != height {
				t.Fatalf("slab %d is %v high, its lines %v", i, height, got)
			}
		}
		if want := float32(m.Count(width)) * m.line; sum != want {
			t.Fatalf("heights %v, lines %v", sum, want)
		}
	})
}

// drawn is what a view draws: its words with their styles, and its lines.
func drawn(view MarkedView) (letters []*canvas.Text, rules []*canvas.Rectangle) {
	p := newMarkedPainter(view)
	p.paint()
	for _, o := range p.letters {
		letters = append(letters, o.(*canvas.Text))
	}
	for _, o := range p.rules {
		rules = append(rules, o.(*canvas.Rectangle))
	}
	return letters, rules
}

func TestEachMarkHasItsShape(t *testing.T) {
	house(t)
	for _, c := range []struct {
		mark   Mark
		bold   bool
		lines  int
		under  bool
		colour fyne.ThemeColorName
	}{
		{MarkNone, false, 0, false, ColorText},
		{MarkAdded, true, 1, true, ColorAdded},
		{MarkRemoved, false, 1, false, ColorRemoved},
		{MarkMovedFrom, false, 2, false, ColorRemoved},
		{MarkMovedTo, false, 2, true, ColorAdded},
		{MarkRemark, false, 0, false, ColorQuiet},
	} {
		text := NewRuler().Prepare(MarkedBlock{Pieces: []MarkedPiece{{Text: "skal", Mark: c.mark}}})
		letters, rules := drawn(MarkedView{Text: &text, Width: 400, Margin: 50})
		if len(letters) != 1 || letters[0].TextStyle.Bold != c.bold || letters[0].Color != theme.Color(c.colour) {
			t.Fatalf("mark %d: letters %+v", c.mark, letters)
		}
		if len(rules) != c.lines {
			t.Fatalf("mark %d: %d lines, want %d", c.mark, len(rules), c.lines)
		}
		p := newMarkedPainter(MarkedView{Text: &text})
		for _, rule := range rules {
			if below := rule.Position().Y > p.baseline(); below != c.under {
				t.Errorf("mark %d: line at %v, baseline %v", c.mark, rule.Position().Y, p.baseline())
			}
			if rule.Size().Width != text.Width() {
				t.Errorf("mark %d: a line %v wide under %v", c.mark, rule.Size().Width, text.Width())
			}
		}
	}
}

func TestLinesDoNotRunOverSpacesAtTheEnds(t *testing.T) {
	house(t)
	text := NewRuler().Prepare(MarkedBlock{Pieces: []MarkedPiece{{Text: "a"}, {Text: " b ", Mark: MarkRemoved}, {Text: "c"}}})
	_, rules := drawn(MarkedView{Text: &text, Width: 400})
	face := text.face(MarkedPiece{})
	if len(rules) != 1 || rules[0].Size().Width != face.width("b") {
		t.Fatalf("lines %+v", rules)
	}
}

func TestNumbersAndBarStandInTheMargin(t *testing.T) {
	house(t)
	text := NewRuler().Prepare(MarkedBlock{Pieces: []MarkedPiece{
		{Text: "kan", Mark: MarkRemoved, Change: 3}, {Text: " "}, {Text: "skal", Mark: MarkAdded, Change: 3},
		{Text: " mere "}, {Text: "ny", Mark: MarkAdded, Change: 4}, {Text: " og "}, {Text: "nyt", Mark: MarkAdded, Change: 9},
	}})
	letters, rules := drawn(MarkedView{Text: &text, Width: 400, Margin: 80})
	number := letters[len(letters)-1]
	if number.Text != "[3–4, 9]" || number.Position().X >= 80 {
		t.Errorf("number %q at %v", number.Text, number.Position().X)
	}
	bar := rules[len(rules)-1]
	if bar.Position().X >= 80 || bar.Size().Height != text.line {
		t.Errorf("bar %+v", bar)
	}
}

func TestClickFindsTheChange(t *testing.T) {
	house(t)
	text := NewRuler().Prepare(MarkedBlock{Pieces: []MarkedPiece{{Text: "før "}, {Text: "nyt", Mark: MarkAdded, Change: 7}, {Text: " efter"}}})
	m := NewMarked()
	m.Set(MarkedView{Text: &text, Width: 400, Margin: 50})
	test.TempWidgetRenderer(t, m)
	got := -1
	m.OnTapped = func(change int) { got = change }
	before := text.face(MarkedPiece{}).width("før ")
	for _, c := range []struct {
		x    float32
		want int
	}{{52, 0}, {50 + before + 5, 7}, {10, 7}, {390, 0}} {
		m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.x, 10)})
		if got != c.want {
			t.Errorf("a click at %v found %d, want %d", c.x, got, c.want)
		}
	}
}

func TestSpokenSaysTheMarks(t *testing.T) {
	b := MarkedBlock{Label: "2.", Pieces: []MarkedPiece{
		{Text: "Vi "}, {Text: "kan ", Mark: MarkRemoved}, {Text: "skal", Mark: MarkAdded}, {Text: " nu", Mark: MarkAdded, Bold: true}, {Text: " svare."},
	}}
	got := b.Spoken(func(mark Mark, text string) string {
		return map[Mark]string{MarkAdded: "[+", MarkRemoved: "[-"}[mark] + text + "]"
	})
	if want := "2. Vi [-kan] [+skal nu] svare."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A paragraph of a million letters is shown slab by slab, and only as many
// lines as one slab has are drawn.
func TestMillionLettersAreShownInSlabs(t *testing.T) {
	house(t)
	text := NewRuler().Prepare(MarkedBlock{Pieces: []MarkedPiece{{Text: strings.Repeat("å", 1_000_000)}}})
	heights := text.AppendHeights(nil, 500)
	if len(heights) < 100 {
		t.Fatalf("%d slabs", len(heights))
	}
	letters, _ := drawn(MarkedView{Text: &text, Slab: len(heights) / 2, Width: 500})
	if len(letters) != slabLines {
		t.Errorf("%d lines drawn, want %d", len(letters), slabLines)
	}
}
