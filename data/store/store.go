// Package store keeps the office's work in one SQLite file, the workspace: it
// opens, migrates, guards, watches and backs it up, and holds one file of
// queries for each area. It decides nothing about the work itself; rules that
// SQL can hold stand in the schema (migrations/). Nobody but this package
// knows SQL.
package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/files"
)

// Extension is how a workspace's name ends.
const Extension = ".synlig"

// Options are what a store can be told. The zero value is what the program
// uses; tests set the rest.
type Options struct {
	Clock  clock.Clock // nil: the machine's
	Random io.Reader   // for new block ids; nil: crypto/rand
	// Wait is how long another program's lock is waited for; 0: ten seconds.
	Wait time.Duration
	// Poll is how often the file is asked whether a colleague wrote; 0: half a
	// second.
	Poll time.Duration
	// NoBackup leaves out the daily backup: for files that live shortly.
	NoBackup bool
	// Altered opens a file that lacks a part of its schema, too: whoever altered
	// the record took out the triggers that guard it. For Verify alone, which
	// tells of it.
	Altered bool

	schema fs.FS                  // migrations; nil: our own
	local  func(path string) bool // nil: ask the system
}

func (o Options) filled() Options {
	if o.Clock == nil {
		o.Clock = clock.System
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Wait == 0 {
		o.Wait = 10 * time.Second
	}
	if o.Poll == 0 {
		o.Poll = 500 * time.Millisecond
	}
	if o.schema == nil {
		o.schema = ownSchema()
	}
	if o.local == nil {
		o.local = local
	}
	return o
}

// Store is an open workspace. Its methods may be called from any goroutine.
type Store struct {
	strategyDocuments // the strategy's; see Documents

	path    string
	options Options
	journal journal
	writer  *sql.DB // one connection; see openWriter
	readers *sql.DB
	feed    feed
	backup  error // why there is no backup of today; nil when there is
	closed  atomic.Bool
	rules   preparedRules // of the office's word lists
	close   func() error
}

// strategyDocuments lends the Store the methods of the strategy's Documents
// under no name of its own.
type strategyDocuments = Documents

// Create makes a new workspace at path and opens it. An existing file is
// refused with Exists; a missing folder is made. The file is there in full or
// not at all.
func Create(ctx context.Context, path string, options Options) (*Store, error) {
	options = options.filled()
	path, err := absolute(path)
	if err != nil {
		return nil, err
	}
	if err := files.MakeFolder(filepath.Dir(path)); err != nil {
		return nil, err
	}
	err = files.Produce(path, false, func(temp string) error { return build(ctx, temp, options) })
	if fault.Is(err, files.Exists) {
		return nil, fault.Wrap(err, Exists, "path", path)
	}
	if err != nil {
		return nil, err
	}
	s, err := Open(ctx, path, options)
	if err != nil {
		// It is ours and empty; left behind, it would stand in the way of the
		// next try.
		return nil, errors.Join(err, os.Remove(path), removeLogs(path))
	}
	return s, nil
}

// Open opens the workspace at path. Older ones are brought up to date, after a
// copy was put aside. A file that cannot be opened is left byte for byte as it
// is; the error's code tells why (Missing, Empty, Foreign, Newer, Corrupt,
// Locked, Readonly, Failed).
func Open(ctx context.Context, path string, options Options) (*Store, error) {
	options = options.filled()
	path, err := absolute(path)
	if err != nil {
		return nil, err
	}
	if err := prepare(ctx, path, options); err != nil {
		return nil, coded(err, path)
	}
	s := &Store{path: path, options: options}
	s.strategyDocuments = s.Documents(StrategyKind)
	if err := s.connect(ctx); err != nil {
		return nil, coded(err, path)
	}
	if !options.NoBackup {
		s.backup = s.backUpDaily(ctx)
	}
	return s, nil
}

// connect opens the connections and starts the change feed.
func (s *Store) connect(ctx context.Context) error {
	mode, err := chooseJournal(ctx, s.path, s.options)
	if err != nil {
		return err
	}
	s.writer = openWriter(s.path, s.options.Wait, mode)
	accepted, err := ask[string](ctx, s.writer, "PRAGMA journal_mode")
	if err != nil {
		return errors.Join(err, s.writer.Close())
	}
	s.journal = rollback
	if accepted == "wal" {
		s.journal = wal
	}
	s.readers = openReaders(s.path, s.options.Wait)
	if err := s.readers.PingContext(ctx); err != nil {
		return errors.Join(err, s.readers.Close(), s.writer.Close())
	}
	stop := s.startFeed()
	s.close = sync.OnceValue(func() error {
		s.closed.Store(true)
		stop()
		// The writer goes last: closing the last connection empties the WAL,
		// which a reader may not.
		return errors.Join(s.readers.Close(), s.writer.Close())
	})
	return nil
}

// Close lets go of the file. What was written stays; a second call does
// nothing. Channels from Watch are closed.
func (s *Store) Close() error { return coded(s.close(), s.path) }

// Path is the workspace's full path.
func (s *Store) Path() string { return s.path }

// BackupFault tells why the daily backup could not be made when the workspace
// was opened, with the code BackupFailed; nil when there is one. The workspace
// works all the same, but somebody should know.
func (s *Store) BackupFault() error { return s.backup }

func absolute(path string) (string, error) {
	if path == "" {
		return "", fault.New(Missing, "path", path)
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return "", fault.Wrap(err, Missing, "path", path)
	}
	// SQLite keeps its journal beside the file itself, not beside a link to it.
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	return full, nil
}
