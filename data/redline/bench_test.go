package redline

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/document"
)

// large writes a document of about that many words and a revision in which
// that share of its words was replaced, removed or added to, each word by
// itself: the hardest kind of revision, for hardly a paragraph stays whole.
func large(words int, share float64) (base, draft []document.Block) {
	g := newGenerator(uint64(words))
	for n := 0; n < words; {
		b := document.Block{Text: g.paragraph()}
		n += len(strings.Fields(b.Text))
		base = append(base, b)
		fields := strings.Fields(b.Text)
		var kept []string
		for _, w := range fields {
			if g.Float64() >= share {
				kept = append(kept, w)
				continue
			}
			switch g.IntN(4) {
			case 0:
				kept = append(kept, w, g.word())
			case 1:
			default:
				kept = append(kept, g.word())
			}
		}
		draft = append(draft, document.Block{Text: strings.Join(kept, " ")})
	}
	return base, draft
}

var sizes = []struct {
	name  string
	words int
	share float64
}{
	{"200k-2pct", 200_000, 0.02},
	{"200k-50pct", 200_000, 0.50},
	{"1M-2pct", 1_000_000, 0.02},
	{"1M-50pct", 1_000_000, 0.50},
	{"25k-2pct", 25_000, 0.02},
	{"50k-2pct", 50_000, 0.02},
	{"100k-2pct", 100_000, 0.02},
	{"400k-2pct", 400_000, 0.02},
}

func BenchmarkCompare(b *testing.B) {
	for _, s := range sizes {
		b.Run(s.name, func(b *testing.B) {
			base, draft := large(s.words, s.share)
			b.ReportAllocs()
			for b.Loop() {
				Compare(base, draft, Options{})
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/float64(s.words), "ns/word")
		})
	}
}

func BenchmarkMeasure(b *testing.B) {
	base, draft := large(200_000, 0.02)
	c := Compare(base, draft, Options{})
	for b.Loop() {
		Measure(c)
	}
}

// BenchmarkGit runs git's word comparison on the same texts, to be read beside
// BenchmarkCompare. Starting the program is part of it.
func BenchmarkGit(b *testing.B) {
	git, err := exec.LookPath("git")
	if err != nil {
		b.Skip("git is not installed")
	}
	for _, s := range sizes[:4] {
		b.Run(s.name, func(b *testing.B) {
			base, draft := large(s.words, s.share)
			folder := b.TempDir()
			write := func(name string, blocks []document.Block) string {
				path := filepath.Join(folder, name)
				if err := os.WriteFile(path, []byte(strings.Join(texts(blocks), "\n\n")), 0o600); err != nil {
					b.Fatal(err)
				}
				return path
			}
			old, now := write("old.txt", base), write("new.txt", draft)
			for b.Loop() {
				cmd := exec.Command(git, "diff", "--no-index", "--word-diff", "--", old, now)
				if out, err := cmd.Output(); cmd.ProcessState.ExitCode() != 1 || len(out) == 0 {
					b.Fatal(err)
				}
			}
		})
	}
}

// hard are texts that lead simple comparisons into ages or out of memory.
func hard() map[string][2][]document.Block {
	lines := func(n int, text func(i int) string) []document.Block {
		all := make([]document.Block, n)
		for i := range all {
			all[i].Text = text(i)
		}
		return all
	}
	g, h := newGenerator(1), newGenerator(2)
	word := func(n int) string { return fmt.Sprint("ord", n) }
	one := func(g *generator, words int) []document.Block { return []document.Block{{Text: g.sentence(words)}} }
	foreign := make([]string, 200_000)
	for i := range foreign {
		foreign[i] = word(i)
	}
	a200, b200 := large(200_000, 0.02)
	_, c200 := large(200_000, 0.5)
	for i := range c200 {
		c200[i].Text = strings.ToUpper(h.paragraph())
	}
	shuffled := cloneBlocks(a200)
	g.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	reversed := cloneBlocks(b200)
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	return map[string][2][]document.Block{
		"50k-one-word":        {lines(50_000, func(i int) string { return g.word() }), lines(50_000, func(i int) string { return h.word() })},
		"50k-one-word-unlike": {lines(50_000, func(i int) string { return word(i) }), lines(50_000, func(i int) string { return word(-i) })},
		"100k-equal":          {lines(100_000, func(int) string { return "Det samme." }), lines(99_000, func(int) string { return "Det samme." })},
		"100k-two-lines":      {lines(100_000, func(i int) string { return word(i % 2) }), lines(100_000, func(i int) string { return word(i / 3 % 2) })},
		"100k-near-equal":     {lines(100_000, func(i int) string { return "Sagen har nummer " + word(i) }), lines(100_000, func(i int) string { return "Sagen har nummer " + word(i+1_000_000) })},
		"million-letters":     {{{Text: strings.Repeat("å", 500_000)}}, {{Text: strings.Repeat("å", 499_999) + "b"}}},
		"million-marks":       {{{Text: strings.Repeat(".,", 500_000)}}, {{Text: strings.Repeat(",.", 500_000)}}},
		"million-spaces":      {{{Text: strings.Repeat(" ", 1_000_000) + "a"}}, {{Text: strings.Repeat(" ", 999_999) + "b"}}},
		"one-paragraph":       {one(g, 200_000), one(h, 200_000)},
		"one-paragraph-near":  {{{Text: strings.Join(texts(a200), " ")}}, {{Text: strings.Join(texts(b200), " ")}}},
		"one-paragraph-other": {{{Text: strings.Join(texts(a200), " ")}}, {{Text: strings.Join(foreign, " ")}}},
		"unlike":              {a200, c200},
		"shuffled":            {a200, shuffled},
		"reversed-edited":     {a200, reversed},
		"quotes":              {{{Text: strings.Repeat("§ ", 300_000)}}, {{Text: strings.Repeat("§", 300_000)}}},
		"empty-blocks":        {lines(100_000, func(int) string { return "" }), lines(50_000, func(int) string { return "" })},
	}
}

func BenchmarkHard(b *testing.B) {
	for name, texts := range hard() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Compare(texts[0], texts[1], Options{})
			}
		})
	}
}
