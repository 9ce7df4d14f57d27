package strategy

import (
	"fmt"
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"synlig/data/document"
	"synlig/data/redline"
)

var (
	someText  = rapid.StringOfN(rapid.RuneFrom([]rune("ab æå.\u030A\u00a0\n\t👍é")), 0, 8, -1)
	someKind  = rapid.Custom(func(t *rapid.T) document.Kind { return document.Kind(rapid.IntRange(0, 6).Draw(t, "kind")) })
	someStyle = rapid.SampledFrom([]document.Style{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}, {Link: "kk.dk"}, {Bold: true, Link: "x.dk"}})
	someBlock = rapid.Custom(func(t *rapid.T) document.Block {
		b := document.Block{Kind: someKind.Draw(t, "kind"), Level: rapid.IntRange(0, 2).Draw(t, "level"), ID: rapid.SampledFrom([]string{"", "p", "q", "r", "s"}).Draw(t, "id")}
		var runs []document.Run
		for range rapid.IntRange(0, 4).Draw(t, "runs") {
			text, _ := oneLine(someText.Draw(t, "text"), 0)
			runs = append(runs, document.Run{Text: text, Style: someStyle.Draw(t, "style")})
		}
		return formed(withRuns(b, runs...))
	})
	someBlocks = rapid.SliceOfN(someBlock, 0, 6)
)

// operate does one operation drawn by chance, and says which.
func operate(t *rapid.T, e *Editor, base []document.Block) (string, Effect) {
	id, text, from, to := "nobody", "", 0, 0
	if e.Len() > 0 && rapid.IntRange(0, 20).Draw(t, "somebody") > 0 {
		b := e.At(rapid.IntRange(0, e.Len()-1).Draw(t, "block"))
		id, text = b.ID, b.Text
	}
	from, to = rapid.IntRange(-1, len(text)+1).Draw(t, "from"), rapid.IntRange(-1, len(text)+1).Draw(t, "to")
	typed := someText.Draw(t, "typed")
	switch n := rapid.IntRange(0, 17).Draw(t, "operation"); n {
	case 0, 1, 2:
		from, to = rangeOf(text, from, to)
		return "type", e.Type(id, text[:from]+typed+text[to:], from+len(typed))
	case 3:
		return "set", e.SetText(id, typed)
	case 4:
		return "split", e.Split(id, from)
	case 5:
		return "merge", e.MergeWithPrevious(id)
	case 6:
		return "merge next", e.MergeWithNext(id)
	case 7:
		return "up", e.MoveUp(id)
	case 8:
		return "down", e.MoveDown(id)
	case 9:
		return "kind", e.SetKind(id, someKind.Draw(t, "kind"))
	case 10:
		return "indent", e.Indent(id, rapid.IntRange(-2, 2).Draw(t, "by"))
	case 11:
		return "toggle", e.Toggle(id, Mark(rapid.IntRange(0, 1).Draw(t, "mark")), from, to)
	case 12:
		return "link", e.SetLink(id, from, to, rapid.SampledFrom([]string{"", "x.dk", "y.dk"}).Draw(t, "address"))
	case 13:
		return "insert", e.Insert(id, someKind.Draw(t, "kind"), from, typed)
	case 14:
		return "delete", e.Delete(id)
	case 15:
		return "paste text", e.PasteText(id, from, to, typed)
	case 16:
		return "paste", e.PasteBlocks(id, from, to, someBlocks.Draw(t, "pasted"))
	default:
		c := redline.Compare(base, e.Blocks(), redline.Options{})
		var numbers []int
		for n := range c.Changes {
			if rapid.Bool().Draw(t, "reverted") {
				numbers = append(numbers, n+1)
			}
		}
		effect, ok := e.Revert(c, numbers...)
		if !ok {
			t.Fatalf("the text was not known again")
		}
		return "revert", effect
	}
}

// wantWellFormed tells whether blocks are what the model allows.
func wantWellFormed(t *rapid.T, blocks []document.Block) {
	seen := map[string]bool{"": true}
	for _, b := range blocks {
		if seen[b.ID] {
			t.Fatalf("the id %q twice", b.ID)
		}
		seen[b.ID] = true
		if line, _ := oneLine(b.Text, 0); line != b.Text || !norm.NFC.IsNormalString(b.Text) {
			t.Fatalf("text %q is not one clean line", b.Text)
		}
		if formed(b).Level != b.Level {
			t.Fatalf("%v on level %d", b.Kind, b.Level)
		}
		last := document.Span{Start: -1, End: -1}
		for _, s := range b.Spans {
			if s.Start < last.End || s.Start >= s.End || s.End > len(b.Text) || s.Style == (document.Style{}) ||
				s.Start == last.End && s.Style == last.Style || s.Start < 0 || !utf8.RuneStart(b.Text[s.Start]) || onLetter(b.Text, s.End) != s.End {
				t.Fatalf("spans of %q: %+v", b.Text, b.Spans)
			}
			last = s
		}
	}
}

func TestUndoAndRedoEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
		e := NewEditor(someBlocks.Draw(t, "start"), Options{NewID: ids(), Clock: func() time.Time { return now }})
		start := e.Blocks()
		held, heldCopy := e.Blocks(), fmt.Sprintf("%+v", start)
		for range rapid.IntRange(0, 25).Draw(t, "operations") {
			now = now.Add(time.Duration(rapid.IntRange(0, 1200).Draw(t, "wait")) * time.Millisecond)
			was := e.Blocks()
			name, effect := operate(t, e, start)
			wantEffect(t, was, e.Blocks(), effect)
			wantWellFormed(t, e.Blocks())
			if b, ok := e.Block(effect.Caret.Block); ok && (onLetter(b.Text, effect.Caret.From) != effect.Caret.From || onLetter(b.Text, effect.Caret.To) != effect.Caret.To) {
				t.Fatalf("%s: caret %+v in %q", name, effect.Caret, b.Text)
			}
			if rapid.IntRange(0, 5).Draw(t, "undo") == 0 {
				was := e.Blocks()
				wantEffect(t, was, e.Blocks(), Effect{})
				undone := e.Undo()
				wantEffect(t, was, e.Blocks(), undone)
				if rapid.Bool().Draw(t, "redo") && undone.Changed() {
					e.Redo()
					if !slices.EqualFunc(e.Blocks(), was, same) {
						t.Fatalf("undone and redone: %q, was %q", show(e.Blocks(), Caret{}), show(was, Caret{}))
					}
				}
			}
		}
		end := e.Blocks()
		for e.CanUndo() != Nothing {
			e.Undo()
			wantWellFormed(t, e.Blocks())
		}
		if !slices.EqualFunc(e.Blocks(), start, same) {
			t.Fatalf("all undone: %q, began %q", show(e.Blocks(), Caret{}), show(start, Caret{}))
		}
		for e.CanRedo() != Nothing {
			e.Redo()
		}
		if now := e.Blocks(); !slices.EqualFunc(now, end, same) {
			// What was undone on the way and not redone is not in end: it was
			// redone here only when nothing was written after it.
			for e.CanUndo() != Nothing && !slices.EqualFunc(e.Blocks(), end, same) {
				e.Undo()
			}
			if !slices.EqualFunc(e.Blocks(), end, same) {
				t.Fatalf("all redone: %q, ended %q", show(now, Caret{}), show(end, Caret{}))
			}
		}
		if fmt.Sprintf("%+v", held) != heldCopy {
			t.Fatal("blocks that were given out have changed")
		}
	})
}

func TestMarksLeaveTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := NewEditor([]document.Block{someBlock.Draw(t, "block")}, Options{})
		b := e.At(0)
		from, to := rangeOf(b.Text, rapid.IntRange(0, len(b.Text)).Draw(t, "from"), rapid.IntRange(0, len(b.Text)).Draw(t, "to"))
		mark := Mark(rapid.IntRange(0, 1).Draw(t, "mark"))
		was := e.Has(b.ID, mark, from, to)
		e.Toggle(b.ID, mark, from, to)
		if now := e.At(0); now.Text != b.Text || e.Has(b.ID, mark, from, to) == was {
			t.Fatalf("%q became %q", show([]document.Block{b}, Caret{}), show([]document.Block{now}, Caret{}))
		}
		outside := e.At(0)
		for at := range b.Text {
			if (at < from || at >= to) && outside.StyleAt(at) != b.StyleAt(at) {
				t.Fatalf("byte %d outside [%d, %d) looks another way", at, from, to)
			}
		}
	})
}

func TestSplitAndMergeGiveBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := someBlock.Draw(t, "block")
		b.Kind, b.Level = document.Paragraph, 0
		e := NewEditor([]document.Block{b}, Options{})
		b = e.At(0)
		at := onLetter(b.Text, rapid.IntRange(0, len(b.Text)).Draw(t, "at"))
		if at > 0 && sentenceEnd(b.Text[:at]) {
			return // a space is put between two sentences
		}
		// Where an accent begins the second half it cannot be told from one
		// that was typed there.
		if e.MergeWithPrevious(e.Split(b.ID, at).Caret.Block); !same(e.At(0), b) || e.Len() != 1 {
			t.Fatalf("%q split at %d came back as %q", b.Text, at, show(e.Blocks(), Caret{}))
		}
	})
}

func TestRevertToTheApproved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := NewEditor(someBlocks.Draw(t, "base"), Options{NewID: ids()})
		base := e.Blocks()
		for range rapid.IntRange(0, 12).Draw(t, "operations") {
			operate(t, e, base)
		}
		c := redline.Compare(base, e.Blocks(), redline.Options{})
		var all []int
		for n := range c.Changes {
			all = append(all, n+1)
		}
		if _, ok := e.Revert(c, all...); !ok || document.Hash(e.Blocks()) != document.Hash(base) && len(all) > 0 {
			t.Fatalf("all reverted: %q, approved %q", show(e.Blocks(), Caret{}), show(base, Caret{}))
		}
	})
}

// BenchmarkKey is one key in a draft of 300 pages, 3,000 blocks.
func BenchmarkKey(b *testing.B) {
	blocks := make([]document.Block, 3000)
	for i := range blocks {
		blocks[i] = withRuns(document.Block{ID: fmt.Sprint("b", i)},
			document.Run{Text: "Borgerrådgiveren vil oftere fortælle om sit arbejde, og "}, document.Run{Text: "det skal ske", Style: document.Style{Bold: true}},
			document.Run{Text: " på de steder, hvor borgerne i forvejen er. Det gælder både breve, møder og det, der bliver skrevet på nettet."})
	}
	e := NewEditor(blocks, Options{})
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		block := blocks[n/8%3000]
		now, _ := e.Block(block.ID)
		e.Type(block.ID, now.Text[:60]+"x"+now.Text[60:], 61)
		if n%8 == 7 {
			e.SetText(block.ID, block.Text)
		}
	}
}
