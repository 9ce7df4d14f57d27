//go:build !linux && !windows

package files

// renameNew gives temp the name path and fails when something has it.
func renameNew(temp, path string) error { return linkNew(temp, path) }
