package sheet

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"synlig/assets"
	"synlig/data/bilag/pdf"
	"synlig/data/bilag/pdfua"
	"synlig/data/bilag/tags"
	"synlig/data/bilag/typeset"
)

func newSheet(t testing.TB) *Sheet {
	t.Helper()
	s, err := New(Setup{
		Fonts: assets.Fonts(),
		Language: &typeset.Language{
			Hyphens: typeset.NewHyphenator(assets.Lines("hyphenation/hyph-da.pat.txt")),
		},
		Meta: pdf.Meta{Title: "Prøve", Language: "da-DK", Changed: time.Date(2014, 1, 2, 3, 4, 5, 0, time.UTC)},
		Running: Running{
			HeadLeft: []string{"Kontoret", strings.Repeat("Et meget langt møde ", 20)}, HeadRight: []string{"BILAG 9"}, FootLeft: "Udkast",
			FootRight: func(page, pages int) string { return fmt.Sprintf("Side %d af %d", page, pages) },
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Heading(1, Title, Piece{}, "", Text("Prøve"))
	return s
}

// render draws the sheet and fails the test for everything the check finds.
func render(t *testing.T, s *Sheet) pdfua.Report {
	t.Helper()
	file, err := s.Render(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	report := pdfua.Check(file)
	for _, f := range report.Findings {
		t.Error(f)
	}
	return report
}

func TestContentsOfALongPaper(t *testing.T) {
	for _, c := range []struct {
		headings, paragraphs int
		want                 bool
	}{{8, 20, true}, {8, 2, false}, {3, 60, false}} {
		s := newSheet(t)
		s.Contents(2, Part, "Indhold", 3, func(h string) string { return "Gå til " + h })
		for i := range c.headings {
			s.Heading(2, HeadingStyle(1), Text(fmt.Sprint(i+1)), "", Text("Afsnittet"))
			for range c.paragraphs {
				s.Paragraph(Body, Text(strings.Repeat("Kommunikationsstrategien gælder for alle. ", 8)))
			}
		}
		report := render(t, s)
		if got := strings.Contains(report.Text, "Indhold"); got != c.want {
			t.Errorf("%d headings on %d pages: contents %v", c.headings, report.Pages, got)
		}
		if links := len(report.Links); c.want && links != c.headings {
			t.Errorf("%d lines of contents for %d headings", links, c.headings)
		}
		if got := len(report.Bookmarks); got < c.headings {
			t.Errorf("%d bookmarks for %d headings", got, c.headings)
		}
	}
}

func TestTableGoesOnWithItsHeader(t *testing.T) {
	s := newSheet(t)
	s.Section(Landscape)
	var rows []Row
	for i := range 40 {
		rows = append(rows, Row{Cells: [][][]Piece{
			{{Text(fmt.Sprint(i + 1))}}, {{Text(strings.Repeat("lang tekst i cellen ", 1+i))}}, {}, {{Text("et")}, {Text("to")}},
		}})
	}
	s.Table(Small, []Column{{Title: "Nr.", Share: 0.1}, {Title: "Tekst", Share: 0.4}, {Title: "Tom", Share: 0.1}, {Title: "To", Share: 0.4}}, rows)
	report := render(t, s)
	repeated := 0
	for _, a := range report.Artifacts {
		if strings.Contains(a.Text, "Nr.") {
			repeated++
		}
	}
	if repeated != report.Pages-2 { // not on the title's page, not where it begins
		t.Errorf("the header stands again %d times on %d pages", repeated, report.Pages)
	}
	if n := strings.Count(report.Text, "Nr."); n != 1 {
		t.Errorf("the header is read %d times", n)
	}
}

func TestListsNest(t *testing.T) {
	s := newSheet(t)
	for _, item := range []struct {
		level   int
		ordered bool
	}{{0, true}, {1, false}, {2, true}, {1, false}, {0, true}, {0, false}, {2, false}} {
		s.Item(ListItem, item.level, Text("1."), item.ordered, Text("Punktet"))
	}
	s.Paragraph(Body, Text("Slut"))
	s.Item(ListItem, 0, Text("1."), true, Text("Ny liste"))
	report := render(t, s)
	if n := strings.Count(report.Text, "Punktet"); n != 7 {
		t.Errorf("%d items are read", n)
	}
}

func TestNumbersInTheMarginAndBars(t *testing.T) {
	s := newSheet(t)
	var pieces []Piece
	for i := range 9 {
		link := &Link{Anchor: "there", Says: "Gå til oversigten"}
		pieces = append(pieces,
			Piece{Tag: tags.Link, Kids: []Piece{{Text: fmt.Sprintf("[%d] ", i+1), Margin: true, Bar: true, Link: link}}},
			Piece{Tag: tags.Inserted, Attributes: []tags.Attribute{tags.Underlined}, Kids: []Piece{{Text: "ord", Mark: Added, Bar: true}}}, Text(" "))
	}
	s.Paragraph(Body, pieces...)
	s.Heading(2, Part, Piece{}, "there", Text("Her"))
	report := render(t, s)
	if !strings.Contains(report.Text, "[1] ord [2] ord [3] ord") || len(report.Links) != 9 {
		t.Errorf("%d links, %q", len(report.Links), report.Text)
	}
}

func TestLinkOverTwoLinesIsOneLink(t *testing.T) {
	s := newSheet(t)
	link := &Link{Address: "https://eksempel.example", Says: "Link til eksemplet"}
	s.Paragraph(Body, Text(strings.Repeat("ord ", 15)), Piece{Tag: tags.Link, Kids: []Piece{{Text: strings.Repeat("linket ", 12), Link: link}}})
	report := render(t, s)
	if len(report.Links) == 0 || strings.Count(report.Text, "linket") != 12 {
		t.Errorf("%d links in %q", len(report.Links), report.Text)
	}
}

func TestMissing(t *testing.T) {
	s := newSheet(t)
	s.Paragraph(Body, Text("abc"))
	if len(s.Missing()) != 0 {
		t.Errorf("%q are missing", s.Missing())
	}
	s.Paragraph(Body, Text("😀"))
	if string(s.Missing()) != "😀" {
		t.Errorf("%q are missing", s.Missing())
	}
}

func TestNewRefusesBrokenFonts(t *testing.T) {
	if _, err := New(Setup{Fonts: [4][]byte{[]byte("no font")}}); err == nil {
		t.Error("a broken font was taken")
	}
}
