package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/words"
)

// Select is a list that folds out, of which one line is chosen. Lines are told
// apart by their place, so two may read the same.
type Select struct {
	widget.Select
	picked  func(index int)
	filling bool // the program fills the list, nobody chooses
}

// NewSelect is a list without a choice. picked is told when a person chooses.
func NewSelect(labels []string, picked func(index int)) *Select {
	s := &Select{picked: picked}
	s.Options = labels
	s.PlaceHolder = words.Text("shell.choose")
	s.OnChanged = func(string) {
		if !s.filling && s.SelectedIndex() >= 0 {
			defer Catch()
			s.picked(s.SelectedIndex())
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetLabels puts other lines in and shows one as chosen, without telling
// anybody; -1 for none.
func (s *Select) SetLabels(labels []string, chosen int) {
	s.filling = true
	defer func() { s.filling = false }()
	s.Options = labels
	if chosen < 0 || chosen >= len(labels) {
		s.ClearSelected()
	} else {
		s.SetSelectedIndex(chosen)
	}
	s.Refresh()
}

// TypedKey hands Esc and F1 on.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if !HandOn(s, key) {
		s.Select.TypedKey(key)
	}
}
