package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

func ownSchema() fs.FS {
	own, err := fs.Sub(migrations, "migrations")
	if err != nil {
		panic(err) // the folder is the program's own
	}
	return own
}

// newestVersion is the version of the last migration in schema, whose files
// are named by number ("00001_strategy.sql").
func newestVersion(schema fs.FS) int64 {
	var newest int64
	names, _ := fs.Glob(schema, "*.sql")
	for _, name := range names {
		if version, err := goose.NumericComponent(name); err == nil {
			newest = max(newest, version)
		}
	}
	return newest
}

// build makes a new workspace in the empty file at path.
func build(ctx context.Context, path string, options Options) error {
	db := connect(path, options.Wait, pragmas{"_journal_mode": "DELETE"})
	db.SetMaxOpenConns(1)
	_, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	if err == nil {
		err = migrate(ctx, db, options.schema)
	}
	return coded(errors.Join(err, db.Close()), path)
}

// upgrade brings an older workspace to the newest version, after a copy of it
// was put aside. When the copy cannot be made nothing is changed.
func upgrade(ctx context.Context, path string, from int64, options Options) error {
	to := newestVersion(options.schema)
	label := beforeUpgrade + strconv.FormatInt(from, 10)
	if err := setAside(ctx, path, label, options); err != nil {
		return err
	}
	db := connect(path, options.Wait, pragmas{"_txlock": "immediate"})
	db.SetMaxOpenConns(1)
	err := migrate(ctx, db, options.schema)
	if err != nil {
		// Two programs that start together both come here, and the slower one
		// finds the work done.
		if version, asked := ask[int64](ctx, db, "PRAGMA user_version"); asked == nil && version == to {
			err = nil
		}
	}
	return errors.Join(err, db.Close())
}

// migrate runs what is missing of schema, each migration and its record in one
// transaction. Foreign keys are held by SQLite all along.
func migrate(ctx context.Context, db *sql.DB, schema fs.FS) error {
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, schema, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}
