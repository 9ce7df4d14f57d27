package redline

import "testing"

// TestHard: texts that lead simple comparisons into ages are compared, and
// nothing of them is lost. How long it takes is for BenchmarkHard to tell.
func TestHard(t *testing.T) {
	if testing.Short() {
		t.Skip("the hard texts are left out with -short")
	}
	for name, texts := range hard() {
		t.Run(name, func(t *testing.T) {
			c := Compare(texts[0], texts[1], Options{})
			roundTrip(t, c)
			numbering(t, c)
		})
	}
}
