package docx_test

import (
	"testing"

	"synlig/data/document"
	"synlig/data/docx"
)

// wordsPerPage is what a page of a committee's paper holds.
const wordsPerPage = 400

// pages writes a text of about that many pages.
func pages(n int) []document.Block {
	g := newGenerator(300)
	var blocks []document.Block
	for words := 0; words < n*wordsPerPage; {
		size := 20 + g.IntN(80)
		blocks = append(blocks, g.styled(document.Paragraph, 0, g.words(size)))
		words += size
		if g.IntN(6) == 0 {
			blocks = append(blocks, g.styled(document.Heading2, 0, g.words(4)))
		}
	}
	return blocks
}

func BenchmarkRead300Pages(b *testing.B) {
	base := pages(300)
	r := revision(base, newGenerator(1).revise(base, 400))
	clean, err := docx.Clean(r)
	if err != nil {
		b.Fatal(err)
	}
	marked, err := docx.Marked(r, r.Compare(nil))
	if err != nil {
		b.Fatal(err)
	}
	// As Word writes: it cuts a text into many small runs, each with fonts and
	// a number of its own.
	verbose := asWordWrites(b, base)
	for _, file := range []struct {
		name   string
		data   []byte
		choice docx.Revisions
	}{{"clean", clean, docx.New}, {"marked", marked, docx.New}, {"changes", marked, docx.AsChanges}, {"verbose", verbose, docx.New}} {
		b.Run(file.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(file.data)))
			for b.Loop() {
				if _, err := docx.Read(file.data, file.choice); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("detect", func(b *testing.B) {
		for b.Loop() {
			if found, err := docx.HasRevisions(clean); found || err != nil {
				b.Fatal(found, err)
			}
		}
	})
}

func BenchmarkWrite300Pages(b *testing.B) {
	base := pages(300)
	r := revision(base, newGenerator(1).revise(base, 400))
	comparison := r.Compare(nil)
	for b.Loop() {
		if _, err := docx.Marked(r, comparison); err != nil {
			b.Fatal(err)
		}
	}
}
