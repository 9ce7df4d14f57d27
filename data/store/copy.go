package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/mattn/go-sqlite3"

	"synlig/data/fault"
)

// pagesAtOnce is how much is copied before it is asked whether to go on: 4 MB.
const pagesAtOnce = 1024

// copyOut writes the workspace at from into the empty file temp, as one state
// of it, also while others write. The copy needs no log beside it.
func copyOut(ctx context.Context, from, temp string, wait time.Duration) error {
	source := connect(from, wait, nil)
	target := connect(temp, wait, pragmas{"_journal_mode": "MEMORY", "_synchronous": "OFF"})
	target.SetMaxOpenConns(1)
	err := copyPages(ctx, source, target, from)
	if err == nil {
		err = settle(ctx, target, temp)
	}
	return coded(errors.Join(err, target.Close(), source.Close()), from)
}

// settle takes the mark of a write-ahead log off a fresh copy and checks it: a
// backup that cannot be read is none.
func settle(ctx context.Context, db *sql.DB, path string) error {
	if _, err := ask[string](ctx, db, "PRAGMA journal_mode = DELETE"); err != nil {
		return err
	}
	verdict, err := ask[string](ctx, db, "PRAGMA quick_check(1)")
	if err == nil && verdict != "ok" {
		err = fault.Wrap(errors.New(verdict), Corrupt, "path", path)
	}
	return err
}

// copyOver replaces the content of the workspace at path by that of the
// database at from, in one transaction: others see the old or the new, and
// after a crash it is one of them. It works while others have the file open.
func copyOver(ctx context.Context, from, path string, wait time.Duration) error {
	source := connect(from, wait, nil)
	target := connect(path, wait, pragmas{"_synchronous": "FULL"})
	target.SetMaxOpenConns(1)
	err := copyPages(ctx, source, target, path)
	return coded(errors.Join(err, target.Close(), source.Close()), path)
}

// copyPages runs SQLite's backup (https://www.sqlite.org/backup.html). The
// source is read in one transaction, so that a writer cannot make it start
// over for ever.
func copyPages(ctx context.Context, source, target *sql.DB, path string) error {
	from, err := source.Conn(ctx)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := target.Conn(ctx)
	if err != nil {
		return err
	}
	defer to.Close()
	if _, err := from.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	defer from.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
	if _, err := ask[int](ctx, from, "SELECT count(*) FROM sqlite_schema"); err != nil {
		return err
	}
	return withRaw(from, to, func(from, to *sqlite3.SQLiteConn) error {
		backup, err := to.Backup("main", from, "main")
		if err != nil {
			return err
		}
		return errors.Join(stepAll(ctx, backup, path), backup.Finish())
	})
}

// stepAll copies until all is done. The driver answers a lock like a step that
// went well, so a step without progress is taken for one; each has waited for
// the lock as long as was asked for.
func stepAll(ctx context.Context, backup *sqlite3.SQLiteBackup, path string) error {
	for left := -1; ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		done, err := backup.Step(pagesAtOnce)
		if done || err != nil {
			return err
		}
		if backup.Remaining() == left || backup.PageCount() == 0 {
			return fault.New(Locked, "path", path)
		}
		left = backup.Remaining()
	}
}

// withRaw calls do with the driver's own connections of both.
func withRaw(source, target *sql.Conn, do func(source, target *sqlite3.SQLiteConn) error) error {
	return source.Raw(func(from any) error {
		return target.Raw(func(to any) error {
			return do(from.(*sqlite3.SQLiteConn), to.(*sqlite3.SQLiteConn))
		})
	})
}
