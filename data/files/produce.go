package files

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"synlig/data/fault"
)

// Temporary files are hidden, carry this ending, and are swept away by a later
// write in the same folder when the program was ended before it could.
const (
	tempPrefix = ".synlig-"
	tempSuffix = ".tmp"
	// abandoned is how old a temporary file must be before it is taken for one
	// that nobody is writing any more.
	abandoned = time.Hour
)

// Produce lets fill write the file at temp and then gives it the name path.
// It is for writers that want a path and not bytes, such as a database; temp
// exists and is empty when fill is called. overwrite is as for Write.
func Produce(path string, overwrite bool, fill func(temp string) error) error {
	if err := placeable(path, overwrite); err != nil {
		return err
	}
	path = target(path)
	return Scratch(path, func(temp string) error { return fillAndPlace(temp, path, overwrite, fill) })
}

// Scratch lets use work with an empty temporary file in path's folder, on the
// same volume as path and with the same rights. The file is gone afterwards,
// unless use gave it another name.
func Scratch(path string, use func(temp string) error) error {
	temp, err := makeTemp(path)
	if err != nil {
		return writing(err, path)
	}
	defer os.Remove(temp)
	if err := use(temp); err != nil {
		return writing(err, path)
	}
	return nil
}

func fillAndPlace(temp, path string, overwrite bool, fill func(temp string) error) error {
	if err := fill(temp); err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	if overwrite {
		keepMode(temp, path)
		if err := os.Rename(temp, path); err != nil {
			return err
		}
	} else if err := renameNew(temp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// placeable refuses at once what would fail after the work was done. The
// rename itself is what guarantees that nothing is replaced unasked.
func placeable(path string, overwrite bool) error {
	if path == "" || strings.ContainsRune(path, 0) {
		return fault.New(BadName, "path", path)
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fault.New(IsFolder, "path", path)
	case err == nil && !overwrite:
		return fault.New(Exists, "path", path)
	case err == nil && info.Mode().Perm()&0o200 == 0:
		// Renaming could replace it all the same, but somebody locked it.
		return fault.New(Readonly, "path", path)
	}
	return nil
}

// target follows a link, so that the file behind it is replaced and not the
// link itself.
func target(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// makeTemp makes an empty temporary file beside path and sweeps away old ones.
func makeTemp(path string) (string, error) {
	folder := filepath.Dir(path)
	temp := filepath.Join(folder, tempPrefix+rand.Text()+tempSuffix)
	file, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", err
	}
	info, err := file.Stat()
	if err = errors.Join(err, file.Close()); err != nil {
		os.Remove(temp)
		return "", err
	}
	// The folder's own clock decides: on a share it is not this machine's.
	sweep(folder, info.ModTime().Add(-abandoned))
	return temp, nil
}

// sweep removes the temporary files in folder that were last written before
// the time given. What cannot be removed stays for the next time.
func sweep(folder string, before time.Time) {
	found, err := filepath.Glob(filepath.Join(escape(folder), tempPrefix+"*"+tempSuffix+"*"))
	if err != nil {
		return
	}
	for _, path := range found {
		info, err := os.Lstat(path)
		if err == nil && info.Mode().IsRegular() && info.ModTime().Before(before) {
			os.Remove(path)
		}
	}
}

// keepMode gives temp the rights of the file it replaces, so that colleagues
// who could read the old one can read the new one. It is a courtesy: on some
// shares rights cannot be set, and the file is written all the same.
func keepMode(temp, path string) {
	if info, err := os.Stat(path); err == nil {
		_ = os.Chmod(temp, info.Mode().Perm())
	}
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// renameByClaim is for volumes that know neither a rename that spares an
// existing file nor hard links: the name is claimed with an empty file that
// only one program can make, and that file is then replaced.
func renameByClaim(temp, path string) error {
	claim, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err := errors.Join(claim.Close(), os.Rename(temp, path)); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}

// linkNew names temp path through a hard link, which never replaces a file.
func linkNew(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil {
		return os.Remove(temp)
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	return renameByClaim(temp, path)
}
