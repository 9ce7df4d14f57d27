package settings

import (
	"context"
	"errors"
	"sync"

	"synlig/data/people"
	"synlig/data/store"
)

// Desk is the workspace that lies on the desk: the one that is open, and the
// ways to put another in its place. Its methods may be called from any
// goroutine and take as long as copying a file does. Those that change which
// file is open give the store to go on with; after an error that is the one
// from before, opened again where it had to be closed.
type Desk struct {
	mu       sync.Mutex
	open     *store.Store
	options  store.Options
	remember func(path string) error
}

// NewDesk is the desk with an open workspace on it. options open the next ones;
// remember keeps the path for the next start.
func NewDesk(open *store.Store, options store.Options, remember func(path string) error) *Desk {
	return &Desk{open: open, options: options, remember: remember}
}

// Store is the workspace that is open.
func (d *Desk) Store() *store.Store {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.open
}

// Backups are the copies in the folder beside the workspace, newest first.
func (d *Desk) Backups() ([]store.BackupInfo, error) { return store.Backups(d.Store().Path()) }

// Backup writes a copy of the workspace, in place of a file that is there.
func (d *Desk) Backup(ctx context.Context, path string) error {
	return d.Store().Backup(ctx, path, true)
}

// Clear empties the workspace after making a copy of it; stay remains in it.
func (d *Desk) Clear(ctx context.Context, stay people.Person) (*store.Store, error) {
	return d.Store(), d.Store().Clear(ctx, stay)
}

// Open puts the workspace at path on the desk.
func (d *Desk) Open(ctx context.Context, path string) (*store.Store, error) {
	next, err := store.Open(ctx, path, d.options)
	if err != nil {
		return d.Store(), err
	}
	return d.put(next), d.remember(next.Path())
}

// Move copies the workspace to path, in place of a file that is there, and goes
// on with the copy. The old file stays where it is.
func (d *Desk) Move(ctx context.Context, path string) (*store.Store, error) {
	if err := d.Backup(ctx, path); err != nil {
		return d.Store(), err
	}
	return d.Open(ctx, path)
}

// Restore puts a copy in the workspace's place; what stood there becomes a copy
// itself.
func (d *Desk) Restore(ctx context.Context, backup string) (*store.Store, error) {
	before := d.Store()
	if err := before.Close(); err != nil {
		return before, err
	}
	restoring := store.Restore(ctx, backup, before.Path(), d.options)
	next, err := store.Open(context.WithoutCancel(ctx), before.Path(), d.options)
	if err != nil {
		return before, errors.Join(restoring, err)
	}
	return d.put(next), restoring
}

// put makes next the open workspace and lets go of the one before.
func (d *Desk) put(next *store.Store) *store.Store {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open.Close() // what it held is on disk already
	d.open = next
	return next
}
