package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/people"
)

// IsEmpty tells whether nothing has been written yet: no document and no post.
func (s *Store) IsEmpty(ctx context.Context) (empty bool, err error) {
	err = s.read(ctx, func(tx tx) error {
		_, err := tx.one("SELECT NOT EXISTS (SELECT 1 FROM document) AND NOT EXISTS (SELECT 1 FROM post)", nil, &empty)
		return err
	})
	return empty, err
}

// Clear empties the workspace ("Start tom"), after a backup of it was made.
// Settings stay, and so do those of the people that are named, with their IDs.
// All goes in one step by putting a new workspace in the old one's place, so
// approved versions need no way around the rule that nobody deletes them.
func (s *Store) Clear(ctx context.Context, stay ...people.Person) error {
	if err := setAside(ctx, s.path, beforeClear, s.options); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "synlig-")
	if err != nil {
		return fault.Wrap(err, Failed, "path", s.path)
	}
	defer os.RemoveAll(folder)
	fresh := filepath.Join(folder, "tom"+Extension)
	if err := files.Write(fresh, nil, false); err != nil {
		return err
	}
	if err := s.buildCleared(ctx, fresh, stay); err != nil {
		return s.coded(ctx, err)
	}
	if err := copyOver(ctx, fresh, s.path, s.options.Wait); err != nil {
		return s.coded(ctx, err)
	}
	s.feed.tell(Change{})
	return nil
}

// buildCleared makes the workspace that Clear leaves behind.
func (s *Store) buildCleared(ctx context.Context, path string, stay []people.Person) error {
	if err := build(ctx, path, s.options); err != nil {
		return err
	}
	settings, err := s.settings(ctx)
	if err != nil {
		return err
	}
	db := connect(path, s.options.Wait, pragmas{"_synchronous": "OFF"})
	db.SetMaxOpenConns(1)
	err = s.run(ctx, db, func(tx tx) error { return fill(tx, settings, stay) })
	return errors.Join(err, db.Close())
}

func fill(tx tx, settings [][2]string, stay []people.Person) error {
	for _, pair := range settings {
		if err := tx.exec(upsertSetting, pair[0], pair[1]); err != nil {
			return err
		}
	}
	for _, p := range stay {
		p = p.Clean()
		id := sql.NullInt64{Int64: p.ID, Valid: p.ID != 0}
		if err := tx.exec("INSERT INTO person (id, name, initials, role, active) VALUES ($1, $2, $3, $4, $5)",
			id, p.Name, p.Initials, p.Role, asInt(p.Active)); err != nil {
			return taken(err)
		}
	}
	return nil
}

func (s *Store) settings(ctx context.Context) (all [][2]string, err error) {
	err = s.read(ctx, func(tx tx) error {
		return tx.all("SELECT key, value FROM setting ORDER BY key", nil, func(scan func(...any) error) error {
			var pair [2]string
			err := scan(&pair[0], &pair[1])
			all = append(all, pair)
			return err
		})
	})
	return all, err
}
