package strategy

import (
	"errors"
	"testing"
	"time"

	"synlig/data/redline"
)

func TestReasonIsSavedWhenTheFieldIsLeft(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	page.choose(2)
	page.cards.write()
	page.cards.opened.reason.SetText("Fordi udvalget bad om det")
	if !page.Unsaved() || len(office.notes) != 0 {
		t.Fatalf("unsaved %v, saved notes %d", page.Unsaved(), len(office.notes))
	}
	host.Canvas().Focus(page.cards.rows)
	if page.Unsaved() || len(office.notes) != 1 || host.saved != 1 {
		t.Fatalf("unsaved %v, notes %d, told %d", page.Unsaved(), len(office.notes), host.saved)
	}
	got := office.notes[0]
	if got.Reason != "Fordi udvalget bad om det" || got.Author != "Test Testesen" || !got.At.Equal(august) {
		t.Errorf("saved %+v", got)
	}
	if got.Anchor != page.change(2).Note.Anchor {
		t.Errorf("anchor %+v", got.Anchor)
	}
}

func TestGuardSavesAndKeepsWhatCouldNotBeSaved(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	page.choose(2)
	page.cards.opened.reason.SetText("Gem mig")
	office.err = errors.New("disk full")
	if err := page.Save(); err == nil || !page.Unsaved() {
		t.Fatalf("save gave %v, unsaved %v", err, page.Unsaved())
	}
	office.err = nil
	if err := page.Save(); err != nil || page.Unsaved() || len(office.notes) != 1 {
		t.Fatalf("save gave %v, unsaved %v, %d notes", err, page.Unsaved(), len(office.notes))
	}
}

func TestReasonWrittenWhileSavingIsSavedToo(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	var held []func()
	page.start = func(work, done func()) {
		work()
		held = append(held, done)
	}
	page.choose(2)
	page.cards.opened.reason.SetText("første")
	page.notes.flush()
	page.cards.opened.reason.SetText("anden")
	page.notes.flush()
	if len(held) != 1 {
		t.Fatalf("%d batches at once", len(held))
	}
	held[0]()
	if n := len(office.notes); n != 2 || office.notes[1].Reason != "anden" {
		t.Fatalf("saved %+v", office.notes)
	}
	held[1]()
	if page.Unsaved() {
		t.Error("still unsaved")
	}
}

func TestClassAndPointAreSavedAndComparedAnew(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	page.choose(2)
	page.cards.opened.class.SetSelectedIndex(classIndex(redline.Editorial))
	if len(office.notes) != 1 || office.notes[0].Class != redline.Editorial {
		t.Fatalf("saved %+v", office.notes)
	}
	if got := page.change(2); got.Class != redline.Editorial || page.chosen != 2 {
		t.Errorf("class %q, chosen %d", got.Class, page.chosen)
	}
	page.cards.opened.point.SetSelectedIndex(0)
	if got := office.notes[len(office.notes)-1]; got.Point != 0 || page.change(page.chosen).Note.Point != 0 {
		t.Errorf("point %d", got.Point)
	}
}

func TestPauseInWritingSaves(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	var pause func()
	stopped := 0
	page.after = func(_ time.Duration, f func()) func() {
		pause = f
		return func() { stopped++ }
	}
	page.choose(2)
	page.cards.opened.reason.SetText("F")
	page.cards.opened.reason.SetText("Fo")
	if stopped != 1 || len(office.notes) != 0 {
		t.Fatalf("stopped %d, saved %d", stopped, len(office.notes))
	}
	pause()
	if len(office.notes) != 1 || office.notes[0].Reason != "Fo" {
		t.Errorf("saved %+v", office.notes)
	}
}
