package redline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"synlig/data/document"
)

// lay writes blocks as text reads them, without marks.
func lay(blocks []document.Block) string {
	var all []string
	for _, b := range blocks {
		line := b.ID + "|" + strings.Repeat("#", b.Kind.HeadingLevel())
		if b.Kind.HeadingLevel() > 0 {
			line += " "
		}
		if b.Kind == document.Bullet {
			line += "- "
		}
		bold := false
		for at := 0; at <= len(b.Text); at++ {
			if now := b.StyleAt(at).Bold; now != bold {
				line, bold = line+"**", now
			}
			if at < len(b.Text) {
				line += b.Text[at : at+1]
			}
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func blocksOf(lines string) []document.Block {
	if lines == "" {
		return nil
	}
	return text(strings.Split(lines, "\n")...)
}

func TestCombine(t *testing.T) {
	const c = "h|# Mål\na|Vi lytter til alle borgere i byen og svarer dem hurtigt.\nb|Vi skriver breve, og vi ringer, når det haster.\ni|# Midler\nd|Vi holder møder hver måned."
	swap := strings.NewReplacer
	move := func(s, line, behind string) string {
		s = strings.Replace(s, line+"\n", "", 1)
		return strings.Replace(s, behind, behind+"\n"+line, 1)
	}
	lineA, lineB := strings.Split(c, "\n")[1], strings.Split(c, "\n")[2]
	lineD := strings.Split(c, "\n")[4]
	for name, x := range map[string]struct {
		mine, theirs string
		want         string
		conflicts    []string // common / mine / theirs
	}{
		"one word each":               {strings.Replace(c, "alle", "mange", 1), strings.Replace(c, "hurtigt", "venligt", 1), swap("alle", "mange", "hurtigt", "venligt").Replace(c), nil},
		"neighbouring words":          {strings.Replace(c, "alle ", "mange ", 1), strings.Replace(c, "borgere", "folk", 1), swap("alle", "mange", "borgere", "folk").Replace(c), nil},
		"the same word the same way":  {strings.Replace(c, "alle", "mange", 1), strings.Replace(c, "alle", "mange", 1), strings.Replace(c, "alle", "mange", 1), nil},
		"the same word":               {strings.Replace(c, "alle", "mange", 1), strings.Replace(c, "alle", "de fleste", 1), strings.Replace(c, "alle", "mange", 1), []string{lineA + " / " + strings.Replace(lineA, "alle", "mange", 1) + " / " + strings.Replace(lineA, "alle", "de fleste", 1)}},
		"two words out":               {strings.Replace(c, "alle ", "", 1), strings.Replace(c, "borgere ", "", 1), strings.Replace(c, "alle borgere ", "", 1), nil},
		"added at the same place":     {strings.Replace(c, "alle", "næsten alle", 1), strings.Replace(c, "alle", "ganske alle", 1), strings.Replace(c, "alle", "næsten alle", 1), []string{lineA + " / " + strings.Replace(lineA, "alle", "næsten alle", 1) + " / " + strings.Replace(lineA, "alle", "ganske alle", 1)}},
		"a sentence before and after": {strings.Replace(c, "a|Vi", "a|Vi er her. Vi", 1), strings.Replace(c, "hurtigt.", "hurtigt. Sådan er det.", 1), swap("a|Vi", "a|Vi er her. Vi", "hurtigt.", "hurtigt. Sådan er det.").Replace(c), nil},
		"a word and a form":           {strings.Replace(c, "alle", "mange", 1), strings.Replace(c, "svarer", "**svarer**", 1), swap("alle", "mange", "svarer", "**svarer**").Replace(c), nil},
		"words and bold on them":      {strings.Replace(c, "alle borgere", "mange borgere", 1), strings.Replace(c, "alle borgere", "**alle borgere**", 1), strings.Replace(c, "alle borgere", "mange** borgere**", 1), nil},
		"form and form":               {strings.Replace(c, "h|# ", "h|## ", 1), strings.Replace(c, "d|", "d|- ", 1), swap("h|# ", "h|## ", "d|", "d|- ").Replace(c), nil},
		"other forms of one":          {strings.Replace(c, "h|# ", "h|## ", 1), strings.Replace(c, "h|# ", "h|", 1), strings.Replace(c, "h|# ", "h|## ", 1), []string{"h|# Mål / h|## Mål / h|Mål"}},
		"moved and rewritten":         {move(c, lineA, lineD), strings.Replace(c, "alle", "mange", 1), strings.Replace(move(c, lineA, lineD), "alle", "mange", 1), nil},
		"both moved":                  {move(c, lineA, lineD), move(c, lineB, lineD), "h|# Mål\ni|# Midler\n" + lineD + "\n" + lineB + "\n" + lineA, nil},
		"one moved twice":             {move(c, lineA, lineB), move(c, lineA, lineD), move(c, lineA, lineD), nil},
		"out and untouched":           {strings.Replace(c, lineA+"\n", "", 1), strings.Replace(c, "måned", "uge", 1), strings.Replace(strings.Replace(c, lineA+"\n", "", 1), "måned", "uge", 1), nil},
		"out and rewritten":           {strings.Replace(c, lineA+"\n", "", 1), strings.Replace(c, "alle", "mange", 1), strings.Replace(c, lineA+"\n", "", 1), []string{lineA + " /  / " + strings.Replace(lineA, "alle", "mange", 1)}},
		"rewritten and out":           {strings.Replace(c, "alle", "mange", 1), strings.Replace(c, lineA+"\n", "", 1), strings.Replace(c, "alle", "mange", 1), []string{lineA + " / " + strings.Replace(lineA, "alle", "mange", 1) + " / "}},
		"both out":                    {strings.Replace(c, lineA+"\n", "", 1), strings.Replace(c, lineA+"\n", "", 1), strings.Replace(c, lineA+"\n", "", 1), nil},
		"both add at one place":       {strings.Replace(c, lineB, lineB+"\nx|Til sidst vinkes der.", 1), strings.Replace(c, lineB, lineB+"\ny|Alt bliver noteret.", 1), strings.Replace(c, lineB, lineB+"\ny|Alt bliver noteret.\nx|Til sidst vinkes der.", 1), nil},
		"both add the same":           {strings.Replace(c, lineB, lineB+"\nx|Til sidst.", 1), strings.Replace(c, lineB, lineB+"\nx|Til sidst.", 1), strings.Replace(c, lineB, lineB+"\nx|Til sidst.", 1), nil},
		"both add one id":             {strings.Replace(c, lineB, lineB+"\nx|Til sidst.", 1), strings.Replace(c, lineB, lineB+"\nx|Først.", 1), strings.Replace(c, lineB, lineB+"\nx|Til sidst.", 1), []string{" / x|Til sidst. / x|Først."}},
		"replaced side by side":       {strings.Replace(c, lineA, "x|Zoo.", 1), strings.Replace(c, lineB, "y|Abe.", 1), swap(lineA, "x|Zoo.", lineB, "y|Abe.").Replace(c), nil},
		"added to what is moved": {move(move(c, "h|# Mål", lineD), lineA, "h|# Mål"), strings.Replace(c, lineA, lineA+"\nx|Her er mere.", 1),
			lineB + "\ni|# Midler\n" + lineD + "\nh|# Mål\n" + lineA + "\nx|Her er mere.", nil},
		"a heading behind what is moved": {"h|# Mål\n" + lineD + "\n" + lineA + "\n" + lineB + "\ni|# Midler", c + "\nx|# Nyt",
			"h|# Mål\n" + lineD + "\n" + lineA + "\n" + lineB + "\ni|# Midler\nx|# Nyt", nil},
		"split and rewritten": {strings.Replace(c, ", og vi ringer", ".\nx|Vi ringer", 1), strings.Replace(c, "når det haster", "hvis det haster", 1),
			swap(", og vi ringer", ".\nx|Vi ringer", "når", "hvis").Replace(c), nil},
		"merged and rewritten": {strings.Replace(c, "\nb|", " ", 1), strings.Replace(c, "når det haster", "hvis det haster", 1),
			swap("\nb|", " ", "når", "hvis").Replace(c), nil},
		"split by both": {strings.Replace(c, ", og vi ringer", ".\nx|Vi ringer", 1), strings.Replace(c, " når det", "\ny|Når det", 1), "", nil},
		"all out":       {"", strings.Replace(c, "måned", "uge", 1), "", []string{lineD + " /  / " + strings.Replace(lineD, "måned", "uge", 1)}},
	} {
		t.Run(name, func(t *testing.T) {
			m := Combine(blocksOf(c), blocksOf(x.mine), blocksOf(x.theirs))
			if got := lay(m.Blocks); (x.want != "" || x.mine == "") && got != x.want {
				t.Errorf("\n got %s\nwant %s", got, x.want)
			}
			var conflicts []string
			for _, k := range m.Conflicts {
				conflicts = append(conflicts, lay(k.Common)+" / "+lay(k.Mine)+" / "+lay(k.Theirs))
			}
			if !slices.Equal(conflicts, x.conflicts) {
				t.Errorf("conflicts\n got %q\nwant %q", conflicts, x.conflicts)
			}
			wantNothingLost(t, blocksOf(c), blocksOf(x.mine), blocksOf(x.theirs), m)
			wantSymmetry(t, blocksOf(c), blocksOf(x.mine), blocksOf(x.theirs), m)
			for i, k := range m.Conflicts {
				taken := Resolve(m, i, k.Theirs)
				if len(taken.Conflicts) != len(m.Conflicts)-1 || !strings.Contains(lay(taken.Blocks), lay(k.Theirs)) || len(k.Mine) > 0 && strings.Contains(lay(taken.Blocks), lay(k.Mine)) {
					t.Errorf("resolved to theirs: %s", lay(taken.Blocks))
				}
			}
		})
	}
}

// added are the words that a side has more of than the common text.
func added(core, side []document.Block) map[string]int {
	counts := map[string]int{}
	for _, b := range side {
		for _, w := range wordsOf(b.Text) {
			counts[w]++
		}
	}
	for _, b := range core {
		for _, w := range wordsOf(b.Text) {
			counts[w]--
		}
	}
	return counts
}

// wantNothingLost tells whether every word that a side wrote stands in the
// result or in a conflict.
func wantNothingLost(t testing.TB, core, mine, theirs []document.Block, m Merged) {
	t.Helper()
	all := slices.Clone(m.Blocks)
	for _, k := range m.Conflicts {
		all = append(all, k.Theirs...)
	}
	there := added(nil, all)
	for s, side := range [][]document.Block{mine, theirs} {
		for w, n := range added(core, side) {
			if n > there[w] {
				t.Errorf("side %d wrote %q %d times, and %d are left\ncommon\n%s\nmine\n%s\ntheirs\n%s\nmerged\n%s", s, w, n, there[w], lay(core), lay(mine), lay(theirs), lay(m.Blocks))
			}
		}
	}
	// What neither took out is there.
	inMine, inTheirs := added(nil, mine), added(nil, theirs)
	for w, n := range added(nil, core) {
		if n -= max(0, n-inMine[w]) + max(0, n-inTheirs[w]); n > there[w] {
			t.Errorf("%q stood %d times more than were taken out, and %d are left\ncommon\n%s\nmine\n%s\ntheirs\n%s\nmerged\n%s", w, n, there[w], lay(core), lay(mine), lay(theirs), lay(m.Blocks))
		}
	}
}

// wantSymmetry tells whether it does not matter who merges.
func wantSymmetry(t testing.TB, core, mine, theirs []document.Block, m Merged) {
	t.Helper()
	turned := Combine(core, theirs, mine)
	if len(m.Conflicts) == 0 && len(turned.Conflicts) == 0 && !slices.EqualFunc(m.Blocks, turned.Blocks, identical) {
		t.Errorf("the other way round\n%s\nwas\n%s\ncommon\n%s\nmine\n%s\ntheirs\n%s", lay(turned.Blocks), lay(m.Blocks), lay(core), lay(mine), lay(theirs))
	}
	spell := func(m Merged, turned bool) []string {
		var all []string
		for _, k := range m.Conflicts {
			if turned {
				k.Mine, k.Theirs = k.Theirs, k.Mine
			}
			all = append(all, fmt.Sprintf("%+v|%+v|%+v", k.Common, k.Mine, k.Theirs))
		}
		slices.Sort(all)
		return all
	}
	if a, b := spell(m, false), spell(turned, true); !slices.Equal(a, b) {
		t.Errorf("the other way round the conflicts are\n%q\nwas\n%q\ncommon\n%s\nmine\n%s\ntheirs\n%s", b, a, lay(core), lay(mine), lay(theirs))
	}
}

// checkCombine holds a merge to all that is promised.
func checkCombine(t testing.TB, core, mine, theirs []document.Block) {
	t.Helper()
	m := merge(core, mine, theirs)
	wantNothingLost(t, core, mine, theirs, m)
	wantSymmetry(t, core, mine, theirs, m)
	seen := map[string]bool{"": true}
	for _, b := range m.Blocks {
		if b.ID != "" && seen[b.ID] {
			t.Errorf("the id %s twice", b.ID)
		}
		seen[b.ID] = true
	}
	for _, k := range m.Conflicts {
		for _, id := range k.Held {
			if id == "" || !seen[id] {
				t.Errorf("a conflict holds %q, which is not there", id)
			}
		}
	}
	for _, x := range [][3][]document.Block{{mine, core, mine}, {core, mine, mine}, {mine, mine, mine}} {
		if got := merge(core, x[0], x[1]); !slices.EqualFunc(got.Blocks, x[2], identical) || len(got.Conflicts) > 0 {
			t.Errorf("alone it became\n%s\nwant\n%s\ncommon\n%s", lay(got.Blocks), lay(x[2]), lay(core))
		}
	}
	rest := m
	for len(rest.Conflicts) > 0 {
		rest = Resolve(rest, len(rest.Conflicts)-1, rest.Conflicts[len(rest.Conflicts)-1].Theirs)
	}
	there := added(nil, rest.Blocks)
	for w, n := range added(core, theirs) {
		if n > there[w] {
			t.Errorf("resolved to theirs, %q stands %d times and not %d", w, there[w], n)
		}
	}
}

func TestCombineKeepsItsPromises(t *testing.T) {
	for seed := range uint64(400) {
		g := newGenerator(seed)
		core := g.document(1+g.IntN(12), true)
		mine := g.revise(core, g.IntN(6))
		theirs := g.revise(core, g.IntN(6))
		checkCombine(t, core, mine, theirs)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// FuzzCombine makes three texts of bytes: each byte is a word, a block or an id.
func FuzzCombine(f *testing.F) {
	f.Add("a1abc2def3ghi", "a1axc2def3ghi", "a1abc3ghi2dyf")
	f.Add("1a b", "1a\n2b", "1b a")
	f.Add("1a.b\"c2d", "1a.b”c2d", "1a.x\"c2d")
	f.Fuzz(func(t *testing.T, c, a, b string) {
		if len(c)+len(a)+len(b) > 300 {
			return
		}
		checkCombine(t, fuzzed(c), fuzzed(a), fuzzed(b))
	})
}

// fuzzed reads a digit as the beginning of the block with that id, and every
// other letter as itself. An id stands once.
func fuzzed(s string) []document.Block {
	var blocks []document.Block
	seen := map[string]bool{}
	for _, r := range strings.ToValidUTF8(s, "") {
		if id := string(r); r >= '0' && r <= '9' && !seen[id] || len(blocks) == 0 {
			seen[id] = true
			blocks = append(blocks, document.Block{ID: id})
			continue
		}
		last := &blocks[len(blocks)-1]
		switch {
		case r == '#':
			last.Kind = document.Heading2
		case r >= ' ':
			last.Text += string(r)
		}
	}
	for i := range blocks {
		blocks[i] = document.Block{ID: blocks[i].ID, Kind: blocks[i].Kind, Text: document.NewBlock(0, 0, document.Run{Text: blocks[i].Text}).Text}
	}
	return blocks
}

func BenchmarkCombine(b *testing.B) {
	g := newGenerator(1)
	core := g.document(3000, true)
	mine, theirs := g.revise(core, 50), g.revise(core, 50)
	for b.Loop() {
		Combine(core, mine, theirs)
	}
	b.ReportMetric(float64(len(core)), "blocks")
}
