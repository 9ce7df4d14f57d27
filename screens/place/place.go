// Package place knows the two folders of the program itself: where the first
// workspace is made, and where the program keeps what it can do without. It
// makes neither, and knows nothing of what lies in them. The office's own files
// lie wherever people put them.
package place

import (
	"os"
	"path/filepath"
)

const (
	name = "Synlig"

	// mark is the file beside the program that makes it portable; it comes with
	// the zip for Windows and says so to who reads it.
	mark     = "synlig-portable.txt"
	portable = "Synlig-data"
)

// Folders are the program's own. An empty one means that the system names none:
// a service without a home, for instance.
type Folders struct {
	Data     string // for the first workspace
	Cache    string // for log and crash report; may be emptied at any time
	Portable bool   // both lie beside the program
}

// Find is the folders of this program, for the user who runs it.
func Find() Folders {
	if program, err := os.Executable(); err == nil {
		if folders, ok := beside(program); ok {
			return folders
		}
	}
	return Folders{Data: within(os.UserConfigDir()), Cache: within(os.UserCacheDir())}
}

// beside is the folders of a program that keeps its data beside itself.
func beside(program string) (Folders, bool) {
	folder := filepath.Dir(program)
	if info, err := os.Stat(filepath.Join(folder, mark)); err != nil || !info.Mode().IsRegular() {
		return Folders{}, false
	}
	data := filepath.Join(folder, portable)
	return Folders{Data: data, Cache: filepath.Join(data, "Cache"), Portable: true}, true
}

func within(folder string, err error) string {
	if err != nil {
		return ""
	}
	return filepath.Join(folder, name)
}
