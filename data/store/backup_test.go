package store

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/people"
)

// Write, back up, change, restore, read the old: in both journal modes, while
// another program has the workspace open.
func TestRestoreReallyRestores(t *testing.T) {
	for name, volume := range map[string]bool{"wal": true, "rollback": false} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			options := Options{local: func(string) bool { return volume }}
			s := create(t, place(t), options)
			old := sample(200)
			ok(t, s.SaveRevision(ctx, old))
			backup := filepath.Join(t.TempDir(), "kopi.synlig")
			ok(t, s.Backup(ctx, backup, false))
			copied := bytesOf(t, backup)

			changed := sample(40)
			changed.Title = "En anden"
			changed.Base.Blocks = old.Base.Blocks
			ok(t, s.SaveRevision(ctx, changed))
			changes := s.Watch(ctx)

			ok(t, Restore(ctx, backup, s.path, quick(options)))
			if c := <-changes; !c.Foreign {
				t.Error("the open window was not told")
			}
			if got := must(s.Revision(ctx))(t); !reflect.DeepEqual(got, old) {
				t.Error("the open window does not see what was restored")
			}
			ok(t, s.SetSetting(ctx, "a", "still writes"))
			ok(t, s.Close())
			s = open(t, s.path, options)
			if got := must(s.Revision(ctx))(t); !reflect.DeepEqual(got, old) {
				t.Error("what was restored is not what was backed up")
			}
			if volume != (s.journal == wal) {
				t.Errorf("journal %s after restoring", s.journal)
			}
			if bytesOf(t, backup) != copied {
				t.Error("the backup itself was changed")
			}

			backups := must(Backups(s.path))(t)
			if len(backups) != 1 || backups[0].Kind != BeforeRestore {
				t.Fatalf("backups %+v", backups)
			}
			ok(t, Restore(ctx, backups[0].Path, s.path, quick(Options{local: options.local, Clock: clock.Fixed(noon.Add(time.Minute))})))
			if got := must(s.Revision(ctx))(t); !reflect.DeepEqual(got, changed) {
				t.Error("restoring cannot be undone")
			}
		})
	}
}

func TestBackupIsOneFile(t *testing.T) {
	s, _ := saved(t, 30)
	if s.journal != wal {
		t.Skipf("the test's folder lies on a volume that is not known to be local")
	}
	dst := filepath.Join(t.TempDir(), "kopi.synlig")
	ok(t, s.Backup(t.Context(), dst, false))
	head := must(readHeader(dst, newestVersion(ownSchema())))(t)
	if head.wal {
		t.Error("the backup asks for a log beside it")
	}
	wantCode(t, s.Backup(t.Context(), dst, false), files.Exists)
	ok(t, s.Backup(t.Context(), dst, true))
	wantCode(t, s.Backup(t.Context(), s.path, true), BackupItself)
	link := filepath.Join(t.TempDir(), "link.synlig")
	ok(t, os.Symlink(s.path, link))
	wantCode(t, s.Backup(t.Context(), link, true), BackupItself)
	wantCode(t, s.Backup(t.Context(), filepath.Join(dst, "under"), true), files.FolderMissing)
	if entries := must(os.ReadDir(filepath.Dir(dst)))(t); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	must(open(t, dst, Options{}).Revision(t.Context()))(t)
}

