package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"time"

	"synlig/assets"
	"synlig/data/bilag/pdfua"
	"synlig/data/bilag/tags"
	"synlig/data/bilag/typeset"
)

var meta = Meta{
	Title: "Prøve (1) – \\ & <æ>", Author: "Kontoret", Subject: "Et emne", Language: "da-DK",
	Changed: time.Date(2014, 11, 3, 10, 0, 0, 0, time.UTC),
}

func newWriter(t testing.TB) (*Writer, *tags.Tree) {
	t.Helper()
	var faces [4]*typeset.Face
	for i, ttf := range assets.Fonts() {
		face, err := typeset.NewFace(ttf)
		if err != nil {
			t.Fatal(err)
		}
		faces[i] = face
	}
	tree := tags.NewTree()
	return New(assets.Fonts(), faces, tree), tree
}

// draw is a file of two pages with everything a Writer can draw.
func draw(t testing.TB) []byte {
	t.Helper()
	w, tree := newWriter(t)
	w.BeginPage(595.28, 841.89)
	w.Artifact(HeaderArtifact, func() { w.Text(Type{Size: 9}, 50, 40, "Øverst") })
	w.Begin(tree.Root.Child(tags.H1))
	w.Text(Type{Face: 1, Size: 20}, 50, 100, "Tavlen (Va) To\\ – €")
	p := tree.Root.Child(tags.Paragraph)
	w.Begin(p)
	w.Text(Type{Size: 12}, 50, 130, "Teksten ")
	w.Begin(p.Child(tags.Inserted, tags.Underlined))
	w.Hidden(Type{Size: 12}, 100, 130, 50, "[indsat: ")
	w.Text(Type{Face: 1, Size: 12, Color: Color{11, 61, 145}}, 100, 130, "er ny")
	w.Hidden(Type{Size: 12}, 130, 130, 50, "]")
	link := p.Child(tags.Link)
	w.Begin(link)
	w.Text(Type{Face: 2, Size: 12}, 150, 130, "her.")
	w.Artifact(LayoutArtifact, func() { w.Rect(Area{100, 132, 30, 0.7}, Color{11, 61, 145}) })
	w.Link(Area{150, 118, 20, 15}, Target{Address: "https://eksempel.example/æ(1)?b=c d"}, link, "Link til eksemplet")
	w.Bookmark("Tavlen", 0, 90)
	w.BeginPage(841.89, 595.28)
	w.Begin(p)
	w.Text(Type{Size: 12}, 50, 100, "Teksten går videre \r\n\r")
	back := tree.Root.Child(tags.Paragraph).Child(tags.Link)
	w.Begin(back)
	w.Text(Type{Face: 3, Size: 12}, 50, 130, "Tilbage")
	w.Link(Area{50, 118, 40, 15}, Target{Page: 0, Y: 90}, back, "Til forsiden")
	w.Bookmark("Videre", 1, 90)
	w.Bookmark("For dyb", 5, 90)
	w.Bookmark("Slut", 0, 120)
	file, err := w.Finish(meta)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestFileHoldsToTheStandards(t *testing.T) {
	report := pdfua.Check(draw(t))
	for _, f := range report.Findings {
		t.Error(f)
	}
	if report.Pages != 2 || report.Title != meta.Title || report.Lang != "da-DK" {
		t.Errorf("%d pages, title %q, language %q", report.Pages, report.Title, report.Lang)
	}
	if want := "Teksten [indsat: er ny]her."; !strings.Contains(report.Text, want) {
		t.Errorf("the text is %q, without %q", report.Text, want)
	}
}

func TestSameCallsSameBytes(t *testing.T) {
	if !bytes.Equal(draw(t), draw(t)) {
		t.Error("two files differ")
	}
}

func TestUnknownRunesBecomeQuestionMarks(t *testing.T) {
	w, tree := newWriter(t)
	w.BeginPage(300, 300)
	w.Begin(tree.Root.Child(tags.H1))
	w.Text(Type{Size: 12}, 10, 50, "a😀ש")
	file, err := w.Finish(meta)
	if err != nil {
		t.Fatal(err)
	}
	if report := pdfua.Check(file); !strings.Contains(report.Text, "a??") || len(report.Findings) > 0 {
		t.Errorf("the text is %q; %v", report.Text, report.Findings)
	}
}

func TestLongStringsAreCut(t *testing.T) {
	w, tree := newWriter(t)
	w.BeginPage(300, 300)
	e := tree.Root.Child(tags.H1).Child(tags.Link)
	w.Begin(e)
	w.Text(Type{Size: 12}, 10, 50, "a")
	long := strings.Repeat("ø", 100_000)
	w.Bookmark(long, 0, 10)
	w.Link(Area{10, 10, 10, 10}, Target{Address: "https://" + long}, e, long)
	file, err := w.Finish(Meta{Title: long, Language: "da-DK", Changed: meta.Changed})
	if err != nil {
		t.Fatal(err)
	}
	report := pdfua.Check(file)
	for _, f := range report.Findings {
		t.Error(f)
	}
	for _, s := range report.Strings {
		if len(s) > 32767 {
			t.Fatalf("a string of %d bytes", len(s))
		}
	}
}

func TestCutRefusesStrangeFiles(t *testing.T) {
	good, err := skeleton(assets.Fonts(), [4][]rune{{'a'}}, []*page{{width: 300, height: 300}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cut(good); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{
		"empty":        nil,
		"half":         good[:len(good)/2],
		"no table":     bytes.ReplaceAll(good, []byte("xref\n0 "), []byte("fref\n0 ")),
		"moved":        bytes.Replace(good, []byte("4 0 obj"), []byte("9 0 obj"), 1),
		"no catalog":   bytes.Replace(good, []byte("/Root "), []byte("/Boot "), 1),
		"short table":  bytes.Replace(good, []byte("xref\n0 "), []byte("xref\n0 9"), 1),
		"bad start":    bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1),
		"endless file": append(bytes.Clone(good), "startxref\n99999999999999"...),
	} {
		if _, err := cut(file); !errors.Is(err, errCut) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSkeletonRefusesBadFonts(t *testing.T) {
	if _, err := skeleton([4][]byte{[]byte("no font")}, [4][]rune{{'a'}}, []*page{{width: 300, height: 300}}); err == nil {
		t.Error("a broken font was taken")
	}
}

func TestMendFontsRefusesMissingFaces(t *testing.T) {
	raw, err := skeleton(assets.Fonts(), [4][]rune{{'a'}}, []*page{{width: 300, height: 300}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := cut(raw)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := mendFonts(p, [4][]rune{{'a'}, {'b'}}); !errors.Is(err, errCut) {
		t.Errorf("got %v", err)
	}
}

func TestColorProfile(t *testing.T) {
	p := colorProfile()
	if size := binary.BigEndian.Uint32(p); int(size) != len(p) || string(p[36:40]) != "acsp" || string(p[12:20]) != "mntrRGB " {
		t.Errorf("a profile of %d bytes says %d", len(p), size)
	}
	if len(p) > 4096 {
		t.Errorf("the profile is %d bytes", len(p))
	}
}

func TestAppendPoints(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", -1: "-1", 1.5: "1.5", 1.25: "1.25", 0.05: "0.05", -0.004: "0", 841.889: "841.89", 0.999: "1", -0.5: "-0.5"} {
		if got := string(appendPoints(nil, v)); got != want {
			t.Errorf("%v is written %s", v, got)
		}
	}
}

func FuzzCut(f *testing.F) {
	good, err := skeleton(assets.Fonts(), [4][]rune{{'a'}}, []*page{{width: 300, height: 300}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte("xref\n0 3\n0000000000 65535 f \n0000000000 00000 n \nstartxref\n0\n%%EOF"))
	f.Fuzz(func(_ *testing.T, file []byte) { cut(file) })
}
