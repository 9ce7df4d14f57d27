package links

import (
	"fmt"
	"strings"
	"testing"
)

var library = []Page{
	{ID: 1, Title: "Borgerrådgiveren", Address: "https://www.borgerraadgiver.kk.dk/", Topic: "forside"},
	{ID: 2, Title: "Er du blevet diskrimineret?", Address: "https://www.kk.dk/diskrimination", Topic: "diskrimination", Words: "ligebehandling handicap etnicitet"},
	{ID: 3, Title: "Klag over kommunen", Address: "https://www.borgerraadgiver.kk.dk/klag", Topic: "klage", Words: "sagsbehandling svar frist"},
	{ID: 4, Title: "Årsberetning 2014", Address: "https://www.borgerraadgiver.kk.dk/aarsberetning", Topic: "årsberetning", Words: "rapport tal"},
	{ID: 5, Title: "Aktindsigt", Address: "https://www.borgerraadgiver.kk.dk/aktindsigt", Topic: "aktindsigt", Words: "indsigt i din sag"},
}

func ids(pages []Page) string {
	var all []string
	for _, p := range pages {
		all = append(all, fmt.Sprint(p.ID))
	}
	return strings.Join(all, " ")
}

func TestSearch(t *testing.T) {
	x := NewIndex(library)
	for query, want := range map[string]string{
		"":                  "5 1 2 3 4",
		"kla":               "3",
		"KLAGE":             "3",
		"aarsberetning":     "4",
		"årsberetning":      "4",
		"A\u030arsberetn":   "4",
		"borgerradgiver":    "",
		"borgerraadgiver":   "1 5 3 4",
		"borgerrådg":        "1 5 3 4",
		"diskrim":           "2",
		"sag":               "5 3",
		"beret":             "4",
		"klag komm":         "3",
		"klag aktindsigt":   "",
		"www.kk.dk":         "",
		"findes ikke noget": "",
		"§ 👍":               "5 1 2 3 4",
	} {
		if got := ids(x.Search(query, 0)); got != want {
			t.Errorf("%q gives %q, want %q", query, got, want)
		}
	}
	if got := ids(x.Search("borgerraadgiver", 2)); got != "1 5" {
		t.Errorf("the best two are %q", got)
	}
}

func TestSuggest(t *testing.T) {
	x := NewIndex(library)
	for draft, want := range map[string]int64{
		"En borger fik afslag, fordi hun var blevet diskrimineret på grund af sit handicap.": 2,
		"Har du ventet for længe på svar? Du kan klage over sagsbehandlingen.":               3,
		"Vores årsberetning er ude nu. Læs tallene.":                                         4,
		"Du har ret til aktindsigt.":                                                         5,
		"Klagesager tager tid.":                                                              3,
	} {
		got := x.Suggest(draft, 3)
		if len(got) == 0 || got[0].Page.ID != want {
			t.Errorf("%q suggests %+v, want page %d", draft, got, want)
			continue
		}
		for _, word := range got[0].Words {
			if !strings.Contains(draft, word) {
				t.Errorf("%q is said to hold %q", draft, word)
			}
		}
	}
	for _, draft := range []string{"", "Og det er ikke noget, vi skal gøre.", "Kaffe og kage."} {
		if got := x.Suggest(draft, 3); len(got) > 0 {
			t.Errorf("%q suggests %+v", draft, got)
		}
	}
	first, second := x.Suggest("klage svar diskrimination sag", 5), x.Suggest("klage svar diskrimination sag", 5)
	if fmt.Sprint(first) != fmt.Sprint(second) {
		t.Error("the same draft gave two answers")
	}
}

func many(n int) []Page {
	pages := make([]Page, n)
	for i := range pages {
		pages[i] = Page{ID: int64(i), Title: fmt.Sprintf("Side nummer %d om sagsbehandling", i), Address: fmt.Sprintf("https://www.kk.dk/side/%d", i), Topic: "emne" + fmt.Sprint(i%50)}
	}
	return pages
}

func BenchmarkSearch5000(b *testing.B) {
	x := NewIndex(many(5000))
	for b.Loop() {
		x.Search("sagsb 49", 20)
	}
}

func BenchmarkSuggest5000(b *testing.B) {
	x := NewIndex(many(5000))
	draft := strings.Repeat("En borger ventede længe på svar om emne7 og sagsbehandlingen i kommunen. ", 27)
	for b.Loop() {
		x.Suggest(draft, 5)
	}
}