func TestRestoreRefuses(t *testing.T) {
	s, want := saved(t, 30)
	folder := t.TempDir()
	good := filepath.Join(folder, "god.synlig")
	ok(t, s.Backup(t.Context(), good, false))
	content := bytesOf(t, good)
	for name, c := range map[string]struct {
		content string
		want    fault.Code
	}{
		"tom":        {"", BackupCorrupt},
		"tekst":      {strings.Repeat("Kære borger. ", 99), BackupForeign},
		"halv":       {content[:len(content)/2], BackupCorrupt},
		"nyere":      {content[:60] + "\x00\x00\x00\x63" + content[64:], Newer},
		"ødelagt":    {content[:8192] + strings.Repeat("\xa5", 4096) + content[12288:], BackupCorrupt},
		"fremmed db": {content[:68] + "abcd" + content[72:], BackupForeign},
	} {
		backup := filepath.Join(folder, name)
		ok(t, os.WriteFile(backup, []byte(c.content), 0o666))
		wantCode(t, Restore(t.Context(), backup, s.path, quick(Options{})), c.want)
	}
	wantCode(t, Restore(t.Context(), filepath.Join(folder, "ingen"), s.path, quick(Options{})), files.Missing)
	wantCode(t, Restore(t.Context(), folder, s.path, quick(Options{})), files.IsFolder)
	if got := must(s.Revision(t.Context()))(t); !reflect.DeepEqual(got, want) {
		t.Error("the workspace was changed")
	}
	if backups := must(Backups(s.path))(t); len(backups) != 0 {
		t.Errorf("backups were made for nothing: %+v", backups)
	}
}

// A workspace that cannot be read any more is kept byte for byte, logs and all.
func TestRestoreOverDamage(t *testing.T) {
	ctx := t.Context()
	s, want := saved(t, 30)
	backup := filepath.Join(t.TempDir(), "kopi.synlig")
	ok(t, s.Backup(ctx, backup, false))
	ok(t, s.Close())
	damage := "SQLite format 3\x00" + strings.Repeat("støj", 5000)
	ok(t, os.WriteFile(s.path, []byte(damage), 0o666))
	ok(t, os.WriteFile(s.path+"-wal", []byte("rest af en log"), 0o666))
	ok(t, Restore(ctx, backup, s.path, quick(Options{})))
	s = open(t, s.path, Options{})
	if got := must(s.Revision(ctx))(t); !reflect.DeepEqual(got, want) {
		t.Error("not what was backed up")
	}
	backups := must(Backups(s.path))(t)
	if len(backups) != 1 || backups[0].Kind != Damaged {
		t.Fatalf("backups %+v", backups)
	}
	if bytesOf(t, backups[0].Path) != damage || bytesOf(t, backups[0].Path+"-wal") != "rest af en log" {
		t.Error("the damaged file was not kept as it was")
	}
}

func TestRestoreWhereNothingIs(t *testing.T) {
	s, want := saved(t, 30)
	backup := filepath.Join(t.TempDir(), "kopi.synlig")
	ok(t, s.Backup(t.Context(), backup, false))
	path := place(t)
	ok(t, Restore(t.Context(), backup, path, quick(Options{})))
	if got := must(open(t, path, Options{}).Revision(t.Context()))(t); !reflect.DeepEqual(got, want) {
		t.Error("not what was backed up")
	}
}

func TestRestoreKeepsTheSharedMark(t *testing.T) {
	s, _ := saved(t, 30)
	backup := filepath.Join(t.TempDir(), "kopi.synlig")
	ok(t, s.Backup(t.Context(), backup, false))
	ok(t, s.Close())
	away := Options{local: func(string) bool { return false }}
	ok(t, open(t, s.path, away).Close())
	ok(t, Restore(t.Context(), backup, s.path, quick(away)))
	if s = open(t, s.path, Options{local: func(string) bool { return true }}); s.journal != rollback {
		t.Error("a shared workspace went back to WAL")
	}
}

func TestDailyBackup(t *testing.T) {
	path := place(t)
	day := func(n int) Options {
		return Options{Clock: clock.Fixed(noon.AddDate(0, 0, n)), Poll: time.Hour}
	}
	create(t, path, day(0)).Close()
	var days []string
	for n := range 20 {
		for range 2 {
			s := open(t, path, day(n))
			ok(t, s.BackupFault())
			ok(t, s.Close())
		}
	}
	for _, b := range must(Backups(path))(t) {
		if b.Kind != Daily || b.Size == 0 {
			t.Errorf("%+v", b)
		}
		days = append(days, b.At.Format(time.DateOnly))
	}
	if len(days) != 14 || days[0] != "2026-12-11" || days[13] != "2026-11-28" {
		t.Errorf("%d days kept: %v", len(days), days)
	}
	// After a long absence the newest are kept all the same.
	open(t, path, day(400)).Close()
	if left := must(Backups(path))(t); len(left) != keptLast {
		t.Errorf("after a year: %+v", left)
	}
}

