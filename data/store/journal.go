package store

import (
	"context"
	"errors"
	"os"

	"synlig/data/fault"
)

// sharedKey is the setting of a workspace that somebody has opened over a
// network. From then on nobody uses WAL, not even on the machine that holds the
// file: the others would follow, and WAL over a network breaks files.
const sharedKey = "workspace.shared"

// prepare brings the file at path to where it can be opened for writing: one of
// ours, not newer than the program, whole, writable, and of the newest version.
func prepare(ctx context.Context, path string, options Options) error {
	newest := newestVersion(options.schema)
	head, err := readHeader(path, newest)
	if err != nil {
		return err
	}
	if err := writable(path); err != nil {
		return err
	}
	if head.wal && !options.local(path) {
		if err := leaveWAL(ctx, path, options); err != nil {
			return err
		}
	}
	version, err := probe(ctx, path, newest, options.Wait, false)
	if err != nil {
		return err
	}
	if version < newest {
		return upgrade(ctx, path, version, options)
	}
	return nil
}

// writable asks the system before SQLite finds out in the middle of something.
func writable(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fault.Wrap(err, Readonly, "path", path)
	}
	if err := errors.Join(file.Close(), folderWritable(path)); err != nil {
		return fault.Wrap(err, Readonly, "path", path)
	}
	return nil
}

// leaveWAL turns a workspace that was moved to a network volume back to the
// rollback journal. The exclusive lock comes first: with it SQLite keeps the
// log's index in its own memory and shares none with other machines.
func leaveWAL(ctx context.Context, path string, options Options) error {
	db := connect(path, options.Wait, pragmas{"_locking_mode": "EXCLUSIVE"})
	db.SetMaxOpenConns(1)
	answer, err := ask[string](ctx, db, "PRAGMA journal_mode = DELETE")
	if err == nil && answer != "delete" {
		err = fault.New(Locked, "path", path)
	}
	return errors.Join(err, db.Close())
}

// chooseJournal decides how path is written, and marks the file as shared when
// it is opened over a network for the first time.
func chooseJournal(ctx context.Context, path string, options Options) (journal, error) {
	db := connect(path, options.Wait, pragmas{"_txlock": "immediate"})
	defer db.Close()
	db.SetMaxOpenConns(1)
	switch err := whole(ctx, db); {
	case errors.Is(err, errIncomplete) && options.Altered:
	case errors.Is(err, errIncomplete):
		return "", fault.Wrap(err, Corrupt, "path", path)
	case err != nil:
		return "", asDamage(err, path) // a full disk is no damage
	}
	shared, err := ask[int](ctx, db, "SELECT count(*) FROM setting WHERE key = $1 AND value = '1'", sharedKey)
	switch {
	case err != nil:
		return "", err
	case shared > 0:
		return rollback, nil
	case options.local(path):
		return wal, nil
	}
	_, err = db.ExecContext(ctx, upsertSetting, sharedKey, "1")
	return rollback, err
}
