package files

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"synlig/data/fault"
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
	return folder, func() {
		if err := unix.Mount("tmpfs", folder, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, options); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFullVolume(t *testing.T) {
	folder, _ := volume(t, "size=64k")
	path := filepath.Join(folder, "fil")
	wantCode(t, Write(path, []byte("gammel"), false), "")
	large := bytes.Repeat([]byte("x"), 128<<10)
	wantCode(t, Write(path, large, true), DiskFull)
	wantCode(t, Write(filepath.Join(folder, "ny"), large, false), DiskFull)
	wantFile(t, path, "gammel")
	wantOnly(t, folder, "fil")
	wantCode(t, Write(path, []byte("plads igen"), true), "")
}

func TestReadonlyVolume(t *testing.T) {
	folder, lock := volume(t, "size=64k")
	path := filepath.Join(folder, "fil")
	wantCode(t, Write(path, []byte("gammel"), false), "")
	lock()
	wantCode(t, Write(path, []byte("ny"), true), FolderReadonly)
	wantCode(t, Write(filepath.Join(folder, "ny"), nil, false), FolderReadonly)
	wantCode(t, MakeFolder(filepath.Join(folder, "mappe")), FolderReadonly)
	wantFile(t, path, "gammel")
}

// The same without root: the system's own device that is always full.
func TestFullDevice(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "fil")
	wantCode(t, Write(path, []byte("gammel"), false), "")
	err := Produce(path, true, func(string) error {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(writeAll(full, []byte("ny")), full.Close())
	})
	wantCode(t, err, DiskFull)
	wantFile(t, path, "gammel")
	wantOnly(t, folder, "fil")
}

func TestReadEndlessDevice(t *testing.T) {
	_, err := Read("/dev/zero", 1<<20)
	wantCode(t, err, TooLarge)
}

func TestFolderWithoutRights(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere; TestReadonlyVolume covers root")
	}
	folder := t.TempDir()
	secret := filepath.Join(folder, "hemmelig")
	if err := errors.Join(os.WriteFile(secret, nil, 0), os.Chmod(folder, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(folder, 0o755) })
	wantCode(t, Write(filepath.Join(folder, "fil"), nil, false), FolderReadonly)
	_, err := Read(secret, 1)
	wantCode(t, err, Unreadable)
}

func TestSystemErrorsHaveCodes(t *testing.T) {
	for cause, want := range map[syscall.Errno]fault.Code{
		syscall.EDQUOT: DiskFull, syscall.EBUSY: InUse, syscall.EIO: DiskFailed,
		syscall.EACCES: FolderReadonly, syscall.ENAMETOOLONG: BadName,
	} {
		err := writing(cause, "/a/b")
		wantCode(t, err, want)
		if !errors.Is(err, cause) {
			t.Errorf("%v lost its cause", cause)
		}
	}
}
