package bilag

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"synlig/data/bilag/sheet"
	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
)

func sideBySide(t testing.TB, r strategy.Revision, o Options) []byte {
	t.Helper()
	file, err := Parallel(context.Background(), r, compared(r), o)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestParallelHoldsToTheStandards(t *testing.T) {
	gone, new, odd := sample(), sample(), sample()
	gone.Draft.Blocks, new.Base.Blocks = nil, nil
	odd.Draft.Blocks = []document.Block{{}, {Kind: document.Heading3}, {Text: strings.Repeat("a", 5000)}, {Kind: document.Bullet, Level: 2, Text: "😀\x00שלום"}}
	for name, r := range map[string]strategy.Revision{
		"sample": sample(), "empty": {}, "all gone": gone, "all new": new, "odd": odd,
		"many changes": generated(12, 0.3, 2), "long": generated(60, 0.002, 3), "rewritten": generated(6, 0.8, 4),
	} {
		t.Run(name, func(t *testing.T) {
			file := sideBySide(t, r, Options{})
			green(t, file)
			green(t, sideBySide(t, r, Options{Brackets: true}))
			if !bytes.Equal(file, sideBySide(t, r, Options{})) {
				t.Error("the same input gave other bytes")
			}
		})
	}
}

func TestParallelSays(t *testing.T) {
	report := green(t, sideBySide(t, sample(), Options{}))
	for _, want := range []string{
		"Paralleltekst: Havneplanen", "Sådan læser du parallelteksten", "Gældende tekst", "Foreslået tekst",
		"ved havnen og [1]\u00a0[slettet: skal] følges", "ved havnen og [1]\u00a0[indsat: kan] følges",
		"[5]\u00a0[flyttet til afsnit 3: Den gamle kran", "Flyttet til afsnit 3", "Flyttet fra afsnit 2",
		"om uden tilladelse fra museet", "[indsat: skriftlig] tilladelse",
		"[indsat: afsnitsskift: ¶]", "[slettet: afsnitsskift: ¶]", "Ingen tekst", "(Link til mailto:havn@eksempel.example)",
		"uændret", "11\u00a0ændringer",
	} {
		if !strings.Contains(report.Text, want) {
			t.Errorf("%q is not in the paper", want)
		}
	}
	all := strings.Join(report.Strings, "\n")
	for _, want := range []string{"PARALLELTEKST · EKSEMPEL", "sammenholdt med v5, godkendt 22. august 2014", "Havnekontoret"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in header or footer", want)
		}
	}
	if strings.Contains(all, "BILAG") {
		t.Error("the paralleltekst calls itself a bilag")
	}
}

// TestParallelLeavesOut changes a word deep in one of several sections.
func TestParallelLeavesOut(t *testing.T) {
	texts := []document.Block{
		{Kind: document.Heading1, Text: "Havneplanen"}, {Text: "Forord."},
		{Kind: document.Heading2, Text: "Formål"}, {Text: "Uberørt formål."},
		{Kind: document.Heading2, Text: "Sejlads"}, {Text: "Uberørt sejlads."},
		{Kind: document.Heading3, Text: "Joller"}, {Text: "Uberørte joller."},
		{Kind: document.Heading3, Text: "Kuttere"}, {Text: "Kuttere lægger til mod nord."}, {Text: "Afsnittets anden del."},
		{Kind: document.Heading2, Text: "Kontakt"}, {Text: "Uberørt kontakt."},
	}
	r := sample()
	r.Base.Blocks, r.Draft.Blocks = texts, append([]document.Block(nil), texts...)
	r.Draft.Blocks[9].Text = "Kuttere lægger til mod syd."
	report := green(t, sideBySide(t, r, Options{}))
	_, table, _ := strings.Cut(report.Text, "Gældende tekst og forslag")
	for want, times := range map[string]int{
		"Formål": 0, "berørt": 0, "Joller": 0, "Kontakt": 0, "Forord": 0,
		"Sejlads": 2, "Kuttere\n": 2, "Afsnittets anden del.": 2, "– – –": 6, "[slettet: nord]": 1, "[indsat: syd]": 1,
	} {
		if got := strings.Count(table, want); got != times {
			t.Errorf("%q stands %d times, not %d, in\n%s", want, got, times, table)
		}
	}
}

