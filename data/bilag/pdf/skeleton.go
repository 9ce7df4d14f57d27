package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// styles are gofpdf's names of the four faces; fontFamily is what it calls
// them together, and Output names their subsets utf8 + fontFamily + style.
var styles = [4]string{"", "B", "I", "BI"}

const fontFamily = "text"

// skeleton is a file made by gofpdf: pages of these sizes without content, and
// subsets of the fonts with the runes that were used of each. finish puts in
// everything else. A font without used runes is left out.
func skeleton(fonts [4][]byte, used [4][]rune, pages []*page) (file []byte, err error) {
	defer func() { // gofpdf panics at fonts it cannot read
		if r := recover(); r != nil {
			err = fmt.Errorf("pdf: gofpdf: %v", r)
		}
	}()
	doc := gofpdf.New("P", "pt", "A4", "")
	doc.SetCompression(false)
	doc.SetCatalogSort(true) // fonts in the same order every time
	doc.SetAutoPageBreak(false, 0)
	// Without dates of ours gofpdf would ask the clock. finish replaces them.
	doc.SetCreationDate(time.Unix(0, 0).UTC())
	doc.SetModificationDate(time.Unix(0, 0).UTC())
	for _, p := range pages {
		doc.AddPageFormat("P", gofpdf.SizeType{Wd: p.width, Ht: p.height})
	}
	for i, runes := range used {
		if len(runes) == 0 {
			continue
		}
		doc.AddUTF8FontFromBytes(fontFamily, styles[i], fonts[i])
		doc.SetFont(fontFamily, styles[i], 10)
		doc.Text(0, 0, string(runes)) // takes them into the subset; the page's content is replaced
	}
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: gofpdf: %w", err)
	}
	return out.Bytes(), nil
}
