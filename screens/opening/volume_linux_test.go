package opening

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/store"
)

// volume mounts a small memory disk with the example office on it, which only
// root may. remount changes its options.
func volume(t *testing.T) (path string, remount func(flags uintptr)) {
	t.Helper()
	folder := t.TempDir()
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, "size=8m"); err != nil {
		t.Skipf("a small volume can only be mounted by root: %v", err)
	}
	t.Cleanup(func() { unix.Unmount(folder, unix.MNT_DETACH) })
	path = filepath.Join(folder, "kontor.synlig")
	if err := Make(t.Context(), path, store.Options{}); err != nil {
		t.Fatal(err)
	}
	return path, func(flags uintptr) {
		if err := unix.Mount("tmpfs", folder, "tmpfs", unix.MS_REMOUNT|flags, "size=8m"); err != nil {
			t.Fatal(err)
		}
	}
}

// whole opens the workspace and finds the office in it.
func whole(t *testing.T, path string) {
	t.Helper()
	workspace, err := Choice{Path: path}.Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer workspace.Close()
	if empty, err := workspace.IsEmpty(t.Context()); empty || err != nil {
		t.Errorf("something is lost: %v", err)
	}
}

func TestReadonlyVolume(t *testing.T) {
	path, remount := volume(t)
	remount(unix.MS_RDONLY)
	if _, err := (Choice{Path: path}).Open(t.Context(), store.Options{}); !fault.Is(err, store.Readonly) {
		t.Errorf("got %v", err)
	}
	remount(0)
	whole(t, path)
}

// TestFullVolume: nothing can be written, so the workspace does not open, and
// opens again when there is room.
func TestFullVolume(t *testing.T) {
	path, _ := volume(t)
	ballast := filepath.Join(filepath.Dir(path), "ballast")
	if os.WriteFile(ballast, make([]byte, 16<<20), 0o644) == nil {
		t.Fatal("the volume is not full")
	}
	if _, err := (Choice{Path: path}).Open(t.Context(), store.Options{}); !fault.Is(err, files.DiskFull) {
		t.Errorf("got %v", err)
	}
	os.Remove(ballast)
	whole(t, path)
}
