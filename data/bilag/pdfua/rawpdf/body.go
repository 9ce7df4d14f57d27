package rawpdf

import (
	"bytes"
	"fmt"
	"regexp"
	"sort"
	"strconv"
)

var objectHeader = regexp.MustCompile(`^(\d{1,10})[ \t\r\n\f\x00]+(\d{1,5})[ \t\r\n\f\x00]+obj`)

// header reads "n g obj" at offset; body is the offset after it.
func (f *File) header(offset int) (number, generation, body int, ok bool) {
	if offset < 0 || offset >= len(f.Data) {
		return 0, 0, 0, false
	}
	m := objectHeader.FindSubmatch(f.Data[offset:min(len(f.Data), offset+64)])
	if m == nil {
		return 0, 0, 0, false
	}
	number, _ = strconv.Atoi(string(m[1]))
	generation, _ = strconv.Atoi(string(m[2]))
	return number, generation, offset + len(m[0]), true
}

func (f *File) lexer(at int, where string) *Lexer {
	return &Lexer{data: f.Data, at: at, refs: true, note: func(code, detail string) { f.problem(code, where, detail) }}
}

// readBody reads the object after "n g obj", with its stream if it has one.
func (f *File) readBody(n, body int) Object {
	where := Ref{Number: n}.String()
	l := f.lexer(body, where)
	if !lineEnd(l.peek(0)) {
		f.problem(ProblemSpacing, where, "no line end after obj")
	}
	o, err := l.Next()
	f.spend(l.at - body)
	if err != nil {
		f.problem(ProblemSyntax, where, "object without end")
		return o
	}
	if k, ok := o.(Keyword); ok {
		if k != "endobj" {
			f.problem(ProblemSyntax, where, "no object but "+strconv.Quote(clip(string(k))))
		}
		return nil
	}
	l.space()
	if d, ok := o.(Dict); ok && bytes.HasPrefix(l.Rest(), []byte("stream")) {
		l.at += len("stream")
		o = f.readStream(l, d, where)
		l.space()
	}
	if !bytes.HasPrefix(l.Rest(), []byte("endobj")) {
		f.problem(ProblemSyntax, where, "endobj is missing")
	} else if after := l.peek(len("endobj")); !lineEnd(f.Data[l.at-1]) || !lineEnd(after) {
		f.problem(ProblemSpacing, where, "no line end around endobj")
	}
	return o
}

// readStream reads the bytes after the word stream and holds Length against
// where endstream really is (ISO 32000-1, 7.3.8; ISO 19005-2, 6.1.7.1).
func (f *File) readStream(l *Lexer, d Dict, where string) *Stream {
	switch {
	case l.peek(0) == '\r' && l.peek(1) == '\n':
		l.Skip(2)
	case l.peek(0) == '\n':
		l.Skip(1)
	default:
		f.problem(ProblemSpacing, where, "no line end after stream")
	}
	start := l.at
	length, ok := f.Resolve(d["Length"]).(int)
	if ok && length >= 0 && length <= len(f.Data)-start {
		if skip := endMark(f.Data[start+length:]); skip > 0 {
			l.at = start + length + skip
			return &Stream{d, f.Data[start : start+length : start+length]}
		}
	}
	end := f.nextEnd(start)
	if end < 0 {
		f.problem(ProblemLength, where, "endstream is missing")
		l.at = len(f.Data)
		return &Stream{d, nil}
	}
	l.at = end + len("endstream")
	raw := f.Data[start:end]
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	f.problem(ProblemLength, where, fmt.Sprintf("Length %v, but the stream has %d bytes", d["Length"], len(raw)))
	return &Stream{d, raw[:len(raw):len(raw)]}
}

// nextEnd is the offset of the first endstream from start on, or -1. All of them
// are found once, so that a file full of wrong lengths is not searched again and
// again.
func (f *File) nextEnd(start int) int {
	if f.ends == nil {
		f.ends = []int{}
		mark := []byte("endstream")
		for at := 0; ; {
			i := bytes.Index(f.Data[at:], mark)
			if i < 0 {
				break
			}
			f.ends = append(f.ends, at+i)
			at += i + len(mark)
		}
	}
	if i := sort.SearchInts(f.ends, start); i < len(f.ends) {
		return f.ends[i]
	}
	return -1
}

// endMark is the length of "EOL endstream" at b's start, 0 when it is not there.
func endMark(b []byte) int {
	for _, mark := range []string{"\nendstream", "\r\nendstream", "\rendstream"} {
		if bytes.HasPrefix(b, []byte(mark)) {
			return len(mark)
		}
	}
	return 0
}

func lineEnd(b byte) bool { return b == '\n' || b == '\r' }
