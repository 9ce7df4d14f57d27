// Package files is the one way the house writes a file: first under a temporary
// name in the same folder, then flushed to the disk, then renamed. So a file is
// there in full or not at all, and an existing one is replaced only when that
// was asked for. It knows bytes and paths, and nothing of what they mean.
package files

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"synlig/data/fault"
)

// The codes of the errors that leave this package. Each carries "path"; the
// folder codes carry "folder", too-large carries "limit" (whole MB).
const (
	Exists         fault.Code = "file-exists"
	Missing        fault.Code = "file-missing"
	TooLarge       fault.Code = "file-too-large"
	IsFolder       fault.Code = "file-is-folder"
	Unreadable     fault.Code = "file-unreadable"
	Readonly       fault.Code = "file-readonly"
	InUse          fault.Code = "file-in-use"
	BadName        fault.Code = "file-bad-name"
	FolderMissing  fault.Code = "folder-missing"
	FolderReadonly fault.Code = "folder-readonly"
	DiskFull       fault.Code = "disk-full"
	DiskFailed     fault.Code = "disk-failed"
)

// Write puts data in the file at path. An existing file is replaced only with
// overwrite; without it the answer is Exists, even when two programs write at
// the same moment. After any error the folder is as it was.
func Write(path string, data []byte, overwrite bool) error {
	return Produce(path, overwrite, func(temp string) error {
		file, err := os.OpenFile(temp, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(writeAll(file, data), file.Close())
	})
}

// writeAll is separate so that Write and a full disk can be tried in a test.
func writeAll(w io.Writer, data []byte) error {
	n, err := w.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	return err
}

// Copy writes a copy of the file from at to, in the same careful way as Write.
func Copy(from, to string, overwrite bool) error {
	source, err := open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	return Produce(to, overwrite, func(temp string) error {
		file, err := os.OpenFile(temp, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = io.Copy(file, source)
		return errors.Join(err, file.Close())
	})
}

// Read is the content of the file at path. limit is the most bytes it may
// have; a larger file is refused with TooLarge and not read to its end.
func Read(path string, limit int64) ([]byte, error) {
	file, err := open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() > limit {
		return nil, tooLarge(path, limit)
	}
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, reading(err, path)
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(path, limit)
	}
	return data, nil
}

// Open opens the file at path for reading, for what is too large to be held as
// a whole; a folder is refused.
func Open(path string) (*os.File, error) { return open(path) }

// open opens a file for reading; a folder is refused.
func open(path string) (*os.File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, reading(err, path)
	}
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = fault.New(IsFolder, "path", path)
	}
	if err != nil {
		file.Close()
		return nil, reading(err, path)
	}
	return file, nil
}

// Exist tells whether something stands at path, be it a file or a folder.
func Exist(path string) bool {
	_, err := os.Lstat(path)
	if err == nil {
		return true
	}
	return !errors.Is(err, fs.ErrNotExist) && !isNotFolder(err)
}

// MakeFolder makes the folder at path and those above it.
func MakeFolder(path string) error {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return writing(err, path)
	}
	return nil
}
