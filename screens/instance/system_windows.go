package instance

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// takeLock takes the lock in the file at path, which is made where there is
// none, and holds it until the file is closed. Where another holds it the error
// is errTaken.
func takeLock(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	err = windows.LockFileEx(windows.Handle(file.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if err != nil {
		file.Close()
		if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
			err = errTaken
		}
		return nil, err
	}
	return file, nil
}

var allowSetForegroundWindow = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

// letForward lets the program with that process number put its window in front.
// Windows gives that right to the program that the person just started, which
// is this one, and only it can pass it on.
func letForward(process uint32) {
	if allowSetForegroundWindow.Find() == nil {
		allowSetForegroundWindow.Call(uintptr(process))
	}
}
