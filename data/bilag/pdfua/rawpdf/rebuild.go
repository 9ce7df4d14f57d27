package rawpdf

import (
	"bytes"
	"regexp"
	"strconv"
)

var anyObject = regexp.MustCompile(`(?:^|[\r\n\t \x00])(\d{1,10}) (\d{1,5}) obj\b`)

// search finds objects by their words; the last of a number wins, as the newest
// is the last in the file.
func (f *File) search() map[int]int {
	if f.scanned == nil {
		f.scanned = map[int]int{}
		for _, m := range anyObject.FindAllSubmatchIndex(f.Data, 1<<20) {
			if n, err := strconv.Atoi(string(f.Data[m[2]:m[3]])); err == nil {
				f.scanned[n] = m[2]
			}
		}
	}
	return f.scanned
}

// rebuild makes entries for a file whose cross-reference cannot be read, so that
// the rest of it can still be looked at.
func (f *File) rebuild() {
	f.entries, f.Trailer = map[int]entry{}, Dict{}
	for n, at := range f.search() {
		f.entries[n] = entry{false, at, 0}
	}
	for _, n := range f.Numbers() {
		switch o := f.load(n).(type) {
		case *Stream:
			if o.Dict["Type"] == Object(Name("ObjStm")) {
				f.enterPack(n)
			}
			if o.Dict["Type"] == Object(Name("XRef")) && o.Dict["Root"] != nil {
				f.Trailer = o.Dict
			}
		case Dict:
			if o["Type"] == Object(Name("Catalog")) && f.Trailer["Root"] == nil {
				f.Trailer["Root"] = Ref{Number: n}
			}
		}
	}
	if i := bytes.LastIndex(f.Data, []byte("trailer")); i >= 0 {
		if d, ok := must(f.lexer(i+len("trailer"), "trailer").Next()).(Dict); ok && d["Root"] != nil {
			f.Trailer = d
		}
	}
}

func (f *File) enterPack(n int) {
	if p := f.pack(n); p != nil {
		for i, number := range p.numbers {
			f.enter(number, entry{true, n, i})
		}
	}
}