func TestDailyBackupThatFails(t *testing.T) {
	path := closed(t, Options{})
	ok(t, os.WriteFile(backupFolder(path), []byte("en fil i mappens sted"), 0o666))
	s := open(t, path, Options{Clock: clock.Fixed(noon)})
	wantCode(t, s.BackupFault(), BackupFailed)
	must(s.Revision(t.Context()))(t)
}

func TestBackupsReadsOnlyItsOwn(t *testing.T) {
	path := place(t)
	if found := must(Backups(path))(t); found != nil {
		t.Errorf("%+v", found)
	}
	ok(t, os.Mkdir(backupFolder(path), 0o777))
	for _, name := range []string{
		"kontor 2026-11-22.synlig", "kontor 2026-11-21 10.42.33 før-gendannelse.synlig", "kontor 2026-11-20 10.42.33 beskadiget.synlig",
		"kontor 2026-11-19 10.42.33 før-opgradering-fra-12.synlig", "kontor 2026-11-18 10.42.33 før-start-tom.synlig",
		"kontor 2026-13-45.synlig", "kontor 2026-11-22.synlig-wal", "kontor 2026-11-22 10.42.33 andet.synlig", "andet 2026-11-22.synlig", ".synlig-X.tmp", "noter.txt",
	} {
		ok(t, os.WriteFile(filepath.Join(backupFolder(path), name), nil, 0o666))
	}
	var kinds []BackupKind
	for _, b := range must(Backups(path))(t) {
		kinds = append(kinds, b.Kind)
	}
	if want := []BackupKind{Daily, BeforeRestore, Damaged, BeforeUpgrade, BeforeClear}; !slices.Equal(kinds, want) {
		t.Errorf("kinds %v, want %v", kinds, want)
	}
}

func TestClear(t *testing.T) {
	ctx := t.Context()
	s, want := saved(t, 30)
	anna := must(s.AddPerson(ctx, people.Person{Name: "Anna Holm", Active: true}))(t)
	must(s.AddPerson(ctx, people.Person{Name: "Bo Ek", Active: true}))(t)
	ok(t, s.SetSetting(ctx, "language", "en"))
	window := open(t, s.path, Options{})
	changes := window.Watch(ctx)

	ok(t, s.Clear(ctx, anna, people.Person{Name: "Ny Person", Active: true}))
	<-changes
	for _, s := range []*Store{s, window} {
		if !must(s.IsEmpty(ctx))(t) {
			t.Error("not empty")
		}
	}
	staff := must(s.People(ctx))(t)
	if len(staff) != 2 || staff[0] != anna || staff[1].Initials != "NP" || staff[1].ID == 0 {
		t.Errorf("people %+v", staff)
	}
	if language, _ := mustSetting(t, s, "language"); language != "en" {
		t.Error("a setting is gone")
	}
	ok(t, window.Close())
	ok(t, s.Close())
	if exists(s.path+"-wal") || strings.Contains(bytesOf(t, s.path), "Kommunikationsstrategi") {
		t.Error("cleared words are still in the file")
	}
	backups := must(Backups(s.path))(t)
	if len(backups) != 1 || backups[0].Kind != BeforeClear {
		t.Fatalf("backups %+v", backups)
	}
	ok(t, Restore(ctx, backups[0].Path, s.path, quick(Options{})))
	if got := must(open(t, s.path, Options{}).Revision(ctx))(t); !reflect.DeepEqual(got, want) {
		t.Error("clearing cannot be undone")
	}
}
