//go:build unix

package files

import (
	"errors"
	"os"
	"syscall"
)

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isReadonly(err error) bool  { return errors.Is(err, syscall.EROFS) }
func isNotFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

func isBadName(err error) bool {
	return errors.Is(err, syscall.ENAMETOOLONG) || errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.EILSEQ)
}

func isInUse(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// syncFolder makes the new name in folder last through a power cut. Some
// network volumes refuse to flush a folder; the file itself is safe by then.
func syncFolder(folder string) error {
	dir, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer dir.Close()
	if err := dir.Sync(); errors.Is(err, syscall.EIO) {
		return err
	}
	return nil
}
