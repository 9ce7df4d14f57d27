package pdfua

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
)

// alphabet are the characters of the sample's font.
const alphabet = " \u00ad-.[]:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzæøå"

// sampleWidth is the width of the n-th glyph, different for each.
func sampleWidth(glyph int) int { return 400 + 2*glyph }

// sampleFont is a TrueType font whose glyphs are boxes of different sizes; the
// space and the characters in hollow have no shape.
func sampleFont(hollow string) []byte {
	count := len([]rune(alphabet)) + 1
	var glyf, loca, hmtx bytes.Buffer
	put := func(b *bytes.Buffer, values ...int) {
		for _, v := range values {
			b.Write([]byte{byte(v >> 8), byte(v)})
		}
	}
	for g := range count {
		put(&loca, glyf.Len()/2)
		put(&hmtx, sampleWidth(g), 0)
		r := '?'
		if g > 0 {
			r = []rune(alphabet)[g-1]
		}
		if r == ' ' || strings.ContainsRune(hollow, r) {
			continue
		}
		size := 100 + g
		put(&glyf, 1, 0, 0, size, size, 2, 0) // one contour of three points, no instructions
		glyf.Write([]byte{1, 1, 1})           // on the curve, with two-byte steps
		put(&glyf, 0, size, 0, 0, 0, size)
		glyf.WriteByte(0)
	}
	put(&loca, glyf.Len()/2)
	head := make([]byte, 54)
	binary.BigEndian.PutUint16(head[18:], 1000)
	maxp := append([]byte{0, 1, 0, 0, byte(count >> 8), byte(count)}, make([]byte, 26)...)
	hhea := make([]byte, 36)
	binary.BigEndian.PutUint16(hhea[34:], uint16(count))
	return tables([]string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"},
		[][]byte{glyf.Bytes(), head, hhea, hmtx.Bytes(), loca.Bytes(), maxp})
}

func tables(names []string, data [][]byte) []byte {
	out := append([]byte{0, 1, 0, 0, 0, byte(len(names))}, make([]byte, 6)...)
	at := 12 + 16*len(names)
	var body []byte
	for i, name := range names {
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(data[i])))
		body = append(body, data[i]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

// sampleMap is CIDToGIDMap, W and the ToUnicode CMap of the sample's font.
func sampleMap() (toGlyph []byte, widths, unicode string) {
	toGlyph = make([]byte, 2*0x100)
	var w, u strings.Builder
	runes := []rune(alphabet)
	fmt.Fprintf(&u, "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n%d beginbfchar\n", len(runes))
	for i, r := range runes {
		binary.BigEndian.PutUint16(toGlyph[2*r:], uint16(i+1))
		fmt.Fprintf(&w, "%d[%d]", r, sampleWidth(i+1))
		fmt.Fprintf(&u, "<%04X> <%04X>\n", r, r)
	}
	u.WriteString("endbfchar\nendcmap")
	return toGlyph, w.String(), u.String()
}

// sampleProfile is a small RGB profile with the tags that one must have.
func sampleProfile() []byte {
	xyz := append([]byte("XYZ \x00\x00\x00\x00"), make([]byte, 12)...)
	curve := []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33\x00\x00")
	text := []byte("text\x00\x00\x00\x00sRGB\x00\x00\x00\x00")
	names := []string{"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
	data := [][]byte{text, text, xyz, xyz, xyz, xyz, curve, curve, curve}
	out := make([]byte, 128)
	out[8] = 2
	copy(out[12:], "mntrRGB XYZ ")
	copy(out[36:], "acsp")
	out = binary.BigEndian.AppendUint32(out, uint32(len(names)))
	at := len(out) + 12*len(names)
	var body []byte
	for i, name := range names {
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(data[i])))
		body = append(body, data[i]...)
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}
