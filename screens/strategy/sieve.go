package strategy

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sieve is one list of the filter: what of something is to be listed. Its first
// value stands for all.
type sieve[T comparable] struct {
	list    *widget.Select
	framed  fyne.CanvasObject
	values  []T // by index in the list's options
	filling bool
}

// newSieve is a sieve that lets all pass; all is the value that stands for that.
func newSieve[T comparable](all T, chosen func()) *sieve[T] {
	s := &sieve[T]{values: []T{all}}
	s.list = widget.NewSelect(nil, func(string) {
		if !s.filling {
			chosen()
		}
	})
	s.framed = framed(s.list)
	return s
}

// offer fills the list; the first is for all. What was chosen stays so where it
// is still there. A list with nothing to choose from is hidden and lets all pass.
func (s *sieve[T]) offer(values []T, names []string) {
	chosen := s.chosen()
	s.filling = true
	s.values, s.list.Options = values, names
	s.list.SetSelectedIndex(max(slices.Index(values, chosen), 0))
	s.filling = false
	if len(values) > 2 {
		s.framed.Show()
	} else {
		s.clear()
		s.framed.Hide()
	}
}

// chosen is what is to be listed.
func (s *sieve[T]) chosen() T { return s.values[max(s.list.SelectedIndex(), 0)] }

// all tells whether everything passes.
func (s *sieve[T]) all() bool { return s.list.SelectedIndex() <= 0 }

// clear lets everything pass, without telling.
func (s *sieve[T]) clear() {
	s.filling = true
	s.list.SetSelectedIndex(0)
	s.filling = false
}

// passes tells whether a value is listed.
func (s *sieve[T]) passes(value T) bool { return s.all() || s.chosen() == value }
