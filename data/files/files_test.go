package files

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"synlig/data/fault"
)

func wantCode(t *testing.T, err error, want fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != want {
		t.Errorf("code %q, want %q (%v)", got, want, err)
	}
}

func wantFile(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q (%v), want %q", filepath.Base(path), got, err, want)
	}
}

// wantOnly checks that nothing else was left in the folder.
func wantOnly(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	if strings.Join(found, "|") != strings.Join(names, "|") {
		t.Errorf("the folder holds %q, want %q", found, names)
	}
}

func TestWrite(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "Bilag 1 – æøå.pdf")
	wantCode(t, Write(path, []byte("første"), false), "")
	wantFile(t, path, "første")
	wantCode(t, Write(path, []byte("anden"), false), Exists)
	wantFile(t, path, "første")
	wantCode(t, Write(path, []byte("tredje"), true), "")
	wantFile(t, path, "tredje")
	wantCode(t, Write(filepath.Join(folder, "ny"), nil, true), "")
	wantOnly(t, folder, "Bilag 1 – æøå.pdf", "ny")
}

func TestOnlyOneOfManyMakesTheFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "fil")
	for name, rename := range map[string]func(temp, path string) error{
		"system": renameNew, "link": linkNew, "claim": renameByClaim,
	} {
		t.Run(name, func(t *testing.T) {
			os.Remove(path)
			var made atomic.Int32
			var all sync.WaitGroup
			for i := range 16 {
				all.Go(func() {
					temp := filepath.Join(folder, "temp"+string(rune('a'+i)))
					if err := os.WriteFile(temp, []byte{byte(i)}, 0o600); err != nil {
						t.Error(err)
					}
					switch err := rename(temp, path); {
					case err == nil:
						made.Add(1)
					case !errors.Is(err, fs.ErrExist):
						t.Errorf("rename: %v", err)
					}
					os.Remove(temp)
				})
			}
			all.Wait()
			if made.Load() != 1 {
				t.Errorf("%d writers believe that they made the file", made.Load())
			}
			if data, err := os.ReadFile(path); err != nil || len(data) != 1 {
				t.Errorf("the file is half-written: %v %v", data, err)
			}
		})
	}
}

func TestWriteRefuses(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "fil")
	locked := filepath.Join(folder, "låst")
	for _, path := range []string{file, locked} {
		if err := os.WriteFile(path, []byte("gammel"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(locked, 0o444); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		want fault.Code
	}{
		{"", BadName},
		{file + "\x00", BadName},
		{filepath.Join(folder, strings.Repeat("x", 300)), BadName},
		{folder, IsFolder},
		{filepath.Join(folder, "ingen", "fil"), FolderMissing},
		{filepath.Join(file, "fil"), FolderMissing},
		{locked, Readonly},
	} {
		wantCode(t, Write(c.path, []byte("ny"), true), c.want)
	}
	wantFile(t, locked, "gammel")
	wantOnly(t, folder, "fil", "låst")
}

func TestWriteKeepsLinkAndRights(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links and rights are another matter on Windows")
	}
	folder := t.TempDir()
	real, link := filepath.Join(folder, "fil"), filepath.Join(folder, "henvisning")
	if err := errors.Join(os.WriteFile(real, []byte("gammel"), 0o640), os.Chmod(real, 0o664), os.Symlink(real, link)); err != nil {
		t.Fatal(err)
	}
	wantCode(t, Write(link, []byte("ny"), true), "")
	wantFile(t, real, "ny")
	info, err := os.Stat(real)
	if err != nil || info.Mode().Perm() != 0o664 {
		t.Errorf("rights %v (%v)", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link was replaced by a file")
	}
}

// What a killed program leaves behind is swept away by the next write, and
// what somebody is writing right now is not.
func TestAbandonedFilesAreSwept(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "mappe [a] * ?")
	if err := MakeFolder(folder); err != nil {
		t.Fatal(err)
	}
	abandonedFile := filepath.Join(folder, tempPrefix+"GAMMEL"+tempSuffix)
	journal := abandonedFile + "-journal"
	fresh := filepath.Join(folder, tempPrefix+"NY"+tempSuffix)
	own := filepath.Join(folder, "gammel.tmp")
	for _, path := range []string{abandonedFile, journal, fresh, own} {
		if err := os.WriteFile(path, []byte("halv"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := time.Now().Add(-2 * abandoned)
	for _, path := range []string{abandonedFile, journal, own} {
		if err := os.Chtimes(path, before, before); err != nil {
			t.Fatal(err)
		}
	}
	wantCode(t, Write(filepath.Join(folder, "fil"), []byte("hel"), false), "")
	wantOnly(t, folder, filepath.Base(fresh), "fil", "gammel.tmp")
}

func TestFailedFillLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "fil")
	if err := os.WriteFile(path, []byte("gammel"), 0o600); err != nil {
		t.Fatal(err)
	}
	own := fault.New("min-egen")
	err := Produce(path, true, func(temp string) error {
		return errors.Join(os.WriteFile(temp, []byte("halv"), 0o600), own)
	})
	wantCode(t, err, "min-egen")
	wantFile(t, path, "gammel")
	wantOnly(t, folder, "fil")

	// Somebody else makes the file while this one is being filled.
	other := filepath.Join(folder, "ny")
	err = Produce(other, false, func(temp string) error { return os.WriteFile(other, []byte("andens"), 0o600) })
	wantCode(t, err, Exists)
	wantFile(t, other, "andens")
	wantOnly(t, folder, "fil", "ny")
}

type shortWriter struct{}

func (shortWriter) Write(p []byte) (int, error) { return len(p) / 2, nil }

func TestShortWriteIsAnError(t *testing.T) {
	if err := writeAll(shortWriter{}, []byte("to")); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("got %v", err)
	}
}

func TestRead(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "fil")
	if err := os.WriteFile(path, bytes.Repeat([]byte("å"), 50), 0o600); err != nil {
		t.Fatal(err)
	}
	data, err := Read(path, 100)
	wantCode(t, err, "")
	if len(data) != 100 {
		t.Errorf("read %d bytes", len(data))
	}
	for _, c := range []struct {
		path  string
		limit int64
		want  fault.Code
	}{
		{path, 99, TooLarge},
		{folder, 100, IsFolder},
		{filepath.Join(folder, "ingen"), 100, Missing},
		{filepath.Join(path, "under"), 100, Missing},
		{"", 100, Missing},
		{path + "\x00", 100, BadName},
	} {
		_, err := Read(c.path, c.limit)
		wantCode(t, err, c.want)
	}
}

func TestCopy(t *testing.T) {
	folder := t.TempDir()
	from, to := filepath.Join(folder, "fra"), filepath.Join(folder, "til")
	if err := os.WriteFile(from, []byte("indhold"), 0o600); err != nil {
		t.Fatal(err)
	}
	wantCode(t, Copy(from, to, false), "")
	wantFile(t, to, "indhold")
	wantCode(t, Copy(from, to, false), Exists)
	wantCode(t, Copy(from, from, true), "")
	wantFile(t, from, "indhold")
	wantCode(t, Copy(filepath.Join(folder, "ingen"), to, true), Missing)
	wantCode(t, Copy(folder, to, true), IsFolder)
	wantFile(t, to, "indhold")
	wantOnly(t, folder, "fra", "til")
}
