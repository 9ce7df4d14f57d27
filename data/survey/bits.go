package survey

import "math/bits"

// Bits is a set of respondents, a bit for each.
type Bits []uint64

// NewBits is an empty set with room for n respondents.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// AllBits is the set of the first n respondents.
func AllBits(n int) Bits {
	b := NewBits(n)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(n%64) - 1
	}
	return b
}

// Has tells whether respondent r is in the set.
func (b Bits) Has(r int) bool { return b[r/64]>>(r%64)&1 != 0 }

// Set puts r into the set.
func (b Bits) Set(r int) { b[r/64] |= 1 << (r % 64) }

// Count is how many are in the set.
func (b Bits) Count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// CountIn is how many are in both sets.
func (b Bits) CountIn(other Bits) int {
	n := 0
	for i, word := range b {
		n += bits.OnesCount64(word & other[i])
	}
	return n
}

// each calls f with every member, ascending.
func (b Bits) each(f func(r int)) {
	for i, word := range b {
		for ; word != 0; word &= word - 1 {
			f(i*64 + bits.TrailingZeros64(word))
		}
	}
}
