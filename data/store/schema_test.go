package store

import (
	"database/sql"
	"slices"
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/data/fault"
)

func TestSchemaIsWhatTheProgramExpects(t *testing.T) {
	s := create(t, place(t), Options{})
	ctx := t.Context()
	rows := must(s.readers.QueryContext(ctx, "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'goose_%'"))(t)
	defer rows.Close()
	var found []string
	for rows.Next() {
		var name string
		ok(t, rows.Scan(&name))
		found = append(found, name)
	}
	slices.Sort(found)
	want := slices.Sorted(slices.Values(objects))
	if !slices.Equal(found, want) {
		t.Errorf("objects in dialect.go and in the migrations differ\nprogram %q\nfile    %q", want, found)
	}
	shown := must(ask[int64](ctx, s.readers, "PRAGMA user_version"))(t)
	recorded := must(ask[int64](ctx, s.readers, "SELECT max(version_id) FROM goose_db_version"))(t)
	if newest := newestVersion(ownSchema()); shown != newest || recorded != newest {
		t.Errorf("the file says version %d, its migrations %d, the program %d", shown, recorded, newest)
	}
	if id := must(ask[int64](ctx, s.readers, "PRAGMA application_id"))(t); id != applicationID {
		t.Errorf("application_id %x", id)
	}
}

func TestConnectionsAreSetUp(t *testing.T) {
	s := create(t, place(t), Options{})
	for pragma, want := range map[string]int64{"foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "recursive_triggers": 1, "busy_timeout": 5000} {
		for name, db := range map[string]*sql.DB{"writer": s.writer, "readers": s.readers} {
			if got := must(ask[int64](t.Context(), db, "PRAGMA "+pragma))(t); got != want {
				t.Errorf("%s: %s is %d, want %d", name, pragma, got, want)
			}
		}
	}
	if err := s.run(t.Context(), s.readers, func(tx tx) error { return tx.exec("DELETE FROM setting") }); !fault.Is(err, Readonly) {
		t.Errorf("a reader could write: %v", err)
	}
}

