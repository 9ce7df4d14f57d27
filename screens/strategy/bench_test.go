package strategy

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// pages300 is a revision of some 300 pages: 3,500 blocks, 130,000 words, with
// a word in twenty-five changed. The same every time.
func pages300() strategy.Revision {
	random := rand.New(rand.NewPCG(22, 8))
	vocabulary := make([]string, 12_000)
	syllables := []string{"bor", "ger", "råd", "giv", "er", "kom", "mu", "ni", "ka", "tion", "sæt", "ning", "for", "valt", "ø", "må", "lig", "hed", "vej", "led"}
	for i := range vocabulary {
		for range 1 + random.IntN(5) {
			vocabulary[i] += syllables[random.IntN(len(syllables))]
		}
	}
	var base, draft []document.Block
	for i := range 3500 {
		b := document.Block{ID: fmt.Sprint(i), Kind: document.Paragraph}
		words := 20 + random.IntN(36)
		if i%20 == 0 {
			b.Kind, words = document.Heading2, 4
		}
		old, new := make([]string, words), make([]string, words)
		for w := range words {
			old[w] = vocabulary[random.IntN(len(vocabulary))]
			new[w] = old[w]
			if random.IntN(25) == 0 {
				new[w] = vocabulary[random.IntN(len(vocabulary))]
			}
		}
		b.Text = strings.Join(old, " ") + "."
		base = append(base, b)
		b.Text = strings.Join(new, " ") + "."
		draft = append(draft, b)
	}
	return strategy.Revision{
		Title: "Eksempel", Base: document.Version{Number: 1, Blocks: base}, Draft: document.Version{Number: 2, Blocks: draft},
	}
}

// BenchmarkOpen300Pages is from the comparison to the first screen: paragraphs
// made, words measured, heights known, the rows in sight drawn.
func BenchmarkOpen300Pages(b *testing.B) {
	revision := pages300()
	page, host, _ := open(b, theExample(), 1166, 680)
	comparison := redline.Compare(revision.Base.Blocks, revision.Draft.Blocks, redline.Options{})
	b.ResetTimer()
	for b.Loop() {
		page.revision = revision
		page.put(read(comparison))
	}
	b.ReportMetric(float64(len(comparison.Changes)), "changes")
	_ = host
}

// BenchmarkResize300Pages measures all heights at another width, as when the
// window is dragged.
func BenchmarkResize300Pages(b *testing.B) {
	page, _, _ := open(b, pages300(), 1166, 680)
	width := float32(500)
	for b.Loop() {
		width = 1200 - width // 500 and 700 in turn
		page.frame.paper.Resize(fyne.NewSize(width+10, page.frame.paper.Size().Height))
	}
}

// BenchmarkScroll300Pages is one turn of the wheel: new rows are dressed. A
// frame has 16 ms.
func BenchmarkScroll300Pages(b *testing.B) {
	page, host, _ := open(b, pages300(), 1166, 680)
	rows := page.paper.rows
	for b.Loop() {
		before := rows.Offset()
		test.Scroll(host.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(rows).AddXY(50, 50), 0, -120)
		if rows.Offset() == before {
			rows.ScrollTo(0)
		}
	}
}

// BenchmarkChoose300Pages lights a change far away and opens its card.
func BenchmarkChoose300Pages(b *testing.B) {
	page, _, _ := open(b, pages300(), 1166, 680)
	n := len(page.reading.comparison.Changes)
	i := 0
	for b.Loop() {
		i = (i + 997) % n
		page.choose(i + 1)
	}
}

// BenchmarkKeystroke300Pages is a key in a block of the draft: what the UI
// goroutine does before the letter and its mark are seen.
func BenchmarkKeystroke300Pages(b *testing.B) {
	page, _, _ := open(b, pages300(), 1166, 680)
	page.editing.open(page.editing.editor.At(1700).ID, 20)
	for b.Loop() {
		write(page, "x")
	}
}

// BenchmarkRenew300Pages is what the UI goroutine does when the whole text has
// been compared again behind it.
func BenchmarkRenew300Pages(b *testing.B) {
	page, _, _ := open(b, pages300(), 1166, 680)
	page.editing.open(page.editing.editor.At(1700).ID, 20)
	write(page, "x")
	revision := page.revision
	revision.Draft.Blocks = page.editing.editor.Blocks()
	result := read(revision.Compare(nil))
	b.ResetTimer()
	for b.Loop() {
		page.renew(result)
	}
}

// BenchmarkMarkedBlock300Pages is the marked view of one block that changed, from
// the text of the draft to the row that shows it: compared, measured, laid out,
// drawn. It has 50 ms.
func BenchmarkMarkedBlock300Pages(b *testing.B) {
	page, _, _ := open(b, pages300(), 1166, 680)
	id := page.editing.editor.At(1700).ID
	page.editing.open(id, 20)
	text := page.editing.text(id)
	i := 0
	for b.Loop() {
		i++
		letter := string(rune('a' + i%26))
		page.editing.typed(text[:20]+letter+text[20:], 21)
	}
	if !strings.Contains(openMarks(page), "+") {
		b.Fatalf("the block shows no mark: %s", openMarks(page))
	}
}

// BenchmarkOpenWord300Pages is from the bytes of a Word file with some thousand
// tracked changes to the first screen: unpacked, read, compared, measured, shown.
// It has a second.
func BenchmarkOpenWord300Pages(b *testing.B) {
	revision := pages300()
	revision.Draft.Author = "Anna"
	path := filepath.Join(b.TempDir(), "300 sider.docx")
	data, err := docx.Marked(revision, revision.Compare(nil))
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
	page, host, _ := open(b, theExample(), 1166, 680)
	b.ResetTimer()
	for b.Loop() {
		page.readBoth(path, path, docx.AsChanges, nil)
	}
	if len(host.failed) > 0 || len(page.reading.comparison.Changes) < 1000 {
		b.Fatalf("%d changes, failed %v", len(page.reading.comparison.Changes), host.failed)
	}
	b.ReportMetric(float64(len(data))/1e6, "MB")
}
