package files

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"synlig/data/fault"
)

// reading gives err, met while reading path, its code.
func reading(err error, path string) error {
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) || isNotFolder(err):
		return fault.Wrap(err, Missing, "path", path)
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(err, Unreadable, "path", path)
	case isBadName(err) || strings.ContainsRune(path, 0):
		return fault.Wrap(err, BadName, "path", path)
	case isInUse(err):
		return fault.Wrap(err, InUse, "path", path)
	}
	return fault.Wrap(err, DiskFailed, "path", path)
}

// writing gives err, met while writing path, its code. An error that has one
// keeps it.
func writing(err error, path string) error {
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fault.Wrap(err, Exists, "path", path)
	case isFull(err):
		return fault.Wrap(err, DiskFull, "path", path)
	case isInUse(err):
		return fault.Wrap(err, InUse, "path", path)
	case errors.Is(err, fs.ErrNotExist) || isNotFolder(err):
		return fault.Wrap(err, FolderMissing, "folder", folder, "path", path)
	case errors.Is(err, fs.ErrPermission) || isReadonly(err):
		return fault.Wrap(err, FolderReadonly, "folder", folder, "path", path)
	case isBadName(err):
		return fault.Wrap(err, BadName, "path", path)
	}
	return fault.Wrap(err, DiskFailed, "path", path)
}

// CodeForWriting is the code of an error of the system, such as a full disk,
// for writers that fill a file themselves. path is what was being written.
func CodeForWriting(err error, path string) error { return writing(err, path) }

func tooLarge(path string, limit int64) error {
	return fault.New(TooLarge, "path", path, "limit", strconv.FormatInt(limit>>20, 10))
}

// escape makes path a pattern that matches itself.
func escape(path string) string {
	if filepath.Separator == '\\' {
		return path // there a backslash parts folders and escapes nothing
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}