// Each of these breaks one rule of the schema, written by a program that knows
// nothing of ours. Version 1 is approved, 2 is submitted and 3 is the draft.
func TestSchemaHoldsItsRules(t *testing.T) {
	const version = "INSERT INTO version (document, number, status, based_on, changed, sha256) VALUES "
	hash := "'" + strings.Repeat("a", 64) + "'"
	s := threeVersions(t)
	before := dump(t, s)
	for name, statement := range map[string]string{
		"setting without key":        `INSERT INTO setting VALUES ('', 'x')`,
		"setting twice":              `INSERT INTO setting VALUES ('a', '1'), ('a', '2')`,
		"person without name":        `INSERT INTO person (name, initials) VALUES ('', 'X')`,
		"person with a long name":    `INSERT INTO person (name, initials) VALUES ('` + strings.Repeat("x", 101) + `', 'X')`,
		"initials taken":             `INSERT INTO person (name, initials) VALUES ('Mia', 'AH')`,
		"initials too long":          `INSERT INTO person (name, initials) VALUES ('Mia', 'ABCDEF')`,
		"active is yes or no":        `UPDATE person SET active = 2`,
		"text where a number stands": `UPDATE person SET active = 'ja'`,
		"unknown kind of document":   `INSERT INTO document (kind, title) VALUES ('digt', 't')`,
		"a second strategy":          `INSERT INTO document (kind, title) VALUES ('strategi', 't')`,
		"document with versions":     `DELETE FROM document`,
		"unknown status":             version + `(1, 4, 'måske', 0, '', ` + hash + `)`,
		"number twice":               version + `(1, 2, 'fremsendt', 0, '', ` + hash + `)`,
		"number zero":                version + `(1, 0, 'fremsendt', 0, '', ` + hash + `)`,
		"a second draft":             version + `(1, 4, 'kladde', 0, '', ` + hash + `)`,
		"based on itself":            version + `(1, 4, 'fremsendt', 4, '', ` + hash + `)`,
		"born approved":              version + `(1, 4, 'godkendt', 0, '', ` + hash + `)`,
		"born replaced":              version + `(1, 4, 'erstattet', 0, '', ` + hash + `)`,
		"no document":                version + `(99, 1, 'fremsendt', 0, '', ` + hash + `)`,
		"no time":                    version + `(1, 4, 'fremsendt', 0, 'i går', ` + hash + `)`,
		"no hash":                    version + `(1, 4, 'fremsendt', 0, '', 'abc')`,
		"capital hash":               version + `(1, 4, 'fremsendt', 0, '', upper(` + hash + `))`,
		"no day":                     `UPDATE version SET meeting_date = '22.08.2014' WHERE number = 3`,
		"unknown person":             `UPDATE version SET person = 99 WHERE number = 3`,
		"a second approved":          `UPDATE version SET status = 'godkendt' WHERE number = 2`,
		"replaced, never approved":   `UPDATE version SET status = 'erstattet' WHERE number = 2`,
		"approved text":              `UPDATE block SET text = 'x' WHERE version = 1`,
		"approved block out":         `DELETE FROM block WHERE version = 1`,
		"approved block in":          `INSERT INTO block (version, position, id, kind, level, text) VALUES (1, 99, 'x', 'paragraph', 0, 'x')`,
		"block moved into approved":  `UPDATE block SET version = 1, position = 99, id = 'x' WHERE version = 3 AND position = 0`,
		"block moved out":            `UPDATE block SET version = 3, position = 99, id = 'x' WHERE version = 1 AND position = 0`,
		"approved block by replace":  `INSERT OR REPLACE INTO block SELECT version, position, id, kind, level, 'x', spans FROM block WHERE version = 1`,
		"approved hash":              `UPDATE version SET sha256 = ` + hash + ` WHERE number = 1`,
		"approved author":            `UPDATE version SET author = 'x' WHERE number = 1`,
		"approved date":              `UPDATE version SET meeting_date = '2020-01-01' WHERE number = 1`,
		"approved number":            `UPDATE version SET number = 9 WHERE number = 1`,
		"approved back to draft":     `UPDATE version SET status = 'kladde' WHERE number = 1`,
		"approved deleted":           `DELETE FROM version WHERE number = 1`,
		"approved by replace":        `INSERT OR REPLACE INTO version (id, document, number, status, changed, sha256) VALUES (1, 1, 1, 'fremsendt', '', ` + hash + `)`,
		"approved by upsert":         version + `(1, 1, 'fremsendt', 0, '', ` + hash + `) ON CONFLICT (document, number) DO UPDATE SET author = 'x'`,
		"approved gets a note":       `INSERT INTO note (version, block, after, from_word, to_word, reason) VALUES (1, 'b', 0, 0, 1, 'x')`,
		"approved gets a point":      `INSERT INTO point VALUES (1, 1, 'x')`,
		"position twice":             `INSERT INTO block (version, position, id, kind, level, text) VALUES (3, 0, 'x', 'paragraph', 0, 'x')`,
		"id twice":                   `INSERT INTO block (version, position, id, kind, level, text) SELECT 3, 99, id, kind, level, text FROM block WHERE version = 3 AND position = 0`,
		"block without id":           `UPDATE block SET id = '' WHERE version = 3 AND position = 0`,
		"unknown kind of block":      `UPDATE block SET kind = 'vers' WHERE version = 3`,
		"level too deep":             `UPDATE block SET level = 3 WHERE version = 3`,
		"two lines in a block":       `UPDATE block SET text = 'a' || char(10) || 'b' WHERE version = 3`,
		"marks that are no JSON":     `UPDATE block SET spans = '[{' WHERE version = 3`,
		"block of no version":        `INSERT INTO block (version, position, id, kind, level, text) VALUES (99, 0, 'x', 'paragraph', 0, 'x')`,
		"note that says nothing":     `INSERT INTO note (version, block, after, from_word, to_word) VALUES (3, 'b', 0, 0, 1)`,
		"note backwards":             `INSERT INTO note (version, block, after, from_word, to_word, reason) VALUES (3, 'b', 0, 2, 1, 'x')`,
		"note of unknown class":      `INSERT INTO note (version, block, after, from_word, to_word, class) VALUES (3, 'b', 0, 0, 1, 'stor')`,
		"note of no point":           `INSERT INTO note (version, block, after, from_word, to_word, point) VALUES (3, 'b', 0, 0, 1, 9)`,
		"note twice":                 `INSERT INTO note (version, block, after, from_word, to_word, reason) VALUES (3, 'b', 0, 0, 1, 'x'), (3, 'b', 0, 0, 1, 'y')`,
		"point zero":                 `INSERT INTO point VALUES (3, 0, 'x')`,
		"point needs itself":         `INSERT INTO point_requirement VALUES (3, 1, 1)`,
		"point needs no point":       `INSERT INTO point_requirement VALUES (3, 1, 9)`,
		"point with a note goes":     `DELETE FROM point WHERE version = 3 AND number = 1`,
		"a snapshot twice a minute":  `INSERT INTO snapshot (version, minute, author, at, sha256, content) VALUES (3, '2026-11-22T10:00', 'a', '', ` + hash + `, x''), (3, '2026-11-22T10:00', 'a', '', ` + hash + `, x'')`,
	} {
		t.Run(name, func(t *testing.T) {
			if err := raw(t, s.path, nil)(statement); err == nil {
				t.Errorf("the schema let it through: %s", statement)
			} else if code := fault.CodeOf(coded(err, "")); code != Refused && code != VersionApproved {
				t.Errorf("code %q for %v", code, err)
			}
			if dump(t, s) != before {
				t.Error("something was changed all the same")
			}
		})
	}
}

