package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"

	"github.com/mattn/go-sqlite3"

	"synlig/data/fault"
	"synlig/data/files"
)

// quickCheckLimit is the size in bytes up to which a file is checked each time
// it is opened (about 30 ms); larger ones are when a backup is restored.
const quickCheckLimit = 32 << 20

// header is what the first hundred bytes of a SQLite file tell
// (https://www.sqlite.org/fileformat2.html#the_database_header).
type header struct {
	wal     bool  // the file was last written with a write-ahead log
	version int64 // the schema's version, as of the last checkpoint
}

// readHeader refuses what is no workspace before SQLite may touch it.
func readHeader(path string, newest int64) (header, error) {
	file, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return header{}, fault.Wrap(err, Missing, "path", path)
	case errors.Is(err, fs.ErrPermission):
		return header{}, fault.Wrap(err, files.Unreadable, "path", path)
	case err != nil:
		return header{}, fault.Wrap(err, Failed, "path", path)
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return header{}, fault.New(files.IsFolder, "path", path)
	}
	raw := make([]byte, 100)
	switch n, err := io.ReadFull(file, raw); {
	case n == 0 && errors.Is(err, io.EOF):
		return header{}, fault.New(Empty, "path", path)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return header{}, fault.New(Foreign, "path", path)
	case err != nil:
		return header{}, fault.Wrap(err, Failed, "path", path)
	}
	if string(raw[:16]) != "SQLite format 3\x00" || binary.BigEndian.Uint32(raw[68:]) != applicationID {
		return header{}, fault.New(Foreign, "path", path)
	}
	if raw[18] != raw[19] || raw[18] < 1 || raw[18] > 2 {
		return header{}, fault.New(Corrupt, "path", path) // no way of writing that SQLite knows
	}
	h := header{wal: raw[18] == 2, version: int64(int32(binary.BigEndian.Uint32(raw[60:])))}
	if h.version > newest {
		return header{}, newer(path, h.version, newest)
	}
	return h, nil
}

func newer(path string, file, program int64) error {
	return fault.New(Newer, "path", path,
		"file", strconv.FormatInt(file, 10), "program", strconv.FormatInt(program, 10))
}

// probe looks at a workspace without changing it and gives its schema version.
// thorough checks all of it, also when it is large.
func probe(ctx context.Context, path string, newest int64, wait time.Duration, thorough bool) (int64, error) {
	head, err := readHeader(path, newest)
	if err != nil {
		return 0, err
	}
	look := func(settings pragmas) (int64, error) {
		db := connect(path, wait, settings)
		version, err := examine(ctx, db, path, newest, thorough)
		return version, asDamage(errors.Join(err, db.Close()), path)
	}
	if head.wal && !files.Exist(path+"-wal") {
		// Nobody has it open, and reading it in the common way would leave
		// an empty log beside it.
		version, err := look(pragmas{"mode": "ro", "immutable": "1"})
		if err == nil || !files.Exist(path+"-wal") {
			return version, err
		}
		// Somebody opened it while we read: look again together with them.
	}
	version, err := look(pragmas{"mode": "ro"})
	if lite, ok := errors.AsType[sqlite3.Error](err); ok && lite.Code == sqlite3.ErrReadonly {
		// A crashed program left a journal, which only a writer may roll back.
		return look(nil)
	}
	return version, err
}

// asDamage gives err its code for a file whose header is a workspace's: what
// SQLite cannot make sense of is then damage.
func asDamage(err error, path string) error {
	lite, ok := errors.AsType[sqlite3.Error](err)
	if ok && (lite.Code == sqlite3.ErrError || lite.Code == sqlite3.ErrNotADB) {
		return fault.Wrap(err, Corrupt, "path", path)
	}
	return coded(err, path)
}

func examine(ctx context.Context, db *sql.DB, path string, newest int64, thorough bool) (int64, error) {
	version, err := ask[int64](ctx, db, "PRAGMA user_version")
	if err != nil {
		return 0, err
	}
	if version > newest {
		return 0, newer(path, version, newest)
	}
	if version < 1 {
		return 0, fault.New(Corrupt, "path", path)
	}
	if info, err := os.Stat(path); thorough || err == nil && info.Size() <= quickCheckLimit {
		verdict, err := ask[string](ctx, db, "PRAGMA quick_check(1)")
		if err != nil {
			return 0, err
		}
		if verdict != "ok" {
			return 0, fault.Wrap(errors.New(verdict), Corrupt, "path", path)
		}
	}
	return version, nil
}

var errIncomplete = errors.New("the schema is not complete")

// whole tells whether every object of the newest schema is there.
func whole(ctx context.Context, db querier) error {
	rows, err := db.QueryContext(ctx, "SELECT name FROM sqlite_schema")
	if err != nil {
		return err
	}
	defer rows.Close()
	found := map[string]bool{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		found[name] = true
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if name := lacking(found); name != "" {
		return fmt.Errorf("%w: it lacks %s", errIncomplete, name)
	}
	return nil
}

// lacking is the first object of the newest schema that is not found, "" when
// all are.
func lacking(found map[string]bool) string {
	for _, name := range objects {
		if !found[name] {
			return name
		}
	}
	return ""
}
