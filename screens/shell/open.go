package shell

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"synlig/data/fault"
)

// OpenPath opens a file or folder with the program the system has for it.
func (w *Window) OpenPath(path string) {
	if _, err := os.Stat(path); err != nil {
		w.Fail(fault.Wrap(err, "file-gone", "path", path))
		return
	}
	if err := w.app.OpenURL(fileURL(path)); err != nil {
		w.Fail(fault.Wrap(err, "cannot-open", "path", path))
	}
}

// ShowInFolder shows a file in the system's file manager, chosen where the
// system can do that, else its folder.
func (w *Window) ShowInFolder(path string) {
	if _, err := os.Stat(path); err != nil {
		w.Fail(fault.Wrap(err, "file-gone", "path", path))
		return
	}
	var choose *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		choose = exec.Command("explorer", "/select,"+filepath.Clean(path))
	case "darwin":
		choose = exec.Command("open", "-R", path)
	default:
		w.OpenPath(filepath.Dir(path))
		return
	}
	if err := choose.Start(); err != nil {
		w.OpenPath(filepath.Dir(path))
		return
	}
	go choose.Wait() // explorer answers 1 even when it worked
}

// fileURL is the file: address of a path; a Windows path gets a slash before
// its drive.
func fileURL(path string) *url.URL {
	slashed := filepath.ToSlash(path)
	if len(slashed) > 1 && slashed[1] == ':' {
		slashed = "/" + slashed
	}
	return &url.URL{Scheme: "file", Path: slashed}
}
