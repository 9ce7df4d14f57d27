package redline

// arena lends slices cut from large pieces, so that a comparison of thousands
// of blocks does not ask for memory thousands of times.
type arena[T any] struct {
	free []T
	last int // elements asked for the last time
}

// Elements are asked for in pieces: small at first, so that little costs little,
// and each twice as large as the last.
const firstPiece, largestPiece = 64, 4096

// lend gives room for n elements, of length 0. More may be appended; then the
// slice moves away and harms no other.
func (a *arena[T]) lend(n int) []T {
	if n > len(a.free) {
		a.last = min(max(firstPiece, 2*a.last), largestPiece)
		a.free = make([]T, max(a.last, n))
	}
	s := a.free[:0:n]
	a.free = a.free[n:]
	return s
}

// keep copies s.
func (a *arena[T]) keep(s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return append(a.lend(len(s)), s...)
}

// one is a slice that holds v alone.
func (a *arena[T]) one(v T) []T { return append(a.lend(1), v) }
