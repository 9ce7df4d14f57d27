package opening

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/store"
	"synlig/screens/place"
)

func TestIsFile(t *testing.T) {
	for arg, want := range map[string]bool{
		"kontor.synlig":                              true,
		"KONTOR.SYNLIG":                              true,
		filepath.Join("mappe", "notat.docx"):         true,
		"." + string(filepath.Separator) + "fremmed": true,
		"bilag": false, "--version": false, "-h": false, "findesikke": false, "hjælp": false,
	} {
		if IsFile(arg) != want {
			t.Errorf("%q: %v", arg, !want)
		}
	}
}

func TestChoose(t *testing.T) {
	home := t.TempDir()
	there, gone := filepath.Join(home, "her.synlig"), filepath.Join(home, "væk.synlig")
	os.WriteFile(there, nil, 0o644)
	own := place.Folders{Data: filepath.Join(home, "Synlig")}
	stick := place.Folders{Data: filepath.Join(home, "Synlig-data"), Portable: true}
	first := func(f place.Folders) string { return filepath.Join(f.Data, "Synlig.synlig") }
	for name, c := range map[string]struct {
		args   []string
		places place.Folders
		recent []string
		want   Choice
	}{
		"named":                            {[]string{gone}, own, []string{there}, Choice{gone, false}},
		"the last one":                     {nil, own, []string{there, gone}, Choice{there, false}},
		"the last one, gone":               {nil, own, []string{gone, there}, Choice{gone, false}},
		"never before":                     {nil, own, nil, Choice{first(own), true}},
		"no home":                          {nil, place.Folders{}, nil, Choice{}},
		"no home, but a last one":          {nil, place.Folders{}, []string{there}, Choice{there, false}},
		"portable":                         {nil, stick, []string{there}, Choice{there, false}},
		"portable, under another letter":   {nil, stick, []string{gone}, Choice{first(stick), true}},
		"portable, and a file that's gone": {[]string{gone}, stick, nil, Choice{gone, false}},
	} {
		if got := Choose(c.args, c.places, c.recent); got != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestOpen(t *testing.T) {
	home, ctx := t.TempDir(), t.Context()
	if _, err := (Choice{}).Open(ctx, store.Options{}); !fault.Is(err, noHome) {
		t.Errorf("without a home: %v", err)
	}
	gone := Choice{Path: filepath.Join(home, "væk.synlig")}
	if _, err := gone.Open(ctx, store.Options{}); !fault.Is(err, store.Missing) {
		t.Errorf("a workspace that is gone: %v", err)
	}
	first := Choose(nil, place.Folders{Data: filepath.Join(home, "Synlig")}, nil)
	for range 2 { // made, and found again
		workspace, err := first.Open(ctx, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if empty, err := workspace.IsEmpty(ctx); empty || err != nil {
			t.Errorf("the first workspace shows no example: %v", err)
		}
		workspace.Close()
	}
}

// TestEveryPath opens workspaces where people have them.
func TestEveryPath(t *testing.T) {
	home, ctx := t.TempDir(), t.Context()
	long := filepath.Join(home, strings.Repeat("å", 60), strings.Repeat("b", 120))
	name := strings.Repeat("c", max(250-len([]rune(long))-len("/.synlig"), 1)) + store.Extension
	paths := map[string]string{
		"blanks and Danish":     filepath.Join(home, "Årets møder & øvrige sager", "Min strategi.synlig"),
		"marks of addresses":    filepath.Join(home, "50 % #1 a=b;c", "x&y.synlig"),
		"two hundred and fifty": filepath.Join(long, name),
	}
	if got := len([]rune(paths["two hundred and fifty"])); got < 250 {
		t.Fatalf("the long path has %d characters", got)
	}
	for what, path := range paths {
		if err := Make(ctx, path, store.Options{}); err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		check := func(how, path string) {
			workspace, err := Choice{Path: path}.Open(ctx, store.Options{})
			if err != nil {
				t.Errorf("%s, %s: %v", what, how, err)
				return
			}
			defer workspace.Close()
			if err := workspace.BackupFault(); err != nil {
				t.Errorf("%s, %s: no backup: %v", what, how, err)
			}
			same, err := os.Stat(workspace.Path())
			if there, _ := os.Stat(path); err != nil || !os.SameFile(same, there) || !filepath.IsAbs(workspace.Path()) {
				t.Errorf("%s, %s: opened %s", what, how, workspace.Path())
			}
		}
		check("in full", path)
		t.Chdir(filepath.Dir(path))
		check("relative", filepath.Base(path))
		link := filepath.Join(home, "genvej.synlig")
		os.Remove(link)
		if err := os.Symlink(path, link); err != nil {
			t.Logf("no links here: %v", err)
			continue
		}
		check("through a link", link)
	}
	t.Chdir(home)
}
