package shell

import (
	"slices"
	"testing"

	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestTheLookIsChosenAtOnceAndKept(t *testing.T) {
	w, _ := open(t)
	w.SetAppearance(kit.Dark)
	dark := theme.Color(kit.ColorGround)
	w.SetAppearance(kit.Light)
	if theme.Color(kit.ColorGround) == dark || w.Appearance() != kit.Light {
		t.Error("the look does not change")
	}
	for _, m := range w.window.MainMenu().Items {
		for _, item := range m.Items {
			if item.Label == words.Text("shell.look-light") && !item.Checked || item.Label == words.Text("shell.look-dark") && item.Checked {
				t.Errorf("the menu marks the wrong look at %q", item.Label)
			}
		}
	}
	w.app.Preferences().SetString(prefAppearance, "lilla")
	if w.Appearance() != kit.System {
		t.Error("an unknown look is believed")
	}
}

func TestTextSizeGoesFrom80To200(t *testing.T) {
	w, _ := open(t)
	for range 13 {
		w.larger()
	}
	if w.TextScale() != kit.MaxScale {
		t.Errorf("largest is %g", w.TextScale())
	}
	for range 13 {
		w.smaller()
	}
	if w.TextScale() != kit.MinScale {
		t.Errorf("smallest is %g", w.TextScale())
	}
	w.app.Preferences().SetFloat(prefScale, 1e9)
	if w.TextScale() != kit.MaxScale {
		t.Errorf("a broken preference gives %g", w.TextScale())
	}
}

// TestNothingIsCutAtAnySize looks at every label and button of the frame: its
// text must have the room it needs, and lie within the window.
func TestNothingIsCutAtAnySize(t *testing.T) {
	w, pages := open(t)
	pages[1].count = 12
	w.Say("Bilag 1 og 2 er skrevet", "Åbn", func() {})
	for _, size := range []fyne.Size{fyne.NewSize(900, 620), fyne.NewSize(1366, 740), fyne.NewSize(2560, 1400)} {
		for _, scale := range []float32{0.8, 1, 1.5, 2} {
			w.window.Resize(size)
			w.SetTextScale(scale)
			checkNothingCut(t, w, scale, size, w.window.Content())
			for name, open := range map[string]func(){
				"people": w.SwitchPerson, "about": w.about, "person": w.EditPerson,
				"fault": func() { w.Fail(nilFault{}) },
			} {
				open()
				if got := w.sheets[0].popup.Content.Size(); got.Width > size.Width || got.Height > size.Height {
					t.Errorf("%s at %g in %v is larger than the window: %v", name, scale, size, got)
				}
				checkNothingCut(t, w, scale, size, w.sheets[0].popup.Content)
				w.escape()
			}
		}
	}
}

type nilFault struct{}

func (nilFault) Error() string { return "noget" }

func checkNothingCut(t *testing.T, w *Window, scale float32, window fyne.Size, in fyne.CanvasObject) {
	t.Helper()
	walk(in, func(o fyne.CanvasObject) {
		var text string
		switch o := o.(type) {
		case *kit.Button:
			text = o.Text
		case *widget.Label:
			if o.Truncation == fyne.TextTruncateEllipsis {
				return // gives way on purpose
			}
			text = o.Text
		case *kit.Entry:
			text = o.PlaceHolder
		default:
			return
		}
		if !o.Visible() || text == "" || o.Size().IsZero() {
			return
		}
		if least := o.MinSize(); o.Size().Width < least.Width-0.5 || o.Size().Height < least.Height-0.5 {
			t.Errorf("%q is cut at %g in %v: %v of %v", text, scale, window, o.Size(), least)
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		if at.X < -0.5 || at.X+o.Size().Width > window.Width+0.5 {
			t.Errorf("%q lies outside at %g in %v: %v %v", text, scale, window, at, o.Size())
		}
	})
}

func TestTheWindowsSizeIsRemembered(t *testing.T) {
	w, _ := open(t)
	w.window.Resize(fyne.NewSize(1111, 777))
	w.Close()
	if got := w.rememberedSize(); got != fyne.NewSize(1111, 777) {
		t.Errorf("remembered %v", got)
	}
	for _, broken := range []float64{0, -5, 1e12} {
		w.app.Preferences().SetFloat(prefWidth, broken)
		if got := w.rememberedSize(); got != fyne.NewSize(firstWidth, firstHeight) {
			t.Errorf("a width of %g gives %v", broken, got)
		}
	}
}

func TestTheLanguageChangesEverythingAtOnce(t *testing.T) {
	w, pages := open(t)
	w.Show("posts")
	pages[1].unsaved = true
	w.SetLanguage(words.English)
	if pages[1].saved != 1 || pages[1].closed != 1 || pages[1].built != 2 {
		t.Errorf("saved %d, closed %d, built %d times", pages[1].saved, pages[1].closed, pages[1].built)
	}
	labels := func() (all []string) {
		for _, m := range w.window.MainMenu().Items {
			all = append(all, m.Label)
		}
		return all
	}
	if w.front.page.Key() != "posts" || !slices.Contains(labels(), "View") || lang.L("Cancel") != "Cancel" {
		t.Errorf("in front %s, menus %v, Fyne says %q", w.front.page.Key(), labels(), lang.L("Cancel"))
	}
	w.SetLanguage(words.Danish)
	if !slices.Contains(labels(), "Vis") || lang.L("Cancel") != "Annullér" {
		t.Errorf("menus %v, Fyne says %q", labels(), lang.L("Cancel"))
	}
}

func TestALanguageWaitsForTextThatCannotBeSaved(t *testing.T) {
	w, pages := open(t)
	pages[0].unsaved, pages[0].refuse = true, nilFault{}
	w.SetLanguage(words.English)
	if words.Language() != words.Danish || pages[0].closed != 0 || !w.dialogOpen() {
		t.Error("the room was thrown away with its text")
	}
}
