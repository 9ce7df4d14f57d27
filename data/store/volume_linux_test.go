package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/sys/unix"

	"synlig/data/fault"
	"synlig/data/files"
)

// volume mounts a small memory disk, which only root may. It gives the folder
// and a way to make the whole volume read-only.
func volume(t *testing.T, options string) (folder string, lock func()) {
	t.Helper()
	folder = t.TempDir()
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, options); err != nil {
		t.Skipf("a small volume can only be mounted by root: %v", err)
	}
	t.Cleanup(func() { unix.Unmount(folder, unix.MNT_DETACH) })
	return folder, func() { ok(t, unix.Mount("tmpfs", folder, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, options)) }
}

// On a full disk a save is refused, what was there stays, and work goes on when
// there is room again.
func TestFullDisk(t *testing.T) {
	for name, local := range map[string]bool{"wal": true, "rollback": false} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			folder, _ := volume(t, "size=1m")
			s := create(t, filepath.Join(folder, "kontor.synlig"), Options{local: func(string) bool { return local }})
			want := sample(100)
			ok(t, s.SaveRevision(ctx, want))
			ballast := filepath.Join(folder, "ballast")
			if os.WriteFile(ballast, make([]byte, 2<<20), 0o666) == nil {
				t.Fatal("the volume is not full")
			}
			_, err := s.SaveDraftBlocks(ctx, text(4000), mette)
			wantCode(t, err, files.DiskFull)
			if got := must(s.Revision(ctx))(t); !reflect.DeepEqual(got, want) {
				t.Error("what was there is not whole")
			}
			wantCode(t, s.Backup(ctx, filepath.Join(folder, "kopi.synlig"), false), files.DiskFull)
			if exists(filepath.Join(folder, "kopi.synlig")) {
				t.Error("half a backup was left")
			}
			wantCode(t, s.Clear(ctx), BackupFailed)
			_, err = Create(ctx, filepath.Join(folder, "ny.synlig"), Options{})
			if !fault.Is(err, files.DiskFull) || exists(filepath.Join(folder, "ny.synlig")) {
				t.Errorf("half a workspace was left: %v", err)
			}

			ok(t, os.Remove(ballast))
			ok(t, s.SaveNotes(ctx, nil))
			if got := must(s.Revision(ctx))(t); len(got.Notes) != 0 || len(got.Draft.Blocks) != 101 {
				t.Error("work does not go on")
			}
		})
	}
}

func TestReadonlyVolume(t *testing.T) {
	folder, lock := volume(t, "size=4m")
	path := filepath.Join(folder, "kontor.synlig")
	s := create(t, path, Options{})
	ok(t, s.SaveRevision(t.Context(), sample(10)))
	ok(t, s.Close())
	lock()
	wantRefused(t, path, Options{}, Readonly)
	_, err := Create(t.Context(), filepath.Join(folder, "ny.synlig"), Options{})
	wantCode(t, err, files.FolderReadonly)
}

// The same for one who is not root.
func TestWithoutRights(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere; TestReadonlyVolume covers root")
	}
	path := closed(t, Options{})
	ok(t, os.Chmod(path, 0o444))
	wantRefused(t, path, Options{}, Readonly)
	ok(t, errors.Join(os.Chmod(path, 0o644), os.Chmod(filepath.Dir(path), 0o555)))
	t.Cleanup(func() { os.Chmod(filepath.Dir(path), 0o755) })
	wantRefused(t, path, Options{}, Readonly)
	ok(t, os.Chmod(path, 0o222))
	_, err := Open(t.Context(), path, quick(Options{}))
	wantCode(t, err, files.Unreadable)
	wantCode(t, Restore(t.Context(), path, path, quick(Options{})), files.Unreadable)
}

// The folders of a test lie on a local volume on every machine we know; proc
// stands for one that is not known to be.
func TestLocal(t *testing.T) {
	if local("/proc/self/kontor.synlig") || local(filepath.Join(t.TempDir(), "ingen", "kontor.synlig")) {
		t.Error("an unknown volume was taken for a local one")
	}
	folder, _ := volume(t, "size=64k")
	if !local(filepath.Join(folder, "kontor.synlig")) {
		t.Error("a memory disk was not taken for a local volume")
	}
}
