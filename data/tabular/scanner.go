package tabular

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"synlig/data/fault"
)

// scanner reads records of delimited text (RFC 4180, read kindly): a cell may
// stand in quotes with "" for a quote and line breaks inside; a quote inside an
// unquoted cell is a character; what follows a closing quote up to the
// delimiter belongs to the cell. It holds one record at a time.
type scanner struct {
	in        io.Reader
	delimiter byte
	lenient   bool // a quote that is never closed ends with the text
	limit     int  // the most bytes that one record may have

	buffer     []byte // read and not yet given
	start, end int
	drained    bool

	record int      // of the record in cells, from 1
	cells  [][]byte // of the record; good until next is called again
	store  []byte   // cells that had to be changed
	err    error
}

const (
	// maxRecord is the most bytes of one record: a free text is far shorter,
	// and a quote that is never closed far longer.
	maxRecord  = 16 << 20
	readAtOnce = 256 << 10
)

func newScanner(in io.Reader, delimiter byte) *scanner {
	return &scanner{in: in, delimiter: delimiter, limit: maxRecord}
}

// next reads one record into cells. It is false at the end and after an error.
func (s *scanner) next() bool {
	if s.err != nil {
		return false
	}
	for {
		used, ok := s.parse(s.buffer[s.start:s.end])
		if ok {
			s.start += used
			s.record++
			return true
		}
		if s.drained {
			return false
		}
		if s.end-s.start > s.limit {
			s.err = fault.New("table-record-long", "row", strconv.Itoa(s.record+1))
			return false
		}
		s.fill()
	}
}

// fill reads more, after what is not given yet was moved to the front.
func (s *scanner) fill() {
	kept := copy(s.buffer, s.buffer[s.start:s.end])
	s.start, s.end = 0, kept
	if cap(s.buffer)-kept < readAtOnce {
		s.buffer = append(s.buffer[:kept], make([]byte, max(readAtOnce, kept))...)
	}
	s.buffer = s.buffer[:cap(s.buffer)]
	n, err := io.ReadAtLeast(s.in, s.buffer[kept:], 1)
	s.end = kept + n
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		s.drained = true
	} else if err != nil {
		s.err, s.drained = err, true
	}
}

// parse cuts the first record off text; false when it may go on after text's
// end, or when there is none.
func (s *scanner) parse(text []byte) (used int, ok bool) {
	if len(text) == 0 {
		return 0, false
	}
	s.cells, s.store = s.cells[:0], s.store[:0]
	at := 0
	for {
		var cell []byte
		var ended bool
		if at < len(text) && text[at] == '"' {
			cell, at, ended = s.quoted(text, at)
		} else {
			cell, at, ended = s.plain(text, at)
		}
		if !ended {
			return 0, false
		}
		s.cells = append(s.cells, cell)
		if at >= len(text) {
			return at, true
		}
		switch text[at] {
		case s.delimiter:
			at++
			if at == len(text) {
				if !s.drained {
					return 0, false
				}
				s.cells = append(s.cells, nil)
				return at, true
			}
		case '\r':
			if at+1 == len(text) && !s.drained {
				return 0, false // the line feed may follow
			}
			if at+1 < len(text) && text[at+1] == '\n' {
				at++
			}
			return at + 1, true
		default: // a line feed
			return at + 1, true
		}
	}
}

// plain is an unquoted cell; ended is false when the text stops within it.
func (s *scanner) plain(text []byte, at int) (cell []byte, after int, ended bool) {
	for i := at; i < len(text); i++ {
		if c := text[i]; c == s.delimiter || c == '\n' || c == '\r' {
			return text[at:i], i, true
		}
	}
	return text[at:], len(text), s.drained
}

// quoted is a cell in quotes.
func (s *scanner) quoted(text []byte, at int) (cell []byte, after int, ended bool) {
	i := at + 1
	from := i
	mark := len(s.store)
	copied := false
	for {
		q := bytes.IndexByte(text[i:], '"')
		if q < 0 {
			return s.unclosed(text, at)
		}
		i += q
		if i+1 < len(text) && text[i+1] == '"' {
			s.store = append(s.store, text[from:i+1]...)
			copied, i = true, i+2
			from = i
			continue
		}
		if i+1 == len(text) && !s.drained {
			return nil, 0, false
		}
		break
	}
	tail, after, ended := s.plain(text, i+1)
	if !ended {
		return nil, 0, false
	}
	if !copied && len(tail) == 0 {
		return text[from:i], after, true
	}
	s.store = append(append(s.store, text[from:i]...), tail...)
	return s.store[mark:len(s.store):len(s.store)], after, true
}

func (s *scanner) unclosed(text []byte, at int) (cell []byte, after int, ended bool) {
	if !s.drained {
		return nil, 0, false
	}
	if !s.lenient {
		s.err = fault.New("table-quote-open", "row", strconv.Itoa(s.record+1))
		return nil, 0, false
	}
	return text[at+1:], len(text), true
}
