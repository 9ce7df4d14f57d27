package bilag

import (
	"testing"

	"synlig/data/bilag/pdfua"
	"synlig/data/document"
)

// FuzzPapers prints any two texts and has the papers checked.
func FuzzPapers(f *testing.F) {
	f.Add("# Plan\n\nEn tekst.\n\n- et\n- to\n", "# Plan\n\nEn ny tekst.\n\n1. et\n\n> to\n", "Planen", true)
	f.Add("## A\n\nb **c** [d](https://e.example)\n", "### A\n\nb *c* [d](https://f.example) 😀 שלום\n", "", false)
	f.Add("en", "to", "\x00 \n", false)
	f.Add("a b c d e f g h i j k l m n.\n\nx", "x\n\na b c d e f g h i j k l m n.", "t", true)
	f.Fuzz(func(t *testing.T, old, new, title string, brackets bool) {
		if len(old)+len(new) > 4000 {
			t.Skip() // long papers take long to check
		}
		r := sample()
		r.Title = title
		r.Base.Blocks, r.Draft.Blocks = document.FromMarkdown(old), document.FromMarkdown(new)
		for _, file := range [][]byte{clean(t, r), printed(t, r, compared(r), Options{Brackets: brackets})} {
			for _, finding := range pdfua.Check(file).Findings {
				t.Error(finding)
			}
		}
	})
}
