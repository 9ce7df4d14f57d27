package moderation

import (
	"unicode"

	"fyne.io/fyne/v2"

	"synlig/data/moderation"
	"synlig/screens/kit"
)

// FocusGained shows the ring.
func (c *checklist) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost hides it.
func (c *checklist) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune answers the question in front by j, n and t.
func (c *checklist) TypedRune(r rune) {
	defer kit.Catch()
	a, ok := moderation.AnswerOf(unicode.ToLower(r))
	if n := c.front(); ok && a != moderation.Unanswered && n != 0 {
		c.answer(n, a)
	}
}

// TypedKey goes back to the question before (Backspace, up) and on again
// (down); Space affirms what is asked further.
func (c *checklist) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	if kit.HandOn(c, key) {
		return
	}
	switch key.Name {
	case fyne.KeyBackspace, fyne.KeyUp:
		c.step(-1)
	case fyne.KeyDown:
		c.step(1)
	case fyne.KeySpace:
		d, n := &c.page.desk, c.front()
		if q := c.page.sets.checklist.Question(n); n != 0 && q.Detail != nil && q.Detail.On == d.answers.Of(n).String() {
			d.answered(d.answers.WithDetail(n, !d.answers.Detailed(n)))
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.at != 0 {
			c.at = 0
			c.show()
		}
		if c.front() == 0 && !c.page.advice.begin() {
			c.page.doNext()
		}
	}
}

// step puts the question before or after in front.
func (c *checklist) step(by int) {
	asked, front := c.asked(), c.front()
	at := len(asked)
	for i, n := range asked {
		if n == front {
			at = i
		}
	}
	if at += by; at >= 0 && at < len(asked) && (by < 0 || c.at != 0) {
		c.at = asked[at]
		if c.page.desk.answers.Of(c.at) == moderation.Unanswered {
			c.at = 0
		}
		c.show()
	}
}
