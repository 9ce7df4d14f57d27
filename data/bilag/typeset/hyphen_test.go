package typeset

import "testing"

func TestHyphenation(t *testing.T) {
	h := newSetter(t).Language.Hyphens
	for _, want := range []string{
		"grund-vands-be-skyt-telse", "di-gi-ta-li-se-rings-sty-rel-sen", "kom-mu-ni-ka-tions-stra-tegi",
		"bor-ger-råd-gi-ver", "til-syns-myn-dig-hed", "sags-be-hand-ling", "of-fent-lig-gø-relse",
		"vej-led-ning", "for-valt-nin-gen", "Kom-mu-nal-be-sty-rel-sen",
	} {
		word := ""
		for _, r := range want {
			if r != '-' {
				word += string(r)
			}
		}
		if got := h.Hyphenate(word, "-"); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}

func TestNeverHyphenated(t *testing.T) {
	h := newSetter(t).Language.Hyphens
	for _, word := range []string{"", "a", "Sagen", "afsnit", "12345678", "abc4defg", "e-mailadresse"} {
		if p := h.Points(word); len(p) > 0 {
			t.Errorf("%q may be broken at %v", word, p)
		}
	}
}

func TestHyphenLeavesEnoughOnBothSides(t *testing.T) {
	h := newSetter(t).Language.Hyphens
	for _, word := range []string{"ærlighedsprincippet", "økonomiforvaltningen", "åbenhedspolitikken", "medarbejderundersøgelsen"} {
		runes := []rune(word)
		for _, p := range h.Points(word) {
			if left := len([]rune(word[:p])); left < minLeft || len(runes)-left < minRight {
				t.Errorf("%s may be broken after %d letters", word, left)
			}
		}
	}
}

func TestBindings(t *testing.T) {
	l := newSetter(t).Language
	for _, c := range []struct {
		left, right string
		want        bool
	}{
		{"stk.", "3", true}, {"nr.", "4,", true}, {"§", "5", true}, {"(§", "5", true}, {"kr.", "1.250", true}, {"ca.", "30", true},
		{"12.500", "kr.", true}, {"30", "pct.", true}, {"5", "%,", true}, {"22.", "august", true}, {"22.", "august.", true},
		{"ord", "–", true}, {"stk.", "og", false}, {"22", "august", false}, {"huset", "kr.", false}, {"en", "dag", false},
		{"", "3", false}, {"§", "", false},
	} {
		if got := l.binds(c.left, c.right); got != c.want {
			t.Errorf("binds(%q, %q) = %v", c.left, c.right, got)
		}
	}
}

func TestAddresses(t *testing.T) {
	l := newSetter(t).Language
	for _, word := range []string{
		"www.borgerraadgiver.example", "https://kommunikationsstrategi.example/undersoegelse/", "borgerraadgiver@kommunikation.example",
		"(borgerraadgiver.example/klagevejledning)", "mailto:kommunikation@eksempel.example",
	} {
		if !isAddress(word) {
			t.Errorf("%q is not seen as an address", word)
		}
		for _, c := range l.chances(word) {
			if c.hyphen {
				t.Errorf("%q may get a hyphen at %d", word, c.at)
			}
		}
	}
	for _, word := range []string{"kommunikation.", "f.x", "1.234,5", "sætning.Ny"} {
		if isAddress(word) {
			t.Errorf("%q is seen as an address", word)
		}
	}
}
