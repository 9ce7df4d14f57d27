package links

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"Hej.":                             "",
		"Se www.kk.dk/diskrimination.":     "www.kk.dk/diskrimination",
		"Se https://www.kk.dk/a, og ring.": "https://www.kk.dk/a",
		"Læs mere (https://www.kk.dk/a)!":  "https://www.kk.dk/a",
		"Læs https://da.wikipedia.org/wiki/Mål_(bog).":        "https://da.wikipedia.org/wiki/Mål_(bog)",
		"(se https://da.wikipedia.org/wiki/Mål_(bog))":        "https://da.wikipedia.org/wiki/Mål_(bog)",
		"»https://www.kk.dk/a«":                               "https://www.kk.dk/a",
		"\"www.kk.dk\"":                                       "www.kk.dk",
		"[læs](https://www.kk.dk/a)":                          "https://www.kk.dk/a",
		"<https://www.kk.dk/a>":                               "https://www.kk.dk/a",
		"👉https://www.kk.dk/a👈":                               "https://www.kk.dk/a",
		"👉www.kk.dk👍🏽":                                        "www.kk.dk",
		"Se:www.kk.dk/a":                                      "www.kk.dk/a",
		"sehttps://www.kk.dk/a":                               "https://www.kk.dk/a",
		"https://www.kk.dk/ahttps://www.kk.dk/b":              "https://www.kk.dk/a https://www.kk.dk/b",
		"https://www.kk.dk/?u=https://www.kk.dk/b":            "https://www.kk.dk/?u=https://www.kk.dk/b",
		"https://a.dk/x,https://b.dk/y":                       "https://a.dk/x https://b.dk/y",
		"borgerrådgiver.dk og ØRSTED.DK":                      "borgerrådgiver.dk ØRSTED.DK",
		"https://www.kk.dk/søg?q=æble#frist?":                 "https://www.kk.dk/søg?q=æble#frist",
		"HTTPS://WWW.KK.DK":                                   "HTTPS://WWW.KK.DK",
		"kk.dk:8080/a":                                        "kk.dk:8080/a",
		"https://a:b@kk.dk/":                                  "https://a:b@kk.dk/",
		"ftp://kk.dk/fil":                                     "ftp://kk.dk/fil",
		"Skriv til asta@example.com eller bo@kk.dk":           "",
		"F.eks. bl.a. dvs. m.v. jf. § 4, stk. 2, nr. 3":       "",
		"Det koster 5.678 kr. eller 12.5.2014 kl. 10.30":      "",
		"Du kan få hjælp.Det er gratis.Men ring":              "",
		"Spørg om hjælp.men gør det nu, og se noget.at læse":  "",
		"Se norsk side nav.no/artikkel og www.regjeringen.no": "nav.no/artikkel www.regjeringen.no",
		"J.nr. 2014-0225711, version 1.2.3":                   "",
		"https://":                                            "",
		"://kk.dk":                                            "kk.dk",
		"www.":                                                "",
		"www.kk":                                              "",
		".dk":                                                 "",
		"kk.dk...":                                            "kk.dk",
		"kk.dk/a...":                                          "kk.dk/a",
		"*www.kk.dk*":                                         "www.kk.dk",
		"https://www.kk.dk/a\u200bb":                          "https://www.kk.dk/a",
		"linje\nhttps://www.kk.dk/a\nlinje":                   "https://www.kk.dk/a",
		"https://[2001:db8::1]/a":                             "https://[2001:db8::1]/a",
		"CPR 140585-2981, telefon 33 66 33 66":                "",
		"http://127.0.0.1/a":                                  "http://127.0.0.1/a",
	} {
		var texts []string
		for _, f := range Find(text) {
			texts = append(texts, f.Text)
			if runes := []rune(text); string(runes[f.From:f.To]) != f.Text {
				t.Errorf("%q: %d–%d is not %q", text, f.From, f.To, f.Text)
			}
		}
		if got := strings.Join(texts, " "); got != want {
			t.Errorf("%q\n has  %q\n want %q", text, got, want)
		}
	}
}

func TestFindGivesASchemeToWhatHasNone(t *testing.T) {
	found := Find("👉 www.kk.dk")
	if len(found) != 1 || found[0] != (Found{2, 11, "www.kk.dk", "https://www.kk.dk"}) {
		t.Errorf("found %+v", found)
	}
}

// positions must be those of the text, in order, and apart.
func FuzzFind(f *testing.F) {
	for _, text := range []string{"Se www.kk.dk/a.", "(https://kk.dk/(a))👍", "a@b.dk", "https://\xff.dk", "kk.dk:x", "://://", "[[((www.kk.dk"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		end := 0
		for _, found := range Find(text) {
			if found.From < end || found.To <= found.From || found.To > len(runes) || string(runes[found.From:found.To]) != found.Text {
				t.Fatalf("%q: %+v", text, found)
			}
			end = found.To
			if !strings.HasSuffix(found.Address, found.Text) || !utf8.ValidString(found.Text) {
				t.Fatalf("%q: %+v", text, found)
			}
		}
	})
}

// megabyte is text that is hard to read: each kind must take linear time.
var megabyte = map[string]string{
	"prose":    strings.Repeat("Se www.kk.dk/diskrimination, eller skriv til os. ", 1<<20/50),
	"one word": strings.Repeat("a.", 1<<19),
	"schemes":  strings.Repeat("https://", 1<<17),
	"http":     "https://kk.dk/" + strings.Repeat("http", 1<<18),
	"brackets": "www.kk.dk/" + strings.Repeat("(", 1<<20),
	"glued":    strings.Repeat("https://kk.dk/a", 1<<16),
	"commas":   strings.Repeat("kk.dk,", 1<<17),
}

func BenchmarkFind(b *testing.B) {
	for name, text := range megabyte {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text)
			}
		})
	}
}
