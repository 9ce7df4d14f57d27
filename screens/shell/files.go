package shell

import (
	"os"
	"path/filepath"
	"strings"

	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
)

// PickFile asks for a file to read. extensions are written with the dot
// (".md"); none means any file. done is called on the UI goroutine, and not at
// all when the person changed their mind.
func (w *Window) PickFile(title string, extensions []string, done func(path string)) {
	folder := w.folder()
	w.ask(func() (string, error) { return w.native.open(title, folder, extensions) },
		func() { w.fynePickFile(title, extensions, done) },
		func(path string) { w.rememberFolder(filepath.Dir(path)); done(path) })
}

// PickFolder asks for a folder, as PickFile does for a file.
func (w *Window) PickFolder(title string, done func(path string)) {
	folder := w.folder()
	w.ask(func() (string, error) { return w.native.pickFolder(title, folder) },
		func() { w.fynePickFolder(title, done) },
		func(path string) { w.rememberFolder(path); done(path) })
}

// SaveFile asks where to put a new file; name is suggested, and its extension
// added when the person leaves it out. Whether an existing file may be replaced
// is asked before done is called.
func (w *Window) SaveFile(title, name string, done func(path string)) {
	folder := w.folder()
	chosen := func(path string) {
		if filepath.Ext(path) == "" {
			path += filepath.Ext(name)
		}
		w.rememberFolder(filepath.Dir(path))
		w.unlessTaken(path, done)
	}
	w.ask(func() (string, error) { return w.native.save(title, folder, name) },
		func() { w.houseSaveFile(title, name, chosen) }, chosen)
}

// ask runs a dialog of the system beside the window, or ours where the system
// has none or cannot show it.
func (w *Window) ask(native func() (string, error), own func(), done func(path string)) {
	if !w.native.available() {
		own()
		return
	}
	go func() {
		var path string
		err := sheltered(func() (err error) {
			path, err = native()
			return err
		})
		w.do(func() {
			defer kit.Catch()
			switch {
			case w.closed:
			case err != nil:
				w.log.Warn("the system's file dialog", "error", err)
				own()
			case path != "":
				done(path)
			}
		})
	}()
}

// unlessTaken asks before a file is replaced.
func (w *Window) unlessTaken(path string, done func(path string)) {
	if _, err := os.Stat(path); err != nil {
		done(path)
		return
	}
	w.Ask(words.Text("shell.replace-title"),
		words.Text("shell.replace-text", "name", filepath.Base(path)),
		words.Text("shell.replace-verb"), func() { done(path) })
}

// folder is where a file dialog begins: where the last file was, else home.
func (w *Window) folder() string {
	last := w.app.Preferences().String(prefFolder)
	if info, err := os.Stat(last); last != "" && err == nil && info.IsDir() {
		return last
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

func (w *Window) rememberFolder(folder string) { w.app.Preferences().SetString(prefFolder, folder) }

// fynePickFile is Fyne's own dialog, for machines where the system has none.
func (w *Window) fynePickFile(title string, extensions []string, done func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		defer kit.Catch()
		switch {
		case err != nil:
			w.Fail(err)
		case file != nil:
			path := file.URI().Path()
			file.Close()
			w.rememberFolder(filepath.Dir(path))
			done(path)
		}
	}, w.window)
	d.SetConfirmText(words.Text("shell.choose"))
	if len(extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	d.SetTitleText(title)
	w.showFileDialog(d)
}

func (w *Window) fynePickFolder(title string, done func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		defer kit.Catch()
		switch {
		case err != nil:
			w.Fail(err)
		case folder != nil:
			w.rememberFolder(folder.Path())
			done(folder.Path())
		}
	}, w.window)
	d.SetConfirmText(words.Text("shell.choose"))
	d.SetTitleText(title)
	w.showFileDialog(d)
}

// showFileDialog shows one of Fyne's file dialogs as large as the window
// allows. Resize before Show would panic.
func (w *Window) showFileDialog(d *dialog.FileDialog) {
	if at, err := storage.ListerForURI(storage.NewFileURI(w.folder())); err == nil {
		d.SetLocation(at)
	}
	d.Show()
	size := w.Canvas().Size()
	d.Resize(fyne.NewSize(min(kit.Scaled(800), size.Width*0.9), min(kit.Scaled(560), size.Height*0.9)))
}

// houseSaveFile asks for name and folder in a dialog of our own: Fyne's empties
// the file before anybody has agreed, and asks in English.
func (w *Window) houseSaveFile(title, name string, done func(path string)) {
	folder := w.folder()
	field := kit.NewEntry("")
	field.SetText(name)
	save := func() {
		if file := strings.TrimSpace(field.Text); file != "" {
			done(filepath.Join(folder, file))
		}
	}
	var s *sheet
	other := kit.NewButton(words.Text("shell.other-folder"), nil, nil)
	body := kit.Column(kit.Within, widget.NewLabel(words.Text("shell.file-name")), field,
		widget.NewLabel(words.Text("shell.file-folder")), kit.NewQuiet(folder), container.NewHBox(other))
	s = w.openSheet(title, dialogWidth, body,
		kit.NewButton(words.Text("shell.cancel"), nil, nil),
		kit.NewMainButton(words.Text("shell.save"), nil, save))
	other.OnTapped = func() {
		kept := field.Text
		s.close()
		w.fynePickFolder(title, func(string) { w.houseSaveFile(title, kept, done) })
	}
	field.OnSubmitted = func(string) { s.close(); save() }
	w.Canvas().Focus(field)
}
