package console

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"synlig/assets"
	"synlig/data/bilag"
	"synlig/data/clock"
	"synlig/data/docx"
	"synlig/data/example"
)

// synlig runs a command and gives what it printed and its exit code.
func synlig(t *testing.T, args ...string) (out, problems string, code int) {
	t.Helper()
	var o, e strings.Builder
	c := Console{Out: &o, Err: &e, Clock: clock.Fixed(time.Date(2014, 11, 3, 10, 0, 0, 0, time.UTC)), Version: "1.2.3"}
	code = c.Run(context.Background(), args)
	return o.String(), e.String(), code
}

// file writes a file in a fresh folder and gives its path.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHelpAndVersion(t *testing.T) {
	for _, word := range []string{"hjælp", "help", "--help", "-h"} {
		out, problems, code := synlig(t, word)
		if code != Done || problems != "" {
			t.Errorf("%s: %d %q", word, code, problems)
		}
		for _, c := range commands {
			if !strings.Contains(out, "synlig "+c.name) {
				t.Errorf("%s does not name %s", word, c.name)
			}
		}
	}
	if out, _, code := synlig(t, "version"); out != "Synlig 1.2.3\n" || code != Done {
		t.Errorf("%q %d", out, code)
	}
}

func TestRefusalsAreOneSentence(t *testing.T) {
	text := file(t, "a.txt", "Tekst.")
	for name, args := range map[string][]string{
		"unknown word":         {"udskriv"},
		"unknown help":         {"hjælp", "udskriv"},
		"unknown option":       {"bilag", "--farve", "--ud", t.TempDir()},
		"option without value": {"bilag", "--eksempel", "--ud"},
		"no folder":            {"bilag", "--eksempel"},
		"no source":            {"bilag", "--ud", t.TempDir()},
		"two sources":          {"bilag", "--eksempel", "--data", "x.synlig", "--ud", t.TempDir()},
		"missing workspace":    {"bilag", "--data", filepath.Join(t.TempDir(), "væk.synlig"), "--ud", t.TempDir()},
		"foreign workspace":    {"bilag", "--data", file(t, "f.synlig", strings.Repeat("nej ", 500)), "--ud", t.TempDir()},
		"one file":             {"sammenlign", text},
		"three files":          {"sammenlign", text, text, text},
		"missing file":         {"sammenlign", text, filepath.Join(t.TempDir(), "væk.txt")},
		"a folder":             {"sammenlign", text, t.TempDir()},
		"empty file":           {"sammenlign", text, file(t, "tom.txt", "")},
		"binary file":          {"sammenlign", text, file(t, "b.txt", "a\x00b")},
		"word file":            {"sammenlign", text, file(t, "b.docx", "PK")},
		"unknown revisions":    {"sammenlign", text, text, "--revisioner", "alle"},
		"existing json":        {"sammenlign", text, text, "--json", text},
		"missing out folder":   {"sammenlign", text, text, "--pdf", filepath.Join(t.TempDir(), "væk", "a.pdf")},
		"existing example":     {"eksempel", text},
		"backup of nothing":    {"sikkerhedskopi", filepath.Join(t.TempDir(), "k.synlig")},
		"restore of nothing":   {"gendan", filepath.Join(t.TempDir(), "k.synlig"), "--data", filepath.Join(t.TempDir(), "d.synlig")},
	} {
		t.Run(name, func(t *testing.T) {
			out, problems, code := synlig(t, args...)
			if code != Refuse || out != "" {
				t.Errorf("code %d, printed %q", code, out)
			}
			if lines := strings.Count(problems, "\n"); lines != 1 || strings.Contains(problems, "{") || strings.Contains(problems, "noget uventet") {
				t.Errorf("not one plain sentence: %q", problems)
			}
		})
	}
	if data, _ := os.ReadFile(text); string(data) != "Tekst." {
		t.Error("a refused command changed a file")
	}
}

