package console

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/bilag/pdfua"
)

func TestThePlanIsWrittenInEveryForm(t *testing.T) {
	folder := t.TempDir()
	workspace := filepath.Join(folder, "kontor.synlig")
	if _, problems, code := synlig(t, "eksempel", workspace); code != Done {
		t.Fatal(problems)
	}
	for name, source := range map[string][]string{"example": {"--eksempel"}, "workspace": {"--data", workspace}} {
		at := func(ending string) string { return filepath.Join(folder, name+ending) }
		args := append([]string{"indlæg", "--pdf", at(".pdf"), "--xlsx", at(".xlsx"), "--csv", at(".csv"), "--ical", at(".ics")}, source...)
		out, problems, code := synlig(t, args...)
		if code != Done || problems != "" || strings.Count(out, "\n") != 4 {
			t.Fatalf("%s: %d %q %q", name, code, out, problems)
		}
		for ending, want := range map[string]string{".pdf": "%PDF-1.7", ".xlsx": "PK", ".csv": "\ufeffNr.;", ".ics": "BEGIN:VCALENDAR\r\n"} {
			data, err := os.ReadFile(at(ending))
			if err != nil || !bytes.HasPrefix(data, []byte(want)) {
				t.Errorf("%s%s: %v", name, ending, err)
			}
			if ending == ".pdf" {
				if findings := pdfua.Check(data).Findings; len(findings) > 0 {
					t.Errorf("%s: %v", name, findings)
				}
			}
		}
		if _, problems, code := synlig(t, args...); code != Refuse || strings.Count(problems, "\n") != 1 {
			t.Errorf("written over: %d %q", code, problems)
		}
	}
}

func TestThePlanOfAPeriod(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.csv")
	if _, problems, code := synlig(t, "indlaeg", "--eksempel", "--csv", path, "--fra", "1. marts 2015", "--til", "17.03.2015"); code != Done {
		t.Fatal(problems)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte("Jeg troede, det var mig")) || bytes.Contains(data, []byte("Lørdag den 21. marts")) || bytes.Contains(data, []byte("Nu kan du også finde os")) {
		t.Errorf("not the posts from 1 to 17 March:\n%s", data)
	}
}

func TestWhatThePlanRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.csv")
	for name, args := range map[string][]string{
		"nothing to write": {"indlæg", "--eksempel"},
		"no source":        {"indlæg", "--csv", path},
		"two sources":      {"indlæg", "--eksempel", "--data", "x", "--csv", path},
		"no workspace":     {"indlæg", "--data", path, "--csv", path},
		"no day":           {"indlæg", "--eksempel", "--csv", path, "--fra", "engang"},
		"a word too many":  {"indlæg", "--eksempel", "--csv", path, "mere"},
		"no folder":        {"indlæg", "--eksempel", "--csv", filepath.Join(path, "x")},
	} {
		out, problems, code := synlig(t, args...)
		if code != Refuse || out != "" || strings.Count(problems, "\n") != 1 {
			t.Errorf("%s: %d %q %q", name, code, out, problems)
		}
	}
}
