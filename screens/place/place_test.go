package place

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFindLiesInTheUsersFolders(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"} {
		t.Setenv(name, home)
	}
	found := Find()
	if !strings.HasPrefix(found.Data, home) || !strings.HasPrefix(found.Cache, home) || found.Portable {
		t.Errorf("%+v", found)
	}
	if entries, _ := os.ReadDir(home); len(entries) > 0 {
		t.Error("looking made something")
	}
}

func TestWithoutAHome(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"} {
		t.Setenv(name, "")
	}
	if found := Find(); found != (Folders{}) {
		t.Errorf("%+v", found)
	}
}

func TestPortable(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "USB nøgle")
	if err := os.MkdirAll(filepath.Join(folder, mark), 0o755); err != nil { // a folder of that name is no mark
		t.Fatal(err)
	}
	program := filepath.Join(folder, "Synlig.exe")
	if found, ok := beside(program); ok {
		t.Errorf("portable without the mark: %+v", found)
	}
	os.Remove(filepath.Join(folder, mark))
	os.WriteFile(filepath.Join(folder, mark), []byte("Så længe…"), 0o644)
	found, ok := beside(program)
	want := filepath.Join(folder, "Synlig-data")
	if !ok || !found.Portable || found.Data != want || !strings.HasPrefix(found.Cache, want) {
		t.Errorf("%+v", found)
	}
}
