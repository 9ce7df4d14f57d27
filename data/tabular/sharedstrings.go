package tabular

// sharedStrings are the texts that cells refer to by number, one after the
// other in one piece of memory.
type sharedStrings struct {
	text []byte
	ends []uint32
}

func (s *sharedStrings) at(i int) ([]byte, bool) {
	if s == nil || i < 0 || i >= len(s.ends) {
		return nil, false
	}
	from := uint32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.text[from:s.ends[i]:s.ends[i]], true
}

// readShared reads the table of shared strings. Formats within a string are
// left out, and so are the reading aids of East Asian script (rPh).
func (b *Workbook) readShared(part string) (*sharedStrings, error) {
	s := &sharedStrings{}
	inText, aside := false, false
	err := b.each(part, func(t *tokens) {
		switch t.kind {
		case opening:
			switch string(t.name) {
			case "t":
				inText = !t.closed && !aside
			case "rPh":
				aside = !t.closed
			case "si":
				if t.closed {
					s.ends = append(s.ends, uint32(len(s.text)))
				}
			}
		case closing:
			switch string(t.name) {
			case "t":
				inText = false
			case "rPh":
				aside = false
			case "si":
				from := uint32(0)
				if n := len(s.ends); n > 0 {
					from = s.ends[n-1]
				}
				s.text = s.text[:int(from)+len(unescape(s.text[from:]))]
				s.ends = append(s.ends, uint32(len(s.text)))
			}
		case characters:
			if inText {
				s.text = t.appendText(s.text)
			}
		}
	})
	return s, err
}

// appendText adds the token's text with its entities resolved.
func (t *tokens) appendText(out []byte) []byte {
	if t.cdata {
		return append(out, t.text...)
	}
	return resolve(out, t.text)
}
