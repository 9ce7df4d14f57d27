package redline

import (
	"strings"
	"testing"
	"unicode/utf8"

	"synlig/data/document"
)

// FuzzCompare holds the invariants for any two texts, one block a line.
func FuzzCompare(f *testing.F) {
	for _, x := range [][2]string{
		{"Vi svarer altid.\nVi lytter.", "Vi svarer. Vi lytter."},
		{"§ 5, stk. 2, nr. 4\n22. august 2014", "§5, stk.\u00a02, nr. 5\n3. december 2026"},
		{"\"a\" b", "»a« b c"},
		{"a\u030a blev til", "å blev til"},
		{"so\u00adft og e\u2011mail", "soft og e-mail"},
		{"", "\n\n"},
		{"👩‍👩‍👧 og 🇩🇰", "👩‍👧 og 🇩🇰"},
		{"\xff\xfe kaput", "kaput \xff"},
		{"שלום עולם", "שלום"},
		{"a,b;c.d", "a b c d"},
		{"Se https://kk.dk/a?b=c. Skriv til a@b.dk.", "Se www.kk.dk/a. Skriv til c@b.dk."},
		{"x x x x x x", "x x x x"},
		{" a  b ", "a b"},
		{"1. januar. 1.234,5 10:42", "1.januar. 1.234,6 10.42"},
	} {
		f.Add(x[0], x[1], false)
		f.Add(x[1], x[0], true)
	}
	f.Fuzz(func(t *testing.T, old, now string, ids bool) {
		if len(old)+len(now) > 4000 {
			t.Skip()
		}
		invariants(t, lines(old, ids), lines(now, ids))
	})
}

// lines makes a block of each line. Like document.NewBlock it leaves no bytes
// that are not UTF-8.
func lines(content string, ids bool) []document.Block {
	var blocks []document.Block
	seen := map[string]bool{}
	for k, line := range strings.Split(strings.ToValidUTF8(content, "?"), "\n") {
		if strings.TrimSpace(line) == "" {
			line = "" // nor a text of spaces alone
		}
		b := document.Block{Text: line, Kind: document.Kind(len(line) % 7)}
		if id := string(rune('a' + (k*len(line))%26)); ids && k%3 != 2 && !seen[id] {
			b.ID, seen[id] = id, true
		}
		if n := len(line) / 2; n > 0 && len(line)%5 == 0 && utf8.RuneStart(line[n]) {
			b.Spans = []document.Span{{Start: 0, End: n, Style: document.Style{Bold: true}}}
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// FuzzRevisions holds the invariants for generated documents and revisions.
func FuzzRevisions(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, uint8(seed), uint8(seed%7))
	}
	f.Fuzz(func(t *testing.T, seed uint64, blocks, edits uint8) {
		g := newGenerator(seed)
		base := g.document(int(blocks%40), seed%2 == 0)
		invariants(t, base, g.revise(base, int(edits%30)))
	})
}

// FuzzScan: tokens are in order, do not overlap, hold no bare space at their
// ends, and reading on from a token's beginning finds the same token.
func FuzzScan(f *testing.F) {
	f.Add("Se § 5, stk. 2, den 22. august 2014 kl. 10.30 – \"e-mail\" til a@b.dk/x.")
	f.Add("1.234,5 kr. §§5 nr.4 so\u00adft www.kk.dk. http://a.b/?c")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for s, ok := scan(text, 0); ok; s, ok = scan(text, s.end) {
			if s.start < at || s.end <= s.start || s.end > len(text) {
				t.Fatalf("token [%d, %d) after %d in %q", s.start, s.end, at, text)
			}
			if again, _ := scan(text[:s.end], s.start); again != s {
				t.Fatalf("read alone, token %+v becomes %+v in %q", s, again, text)
			}
			at = s.end
		}
	})
}
