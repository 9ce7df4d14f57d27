package redline

import (
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestInvariantsGenerated(t *testing.T) {
	for seed := range uint64(600) {
		g := newGenerator(seed)
		base := g.document(1+g.IntN(24), seed%2 == 0)
		draft := g.revise(base, 1+g.IntN(12))
		if invariants(t, base, draft); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestInvariantsShared(t *testing.T) {
	for _, p := range shared(t) {
		t.Run(p.name, func(t *testing.T) { invariants(t, p.old, p.new) })
	}
}

func TestInvariantsTestdata(t *testing.T) {
	all := pairs(t, filepath.Join("testdata", "pairs"))
	if len(all) < 12 {
		t.Fatalf("only %d pairs in testdata", len(all))
	}
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) { invariants(t, p.old, p.new) })
	}
}

// TestProcessors: the number of processors changes nothing, and the texts are
// large enough to be shared out.
func TestProcessors(t *testing.T) {
	g := newGenerator(7)
	base := g.document(2000, false)
	near, far := large(60_000, 0.02)
	_, rewritten := large(60_000, 0.5)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, texts := range []pair{{"", base, g.revise(base, 1000)}, {"", near, far}, {"", near, rewritten}} {
		runtime.GOMAXPROCS(1)
		one := Compare(texts.old, texts.new, Options{})
		for _, processors := range []int{2, 5} {
			runtime.GOMAXPROCS(processors)
			if !reflect.DeepEqual(one, Compare(texts.old, texts.new, Options{})) {
				t.Errorf("one processor and %d give two results", processors)
			}
		}
	}
}

// TestUnchangedIsNeverMarked: without moves, every block that nobody touched
// is the same in the result.
func TestUnchangedIsNeverMarked(t *testing.T) {
	for seed := range uint64(200) {
		g := newGenerator(seed)
		base := g.document(5+g.IntN(20), false)
		draft := cloneBlocks(base)
		for range 1 + g.IntN(6) {
			draft = g.edit(draft, []int{0, 1, 2, 7, 8, 10, 11, 12}[g.IntN(8)])
		}
		c := Compare(base, draft, Options{})
		times := map[string]int{}
		for _, b := range slices.Concat(base, draft) {
			times[b.Text]++
		}
		now := map[string]bool{}
		for _, b := range draft {
			now[b.Text] = true
		}
		for r, row := range c.Blocks {
			if row.Status == Same || len(row.Base) != 1 {
				continue
			}
			if text := base[row.Base[0]].Text; times[text] == 2 && now[text] && !strings.HasPrefix(text, "Se kommunens") && len(row.Formats) == 0 {
				t.Fatalf("seed %d: row %d is %v, but nobody touched %q", seed, r, row.Status, text)
			}
		}
	}
}

// TestSplitAndMergeMarkNoWords: text that survives a split or a merge word for
// word is never marked.
func TestSplitAndMergeMarkNoWords(t *testing.T) {
	for seed := range uint64(300) {
		g := newGenerator(seed)
		base := g.document(3+g.IntN(8), seed%2 == 0)
		i := g.IntN(len(base) - 1)
		base[i].Text, base[i+1].Text = g.paragraph()+" "+g.sentence(9), g.paragraph()+" "+g.sentence(9)
		base[i].Spans, base[i+1].Spans = nil, nil
		draft := cloneBlocks(base)
		if seed%4 < 2 {
			sentences := strings.SplitAfter(regexp.MustCompile(`\. ([A-ZÆØÅ])`).ReplaceAllString(draft[i].Text, ". \x00$1"), "\x00")
			for n := range sentences {
				sentences[n] = strings.TrimSuffix(sentences[n], "\x00")
			}
			k := 1 + g.IntN(max(len(sentences)-1, 1))
			rest := draft[i]
			rest.ID += "x"
			rest.Text = strings.Join(sentences[k:], "")
			draft[i].Text = strings.TrimSpace(strings.Join(sentences[:k], ""))
			if rest.Text == "" || draft[i].Text == "" {
				continue
			}
			draft = slices.Insert(draft, i+1, rest)
		} else {
			draft[i].Text += " " + draft[i+1].Text
			draft = slices.Delete(draft, i+1, i+2)
		}
		if c := Compare(base, draft, Options{}); Measure(c).WordsMarked > 0 {
			t.Fatalf("seed %d: words are marked\n%s", seed, show(c))
		}
	}
}

// TestNotesSurviveFurtherEdits: whatever is edited next, no note is lost, and
// those on blocks that were left alone stay where they were.
func TestNotesSurviveFurtherEdits(t *testing.T) {
	for seed := range uint64(300) {
		g := newGenerator(seed)
		base := g.document(6+g.IntN(14), seed%2 == 0)
		draft := g.revise(base, 1+g.IntN(6))
		first := Compare(base, draft, Options{})
		further := g.revise(draft, 1+g.IntN(3))
		second := Compare(base, further, Options{Notes: notesOn(first)})
		found := map[int]bool{}
		for _, ch := range second.Changes {
			if ch.Note.Point > 0 {
				found[ch.Note.Point] = true
			}
			for _, n := range ch.Others {
				found[n.Point] = true
			}
		}
		for _, n := range second.Lapsed {
			found[n.Point] = true
		}
		if len(found) != len(first.Changes) {
			t.Fatalf("seed %d: %d notes, %d found again or lapsed", seed, len(first.Changes), len(found))
		}
		// An edit of words in one block leaves notes on other blocks alone.
		i := g.IntN(len(draft))
		local := cloneBlocks(draft)
		if slices.ContainsFunc(first.Changes, func(ch Change) bool { return ch.Action == Move }) {
			continue // which of two crossing blocks counts as moved may turn around
		}
		local[i].Text, local[i].Spans = local[i].Text+" "+g.sentence(4), nil
		third := Compare(base, local, Options{Notes: notesOn(first)})
		for _, ch := range first.Changes {
			touched := slices.ContainsFunc(ch.Blocks, func(r int) bool { return slices.Contains(first.Blocks[r].Draft, i) })
			lapsed := slices.ContainsFunc(third.Lapsed, func(n Note) bool { return n.Point == ch.Number })
			if !touched && lapsed {
				t.Fatalf("seed %d: the note on change %d lapsed when block %d was edited\n%s\n---\n%s", seed, ch.Number, i, show(first), show(third))
			}
		}
	}
}
