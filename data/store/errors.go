package store

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/mattn/go-sqlite3"

	"synlig/data/fault"
	"synlig/data/files"
)

// The codes of the errors that leave this package, beside those of data/files
// and data/people. Codes about a file carry "path".
const (
	Missing  fault.Code = "workspace-missing"
	Exists   fault.Code = "workspace-exists"
	Empty    fault.Code = "workspace-empty"    // a file of no bytes
	Foreign  fault.Code = "workspace-foreign"  // not one of ours
	Newer    fault.Code = "workspace-newer"    // "file" and "program" are versions
	Corrupt  fault.Code = "workspace-corrupt"  // ours, but damaged
	Locked   fault.Code = "workspace-locked"   // another program holds it
	Readonly fault.Code = "workspace-readonly" // the file or its folder
	Failed   fault.Code = "workspace-failed"   // the disk or the network did not answer
	Closed   fault.Code = "workspace-closed"
	Refused  fault.Code = "workspace-refused" // a rule of the schema said no

	BackupForeign fault.Code = "backup-foreign"
	BackupCorrupt fault.Code = "backup-corrupt"
	BackupFailed  fault.Code = "backup-failed" // the cause tells why
	BackupItself  fault.Code = "backup-onto-itself"

	DocumentMissing fault.Code = "document-missing"  // "kind" tells of which
	DisputesLeft    fault.Code = "disputes-left"     // "number" places wait to be settled
	NothingNew      fault.Code = "draft-nothing-new" // "number" is the approved version
	VersionMissing  fault.Code = "version-missing"   // "number"
	VersionApproved fault.Code = "version-approved"
	VersionDamaged  fault.Code = "version-damaged" // "number"
	// A version that lies before a meeting is not written in, and only such a
	// one is decided. Both carry "number".
	VersionSubmitted    fault.Code = "version-submitted"
	VersionNotSubmitted fault.Code = "version-not-submitted"
	DraftMissing        fault.Code = "draft-missing" // nobody has begun one

	SnapshotMissing fault.Code = "snapshot-missing"
	SnapshotDamaged fault.Code = "snapshot-damaged"
	DraftMovedOn    fault.Code = "draft-moved-on"
	BlockInvalid    fault.Code = "block-invalid" // "number" of the block from 1
	PointMissing    fault.Code = "point-missing" // "number"
	InitialsTaken   fault.Code = "person-initials-taken"
	PersonMissing   fault.Code = "person-missing"

	Cancelled fault.Code = "cancelled"
)

// coded gives err, met while working on the workspace at path, its code. It is
// the one place that knows SQLite's codes (https://www.sqlite.org/rescode.html).
func coded(err error, path string) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fault.Wrap(err, Cancelled)
	}
	lite, ok := errors.AsType[sqlite3.Error](err)
	if !ok {
		return err
	}
	return fault.Wrap(err, codeOf(lite, path), "path", path)
}

func codeOf(err sqlite3.Error, path string) fault.Code {
	switch err.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrProtocol:
		return Locked
	case sqlite3.ErrCorrupt, sqlite3.ErrFormat:
		return Corrupt
	case sqlite3.ErrNotADB:
		return Foreign
	case sqlite3.ErrReadonly, sqlite3.ErrPerm:
		return Readonly
	case sqlite3.ErrFull:
		return files.DiskFull
	case sqlite3.ErrInterrupt, sqlite3.ErrAbort:
		return Cancelled
	case sqlite3.ErrConstraint:
		if err.ExtendedCode == sqlite3.ErrConstraintTrigger {
			return VersionApproved // all our triggers guard approved versions
		}
		return Refused
	case sqlite3.ErrCantOpen, sqlite3.ErrIoErr:
		return diskCode(err, path)
	}
	return fault.Internal
}

// diskCode looks behind an error of the disk: SQLite itself says no more than
// that it could not open or read.
func diskCode(err sqlite3.Error, path string) fault.Code {
	if _, stat := os.Stat(path); errors.Is(stat, fs.ErrNotExist) {
		return Missing
	}
	if err.SystemErrno != 0 {
		switch code := fault.CodeOf(files.CodeForWriting(err.SystemErrno, path)); code {
		case files.DiskFull:
			return code
		case files.FolderReadonly:
			return Readonly
		}
	}
	if err.Code == sqlite3.ErrCantOpen {
		return Readonly // the file is there, so its journal could not be made
	}
	return Failed
}

// brokeUnique tells whether err is a broken UNIQUE rule of the schema.
func brokeUnique(err error) bool {
	lite, ok := errors.AsType[sqlite3.Error](err)
	return ok && (lite.ExtendedCode == sqlite3.ErrConstraintUnique || lite.ExtendedCode == sqlite3.ErrConstraintPrimaryKey)
}

// recode gives err the code that stands in codes for its own.
func recode(err error, codes map[fault.Code]fault.Code) error {
	coded, ok := errors.AsType[*fault.Error](err)
	if !ok || codes[coded.Code] == "" {
		return err
	}
	return &fault.Error{Code: codes[coded.Code], Args: coded.Args, Cause: coded}
}
