package links

import (
	"strings"
	"testing"
)

func codes(warnings []Warning) string {
	var all []string
	for _, w := range warnings {
		code := w.Code
		if w.Danger {
			code += "!"
		}
		all = append(all, code)
	}
	return strings.Join(all, " ")
}

func TestWarnings(t *testing.T) {
	for raw, want := range map[string]string{
		"https://www.borgerraadgiver.kk.dk/":            "",
		"https://www.kk.dk/diskrimination#a":            "",
		"https://borgerservice.kk.dk/":                  "",
		"https://www.ombudsmanden.dk/":                  "",
		"https://ærlighed.dk/":                          "",
		"https://kommune-kk.example.org/":               "",
		"javascript:alert(1)":                           "scheme!",
		"data:text/html,x":                              "scheme!",
		"":                                              "unreadable!",
		"https://0x7f.1/":                               "unreadable!",
		"https://" + strings.Repeat("a", 1<<20):         "unreadable!",
		"https://asta:kode@www.kk.dk/":                  "credentials!",
		"https://www.kk.dk@example.org/":                "credentials!",
		"http://asta@www.kk.dk:8080/":                   "credentials! port plain",
		"https://www.kk.dk:8443/":                       "port",
		"http://www.kk.dk/":                             "plain",
		"https://192.168.1.1/":                          "number!",
		"https://[::1]/":                                "number!",
		"https://intranet/":                             "inside!",
		"https://printer.local/":                        "inside!",
		"https://vpn.kk.internal/":                      "inside!",
		"https://www.kk.dk/" + strings.Repeat("a", 200): "long",

		"https://borgerradgiver.kk.dk/":           "near-miss", // a slip below the same domain
		"https://www.borgerraadgiver-kk.dk/":      "near-miss!",
		"https://borgerraadgiver.kk.dk.kk.com/":   "near-miss!",
		"https://www.borgerraadgiver.dk/":         "near-miss!",
		"https://www.borgerraadgiver.kk.com/":     "near-miss!",
		"https://www.borgerraadgivcr.kk.net/":     "near-miss!",
		"https://borgerrådgiver.dk/":              "near-miss!",
		"https://www.kkk.dk/":                     "near-miss!",
		"https://www.kk.dk.com/":                  "near-miss!",
		"https://www.\u043a\u043a.dk/":            "near-miss!", // Cyrillic
		"https://www.bo\u0433gerraadgiver.kk.com": "near-miss!",
		"https://www.\u0435xample.org/":           "mixed!", // a Cyrillic е
		"https://www.xn--xample-2of.org/":         "mixed!",
		"https://www.пример.рф/":                  "",
		"https://日本語テスト.jp/":                      "",
	} {
		if got := codes(Warnings(raw, BuiltIn)); got != want {
			t.Errorf("%.80s: %q, want %q", raw, got, want)
		}
	}
}

func TestANearMissSaysOfWhat(t *testing.T) {
	w := Warnings("https://borgerrådgiver.dk/", BuiltIn)[0]
	if w.Args["host"] != "borgerrådgiver.dk" || w.Args["own"] != "www.borgerraadgiver.kk.dk" {
		t.Errorf("%+v", w)
	}
}

func TestSites(t *testing.T) {
	for raw, want := range map[string]bool{
		"https://www.borgerraadgiver.kk.dk/klag":         true,
		"borgerraadgiver.kk.dk":                          true,
		"https://www.kk.dk/diskrimination":               true,
		"https://kk.dk/diskrimination/saadan?x=1#a":      true,
		"https://www.kk.dk/diskriminationen":             false,
		"https://www.kk.dk/":                             false,
		"https://www.borgerraadgiver.kk.dk.example.org/": false,
		"javascript:alert(1)":                            false,
	} {
		if got := BuiltIn.Has(raw); got != want {
			t.Errorf("%s is on the office's sites: %v", raw, got)
		}
	}
	if !BuiltIn.OwnSite("WWW.KK.DK") || BuiltIn.OwnSite("example.org") || BuiltIn.OwnSite("") {
		t.Error("hosts are told apart wrongly")
	}
	site, err := ParseSite(" www.kk.dk/diskrimination/ ")
	if err != nil || site != BuiltIn[1] || site.String() != "www.kk.dk/diskrimination" {
		t.Errorf("%+v %v", site, err)
	}
}

func TestIsFrontPage(t *testing.T) {
	for raw, want := range map[string]bool{
		"https://www.kk.dk":                             true,
		"https://www.kk.dk/?utm_source=x":               true,
		"https://www.kk.dk/index.html":                  true,
		"https://www.kk.dk/da/Default.aspx":             true,
		"https://www.kk.dk/#om":                         true,
		"https://l.facebook.com/l.php?u=https://kk.dk/": true,
		"https://www.kk.dk/diskrimination":              false,
		"https://www.kk.dk/?side=12":                    false,
		"https://www.kk.dk/da/klag":                     false,
		"javascript:1":                                  false,
	} {
		if got := IsFrontPage(raw); got != want {
			t.Errorf("%s is a front page: %v", raw, got)
		}
	}
}
