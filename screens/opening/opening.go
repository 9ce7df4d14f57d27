// Package opening finds the workspace that a start is about, and opens or makes
// it. It knows no window: a start that fails here is told of by the shell.
package opening

import (
	"context"
	"path/filepath"
	"strings"

	"synlig/data/example"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/store"
	"synlig/screens/place"
)

// noHome is the code when the system names no folder for the first workspace.
const noHome fault.Code = "no-home"

// IsFile tells a file to open from a console command: by how a workspace's name
// ends, or by a folder in front, as the system gives what is dropped on an icon.
func IsFile(arg string) bool {
	return strings.EqualFold(filepath.Ext(arg), store.Extension) || filepath.Base(arg) != arg
}

// Choice is the workspace that a start is about.
type Choice struct {
	Path  string
	first bool // nobody chose it: it is made where it is not there
}

// Choose is the workspace that args name, or the one opened last, or the first
// there ever is, in places. recent are the paths opened before, the newest
// first. A portable program may come to a computer where its last workspace has
// another path.
func Choose(args []string, places place.Folders, recent []string) Choice {
	switch {
	case len(args) > 0:
		return Choice{Path: args[0]}
	case len(recent) > 0 && !(places.Portable && !files.Exist(recent[0])):
		return Choice{Path: recent[0]}
	case places.Data == "":
		return Choice{}
	}
	return Choice{filepath.Join(places.Data, "Synlig"+store.Extension), true}
}

// Open opens the workspace. The first there ever is is made before.
func (c Choice) Open(ctx context.Context, options store.Options) (*store.Store, error) {
	if c.Path == "" {
		return nil, fault.New(noHome)
	}
	if c.first {
		if err := Make(ctx, c.Path, options); err != nil && !fault.Is(err, store.Exists) {
			return nil, err
		}
	}
	return store.Open(ctx, c.Path, options)
}

// Make makes a workspace with the example office in it. An existing file is
// refused with store.Exists.
func Make(ctx context.Context, path string, options store.Options) error {
	workspace, err := store.Create(ctx, path, options)
	if err != nil {
		return err
	}
	defer workspace.Close()
	return example.Write(ctx, workspace)
}
