package console

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"synlig/data/clock"
	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/links"
	"synlig/data/store"
	"synlig/data/strategy"
)

// piped runs a command with text coming through a pipe.
func piped(t *testing.T, text string, args ...string) (out, problems string, code int) {
	t.Helper()
	var o, e strings.Builder
	c := Console{In: strings.NewReader(text), Out: &o, Err: &e, Clock: clock.Fixed(time.Date(2014, 11, 3, 10, 0, 0, 0, time.UTC)), Version: "1.2.3"}
	code = c.Run(context.Background(), args)
	return o.String(), e.String(), code
}

// checkedJSON runs tjek --json on a text.
func checkedJSON(t *testing.T, text string) (report checkReport, code int) {
	t.Helper()
	out, problems, code := piped(t, text, "tjek", "-", "--json")
	if problems != "" {
		t.Fatal(problems)
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return report, code
}

func TestCheckAsJSON(t *testing.T) {
	out, _, code := piped(t, "Mit nummer er 140585-2981.\n", "tjek", "--json")
	const want = `{
 "hints": [],
 "personal_data": [
  {
   "kind": "cpr",
   "level": "red",
   "from": 14,
   "to": 25,
   "match": "14••••-••••"
  }
 ],
 "lix": null,
 "words": 3,
 "sentences": 1,
 "long_words": 0,
 "links": []
}
`
	if out != want || code != Failed {
		t.Errorf("code %d\n%s", code, out)
	}

	report, code := checkedJSON(t, "Vi kan ikke behandle din sag her på Facebook. Skriv til os på vores hjemmeside, eller ring til os. Så kan vi hjælpe dig.")
	if code != Done || report.Words != 24 || report.Sentences != 3 || report.LongWords != 3 || report.LIX != nil {
		t.Errorf("code %d, %+v", code, report)
	}
	report, _ = checkedJSON(t, strings.Repeat("Vi ser på breve fra kommunen hver dag. ", 8))
	if report.LIX == nil || *report.LIX != 20.5 {
		t.Errorf("%+v, %v", report, report.LIX)
	}
}

func TestCheckFindsHintsAndLinks(t *testing.T) {
	report, code := checkedJSON(t, "🙂 Såfremt du vil, så se https://www.kk.dk/diskrimination?fbclid=abc og ring på 23 45 67 89.")
	if code != Done {
		t.Errorf("code %d: only what is red fails", code)
	}
	if len(report.Hints) != 1 || report.Hints[0] != (hintReport{"paper-word", 2, 9, "»Såfremt« er et papirord. Skriv »Hvis«.", "Hvis"}) {
		t.Errorf("%+v", report.Hints)
	}
	if len(report.Links) != 1 || report.Links[0].From != 24 || !report.Links[0].Changed || report.Links[0].Address != "https://www.kk.dk/diskrimination" {
		t.Errorf("%+v", report.Links)
	}
	if len(report.Personal) != 1 || report.Personal[0].Kind != danish.Phone || report.Personal[0].Level != danish.Yellow {
		t.Errorf("%+v", report.Personal)
	}
}

func TestCheckForPeople(t *testing.T) {
	text := "Kære alle.\nJeg har kræft, og mit cpr er 140585-2981. Såfremt I vil vide mere, så klik her: http://www.kk.dk/diskrimination\n"
	out, problems, code := synlig(t, "tjek", file(t, "brev.txt", text))
	if code != Failed || problems != "" {
		t.Fatalf("code %d, %s", code, problems)
	}
	for _, want := range []string{"Skal væk, før nogen ser teksten\n  2:30 Cpr-nummer 14••••-••••.", "Se efter\n  2:9 Følsom oplysning k••••.", "Sproget\n", "»Såfremt« er et papirord. Skriv »Hvis«.", "»klik her«", "Links\n", "ord, ", "For kort til et lixtal."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	for _, secret := range []string{"2981", "140585", "kræft"} {
		if strings.Contains(out, secret) {
			t.Errorf("%s is printed:\n%s", secret, out)
		}
	}
}

// The same text in every encoding, and as a Word file, says the same.
func TestCheckReadsEveryKindOfFile(t *testing.T) {
	const text = "Hør nu på Ærø. Mit nummer er 140585-2981."
	wide := "\xff\xfe"
	for _, unit := range utf16.Encode([]rune(text)) {
		wide += string([]byte{byte(unit), byte(unit >> 8)})
	}
	word, err := docx.Clean(strategy.Revision{Title: "T", Draft: document.Version{Blocks: []document.Block{
		document.NewBlock(document.Paragraph, 0, document.Run{Text: "Hør nu på Ærø."}),
		document.NewBlock(document.Paragraph, 0, document.Run{Text: "Mit nummer er 140585-2981."}),
	}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"utf-8.txt": text, "bom.txt": "\ufeff" + text, "utf-16.txt": wide,
		"ansi.txt":    "H\xf8r nu p\xe5 \xc6r\xf8. Mit nummer er 140585-2981.",
		"garbled.txt": "HÃ¸r nu pÃ¥ Ã†rÃ¸. Mit nummer er 140585-2981.", "post.md": text, "uden-ending": text, "text.docx": string(word),
		"nul.txt": "Hør nu på Ærø. Mit nummer er 1405\x0085-2981.",
	} {
		out, problems, code := synlig(t, "tjek", file(t, name, content), "--json")
		var report checkReport
		if err := json.Unmarshal([]byte(out), &report); err != nil || code != Failed {
			t.Errorf("%s: code %d, %v: %s", name, code, err, problems)
			continue
		}
		if name != "text.docx" && (report.Words != 7 || report.Personal[0].From != 29) {
			t.Errorf("%s: %+v", name, report)
		}
	}
}

func TestCheckUsesTheOfficesLists(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kontor.synlig")
	workspace, err := store.Create(t.Context(), path, store.Options{Clock: clock.System, NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := workspace.SaveWordList(t.Context(), danish.PaperWords, "blanket = skema"); err != nil {
		t.Fatal(err)
	}
	if err := workspace.SetSites(t.Context(), links.Sites{{Host: "www.eksempelkontor.dk"}}); err != nil {
		t.Fatal(err)
	}
	workspace.Close()
	out, problems, code := piped(t, "Send en blanket, såfremt du vil. Se www.eksempelkontro.dk.", "tjek", "--data", path)
	if code != Done || !strings.Contains(out, "Skriv »skema«.") || strings.Contains(out, "såfremt") {
		t.Errorf("code %d\n%s%s", code, out, problems)
	}
	if !strings.Contains(out, "www.eksempelkontor.dk") {
		t.Errorf("the office's own site is not known:\n%s", out)
	}
}

func TestCheckRefuses(t *testing.T) {
	text := file(t, "a.txt", "Tekst.")
	for name, args := range map[string][]string{
		"two files":         {"tjek", text, text},
		"unknown option":    {"tjek", text, "--farve"},
		"missing file":      {"tjek", filepath.Join(t.TempDir(), "væk.txt")},
		"empty file":        {"tjek", file(t, "tom.txt", " \n")},
		"binary file":       {"tjek", file(t, "b.txt", "a\x01\x02\x03")},
		"old word file":     {"tjek", file(t, "b.doc", "Tekst.")},
		"broken word file":  {"tjek", file(t, "b.docx", "PK")},
		"a folder":          {"tjek", t.TempDir()},
		"nothing piped":     {"tjek"},
		"missing workspace": {"tjek", text, "--data", filepath.Join(t.TempDir(), "væk.synlig")},
	} {
		out, problems, code := synlig(t, args...)
		if code != Refuse || out != "" || strings.Count(problems, "\n") != 1 || strings.ContainsAny(problems, "{}") || strings.Contains(problems, "uventet") {
			t.Errorf("%s: code %d, %q, %q", name, code, out, problems)
		}
	}
}

func TestCheckOfHugeAndOddText(t *testing.T) {
	for name, text := range map[string]string{
		"emoji": strings.Repeat("🙂", 100_000), "one word": strings.Repeat("a", 1<<20), "digits": strings.Repeat("1", 1<<20),
		"surrogates": "Hej \xed\xa0\x80 du", "lines": strings.Repeat("hej\n", 1<<18),
	} {
		if _, code := checkedJSON(t, text); code != Done {
			t.Errorf("%s: code %d", name, code)
		}
	}
}
