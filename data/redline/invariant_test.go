package redline

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"synlig/data/document"
)

// invariants checks everything that must hold for any two texts.
func invariants(t *testing.T, base, draft []document.Block) Comparison {
	t.Helper()
	c := Compare(base, draft, Options{})
	roundTrip(t, c)
	pieces(t, c)
	numbering(t, c)
	wordEdges(t, c)
	if again := Compare(base, draft, Options{}); !reflect.DeepEqual(c, again) {
		t.Error("comparing twice gives two results")
	}
	mirrored(t, c, Compare(draft, base, Options{}))
	if same := Compare(base, base, Options{}); len(same.Changes) > 0 || slices.ContainsFunc(same.Blocks, func(b Block) bool { return b.Status != Same }) {
		t.Error("a text compared with itself has changes")
	}
	applied(t, c)
	reattached(t, c)
	return c
}

// roundTrip: equal and deleted text is the old text, equal and inserted text
// the new one, byte for byte.
func roundTrip(t *testing.T, c Comparison) {
	t.Helper()
	old, now := bothTexts(c)
	if want := texts(c.Base); !slices.Equal(old, want) {
		t.Errorf("equal and deleted text is not the old text:\n%q\n%q", old, want)
	}
	if want := texts(c.Draft); !slices.Equal(now, want) {
		t.Errorf("equal and inserted text is not the new text:\n%q\n%q", now, want)
	}
}

// bothTexts rebuilds both texts of a comparison from its rows.
func bothTexts(c Comparison) (old, now []string) {
	for _, row := range c.Blocks {
		var a, b strings.Builder
		for _, s := range row.Segments {
			if s.Op != Insert {
				a.WriteString(oldText(s))
			}
			if s.Op != Delete {
				b.WriteString(s.Text)
			}
		}
		if row.Status != Inserted && row.Status != MovedTo {
			old = append(old, strings.Split(a.String(), "\n")...)
		}
		if row.Status != Deleted && row.Status != MovedFrom {
			now = append(now, strings.Split(b.String(), "\n")...)
		}
	}
	return old, now
}

func oldText(s Segment) string {
	if s.Old != "" {
		return s.Old
	}
	return s.Text
}

func texts(blocks []document.Block) []string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.Text)
	}
	return all
}

// pieces: every piece holds the bytes that it says.
func pieces(t *testing.T, c Comparison) {
	t.Helper()
	for r, row := range c.Blocks {
		for _, s := range row.Segments {
			if s.Text == "\n" && s.Base == s.Draft {
				continue
			}
			if s.Op != Insert && c.Base[s.Base.Block].Text[s.Base.Start:s.Base.End] != oldText(s) {
				t.Errorf("row %d: base piece %v does not hold %q", r, s.Base, s.Text)
			}
			if s.Op != Delete && row.Status != MovedFrom && c.Draft[s.Draft.Block].Text[s.Draft.Start:s.Draft.End] != s.Text {
				t.Errorf("row %d: draft piece %v does not hold %q", r, s.Draft, s.Text)
			}
		}
	}
}

// numbering: changes count from 1 in reading order, and rows and changes know
// each other.
func numbering(t *testing.T, c Comparison) {
	t.Helper()
	last := 0
	for n, ch := range c.Changes {
		if ch.Number != n+1 || len(ch.Blocks) == 0 || !slices.IsSorted(ch.Blocks) || ch.Class == "" {
			t.Fatalf("change %d is ill formed: %+v", n+1, ch)
		}
		if ch.Blocks[0] < last {
			t.Errorf("change %d is not in reading order", n+1)
		}
		last = ch.Blocks[0]
		for _, r := range ch.Blocks {
			if !slices.Contains(c.Blocks[r].Changes, n+1) {
				t.Errorf("row %d does not know change %d", r, n+1)
			}
		}
	}
	for r, row := range c.Blocks {
		if !slices.IsSorted(row.Changes) || (row.Status == Same) != (len(row.Changes) == 0) {
			t.Errorf("row %d (%v) has changes %v", r, row.Status, row.Changes)
		}
		if moved := row.Status == MovedFrom || row.Status == MovedTo; moved != (row.Twin >= 0) || moved && c.Blocks[row.Twin].Twin != r {
			t.Errorf("row %d (%v) has twin %d", r, row.Status, row.Twin)
		}
		for _, s := range row.Segments {
			if (s.Op == Equal) != (s.Change == 0) || s.Text == "" && s.Old == "" {
				t.Errorf("row %d has an ill formed segment %+v", r, s)
			}
		}
	}
}

// wordEdges: no marked stretch begins or ends inside a word.
func wordEdges(t *testing.T, c Comparison) {
	t.Helper()
	inside := func(text string, at int) bool {
		// An accent belongs to what it stands on, which may be a mark: "!\u05ab".
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[:at], unicode.IsMark))
		after, _ := utf8.DecodeRuneInString(text[at:])
		return at > 0 && at < len(text) && wordRune(before) && wordRune(after)
	}
	for _, row := range c.Blocks {
		for _, s := range row.Segments {
			if s.Op == Delete && s.Text != "\n" && (inside(c.Base[s.Base.Block].Text, s.Base.Start) || inside(c.Base[s.Base.Block].Text, s.Base.End)) ||
				s.Op == Insert && s.Text != "\n" && (inside(c.Draft[s.Draft.Block].Text, s.Draft.Start) || inside(c.Draft[s.Draft.Block].Text, s.Draft.End)) {
				t.Errorf("marked inside a word: %q", s.Text)
			}
		}
	}
}

