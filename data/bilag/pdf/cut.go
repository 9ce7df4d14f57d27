package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// parts is a file cut into its objects: bodies[n] is object n without
// "n 0 obj" and "endobj"; bodies[0] is empty.
type parts struct {
	bodies     [][]byte
	root, info int
}

var errCut = errors.New("pdf: gofpdf's file is not as expected")

// cut takes a classic file (one xref table without gaps, as gofpdf writes it)
// apart, and refuses every other.
func cut(file []byte) (*parts, error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no startxref", errCut)
	}
	table, ok := number(file[at+len("startxref\n"):])
	if !ok || table >= at || !bytes.HasPrefix(file[table:], []byte("xref\n0 ")) {
		return nil, fmt.Errorf("%w: no table of objects", errCut)
	}
	count, ok := number(file[table+len("xref\n0 "):])
	rows := table + len("xref\n0 ") + len(strconv.Itoa(count)) + 1
	const row = 20
	if !ok || count < 3 || rows+count*row > at {
		return nil, fmt.Errorf("%w: table of objects too short", errCut)
	}
	p := &parts{bodies: make([][]byte, count)}
	for n := 1; n < count; n++ {
		offset, ok := number(file[rows+n*row:])
		head := strconv.Itoa(n) + " 0 obj\n"
		if !ok || offset >= table || !bytes.HasPrefix(file[offset:], []byte(head)) {
			return nil, fmt.Errorf("%w: object %d is not at its place", errCut, n)
		}
		body, ok := objectBody(file[offset+len(head) : table])
		if !ok {
			return nil, fmt.Errorf("%w: object %d does not end", errCut, n)
		}
		p.bodies[n] = body
	}
	trailer := file[rows+count*row : at]
	p.root, p.info = reference(trailer, "/Root "), reference(trailer, "/Info ")
	if p.root <= 0 || p.root >= count || p.info <= 0 || p.info >= count {
		return nil, fmt.Errorf("%w: no catalog", errCut)
	}
	return p, nil
}

// objectBody is what stands before "endobj". A stream is skipped by its
// length, for its bytes may spell anything.
func objectBody(b []byte) ([]byte, bool) {
	from := 0
	if i := bytes.Index(b, []byte("stream\n")); i >= 0 {
		end := bytes.Index(b, []byte("endobj"))
		if length := reference(b[:i], "/Length "); i < end || end < 0 {
			from = i + len("stream\n") + length
		}
	}
	if from > len(b) {
		return nil, false
	}
	i := bytes.Index(b[from:], []byte("endobj"))
	if i < 0 {
		return nil, false
	}
	return bytes.TrimRight(b[:from+i], "\n"), true
}

// reference is the number after key, 0 when there is none.
func reference(b []byte, key string) int {
	i := bytes.Index(b, []byte(key))
	if i < 0 {
		return 0
	}
	n, _ := number(b[i+len(key):])
	return n
}

// number reads the digits that b begins with.
func number(b []byte) (int, bool) {
	i := 0
	for i < len(b) && i < 12 && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	n, err := strconv.Atoi(string(b[:i]))
	return n, err == nil
}
