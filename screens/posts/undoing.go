package posts

// undoing takes back what was done with posts outside their words, the last
// first, and does it again. What is written is taken back in its field.
type undoing struct {
	page   *Page
	done   []deed
	undone []deed
}

// deed is something that was done: the way back, and the way there again.
// Neither notes itself down as done.
type deed struct{ back, again func() }

// mostUndone is how many deeds can be taken back.
const mostUndone = 50

// push notes down what was done. What was taken back before is no longer done
// again.
func (u *undoing) push(back, again func()) {
	u.done, u.undone = append(u.done, deed{back, again}), nil
	if len(u.done) > mostUndone {
		u.done = u.done[1:]
	}
}

// Undo takes back the last deed.
func (u *undoing) Undo() {
	if n := len(u.done); n > 0 {
		last := u.done[n-1]
		u.done, u.undone = u.done[:n-1], append(u.undone, last)
		last.back()
	}
}

// Redo does again what was taken back last.
func (u *undoing) Redo() {
	if n := len(u.undone); n > 0 {
		last := u.undone[n-1]
		u.undone, u.done = u.undone[:n-1], append(u.done, last)
		last.again()
	}
}

// Undo takes back the last thing done with a post, where no field has the
// keyboard.
func (p *Page) Undo() { p.undoing.Undo() }

// Redo does again what was taken back.
func (p *Page) Redo() { p.undoing.Redo() }
