package shell

import (
	"strings"
	"testing"

	"synlig/assets"
	"synlig/screens/words"

	"fyne.io/fyne/v2/test"
)

// TestAbout names the version and everything that others made, and shows each
// licence in full.
func TestAbout(t *testing.T) {
	w, _ := open(t)
	w.about()
	text := sheetText(w)
	if !strings.Contains(text, words.Text("shell.about-text", "version", w.version())) {
		t.Errorf("the version is not told:\n%s", text)
	}
	for _, d := range assets.Dependencies() {
		if !strings.Contains(text, d.Name) {
			t.Errorf("%s is not named", d.Name)
		}
	}
	test.Tap(button(w, "EUPL 1.2"))
	if !strings.Contains(sheetText(w), "EUROPEAN UNION PUBLIC LICENCE") {
		t.Error("our own licence is not shown")
	}
	w.about()
	d := assets.Dependencies()[0]
	test.Tap(button(w, d.Name))
	if shown := sheetText(w); !strings.Contains(shown, d.Version) || !strings.Contains(shown, d.Licence) || !strings.Contains(shown, d.Text) {
		t.Errorf("the licence of %s is not shown:\n%s", d.Name, shown)
	}
}
