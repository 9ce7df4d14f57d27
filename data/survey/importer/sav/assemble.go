package sav

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// segment is a run of slots that hold a piece of a value.
type segment struct{ slot, slots int }

// assemble makes variables of slots, once all records are read.
func (d *dictionary) assemble() error {
	decode := d.decoder()
	d.layout.segments = len(d.slots)
	d.file.layout = d.layout
	d.file.Label = decode(trim(d.label))
	d.file.Product = decode(trim(d.product))
	if len(d.slots) == 0 {
		return broken(d.at, errRecord)
	}
	bySlot := make([]int, len(d.slots))
	for i := 0; i < len(d.slots); {
		s := &d.slots[i]
		if s.width < 0 {
			return broken(d.at, errRecord) // a continuation of nothing
		}
		v := Variable{Name: decode([]byte(s.name)), Label: decode(trim(s.label)), Width: s.width, Format: s.format, Missing: s.missing}
		for _, text := range s.missingTexts {
			v.Missing.Texts = append(v.Missing.Texts, decode(trim(text)))
		}
		next, err := d.segments(&v, i)
		if err != nil {
			return err
		}
		if long := d.names[s.name]; long != "" {
			v.Name = decode([]byte(long))
		}
		for k := i; k < next; k++ {
			bySlot[k] = len(d.file.Variables)
		}
		d.file.Variables = append(d.file.Variables, v)
		i = next
	}
	for _, set := range d.labels {
		for _, at := range set.slots {
			d.attach(&d.file.Variables[bySlot[at]], set, decode)
		}
	}
	for _, do := range d.byName {
		do(decode)
	}
	d.multipleSets(d.sets, decode)
	return nil
}

// segments finds the slots that a variable takes, and gives the slot after
// them. A very long string stands as several strings of 255 bytes, of which
// the first has its name.
func (d *dictionary) segments(v *Variable, at int) (next int, err error) {
	pieces := 1
	if long := d.lengths[d.slots[at].name]; long > 255 && v.Width > 0 {
		v.Width, pieces = long, (long+251)/252
	}
	for range pieces {
		if at >= len(d.slots) || d.slots[at].width < 0 || (d.slots[at].width > 0) != (v.Width > 0) {
			return 0, broken(d.at, errRecord)
		}
		n := max(1, (d.slots[at].width+7)/8)
		v.segments = append(v.segments, segment{at, n})
		for k := at + 1; k < at+n; k++ {
			if k >= len(d.slots) || d.slots[k].width != -1 {
				return 0, broken(d.at, errRecord)
			}
		}
		at += n
	}
	return at, nil
}

// attach gives a variable the labels of its values.
func (d *dictionary) attach(v *Variable, set labelSet, decode func([]byte) string) {
	for i, value := range set.values {
		l := Label{Label: decode(trim(set.texts[i]))}
		if v.IsText() {
			l.Text = decode(trim(value))
		} else {
			l.Number = d.number(value)
		}
		v.Labels = append(v.Labels, l)
	}
}

// decoder gives texts as UTF-8. Which encoding they are in stands in record
// 7/20, in older files as a code page in 7/3; where neither tells, or tells of
// an encoding that is not known, it is valid UTF-8 or else Windows-1252.
func (d *dictionary) decoder() func([]byte) string {
	found, name := known(d.encoding)
	if found == nil && name == "" {
		found, name = codePage(d.codePage)
	}
	d.file.Encoding = name
	if found == nil {
		return func(text []byte) string {
			if utf8.Valid(text) {
				return string(text)
			}
			out, _ := charmap.Windows1252.NewDecoder().Bytes(text)
			return string(out)
		}
	}
	decoder := found.NewDecoder()
	return func(text []byte) string {
		out, err := decoder.Bytes(text)
		if err != nil {
			return strings.ToValidUTF8(string(text), "\uFFFD")
		}
		return string(out)
	}
}

// known is the encoding of that name; nil with a name is UTF-8.
func known(name string) (encoding.Encoding, string) {
	lower := strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	switch lower {
	case "":
		return nil, ""
	case "utf-8", "utf8", "us-ascii", "ascii":
		return nil, "UTF-8"
	case "cp850", "ibm850", "ibm-850":
		return charmap.CodePage850, name
	case "cp437", "ibm437":
		return charmap.CodePage437, name
	case "cp865", "ibm865":
		return charmap.CodePage865, name
	}
	if found, err := htmlindex.Get(strings.Replace(lower, "cp125", "windows-125", 1)); err == nil {
		return found, name
	}
	return nil, ""
}

// codePage is the encoding of a Windows code page. 2 and 3 stand for "ASCII",
// which in practice is whatever the machine used.
func codePage(n int) (encoding.Encoding, string) {
	switch {
	case n == 65001:
		return nil, "UTF-8"
	case n == 850:
		return charmap.CodePage850, "CP850"
	case n >= 1250 && n <= 1258:
		return known("windows-" + string([]byte{'1', '2', '5', byte('0' + n - 1250)}))
	case n == 28591 || n == 28605:
		return known(map[int]string{28591: "iso-8859-1", 28605: "iso-8859-15"}[n])
	}
	return nil, ""
}
