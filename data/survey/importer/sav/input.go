package sav

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"strconv"

	"synlig/data/fault"
)

// layout is how numbers lie in the file.
type layout struct {
	order       binary.ByteOrder
	compression int
	bias        float64
	segments    int // of 8 bytes, in a case
	start       int64
	sysmis      float64
}

// input reads the dictionary. It never takes more memory than the file has
// bytes left, whatever a length in it says.
type input struct {
	in    *bufio.Reader
	order binary.ByteOrder
	at    int64
	size  int64
	err   error
}

func newInput(in io.ReaderAt, size int64) *input {
	return &input{in: bufio.NewReaderSize(io.NewSectionReader(in, 0, size), 64<<10), order: binary.LittleEndian, size: size}
}

func broken(at int64, cause error) error {
	return fault.Wrap(cause, Broken, "at", strconv.FormatInt(at, 10))
}

var (
	errLength = errors.New("a length goes beyond the end of the file")
	errRecord = errors.New("a record contradicts another")
)

func (r *input) fail(cause error) {
	if r.err == nil {
		r.err = broken(r.at, cause)
	}
}

// bytes are the next n bytes.
func (r *input) bytes(n int) []byte {
	if r.err != nil {
		return nil
	}
	if n < 0 || int64(n) > r.size-r.at {
		r.fail(errLength)
		return nil
	}
	data := make([]byte, n)
	if _, err := io.ReadFull(r.in, data); err != nil {
		r.fail(err)
		return nil
	}
	r.at += int64(n)
	return data
}

func (r *input) skip(n int) { r.bytes(n) }

func (r *input) int32() int {
	data := r.bytes(4)
	if data == nil {
		return 0
	}
	return int(int32(r.order.Uint32(data)))
}

func (r *input) float() float64 {
	data := r.bytes(8)
	if data == nil {
		return 0
	}
	return math.Float64frombits(r.order.Uint64(data))
}

// count is a number of things that take at least each bytes.
func (r *input) count(each int) int {
	n := r.int32()
	if n < 0 || int64(n)*int64(each) > r.size-r.at {
		r.fail(errLength)
		return 0
	}
	return n
}

// padded is a text of n bytes that takes room up to a multiple of to.
func (r *input) padded(n, to int) []byte {
	if n < 0 {
		r.fail(errLength)
		return nil
	}
	data := r.bytes(n)
	r.skip((to - n%to) % to)
	return data
}
