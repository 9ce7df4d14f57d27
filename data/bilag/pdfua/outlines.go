package pdfua

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// outlines is an embedded TrueType program, as far as shapes and widths go. It is
// read here and not by a font library because a subset may lack tables that such
// a library insists on, and because loca must be trusted no further than glyf.
type outlines struct {
	count   int // glyphs
	unit    float64
	metrics []byte // hmtx
	full    int    // metrics with an advance
	offsets []int  // loca, count+1
	glyf    []byte
}

// readOutlines finds the tables (OpenType specification, "glyf", "loca", "hmtx").
func readOutlines(data []byte) (*outlines, error) {
	tables, err := fontTables(data)
	if err != nil {
		return nil, err
	}
	head, maxp, hhea := tables["head"], tables["maxp"], tables["hhea"]
	if len(head) < 54 || len(maxp) < 6 || len(hhea) < 36 || tables["glyf"] == nil {
		return nil, errors.New("the font lacks head, maxp, hhea or glyf")
	}
	o := &outlines{
		count: int(binary.BigEndian.Uint16(maxp[4:])), unit: float64(binary.BigEndian.Uint16(head[18:])),
		full: int(binary.BigEndian.Uint16(hhea[34:])), metrics: tables["hmtx"], glyf: tables["glyf"],
	}
	if o.unit == 0 || o.full == 0 || o.full > o.count || len(o.metrics) < 4*o.full+2*(o.count-o.full) {
		return nil, errors.New("the font's hmtx does not fit its other tables")
	}
	loca, long := tables["loca"], binary.BigEndian.Uint16(head[50:]) == 1
	size := 2
	if long {
		size = 4
	}
	if len(loca) < size*(o.count+1) {
		return nil, errors.New("the font's loca is too short")
	}
	for i := 0; i <= o.count; i++ {
		at := 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
		if long {
			at = int(binary.BigEndian.Uint32(loca[4*i:]))
		}
		if at > len(o.glyf) || i > 0 && at < o.offsets[i-1] {
			return nil, fmt.Errorf("the font's loca is wrong at glyph %d", i)
		}
		o.offsets = append(o.offsets, at)
	}
	return o, nil
}

func fontTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errors.New("the font file is empty or cut short")
	}
	if v := binary.BigEndian.Uint32(data); v != 0x00010000 && v != 0x74727565 {
		return nil, errors.New("the font file is not TrueType")
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return nil, errors.New("the font's table directory is cut short")
	}
	tables := map[string][]byte{}
	for i := range n {
		row := data[12+16*i:]
		at, size := int(binary.BigEndian.Uint32(row[8:])), int(binary.BigEndian.Uint32(row[12:]))
		if at > len(data) || size > len(data)-at {
			return nil, fmt.Errorf("the font's table %.4q lies beyond the file", row[:4])
		}
		tables[string(row[:4])] = data[at : at+size]
	}
	return tables, nil
}

// shape is a glyph's outline; empty when it draws nothing.
func (o *outlines) shape(g int) []byte {
	if g < 0 || g >= o.count {
		return nil
	}
	b := o.glyf[o.offsets[g]:o.offsets[g+1]]
	if len(b) < 10 || binary.BigEndian.Uint16(b) == 0 { // no contours
		return nil
	}
	return b
}

// advance is a glyph's width in thousandths of the type size.
func (o *outlines) advance(g int) float64 {
	g = min(g, o.full-1)
	return float64(binary.BigEndian.Uint16(o.metrics[4*g:])) * 1000 / o.unit
}
