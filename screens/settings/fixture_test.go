package settings_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"synlig/data/clock"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/settings"
	"synlig/screens/shell"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// when is the moment at which every test happens.
var when = time.Date(2026, time.November, 22, 10, 42, 0, 0, time.Local)

// window is the shell's. Another workspace comes under it only when a test
// waits for it: Fyne's test driver has no UI goroutine of its own.
type window struct {
	*shell.Window
	begin, swapped chan bool
	file           string // what a file dialog answers
	shown          string // what was shown in its folder
}

func (w *window) PickFile(_ string, _ []string, done func(string)) { done(w.file) }
func (w *window) SaveFile(_, _ string, done func(string))          { done(w.file) }
func (w *window) ShowInFolder(path string)                         { w.shown = path }

// Work runs at once, for the same reason.
func (w *window) Work(_ string, work func(context.Context, func(float64)) error, done func(error)) {
	done(work(context.Background(), func(float64) {}))
}

// swap lets the swap begin that was asked for, and waits for its end.
func (w *window) swap() {
	w.begin <- true
	<-w.swapped
}

func (w *window) Swap(title string, swap func(context.Context) (*store.Store, error), done func(error)) {
	held := func(ctx context.Context) (*store.Store, error) {
		<-w.begin
		return swap(ctx)
	}
	w.Window.Swap(title, held, func(err error) {
		done(err)
		w.swapped <- true
	})
}

// open starts a window with the settings, and others before them, on a real
// workspace.
func open(t *testing.T, others ...shell.Builder) (*window, *settings.Desk) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kontor.synlig")
	options := store.Options{Clock: clock.Fixed(when)}
	workspace, err := store.Create(context.Background(), path, options)
	if err != nil {
		t.Fatal(err)
	}
	desk := settings.NewDesk(workspace, options, func(string) error { return nil })
	w := &window{begin: make(chan bool), swapped: make(chan bool)}
	w.Window = shell.New(test.NewApp(), workspace, append(others, func(shown *shell.Window) shell.Page {
		w.Window = shown
		return settings.New(w, desk, clock.Fixed(when))
	})...)
	t.Cleanup(func() {
		w.Close()
		words.Use(words.Danish)
		kit.OnPanic(nil)
		if err := desk.Store().Close(); err != nil {
			t.Error(err)
		}
	})
	w.Fyne().Resize(fyne.NewSize(1366, 740))
	return w, desk
}
