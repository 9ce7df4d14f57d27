package files

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadonly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// isNotFolder: here a file in a folder's place is "path not found", which
// fs.ErrNotExist covers already, but for a path whose parent is a file.
func isNotFolder(err error) bool { return errors.Is(err, windows.ERROR_DIRECTORY) }

func isBadName(err error) bool {
	return errors.Is(err, windows.ERROR_INVALID_NAME) || errors.Is(err, windows.ERROR_FILENAME_EXCED_RANGE)
}

// isInUse: a PDF open in a reader cannot be replaced here.
func isInUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// syncFolder: a folder cannot be flushed here; MoveFileEx writes through.
func syncFolder(string) error { return nil }

// renameNew gives temp the name path. Without MOVEFILE_REPLACE_EXISTING the
// system refuses when something has that name.
func renameNew(temp, path string) error {
	from, err := windows.UTF16PtrFromString(temp)
	if err != nil {
		return err
	}
	to, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	if err := windows.MoveFileEx(from, to, windows.MOVEFILE_WRITE_THROUGH); err != nil {
		return &os.LinkError{Op: "rename", Old: temp, New: path, Err: err}
	}
	return nil
}
