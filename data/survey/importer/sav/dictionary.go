package sav

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"strings"
	"time"

	"synlig/data/fault"
)

// Open reads the dictionary of a file of size bytes.
//
// Errors: Foreign, Broken (at), Unsupported.
func Open(in io.ReaderAt, size int64) (*File, error) {
	d := &dictionary{input: newInput(in, size), file: &File{in: in, size: size, Cases: -1}}
	if err := d.header(); err != nil {
		return nil, err
	}
	d.records()
	if d.err != nil {
		return nil, d.err
	}
	if err := d.assemble(); err != nil {
		return nil, err
	}
	return d.file, nil
}

// dictionary holds what the records said until all of them are read: names and
// encodings come after what they apply to.
type dictionary struct {
	*input
	file     *File
	layout   layout
	slots    []slot // one for each 8 bytes of a case
	labels   []labelSet
	encoding string // by record 7/20
	codePage int    // by record 7/3
	names    map[string]string
	lengths  map[string]int
	sets     []byte
	byName   []func(decode func([]byte) string)
	label    []byte
	product  []byte
}

// slot is a variable as record 2 gives it, or the continuation of a string.
type slot struct {
	name         string
	label        []byte
	width        int // -1 for a continuation
	format       Format
	missing      Missing
	missingTexts [][]byte
}

// labelSet is record 3 with the variables of its record 4.
type labelSet struct {
	values [][]byte
	texts  [][]byte
	slots  []int
}

func (d *dictionary) header() error {
	if head := make([]byte, 20); d.size >= 20 {
		if _, err := d.file.in.ReadAt(head, 0); err == nil && bytes.HasSuffix(head, []byte("ENCRYPTEDSAV")) {
			return fault.New(Unsupported)
		}
	}
	if magic := string(d.bytes(4)); d.err != nil || magic != "$FL2" && magic != "$FL3" {
		return fault.New(Foreign)
	}
	d.product = d.bytes(60)
	code := d.bytes(4)
	if d.err != nil {
		return d.err
	}
	switch l, b := binary.LittleEndian.Uint32(code), binary.BigEndian.Uint32(code); {
	case l == 2 || l == 3:
		d.order = binary.LittleEndian
	case b == 2 || b == 3:
		d.order = binary.BigEndian
	default:
		return fault.New(Unsupported)
	}
	d.skip(4) // the size of a case, which some programs leave wrong
	d.layout = layout{order: d.order, compression: d.int32(), sysmis: -math.MaxFloat64}
	d.skip(4) // the weight variable's index
	d.file.Cases = d.int32()
	d.layout.bias = d.float()
	day, clock := d.bytes(9), d.bytes(8)
	d.label = d.bytes(64)
	d.skip(3)
	if d.err != nil {
		return d.err
	}
	if d.layout.compression < 0 || d.layout.compression > 2 {
		return fault.New(Unsupported)
	}
	d.file.Cases = max(-1, d.file.Cases)
	d.file.Written, _ = time.Parse("02 Jan 06 15:04:05", string(day)+" "+string(clock))
	return nil
}

const maxSlots = 1 << 20

func (d *dictionary) records() {
	for d.err == nil {
		switch kind := d.int32(); kind {
		case 2:
			d.variable()
		case 3:
			d.valueLabels()
		case 6:
			d.skip(80 * d.count(80))
		case 7:
			d.extension()
		case 999:
			d.skip(4)
			d.layout.start = d.at
			return
		default:
			d.fail(errors.New("unknown kind of record"))
		}
	}
}

func (d *dictionary) variable() {
	width, labelled, missing := d.int32(), d.int32(), d.int32()
	print := uint32(d.int32())
	d.skip(4)
	s := slot{width: width, format: Format{int(print >> 16 & 0xFF), int(print >> 8 & 0xFF), int(print & 0xFF)}}
	s.name = strings.TrimRight(string(d.bytes(8)), " ")
	if labelled == 1 {
		s.label = d.padded(d.int32(), 4)
	}
	if missing < -3 || missing > 3 || missing == -1 || width < -1 || width > 255 || len(d.slots) > maxSlots {
		d.fail(errRecord)
		return
	}
	d.missing(&s, missing)
	d.slots = append(d.slots, s)
}

// missing reads a variable's missing values: up to three, or a range (-2), or a
// range and one (-3).
func (d *dictionary) missing(s *slot, n int) {
	if s.width > 0 {
		for range max(n, -n) {
			s.missingTexts = append(s.missingTexts, d.bytes(8))
		}
		return
	}
	if n < 0 {
		s.missing.Low, s.missing.High, s.missing.Range = d.float(), d.float(), true
		n = -n - 2
	}
	for range n {
		s.missing.Numbers = append(s.missing.Numbers, d.float())
	}
}

func (d *dictionary) valueLabels() {
	var set labelSet
	for range d.count(9) {
		value := d.bytes(8)
		length := d.bytes(1)
		if d.err != nil {
			return
		}
		text := d.bytes(int(length[0]))
		d.skip((8 - (1+int(length[0]))%8) % 8)
		set.values, set.texts = append(set.values, value), append(set.texts, text)
	}
	if d.int32() != 4 {
		d.fail(errRecord)
		return
	}
	for range d.count(4) {
		at := d.int32() - 1
		if at < 0 || at >= len(d.slots) || d.slots[at].width < 0 {
			d.fail(errRecord)
			return
		}
		set.slots = append(set.slots, at)
	}
	d.labels = append(d.labels, set)
}

func (d *dictionary) number(value []byte) float64 {
	return math.Float64frombits(d.order.Uint64(value))
}

// trim takes off the spaces and zeros that fill a text up.
func trim(text []byte) []byte { return bytes.TrimRight(text, " \x00") }
