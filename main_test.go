package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"synlig/data/fault"
	"synlig/data/store"
	"synlig/screens/console"
)

// atHome gives the program a fresh home, so that a test neither sees nor
// touches the tester's own workspace.
func atHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA"} {
		t.Setenv(name, home)
	}
	return home
}

// TestStartAndStop opens the whole program the first time, closes it, and opens
// it again on what it remembers.
func TestStartAndStop(t *testing.T) {
	home := atHome(t)
	application := test.NewApp()
	first, err := start(context.Background(), application, "")
	if err != nil {
		t.Fatal(err)
	}
	path := first.desk.Store().Path()
	if !strings.HasPrefix(path, home) {
		t.Fatalf("the first workspace lies in %s", path)
	}
	if empty, err := first.desk.Store().IsEmpty(context.Background()); empty || err != nil {
		t.Errorf("the first start shows no example: %v %v", empty, err)
	}
	first.close()
	first.close() // pressed twice

	again, err := start(context.Background(), application, "")
	if err != nil {
		t.Fatal(err)
	}
	defer again.close()
	if again.desk.Store().Path() != path {
		t.Errorf("opened %s, not the last one", again.desk.Store().Path())
	}
}

func TestOpensTheWorkspaceThatIsNamed(t *testing.T) {
	home := atHome(t)
	path := filepath.Join(home, "Årets sager 2014.synlig")
	if code := run([]string{"eksempel", path}, os.Stderr, os.Stderr); code != console.Done {
		t.Fatal(code)
	}
	p, err := start(context.Background(), test.NewApp(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	if p.desk.Store().Path() != path {
		t.Errorf("opened %s", p.desk.Store().Path())
	}
	if entries, _ := os.ReadDir(filepath.Join(home, "Synlig")); len(entries) > 0 {
		t.Error("a workspace was made although one was named")
	}
}

// TestRefusesPlainly is for starts that cannot end in a window: one sentence,
// exit code 2, and nothing made.
func TestRefusesPlainly(t *testing.T) {
	home := atHome(t)
	foreign := filepath.Join(home, "fremmed.synlig")
	os.WriteFile(foreign, []byte(strings.Repeat("ikke en database ", 100)), 0o644)
	for name, args := range map[string][]string{
		"unknown word":      {"udskriv"},
		"missing workspace": {"bilag", "--data", filepath.Join(home, "væk.synlig"), "--ud", home},
		"foreign workspace": {"bilag", "--data", foreign, "--ud", home},
	} {
		var out, problems strings.Builder
		if code := run(args, &out, &problems); code != console.Refuse || strings.Count(problems.String(), "\n") != 1 {
			t.Errorf("%s: code %d, %q", name, code, problems.String())
		}
	}
}

func TestSettingsComeFromOnePlace(t *testing.T) {
	var out strings.Builder
	if code := run([]string{"version"}, &out, os.Stderr); code != console.Done || out.String() != "Synlig "+setting("Version")+"\n" {
		t.Errorf("%q", out.String())
	}
	if setting("ID") != "dk.borgerraadgiver.synlig" || setting("Name") != "Synlig" {
		t.Error("name or id is off")
	}
}

// TestStranded is a start on a file that is no workspace: the file is left as it
// is, and another one opens from the same window.
func TestStranded(t *testing.T) {
	home := atHome(t)
	application := test.NewApp()
	foreign := filepath.Join(home, "fremmed.synlig")
	content := strings.Repeat("ikke en database ", 100)
	os.WriteFile(foreign, []byte(content), 0o644)
	if _, err := start(context.Background(), application, foreign); !fault.Is(err, store.Foreign) {
		t.Fatal(err)
	}
	fresh := filepath.Join(home, "nyt.synlig")
	way := &rescued{application: application}
	defer way.close()
	if err := way.open(foreign); !fault.Is(err, store.Foreign) {
		t.Errorf("the foreign file opened: %v", err)
	}
	if err := way.make(fresh); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(foreign); string(data) != content {
		t.Error("the foreign file was changed")
	}
	if application.Preferences().String(prefWorkspace) != fresh {
		t.Error("the next start does not open the new workspace")
	}
}
