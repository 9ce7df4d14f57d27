package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"synlig/data/fault"
	"synlig/data/files"
)

// folderSuffix names the folder of backups beside a workspace: for
// "kontor.synlig" it is "kontor.sikkerhedskopier". People see these names in
// their file manager, so they are Danish.
const folderSuffix = ".sikkerhedskopier"

// Why a copy was put aside, as written in its name.
const (
	beforeUpgrade = "før-opgradering-fra-" // and the version it has
	beforeRestore = "før-gendannelse"
	beforeClear   = "før-start-tom"
	damaged       = "beskadiget"
)

const (
	keptDays = 14 // how long a backup is kept
	keptLast = 3  // so many of the newest are kept, whatever their age
)

// BackupKind is why a backup was made.
type BackupKind string

// The kinds of backups.
const (
	Daily         BackupKind = "daily"
	BeforeUpgrade BackupKind = "before-upgrade"
	BeforeRestore BackupKind = "before-restore"
	BeforeClear   BackupKind = "before-clear"
	Damaged       BackupKind = "damaged" // what stood there when it could not be read
)

// BackupInfo is one backup in a workspace's folder of backups.
type BackupInfo struct {
	Path string
	Kind BackupKind
	At   time.Time // local time; a Daily has the day only, at midnight
	Size int64     // bytes
}

// Backup writes a copy of the workspace to the file dst. It is one state of the
// workspace, also while others write. An existing file is replaced only with
// overwrite; the workspace itself never.
func (s *Store) Backup(ctx context.Context, dst string, overwrite bool) error {
	if own, err := os.Stat(s.path); err == nil {
		if other, err := os.Stat(dst); err == nil && os.SameFile(own, other) {
			return fault.New(BackupItself, "path", dst)
		}
	}
	return s.coded(ctx, files.Produce(dst, overwrite, func(temp string) error {
		return copyOut(ctx, s.path, temp, s.options.Wait)
	}))
}

// Backups are the backups in the folder beside the workspace at path, newest
// first. A missing folder has none.
func Backups(path string) ([]BackupInfo, error) {
	path, err := absolute(path)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(backupFolder(path))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fault.Wrap(err, Failed, "path", backupFolder(path))
	}
	var found []BackupInfo
	for _, entry := range entries {
		backup, ok := parseName(entry.Name(), stem(path))
		info, err := entry.Info()
		if ok && err == nil && info.Mode().IsRegular() {
			backup.Path = filepath.Join(backupFolder(path), entry.Name())
			backup.Size = info.Size()
			found = append(found, backup)
		}
	}
	slices.SortFunc(found, func(a, b BackupInfo) int {
		return cmpBackups(b, a)
	})
	return found, nil
}

func cmpBackups(a, b BackupInfo) int {
	if c := a.At.Compare(b.At); c != 0 {
		return c
	}
	return strings.Compare(a.Path, b.Path)
}

// backUpDaily makes today's backup when there is none, and removes those that
// are too old.
func (s *Store) backUpDaily(ctx context.Context) error {
	now := s.options.Clock()
	dst := filepath.Join(backupFolder(s.path), stem(s.path)+" "+now.Format(time.DateOnly)+Extension)
	if files.Exist(dst) {
		return nil
	}
	err := files.MakeFolder(filepath.Dir(dst))
	if err == nil {
		err = s.Backup(ctx, dst, false)
	}
	if err != nil && !fault.Is(err, files.Exists) { // another program was faster
		return fault.Wrap(err, BackupFailed, "path", dst)
	}
	return prune(s.path, now)
}

// prune removes the backups of the workspace at path that are older than
// keptDays, but for the newest.
func prune(path string, now time.Time) error {
	backups, err := Backups(path)
	if err != nil {
		return err
	}
	oldest := now.AddDate(0, 0, -keptDays)
	for _, backup := range backups[min(keptLast, len(backups)):] {
		if backup.At.Before(oldest) {
			os.Remove(backup.Path) // what cannot be removed stays for next time
		}
	}
	return nil
}

// setAside puts a copy of the workspace at path into its folder of backups.
func setAside(ctx context.Context, path, why string, options Options) error {
	return produceAside(path, why, options, func(dst string) error {
		return files.Produce(dst, false, func(temp string) error {
			return copyOut(ctx, path, temp, options.Wait)
		})
	})
}

// produceAside calls produce with a new name in path's folder of backups.
func produceAside(path, why string, options Options, produce func(dst string) error) error {
	folder := backupFolder(path)
	err := files.MakeFolder(folder)
	// A name is a second long; the next is taken when two come in one.
	for at := options.Clock(); err == nil; at = at.Add(time.Second) {
		err = produce(filepath.Join(folder, stem(path)+" "+at.Format("2006-01-02 15.04.05")+" "+why+Extension))
		if !fault.Is(err, files.Exists) {
			break
		}
		err = nil
	}
	if err != nil && !fault.Is(err, Locked) && !fault.Is(err, Cancelled) {
		return fault.Wrap(err, BackupFailed, "path", folder)
	}
	return err
}

func stem(path string) string { return strings.TrimSuffix(filepath.Base(path), Extension) }

func backupFolder(path string) string {
	return filepath.Join(filepath.Dir(path), stem(path)+folderSuffix)
}

var backupName = regexp.MustCompile(`^ (\d{4}-\d\d-\d\d)(?: (\d\d\.\d\d\.\d\d) ([^ ]+))?` + regexp.QuoteMeta(Extension) + `$`)

// parseName reads a backup's kind and time from its name.
func parseName(name, stem string) (BackupInfo, bool) {
	rest, ok := strings.CutPrefix(name, stem)
	parts := backupName.FindStringSubmatch(rest)
	if !ok || parts == nil {
		return BackupInfo{}, false
	}
	if parts[2] == "" {
		at, err := time.ParseInLocation(time.DateOnly, parts[1], time.Local)
		return BackupInfo{Kind: Daily, At: at}, err == nil
	}
	at, err := time.ParseInLocation("2006-01-02 15.04.05", parts[1]+" "+parts[2], time.Local)
	kind, known := map[string]BackupKind{
		beforeRestore: BeforeRestore, beforeClear: BeforeClear, damaged: Damaged,
	}[parts[3]]
	if strings.HasPrefix(parts[3], beforeUpgrade) {
		kind, known = BeforeUpgrade, true
	}
	return BackupInfo{Kind: kind, At: at}, err == nil && known
}
