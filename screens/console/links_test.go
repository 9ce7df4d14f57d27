package console

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/links"
	"synlig/data/store"
)

// net answers by the last part of an address, without a network.
type net map[string]links.Answer

func (n net) CheckAll(_ context.Context, addresses []string, each func(int, links.Answer, error)) error {
	for i, raw := range addresses {
		cleaned, err := links.Clean(raw)
		if err != nil {
			each(i, links.Answer{}, err)
			continue
		}
		each(i, n[cleaned.Address[strings.LastIndex(cleaned.Address, "/")+1:]], nil)
	}
	return nil
}

var answers = net{
	"":               {Verdict: links.OK, Status: 200},
	"diskrimination": {Verdict: links.Moved, Status: 200, MovedTo: "https://www.kk.dk/diskrimination-i-dag"},
	"vaek":           {Verdict: links.Dead, Reason: links.NotFound, Status: 404},
}

// asking runs a command that asks answers.
func asking(t *testing.T, args ...string) (out, problems string, code int) {
	t.Helper()
	var o, e strings.Builder
	code = Console{Out: &o, Err: &e, Version: "1.2.3", Web: answers}.Run(t.Context(), args)
	return o.String(), e.String(), code
}

func TestLinksAreChecked(t *testing.T) {
	out, problems, code := asking(t, "links", "tjek", "www.kk.dk", "https://www.kk.dk/diskrimination")
	if code != Done || problems != "" || !strings.Contains(out, "OK: https://www.kk.dk/\n") && !strings.Contains(out, "OK: https://www.kk.dk") ||
		!strings.Contains(out, "Flyttet: https://www.kk.dk/diskrimination\n  Siden ligger nu på https://www.kk.dk/diskrimination-i-dag\n") ||
		!strings.Contains(out, "1 af 2 er i orden.") {
		t.Errorf("%d\n%s\n%s", code, out, problems)
	}
	out, problems, code = asking(t, "links", "tjek", "https://www.kk.dk/vaek")
	if code != Failed || problems != "" || !strings.Contains(out, "Død: https://www.kk.dk/vaek\n  Siden findes ikke (svar 404).") {
		t.Errorf("%d\n%s\n%s", code, out, problems)
	}
	if out, _, code = asking(t, "links", "tjek", "javascript:alert(1)"); code != Failed || !strings.Contains(out, "javascript") {
		t.Errorf("%d\n%s", code, out)
	}
}

func TestLinksAreCheckedAsJSON(t *testing.T) {
	out, problems, code := asking(t, "links", "tjek", "--json", "https://www.kk.dk/vaek", "ftp://www.kk.dk", "https://www.kk.dk/diskrimination")
	var report struct{ Links []pageReport }
	if err := json.Unmarshal([]byte(out), &report); err != nil || code != Failed || problems != "" || len(report.Links) != 3 {
		t.Fatalf("%d %v\n%s%s", code, err, out, problems)
	}
	for i, want := range []pageReport{
		{Address: "https://www.kk.dk/vaek", Answer: "dead", Reason: "not-found", Status: 404},
		{Address: "ftp://www.kk.dk", Fault: "link-scheme"},
		{Address: "https://www.kk.dk/diskrimination", Answer: "moved", Status: 200, MovedTo: "https://www.kk.dk/diskrimination-i-dag"},
	} {
		if report.Links[i] != want {
			t.Errorf("%+v, want %+v", report.Links[i], want)
		}
	}
}

func TestTheLibraryIsCheckedAndKeepsTheAnswers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kontor.synlig")
	if _, problems, code := synlig(t, "eksempel", path); code != Done {
		t.Fatal(problems)
	}
	out, problems, code := asking(t, "links", "tjek", "--data", path)
	if code != Done || problems != "" || !strings.Contains(out, "1 af 2 er i orden.") {
		t.Errorf("%d\n%s\n%s", code, out, problems)
	}
	s, err := store.Open(t.Context(), path, store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	pages, err := s.Links(t.Context())
	if err != nil || len(pages) != 2 || pages[1].Answer.Verdict != links.Moved && pages[0].Answer.Verdict != links.Moved {
		t.Errorf("%+v %v", pages, err)
	}
	if err := s.SetNoNetwork(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"links", "tjek", "--data", path}, {"links", "tjek", "www.kk.dk", "--data", path}} {
		out, problems, code = asking(t, args...)
		if code != Refuse || out != "" || !strings.Contains(problems, "Ingen netadgang") || strings.Count(problems, "\n") != 1 {
			t.Errorf("%v with the door closed: %d\n%s\n%s", args, code, out, problems)
		}
	}
	if out, _, code := asking(t, "links", "tjek", "--eksempel"); code != Done || !strings.Contains(out, "borgerraadgiver") {
		t.Errorf("%d %s", code, out)
	}
}

func TestAddressesAreCleaned(t *testing.T) {
	out, problems, code := asking(t, "links", "rens", "https://l.facebook.com/l.php?u=https%3A%2F%2Fborgerr%C3%A5dgiver.dk%2F%3Ffbclid%3D1%26a%3D2")
	if code != Done || !strings.HasPrefix(out, "https://xn--borgerrdgiver-vfb.dk/?a=2\n  pakket ud af: l.facebook.com\n  fjernet: fbclid\n") || !strings.Contains(problems, "ligner jeres egen") {
		t.Errorf("%d\n%s\n%s", code, out, problems)
	}
	out, _, code = asking(t, "links", "rens", "--json", "www.kk.dk?utm_source=x")
	var report struct{ Links []cleanReport }
	if err := json.Unmarshal([]byte(out), &report); err != nil || code != Done || report.Links[0].Address != "https://www.kk.dk/" || report.Links[0].Removed[0] != "utm_source" {
		t.Errorf("%d %s %v", code, out, err)
	}
}

func TestLinksRefuses(t *testing.T) {
	for name, args := range map[string][]string{
		"no job": {"links"}, "another job": {"links", "slet"}, "no source": {"links", "tjek"}, "nothing to clean": {"links", "rens"},
		"two sources": {"links", "tjek", "--eksempel", "www.kk.dk"}, "no such file": {"links", "tjek", "--data", filepath.Join(t.TempDir(), "x.synlig")},
		"no address": {"links", "rens", "javascript:alert(1)"}, "unknown option": {"links", "tjek", "--alt"},
	} {
		out, problems, code := asking(t, args...)
		if code != Refuse || out != "" || strings.Count(problems, "\n") != 1 || strings.Contains(problems, "{") || strings.Contains(problems, "noget uventet") {
			t.Errorf("%s: %d %q %q", name, code, out, problems)
		}
	}
}
