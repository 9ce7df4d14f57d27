package sheet

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// longSheet is a sheet of about 250 pages of everything.
func longSheet(t testing.TB, seed uint64) *Sheet {
	s, r := newSheet(t), rand.New(rand.NewPCG(seed, 1))
	words := strings.Fields("og i at det den til er som på de med for af borgerne udvalget forvaltningen sagsbehandlingen kommunikationsstrategien grundvandsbeskyttelse skal kan ikke hjemmesiden")
	text := func(n int) Piece {
		picked := make([]string, n)
		for i := range picked {
			picked[i] = words[r.IntN(len(words))]
		}
		return Text(strings.Join(picked, " ") + ".")
	}
	for i := range 1200 {
		switch r.IntN(10) {
		case 0:
			s.Heading(2, HeadingStyle(1), Text(fmt.Sprint(i)), "", text(3))
		case 1:
			s.Heading(2, HeadingStyle(2), Text(fmt.Sprint(i)), "", text(2))
		case 2:
			s.Paragraph(Body, text(5), Text(" Det er:"))
			for range 2 + r.IntN(4) {
				s.Item(ListItem, 0, Text("•"), false, text(2+r.IntN(30)))
			}
		default:
			s.Paragraph(Body, text(10+r.IntN(140)))
		}
	}
	return s
}

func TestNoWidowsOrphansOrStrandedHeadings(t *testing.T) {
	for seed := range uint64(3) {
		s := longSheet(t, seed)
		if err := s.layout(context.Background(), func(int) {}); err != nil {
			t.Fatal(err)
		}
		pages := s.paginate()
		for n, page := range pages {
			last := s.blocks[page.Parts[len(page.Parts)-1].Block]
			if last.outline != "" && n+1 < len(pages) {
				t.Errorf("seed %d: page %d ends in the heading %q", seed, n+1, last.outline)
			}
			for _, part := range page.Parts {
				if bands := s.blocks[part.Block].Bands; part.To-part.From == 1 && bands > 1 {
					t.Errorf("seed %d: a line of a paragraph of %d stands alone on page %d", seed, bands, n+1)
				}
			}
		}
		t.Logf("seed %d: %d pages", seed, len(pages))
	}
}

func TestBodyLinesAreReadable(t *testing.T) {
	s := longSheet(t, 7)
	if err := s.layout(context.Background(), func(int) {}); err != nil {
		t.Fatal(err)
	}
	lines, letters := 0, 0
	for _, b := range s.blocks {
		if b.style != Body || len(b.cells[0].lines) < 2 {
			continue
		}
		for _, line := range b.cells[0].lines[:len(b.cells[0].lines)-1] {
			n := 0
			for _, seg := range line.Segs {
				n += utf8.RuneCountInString(seg.Text)
			}
			lines, letters = lines+1, letters+n
		}
	}
	if mean := float64(letters) / float64(lines); mean < 65 || mean > 75 {
		t.Errorf("%.1f letters on average in %d full lines", mean, lines)
	} else {
		t.Logf("%.1f letters on average in %d full lines", mean, lines)
	}
}
