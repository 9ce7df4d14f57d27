package shell

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"synlig/data/fault"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// strandedSize is the size of its window at text scale 1.
var strandedSize = fyne.NewSize(720, 500)

// Stranded is the window for a start that found no workspace it could open: it
// says what is wrong with the file, and offers another one or a new one. The
// file itself is left as it is.
type Stranded struct{ *Window }

// Rescue are the ways out. Each function shows the real window and gives nil,
// or says why this file would not do either.
type Rescue struct {
	Open func(path string) error // an existing workspace
	Make func(path string) error // a new one

	// Others are the paths of workspaces that were opened before; those that are
	// there are offered.
	Others []string
}

// NewStranded makes the window for a start that ended with err.
func NewStranded(app fyne.App, err error, rescue Rescue) Stranded {
	return strand(blank(app), err, rescue)
}

// strand furnishes a window that has nothing in it yet.
func strand(w *Window, err error, rescue Rescue) Stranded {
	s, app := Stranded{w}, w.app
	kit.OnPanic(s.panicked)
	s.useLanguage(app.Preferences().StringWithFallback(prefLanguage, words.Danish))
	app.Settings().SetTheme(s.chosenTheme())
	s.window = app.NewWindow(words.Text("shell.program"))
	if app.Icon() == nil {
		s.window.SetIcon(programIcon())
	}
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
	open, path := s.leaving(rescue.Open), pathOf(err)
	pick := kit.NewMainButton(words.Text("shell.stranded-open"), theme.FolderOpenIcon(), func() {
		s.PickFile(words.Text("shell.stranded-open-title"), []string{store.Extension}, open)
	})
	fresh := kit.NewButton(words.Text("shell.stranded-make"), theme.ContentAddIcon(), func() {
		s.SaveFile(words.Text("shell.stranded-make-title"), "Synlig"+store.Extension, s.leaving(rescue.Make))
	})
	quit := kit.NewQuietButton(words.Text("shell.quit"), nil, s.leave)
	ways := []fyne.CanvasObject{pick, fresh, quit}
	if path != "" {
		again := kit.NewButton(words.Text("shell.stranded-again"), theme.ViewRefreshIcon(), func() { open(path) })
		ways = []fyne.CanvasObject{pick, again, fresh, quit}
	}
	column := kit.Column(kit.Within,
		kit.NewSection(words.Text("shell.stranded-title")),
		kit.NewText(words.Fault(err)))
	if path != "" && !isThere(filepath.Dir(path)) {
		column.Add(kit.NewText(words.Text("shell.stranded-drive")))
	}
	column.Add(kit.NewQuiet(words.Text("shell.stranded-text")))
	column.Add(s.others(rescue.Others, path, open))
	// The ways on stay in sight, however long the words are.
	return kit.Padded(kit.Around, 2*kit.Around, container.NewBorder(nil,
		kit.Padded(kit.Between, 0, kit.Flow(kit.Between, ways...)), nil, nil, container.NewVScroll(column)))
}

// leaving is try as a button's work: it ends in the real window, or in words.
func (s Stranded) leaving(try func(string) error) func(path string) {
	return func(path string) {
		if err := try(path); err != nil {
			s.Fail(err)
			return
		}
		s.leave()
	}
}

// others offers the workspaces of before that are there, but not failed, which
// is the one that cannot be opened. It looks for them beside the window: a drive
// that is away may take its time to say so.
func (s Stranded) others(paths []string, failed string, open func(string)) fyne.CanvasObject {
	list := kit.Column(kit.Within, kit.NewQuiet(words.Text("shell.stranded-others")))
	list.Hide()
	for _, path := range paths {
		if path == failed {
			continue
		}
		row := s.other(path, open)
		row.Hide()
		list.Add(row)
		go func() {
			if !isThere(path) {
				return
			}
			s.do(func() {
				row.Show()
				list.Show()
				s.window.Content().Refresh()
			})
		}()
	}
	return list
}

// other is the button for one workspace: its name, and where it lies.
func (s Stranded) other(path string, open func(string)) fyne.CanvasObject {
	name := strings.TrimSuffix(filepath.Base(path), store.Extension)
	folder := widget.NewLabel(filepath.Dir(path))
	folder.Importance = widget.LowImportance
	folder.Truncation = fyne.TextTruncateEllipsis
	button := kit.NewButton(name, theme.DocumentIcon(), func() { open(path) })
	return container.NewBorder(nil, nil, button, nil, folder)
}

// pathOf is the path that err is about, "" when it is about none.
func pathOf(err error) string {
	if coded, ok := errors.AsType[*fault.Error](err); ok {
		return coded.Args["path"]
	}
	return ""
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// leave closes the window. It is small and always the same, so its size is not
// remembered.
func (s Stranded) leave() {
	s.closed = true
	s.window.Close()
}
