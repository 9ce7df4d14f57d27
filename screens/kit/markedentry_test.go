package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// showMarked puts a field in a window, above something else as on a page.
func showMarked(t *testing.T) *MarkedEntry {
	t.Helper()
	use(t, NewTheme(Light, 1))
	e := NewMarkedEntry("", 3, 8, 90)
	column := Column(Between, e)
	e.OnHeight = column.Refresh
	show(t, column, fyne.NewSize(400, 500))
	return e
}

func TestAStretchIsChosenReplacedAndTakenBack(t *testing.T) {
	e := showMarked(t)
	var told []string
	e.OnChanged = func(text string) { told = append(told, text) }
	e.SetText("Æbler og pærer på række, og så mange ord at linjen brydes et par gange her.")
	if len(told) > 0 {
		t.Error("what the program put in was told as written")
	}
	e.Select(9, 14)
	if e.SelectedText() != "pærer" {
		t.Fatalf("chosen %q", e.SelectedText())
	}
	e.Replace(0, 5, "Blommer")
	if !strings.HasPrefix(e.Text(), "Blommer og pærer") || len(told) == 0 {
		t.Fatalf("%q, told %d times", e.Text(), len(told))
	}
	e.field.TypedShortcut(&fyne.ShortcutUndo{})
	e.field.TypedShortcut(&fyne.ShortcutUndo{})
	if !strings.HasPrefix(e.Text(), "Æbler og pærer") {
		t.Errorf("taken back it is %q", e.Text())
	}
	e.Replace(5, 14, "")
	if !strings.HasPrefix(e.Text(), "Æbler på række") {
		t.Errorf("taken out it is %q", e.Text())
	}
}

// Fyne remembers where a choice began when the text is another one: the next
// letter would be written over all of it.
func TestAnotherTextHasNothingChosen(t *testing.T) {
	e := showMarked(t)
	e.SetText("Det første")
	e.Select(0, 3)
	e.SetText("")
	e.Insert("Det andet")
	e.field.TypedRune('!')
	if e.Text() != "Det andet!" {
		t.Errorf("%q", e.Text())
	}
}

func TestATextThatCanOnlyBeReadStaysAsItIs(t *testing.T) {
	e := showMarked(t)
	e.SetText("Udgivet")
	e.SetReadOnly(true)
	e.Select(0, 7)
	e.field.TypedRune('x')
	for _, name := range []fyne.KeyName{fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn} {
		e.field.TypedKey(key(name))
	}
	for _, s := range []fyne.Shortcut{&fyne.ShortcutCut{Clipboard: &slip{}}, &fyne.ShortcutPaste{Clipboard: &slip{"y"}}, &fyne.ShortcutUndo{}} {
		e.field.TypedShortcut(s)
	}
	e.Insert("z")
	e.Replace(0, 1, "z")
	copied := &slip{}
	e.field.TypedShortcut(&fyne.ShortcutCopy{Clipboard: copied})
	if e.Text() != "Udgivet" || copied.text != "Udgivet" {
		t.Errorf("%q, copied %q", e.Text(), copied.text)
	}
}

func TestMarksMoveWithTheirWords(t *testing.T) {
	lines := []Underline{{0, 3, false}, {4, 9, true}, {10, 13, false}}
	if got := moveUnderlines(lines, "Det første ord", "Det fjerde ord"); !slices.Equal(got, []Underline{{0, 3, false}, {10, 13, false}}) {
		t.Errorf("written in: %v", got)
	}
	if got := moveUnderlines(lines, "Det første ord", "Det allerførste ord"); !slices.Equal(got, []Underline{{0, 3, false}, {9, 14, true}, {15, 18, false}}) {
		t.Errorf("%v", got)
	}
	if got := moveUnderlines(nil, "a", "b"); got != nil {
		t.Errorf("%v", got)
	}
}

func TestMarksStandUnderTheirWords(t *testing.T) {
	e := showMarked(t)
	e.SetText("Her står et ord, der er forkert, og en linje, som er så lang, at den brydes mindst en gang.")
	from := len([]rune("Her står et "))
	e.SetUnderlines([]Underline{{from, from + 3, true}})
	e.SetMarks([]EdgeMark{{At: 60, Text: "mobil"}})
	var bars []*canvas.Rectangle
	words := ""
	for _, o := range e.cover.objects {
		switch o := o.(type) {
		case *canvas.Rectangle:
			if o.FillColor == theme.Color(ColorDanger) {
				bars = append(bars, o)
			}
		case *canvas.Text:
			words += o.Text
		}
	}
	if len(bars) != 2 || words != "mobil" {
		t.Fatalf("%d lines under it, in the edge %q", len(bars), words)
	}
	left := theme.InnerPadding() + fyne.MeasureText("Her står et ", theme.TextSize(), fyne.TextStyle{}).Width
	if d := bars[0].Position().X - left; d > 1 || d < -1 {
		t.Errorf("the line begins at %v, the word at %v", bars[0].Position().X, left)
	}
	e.SetUnderlines([]Underline{{0, 80, false}}) // over the end of the line
	e.Light(Underline{From: 0, To: 5})
	e.Light(Underline{})
}

func TestTheFieldGrowsWithItsTextUpToALimit(t *testing.T) {
	e := showMarked(t)
	least := e.MinSize().Height
	e.SetText(strings.Repeat("linje\n", 6))
	grown := e.MinSize().Height
	e.SetText(strings.Repeat("linje\n", 60))
	most := e.MinSize().Height
	e.SetText(strings.Repeat("linje\n", 600))
	if !(least < grown && grown < most) || e.MinSize().Height != most {
		t.Errorf("%v, %v, %v, %v", least, grown, most, e.MinSize().Height)
	}
	e.Select(3000, 3001)
	if e.scroll.Offset.Y == 0 {
		t.Error("the caret is not brought into sight")
	}
	beyond := 0
	e.OnBeyond = func(*fyne.ScrollEvent) { beyond++ }
	e.scroll.ScrollToTop()
	e.cover.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 20)})
	if beyond != 1 {
		t.Error("what is scrolled further than the text goes nowhere")
	}
}
