package posts

import (
	"slices"
	"time"

	"synlig/data/danish"
	"synlig/data/posts"
)

// checkPause is how long a person stops writing before the text is checked.
const checkPause = 60 * time.Millisecond

// checker looks the open post over beside the UI goroutine. Typing never waits
// for it, and the newest result wins.
type checker struct {
	page    *Page
	verdict verdict
	running bool
	again   bool   // something was written while it ran
	then    func() // what waits for a verdict about the text as it is
	wait    func()
}

// verdict is what there is to say about a post.
type verdict struct {
	version int
	text    string
	hints   []posts.Hint
	red     []danish.Find
	read    danish.Readability
	count   int // characters as people count them
	mobile  int // the letter before which Facebook folds on a phone, -1 for none
	desktop int // and on a large screen
}

// soon checks when the writing has paused.
func (c *checker) soon() {
	if c.wait != nil {
		c.wait()
	}
	c.wait = c.page.after(checkPause, func() {
		c.wait = nil
		c.now()
	})
}

// now checks at once, beside the UI goroutine.
func (c *checker) now() {
	if c.wait != nil {
		c.wait()
		c.wait = nil
	}
	if c.running {
		c.again = true
		return
	}
	p := c.page
	if !p.draft.open || !p.ground.ready {
		return
	}
	c.running = true
	shown, ground, version := p.draft.shown(), p.ground, p.draft.version
	shown.Content = cloned(shown.Content)
	var v verdict
	p.start(func() { v = judge(shown, ground, version) }, func() {
		c.running = false
		if p.draft.open && v.version >= c.verdict.version {
			c.verdict = v
			p.judged()
		}
		if then := c.then; then != nil && c.current() {
			c.then = nil
			then()
		}
		if c.again {
			c.again = false
			c.now()
		}
	})
}

// judge looks a post over.
func judge(p posts.Post, g ground, version int) verdict {
	v := verdict{version: version, text: p.Text, count: posts.Count(p.Text), mobile: -1, desktop: -1}
	v.hints = posts.Check(p, g.rules, g.pages, g.settings)
	if g.rules.Danish != nil {
		v.read = g.rules.Danish.Measure(p.Text)
	}
	_, v.red = g.rules.Stored(p.Content)
	if at, folded := posts.Fold(p.Text, g.settings.FoldMobile); folded {
		v.mobile = at
	}
	if at, folded := posts.Fold(p.Text, g.settings.FoldDesktop); folded {
		v.desktop = at
	}
	return v
}

// current tells whether the verdict is about the text as it is now.
func (c *checker) current() bool { return c.verdict.version == c.page.draft.version }

// judged shows what was found.
func (p *Page) judged() {
	v := &p.checker.verdict
	p.draft.red = len(v.red) > 0
	p.writing.judged(v)
	p.side.judged(v)
}

// sameHints tells whether two lists say the same in the same places.
func sameHints(a, b []posts.Hint) bool {
	return slices.EqualFunc(a, b, func(x, y posts.Hint) bool {
		return x.Code == y.Code && x.Level == y.Level && x.From == y.From && x.To == y.To && x.Words == y.Words &&
			slices.Equal(x.Mends, y.Mends)
	})
}
