package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// show puts an object in a window of that size and gives its canvas.
func show(t *testing.T, object fyne.CanvasObject, size fyne.Size) fyne.Canvas {
	t.Helper()
	w := fyne.CurrentApp().NewWindow("")
	w.SetPadded(false)
	w.SetContent(object)
	w.Resize(size)
	t.Cleanup(w.Close)
	return w.Canvas()
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestAButtonIsPressedByClickSpaceAndEnter(t *testing.T) {
	pressed := 0
	b := NewButton("Udskriv", nil, func() { pressed++ })
	show(t, b, fyne.NewSize(200, 60))
	test.Tap(b)
	for _, name := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
		b.TypedKey(key(name))
	}
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
	b.Disable()
	b.TypedKey(key(fyne.KeyReturn))
	if pressed != 4 || b.Cursor() != desktop.DefaultCursor {
		t.Error("a disabled button was pressed, or looks as if it could be")
	}
}

func TestAButtonPressedByKeyKeepsTheKeyboard(t *testing.T) {
	other := NewEntry("")
	stays, gives := NewButton("Vælg", nil, func() {}), NewButton("Skriv", nil, nil)
	canvas := show(t, Column(Within, stays, gives, other), fyne.NewSize(200, 160))
	gives.OnTapped = func() { canvas.Focus(other) }
	for _, name := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn} {
		canvas.Focus(stays)
		if stays.TypedKey(key(name)); canvas.Focused() != stays {
			t.Errorf("after %s the keyboard is at %T", name, canvas.Focused())
		}
		canvas.Focus(gives)
		if gives.TypedKey(key(name)); canvas.Focused() != other {
			t.Errorf("after %s the keyboard is at %T, not where the button put it", name, canvas.Focused())
		}
	}
	canvas.Focus(stays)
	stays.OnTapped = func() { stays.Hide() }
	if stays.TypedKey(key(fyne.KeySpace)); canvas.Focused() == stays {
		t.Error("a button that is gone has the keyboard")
	}
}

func TestTheKeyboardShowsAsARing(t *testing.T) {
	plain, main, field := NewButton("Annullér", nil, nil), NewMainButton("Slet", nil, nil), NewEntry("")
	canvas := show(t, Column(Within, plain, main, field), fyne.NewSize(300, 200))
	for _, w := range []fyne.Focusable{plain, main, field} {
		ring := test.WidgetRenderer(w.(fyne.Widget)).(*Ringed).ring
		if ring.Visible() {
			t.Errorf("%T shows a ring without the keyboard", w)
		}
		canvas.Focus(w)
		if !ring.Visible() {
			t.Errorf("%T shows no ring with the keyboard", w)
		}
		canvas.Unfocus()
		if ring.Visible() {
			t.Errorf("%T keeps its ring", w)
		}
	}
	accent := test.WidgetRenderer(main).(*Ringed).ring.StrokeColor
	if accent == test.WidgetRenderer(plain).(*Ringed).ring.StrokeColor {
		t.Error("the ring on the accent has the accent's colour")
	}
}

func TestEscAndF1ReachTheWindow(t *testing.T) {
	button, field := NewButton("Gem", nil, nil), NewTextEntry("")
	canvas := show(t, Column(Within, button, field), fyne.NewSize(300, 200))
	var got []fyne.KeyName
	canvas.SetOnTypedKey(func(k *fyne.KeyEvent) { got = append(got, k.Name) })
	for _, w := range []fyne.Focusable{button, field} {
		w.TypedKey(key(fyne.KeyEscape))
		w.TypedKey(key(fyne.KeyF1))
		w.TypedKey(key(fyne.KeyDown))
	}
	want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1, fyne.KeyEscape, fyne.KeyF1}
	if len(got) != len(want) {
		t.Fatalf("the window got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("the window got %v, want %v", got, want)
		}
	}
}

func TestAFieldMayKeepEscForItself(t *testing.T) {
	field := NewEntry("")
	canvas := show(t, field, fyne.NewSize(300, 60))
	reached, kept := 0, true
	canvas.SetOnTypedKey(func(*fyne.KeyEvent) { reached++ })
	field.OnEscape = func() bool { return kept }
	field.TypedKey(key(fyne.KeyEscape))
	kept = false
	field.TypedKey(key(fyne.KeyEscape))
	if reached != 1 {
		t.Errorf("Esc reached the window %d times, want 1", reached)
	}
}

func TestTheWindowsShortcutsPassThroughAField(t *testing.T) {
	field := NewEntry("")
	show(t, field, fyne.NewSize(300, 60))
	own := &desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierControl}
	window := &shortcutCanvas{}
	if !handOnShortcut(window, own) || window.got != own {
		t.Error("the window did not get its shortcut")
	}
	if handOnShortcut(window, &fyne.ShortcutPaste{}) {
		t.Error("paste was taken from the field")
	}
	if field.knows(own) || !field.knows(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl}) {
		t.Error("the field mistakes its own shortcuts for the window's")
	}
	field.SetText("to ord")
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	if field.SelectedText() != "to ord" {
		t.Error("the field no longer knows its own shortcuts")
	}
}

