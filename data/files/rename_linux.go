package files

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// renameNew gives temp the name path and fails with fs.ErrExist when something
// has it. Volumes that lack this kind of rename get a hard link.
func renameNew(temp, path string) error {
	err := unix.Renameat2(unix.AT_FDCWD, temp, unix.AT_FDCWD, path, unix.RENAME_NOREPLACE)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOSYS), errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.EPERM):
		return linkNew(temp, path)
	case errors.Is(err, fs.ErrExist):
		return &os.LinkError{Op: "rename", Old: temp, New: path, Err: fs.ErrExist}
	}
	return &os.LinkError{Op: "rename", Old: temp, New: path, Err: err}
}
