//go:build unix

package store

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// folderWritable: SQLite keeps its journal beside the file, so the folder must
// take new files.
func folderWritable(path string) error { return unix.Access(filepath.Dir(path), unix.W_OK) }
