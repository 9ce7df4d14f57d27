package strategy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTwoFilesAreComparedInTheSameView(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	quickPapers(page)
	old, new := filepath.Join(t.TempDir(), "gammel.md"), filepath.Join(t.TempDir(), "ny.md")
	for path, text := range map[string]string{old: "# Titel\n\nVi kan svare.", new: "# Titel\n\nVi skal svare."} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	host.drop([]string{old, new})
	done := false
	page.readFiles(old, new, func() { done = true })
	if !done || page.compared == nil || len(page.reading.comparison.Changes) != 1 {
		t.Fatalf("done %v, compared %+v", done, page.compared)
	}
	if got := page.bar.title.Text; !strings.Contains(got, "gammel.md") || !strings.Contains(got, "ny.md") {
		t.Errorf("the banner says %q", got)
	}
	if page.bar.back.Hidden {
		t.Error("there is no way back")
	}
	page.Print()
	if got := names(t, host.folder); len(got) != 1 || !strings.HasSuffix(got[0], ".pdf") {
		t.Errorf("written: %q", got)
	}
	page.backToStrategy()
	if page.compared != nil || page.bar.title.Text != page.versus() {
		t.Error("the strategy is not back")
	}
}

func TestUnreadableFileIsToldAndNothingChanges(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	page.readFiles("/findes/ikke.md", "/findes/heller-ikke.md", nil)
	if len(host.failed) != 1 || page.compared != nil {
		t.Errorf("told %v, compared %v", host.failed, page.compared)
	}
}
