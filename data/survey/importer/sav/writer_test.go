package sav

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"math"
	"strconv"
	"strings"
)

// written is a file to be written by these tests: the other half of the format,
// by the same description.
type written struct {
	order       binary.AppendByteOrder
	compression int
	encoding    string // of record 7/20; "" leaves it out
	codePage    int    // of record 7/3; 0 leaves it out
	cases       int    // as said in the header; 0 is the number of rows
	blockSize   int
	variables   []writtenVariable
	sets        string
	rows        [][]any // float64, string, or nil for system-missing
}

type writtenVariable struct {
	name, long, label string
	width             int
	format            int
	missing           []float64
	span              bool // missing holds a range, and perhaps a value
	missingTexts      []string
	labels            []Label
}

func (w written) put32(out []byte, n int) []byte { return w.order.AppendUint32(out, uint32(int32(n))) }

func (w written) putFloat(out []byte, n float64) []byte {
	return w.order.AppendUint64(out, math.Float64bits(n))
}

func pad(text string, n int) string { return text + strings.Repeat(" ", max(0, n-len(text))) }

func fillUp(out []byte, to int) []byte {
	for len(out)%to != 0 {
		out = append(out, 0)
	}
	return out
}

// pieces are the string variables that a variable is kept as.
func (v writtenVariable) pieces() []int {
	if v.width <= 255 {
		return []int{v.width}
	}
	n := (v.width + 251) / 252
	all := make([]int, n)
	for i := range all {
		all[i] = 255
	}
	all[n-1] = v.width - (n-1)*252
	return all
}

func (w written) bytes() []byte {
	magic := "$FL2"
	if w.compression == 2 {
		magic = "$FL3"
	}
	out := []byte(magic + pad("@(#) SPSS DATA FILE test", 60))
	for _, n := range []int{2, 0, w.compression, 0} {
		out = w.put32(out, n)
	}
	cases := w.cases
	if cases == 0 {
		cases = len(w.rows)
	}
	out = w.putFloat(w.put32(out, cases), 100)
	out = append(out, "05 Mar 26"+"13:41:03"+pad("Etiket", 64)+"\x00\x00\x00"...)
	out = w.dictionary(out)
	data := w.data()
	switch w.compression {
	case 0:
		return append(out, data...)
	case 1:
		return append(out, w.bytecode(data)...)
	}
	return w.zlib(out, w.bytecode(data))
}

func (w written) dictionary(out []byte) []byte {
	slots := 1
	var shorts, longs, verylong []string
	var labels []byte
	for i, v := range w.variables {
		short := "V" + strconv.Itoa(i)
		if v.long == "" {
			short = v.name
		} else {
			shorts, longs = append(shorts, short), append(longs, v.long)
		}
		if v.width > 255 {
			verylong = append(verylong, short+"=0"+strconv.Itoa(v.width)+"\x00")
		}
		first := slots
		for p, width := range v.pieces() {
			out = w.record2(out, v, short, p, width)
			slots += max(1, (width+7)/8)
		}
		if len(v.labels) > 0 && v.width <= 8 {
			labels = w.put32(w.put32(labels, 3), len(v.labels))
			for _, l := range v.labels {
				if v.width > 0 {
					labels = append(labels, pad(l.Text, 8)...)
				} else {
					labels = w.putFloat(labels, l.Number)
				}
				entry := append([]byte{byte(len(l.Label))}, l.Label...)
				labels = append(labels, fillUp(entry, 8)...)
			}
			labels = w.put32(w.put32(w.put32(labels, 4), 1), first)
		}
	}
	out = append(out, labels...)
	out = append(w.put32(w.put32(out, 6), 1), pad("dokument", 80)...)
	if w.codePage != 0 {
		var data []byte
		for _, n := range []int{29, 0, 0, -1, 1, 1, 2, w.codePage} {
			data = w.put32(data, n)
		}
		out = w.extension(out, 3, 4, data)
	}
	floats := w.putFloat(w.putFloat(w.putFloat(nil, -math.MaxFloat64), math.MaxFloat64), math.Nextafter(-math.MaxFloat64, 0))
	out = w.extension(out, 4, 8, floats)
	out = w.extension(out, 11, 4, make([]byte, 12))
	if w.sets != "" {
		out = w.extension(out, 7, 1, []byte(w.sets))
	}
	if len(longs) > 0 {
		names := make([]string, len(longs))
		for i := range longs {
			names[i] = shorts[i] + "=" + longs[i]
		}
		out = w.extension(out, 13, 1, []byte(strings.Join(names, "\t")))
	}
	if len(verylong) > 0 {
		out = w.extension(out, 14, 1, []byte(strings.Join(verylong, "\t")))
	}
	out = w.extension(out, 99, 1, []byte("unknown to all"))
	out = w.longRecords(out)
	if w.encoding != "" {
		out = w.extension(out, 20, 1, []byte(w.encoding))
	}
	return w.put32(w.put32(out, 999), 0)
}