// mirrored: comparing the other way round finds the same, with in and out
// exchanged.
func mirrored(t *testing.T, c, m Comparison) {
	t.Helper()
	a, b := outline(c, false), outline(m, true)
	if !slices.Equal(a, b) {
		for _, x := range a {
			if !slices.Contains(b, x) {
				t.Errorf("only one way: %s", x)
			}
		}
		for _, x := range b {
			if !slices.Contains(a, x) {
				t.Errorf("only the other way: %s", x)
			}
		}
	}
}

// outline writes the rows of a comparison so that they can be compared with
// those of its mirror image. A move is written once.
func outline(c Comparison, turn bool) []string {
	var all []string
	for _, row := range c.Blocks {
		if row.Status == MovedFrom {
			continue
		}
		base, draft, status := row.Base, row.Draft, row.Status
		if row.Status == MovedTo {
			base = c.Blocks[row.Twin].Base
		}
		if turn {
			base, draft = draft, base
			switch status {
			case Inserted:
				status = Deleted
			case Deleted:
				status = Inserted
			}
		}
		line := fmt.Sprint(status, base, draft)
		var out, in string
		flush := func() {
			if turn {
				out, in = in, out
			}
			if out != "" || in != "" {
				line += fmt.Sprintf(" [-%s-]{+%s+}", out, in)
			}
			out, in = "", ""
		}
		hunk := 0
		for _, s := range row.Segments {
			if s.Change != hunk {
				flush()
				hunk = s.Change
			}
			switch {
			case s.Op == Delete:
				out += s.Text
			case s.Op == Insert:
				in += s.Text
			case turn:
				line += "|" + s.Text + "|" + oldText(s)
			default:
				line += "|" + oldText(s) + "|" + s.Text
			}
		}
		flush()
		all = append(all, line)
	}
	slices.Sort(all)
	return all
}

// applied: none gives the base, all the draft, and any part something well
// formed in which each row has its own fate.
func applied(t *testing.T, c Comparison) {
	t.Helper()
	if got := Apply(c, func(int) bool { return false }); !slices.EqualFunc(got, c.Base, sameBlock) {
		t.Error("nothing adopted does not give the base")
	}
	if got := Apply(c, func(int) bool { return true }); len(c.Changes) > 0 && !slices.EqualFunc(got, c.Draft, sameBlock) {
		t.Errorf("everything adopted does not give the draft\n%q\n%q", texts(got), texts(c.Draft))
	}
	for _, part := range []func(int) bool{func(n int) bool { return n%2 == 0 }, func(n int) bool { return n%3 == 1 }, func(n int) bool { return n*2654435761%7 < 4 }} {
		wellFormed(t, Apply(c, part))
	}
}

func sameBlock(a, b document.Block) bool { return a.ID == b.ID && a.Equal(b) }

func wellFormed(t *testing.T, blocks []document.Block) {
	t.Helper()
	ids := map[string]bool{}
	for _, b := range blocks {
		if b.ID != "" && ids[b.ID] {
			t.Errorf("id %q stands twice", b.ID)
		}
		ids[b.ID] = true
		if strings.Contains(b.Text, "\n") {
			t.Errorf("a line break in %q", b.Text)
		}
		at := 0
		for _, s := range b.Spans {
			if s.Start < at || s.End <= s.Start || s.End > len(b.Text) || s.Style == (document.Style{}) {
				t.Errorf("span %v of %q", s, b.Text)
				break
			}
			at = s.End
		}
	}
}

// reattached: what was said about a change is found at the same change when
// the texts are compared again.
func reattached(t *testing.T, c Comparison) {
	t.Helper()
	again := Compare(c.Base, c.Draft, Options{Notes: notesOn(c)})
	if len(again.Lapsed) > 0 {
		t.Errorf("lapsed: %+v", again.Lapsed[0])
	}
	if len(again.Changes) != len(c.Changes) {
		t.Fatalf("%d changes became %d when something was said about them", len(c.Changes), len(again.Changes))
	}
	for n, ch := range again.Changes {
		if ch.Note.Point != n+1 || len(ch.Others) > 0 {
			t.Errorf("change %d has the note of %d and %d others\n%+v\n%+v", n+1, ch.Note.Point, len(ch.Others), ch.Anchor, ch.Note.Anchor)
		}
	}
}

// notesOn says something about every change, each of its own decision point.
func notesOn(c Comparison) []Note {
	var notes []Note
	for _, ch := range c.Changes {
		notes = append(notes, Note{Anchor: ch.Anchor, Point: ch.Number, Reason: fmt.Sprint("begrundelse ", ch.Number)})
	}
	return notes
}
