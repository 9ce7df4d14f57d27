package bilag

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"synlig/data/bilag/pdfua"
	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
)

func clean(t testing.TB, r strategy.Revision) []byte {
	t.Helper()
	file, err := Clean(context.Background(), r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func printed(t testing.TB, r strategy.Revision, c redline.Comparison, o Options) []byte {
	t.Helper()
	file, err := Marked(context.Background(), r, c, o)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// green fails the test for everything the check finds in a file.
func green(t *testing.T, file []byte) pdfua.Report {
	t.Helper()
	report := pdfua.Check(file)
	for _, f := range report.Findings {
		t.Error(f)
	}
	return report
}

func TestPapersHoldToTheStandards(t *testing.T) {
	bare := sample()
	bare.Office, bare.Title, bare.Case, bare.Points, bare.Example = "", "", "", nil, false
	bare.Base = document.Version{Blocks: bare.Base.Blocks}
	bare.Draft = document.Version{Blocks: bare.Draft.Blocks}
	for name, r := range map[string]strategy.Revision{
		"sample": sample(), "bare": bare, "empty": {}, "a few pages": generated(4, 0.05, 1), "many changes": generated(12, 0.3, 2), "long": generated(60, 0.02, 3),
	} {
		t.Run(name, func(t *testing.T) {
			green(t, clean(t, r))
			c := compared(r)
			green(t, printed(t, r, c, Options{}))
			green(t, printed(t, r, c, Options{Brackets: true}))
		})
	}
}

func TestFirstPageOfMarked(t *testing.T) {
	r := sample()
	c := compared(r)
	report := green(t, printed(t, r, c, Options{}))
	for _, want := range []string{
		"Bilag 2: Havneplanen", "Udkast med synlige opmærkninger af tilføjelser og rettelser",
		"11\u00a0ændringer: 7\u00a0indholdsmæssige, 4\u00a0strukturelle; 3\u00a0beslutningspunkter.",
		"[indsat: tilføjet tekst]", "[slettet: slettet tekst]", "[flyttet herfra: flyttet tekst]",
		"at udvalget godkender de kortere frister,", "Vedtages punkt 1 ikke, udgår punkt 3 og ændring ",
		"Havneudvalget, mødet den 12. december 2014, punkt 6. Sag 2014-0000017.", "EKSEMPEL.",
	} {
		if !strings.Contains(report.Text, want) {
			t.Errorf("%q is not in the paper", want)
		}
	}
	all := strings.Join(report.Strings, "\n")
	for _, want := range []string{
		"Udkast v7 (" + r.Draft.ShortHash() + ") sammenholdt med v5, godkendt 22. august 2014",
		"Side 1 af ", "BILAG 2 · EKSEMPEL", "Havnekontoret", "Sag 2014-0000017",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in header or footer", want)
		}
	}
}

func TestMarksAreSpoken(t *testing.T) {
	report := green(t, printed(t, sample(), compared(sample()), Options{}))
	for _, want := range []string{
		"ved havnen og [1] [slettet: skal] [indsat: kan] følges", "[slettet: forinden].",
		"[5] [flyttet til afsnit 3: Den gamle kran", "(flyttet til afsnit 3)", "[5] [flyttet fra afsnit 2: Den gamle kran", "(flyttet fra afsnit 2)",
		"[indsat: afsnitsskift: ¶]", "[slettet: afsnitsskift: ¶]", "[ændret form]",
		"[slettet: Kommunen fører tilsyn", "[indsat: Havnefogeden sørger",
	} {
		if !strings.Contains(report.Text, want) {
			t.Errorf("%q is not spoken", want)
		}
	}
}

func TestBracketsArePrinted(t *testing.T) {
	r := sample()
	file := printed(t, r, compared(r), Options{Brackets: true})
	report := green(t, file)
	if !strings.Contains(report.Text, "[slettet: skal] [indsat: kan]") {
		t.Error("the brackets are not spoken as words")
	}
	if plain := pdfua.Check(printed(t, r, compared(r), Options{})); report.Invisible >= plain.Invisible {
		t.Errorf("%d letters are hidden with brackets, %d without", report.Invisible, plain.Invisible)
	}
}

func TestTableOfChanges(t *testing.T) {
	r := sample()
	c := compared(r)
	c.Lapsed = []redline.Note{{Reason: "En grund, der blev tilovers.", Anchor: redline.Anchor{Text: "ord der gik"}}}
	report := green(t, printed(t, r, c, Options{}))
	_, table, found := strings.Cut(report.Text, "Oversigt over ændringerne\n")
	if !found {
		t.Fatal("there is no table")
	}
	for _, want := range []string{
		"Nr.", "Sted", "Gældende tekst", "Foreslået tekst", "Begrundelse", "Beslutningspunkt",
		"Grunden til ændring 1 er", "Punkt 2", "Fra afsnit 2 til afsnit 3", "Link til mailto:havn@eksempel.example",
		"Indholdsmæssig", "Struktur", "Ingen tekst", "Bortfaldne bemærkninger", "»ord der gik«: En grund, der blev tilovers.",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is not in the table", want)
		}
	}
	links := 0
	for _, l := range report.Links {
		if strings.HasPrefix(l.Contents, "Gå til ændring ") {
			links++
		}
	}
	if links < 2*len(c.Changes) {
		t.Errorf("%d links between text and table for %d changes", links, len(c.Changes))
	}
}

// TestNothingRemovedInClean looks into every string of the file for words that
// the draft does not have.
func TestNothingRemovedInClean(t *testing.T) {
	for _, r := range []strategy.Revision{sample(), generated(20, 0.2, 5)} {
		for i := range r.Base.Blocks { // a word that only the old text has
			r.Base.Blocks[i].Text += " Zwyxolit" + string(rune('a'+i%20))
		}
		r.Notes = []redline.Note{{Reason: "hemmeligbegrundelse"}}
		report := green(t, clean(t, r))
		for _, s := range report.Strings {
			for _, never := range []string{"wyxolit", "forinden", "hemmelig", "slettet", "indsat", r.Base.ShortHash()} {
				if strings.Contains(s, never) {
					t.Errorf("%q is in Bilag 1: %q", never, s)
				}
			}
		}
	}
}

func TestCleanSaysTheDraft(t *testing.T) {
	r := generated(15, 0, 9)
	report := green(t, clean(t, r))
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	text, at := squeeze(report.Text), 0
	for _, b := range r.Draft.Blocks {
		i := strings.Index(text[at:], squeeze(b.Text))
		if i < 0 {
			t.Fatalf("%q is missing or out of order", b.Text)
		}
		at += i
	}
}

func TestSameBytes(t *testing.T) {
	r := generated(25, 0.05, 4)
	c := compared(r)
	want1, want2 := clean(t, r), printed(t, r, c, Options{})
	for _, processors := range []int{1, 2} {
		old := runtime.GOMAXPROCS(processors)
		if !bytes.Equal(want1, clean(t, r)) || !bytes.Equal(want2, printed(t, r, c, Options{})) {
			t.Errorf("with %d processors the bytes differ", processors)
		}
		runtime.GOMAXPROCS(old)
	}
}

func TestCancelled(t *testing.T) {
	r := generated(30, 0.05, 4)
	c := compared(r)
	ctx, cancel := context.WithCancel(context.Background())
	shares := []float64{}
	_, err := Marked(ctx, r, c, Options{Progress: func(share float64) {
		if shares = append(shares, share); share > 0.6 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if !slices.IsSorted(shares) || len(shares) < 3 {
		t.Errorf("progress was %v", shares)
	}
	cancel()
	if _, err := Clean(ctx, r, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestProgressEndsAtOne(t *testing.T) {
	last := 0.0
	if _, err := Clean(context.Background(), sample(), Options{Progress: func(share float64) { last = share }}); err != nil || last != 1 {
		t.Errorf("progress ended at %v, error %v", last, err)
	}
}

func TestMissing(t *testing.T) {
	missing, err := Missing(sample())
	if err != nil || !slices.Equal(missing, []rune{0x05D5, 0x05DC, 0x05DD, 0x05E9, 0x1F600}) {
		t.Errorf("missing are %q, error %v", string(missing), err)
	}
}

func TestHardInput(t *testing.T) {
	paragraphs := func(n int, text string) []document.Block {
		blocks := make([]document.Block, n)
		for i := range blocks {
			blocks[i] = document.Block{Kind: document.Paragraph, Text: text}
		}
		return blocks
	}
	all := func(text string) []document.Block {
		var blocks []document.Block
		for k := document.Paragraph; k <= document.Quote; k++ {
			blocks = append(blocks, document.Block{Kind: k, Level: int(k) % 3, Text: text})
		}
		return blocks
	}
	for name, blocks := range map[string][]document.Block{
		"no blocks":         nil,
		"empty blocks":      all(""),
		"one letter":        all("a"),
		"no spaces":         {{Text: strings.Repeat("a", 1<<20)}},
		"a long heading":    {{Kind: document.Heading2, Text: strings.Repeat("lang ", 3000)}, {Text: "ord"}},
		"one-word blocks":   paragraphs(50_000, "ord"),
		"emoji":             all(strings.Repeat("😀👩‍👩‍👧", 200)),
		"right to left":     all(strings.Repeat("שלום עולם السلام ", 100)),
		"decomposed":        all(strings.Repeat("a\u030arga\u030ang ", 100)),
		"control":           all("a\x00b\x1bc\u202ed\r\n\te\xff"),
		"deep first":        {{Kind: document.Heading3, Text: "Tre"}, {Kind: document.Heading1, Text: "Et"}, {Kind: document.Heading3, Text: "Tre"}, {Kind: document.Bullet, Level: 2, Text: "dyb"}},
		"a link everywhere": {{Text: "link", Spans: []document.Span{{Start: 0, End: 4, Style: document.Style{Link: "https://" + strings.Repeat("æ", 9000)}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			r := sample()
			r.Draft.Blocks = blocks
			if name == "no spaces" || name == "one-word blocks" { // checking so much takes longer than printing it
				if n := pageCount(clean(t, r)); n < 300 {
					t.Errorf("%d pages", n)
				}
				return
			}
			report := green(t, clean(t, r))
			if strings.Contains(report.Text, "\u030a") {
				t.Error("a ring stands beside its letter")
			}
			r.Base.Blocks = nil
			green(t, printed(t, r, r.Compare(nil), Options{}))
			r.Base.Blocks, r.Draft.Blocks = blocks, nil
			green(t, printed(t, r, r.Compare(nil), Options{}))
		})
	}
}

func TestLineOfVersions(t *testing.T) {
	r := sample()
	hash, old := r.Draft.ShortHash(), r.Base.ShortHash()
	if got := versionLine(r, cleanNumber); got != "Udkast v7 ("+hash+")" {
		t.Error(got)
	}
	r.Base.Meeting.Date = time.Time{}
	if got := versionLine(r, markedNumber); got != "Udkast v7 ("+hash+") sammenholdt med v5" {
		t.Error(got)
	}
	r.Base.Number, r.Draft.Number = 0, 0
	if got := versionLine(r, markedNumber); got != "Udkast ("+hash+") sammenholdt med ("+old+")" {
		t.Error(got)
	}
}

func TestWordsOfNumbers(t *testing.T) {
	for want, numbers := range map[string][]int{
		"": nil, "3": {3}, "3 og 4": {3, 4}, "2, 5 og 6": {2, 5, 6}, "1–3": {1, 2, 3}, "1–3, 5 og 7–9": {1, 2, 3, 5, 7, 8, 9},
	} {
		if got := enumerate(numbers); got != want {
			t.Errorf("%v is %q, want %q", numbers, got, want)
		}
	}
}

func TestCountsInTheSingular(t *testing.T) {
	m := &marked{revision: strategy.Revision{Points: sample().Points[:1]}}
	m.comparison.Changes = []redline.Change{{Number: 1, Class: redline.Substantive}}
	if got := m.counts(); got != "1\u00a0ændring: 1\u00a0indholdsmæssig; 1\u00a0beslutningspunkt." {
		t.Error(got)
	}
	m.comparison.Changes = nil
	if got := m.counts(); got != "Ingen ændringer. Udkastet svarer helt til den gældende tekst." {
		t.Error(got)
	}
}

func TestFileNames(t *testing.T) {
	clean, marked := FileNames("Havneplanen")
	if clean != "Bilag 1 - Havneplanen (revideret).pdf" || marked != "Bilag 2 - Havneplanen (revideret - med synlige opmærkninger af tilføjelser og rettelser).pdf" {
		t.Error(clean, marked)
	}
	if clean, _ := FileNames(`Hvem/hvad: "nu"?`); clean != "Bilag 1 - Hvem-hvad- -nu-- (revideret).pdf" {
		t.Errorf("%q is no name for Windows", clean)
	}
}
