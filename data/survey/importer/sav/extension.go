package sav

import (
	"bytes"
	"errors"
	"math"
	"strconv"
	"strings"
)

// extension reads a record of type 7. Those not known are passed over, as the
// format asks for.
func (d *dictionary) extension() {
	kind := d.int32()
	size, count := d.int32(), d.int32()
	if d.err != nil {
		return
	}
	if size < 0 || count < 0 || int64(size)*int64(count) > d.size-d.at {
		d.fail(errLength)
		return
	}
	data := d.bytes(size * count)
	if d.err != nil {
		return
	}
	switch kind {
	case 3: // machine integers; the last is the code page
		if size == 4 && count >= 8 {
			d.codePage = int(int32(d.order.Uint32(data[28:])))
		}
	case 4: // machine floats; the first is system-missing
		if size == 8 && count >= 1 {
			d.layout.sysmis = d.number(data[:8])
		}
	case 7, 19: // multiple response sets
		d.sets = append(d.sets, data...)
	case 13: // long names
		d.names = pairs(data, "\t")
	case 14: // very long strings
		d.lengths = map[string]int{}
		for name, length := range pairs(data, "\t") {
			n, err := strconv.Atoi(strings.TrimRight(length, "\x00"))
			if err != nil || n < 0 || n > 1<<20 {
				d.fail(errors.New("a very long string has no length"))
				return
			}
			d.lengths[strings.TrimLeft(name, "\x00")] = n
		}
	case 16: // the number of cases in 64 bits
		if size == 8 && count == 2 {
			if n := int64(d.order.Uint64(data[8:])); n >= 0 && n < math.MaxInt32 {
				d.file.Cases = int(n)
			}
		}
	case 20:
		d.encoding = string(trim(data))
	case 21:
		d.longLabels(data)
	case 22:
		d.longMissing(data)
	}
	// 11 is how columns are shown, 17 and 18 attributes, 5, 6, 10, 12, 24 others.
}

// pairs reads "A=b<sep>C=d".
func pairs(data []byte, separator string) map[string]string {
	all := map[string]string{}
	for pair := range strings.SplitSeq(string(trim(data)), separator) {
		if name, value, ok := strings.Cut(pair, "="); ok {
			all[name] = value
		}
	}
	return all
}

// inner reads the pieces of an extension record that have lengths of their own.
type inner struct {
	*dictionary
	data []byte
	bad  bool
}

func (i *inner) bytes(n int) []byte {
	if n < 0 || n > len(i.data) {
		i.bad, i.data = true, nil
		return nil
	}
	piece := i.data[:n]
	i.data = i.data[n:]
	return piece
}

func (i *inner) int32() int {
	if piece := i.bytes(4); piece != nil {
		return int(int32(i.order.Uint32(piece)))
	}
	return 0
}

// longLabels are the labels of strings over eight bytes (record 7/21).
func (d *dictionary) longLabels(data []byte) {
	in := &inner{dictionary: d, data: data}
	for len(in.data) > 0 {
		name := in.bytes(in.int32())
		in.int32() // the variable's width
		for range min(in.int32(), len(in.data)) {
			value := in.bytes(in.int32())
			text := in.bytes(in.int32())
			if in.bad {
				break
			}
			d.later(name, func(v *Variable, decode func([]byte) string) {
				v.Labels = append(v.Labels, Label{Text: decode(trim(value)), Label: decode(trim(text))})
			})
		}
		if in.bad {
			d.fail(errLength)
			return
		}
	}
}

// longMissing are the missing values of strings over eight bytes (record
// 7/22). The length stands once, or before each value, by the program.
func (d *dictionary) longMissing(data []byte) {
	in := &inner{dictionary: d, data: data}
	for len(in.data) > 0 {
		name := in.bytes(in.int32())
		count := in.bytes(1)
		length := in.int32()
		if in.bad {
			d.fail(errLength)
			return
		}
		for n := range int(count[0]) {
			if n > 0 && len(in.data) >= 4 && int(int32(d.order.Uint32(in.data))) == length {
				in.int32()
			}
			value := in.bytes(length)
			if in.bad {
				d.fail(errLength)
				return
			}
			d.later(name, func(v *Variable, decode func([]byte) string) {
				v.Missing.Texts = append(v.Missing.Texts, decode(trim(value)))
			})
		}
	}
}

// later does something to the variable of that name, once names and encoding
// are known.
func (d *dictionary) later(name []byte, do func(v *Variable, decode func([]byte) string)) {
	d.byName = append(d.byName, func(decode func([]byte) string) {
		wanted := decode(trim(name))
		for i := range d.file.Variables {
			if v := &d.file.Variables[i]; strings.EqualFold(v.Name, wanted) {
				do(v, decode)
			}
		}
	})
}

// multipleSets ties variables to the multiple response sets they belong to:
// lines such as "$a=C 10 My title v1 v2" (categories), "$b=D1 1 5 Title v3"
// (one value counts), "$c=E 1 11 1 5 Title v4".
func (d *dictionary) multipleSets(sets []byte, decode func([]byte) string) {
	byShort := map[string]*Variable{}
	for i := range d.file.Variables {
		v := &d.file.Variables[i]
		byShort[strings.ToLower(d.slots[v.segments[0].slot].name)] = v
	}
	for line := range bytes.SplitSeq(sets, []byte("\n")) {
		name, rest, ok := bytes.Cut(line, []byte("="))
		if !ok || len(rest) < 2 {
			continue
		}
		rest = setVariables(rest)
		for _, short := range strings.Fields(string(rest)) {
			if v := byShort[strings.ToLower(short)]; v != nil {
				v.Set = decode(trim(name))
			}
		}
	}
}

// setVariables leaves the kind, the counted value and the title of a set out.
// Each of the texts has its length before it.
func setVariables(rest []byte) []byte {
	kind := rest[0]
	rest = rest[1:]
	texts := 1
	if kind == 'D' || kind == 'E' {
		texts = 2
	}
	if kind == 'E' { // flags
		_, rest, _ = bytes.Cut(bytes.TrimLeft(rest, " "), []byte(" "))
	}
	for range texts {
		length, after, ok := bytes.Cut(bytes.TrimLeft(rest, " "), []byte(" "))
		n, err := strconv.Atoi(string(length))
		if !ok || err != nil || n < 0 || n > len(after) {
			return nil
		}
		rest = after[n:]
	}
	return rest
}
