package shell

import (
	"errors"
	"path/filepath"

	"github.com/ncruces/zenity"
)

// nativeDialogs are the system's own file dialogs. Their calls block and belong
// in a goroutine.
type nativeDialogs interface {
	// available tells whether there are any.
	available() bool
	// open, folder and save ask for a file, a folder, a file's new place.
	// folder is where to begin. The path is "" when the person changed their mind.
	open(title, folder string, extensions []string) (path string, err error)
	pickFolder(title, folder string) (path string, err error)
	save(title, folder, name string) (path string, err error)
}

func systemDialogs() nativeDialogs { return zenityDialogs{} }

// zenityDialogs are Windows' and macOS' own dialogs, and on Linux those of the
// program zenity where it is installed.
type zenityDialogs struct{}

func (zenityDialogs) available() bool { return zenity.IsAvailable() }

func (zenityDialogs) open(title, folder string, extensions []string) (string, error) {
	options := []zenity.Option{zenity.Title(title), startIn(folder, "")}
	if len(extensions) > 0 {
		filter := zenity.FileFilter{CaseFold: true}
		for _, e := range extensions {
			filter.Patterns = append(filter.Patterns, "*"+e)
		}
		options = append(options, filter)
	}
	return unlessCancelled(zenity.SelectFile(options...))
}

func (zenityDialogs) pickFolder(title, folder string) (string, error) {
	return unlessCancelled(zenity.SelectFile(zenity.Title(title), zenity.Directory(), startIn(folder, "")))
}

// save does not let the system ask about overwriting: we ask, in our own words.
func (zenityDialogs) save(title, folder, name string) (string, error) {
	return unlessCancelled(zenity.SelectFileSave(zenity.Title(title), startIn(folder, name)))
}

func startIn(folder, name string) zenity.Option {
	return zenity.Filename(folder + string(filepath.Separator) + name)
}

func unlessCancelled(path string, err error) (string, error) {
	if errors.Is(err, zenity.ErrCanceled) {
		return "", nil
	}
	return path, err
}
