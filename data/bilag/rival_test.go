package bilag

import (
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/document"
)

// BenchmarkLibreOffice300pages prints the same 300 pages with LibreOffice, as
// the rival that BenchmarkMarked/300pages stands beside. The text goes in as a
// flat OpenDocument file with headings, lists and paragraphs, and comes out as
// tagged PDF.
func BenchmarkLibreOffice300pages(b *testing.B) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		b.Skip("LibreOffice is not installed")
	}
	folder := b.TempDir()
	source := filepath.Join(folder, "tekst.fodt")
	if err := os.WriteFile(source, []byte(flatOpenDocument(generated(300, 0.005, 1).Draft.Blocks)), 0o644); err != nil {
		b.Fatal(err)
	}
	printed := 0
	for b.Loop() {
		command := exec.CommandContext(context.Background(), office, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"),
			"--headless", "--convert-to", `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}`, "--outdir", folder, source)
		if out, err := command.CombinedOutput(); err != nil {
			b.Fatalf("%v %s", err, out)
		}
		file, err := os.ReadFile(filepath.Join(folder, "tekst.pdf"))
		if err != nil {
			b.Fatal(err)
		}
		printed = strings.Count(string(file), "/Type/Page/")
	}
	b.ReportMetric(float64(printed*b.N)/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(printed), "pages")
}

// flatOpenDocument writes blocks in the form that LibreOffice reads fastest.
func flatOpenDocument(blocks []document.Block) string {
	var s strings.Builder
	s.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>`)
	for _, block := range blocks {
		text := html.EscapeString(block.Text)
		switch level := block.Kind.HeadingLevel(); {
		case level > 0:
			fmt.Fprintf(&s, `<text:h text:outline-level="%d">%s</text:h>`, level, text)
		case block.Kind.IsList():
			fmt.Fprintf(&s, `<text:list><text:list-item><text:p>%s</text:p></text:list-item></text:list>`, text)
		default:
			fmt.Fprintf(&s, `<text:p>%s</text:p>`, text)
		}
	}
	s.WriteString(`</office:text></office:body></office:document>`)
	return s.String()
}
