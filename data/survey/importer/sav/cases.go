package sav

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"math"
	"unicode/utf8"
)

// Scan reads the cases one after the other. each gets a value for every
// variable, good until it returns; an error from each ends the reading and is
// given back. A number that SPSS calls system-missing has None set; values that
// the file names as missing are given as they stand.
//
// Errors: Broken (at).
func (f *File) Scan(each func(values []Value) error) error {
	in, err := f.data()
	if err != nil {
		return err
	}
	c := newCases(f, in)
	for n := 0; f.Cases < 0 || n < f.Cases; n++ {
		more, err := c.next()
		if err != nil {
			return broken(f.layout.start, err)
		}
		if !more {
			if f.Cases >= 0 {
				return broken(f.layout.start, errors.New("there are fewer cases than the file says"))
			}
			return nil
		}
		if err := each(c.values); err != nil {
			return err
		}
	}
	return nil
}

// source gives a case's 8-byte pieces. more is false at the end of the data,
// which may only be between two cases.
type source interface {
	fill(raw []byte, none []bool) (more bool, err error)
}

func (f *File) data() (source, error) {
	rest := io.NewSectionReader(f.in, f.layout.start, f.size-f.layout.start)
	switch f.layout.compression {
	case 0:
		if need := int64(f.Cases) * int64(f.layout.segments) * 8; f.Cases > 0 && need > rest.Size() {
			return nil, broken(f.size, errors.New("there are fewer cases than the file says"))
		}
		return &plain{bufio.NewReaderSize(rest, 256<<10)}, nil
	case 2:
		blocks, err := f.blocks()
		if err != nil {
			return nil, err
		}
		return &bytecode{in: bufio.NewReaderSize(blocks, 256<<10), layout: f.layout}, nil
	}
	return &bytecode{in: bufio.NewReaderSize(rest, 256<<10), layout: f.layout}, nil
}

// plain is data as they are.
type plain struct{ in io.Reader }

func (p *plain) fill(raw []byte, none []bool) (bool, error) {
	clear(none)
	n, err := io.ReadFull(p.in, raw)
	if n == 0 && errors.Is(err, io.EOF) {
		return false, nil
	}
	return err == nil, err
}

// bytecode is data in which a byte stands for most pieces.
type bytecode struct {
	in     *bufio.Reader
	layout layout
	codes  [8]byte
	used   int // of codes; 0 and 8 ask for more
}

func (b *bytecode) fill(raw []byte, none []bool) (bool, error) {
	clear(none)
	for i := 0; i < len(none); i++ {
		if b.used%8 == 0 {
			n, err := io.ReadFull(b.in, b.codes[:])
			if n == 0 && errors.Is(err, io.EOF) && i == 0 {
				return false, nil
			}
			if err != nil {
				return false, io.ErrUnexpectedEOF
			}
			b.used = 0
		}
		code := b.codes[b.used]
		b.used++
		piece := raw[8*i : 8*i+8]
		switch code {
		case 0: // nothing; the end of the data is filled up with it
			i--
		case 252:
			if i > 0 {
				return false, io.ErrUnexpectedEOF
			}
			return false, nil
		case 253:
			if _, err := io.ReadFull(b.in, piece); err != nil {
				return false, io.ErrUnexpectedEOF
			}
		case 254:
			copy(piece, "        ")
		case 255:
			none[i] = true
			b.layout.order.PutUint64(piece, math.Float64bits(b.layout.sysmis))
		default:
			b.layout.order.PutUint64(piece, math.Float64bits(float64(code)-b.layout.bias))
		}
	}
	return true, nil
}

// cases turns pieces into values.
type cases struct {
	file   *File
	in     source
	raw    []byte
	none   []bool
	values []Value
	texts  []byte
	latin  func([]byte) string // nil where texts are UTF-8 as they stand
}

