package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"net/url"
	"strings"
)

// pageObject is the object number of a page by index: gofpdf writes pages and
// their contents in turn from object 3 on.
func pageObject(page int) int { return 3 + 2*page }

// Finish gives the file's bytes. The Writer must not be used after it.
func (w *Writer) Finish(meta Meta) ([]byte, error) {
	meta.Title, meta.Author, meta.Subject = shortened(meta.Title), shortened(meta.Author), shortened(meta.Subject)
	w.endPage()
	w.packing.Wait()
	var used [4][]rune
	for i := range w.used {
		used[i] = w.used[i].runes()
	}
	raw, err := skeleton(w.fonts, used, w.pages)
	if err != nil {
		return nil, err
	}
	p, err := cut(raw)
	if err != nil {
		return nil, err
	}
	fonts, err := mendFonts(p, used)
	if err != nil {
		return nil, err
	}
	p.bodies[2] = resources(fonts)
	f := newFile(p.bodies)
	tree := w.tree.Objects(f.alloc, pageObject, f.put)
	if err := w.mendPages(p, f); err != nil {
		return nil, err
	}
	if err := w.mendCatalog(p, f, meta, tree); err != nil {
		return nil, err
	}
	f.put(p.info, infoBody(meta))
	return f.bytes(p.root, p.info, w.fingerprint(meta)), nil
}

// mendPages writes the pages with their contents, tags and links.
func (w *Writer) mendPages(p *parts, f *file) error {
	for i, page := range w.pages {
		n := pageObject(i)
		if n+1 >= len(p.bodies) || !bytes.HasPrefix(p.bodies[n], []byte("<</Type /Page\n")) {
			return fmt.Errorf("%w: object %d is not page %d", errCut, n, i+1)
		}
		b := []byte("<</Type/Page/Parent 1 0 R/Resources 2 0 R/MediaBox[0 0 ")
		b = appendPoints(b, page.width)
		b = append(b, ' ')
		b = appendPoints(b, page.height)
		b = fmt.Appendf(b, "]/StructParents %d/Tabs/S/Contents %d 0 R", i, n+1)
		if len(page.links) > 0 {
			b = append(b, "/Annots["...)
			for _, l := range page.links {
				b = fmt.Appendf(b, "%d 0 R ", l.annotation.Object)
				f.put(l.annotation.Object, w.linkBody(l, n, page.height))
			}
			b = append(b, ']')
		}
		f.put(n, append(b, ">>"...))
		f.put(n+1, packedStream("", page.packed))
		page.packed = nil
	}
	return nil
}

// linkBody is a link's annotation: printed (/F 4), described (/Contents) and
// tied to its element (/StructParent), as ISO 14289-1 7.18 asks.
func (w *Writer) linkBody(l link, page int, height float64) []byte {
	b := []byte("<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[")
	for _, v := range [...]float64{l.area.X, height - l.area.Y - l.area.Height, l.area.X + l.area.Width, height - l.area.Y} {
		b = appendPoints(b, v)
		b = append(b, ' ')
	}
	b = fmt.Appendf(b, "]/F 4/P %d 0 R/StructParent %d/Contents%s", page, l.annotation.Key, textString(l.contents))
	if l.target.Address != "" {
		b = append(b, "/A<</S/URI/URI"...)
		b = append(b, literal(asciiAddress(l.target.Address))...)
		return append(b, ">>>>"...)
	}
	b = append(b, "/Dest"...)
	b = w.appendPlace(b, l.target.Page, l.target.Y)
	return append(b, ">>"...)
}

// asciiAddress writes an address in the ASCII that /URI holds.
func asciiAddress(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; c > 0x20 && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.WriteString(url.PathEscape(string([]byte{c})))
		}
	}
	return b.String()
}

// mendCatalog writes the catalog.
func (w *Writer) mendCatalog(p *parts, f *file, meta Meta, tree int) error {
	if !bytes.Contains(p.bodies[p.root], []byte("/Type /Catalog\n/Pages 1 0 R\n")) {
		return fmt.Errorf("%w: object %d is not the catalog", errCut, p.root)
	}
	metadata, profile := f.alloc(), f.alloc()
	f.put(metadata, plainStream("/Type/Metadata/Subtype/XML", xmp(meta)))
	f.put(profile, stream("/N 3/Alternate/DeviceRGB", colorProfile()))
	b := fmt.Appendf(nil, "<</Type/Catalog/Pages 1 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R", literal(meta.Language), tree, metadata)
	if outline := w.outline(f); outline > 0 {
		b = fmt.Appendf(b, "/Outlines %d 0 R/PageMode/UseOutlines", outline)
	}
	b = fmt.Appendf(b, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%[1]s)/Info(%[1]s)"+
		"/DestOutputProfile %[2]d 0 R>>]>>", profileName, profile)
	f.put(p.root, b)
	return nil
}

// infoBody is the old document information, which must say what the XMP says.
func infoBody(meta Meta) []byte {
	b := []byte("<<")
	for _, entry := range [...]struct{ key, text string }{
		{"Title", meta.Title}, {"Author", meta.Author}, {"Subject", meta.Subject},
		{"Creator", program}, {"Producer", program},
	} {
		if entry.text != "" {
			b = append(b, "/"+entry.key...)
			b = append(b, textString(entry.text)...)
		}
	}
	if !meta.Changed.IsZero() {
		stamp := meta.Changed.UTC().Format("20060102150405")
		b = fmt.Appendf(b, "/CreationDate(D:%[1]s+00'00')/ModDate(D:%[1]s+00'00')", stamp)
	}
	return append(b, ">>"...)
}

// fingerprint is the file's /ID: of what it says of itself and what is drawn.
func (w *Writer) fingerprint(meta Meta) [16]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%q", []string{meta.Title, meta.Author, meta.Subject, meta.Language, meta.Changed.UTC().String()})
	for _, p := range w.pages {
		h.Write(p.digest[:])
	}
	return [16]byte(h.Sum(nil)[:16])
}
