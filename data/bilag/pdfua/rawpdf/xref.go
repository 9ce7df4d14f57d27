package rawpdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// readXref follows startxref and every Prev, newest first.
func (f *File) readXref() error {
	i := bytes.LastIndex(f.Data, []byte("startxref"))
	if i < 0 {
		return errors.New("startxref is missing")
	}
	start, ok := must(f.lexer(i+len("startxref"), "startxref").Next()).(int)
	if !ok {
		return errors.New("startxref is followed by no number")
	}
	f.Start = start
	seen := map[int]bool{}
	for at, more := start, true; more; {
		if seen[at] {
			return errors.New("cross-reference sections go in a circle")
		}
		seen[at] = true
		trailer, err := f.section(at)
		if err != nil {
			return err
		}
		if f.Trailer == nil {
			f.Trailer = trailer
		}
		if hybrid, ok := trailer["XRefStm"].(int); ok && !seen[hybrid] {
			seen[hybrid] = true
			if _, err := f.xrefStream(hybrid); err != nil {
				return err
			}
		}
		at, more = trailer["Prev"].(int)
	}
	return nil
}

func must(o Object, err error) Object {
	if err != nil {
		return nil
	}
	return o
}

func (f *File) section(at int) (Dict, error) {
	if at < 0 || at >= len(f.Data) {
		return nil, fmt.Errorf("startxref names offset %d of %d", at, len(f.Data))
	}
	if bytes.HasPrefix(f.Data[at:], []byte("xref")) {
		return f.xrefTable(at)
	}
	return f.xrefStream(at)
}

// xrefTable reads a classic table (ISO 32000-1, 7.5.4).
func (f *File) xrefTable(at int) (Dict, error) {
	l := f.lexer(at+len("xref"), "cross-reference table")
	l.refs = false
	for {
		o, err := l.Next()
		if err != nil {
			return nil, errors.New("the cross-reference table has no trailer")
		}
		if o == Object(Keyword("trailer")) {
			break
		}
		first, ok1 := o.(int)
		count, ok2 := must(l.Next()).(int)
		if !ok1 || !ok2 || first < 0 || count < 0 {
			return nil, errors.New("the cross-reference table is not readable")
		}
		if err := f.tableRows(l, first, count); err != nil {
			return nil, err
		}
	}
	l.refs = true
	trailer, ok := must(l.Next()).(Dict)
	if !ok {
		return nil, errors.New("the trailer is no dictionary")
	}
	return trailer, nil
}

func (f *File) tableRows(l *Lexer, first, count int) error {
	l.space()
	for i := range count {
		row := l.Rest()
		if len(row) < 20 || row[10] != ' ' || row[16] != ' ' {
			return fmt.Errorf("row %d of the cross-reference table is not 20 bytes", first+i)
		}
		offset, err1 := strconv.Atoi(string(row[:10]))
		generation, err2 := strconv.Atoi(string(row[11:16]))
		if err1 != nil || err2 != nil || row[17] != 'n' && row[17] != 'f' || !isSpace(row[18]) || !lineEnd(row[19]) {
			return fmt.Errorf("row %d of the cross-reference table is not readable", first+i)
		}
		if row[17] == 'n' {
			f.enter(first+i, entry{false, offset, generation})
		}
		l.Skip(20)
	}
	return nil
}

// enter keeps the newest entry of an object.
func (f *File) enter(n int, e entry) {
	if _, known := f.entries[n]; !known {
		f.entries[n] = e
	}
}

// xrefStream reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *File) xrefStream(at int) (Dict, error) {
	n, _, body, ok := f.header(at)
	if !ok {
		return nil, fmt.Errorf("no cross-reference section at offset %d", at)
	}
	s, ok := f.readBody(n, body).(*Stream)
	if !ok || s.Dict["Type"] != Object(Name("XRef")) {
		return nil, fmt.Errorf("object %d at offset %d is no cross-reference stream", n, at)
	}
	rows, err := f.Decode(s)
	if err != nil {
		return nil, fmt.Errorf("the cross-reference stream: %w", err)
	}
	widths, total, err := fieldWidths(s.Dict)
	if err != nil {
		return nil, err
	}
	index, _ := s.Dict["Index"].(Array)
	if index == nil {
		index = Array{0, s.Dict["Size"]}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := index[i].(int)
		count, ok2 := index[i+1].(int)
		if !ok1 || !ok2 || first < 0 || count < 0 || count > len(rows)/total {
			return nil, errors.New("the cross-reference stream is shorter than its index")
		}
		for k := range count {
			f.enterRow(first+k, rows[k*total:], widths)
		}
		rows = rows[count*total:]
	}
	return s.Dict, nil
}

func fieldWidths(d Dict) (widths [3]int, total int, err error) {
	w, _ := d["W"].(Array)
	if len(w) != 3 {
		return widths, 0, errors.New("the cross-reference stream has no W")
	}
	for i := range widths {
		v, ok := w[i].(int)
		if !ok || v < 0 || v > 8 {
			return widths, 0, errors.New("the cross-reference stream has a bad W")
		}
		widths[i] = v
		total += v
	}
	if total == 0 {
		return widths, 0, errors.New("the cross-reference stream has a bad W")
	}
	return widths, total, nil
}

func (f *File) enterRow(n int, row []byte, widths [3]int) {
	field := [3]int{1, 0, 0}
	for i, w := range widths {
		if w > 0 {
			v := 0
			for _, b := range row[:w] {
				v = v<<8 | int(b)
			}
			field[i] = v
			row = row[w:]
		}
	}
	switch field[0] {
	case 1:
		f.enter(n, entry{false, field[1], field[2]})
	case 2:
		f.enter(n, entry{true, field[1], field[2]})
	}
}
