package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// Objects of a font, counted from its first, in the order gofpdf writes them.
const (
	fontDict = iota
	cidFontDict
	toUnicodeStream
	cidSystemDict
	fontDescriptor
)

// mendFonts corrects what gofpdf writes of its fonts, and gives each face's
// object number (0 for a face that was not used).
//
// The map to Unicode crosses a high byte, which ISO 32000-1 9.10.3 does not
// allow: it is written anew, of the runes in use. Subsets get the six letters
// that 9.6.4 asks for.
func mendFonts(p *parts, used [4][]rune) ([4]int, error) {
	var objects [4]int
	for n, body := range p.bodies {
		if !bytes.HasPrefix(body, []byte("<</Type /Font\n/Subtype /Type0\n")) {
			continue
		}
		face := -1
		for i, style := range styles {
			if bytes.Contains(body, []byte("/BaseFont /utf8"+fontFamily+style+"\n")) {
				face = i
			}
		}
		if face < 0 || n+fontDescriptor >= len(p.bodies) || reference(body, "/ToUnicode ") != n+toUnicodeStream {
			return objects, fmt.Errorf("%w: unknown font in object %d", errCut, n)
		}
		objects[face] = n
		old := "/utf8" + fontFamily + styles[face]
		name := "/" + subsetTag(used[face]) + "+SourceSans3" + faceNames[face]
		for _, o := range [...]int{n + fontDict, n + cidFontDict, n + fontDescriptor} {
			renamed := bytes.Replace(p.bodies[o], []byte(old+"\n"), []byte(name+"\n"), 1)
			if len(renamed) == len(p.bodies[o]) {
				return objects, fmt.Errorf("%w: font object %d has no name", errCut, o)
			}
			p.bodies[o] = renamed
		}
		p.bodies[n+toUnicodeStream] = stream("", toUnicode(used[face]))
	}
	for face, runes := range used {
		if len(runes) > 0 && objects[face] == 0 {
			return objects, fmt.Errorf("%w: face %d is missing", errCut, face)
		}
	}
	return objects, nil
}

var faceNames = [4]string{"-Regular", "-Bold", "-It", "-BoldIt"}

// subsetTag is six capitals that depend on the runes alone.
func subsetTag(runes []rune) string {
	sum := sha256.Sum256([]byte(string(runes)))
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}

// toUnicode maps the codes of the runes, which are the runes themselves, in
// blocks of 100 as Adobe Technical Note 5411 asks.
func toUnicode(runes []rune) []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(runes) > 0 {
		n := min(100, len(runes))
		b = strconv.AppendInt(b, int64(n), 10)
		b = append(b, " beginbfchar\n"...)
		for _, r := range runes[:n] {
			b = fmt.Appendf(b, "<%04X> <%04X>\n", r, r)
		}
		b = append(b, "endbfchar\n"...)
		runes = runes[n:]
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}

// resources is the dictionary that all pages share.
func resources(fonts [4]int) []byte {
	b := []byte("<</Font<<")
	for face, object := range fonts {
		if object > 0 {
			b = fmt.Appendf(b, "/F%d %d 0 R", face, object)
		}
	}
	return append(b, ">>>>"...)
}
