package danish

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "åh", 2}, {"borger", "borger", 0}, {"borger", "bogrer", 1}, {"borger", "borgere", 1},
		{"rådgiver", "raadgiver", 2}, {"sag", "svar", 2}, {"ca", "abc", 3},
	} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestDistanceIsTheSameBothWaysAndNoLongerThanTheWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("abåøn")), 0, 8, -1)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		there, back := Distance(a, b), Distance(b, a)
		if longest := max(len([]rune(a)), len([]rune(b))); there != back || there > longest || (there == 0) != (a == b) {
			t.Errorf("%q and %q: %d, and back %d", a, b, there, back)
		}
	})
}
