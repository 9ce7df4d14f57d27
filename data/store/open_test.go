package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/files"
)

func wantCode(t testing.TB, err error, want fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != want {
		t.Errorf("code %q, want %q (%v)", got, want, err)
	}
}

// folderBytes is every file below folder with its content.
func folderBytes(t testing.TB, folder string) string {
	t.Helper()
	var all strings.Builder
	ok(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if path == folder && errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		all.WriteString(path + "\n")
		if err == nil && entry.Type().IsRegular() {
			all.WriteString(bytesOf(t, path))
		}
		return err
	}))
	return all.String()
}

// wantRefused opens path and checks the code, and that not a byte of the folder
// has changed.
func wantRefused(t *testing.T, path string, options Options, want fault.Code) {
	t.Helper()
	before := folderBytes(t, filepath.Dir(path))
	s, err := Open(t.Context(), path, quick(options))
	if err == nil {
		s.Close()
	}
	wantCode(t, err, want)
	if folderBytes(t, filepath.Dir(path)) != before {
		t.Errorf("%s: something in the folder was changed", want)
	}
}

// closed makes a workspace with a revision and closes it.
func closed(t testing.TB, options Options) string {
	s := create(t, place(t), options)
	ok(t, s.SaveRevision(t.Context(), sample(30)))
	ok(t, s.Close())
	return s.path
}

func TestCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ny mappe", "kontor 100% æøå #1?.synlig")
	s := create(t, path, Options{})
	if empty := must(s.IsEmpty(t.Context()))(t); !empty {
		t.Error("a new workspace is not empty")
	}
	_, err := s.Revision(t.Context())
	wantCode(t, err, DocumentMissing)
	ok(t, s.Close())
	ok(t, s.Close())
	_, err = s.Revision(t.Context())
	wantCode(t, err, Closed)
	wantCode(t, s.SetSetting(t.Context(), "a", "b"), Closed)
	before := folderBytes(t, filepath.Dir(path))
	_, err = Create(t.Context(), path, Options{})
	wantCode(t, err, Exists)
	if folderBytes(t, filepath.Dir(path)) != before {
		t.Error("the existing file was changed")
	}
	_, err = Create(t.Context(), filepath.Join(path, "under.synlig"), Options{})
	wantCode(t, err, files.FolderMissing)
	if entries := must(os.ReadDir(filepath.Dir(path)))(t); len(entries) != 1 {
		t.Errorf("the folder holds %v", entries)
	}
}

func TestOpenRefuses(t *testing.T) {
	whole := bytesOf(t, closed(t, Options{}))
	patched := func(at int, with string) string { return whole[:at] + with + whole[at+len(with):] }
	for name, c := range map[string]struct {
		content string
		want    fault.Code
	}{
		"no bytes":            {"", Empty},
		"one byte":            {"S", Foreign},
		"a text":              {strings.Repeat("Kære borger. ", 100), Foreign},
		"zeros":               {strings.Repeat("\x00", 8192), Foreign},
		"only a magic number": {"SQLite format 3\x00", Foreign},
		"another program's":   {patched(68, "abcd"), Foreign},
		"newer":               {patched(60, "\x00\x00\x00\x63"), Newer},
		"version zero":        {patched(60, "\x00\x00\x00\x00"), Corrupt},
		"cut off":             {whole[:len(whole)/2], Corrupt},
		"only the header":     {whole[:100], Corrupt},
		"a page of noise":     {patched(8192, strings.Repeat("\xa5", 4096)), Corrupt},
		"wrong page size":     {patched(16, "\x00\x03"), Corrupt},
		"first page broken":   {patched(100, strings.Repeat("\xff", 400)), Corrupt},
	} {
		t.Run(name, func(t *testing.T) {
			path := place(t)
			ok(t, os.WriteFile(path, []byte(c.content), 0o666))
			wantRefused(t, path, Options{}, c.want)
		})
	}
	folder := t.TempDir()
	wantRefused(t, filepath.Join(folder, "ingen.synlig"), Options{}, Missing)
	wantRefused(t, filepath.Join(folder, "ingen", "ingen.synlig"), Options{}, Missing)
	wantRefused(t, folder, Options{}, files.IsFolder)
	_, err := Open(t.Context(), "", Options{})
	wantCode(t, err, Missing)
}

func TestOpenRefusesAnotherSchema(t *testing.T) {
	for _, statement := range []string{"DROP TABLE note", "DROP TRIGGER version_approved_stays", "DROP INDEX version_one_draft"} {
		path := closed(t, Options{})
		ok(t, raw(t, path, nil)(statement))
		_, err := Open(t.Context(), path, quick(Options{}))
		wantCode(t, err, Corrupt)
	}
}