func (w written) record2(out []byte, v writtenVariable, short string, piece, width int) []byte {
	out = w.put32(w.put32(out, 2), width)
	first := piece == 0
	out = w.put32(out, btoi(first && v.label != ""))
	missing := v.missing
	if !first || v.width > 8 {
		missing = nil
	}
	count := len(missing)
	if v.span {
		count = -count
	}
	if v.width > 0 && v.width <= 8 && first {
		count = len(v.missingTexts)
	}
	out = w.put32(out, count)
	out = w.put32(w.put32(out, v.format<<16|8<<8), v.format<<16|8<<8)
	if !first {
		short = "S" + strconv.Itoa(piece) + short
	}
	out = append(out, pad(short, 8)[:8]...)
	if first && v.label != "" {
		out = append(w.put32(out, len(v.label)), v.label...)
		out = append(out, make([]byte, (4-len(v.label)%4)%4)...)
	}
	for _, n := range missing {
		out = w.putFloat(out, n)
	}
	if v.width > 0 && v.width <= 8 && first {
		for _, text := range v.missingTexts {
			out = append(out, pad(text, 8)...)
		}
	}
	for range max(1, (width+7)/8) - 1 {
		out = w.put32(w.put32(out, 2), -1)
		out = append(out, make([]byte, 24)...)
	}
	return out
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (w written) extension(out []byte, kind, size int, data []byte) []byte {
	for _, n := range []int{7, kind, size, len(data) / size} {
		out = w.put32(out, n)
	}
	return append(out, data...)
}

// longRecords are 7/21 and 7/22, for strings over eight bytes.
func (w written) longRecords(out []byte) []byte {
	var labels, missing []byte
	for i, v := range w.variables {
		name := v.name
		if v.long != "" {
			name = v.long
		}
		if v.width <= 8 {
			continue
		}
		if len(v.labels) > 0 {
			labels = w.put32(append(w.put32(labels, len(name)), name...), v.width)
			labels = w.put32(labels, len(v.labels))
			for _, l := range v.labels {
				labels = append(w.put32(labels, v.width), pad(l.Text, v.width)...)
				labels = append(w.put32(labels, len(l.Label)), l.Label...)
			}
		}
		if len(v.missingTexts) > 0 {
			missing = append(append(w.put32(missing, len(name)), name...), byte(len(v.missingTexts)))
			missing = w.put32(missing, 8)
			for n, text := range v.missingTexts {
				if n > 0 && i%2 == 0 { // some programs write the length again
					missing = w.put32(missing, 8)
				}
				missing = append(missing, pad(text, 8)...)
			}
		}
	}
	if labels != nil {
		out = w.extension(out, 21, 1, labels)
	}
	if missing != nil {
		out = w.extension(out, 22, 1, missing)
	}
	return out
}

// data are the cases without compression. A very long string is cut into
// pieces of 255 bytes, each in 256.
func (w written) data() (out []byte) {
	for _, row := range w.rows {
		for i, v := range w.variables {
			if v.width == 0 {
				n := -math.MaxFloat64
				if row[i] != nil {
					n = row[i].(float64)
				}
				out = w.putFloat(out, n)
				continue
			}
			text := pad(row[i].(string), 300*len(v.pieces()))
			for _, width := range v.pieces() {
				out = append(out, pad(text[:min(width, 255)], (width+7)/8*8)...)
				text = text[min(width, 255):]
			}
		}
	}
	return out
}

func (w written) bytecode(data []byte) (out []byte) {
	var codes, literals []byte
	flush := func() {
		for len(codes)%8 != 0 {
			codes = append(codes, 0)
		}
		out = append(append(out, codes...), literals...)
		codes, literals = nil, nil
	}
	put := func(code byte, literal []byte) {
		codes, literals = append(codes, code), append(literals, literal...)
		if len(codes) == 8 {
			flush()
		}
	}
	for ; len(data) > 0; data = data[8:] {
		piece := data[:8]
		var bits uint64
		if w.order.String() == "BigEndian" {
			bits = binary.BigEndian.Uint64(piece)
		} else {
			bits = binary.LittleEndian.Uint64(piece)
		}
		n := math.Float64frombits(bits)
		switch {
		case string(piece) == "        ":
			put(254, nil)
		case n == -math.MaxFloat64:
			put(255, nil)
		case n == math.Trunc(n) && n > -100 && n < 152:
			put(byte(n+100), nil)
		default:
			put(253, piece)
		}
	}
	put(252, nil)
	flush()
	return out
}

func (w written) zlib(out, code []byte) []byte {
	size := w.blockSize
	if size == 0 {
		size = 0x3ff000
	}
	start := len(out)
	out = append(out, make([]byte, 24)...)
	var table []byte
	count := 0
	for unpacked := start; len(code) > 0; count++ {
		piece := code[:min(len(code), size)]
		code = code[len(piece):]
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		z.Write(piece)
		z.Close()
		table = w.order.AppendUint64(table, uint64(unpacked))
		table = w.order.AppendUint64(table, uint64(len(out)))
		table = w.put32(w.put32(table, len(piece)), packed.Len())
		unpacked += len(piece)
		out = append(out, packed.Bytes()...)
	}
	header := w.order.AppendUint64(nil, uint64(start))
	header = w.order.AppendUint64(header, uint64(len(out)))
	header = w.order.AppendUint64(header, uint64(24+len(table)))
	copy(out[start:], header)
	out = w.order.AppendUint64(out, uint64(0xFFFFFFFFFFFFFF9C))
	out = w.order.AppendUint64(out, 0)
	return append(w.put32(w.put32(out, size), count), table...)
}
