package redline

// cutRest cuts the blocks that have no group yet into tokens. Each of them will
// be weighed sooner or later; where they are many, both sides are cut at once.
func (al *aligner) cutRest() {
	n := al.base.reserve(al.ofA) + al.draft.reserve(al.ofB)
	if helpers(n) == 1 {
		return // each is cut when it is weighed
	}
	shared, known := al.draft.vocab, len(al.draft.ids)
	al.draft.vocab = newVocabulary()
	together(func() { al.base.cutAll(al.ofA) }, func() { al.draft.cutAll(al.ofB) })
	shared.translate(al.draft.vocab, al.draft.ids[known:])
	al.draft.vocab = shared
}

// cutAll cuts the blocks without a group.
func (s *side) cutAll(of []int32) {
	for i, n := range of {
		if n < 0 {
			s.cut(i)
		}
	}
}

// translate puts v's numbers in the place of those that another vocabulary gave
// the same tokens.
func (v *vocabulary) translate(other *vocabulary, ids []uint32) {
	numbers := make([]uint32, len(other.words))
	for n, w := range other.words {
		numbers[n] = v.number(w.text, w.sort)
	}
	for k, n := range ids {
		ids[k] = numbers[n]
	}
}