func TestTabLeavesAFieldOfSeveralLines(t *testing.T) {
	if NewTextEntry("").AcceptsTab() {
		t.Error("the field keeps Tab")
	}
}

func TestAFieldTellsWhenItHasTheKeyboard(t *testing.T) {
	field := NewEntry("")
	canvas := show(t, field, fyne.NewSize(300, 60))
	var told []bool
	field.OnFocus = func(has bool) { told = append(told, has) }
	canvas.Focus(field)
	canvas.Unfocus()
	if len(told) != 2 || !told[0] || told[1] {
		t.Errorf("told %v, want [true false]", told)
	}
}

func TestAPanicInACallbackIsCaught(t *testing.T) {
	var caught any
	OnPanic(func(value any, stack []byte) {
		if len(stack) == 0 {
			t.Error("no stack")
		}
		caught = value
	})
	defer OnPanic(nil)
	b := NewButton("Gem", nil, func() { panic("i knappen") })
	show(t, b, fyne.NewSize(100, 50))
	test.Tap(b)
	if caught != "i knappen" {
		t.Errorf("caught %v", caught)
	}
	field := NewEntry("")
	field.OnChanged = func(string) { panic("i feltet") }
	field.TypedRune('å')
	if caught != "i feltet" || field.Text != "å" {
		t.Errorf("caught %v; the field holds %q, want å", caught, field.Text)
	}
}

func TestAChoiceTellsOnceAndShowsIt(t *testing.T) {
	var told []int
	c := NewChoice([]string{"Lys", "Mørk"}, 0, func(i int) { told = append(told, i) })
	show(t, c, fyne.NewSize(300, 60))
	test.Tap(c.buttons[1])
	test.Tap(c.buttons[1])
	if len(told) != 1 || told[0] != 1 || c.Chosen() != 1 {
		t.Errorf("told %v, chosen %d", told, c.Chosen())
	}
	if c.buttons[0].Icon.Name() == c.buttons[1].Icon.Name() {
		t.Error("the chosen one is told by colour alone")
	}
}

func TestAFlowBreaksTheLineRatherThanCut(t *testing.T) {
	a, b, c := widget.NewLabel("Flyt til et andet sted"), widget.NewLabel("Åbn en anden fil"), widget.NewLabel("Vis")
	b.Hide()
	f := Flow(Between, a, b, c)
	width := a.MinSize().Width + c.MinSize().Width + Scaled(Between)
	f.Resize(fyne.NewSize(width, 100))
	if c.Position().Y != 0 {
		t.Error("what fits goes to another line")
	}
	f.Resize(fyne.NewSize(width-1, 100))
	if c.Position().Y == 0 || c.Position().X != 0 {
		t.Error("what does not fit stays on the line")
	}
	if f.MinSize().Height <= a.MinSize().Height {
		t.Error("two lines are no higher than one")
	}
}

func TestTextInAWideColumnKnowsItsHeight(t *testing.T) {
	text := NewText("En lang sætning, som ikke kan stå på én linje i en smal spalte, og som derfor fylder flere.")
	w := Wide(200, text)
	if got, line := w.MinSize().Height, widget.NewLabel("x").MinSize().Height; got < 2*line {
		t.Errorf("height %g for several lines of %g", got, line)
	}
	if w.MinSize().Width != Scaled(200) {
		t.Errorf("width %g, want %g", w.MinSize().Width, Scaled(200))
	}
}

func TestAtMostStaysReadableInAWideWindow(t *testing.T) {
	text := NewText("x")
	box := AtMost(300, text)
	box.Resize(fyne.NewSize(1000, 50))
	if text.Size().Width != Scaled(300) {
		t.Errorf("width %g, want %g", text.Size().Width, Scaled(300))
	}
	box.Resize(fyne.NewSize(200, 50))
	if text.Size().Width != 200 {
		t.Errorf("width %g, want 200", text.Size().Width)
	}
}

func TestAnEmptyRoomSaysWhatToDo(t *testing.T) {
	pressed := ""
	action := NewMainButton("Hent en tekst", nil, func() { pressed = "action" })
	example := NewButton("Se eksempel", nil, func() { pressed = "example" })
	canvas := show(t, NewEmpty(Icon("strategy"), "Her ser du, hvad der er ændret i en tekst.", action, example), fyne.NewSize(800, 600))
	test.Tap(example)
	if pressed != "example" {
		t.Error("the example's button does nothing")
	}
	for _, b := range []*Button{action, example} {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		if at.X < 0 || at.Y < 0 || at.X+b.Size().Width > canvas.Size().Width || at.Y+b.Size().Height > canvas.Size().Height {
			t.Errorf("%q lies outside the window", b.Text)
		}
	}
	show(t, NewEmpty(Icon("strategy"), "Uden knapper.", nil, nil), fyne.NewSize(400, 300))
}

// shortcutCanvas is a window that takes shortcuts; Fyne's test canvas does not.
type shortcutCanvas struct {
	fyne.Canvas
	got fyne.Shortcut
}

func (c *shortcutCanvas) TypedShortcut(s fyne.Shortcut) { c.got = s }

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(NewTheme(Light, 1))
	m.Run()
}
