package links

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synlig/data/fault"
)

func TestClean(t *testing.T) {
	for raw, want := range map[string]string{
		"www.kk.dk":                                        "https://www.kk.dk/",
		"  https://www.kk.dk/diskrimination\n":             "https://www.kk.dk/diskrimination",
		"<https://www.kk.dk/a>":                            "https://www.kk.dk/a",
		"\u200bhttps://www.kk.dk/a\u200b\ufeff":            "https://www.kk.dk/a",
		"https://www.kk\n.dk/a\r\nb":                       "https://www.kk.dk/ab",
		"HTTPS://WWW.KK.DK/Diskrimination":                 "https://www.kk.dk/Diskrimination",
		"http:www.kk.dk/a":                                 "http://www.kk.dk/a",
		`https:\\www.kk.dk\a`:                              "https://www.kk.dk/a",
		"//www.kk.dk/a":                                    "https://www.kk.dk/a",
		"https://www.kk.dk:443/a":                          "https://www.kk.dk/a",
		"http://www.kk.dk:80/a":                            "http://www.kk.dk/a",
		"www.kk.dk:8080/a":                                 "https://www.kk.dk:8080/a",
		"https://www.kk.dk./a":                             "https://www.kk.dk/a",
		"https://www.kk.dk/a/../b/./c":                     "https://www.kk.dk/b/c",
		"https://www.kk.dk/..":                             "https://www.kk.dk/",
		"https://www.kk.dk/?":                              "https://www.kk.dk/",
		"https://www.kk.dk/#":                              "https://www.kk.dk/",
		"https://www.kk.dk/søg?q=på dansk#æble":            "https://www.kk.dk/s%C3%B8g?q=p%C3%A5%20dansk#%C3%A6ble",
		"https://www.kk.dk/100%":                           "https://www.kk.dk/100%25",
		"https://ærlighed.dk/a":                            "https://xn--rlighed-lxa.dk/a",
		"https://b\u00fccher.example.com":                  "https://xn--bcher-kva.example.com/",
		"https://%6b%6b.dk/":                               "https://kk.dk/",
		"https://[2001:DB8::1]/a":                          "https://[2001:db8::1]/a",
		"https://www.kk.dk/a?fbclid=x":                     "https://www.kk.dk/a",
		"https://www.kk.dk/a?FBCLID=x&side=2":              "https://www.kk.dk/a?side=2",
		"https://www.kk.dk/a?b=2&utm_source=x&a=1#her":     "https://www.kk.dk/a?b=2&a=1#her",
		"https://www.kk.dk/a?b=2&a=1&_ga=1.2&b=2":          "https://www.kk.dk/a?b=2&a=1&b=2",
		"https://www.kk.dk/a?x=%C3%A6+b&gclid=1":           "https://www.kk.dk/a?x=%C3%A6+b",
		"https://www.kk.dk/a?utm_source=a&utm_medium=b":    "https://www.kk.dk/a",
		"https://www.kk.dk/a?msclkid=1&mc_cid=2&igshid=3":  "https://www.kk.dk/a",
		"https://www.kk.dk/a?__cft__[0]=1&__tn__=R":        "https://www.kk.dk/a",
		"https://www.kk.dk/a?__cft__%5B0%5D=1":             "https://www.kk.dk/a",
		"https://www.kk.dk/a?t=12&si=x":                    "https://www.kk.dk/a?t=12&si=x",
		"https://youtu.be/abc?t=12&si=x":                   "https://youtu.be/abc?t=12",
		"https://www.youtube.com/watch?v=abc&feature=y":    "https://www.youtube.com/watch?v=abc",
		"https://da-dk.facebook.com/p/1?mibextid=x&ref=sh": "https://da-dk.facebook.com/p/1",
		"https://notfacebook.com/p?ref=1":                  "https://notfacebook.com/p?ref=1",
	} {
		c, err := Clean(raw)
		if err != nil || c.Address != want {
			t.Errorf("%q\n became %q %v\n want   %q", raw, c.Address, err, want)
		}
		if c.Raw != raw {
			t.Errorf("%q cannot be gone back to: %q", raw, c.Raw)
		}
	}
}

