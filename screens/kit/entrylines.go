package kit

// Fyne counts the caret of a field in lines as they are wrapped; a text counts
// in letters. These lead from one to the other.

// LineBegin is the letter with which a line, as it is wrapped now, begins; 0 for
// one that is not there.
func (e *Entry) LineBegin(row int) int {
	r, c := e.CursorRow, e.CursorColumn
	e.CursorRow, e.CursorColumn = row, 0
	at := e.CursorTextOffset()
	e.CursorRow, e.CursorColumn = r, c
	return at
}

// Lines is how many lines the text takes as it is wrapped now.
func (e *Entry) Lines() int {
	n := 1
	for e.LineBegin(n) > 0 {
		n++
	}
	return n
}

// PutCaret puts the caret before a letter. Refresh shows it.
func (e *Entry) PutCaret(letter int) {
	row := e.Lines() - 1
	for ; row > 0 && e.LineBegin(row) > letter; row-- {
	}
	e.CursorRow, e.CursorColumn = row, letter-e.LineBegin(row)
}
