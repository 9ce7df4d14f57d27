package settings_test

import (
	"slices"
	"testing"

	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// With Tab and Enter alone a list is found, written, kept and set back.
func TestTheKeyboardAloneIsEnough(t *testing.T) {
	w, desk := open(t)
	canvas := w.Canvas()
	to := func(verb string) {
		t.Helper()
		for range 60 {
			if b, ok := canvas.Focused().(*kit.Button); ok && b.Text == verb {
				return
			}
			canvas.FocusNext()
		}
		t.Fatalf("Tab never comes to %q", verb)
	}
	enter := func() { canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	to(words.Text("settings.words"))
	enter()
	if !says(w, words.Text("settings.words-text")) {
		t.Fatal("Enter does not open the section")
	}
	writing := func() bool {
		_, key := canvas.Focused().(desktop.Keyable)
		_, button := canvas.Focused().(*kit.Button)
		_, choice := canvas.Focused().(*kit.Select)
		return key && !button && !choice
	}
	for range 60 {
		if writing() {
			break
		}
		canvas.FocusNext()
	}
	test.Type(canvas.Focused(), "x")
	to(words.Text("settings.text-save"))
	enter()
	lists, err := desk.Store().WordLists(t.Context())
	if text := standing(t, w); err != nil || text[0] != 'x' || lists == nil || !says(w, words.Text("settings.text-own")) {
		t.Errorf("it was not kept: %v %.20q", err, text)
	}
	to(words.Text("settings.text-reset"))
	enter()
	to(words.Text("settings.text-reset-verb"))
	enter()
	if standing(t, w)[0] == 'x' {
		t.Error("it was not set back")
	}
}

// Where the window is narrow or the text large, the list folds out above.
func TestNarrowTheSectionsFoldOut(t *testing.T) {
	w, _ := open(t)
	w.SetTextScale(2)
	w.Fyne().Resize(fyne.NewSize(1000, 700))
	if _, ok := find(w, func(b *kit.Button) bool { return b.Text == words.Text("settings.copies") }); ok {
		t.Error("the list takes the room of the section")
	}
	s, ok := find(w, func(s *kit.Select) bool { return slices.Contains(s.Options, words.Text("settings.copies")) })
	if !ok {
		t.Fatal("there is no way to the other sections")
	}
	s.SetSelected(words.Text("settings.copies"))
	if !says(w, words.Text("settings.copies-text")) {
		t.Error("the section does not come")
	}
}

// The section that was open stays so when the language changes.
func TestTheSectionStays(t *testing.T) {
	w, _ := open(t)
	show(t, w, "sites")
	w.SetLanguage(words.English)
	if !says(w, words.Text("settings.sites-text")) {
		t.Error("another section is open")
	}
}
