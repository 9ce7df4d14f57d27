package shell

import (
	"context"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/screens/words"

	"fyne.io/fyne/v2/test"
)

func TestClosingSavesWithoutAsking(t *testing.T) {
	w, pages := open(t)
	pages[0].unsaved = true
	pages[1].unsaved = true // never built, so nothing can stand in it
	w.Quit()
	if pages[0].saved != 1 || pages[1].saved != 0 || !w.closed || pages[0].closed != 1 {
		t.Errorf("saved %d and %d times, closed %v", pages[0].saved, pages[1].saved, w.closed)
	}
	w.Close()
	w.Quit()
	if pages[0].closed != 1 {
		t.Error("a window closes more than once")
	}
}

func TestClosingAsksWhenTheTextCannotBeSaved(t *testing.T) {
	w, pages := open(t)
	pages[0].unsaved, pages[0].refuse = true, fault.New("file-gone", "path", "kontor.synlig")
	w.Quit()
	if w.closed {
		t.Fatal("the window closed over unsaved text")
	}
	text := sheetText(w)
	if !strings.Contains(text, "kontor.synlig") || !strings.Contains(text, words.Text("shell.unsaved-verb")) {
		t.Errorf("the person reads:\n%s", text)
	}
	test.Tap(button(w, words.Text("shell.cancel")))
	if w.closed {
		t.Fatal("Annullér closed the window")
	}
	w.Quit()
	test.Tap(button(w, words.Text("shell.unsaved-verb")))
	if !w.closed {
		t.Error("the window cannot be closed at all")
	}
}

func TestARoomThatPanicsWhileSavingDoesNotCloseTheWindow(t *testing.T) {
	w, pages := open(t)
	pages[0].unsaved = true
	pages[0].onSave = func() { panic("under gem") }
	w.Quit()
	if w.closed || len(w.sheets) != 1 {
		t.Error("a panic in Save was taken for a save")
	}
	pages[0].onSave = nil
}

func TestClosingAsksWhileSomethingIsBeingDone(t *testing.T) {
	w, _ := open(t)
	w.after = (&timer{}).after
	w.Work("Skriver bilag", func(ctx context.Context, _ func(float64)) error {
		<-ctx.Done()
		return ctx.Err()
	}, func(error) { t.Error("a closed window was told") })
	w.Quit()
	if w.closed {
		t.Fatal("the window closed over running work")
	}
	test.Tap(button(w, words.Text("shell.working-verb")))
	ui.until(func() bool { return len(w.jobs) == 0 })
	if !w.closed {
		t.Error("the window stays open")
	}
}
