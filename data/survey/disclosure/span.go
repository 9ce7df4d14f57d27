package disclosure

import "math/bits"

// prime is 2^61 − 1. Sums of shown figures are worked out in the numbers modulo
// it, where nothing is rounded. A figure that follows from others by adding,
// subtracting and dividing follows here too; one that does not could seem to
// only if prime divided a determinant of zeros and ones, which no table of a
// reasonable size meets.
const prime = 1<<61 - 1

// span is what follows from some sums by adding and subtracting: a basis in row
// echelon form (Gauss).
type span struct {
	width int
	rows  [][]uint64
	lead  []int // of each row: its first place that is not 0, where it is 1
}

func newSpan(width int) span { return span{width: width} }

// add takes a sum into the span.
func (s *span) add(v []uint64) {
	if lead := s.reduce(v); lead >= 0 {
		scale := inverse(v[lead])
		for i := lead; i < len(v); i++ {
			v[i] = times(v[i], scale)
		}
		s.rows, s.lead = append(s.rows, v), append(s.lead, lead)
	}
}

// holds tells whether a sum follows from those taken in.
func (s *span) holds(v []uint64) bool { return s.reduce(append([]uint64(nil), v...)) < 0 }

// reduce takes the rows away from v as far as they go, in place, and gives its
// first place that is left, −1 for none. Rows are taken in the order they came:
// each has 0 at the leads of those before it.
func (s *span) reduce(v []uint64) int {
	for k, row := range s.rows {
		lead := s.lead[k]
		factor := v[lead]
		if factor == 0 {
			continue
		}
		for i := range v {
			if row[i] != 0 {
				v[i] = minus(v[i], times(factor, row[i]))
			}
		}
	}
	for i, x := range v {
		if x != 0 {
			return i
		}
	}
	return -1
}

func minus(a, b uint64) uint64 {
	if a < b {
		a += prime
	}
	return a - b
}

func times(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	sum := low&prime + (low>>61 | high<<3)
	if sum >= prime {
		sum -= prime
	}
	return sum
}

// inverse is the number that a times gives 1: a to the prime−2 (Fermat).
func inverse(a uint64) uint64 {
	result := uint64(1)
	for e := uint64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			result = times(result, a)
		}
		a = times(a, a)
	}
	return result
}
