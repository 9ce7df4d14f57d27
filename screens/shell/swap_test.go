package shell

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/words"
)

func TestAnotherWorkspaceComesUnderTheWindow(t *testing.T) {
	w, pages := open(t)
	w.Show("posts")
	pages[0].unsaved = true
	next, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "b.synlig"), store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { next.Close() })
	bo, err := next.AddPerson(t.Context(), people.Person{Name: "Bo Lund", Active: true})
	if err != nil {
		t.Fatal(err)
	}
	w.app.Preferences().SetInt(prefPerson, int(bo.ID))
	let, done := make(chan bool), &outcome{}
	w.Swap("Åbner filen", func(context.Context) (*store.Store, error) {
		<-let
		return next, nil
	}, done.done)
	if pages[0].saved != 1 || pages[0].closed != 1 || pages[1].closed != 1 {
		t.Errorf("saved %d, closed %d and %d", pages[0].saved, pages[0].closed, pages[1].closed)
	}
	esc(w)
	w.Quit()
	if len(w.sheets) != 1 || w.closed {
		t.Error("Esc or closing broke into it")
	}
	let <- true
	if err := done.wait(); err != nil {
		t.Error(err)
	}
	if w.office != Office(next) || w.dialogOpen() || w.front.page.Key() != "posts" || w.Person().Name != "Bo Lund" {
		t.Errorf("in front %s, person %+v, dialog open: %v", w.front.page.Key(), w.Person(), w.dialogOpen())
	}
}

func TestAWorkspaceThatCannotBeOpenedIsTold(t *testing.T) {
	w, _ := open(t)
	before, done := w.office, &outcome{}
	w.Swap("Åbner filen", func(context.Context) (*store.Store, error) { return nil, errors.New("væk") }, done.done)
	if err := done.wait(); err == nil || w.office != before || len(w.sheets) != 1 || w.front == nil {
		t.Errorf("error %v, %d dialogs", err, len(w.sheets))
	}
}

func TestNothingIsSwappedUnderRunningWork(t *testing.T) {
	w, pages := open(t)
	w.after = (&timer{}).after
	let, ended := make(chan bool), &outcome{}
	w.Work("Skriver bilag", func(context.Context, func(float64)) error { <-let; return nil }, ended.done)
	w.Swap("Åbner filen", func(context.Context) (*store.Store, error) {
		t.Error("swapped")
		return nil, nil
	}, nil)
	w.SetLanguage(words.English)
	if len(w.sheets) != 1 || words.Language() != words.Danish || pages[0].closed != 0 {
		t.Errorf("%d dialogs, language %s", len(w.sheets), words.Language())
	}
	let <- true
	ended.wait()
}