func TestCleanUnwraps(t *testing.T) {
	inner := "https://www.kk.dk/diskrimination?b=1&fbclid=y#frist"
	quoted := url.QueryEscape(inner)
	for raw, hosts := range map[string][]string{
		"https://l.facebook.com/l.php?u=" + quoted + "&h=AT0":                                                                       {"l.facebook.com"},
		"https://lm.facebook.com/l.php?h=AT0&u=" + quoted:                                                                           {"lm.facebook.com"},
		"https://l.instagram.com/?u=" + quoted + "&e=x":                                                                             {"l.instagram.com"},
		"https://eur01.safelinks.protection.outlook.com/?url=" + quoted + "&data=05%7C":                                             {"eur01.safelinks.protection.outlook.com"},
		"https://www.google.com/url?sa=t&url=" + quoted:                                                                             {"www.google.com"},
		"https://l.facebook.com/l.php?u=" + url.QueryEscape("https://eur01.safelinks.protection.outlook.com/?url="+quoted+"&data="): {"l.facebook.com", "eur01.safelinks.protection.outlook.com"},
	} {
		c, err := Clean(raw)
		if err != nil || c.Address != "https://www.kk.dk/diskrimination?b=1#frist" || !reflect.DeepEqual(c.Unwrapped, hosts) || !c.Changed() {
			t.Errorf("%s became %+v %v", raw, c, err)
		}
	}
	for _, raw := range []string{
		"https://l.facebook.com/l.php?u=javascript%3Aalert(1)",
		"https://l.facebook.com/l.php?h=AT0",
		"https://www.google.com/search?q=" + quoted,
		"https://l.facebook.com.example.org/l.php?u=" + quoted,
	} {
		if c, err := Clean(raw); err != nil || len(c.Unwrapped) > 0 {
			t.Errorf("%s was taken for one around another: %+v %v", raw, c, err)
		}
	}
}

func TestCleanTellsWhatItTookAway(t *testing.T) {
	c, err := Clean("https://www.kk.dk/a?x=1&utm_source=face%20bog&fbclid=z")
	want := []Parameter{{"utm_source", "face bog"}, {"fbclid", "z"}}
	if err != nil || !reflect.DeepEqual(c.Removed, want) {
		t.Errorf("removed %+v %v", c.Removed, err)
	}
	if c, _ := Clean("https://www.kk.dk/a?x=1"); c.Changed() {
		t.Errorf("nothing was taken away: %+v", c)
	}
}

func TestCleanRefuses(t *testing.T) {
	nested := "https://www.kk.dk/"
	for range 7 {
		nested = "https://l.facebook.com/l.php?u=" + url.QueryEscape(nested)
	}
	for raw, code := range map[string]fault.Code{
		"":                               AddressEmpty,
		" \u200b\n":                      AddressEmpty,
		"javascript:alert(1)":            AddressScheme,
		"JavaScript:alert(1)//www.kk.dk": AddressScheme,
		"java\nscript:alert(1)":          AddressScheme,
		"data:text/html,x":               AddressScheme,
		"mailto:asta@example.com":        AddressScheme,
		"ftp://www.kk.dk/a":              AddressScheme,
		"file:///etc/passwd":             AddressScheme,
		"https://":                       AddressHost,
		"https:///":                      AddressHost,
		"https://?":                      AddressHost,
		"https://kk dk/":                 AddressHost,
		"https://kk..dk/":                AddressHost,
		"https://2130706433/":            AddressHost,
		"https://0x7f000001/":            AddressHost,
		"https://0177.0.0.1/":            AddressHost,
		"https://127.1/":                 AddressHost,
		"https://0x7f.1/":                AddressHost,
		"https://256.1.1.1/":             AddressHost,
		"https://[::1/":                  AddressHost,
		"https://[fe80::1%25eth0]/":      AddressHost,
		"https://kk.dk%00.example.com/":  AddressHost,
		"https://" + strings.Repeat("a", 64) + ".dk":  AddressHost,
		"https://kk.dk:0/":                            AddressPort,
		"https://kk.dk:99999/":                        AddressPort,
		"https://kk.dk:8o/":                           AddressPort,
		nested:                                        AddressNested,
		"https://kk.dk/" + strings.Repeat("a", 1<<20): AddressTooLong,
		"https://kk.dk/" + strings.Repeat("æ", 3000):  AddressTooLong,
	} {
		if c, err := Clean(raw); !fault.Is(err, code) {
			t.Errorf("%.80q became %q, %v; want %s", raw, c.Address, err, code)
		}
	}
}

// A refusal is read by people and written to a log, so it names at most the
// host.
func TestRefusalsKeepSecrets(t *testing.T) {
	for _, raw := range []string{"https://asta:hemmelig@kk.dk:99999/?navn=hemmelig", "https://asta:hemmelig@2130706433/hemmelig"} {
		if _, err := Clean(raw); err == nil || strings.Contains(err.Error(), "hemmelig") {
			t.Errorf("%q: %v", raw, err)
		}
	}
}

