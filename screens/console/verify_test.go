package console

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/store"
)

// recorded is a workspace with a few lines in its record, and the last hash.
func recorded(t *testing.T) (path, hash string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "kontor.synlig")
	s, err := store.Create(t.Context(), path, store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	anna, err := s.AddPerson(t.Context(), people.Person{Name: "Anna Holm", Active: true})
	if err != nil {
		t.Fatal(err)
	}
	m := s.Moderation()
	for _, text := range []string{"Hvornår har I åbent?", "Mit cpr er 140585-2981", "Tak for hjælpen"} {
		masked, _, err := moderation.Intake(text, m.MaskRules())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.Add(t.Context(), anna, store.NewCase{Comment: masked}); err != nil {
			t.Fatal(err)
		}
	}
	last, err := m.LastLine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return path, moderation.HashText(last.Hash)
}

func verifying(t *testing.T, args ...string) (code int, out string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = Console{Out: &stdout, Err: &stderr}.Run(context.Background(), append([]string{"kontrol"}, args...))
	return code, stdout.String() + stderr.String()
}

func TestVerifyAWholeRecord(t *testing.T) {
	path, hash := recorded(t)
	code, out := verifying(t, "--data", path)
	if code != Done || !strings.Contains(out, "3 linjer") || !strings.Contains(out, hash) || !strings.Contains(out, "Facebook") {
		t.Errorf("%d %s", code, out)
	}
	spaced := strings.ToUpper(hash[:8]) + " " + hash[8:]
	if code, out := verifying(t, "--kode", spaced, "--data", path); code != Done || !strings.Contains(out, "ved linje 3") {
		t.Errorf("%d %s", code, out)
	}
	if code, out := verifying(t, "--kode", strings.Repeat("0", 64), "--data", path); code != Failed {
		t.Errorf("%d %s", code, out)
	}
	code, out = verifying(t, "--data", path, "--json")
	var report verdictReport
	if err := json.Unmarshal([]byte(out), &report); err != nil || code != Done || !report.OK || report.Lines != 3 || report.LastHash != hash || report.Proves == "" {
		t.Errorf("%d %v %+v", code, err, report)
	}
}

func TestVerifyNamesTheFirstAlteredLine(t *testing.T) {
	path, _ := recorded(t)
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("DROP TRIGGER moderation_log_stays; UPDATE moderation_log SET actor = 'Bo' WHERE seq >= 2; CREATE TRIGGER moderation_log_stays BEFORE UPDATE ON moderation_log BEGIN SELECT RAISE(ABORT, 'x'); END"); err != nil {
		t.Fatal(err)
	}
	code, out := verifying(t, "--data", path)
	if code != Failed || !strings.Contains(out, "nummer 2") {
		t.Errorf("%d %s", code, out)
	}
	code, out = verifying(t, "--json", "--data", path)
	var report verdictReport
	if err := json.Unmarshal([]byte(out), &report); err != nil || code != Failed || report.OK || report.Broken.What != "line" || report.Broken.Line != 2 {
		t.Errorf("%d %v %s", code, err, out)
	}
}

// Whoever alters the record takes the triggers out that guard it, and need not
// put them back: the line is named all the same, and where nothing else was
// altered the missing trigger is.
func TestVerifyWithoutTheTriggers(t *testing.T) {
	path, _ := recorded(t)
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, step := range []struct{ sql, says string }{
		{"DROP TRIGGER moderation_log_stays; DROP TRIGGER moderation_log_is_kept", "moderation_log_stays"},
		{"UPDATE moderation_log SET actor = 'Bo' WHERE seq = 3", "nummer 3"},
		{"DELETE FROM moderation_log WHERE seq = 2", "2"},
	} {
		if _, err := db.Exec(step.sql); err != nil {
			t.Fatal(err)
		}
		if code, out := verifying(t, "--data", path); code != Failed || !strings.Contains(out, step.says) {
			t.Errorf("%s: %d %s", step.sql, code, out)
		}
	}
}

func TestVerifyRefusesWhatItCannotRead(t *testing.T) {
	for _, args := range [][]string{{}, {"--data", filepath.Join(t.TempDir(), "findes-ikke.synlig")}, {"--ukendt"}} {
		if code, out := verifying(t, args...); code != Refuse || out == "" {
			t.Errorf("%v: %d %s", args, code, out)
		}
	}
}