func newCases(f *File, in source) *cases {
	c := &cases{file: f, in: in,
		raw: make([]byte, 8*f.layout.segments), none: make([]bool, f.layout.segments), values: make([]Value, len(f.Variables))}
	if f.Encoding != "UTF-8" {
		d := &dictionary{file: &File{}, encoding: f.Encoding}
		c.latin = d.decoder()
	}
	return c
}

func (c *cases) next() (bool, error) {
	more, err := c.in.fill(c.raw, c.none)
	if err != nil || !more {
		return false, err
	}
	order, sysmis := c.file.layout.order, c.file.layout.sysmis
	c.texts = c.texts[:0]
	for i := range c.file.Variables {
		v := &c.file.Variables[i]
		at := v.segments[0].slot
		if v.Width > 0 {
			c.values[i] = Value{Text: c.text(v)}
			continue
		}
		n := math.Float64frombits(order.Uint64(c.raw[8*at:]))
		c.values[i] = Value{Number: n, None: c.none[at] || n == sysmis || math.IsNaN(n)}
	}
	return true, nil
}

// text puts the pieces of a string together. All but the last of a very long
// string's pieces hold 255 bytes.
func (c *cases) text(v *Variable) []byte {
	mark := len(c.texts)
	for _, s := range v.segments {
		piece := c.raw[8*s.slot : 8*(s.slot+s.slots)]
		c.texts = append(c.texts, piece[:min(len(piece), 255)]...)
	}
	text := c.texts[mark:min(len(c.texts), mark+v.Width)]
	text = bytes.TrimRight(text, " \x00")
	if c.latin != nil {
		return []byte(c.latin(text))
	}
	if !utf8.Valid(text) {
		text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	return text[:len(text):len(text)]
}

// blocks joins the zlib blocks of a .zsav, by the table at its end.
func (f *File) blocks() (io.Reader, error) {
	const head = 24
	order := f.layout.order
	header := make([]byte, head)
	if _, err := f.in.ReadAt(header, f.layout.start); err != nil {
		return nil, broken(f.layout.start, err)
	}
	trailer, length := int64(order.Uint64(header[8:])), int64(order.Uint64(header[16:]))
	if trailer < f.layout.start+head || length < head || trailer > f.size || length > f.size-trailer {
		return nil, broken(f.layout.start, errLength)
	}
	table := make([]byte, length)
	if _, err := f.in.ReadAt(table, trailer); err != nil {
		return nil, broken(trailer, err)
	}
	count := int64(order.Uint32(table[20:]))
	if count*head != length-head {
		return nil, broken(trailer, errRecord)
	}
	z := &zlibBlocks{in: f.in}
	for entry := table[head:]; len(entry) > 0; entry = entry[head:] {
		at, full, packed := int64(order.Uint64(entry[8:])), int64(order.Uint32(entry[16:])), int64(order.Uint32(entry[20:]))
		if at < f.layout.start || packed > trailer-at {
			return nil, broken(trailer, errLength)
		}
		z.left = append(z.left, block{at, packed, full})
	}
	return z, nil
}

type block struct{ at, packed, full int64 }

// zlibBlocks reads block after block. Each must give exactly what the table
// says.
type zlibBlocks struct {
	in   io.ReaderAt
	left []block
	now  io.Reader
	want int64
}

var errBlock = errors.New("a compressed block is not as long as the file says")

func (z *zlibBlocks) Read(p []byte) (int, error) {
	for {
		if z.now == nil {
			if len(z.left) == 0 {
				return 0, io.EOF
			}
			b := z.left[0]
			z.left = z.left[1:]
			open, err := zlib.NewReader(io.NewSectionReader(z.in, b.at, b.packed))
			if err != nil {
				return 0, errBlock
			}
			z.now, z.want = open, b.full
		}
		n, err := z.now.Read(p)
		z.want -= int64(n)
		switch {
		case z.want < 0, err != nil && !errors.Is(err, io.EOF), errors.Is(err, io.EOF) && z.want != 0:
			return 0, errBlock
		case errors.Is(err, io.EOF):
			z.now = nil
			if n > 0 {
				return n, nil
			}
		default:
			return n, nil
		}
	}
}
