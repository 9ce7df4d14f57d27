// Package savtest writes .sav and .zsav files for tests: the other half of the
// format that package sav reads, by the same description. The program itself
// writes none.
package savtest

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"math"
	"strconv"
	"strings"
)

// File is a file to be written.
type File struct {
	Order       binary.AppendByteOrder
	Compression int
	Encoding    string // of record 7/20; "" leaves it out
	CodePage    int    // of record 7/3; 0 leaves it out
	Cases       int    // as said in the header; 0 is the number of rows
	BlockSize   int
	Variables   []Variable
	Sets        string
	Rows        [][]any // float64, string, or nil for system-missing
}

// Label is what a value stands for.
type Label struct {
	Number float64
	Text   string
	Label  string
}

// Variable is a variable to be written.
type Variable struct {
	Name, Long, Label string // Long is a name of over eight letters
	Width             int    // of a string; 0 for a number
	Format            int
	Missing           []float64
	Span              bool // Missing holds a range, and perhaps a value
	MissingTexts      []string
	Labels            []Label
}

func (w File) put32(out []byte, n int) []byte { return w.Order.AppendUint32(out, uint32(int32(n))) }

func (w File) putFloat(out []byte, n float64) []byte {
	return w.Order.AppendUint64(out, math.Float64bits(n))
}

func pad(text string, n int) string { return text + strings.Repeat(" ", max(0, n-len(text))) }

func fillUp(out []byte, to int) []byte {
	for len(out)%to != 0 {
		out = append(out, 0)
	}
	return out
}

// pieces are the string variables that a variable is kept as.
func (v Variable) pieces() []int {
	if v.Width <= 255 {
		return []int{v.Width}
	}
	n := (v.Width + 251) / 252
	all := make([]int, n)
	for i := range all {
		all[i] = 255
	}
	all[n-1] = v.Width - (n-1)*252
	return all
}

// Bytes is the file.
func (w File) Bytes() []byte {
	magic := "$FL2"
	if w.Compression == 2 {
		magic = "$FL3"
	}
	out := []byte(magic + pad("@(#) SPSS DATA FILE test", 60))
	for _, n := range []int{2, 0, w.Compression, 0} {
		out = w.put32(out, n)
	}
	cases := w.Cases
	if cases == 0 {
		cases = len(w.Rows)
	}
	out = w.putFloat(w.put32(out, cases), 100)
	out = append(out, "05 Mar 26"+"13:41:03"+pad("Etiket", 64)+"\x00\x00\x00"...)
	out = w.dictionary(out)
	data := w.data()
	switch w.Compression {
	case 0:
		return append(out, data...)
	case 1:
		return append(out, w.bytecode(data)...)
	}
	return w.zlib(out, w.bytecode(data))
}