func TestCompareAsJSON(t *testing.T) {
	before := file(t, "før.md", "# Regler\n\nVi skal svare inden 5 dage.\n\nUændret.\n\nSe [siden](https://a.dk).\n")
	after := file(t, "efter.md", "# Regler\n\nVi skal svare inden 10 dage.\n\nUændret.\n\nSe [siden](https://b.dk).\n\nNyt afsnit.\n")
	out, problems, code := synlig(t, "sammenlign", before, "--json", "-", after)
	if code != Done || problems != "" {
		t.Fatal(code, problems)
	}
	var report comparisonReport
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	var old, new []string
	for _, b := range report.Blocks {
		var o, n strings.Builder
		for _, s := range b.Segments {
			if s.Op != "insert" {
				o.WriteString(s.Text)
			}
			if s.Op != "delete" {
				n.WriteString(s.Text)
			}
		}
		if b.Status != "inserted" && b.Status != "moved_to" {
			old = append(old, o.String())
		}
		if b.Status != "deleted" && b.Status != "moved_from" {
			new = append(new, n.String())
		}
	}
	if got := strings.Join(old, "\n"); got != "Regler\nVi skal svare inden 5 dage.\nUændret.\nSe siden." {
		t.Errorf("the old text is %q", got)
	}
	if got := strings.Join(new, "\n"); got != "Regler\nVi skal svare inden 10 dage.\nUændret.\nSe siden.\nNyt afsnit." {
		t.Errorf("the new text is %q", got)
	}
	if report.Stats.Changes != 3 || len(report.Changes) != 3 || report.Blocks[0].Kind != "heading1" {
		t.Errorf("%+v", report.Stats)
	}
	marks := report.Blocks[3].Marks
	if len(marks) != 1 || marks[0].Aspect != "link" || marks[0].Old != "https://a.dk" || marks[0].New != "https://b.dk" {
		t.Errorf("marks %+v", marks)
	}
}

func TestCompareWritesPaperAndJSON(t *testing.T) {
	before, after := file(t, "a.txt", "Vi svarer hurtigt.\n\nTo."), file(t, "b.txt", "Vi svarer langsomt.\n\nTo.")
	folder := t.TempDir()
	pdf, report := filepath.Join(folder, "ud.pdf"), filepath.Join(folder, "ud.json")
	out, problems, code := synlig(t, "sammenlign", before, after, "--pdf", pdf, "--json", report, "--titel", "Prøve", "--sag", "2014-1")
	if code != Done || !strings.Contains(out, pdf) || !strings.Contains(out, "1 ændring") {
		t.Fatal(code, out, problems)
	}
	if data, _ := os.ReadFile(pdf); !strings.HasPrefix(string(data), "%PDF-1.7") {
		t.Error("no paper was written")
	}
	if data, _ := os.ReadFile(report); !json.Valid(data) {
		t.Error("no JSON was written")
	}
	if _, _, code := synlig(t, "sammenlign", before, after, "--pdf", pdf); code != Refuse {
		t.Error("an existing paper was replaced unasked")
	}
	if _, problems, code := synlig(t, "sammenlign", before, after, "--pdf", pdf, "--overskriv"); code != Done {
		t.Error(problems)
	}
}

func TestPapersOfTheExample(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "bilag")
	out, problems, code := synlig(t, "bilag", "--eksempel", "--ud", folder, "--json")
	if code != Done {
		t.Fatal(problems)
	}
	var report papersReport
	if err := json.Unmarshal([]byte(out), &report); err != nil || len(report.Papers) != 2 || len(report.Changes) == 0 {
		t.Fatal(err, out)
	}
	clean, marked := bilag.FileNames(example.Revision().Title)
	for i, name := range []string{clean, marked} {
		if report.Papers[i].Path != filepath.Join(folder, name) {
			t.Errorf("paper %d is %s", i+1, report.Papers[i].Path)
		}
	}
	before, _ := os.ReadFile(report.Papers[0].Path)
	if _, _, code := synlig(t, "bilag", "--eksempel", "--ud", folder); code != Refuse {
		t.Error("existing papers were replaced unasked")
	}
	if _, problems, code := synlig(t, "bilag", "--eksempel", "--ud", folder, "--overskriv"); code != Done {
		t.Error(problems)
	}
	if again, _ := os.ReadFile(report.Papers[0].Path); string(again) != string(before) {
		t.Error("the same input gave other bytes")
	}
}

// TestOtherPapersOfTheExample asks for the paralleltekst and the text in force
// beside the two papers.
func TestOtherPapersOfTheExample(t *testing.T) {
	folder := t.TempDir()
	out, problems, code := synlig(t, "bilag", "--eksempel", "--paralleltekst", "--godkendt", "--ud", folder)
	if code != Done {
		t.Fatal(problems)
	}
	r := example.Revision()
	for _, name := range []string{bilag.ParallelFileName(r.Title), bilag.ApprovedFileName(r.Title, r.Base)} {
		path := filepath.Join(folder, name)
		if !strings.Contains(out, path) {
			t.Errorf("%s is not told of in %s", path, out)
		}
		if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), "%PDF-1.7") {
			t.Errorf("%s is not there: %v", name, err)
		}
	}
}