func TestApprovedCanBeReplaced(t *testing.T) {
	s := threeVersions(t)
	ok(t, raw(t, s.path, nil)(`UPDATE version SET status = 'erstattet' WHERE number = 1`))
	ok(t, raw(t, s.path, nil)(`UPDATE version SET status = 'godkendt' WHERE number = 2`))
	if err := raw(t, s.path, nil)(`UPDATE version SET status = 'godkendt' WHERE number = 1`); err == nil {
		t.Error("a replaced version was approved again")
	}
}

// threeVersions is a workspace with an approved version (id 1), a submitted one
// (id 2), a draft (id 3) with a point and its note, and a person.
func threeVersions(t *testing.T) *Store {
	s := create(t, place(t), Options{})
	ok(t, s.write(t.Context(), func(tx tx) error {
		if err := tx.exec(`INSERT INTO person (name, initials) VALUES ('Anna Holm', 'AH')`); err != nil {
			return err
		}
		if err := tx.exec(`INSERT INTO document (id, kind, title) VALUES (1, 'strategi', 'T')`); err != nil {
			return err
		}
		for i, status := range []document.Status{document.Submitted, document.Submitted, document.Draft} {
			if _, err := tx.insertVersion(1, document.Version{Number: i + 1, Status: status, Blocks: text(3)}); err != nil {
				return err
			}
		}
		if err := tx.exec(`UPDATE version SET status = 'godkendt' WHERE number = 1`); err != nil {
			return err
		}
		if err := tx.exec(`INSERT INTO point VALUES (3, 1, 'at')`); err != nil {
			return err
		}
		return tx.exec(`INSERT INTO note (version, block, after, from_word, to_word, point) VALUES (3, 'b00000', 0, 0, 0, 1)`)
	}))
	return s
}

// tables are the names of all tables with rows of ours.
func tables(t *testing.T, s *Store) (names []string) {
	t.Helper()
	rows := must(s.readers.QueryContext(t.Context(), `SELECT name FROM sqlite_schema WHERE type = 'table'
		AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'goose\_%' ESCAPE '\' ORDER BY name`))(t)
	defer rows.Close()
	for rows.Next() {
		var name string
		ok(t, rows.Scan(&name))
		names = append(names, name)
	}
	return names
}

// dump is all that stands in the tables, as text.
func dump(t *testing.T, s *Store) string {
	t.Helper()
	var all strings.Builder
	for _, table := range tables(t, s) {
		rows := must(s.readers.QueryContext(t.Context(), "SELECT * FROM "+table))(t)
		columns := must(rows.Columns())(t)
		for rows.Next() {
			values := make([]sql.RawBytes, len(columns))
			fields := make([]any, len(columns))
			for i := range values {
				fields[i] = &values[i]
			}
			ok(t, rows.Scan(fields...))
			all.WriteString(table)
			for _, v := range values {
				all.WriteString("|" + string(v))
			}
			all.WriteByte('\n')
		}
		ok(t, rows.Err())
		rows.Close()
	}
	return all.String()
}
