package pdfua

import (
	"unicode/utf16"

	"synlig/data/bilag/pdfua/rawpdf"
)

// unicodeMap is a ToUnicode CMap (ISO 32000-1, 9.10.3).
type unicodeMap struct {
	text    map[int]string
	entries int // entries made so far, overwritten ones too
}

// maxMapped bounds what ranges may spread to.
const maxMapped = 1 << 18

// readUnicode reads the map and reports what is wrong with the map itself; what
// shown codes need of it, checkUnicode looks at.
func (c *checker) readUnicode(o rawpdf.Object, at string) *unicodeMap {
	m := &unicodeMap{text: map[int]string{}}
	s := c.stream(o)
	if s == nil {
		return m
	}
	lexer := rawpdf.NewContent(c.data(s, where(o)), func(code, detail string) { c.flag("own 5", code, at, "ToUnicode: %s", detail) })
	var operands []rawpdf.Object
	spaces := 0
	for {
		o, err := lexer.Next()
		if err != nil {
			break
		}
		word, ok := o.(rawpdf.Keyword)
		if !ok {
			operands = append(operands, o)
			continue
		}
		switch word {
		case "endcodespacerange":
			spaces += len(operands)
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				m.set(charCode(operands[i]), operands[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				m.spread(c, at, operands[i:i+3])
			}
		}
		operands = operands[:0]
	}
	if spaces == 0 {
		c.flag("own 5", "to-unicode-space", at, "ToUnicode has no codespacerange")
	}
	return m
}

// charCode is a character code; −1 when the object is none.
func charCode(o rawpdf.Object) int {
	s, ok := o.(rawpdf.String)
	if !ok || len(s) == 0 || len(s) > 2 {
		return -1
	}
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n
}

func (m *unicodeMap) set(code int, o rawpdf.Object) {
	s, ok := o.(rawpdf.String)
	if !ok || code < 0 || m.entries >= maxMapped {
		return
	}
	m.entries++
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	m.text[code] = string(utf16.Decode(units))
}

// spread takes one bfrange. Neither its codes nor its texts may run over the last
// byte: readers stop there.
func (m *unicodeMap) spread(c *checker, at string, o []rawpdf.Object) {
	first, last := charCode(o[0]), charCode(o[1])
	if first < 0 || last < first {
		c.flag("own 5", "to-unicode-range", at, "a bfrange with bad ends")
		return
	}
	if first>>8 != last>>8 {
		c.flag("UA 7.21.7", "to-unicode-range", at, "bfrange %04X to %04X crosses a high byte", first, last)
	}
	switch v := o[2].(type) {
	case rawpdf.Array:
		for i, text := range v {
			if first+i <= last {
				m.set(first+i, text)
			}
		}
	case rawpdf.String:
		if len(v) < 2 {
			return
		}
		b := []byte(v)
		if n := len(b); int(b[n-1])+last-first > 255 && first>>8 == last>>8 {
			c.flag("UA 7.21.7", "to-unicode-range", at, "the texts of bfrange %04X to %04X run over a byte", first, last)
		}
		for code := first; code <= last && m.entries < maxMapped; code++ {
			m.set(code, rawpdf.String(b))
			for i := len(b) - 1; i >= 0; i-- {
				if b[i]++; b[i] != 0 {
					break
				}
			}
		}
	}
}
