package store

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// local tells whether the file at path is known to lie on this machine: on a
// fixed drive. A drive letter of the network and a UNC path are not. Only on
// this machine do all programs share the memory that WAL needs.
func local(path string) bool {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_FIXED
}