func TestOpenWhileAnotherProgramHoldsIt(t *testing.T) {
	path := closed(t, Options{local: func(string) bool { return false }})
	other := raw(t, path, pragmas{"_locking_mode": "EXCLUSIVE"})
	ok(t, other("BEGIN EXCLUSIVE"))
	wantRefused(t, path, Options{Wait: 20 * time.Millisecond}, Locked)
	ok(t, other("ROLLBACK"))
}

func TestWriteWhileAnotherProgramWrites(t *testing.T) {
	s := create(t, place(t), Options{Wait: 20 * time.Millisecond})
	other := raw(t, s.path, nil)
	ok(t, other("BEGIN IMMEDIATE"))
	wantCode(t, s.SetSetting(t.Context(), "a", "1"), Locked)
	ok(t, other("COMMIT"))
	ok(t, s.SetSetting(t.Context(), "a", "1"))
}

func TestCancelled(t *testing.T) {
	s := create(t, place(t), Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	wantCode(t, s.SetSetting(ctx, "a", "1"), Cancelled)
	wantCode(t, s.Backup(ctx, filepath.Join(t.TempDir(), "kopi"), false), Cancelled)
	_, err := Open(ctx, s.path, Options{})
	wantCode(t, err, Cancelled)
	if _, set := mustSetting(t, s, "a"); set {
		t.Error("a cancelled write was kept")
	}
}

func mustSetting(t *testing.T, s *Store, key string) (string, bool) {
	t.Helper()
	value, set, err := s.Setting(t.Context(), key)
	ok(t, err)
	return value, set
}

func TestJournalFollowsTheVolume(t *testing.T) {
	here := func(string) bool { return true }
	away := func(string) bool { return false }
	path := place(t)
	s := create(t, path, Options{local: here})
	if s.journal != wal {
		t.Fatalf("on a local volume: %s", s.journal)
	}
	ok(t, s.SaveRevision(t.Context(), sample(30)))
	ok(t, s.Close())

	s = open(t, path, Options{local: away})
	if s.journal != rollback || exists(path+"-wal") {
		t.Fatalf("on a network volume: %s", s.journal)
	}
	if len(must(s.Revision(t.Context()))(t).Base.Blocks) != 30 {
		t.Error("text was lost on the way from WAL")
	}
	ok(t, s.Close())

	s = open(t, path, Options{local: here})
	if s.journal != rollback {
		t.Errorf("on the machine that holds a shared file: %s", s.journal)
	}
}

// A file in WAL mode that somebody works with here cannot be taken over from
// another machine.
func TestNetworkWaitsForWAL(t *testing.T) {
	s := create(t, place(t), Options{local: func(string) bool { return true }})
	_, err := Open(t.Context(), s.path, quick(Options{Wait: 20 * time.Millisecond, local: func(string) bool { return false }}))
	wantCode(t, err, Locked)
	ok(t, s.SetSetting(t.Context(), "a", "1"))
}

func exists(path string) bool { return files.Exist(path) }

// oneMore is our schema with one more migration.
func oneMore(t *testing.T, statement string) fs.FS {
	t.Helper()
	next := newestVersion(ownSchema()) + 1
	schema := fstest.MapFS{
		fmt.Sprintf("%05d_more.sql", next): {Data: fmt.Appendf(nil, "-- +goose Up\n%s;\nPRAGMA user_version = %d;\n", statement, next)},
	}
	for _, name := range must(fs.Glob(ownSchema(), "*.sql"))(t) {
		schema[name] = &fstest.MapFile{Data: must(fs.ReadFile(ownSchema(), name))(t)}
	}
	return schema
}

func TestUpgradeCopiesFirst(t *testing.T) {
	for name, volume := range map[string]bool{"wal": true, "rollback": false} {
		t.Run(name, func(t *testing.T) {
			here := func(string) bool { return volume }
			path := closed(t, Options{local: here})
			newer := Options{local: here, schema: oneMore(t, "CREATE TABLE more (a INTEGER)")}
			s := open(t, path, newer)
			if n := must(ask[int](t.Context(), s.readers, "SELECT count(*) FROM more"))(t); n != 0 {
				t.Errorf("%d rows", n)
			}
			if len(must(s.Revision(t.Context()))(t).Notes) != 2 {
				t.Error("the notes did not come along")
			}
			backups := must(Backups(path))(t)
			if len(backups) != 1 || backups[0].Kind != BeforeUpgrade || !strings.Contains(backups[0].Path, fmt.Sprintf("2026-11-22 12.00.30 før-opgradering-fra-%d", newestVersion(ownSchema()))) {
				t.Fatalf("backups: %+v", backups)
			}
			ok(t, s.Close())
			wantRefused(t, path, Options{local: here}, Newer)

			// The way back: the old program and the copy.
			ok(t, Restore(t.Context(), backups[0].Path, path, quick(Options{local: here})))
			if got := must(open(t, path, Options{local: here}).Revision(t.Context()))(t); len(got.Base.Blocks) != 30 {
				t.Error("the copy does not hold what was there")
			}
		})
	}
}

// What an open newer program has written is still in its log and not in the
// header of the file.
func TestNewerWhileItIsOpen(t *testing.T) {
	path := closed(t, Options{})
	newer := Options{local: func(string) bool { return true }, schema: oneMore(t, "CREATE TABLE more (a INTEGER)")}
	s := open(t, path, newer)
	before := bytesOf(t, path)
	_, err := Open(t.Context(), path, quick(Options{}))
	wantCode(t, err, Newer)
	if bytesOf(t, path) != before {
		t.Error("the file was changed")
	}
	must(s.Revision(t.Context()))(t)
}

// Several programs start at the same moment on an older file: one brings it up
// to date, the others wait and find it done.
func TestManyOpenAtOnce(t *testing.T) {
	for name, volume := range map[string]bool{"wal": true, "rollback": false} {
		t.Run(name, func(t *testing.T) {
			options := Options{local: func(string) bool { return volume }, Clock: clock.Fixed(noon), Wait: 30 * time.Second}
			path := closed(t, options)
			options.schema = oneMore(t, "CREATE TABLE more (a INTEGER)")
			var all sync.WaitGroup
			for range 6 {
				all.Go(func() {
					s, err := Open(t.Context(), path, options)
					if err != nil {
						t.Error(err)
						return
					}
					defer s.Close()
					if err := s.BackupFault(); err != nil {
						t.Error(err)
					}
					if r, err := s.Revision(t.Context()); err != nil || len(r.Notes) != 2 {
						t.Errorf("%d notes, %v", len(r.Notes), err)
					}
				})
			}
			all.Wait()
		})
	}
}

func TestFailedUpgradeChangesNothing(t *testing.T) {
	path := closed(t, Options{})
	broken := oneMore(t, "CREATE TABLE more (a INTEGER);\nINSERT INTO nowhere VALUES (1)")
	if _, err := Open(t.Context(), path, quick(Options{schema: broken})); err == nil {
		t.Fatal("a broken migration went well")
	}
	s := open(t, path, Options{})
	if _, err := ask[int](t.Context(), s.readers, "SELECT count(*) FROM more"); err == nil {
		t.Error("half of the migration is there")
	}
	if len(must(s.Revision(t.Context()))(t).Draft.Blocks) != 31 {
		t.Error("text was lost")
	}
}

// Without the copy there is no upgrade.
func TestUpgradeNeedsItsCopy(t *testing.T) {
	path := closed(t, Options{})
	ok(t, os.WriteFile(backupFolder(path), []byte("en fil i mappens sted"), 0o666))
	wantRefused(t, path, Options{schema: oneMore(t, "CREATE TABLE more (a INTEGER)")}, BackupFailed)
}

func FuzzOpen(f *testing.F) {
	whole := bytesOf(f, closed(f, Options{}))
	for _, at := range []uint32{0, 18, 28, 60, 68, 100, 4096, 20000} {
		f.Add(at, []byte("\xff\xff"), uint32(len(whole)))
		f.Add(at, []byte("\x00"), at)
	}
	f.Fuzz(func(t *testing.T, at uint32, noise []byte, length uint32) {
		mutated := []byte(whole[:min(int(length), len(whole))])
		if int(at) < len(mutated) {
			copy(mutated[at:], noise)
		}
		path := place(t)
		ok(t, os.WriteFile(path, mutated, 0o666))
		before := folderBytes(t, filepath.Dir(path))
		s, err := Open(t.Context(), path, quick(Options{}))
		if err != nil {
			if code := fault.CodeOf(err); code == fault.Internal {
				t.Errorf("an error without a code: %v", err)
			}
			if folderBytes(t, filepath.Dir(path)) != before {
				t.Errorf("a refused file was changed (%v)", err)
			}
			return
		}
		defer s.Close()
		r, err := s.Revision(t.Context())
		if code := fault.CodeOf(err); code == fault.Internal {
			t.Errorf("an error without a code: %v", err)
		}
		if err == nil && r.Base.Hash() != sample(30).Base.Hash() {
			t.Error("another text was shown as the approved one")
		}
	})
}