// words are what a reader sees of pieces, without what we added.
func words(pieces []sheet.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		number := p.Quiet && strings.HasPrefix(p.Text, "[")
		if !p.Hidden && !number && p.Text != "¶" {
			b.WriteString(p.Text)
		}
		b.WriteString(words(p.Kids))
	}
	return b.String()
}

// TestColumnsAreTheTexts reads each column and finds the text of its side.
func TestColumnsAreTheTexts(t *testing.T) {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	spelled := sample() // equal words, spelled and styled in another way
	spelled.Base.Blocks = document.FromMarkdown("Hun sagde \"nej\" på **mødet** og gik hjem.")
	spelled.Draft.Blocks = document.FromMarkdown("Hun sagde »nej« på mødet og gik bort.")
	for _, r := range []strategy.Revision{sample(), spelled, generated(10, 0.05, 6), generated(10, 0.3, 7)} {
		c := compared(r)
		m, err := newMarked(r, c, Options{}, parallelNumber, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range c.Blocks {
			for _, old := range []bool{true, false} {
				sides, cell := m.sidesOf(row, old), m.column(row, old)
				for k, at := range sides {
					want := squeeze(at.label + " " + at.block.Text)
					if got := squeeze(words(cell[k])); got != want {
						t.Errorf("old %v, %v:\n%q, want\n%q", old, row.Status, got, want)
					}
				}
				for _, marked := range markedIn(cell) {
					if came := marked == sheet.Added || marked == sheet.MovedHere; came == old {
						t.Errorf("old %v has the mark %v", old, marked)
					}
				}
			}
		}
	}
}

func markedIn(cell [][]sheet.Piece) []sheet.Mark {
	var found []sheet.Mark
	for _, pieces := range cell {
		for _, p := range pieces {
			if p.Mark != sheet.Plain {
				found = append(found, p.Mark)
			}
			found = append(found, markedIn([][]sheet.Piece{p.Kids})...)
		}
	}
	return found
}

func TestMovedAndEdited(t *testing.T) {
	r := sample()
	m, err := newMarked(r, compared(r), Options{}, parallelNumber, "")
	if err != nil {
		t.Fatal(err)
	}
	m.comparison = redline.Compare(r.Base.Blocks, r.Draft.Blocks, redline.Options{})
	for _, row := range m.comparison.Blocks {
		if row.Status == redline.MovedTo {
			cell := m.column(row, true)
			if len(cell) != 2 || !strings.Contains(words(cell[1]), "om uden tilladelse") || strings.Contains(words(cell[1]), "skriftlig") {
				t.Errorf("the moved text's old words are %v", cell)
			}
		}
	}
}

func TestParallelWithoutChanges(t *testing.T) {
	r := sample()
	r.Draft.Blocks = r.Base.Blocks
	report := green(t, sideBySide(t, r, Options{}))
	if !strings.Contains(report.Text, "Ingen ændringer.") || strings.Contains(report.Text, "– – –") {
		t.Error(report.Text)
	}
}

func TestParallelCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Parallel(ctx, sample(), compared(sample()), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestParallelFileName(t *testing.T) {
	if got := ParallelFileName("Plan/havn"); got != "Paralleltekst - Plan-havn.pdf" {
		t.Error(got)
	}
}

func TestParallelListItemsAreLists(t *testing.T) {
	r := sample()
	r.Base.Blocks = []document.Block{
		{Kind: document.Heading2, Text: "Regler"}, {Kind: document.Bullet, Text: "Sæt farten ned."},
		{Kind: document.Numbered, Text: "Meld ankomst."}, {Text: "Et afsnit."},
	}
	r.Draft.Blocks = append([]document.Block(nil), r.Base.Blocks...)
	r.Draft.Blocks[1].Text, r.Draft.Blocks[2].Text = "Sæt farten helt ned.", "Meld straks ankomst."
	structure := other(t, sideBySide(t, r, Options{}), "pdfinfo", "-struct", "FILE")
	count := func(what string) (n int) {
		for line := range strings.Lines(structure) {
			if strings.HasPrefix(strings.TrimSpace(line), what+" ") {
				n++
			}
		}
		return n
	}
	if got := [4]int{count("L"), count("LI"), count("Lbl"), count("LBody")}; got[1] < 4 || got[0] < 4 || got[2] != got[1] || got[3] != got[1] {
		t.Errorf("lists, items, labels and bodies: %v, want four or more of each: two rows, two columns", got)
	}
	green(t, sideBySide(t, r, Options{}))
}
