package store

import (
	"context"
	"errors"
	"math"
	"os"

	"synlig/data/fault"
	"synlig/data/files"
)

// Restore puts the backup in the workspace's place. The backup is checked
// first; what stands at workspace now becomes a backup itself; then the content
// is replaced in one step, so that it is the old or the new after a crash. It
// works while other programs have the workspace open, and when the workspace
// is damaged or gone. The caller's own Store should be closed before.
//
// Codes: files.Missing, BackupForeign, BackupCorrupt and Newer tell about the
// backup, the others about the workspace.
func Restore(ctx context.Context, backup, workspace string, options Options) error {
	options = options.filled()
	backup, err := absolute(backup)
	if err != nil {
		return err
	}
	workspace, err = absolute(workspace)
	if err != nil {
		return err
	}
	if err := checkBackup(ctx, backup, options); err != nil {
		return err
	}
	healthy, err := keepPresent(ctx, workspace, options)
	if err != nil {
		return err
	}
	if !healthy {
		return files.Produce(workspace, true, func(temp string) error {
			if err := ready(ctx, backup, temp, false, options); err != nil {
				return err
			}
			return removeLogs(workspace)
		})
	}
	return files.Scratch(workspace, func(temp string) error {
		if err := ready(ctx, backup, temp, isShared(ctx, workspace, options), options); err != nil {
			return err
		}
		return copyOver(ctx, temp, workspace, options.Wait)
	})
}

// checkBackup reads all of the backup, and says about it what it would say
// about a workspace.
func checkBackup(ctx context.Context, backup string, options Options) error {
	_, err := probe(ctx, backup, newestVersion(options.schema), options.Wait, true)
	return recode(err, map[fault.Code]fault.Code{
		Missing: files.Missing,
		Foreign: BackupForeign,
		Empty:   BackupCorrupt,
		Corrupt: BackupCorrupt,
	})
}

// keepPresent makes a backup of what stands at workspace, and tells whether it
// is healthy: one that is not is kept byte for byte, with its logs.
func keepPresent(ctx context.Context, workspace string, options Options) (healthy bool, err error) {
	if !files.Exist(workspace) {
		return false, nil
	}
	if err := writable(workspace); err != nil {
		return false, err
	}
	_, err = probe(ctx, workspace, math.MaxInt64, options.Wait, true)
	switch fault.CodeOf(err) {
	case "":
		return true, setAside(ctx, workspace, beforeRestore, options)
	case Locked, Cancelled, files.IsFolder, files.Unreadable, Failed:
		return false, err
	}
	return false, produceAside(workspace, damaged, options, func(dst string) error {
		for _, log := range append([]string{""}, logs...) {
			if !files.Exist(workspace + log) {
				continue
			}
			if err := files.Copy(workspace+log, dst+log, false); err != nil {
				return err
			}
		}
		return nil
	})
}

// logs are the endings of the files that SQLite keeps beside a database.
var logs = []string{"-wal", "-shm", "-journal"}

// removeLogs takes away what belongs to a damaged file: SQLite would write it
// into the one that takes its place.
func removeLogs(workspace string) error {
	for _, log := range logs {
		if err := os.Remove(workspace + log); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// ready makes temp what the workspace shall be: the backup's content, brought
// to the newest version, and marked as shared when the workspace was.
func ready(ctx context.Context, backup, temp string, shared bool, options Options) error {
	if err := recode(copyOut(ctx, backup, temp, options.Wait), map[fault.Code]fault.Code{Corrupt: BackupCorrupt}); err != nil {
		return err
	}
	db := connect(temp, options.Wait, pragmas{"_txlock": "immediate"})
	db.SetMaxOpenConns(1)
	err := migrate(ctx, db, options.schema)
	if err == nil {
		err = whole(ctx, db)
	}
	if err != nil {
		err = fault.Wrap(err, BackupCorrupt, "path", backup)
	} else if shared {
		_, err = db.ExecContext(ctx, upsertSetting, sharedKey, "1")
	}
	return coded(errors.Join(err, db.Close()), temp)
}

// isShared tells whether the workspace at path was ever opened over a network.
// One that cannot tell is taken for one that was.
func isShared(ctx context.Context, path string, options Options) bool {
	db := connect(path, options.Wait, pragmas{"_query_only": "on"})
	defer db.Close()
	marks, err := ask[int](ctx, db, "SELECT count(*) FROM setting WHERE key = $1 AND value = '1'", sharedKey)
	return err != nil || marks > 0
}
