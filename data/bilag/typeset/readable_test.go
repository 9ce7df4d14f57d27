package typeset

import (
	"testing"
	"unicode/utf8"
)

func newReadable(t testing.TB) *Readable {
	return NewReadable(newSetter(t).Faces, Names{Emoji: "emoji", Hebrew: "hebraisk", Arabic: "arabisk", Other: "tegn"})
}

func TestReadable(t *testing.T) {
	for in, want := range map[string]string{
		"Blåbærgrød på Ærø – »sådan« “her” 2½ m²": "Blåbærgrød på Ærø – »sådan« “her” 2½ m²",
		"a\u030aben":                "åben",
		"en\u2002halv\u2003geviert": "en halv geviert",
		"hej 😀":                     "hej [emoji: 1F600]",
		"👨‍👩‍👧!":                    "[emoji: 1F468 1F469 1F467]!",
		"👍🏽":                        "[emoji: 1F44D]",
		"שלום":                      "[hebraisk: 05E9 05DC 05D5 05DD]",
		"السلام":                    "[arabisk: 0627 0644 0633 0644 0627 0645]",
		"你好":                        "[tegn: 4F60 597D]",
		"😀ש":                        "[emoji: 1F600][hebraisk: 05E9]",
		"ord\u200b\u00addeling":     "orddeling",
		"\u202Ebagvendt\u202C":      "bagvendt",
		"\uf0b7 punkt":              "• punkt",
		"tab\there":                 "tab here",
		"nul\x00tegn":               "nultegn",
		"":                          "",
	} {
		if got := newReadable(t).Text(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMissingRunes(t *testing.T) {
	p := newReadable(t)
	p.Text("ordinært")
	if len(p.MissingRunes()) != 0 {
		t.Errorf("%q are missing from plain Danish", p.MissingRunes())
	}
	p.Text("😀 ש 😀 a\u030a")
	if got := string(p.MissingRunes()); got != "ש😀" {
		t.Errorf("missing are %q", got)
	}
}

func FuzzReadable(f *testing.F) {
	p := newReadable(f)
	for _, s := range []string{"hej", "a\u030a", "😀שلa", "\xff\xfe", "\u212b\u2126ﬁⅣ", "e\u0301\u0323x\u030c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := p.Text(text)
		if !utf8.ValidString(text) {
			return
		}
		for _, r := range got {
			for _, face := range p.Faces {
				if !face.Has(r) {
					t.Fatalf("%q became %q, which holds %U", text, got, r)
				}
			}
		}
		if again := p.Text(got); again != got {
			t.Fatalf("%q became %q and then %q", text, got, again)
		}
	})
}
