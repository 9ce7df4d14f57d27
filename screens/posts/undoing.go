package posts

// undoing takes back what was done with posts outside their words, the last
// first. What is written is taken back in its field.
type undoing struct {
	page  *Page
	steps []func()
}

// mostUndone is how many steps can be taken back.
const mostUndone = 50

func (u *undoing) push(back func()) {
	u.steps = append(u.steps, back)
	if len(u.steps) > mostUndone {
		u.steps = u.steps[1:]
	}
}

// Undo takes back the last step.
func (u *undoing) Undo() {
	if n := len(u.steps); n > 0 {
		back := u.steps[n-1]
		u.steps = u.steps[:n-1]
		back()
	}
}

// Undo takes back the last thing done with a post, where no field has the
// keyboard.
func (p *Page) Undo() { p.undoing.Undo() }

// Redo does nothing: what was taken back is done again by doing it.
func (p *Page) Redo() {}
