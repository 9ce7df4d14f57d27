package rawpdf

import "fmt"

// pack is a decoded object stream (ISO 32000-1, 7.5.7).
type pack struct {
	data    []byte
	numbers []int
	offsets []int
}

func (f *File) unpack(n int, e entry) Object {
	where := Ref{Number: n}.String()
	p := f.pack(e.offset)
	if p == nil {
		f.problem(ProblemObjStm, where, fmt.Sprintf("object %d is no readable object stream", e.offset))
		return nil
	}
	i := e.generationOrID
	if i < 0 || i >= len(p.numbers) || p.numbers[i] != n {
		f.problem(ProblemObjStm, where, fmt.Sprintf("object stream %d holds another object at place %d", e.offset, i))
		return nil
	}
	if p.offsets[i] < 0 || p.offsets[i] > len(p.data) {
		f.problem(ProblemObjStm, where, "lies beyond its object stream")
		return nil
	}
	l := &Lexer{data: p.data, at: p.offsets[i], refs: true, note: func(code, detail string) { f.problem(code, where, detail) }}
	o, err := l.Next()
	f.spend(l.at - p.offsets[i])
	if _, bare := o.(Keyword); err != nil || bare {
		f.problem(ProblemSyntax, where, "no object in its object stream")
		return nil
	}
	return o
}

func (f *File) pack(n int) *pack {
	if p, ok := f.packs[n]; ok {
		return p
	}
	f.packs[n] = nil
	if e, ok := f.entries[n]; !ok || e.packed { // may not lie in another one
		return nil
	}
	s, ok := f.load(n).(*Stream)
	if !ok {
		return nil
	}
	count, ok1 := f.Resolve(s.Dict["N"]).(int)
	first, ok2 := f.Resolve(s.Dict["First"]).(int)
	data, err := f.Decode(s)
	if err != nil || !ok1 || !ok2 || count < 0 || first < 0 || first > len(data) || count > first {
		return nil
	}
	p := &pack{data: data}
	l := &Lexer{data: data[:first], note: func(code, detail string) { f.problem(code, Ref{Number: n}.String(), detail) }}
	for range count {
		number, ok1 := must(l.Next()).(int)
		offset, ok2 := must(l.Next()).(int)
		if !ok1 || !ok2 {
			return nil
		}
		p.numbers = append(p.numbers, number)
		p.offsets = append(p.offsets, first+offset)
	}
	f.packs[n] = p
	return p
}
