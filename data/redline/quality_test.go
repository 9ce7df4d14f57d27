package redline

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"synlig/data/document"
)

// plain compares two whole texts word by word, as the simplest program would:
// no blocks, no clean-up. It tells the smallest possible number of marked
// words, and how often at most two equal words stand between two changes.
func plain(base, draft []document.Block) (marked, confetti int) {
	vocab := newVocabulary()
	lay := func(blocks []document.Block) (ids []uint32) {
		s := newSide(blocks, vocab)
		for i := range blocks {
			if i > 0 {
				ids = append(ids, border)
			}
			ids = append(ids, s.tokens(i)...)
		}
		return ids
	}
	a, b := lay(base), lay(draft)
	words := func(ids []uint32) (n int) {
		for _, id := range ids {
			if vocab.isWord(id) {
				n++
			}
		}
		return n
	}
	atA, atB, island := 0, 0, -1
	for _, r := range append(longest(a, b), run{len(a), len(b), 0}) {
		if atA < r.a || atB < r.b {
			if island >= 0 && island <= 2 {
				confetti++
			}
			marked += words(a[atA:r.a]) + words(b[atB:r.b])
			island = 0
		}
		if island >= 0 {
			island += words(a[r.a : r.a+r.n])
		}
		atA, atB = r.a+r.n, r.b+r.n
	}
	return marked, confetti
}

// longest is a longest common subsequence by the table of the textbook, so
// that what we measure against is the true minimum.
func longest(a, b []uint32) []run {
	head := commonHead(a, b)
	tail := commonTail(a[head:], b[head:])
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	width := len(y) + 1
	best := make([]uint16, (len(x)+1)*width)
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				best[i*width+j] = best[(i+1)*width+j+1] + 1
			} else {
				best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			}
		}
	}
	var d differ
	d.emit(0, 0, head)
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			d.emit(head+i, head+j, 1)
			i, j = i+1, j+1
		case best[(i+1)*width+j] >= best[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	d.emit(len(a)-tail, len(b)-tail, tail)
	return d.runs
}

// confetti is how often at most two equal words stand between two changes of a
// row, without a sentence ending there.
func confetti(c Comparison) int {
	n := 0
	for _, row := range c.Blocks {
		island := -1
		for _, s := range row.Segments {
			if s.Op == Equal {
				if island >= 0 {
					island += CountWords(s.Text)
				}
				continue
			}
			if island >= 0 && island <= 2 && s.Change != lastChange(row, s) {
				n++
			}
			island = 0
		}
	}
	return n
}

// lastChange is the change before segment s of the row.
func lastChange(row Block, s Segment) int {
	last := 0
	for _, t := range row.Segments {
		if t == s {
			break
		}
		if t.Op != Equal {
			last = t.Change
		}
	}
	return last
}

// TestMarkedLittleAndWhole holds two measures over all real pairs together:
// marked words at most 1.15 times the smallest possible number, and at most a
// seventh of the confetti that the plain comparison strews.
func TestMarkedLittleAndWhole(t *testing.T) {
	for _, source := range []struct {
		name  string
		pairs func() []pair
	}{
		{"shared", func() []pair { return shared(t) }},
		{"testdata", func() []pair { return pairs(t, filepath.Join("testdata", "pairs")) }},
	} {
		t.Run(source.name, func(t *testing.T) {
			var ours, least, bits, theirs int
			for _, p := range source.pairs() {
				c := Compare(p.old, p.new, Options{})
				m, f := plain(p.old, p.new)
				s, b := Measure(c), confetti(c)
				t.Logf("%-28s marked %4d of at least %4d   confetti %3d of %3d", p.name, s.WordsMarked, m, b, f)
				ours, least, bits, theirs = ours+s.WordsMarked, least+m, bits+b, theirs+f
			}
			t.Logf("together: marked %d of at least %d (%.3f), confetti %d of %d", ours, least, float64(ours)/float64(least), bits, theirs)
			if float64(ours) > 1.15*float64(least) {
				t.Errorf("%d words are marked, more than 1.15 times the smallest number %d", ours, least)
			}
			if 7*bits > theirs {
				t.Errorf("confetti %d is more than a seventh of %d", bits, theirs)
			}
		})
	}
}

// TestPairsRead holds the marked text of each own pair to the one that a person
// has read and found good: testdata/marked. After a change that is meant, run
// go test -run PairsRead -update and read the difference.
func TestPairsRead(t *testing.T) {
	for _, p := range pairs(t, filepath.Join("testdata", "pairs")) {
		t.Run(p.name, func(t *testing.T) {
			got := show(Compare(p.old, p.new, Options{})) + "\n"
			path := filepath.Join("testdata", "marked", p.name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("\n%s\nwant\n%s", got, want)
			}
		})
	}
}

var update = flag.Bool("update", false, "write testdata/marked anew")
