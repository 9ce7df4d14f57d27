package words

import (
	"strings"
	"testing"

	"synlig/assets"
	"synlig/data/danish"
)

// One text that sets off every rule: all of it has words in both languages.
const everything = "Såfremt du vil, kan du f.eks. klik her, og sagen behandles og bliver afgjort, det er ikke uvæsentligt. Vi foretager en vurdering. Skriv om din sag. " +
	"Din sag er hos os, idiot! Jeg har kræft, er muslim, flygtning, tillidsmand, homoseksuel, dømt og på kontanthjælp. Gennemgangen af vejningen af tyngden sker nu. " +
	"Mit cpr er 0101650000, 010165-0000, 010166-xxxx, og hun er født 140585. 0101670000 er en anden. Ring 23 45 67 89, skriv til bo@eksempel.dk eller bo (at) eksempel.dk, Ærtevej 12. " +
	"En to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve enogtyve. " +
	"En to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve enogtyve toogtyve treogtyve fireogtyve femogtyve seksogtyve syvogtyve otteogtyve niogtyve. 140585-2981"

func TestDanishRulesHaveWords(t *testing.T) {
	defer Use(Danish)
	lists := danish.Lists{}
	for _, list := range danish.AllLists {
		lists[list] = danish.ListLines(string(assets.Read("words/" + string(list) + ".txt")))
	}
	report := danish.New(lists).Check(everything)
	codes, kinds := map[danish.Code]bool{}, map[string]bool{}
	check := func(text string) {
		if text == "" || strings.ContainsAny(text, "{}") || strings.HasPrefix(text, "danish.") {
			t.Errorf("%s: %q", Language(), text)
		}
	}
	for _, language := range []string{Danish, English} {
		Use(language)
		for _, h := range report.Hints {
			codes[h.Code] = true
			check(Hint(h))
		}
		for _, f := range report.Personal {
			kinds[string(f.Kind)+f.Rule] = true
			check(Find(f, f.Match))
			check(FindName(f.Kind))
		}
		for _, list := range danish.AllLists {
			check(WordListName(list))
		}
		check(Readability(report.Readability))
		check(Readability(danish.Readability{}))
		for lix := range 70 {
			check(Readability(danish.Readability{Words: 50, Sentences: 5, LIX: float64(lix)}))
		}
	}
	if len(codes) != 11 || len(kinds) < 16 {
		t.Errorf("only these were set off: %v, %v", codes, kinds)
	}
}
