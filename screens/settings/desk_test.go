package settings_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/settings"
)

// lay puts a new workspace with one person on a desk.
func lay(t *testing.T) (desk *settings.Desk, folder string, remembered *[]string) {
	t.Helper()
	folder, remembered = t.TempDir(), &[]string{}
	options := store.Options{Clock: clock.Fixed(when)}
	s, err := store.Create(context.Background(), filepath.Join(folder, "kontor.synlig"), options)
	if err != nil {
		t.Fatal(err)
	}
	desk = settings.NewDesk(s, options, func(path string) error {
		*remembered = append(*remembered, path)
		return nil
	})
	t.Cleanup(func() { desk.Store().Close() })
	add(t, desk.Store(), "Anna Riis")
	return desk, folder, remembered
}

func add(t *testing.T, s *store.Store, name string) {
	t.Helper()
	if _, err := s.AddPerson(context.Background(), people.Person{Name: name, Active: true}); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, s *store.Store) (list []string) {
	t.Helper()
	all, err := s.People(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		list = append(list, p.Name)
	}
	return list
}

func TestMovingGoesOnWithTheCopyAndLeavesTheOld(t *testing.T) {
	desk, folder, remembered := lay(t)
	old := desk.Store().Path()
	target := filepath.Join(folder, "drev", "fælles.synlig")
	if err := os.Mkdir(filepath.Dir(target), 0o700); err != nil {
		t.Fatal(err)
	}
	next, err := desk.Move(context.Background(), target)
	if err != nil {
		t.Fatal(err)
	}
	if next != desk.Store() || next.Path() != target || len(*remembered) != 1 || (*remembered)[0] != target {
		t.Errorf("open is %s, remembered %v", next.Path(), *remembered)
	}
	if got := names(t, next); len(got) != 1 || got[0] != "Anna Riis" {
		t.Errorf("people %v", got)
	}
	if _, err := os.Stat(old); err != nil {
		t.Error("the old file is gone")
	}
}

func TestAFileThatCannotBeOpenedChangesNothing(t *testing.T) {
	desk, folder, remembered := lay(t)
	before := desk.Store()
	foreign := filepath.Join(folder, "brev.synlig")
	if err := os.WriteFile(foreign, []byte("Kære borger"), 0o600); err != nil {
		t.Fatal(err)
	}
	next, err := desk.Open(context.Background(), foreign)
	if fault.CodeOf(err) == "" || fault.Is(err, fault.Internal) {
		t.Errorf("the error is %v", err)
	}
	if next != before || len(*remembered) != 0 {
		t.Error("another workspace is open")
	}
	if got := names(t, before); len(got) != 1 {
		t.Errorf("the workspace from before no longer answers: %v", got)
	}
}

func TestACopyIsBroughtBack(t *testing.T) {
	desk, folder, _ := lay(t)
	copied := filepath.Join(folder, "kopi.synlig")
	if err := desk.Backup(context.Background(), copied); err != nil {
		t.Fatal(err)
	}
	add(t, desk.Store(), "Bo Lund")
	next, err := desk.Restore(context.Background(), copied)
	if err != nil {
		t.Fatal(err)
	}
	if got := names(t, next); len(got) != 1 || next != desk.Store() {
		t.Errorf("people %v", got)
	}
	backups, err := desk.Backups()
	if err != nil {
		t.Fatal(err)
	}
	kept := false
	for _, b := range backups {
		kept = kept || b.Kind == store.BeforeRestore
	}
	if !kept {
		t.Error("what stood there before was not kept")
	}
}

func TestARefusedCopyLeavesTheWorkspaceOpen(t *testing.T) {
	desk, folder, _ := lay(t)
	missing := filepath.Join(folder, "væk.synlig")
	next, err := desk.Restore(context.Background(), missing)
	if err == nil || next == nil {
		t.Fatalf("store %v, error %v", next, err)
	}
	if got := names(t, desk.Store()); len(got) != 1 {
		t.Errorf("people %v", got)
	}
}

func TestAPathThatCannotBeRememberedIsTold(t *testing.T) {
	desk, folder, _ := lay(t)
	full := errors.New("disken er fuld")
	forgetful := settings.NewDesk(desk.Store(), store.Options{}, func(string) error { return full })
	next, err := forgetful.Move(context.Background(), filepath.Join(folder, "b.synlig"))
	if !errors.Is(err, full) || next == nil {
		t.Errorf("store %v, error %v", next, err)
	}
	next.Close()
}

func TestStartingEmptyKeepsThePersonAndACopy(t *testing.T) {
	desk, _, _ := lay(t)
	add(t, desk.Store(), "Bo Lund")
	all, err := desk.Store().People(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	next, err := desk.Clear(context.Background(), all[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := names(t, next); len(got) != 1 || got[0] != all[0].Name {
		t.Errorf("people %v", got)
	}
	backups, err := desk.Backups()
	if err != nil || len(backups) == 0 || backups[0].Kind != store.BeforeClear {
		t.Errorf("copies %v, %v", backups, err)
	}
}
