package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"synlig/assets"
	"synlig/data/decision"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/people"
	"synlig/data/strategy"
)

func TestSQLiteErrorsHaveCodes(t *testing.T) {
	here := t.TempDir()
	gone := filepath.Join(here, "ingen")
	for _, c := range []struct {
		err  sqlite3.Error
		path string
		want fault.Code
	}{
		{sqlite3.Error{Code: sqlite3.ErrBusy}, here, Locked},
		{sqlite3.Error{Code: sqlite3.ErrCorrupt}, here, Corrupt},
		{sqlite3.Error{Code: sqlite3.ErrNotADB}, here, Foreign},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, here, Readonly},
		{sqlite3.Error{Code: sqlite3.ErrFull}, here, files.DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrInterrupt}, here, Cancelled},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, here, Failed},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.ENOSPC}, here, files.DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.EIO}, here, Failed},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, gone, Missing},
		{sqlite3.Error{Code: sqlite3.ErrCantOpen}, gone, Missing},
		{sqlite3.Error{Code: sqlite3.ErrCantOpen}, here, Readonly},
		{sqlite3.Error{Code: sqlite3.ErrCantOpen, SystemErrno: syscall.EACCES}, here, Readonly},
		{sqlite3.Error{Code: sqlite3.ErrConstraint, ExtendedCode: sqlite3.ErrConstraintCheck}, here, Refused},
		{sqlite3.Error{Code: sqlite3.ErrConstraint, ExtendedCode: sqlite3.ErrConstraintTrigger}, here, VersionApproved},
		{sqlite3.Error{Code: sqlite3.ErrMisuse}, here, fault.Internal},
	} {
		err := coded(fmt.Errorf("around it: %w", c.err), c.path)
		wantCode(t, err, c.want)
		if !errors.As(err, new(sqlite3.Error)) {
			t.Errorf("%v lost its cause", c.want)
		}
	}
	wantCode(t, coded(context.Canceled, ""), Cancelled)
	wantCode(t, coded(errors.New("another"), ""), fault.Internal)
	wantCode(t, coded(fault.New("own"), ""), "own")
}

// Every code has its words in both languages, and the words ask for nothing
// that the error does not carry.
func TestCodesHaveWords(t *testing.T) {
	for language, words := range map[string]assets.Translation{"da": assets.Translations("da"), "en": assets.Translations("en")} {
		for _, code := range []fault.Code{
			Missing, Exists, Empty, Foreign, Newer, Corrupt, Locked, Readonly, Failed, Closed, Refused,
			BackupForeign, BackupCorrupt, BackupFailed, BackupItself, DocumentMissing, NothingNew, DisputesLeft, VersionMissing, VersionApproved,
			VersionDamaged, SnapshotMissing, SnapshotDamaged, DraftMovedOn, BlockInvalid, PointMissing, InitialsTaken,
			PersonMissing, Cancelled, people.NameMissing, people.NameInvalid, people.BadInitials, people.RoleInvalid,
			files.Exists, files.Missing, files.TooLarge, files.IsFolder, files.Unreadable, files.Readonly, files.InUse,
			files.BadName, files.FolderMissing, files.FolderReadonly, files.DiskFull, files.DiskFailed,
			VersionSubmitted, VersionNotSubmitted, DraftMissing, strategy.Outdated, strategy.Colliding,
			decision.NumberTwice, decision.NeedsUnknown, decision.NeedsRivals, decision.NeedsOthers,
			decision.RivalsAdopted, decision.Undecided, decision.OutcomeUnknown,
		} {
			text := words.Text("fault."+string(code), "path", "P", "folder", "F", "limit", "1", "number", "1", "file", "2", "program", "1", "others", "2", "points", "1, 2", "change", "3")
			if strings.HasPrefix(text, "fault.") || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: %q", language, text)
			}
		}
	}
}

func TestRestoreWhileAnotherProgramWrites(t *testing.T) {
	for name, volume := range map[string]bool{"wal": true, "rollback": false} {
		t.Run(name, func(t *testing.T) {
			options := Options{Wait: 20 * time.Millisecond, local: func(string) bool { return volume }}
			s := create(t, place(t), options)
			want := sample(30)
			ok(t, s.SaveRevision(t.Context(), sample(20)))
			backup := filepath.Join(t.TempDir(), "kopi.synlig")
			ok(t, s.Backup(t.Context(), backup, false))
			want.Base = sample(20).Base
			ok(t, s.SaveRevision(t.Context(), want))

			other := raw(t, s.path, nil)
			ok(t, other("BEGIN IMMEDIATE"))
			wantCode(t, Restore(t.Context(), backup, s.path, quick(options)), Locked)
			ok(t, other("ROLLBACK"))
			if got := must(s.Revision(t.Context()))(t); !reflect.DeepEqual(got, want) {
				t.Error("the workspace was changed")
			}
			if !volume { // in WAL mode nobody can keep a reader out
				ok(t, other("BEGIN EXCLUSIVE"))
				wantCode(t, s.Backup(t.Context(), filepath.Join(t.TempDir(), "kopi"), false), Locked)
				_, err := s.Revision(t.Context())
				wantCode(t, err, Locked)
				ok(t, other("ROLLBACK"))
			}
		})
	}
}
