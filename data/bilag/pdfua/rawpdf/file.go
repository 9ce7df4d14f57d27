package rawpdf

import (
	"errors"
	"fmt"
	"sort"
)

// Errors of Open.
var (
	ErrEncrypted = errors.New("the file is encrypted")
	ErrNoObjects = errors.New("no catalog can be found: this is no PDF file, or a broken one")
)

// Bounds against bombs: what all streams of one file may grow to together, and
// how many problems are kept.
const (
	baseBudget  = 16 << 20
	growth      = 100
	maxBudget   = 1 << 30
	maxStream   = 128 << 20
	maxProblems = 200
	maxLinks    = 32 // references that lead to references
)

type entry struct {
	packed         bool // inside an object stream
	offset         int  // in bytes, or the object stream's number
	generationOrID int  // generation, or index in the object stream
}

// File is an opened PDF file. It is not safe for use by several goroutines.
type File struct {
	Data     []byte
	Trailer  Dict // of the newest cross-reference section
	Start    int  // offset that startxref names
	entries  map[int]entry
	objects  map[int]Object
	loading  map[int]bool
	packs    map[int]*pack
	scanned  map[int]int // number → offset by searching, made when first needed
	ends     []int       // offsets of endstream, made when first needed
	problems []Problem
	budget   int // bytes that streams may still grow to
	reading  int // bytes that may still be read as objects
}

// Open reads the cross-reference sections. It gives ErrEncrypted for an
// encrypted file and ErrNoObjects when nothing can be read; what can be read in
// spite of mistakes is opened, and Problems tells of them.
func Open(data []byte) (*File, error) {
	f := &File{
		Data: data, entries: map[int]entry{}, objects: map[int]Object{}, loading: map[int]bool{},
		packs: map[int]*pack{}, budget: min(maxBudget, baseBudget+growth*len(data)),
		reading: baseBudget + growth*len(data),
	}
	if err := f.readXref(); err != nil {
		f.problem(ProblemXref, "file end", err.Error())
		f.rebuild()
	}
	if size, _ := f.Trailer["Size"].(int); len(f.problems) == 0 {
		if numbers := f.Numbers(); len(numbers) > 0 && size <= numbers[len(numbers)-1] {
			f.problem(ProblemXref, "trailer", fmt.Sprintf("Size is %d, the highest object %d", size, numbers[len(numbers)-1]))
		}
	}
	if f.Trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	if _, ok := f.Resolve(f.Trailer["Root"]).(Dict); !ok {
		return nil, ErrNoObjects
	}
	return f, nil
}

// Problems are what was noted so far; reading more objects may add to them.
func (f *File) Problems() []Problem { return f.problems }

func (f *File) problem(code, where, detail string) {
	if len(f.problems) < maxProblems {
		f.problems = append(f.problems, Problem{code, where, detail})
	}
}

// spend counts what is read as objects: bodies that overlap could else make a
// small file endless work.
func (f *File) spend(bytes int) {
	if f.reading -= bytes; f.reading <= 0 {
		f.problem(ProblemLimit, "file", "its objects overlap beyond what this reader follows")
	}
}

// Numbers are the numbers of all objects in use, rising.
func (f *File) Numbers() []int {
	out := make([]int, 0, len(f.entries))
	for n := range f.entries {
		out = append(out, n)
	}
	sort.Ints(out)
	return out
}

// Has tells whether the reference's object exists.
func (f *File) Has(r Ref) bool { _, ok := f.entries[r.Number]; return ok }

// Resolve follows references until it meets an object; nil when there is none.
func (f *File) Resolve(o Object) Object {
	for range maxLinks {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.load(r.Number)
	}
	return nil
}

func (f *File) load(n int) Object {
	if o, ok := f.objects[n]; ok {
		return o
	}
	e, ok := f.entries[n]
	if !ok || f.loading[n] || f.reading <= 0 {
		return nil
	}
	f.loading[n] = true
	defer delete(f.loading, n)
	var o Object
	if e.packed {
		o = f.unpack(n, e)
	} else {
		o = f.readAt(n, e.offset)
	}
	f.objects[n] = o
	return o
}

// readAt reads object n at offset, or where a search finds it.
func (f *File) readAt(n, offset int) Object {
	if number, _, body, ok := f.header(offset); ok && number == n {
		return f.readBody(n, body)
	}
	f.problem(ProblemOffset, Ref{Number: n}.String(), fmt.Sprintf("no \"%d … obj\" at offset %d", n, offset))
	if at, ok := f.search()[n]; ok {
		if _, _, body, ok := f.header(at); ok {
			return f.readBody(n, body)
		}
	}
	return nil
}