func TestCharactersTheFontLacksAreNamed(t *testing.T) {
	before, after := file(t, "a.txt", "Hej."), file(t, "b.txt", "Hej 😀 שלום.")
	_, problems, code := synlig(t, "sammenlign", before, after, "--pdf", filepath.Join(t.TempDir(), "ud.pdf"))
	if code != Done || !strings.Contains(problems, "U+1F600") || !strings.Contains(problems, "U+05E9") {
		t.Errorf("code %d, %q", code, problems)
	}
}

// TestWordInAndOut writes the example's papers as Word files, compares them as
// Word files, and reads the tracked changes back in each of the three ways.
func TestWordInAndOut(t *testing.T) {
	folder := t.TempDir()
	if _, problems, code := synlig(t, "bilag", "--eksempel", "--word", "--ud", folder); code != Done {
		t.Fatal(problems)
	}
	cleanName, markedName := docx.FileNames(example.Revision().Title)
	clean, marked := filepath.Join(folder, cleanName), filepath.Join(folder, markedName)
	changes := func(args ...string) (int, string) {
		out, problems, code := synlig(t, append([]string{"sammenlign", "--json", "-"}, args...)...)
		var report comparisonReport
		if err := json.Unmarshal([]byte(out), &report); err != nil || code != Done {
			t.Fatal(args, err, problems)
		}
		return len(report.Changes), problems
	}
	if n, problems := changes(marked, clean); n != 0 || !strings.Contains(problems, "--revisioner") {
		t.Errorf("the new text is not the draft: %d changes, told %q", n, problems)
	}
	if n, problems := changes(marked, clean, "--revisioner", "ny"); n != 0 || strings.Contains(problems, "--revisioner") {
		t.Errorf("%d changes, told %q", n, problems)
	}
	tracked, _ := changes(marked, marked, "--revisioner", "ændringer")
	if old, _ := changes(marked, clean, "--revisioner", "gammel"); old == 0 || tracked != old {
		t.Errorf("%d changes from the old text, %d tracked", old, tracked)
	}
	again := filepath.Join(folder, "igen.docx")
	if out, problems, code := synlig(t, "sammenlign", marked, marked, "--revisioner", "ændringer", "--word", again); code != Done || !strings.Contains(out, again) {
		t.Fatal(out, problems)
	}
	if n, _ := changes(again, again, "--revisioner", "ændringer"); n != tracked {
		t.Errorf("%d changes after another trip through Word's format, not %d", n, tracked)
	}
}

// TestWorkspaceRoundTrip writes the example office, prints from it, backs it up
// and restores it.
func TestWorkspaceRoundTrip(t *testing.T) {
	folder := t.TempDir()
	workspace, backup := filepath.Join(folder, "Kontor æøå.synlig"), filepath.Join(folder, "kopi.synlig")
	for _, args := range [][]string{
		{"eksempel", workspace},
		{"bilag", "--data", workspace, "--ud", filepath.Join(folder, "fra fil")},
		{"bilag", "--eksempel", "--ud", filepath.Join(folder, "fra eksempel")},
		{"sikkerhedskopi", backup, "--data", workspace},
		{"gendan", backup, "--data", workspace},
		{"bilag", "--data", workspace, "--ud", filepath.Join(folder, "gendannet")},
	} {
		if _, problems, code := synlig(t, args...); code != Done {
			t.Fatal(args, problems)
		}
	}
	_, marked := bilag.FileNames(example.Revision().Title)
	want, _ := os.ReadFile(filepath.Join(folder, "fra eksempel", marked))
	for _, from := range []string{"fra fil", "gendannet"} {
		if got, err := os.ReadFile(filepath.Join(folder, from, marked)); err != nil || string(got) != string(want) {
			t.Errorf("the paper %s differs from the example's", from)
		}
	}
}

// TestEveryWordIsThere looks for the words of every command in both languages.
func TestEveryWordIsThere(t *testing.T) {
	for _, language := range []string{"da", "en"} {
		translation := assets.Translations(language)
		for _, c := range commands {
			for _, key := range []string{"console.usage-" + c.name, "console.about-" + c.name} {
				if translation.Text(key) == key {
					t.Errorf("%s lacks %s", language, key)
				}
			}
		}
	}
}
