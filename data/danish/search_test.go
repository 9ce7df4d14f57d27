package danish

import (
	"slices"
	"strings"
	"testing"
)

func TestSearchTerms(t *testing.T) {
	finds := func(text, query string) bool {
		terms := SearchTerms(text)
		for _, want := range SearchWords(query) {
			if !slices.ContainsFunc(terms, func(term string) bool { return strings.HasPrefix(term, want) }) {
				return false
			}
		}
		return true
	}
	for _, c := range []struct {
		text, query string
		want        bool
	}{
		{"En klagesag", "klage", true}, {"En klagesag", "klag", true}, {"Sagsbehandling er vigtig", "behandling", true},
		{"Årsmødet", "møde", true}, {"Borgerrådgiverudvalget", "udvalg", true}, {"Borgerrådgiverudvalget", "rådgiver", true},
		{"ÅRSBERETNING 2014", "beretning 2014", true}, {"Idé", "ide", true}, {"Aalborg", "ålborg", true}, {"A\u030arsberetning", "årsberetning", true},
		{"sags\u00adbehandling", "sagsbehandling", true}, {"cpr-nummer", "nummer", true}, {"Malkeko", "mål", false}, {"klage", "klagesag", false},
		{"sag", "beretning", false}, {"", "sag", false},
	} {
		if got := finds(c.text, c.query); got != c.want {
			t.Errorf("%q in %q: %v (%q)", c.query, c.text, got, SearchTerms(c.text))
		}
	}
	if terms := SearchTerms(strings.Repeat("sagsbehandling", 1000)); len(terms) > 60 {
		t.Errorf("one long word gives %d terms", len(terms))
	}
	if terms := SearchTerms("b a b"); !slices.Equal(terms, []string{"a", "b"}) {
		t.Errorf("%q", terms)
	}
}
