package danish

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const (
	norwegian = "Dette er en lang tekst. Den har noen, men ikke så mange, kjempevanskelige ord. Her er et eksempel på et slikt ord: onomatopoetikon."
	refusal   = "Vi kan ikke behandle din sag her på Facebook. Skriv til os på vores hjemmeside, eller ring til os. Så kan vi hjælpe dig."
)

func TestKnownValuesOfLIX(t *testing.T) {
	rules := rulesOf(t)
	for _, c := range []struct {
		text                   string
		words, sentences, long int
		lix                    float64
		shown                  bool
	}{
		{norwegian, 23, 3, 3, 20.71, false},
		{"Hej. Du kan få hjælp. Ring til os.", 8, 3, 0, 2.67, false},
		{refusal, 24, 3, 3, 20.5, false},
		{"", 0, 0, 0, 0, false},
		{"…!? 🙂 1.234", 0, 0, 0, 0, false},
		{"Hej", 1, 1, 0, 1, false},
	} {
		r := rules.Measure(c.text)
		if r.Words != c.words || r.Sentences != c.sentences || r.LongWords != c.long || math.Abs(r.LIX-c.lix) > 0.005 || r.Shown() != c.shown {
			t.Errorf("%q: %+v", c.text, r)
		}
	}
	if r := rules.Measure(refusal + " " + refusal); !r.Shown() || r.Band() != VeryEasy || r.Average() != 8 {
		t.Errorf("%+v", r)
	}
}

func TestBands(t *testing.T) {
	for lix, want := range map[float64]Band{0: VeryEasy, 24.4: VeryEasy, 24.5: Easy, 34.4: Easy, 35: Medium, 44: Medium, 45: Hard, 54.4: Hard, 54.6: VeryHard, 90: VeryHard} {
		if got := (Readability{LIX: lix}).Band(); got != want {
			t.Errorf("%v is %s", lix, got)
		}
	}
}

func TestSentences(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]int{
		"Vi ser bl.a. på breve, f.eks. fra kommunen, dvs. fra jer.":       1,
		"Se nr. 4, jf. § 7, stk. 2, og ca. 10 kr. m.v. i loven.":          1,
		"Der var 5.678 sager i 2014.":                                     1,
		"Fristen er den 3. maj. Husk det.":                                2,
		"Vi fik 3. Det var godt.":                                         2,
		"Mødet er den 22. August kl. 10.30 i lokale 2.":                   1,
		"Se www.kk.dk/diskrimination. Ring så.":                           2,
		"Skriv til hej@eksempel.dk i dag.":                                1,
		"Hvad? Nej! Jo.":                                                  3,
		"Hvad?! Nej...":                                                   2,
		"Tja... måske ikke.":                                              1,
		"Tja … Måske ikke.":                                               2,
		"»Hvad?« spurgte hun.":                                            1,
		"Kom (hvis du kan!), og vent.":                                    1,
		"Overskrift\n\nTekst uden punktum":                                2,
		"Vi hjælper med:\n- klager\n- råd\n- svar":                        4,
		"1. Skriv til os.\n2. Vent på svar.":                              2,
		"Første linje er lang nok til at blive brudt\nog går videre her.": 1,
		"Kort linje\nog en til":                                           2,
		"Tal med J. Hansen i dag.":                                        1,
		"Tal med H.C. Andersen. Han ved det.":                             2,
		"Godt.Så er det gjort.":                                           2,
		"Vent ... 🙂 🙂":                                                    1,
		"Det er kl. 10. Kom nu.":                                          2,
		"{navn} har skrevet. Læs {link}.":                                 2,
		"Bl.a. derfor. Osv.":                                              1,
		"Det er kl. 10.30. Nu.":                                           2,
		"Windows\r\n\r\nNy linje\r\nEn til":                               3,
		"Old\rMac\rlinjer":                                                3,
		"Aftalen er indgået i h.t. loven. Slut.":                          2,
	} {
		if got := rules.Measure(text).Sentences; got != want {
			p := rules.read(text)
			t.Errorf("%q: %d sentences, want %d\n%v", text, got, want, p.tokens)
		}
	}
}

func TestWords(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]int{
		"Skriv ikke dit cpr-nummer.":      4,
		"bl.a. 5.678 3. www.kk.dk a@b.dk": 0,
		"Læs §§ 13 og 15":                 2,
		"1980'erne var lange":             3,
		"nr. 3a":                          1,
		"og/eller":                        2,
		"{kontaktlink}":                   1,
		"#ÅbenForvaltning @kommunen":      2,
		"det\u00adte er\u200b et":         3,
		"cafe\u0301 a\u030a":              2,
		"ikke- og rygere":                 3,
		"𝐟𝐞𝐝 ｔｅｋｓｔ":                       2,
	} {
		if got := rules.Measure(text).Words; got != want {
			t.Errorf("%q: %d words, want %d: %v", text, got, want, rules.read(text).tokens)
		}
	}
}

// The office's own house rules are printed with their words and rounded LIX.
func TestTheOfficesTextsHaveTheirLIX(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "content", "ordensregler.md"))
	if err != nil {
		t.Skip("the office's shared files are not beside this folder")
	}
	rules := rulesOf(t)
	compared := 0
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(line, "|")
		if len(cells) < 5 {
			continue
		}
		words, lix, ok := strings.Cut(cells[4], "/")
		wantWords, err := strconv.Atoi(strings.TrimSpace(words))
		wantLIX, err2 := strconv.ParseFloat(strings.TrimSpace(lix), 64)
		if !ok || err != nil || err2 != nil {
			continue
		}
		r := rules.Measure(strings.TrimSpace(cells[3]))
		compared++
		if r.Words != wantWords || math.Abs(r.LIX-wantLIX) > 0.51 {
			t.Errorf("rule%s: %+v, printed %s", cells[1], r, cells[4])
		}
	}
	if compared != 10 {
		t.Errorf("%d rules were compared", compared)
	}
}