func TestDanishNames(t *testing.T) {
	for shown, sent := range map[string]string{
		"borgerrådgiver.dk":       "xn--borgerrdgiver-vfb.dk",
		"ærlighed.dk":             "xn--rlighed-lxa.dk",
		"ørsted.dk":               "xn--rsted-uua.dk",
		"BORGERRÅDGIVER.DK":       "xn--borgerrdgiver-vfb.dk",
		"borgerra\u030adgiver.dk": "xn--borgerrdgiver-vfb.dk",
	} {
		if got, err := ASCII(shown); err != nil || got != sent {
			t.Errorf("%s is sent as %q %v, want %s", shown, got, err, sent)
		}
		if got, err := ASCII(sent); err != nil || got != sent {
			t.Errorf("%s is sent as %q %v", sent, got, err)
		}
	}
	if got := Unicode("xn--borgerrdgiver-vfb.dk"); got != "borgerrådgiver.dk" {
		t.Errorf("shown as %q", got)
	}
	if got := Unicode("xn--a.dk"); got != "xn--a.dk" {
		t.Errorf("what cannot be read is shown as %q", got)
	}
}

func TestShown(t *testing.T) {
	for raw, want := range map[string]string{
		"https://xn--rlighed-lxa.dk/%C3%A6bler/r%C3%B8d?q=%C3%A5#%C3%86": "https://ærlighed.dk/æbler/rød?q=å#Æ",
		"https://kk.dk/a%20b%2Fc%E2%80%8B%E2%80%AE%F0%9F%91%8D%FF":       "https://kk.dk/a%20b%2Fc%E2%80%8B%E2%80%AE%F0%9F%91%8D%FF",
		"javascript:alert(1)": "javascript:alert(1)",
	} {
		if got := Shown(raw); got != want {
			t.Errorf("%s is shown as %s", raw, got)
		}
	}
}

// holds are what must be true of every address that Clean gives.
func holds(t interface{ Errorf(string, ...any) }, raw string) {
	c, err := Clean(raw)
	if err != nil {
		if fault.CodeOf(err) == fault.Internal {
			t.Errorf("%q: an error without a code: %v", raw, err)
		}
		return
	}
	again, err := Clean(c.Address)
	if err != nil || again.Address != c.Address || again.Changed() {
		t.Errorf("%q became %q, and that became %q (%v)", raw, c.Address, again.Address, err)
	}
	if shown, err := Clean(c.Shown); err != nil || !same(shown.Address, c.Address) {
		t.Errorf("%q is shown as %q, which leads to %q (%v)", c.Address, c.Shown, shown.Address, err)
	}
	u, err := url.Parse(c.Address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		t.Errorf("%q became %q, which net/url reads as %+v (%v)", raw, c.Address, u, err)
	}
	for i := range len(c.Address) {
		if c.Address[i] <= ' ' || c.Address[i] >= 0x7F {
			t.Errorf("%q became %q, which is not plain ASCII", raw, c.Address)
			return
		}
	}
}

// same compares addresses but for the case of %XX, which means nothing.
func same(a, b string) bool { return strings.EqualFold(a, b) }

func TestCleanIsIdempotent(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"https://", "http:", "//", "/", `\`, "?", "&", "=", "#", "@", ":", "[", "]", "::1", "%", "%2e", "%C3%A6", "..", ".", "kk.dk",
		"www.kk.dk", "l.facebook.com", "l.php", "u=", "https%3A%2F%2F", "fbclid=1", "utm_source=x", "x=1", "æ", "Ø", "å", " ", "\n",
		"\u200b", "👍", "xn--", "0x7f", "127.0.0.1", "8080", "\xff", "<", ">", "\"", "javascript:", "google.com/url?q=",
	})
	rapid.Check(t, func(t *rapid.T) {
		holds(t, strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), ""))
	})
}

func TestNamesSurviveTheRoundTrip(t *testing.T) {
	label := rapid.StringMatching(`[a-zæøåäöüéèñ]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		host := label.Draw(t, "name") + "." + label.Draw(t, "domain") + ".dk"
		sent, err := ASCII(host)
		if err != nil {
			t.Fatalf("%s: %v", host, err)
		}
		if shown := Unicode(sent); shown != host {
			t.Fatalf("%s is sent as %s and shown as %s", host, sent, shown)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, raw := range []string{
		"https://www.kk.dk/a?fbclid=1#b", "borgerrådgiver.dk", "https://l.facebook.com/l.php?u=https%3A%2F%2Fkk.dk", "https://a:b@kk.dk:8080/",
		"http://00..  ", "javascript:alert(1)", "https://[::ffff:127.0.0.1]/", "https://kk.dk/%", "https://kk.dk/%zz\xff", "http:\\\\kk.dk\\..\\a",
	} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) { holds(t, raw) })
}
