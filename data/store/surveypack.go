package store

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"unicode/utf8"

	"synlig/data/survey"
)

// Answers are kept in one piece for each question: what package survey holds in
// memory, little-endian and compressed by zlib, whose checksum tells of damage.

var errPacked = errors.New("not what was packed")

// packing is the form of the pieces, the first byte of each.
const packing = 1

func packCells(write func(out *packer)) ([]byte, error) {
	var done bytes.Buffer
	done.WriteByte(packing)
	z, err := zlib.NewWriterLevel(&done, zlib.BestSpeed)
	if err != nil {
		return nil, err
	}
	out := &packer{z: z}
	write(out)
	if out.err == nil {
		out.err = z.Close()
	}
	return done.Bytes(), out.err
}

type packer struct {
	z       *zlib.Writer
	scratch []byte
	err     error
}

func (p *packer) bytes(data []byte) {
	if p.err == nil {
		_, p.err = p.z.Write(data)
	}
}

func (p *packer) words(n int, word func(i int) uint64, size int) {
	p.scratch = p.scratch[:0]
	var eight [8]byte
	for i := range n {
		binary.LittleEndian.PutUint64(eight[:], word(i))
		p.scratch = append(p.scratch, eight[:size]...)
	}
	p.bytes(p.scratch)
}

// packColumn packs a column of n cells.
func packColumn(c *survey.Column) ([]byte, error) {
	return packCells(func(p *packer) {
		if c.Wide != nil {
			p.words(len(c.Wide), func(i int) uint64 { return uint64(c.Wide[i]) }, 2)
		} else {
			p.bytes(c.Cells)
		}
		for _, ticks := range c.Ticks {
			p.words(len(ticks), func(i int) uint64 { return ticks[i] }, 8)
		}
		p.words(len(c.Numbers), func(i int) uint64 { return math.Float64bits(c.Numbers[i]) }, 8)
		p.words(len(c.Dates), func(i int) uint64 { return uint64(uint32(c.Dates[i])) }, 4)
		p.words(len(c.Texts), func(i int) uint64 { return uint64(len(c.Texts[i])) }, 4)
		for _, text := range c.Texts {
			p.bytes([]byte(text))
		}
	})
}

// unpacker reads no more than was asked for, whatever the piece says.
type unpacker struct {
	z   io.ReadCloser
	err error
}

func unpackCells(data []byte) *unpacker {
	if len(data) == 0 || data[0] != packing {
		return &unpacker{err: errPacked}
	}
	z, err := zlib.NewReader(bytes.NewReader(data[1:]))
	return &unpacker{z, err}
}

// longestText is the most bytes of one free text.
const longestText = 1 << 24

// chunk is how much is taken on trust of a length before it is read.
const chunk = 1 << 20

func (u *unpacker) bytes(n int) []byte {
	if u.err != nil {
		return nil
	}
	if n <= chunk {
		data := make([]byte, n)
		_, u.err = io.ReadFull(u.z, data)
		return data
	}
	var out bytes.Buffer
	var read int64
	read, u.err = io.CopyN(&out, u.z, int64(n))
	if u.err == nil && read < int64(n) {
		u.err = errPacked
	}
	return out.Bytes()
}

func (u *unpacker) words(n, size int, word func(i int, w uint64)) {
	data := u.bytes(n * size)
	if u.err != nil {
		return
	}
	var eight [8]byte
	for i := range n {
		copy(eight[:size], data[i*size:])
		word(i, binary.LittleEndian.Uint64(eight[:]))
	}
}

// done tells whether all was read, and nothing changed on the way.
func (u *unpacker) done() error {
	if u.err != nil {
		return errors.Join(errPacked, u.err)
	}
	if n, err := u.z.Read(make([]byte, 1)); n > 0 || !errors.Is(err, io.EOF) {
		return errors.Join(errPacked, err)
	}
	return nil
}

// unpackColumn reads the column of a question with n respondents back, and
// holds it to the question: every cell must be a state or one of the answers.
func unpackColumn(q survey.Question, n int, data []byte) (survey.Column, error) {
	c := survey.NewColumn(q, n)
	u := unpackCells(data)
	most := int(survey.Answered)
	if q.Kind == survey.Single || q.Kind == survey.Scale {
		most = max(most, int(survey.Answered)+len(q.Answers)-1)
	}
	good := true
	if c.Wide != nil {
		u.words(n, 2, func(i int, w uint64) { c.Wide[i], good = uint16(w), good && int(w) <= most })
	} else {
		c.Cells = u.bytes(n)
		for _, cell := range c.Cells {
			good = good && int(cell) <= most
		}
	}
	for i := range c.Ticks {
		ticks := c.Ticks[i]
		u.words(len(ticks), 8, func(k int, w uint64) { ticks[k] = w })
		good = good && (n%64 == 0 || ticks[len(ticks)-1]>>(n%64) == 0)
	}
	u.words(len(c.Numbers), 8, func(i int, w uint64) { c.Numbers[i] = math.Float64frombits(w) })
	u.words(len(c.Dates), 4, func(i int, w uint64) { c.Dates[i] = int32(uint32(w)) })
	lengths := make([]int, len(c.Texts))
	u.words(len(c.Texts), 4, func(i int, w uint64) { lengths[i], good = int(w), good && w <= longestText })
	for i := range c.Texts {
		if !good {
			return c, errPacked
		}
		text := u.bytes(lengths[i])
		good = good && utf8.Valid(text)
		c.Texts[i] = string(text)
	}
	if err := u.done(); err != nil {
		return c, err
	}
	if !good {
		return c, errPacked
	}
	return c, nil
}

func packWeights(weights []float64) ([]byte, error) {
	if weights == nil {
		return []byte{}, nil
	}
	return packCells(func(p *packer) {
		p.words(len(weights), func(i int) uint64 { return math.Float64bits(weights[i]) }, 8)
	})
}

func unpackWeights(n int, data []byte) ([]float64, error) {
	if len(data) == 0 {
		return nil, nil
	}
	u := unpackCells(data)
	weights := make([]float64, 0, min(n, chunk))
	u.words(n, 8, func(_ int, w uint64) { weights = append(weights, math.Float64frombits(w)) })
	return weights, u.done()
}
