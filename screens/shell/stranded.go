package shell

import (
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// strandedSize is the size of its window at text scale 1.
var strandedSize = fyne.NewSize(680, 400)

// Stranded is the window for a start that found no workspace it could open: it
// says what is wrong with the file, and offers another one or a new one. The
// file itself is left as it is.
type Stranded struct{ *Window }

// Rescue are the two ways out. Each shows the real window and gives nil, or
// says why this file would not do either.
type Rescue struct {
	Open func(path string) error // an existing workspace
	Make func(path string) error // a new one
}

// NewStranded makes the window for a start that ended with err.
func NewStranded(app fyne.App, err error, rescue Rescue) Stranded {
	s := Stranded{blank(app)}
	kit.OnPanic(s.panicked)
	s.useLanguage(app.Preferences().StringWithFallback(prefLanguage, words.Danish))
	app.Settings().SetTheme(s.chosenTheme())
	s.window = app.NewWindow(words.Text("shell.program"))
	s.window.SetContent(s.content(err, rescue))
	s.window.Resize(fyne.NewSize(kit.Scaled(strandedSize.Width), kit.Scaled(strandedSize.Height)))
	s.window.CenterOnScreen()
	s.window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape && len(s.sheets) > 0 {
			s.sheets[len(s.sheets)-1].escape()
		}
	})
	s.log.Error("no workspace to open", "error", err)
	return s
}

func (s Stranded) content(err error, rescue Rescue) fyne.CanvasObject {
	leave := func(try func(string) error) func(string) {
		return func(path string) {
			if err := try(path); err != nil {
				s.Fail(err)
				return
			}
			s.leave()
		}
	}
	open := kit.NewMainButton(words.Text("shell.stranded-open"), theme.FolderOpenIcon(), func() {
		s.PickFile(words.Text("shell.stranded-open-title"), []string{store.Extension}, leave(rescue.Open))
	})
	fresh := kit.NewButton(words.Text("shell.stranded-make"), theme.ContentAddIcon(), func() {
		s.SaveFile(words.Text("shell.stranded-make-title"), "Synlig"+store.Extension, leave(rescue.Make))
	})
	quit := kit.NewQuietButton(words.Text("shell.quit"), nil, s.leave)
	return container.NewVScroll(kit.Padded(2*kit.Around, 2*kit.Around, kit.Column(kit.Around,
		kit.NewSection(words.Text("shell.stranded-title")),
		kit.NewText(words.Fault(err)),
		kit.NewQuiet(words.Text("shell.stranded-text")),
		kit.Flow(kit.Between, open, fresh, quit))))
}

// leave closes the window. It is small and always the same, so its size is not
// remembered.
func (s Stranded) leave() {
	s.closed = true
	s.window.Close()
}