func (w File) dictionary(out []byte) []byte {
	slots := 1
	var shorts, longs, verylong []string
	var labels []byte
	for i, v := range w.Variables {
		short := "V" + strconv.Itoa(i)
		if v.Long == "" {
			short = v.Name
		} else {
			shorts, longs = append(shorts, short), append(longs, v.Long)
		}
		if v.Width > 255 {
			verylong = append(verylong, short+"=0"+strconv.Itoa(v.Width)+"\x00")
		}
		first := slots
		for p, width := range v.pieces() {
			out = w.record2(out, v, short, p, width)
			slots += max(1, (width+7)/8)
		}
		if len(v.Labels) > 0 && v.Width <= 8 {
			labels = w.put32(w.put32(labels, 3), len(v.Labels))
			for _, l := range v.Labels {
				if v.Width > 0 {
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
	if w.CodePage != 0 {
		var data []byte
		for _, n := range []int{29, 0, 0, -1, 1, 1, 2, w.CodePage} {
			data = w.put32(data, n)
		}
		out = w.extension(out, 3, 4, data)
	}
	floats := w.putFloat(w.putFloat(w.putFloat(nil, -math.MaxFloat64), math.MaxFloat64), math.Nextafter(-math.MaxFloat64, 0))
	out = w.extension(out, 4, 8, floats)
	out = w.extension(out, 11, 4, make([]byte, 12))
	if w.Sets != "" {
		out = w.extension(out, 7, 1, []byte(w.Sets))
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
	if w.Encoding != "" {
		out = w.extension(out, 20, 1, []byte(w.Encoding))
	}
	return w.put32(w.put32(out, 999), 0)
}

func (w File) record2(out []byte, v Variable, short string, piece, width int) []byte {
	out = w.put32(w.put32(out, 2), width)
	first := piece == 0
	out = w.put32(out, btoi(first && v.Label != ""))
	missing := v.Missing
	if !first || v.Width > 8 {
		missing = nil
	}
	count := len(missing)
	if v.Span {
		count = -count
	}
	if v.Width > 0 && v.Width <= 8 && first {
		count = len(v.MissingTexts)
	}
	out = w.put32(out, count)
	out = w.put32(w.put32(out, v.Format<<16|8<<8), v.Format<<16|8<<8)
	if !first {
		short = "S" + strconv.Itoa(piece) + short
	}
	out = append(out, pad(short, 8)[:8]...)
	if first && v.Label != "" {
		out = append(w.put32(out, len(v.Label)), v.Label...)
		out = append(out, make([]byte, (4-len(v.Label)%4)%4)...)
	}
	for _, n := range missing {
		out = w.putFloat(out, n)
	}
	if v.Width > 0 && v.Width <= 8 && first {
		for _, text := range v.MissingTexts {
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

func (w File) extension(out []byte, kind, size int, data []byte) []byte {
	for _, n := range []int{7, kind, size, len(data) / size} {
		out = w.put32(out, n)
	}
	return append(out, data...)
}

// longRecords are 7/21 and 7/22, for strings over eight bytes.
func (w File) longRecords(out []byte) []byte {
	var labels, missing []byte
	for i, v := range w.Variables {
		name := v.Name
		if v.Long != "" {
			name = v.Long
		}
		if v.Width <= 8 {
			continue
		}
		if len(v.Labels) > 0 {
			labels = w.put32(append(w.put32(labels, len(name)), name...), v.Width)
			labels = w.put32(labels, len(v.Labels))
			for _, l := range v.Labels {
				labels = append(w.put32(labels, v.Width), pad(l.Text, v.Width)...)
				labels = append(w.put32(labels, len(l.Label)), l.Label...)
			}
		}
		if len(v.MissingTexts) > 0 {
			missing = append(append(w.put32(missing, len(name)), name...), byte(len(v.MissingTexts)))
			missing = w.put32(missing, 8)
			for n, text := range v.MissingTexts {
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
func (w File) data() (out []byte) {
	for _, row := range w.Rows {
		for i, v := range w.Variables {
			if v.Width == 0 {
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

func (w File) bytecode(data []byte) (out []byte) {
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
		if w.Order.String() == "BigEndian" {
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

func (w File) zlib(out, code []byte) []byte {
	size := w.BlockSize
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
		table = w.Order.AppendUint64(table, uint64(unpacked))
		table = w.Order.AppendUint64(table, uint64(len(out)))
		table = w.put32(w.put32(table, len(piece)), packed.Len())
		unpacked += len(piece)
		out = append(out, packed.Bytes()...)
	}
	header := w.Order.AppendUint64(nil, uint64(start))
	header = w.Order.AppendUint64(header, uint64(len(out)))
	header = w.Order.AppendUint64(header, uint64(24+len(table)))
	copy(out[start:], header)
	out = w.Order.AppendUint64(out, uint64(0xFFFFFFFFFFFFFF9C))
	out = w.Order.AppendUint64(out, 0)
	return append(w.put32(w.put32(out, size), count), table...)
}
