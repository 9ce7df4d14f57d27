package posts

import (
	"context"
	"slices"
	"sync"
	"time"

	"synlig/data/fault"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/screens/words"
)

// savePause is how long what was written waits before it is saved, at most: a
// machine that stops loses less than a second of writing.
const savePause = 700 * time.Millisecond

// draft is the post that is open, as the person sees it. It is saved a moment
// after the first key, when the post is left, and before the page goes. Red
// personal data stays in memory: the workspace gets the masked words.
type draft struct {
	page *Page
	open bool
	post posts.Post // as the workspace has it; ID 0 until it was saved once

	content  posts.Content // as the person has it
	subject  string
	template string
	wish     time.Time // when it should be published, before it is planned

	version int  // counts everything that was written
	kept    int  // the version that is in the workspace
	red     bool // the text as last checked holds red personal data
	sending bool // a version is on its way
	writer  sync.Mutex
	pause   func()   // stops the waiting; nil when nothing waits
	then    []func() // what waits for all of it to be saved
	asked   int      // generation of reading
}

// take opens a post for reading and writing.
func (d *draft) take(post posts.Post) {
	d.rest()
	d.open, d.post, d.page.checker.then = true, post, nil
	d.content, d.subject, d.template, d.wish = cloned(post.Content), post.Subject, post.Template, post.Planned
	d.version++
	d.kept, d.red = d.version, false
	d.page.writing.fill()
	d.page.checker.now()
	d.page.opened()
}

// renew takes the post as the workspace has it now, with the same words.
func (d *draft) renew(post posts.Post) {
	moved := d.post.State != post.State
	if moved || !d.post.Copied.Equal(post.Copied) {
		d.page.frame.scroll.ScrollToTop() // what is to be done now stands above the words
	}
	d.post = post
	if post.State == posts.Planned || !post.Published.IsZero() {
		d.wish = post.Planned
	}
	d.page.writing.dress()
	d.page.side.show()
	d.page.shelf.put(post)
	if moved {
		d.page.list.reveal() // it stands among others now
		d.page.checker.now() // what can be done about it may be another thing
	}
}

func cloned(c posts.Content) posts.Content {
	c.Pictures = slices.Clone(c.Pictures)
	return c
}

// shut closes the post that is open.
func (d *draft) shut() {
	d.rest()
	d.open, d.post = false, posts.Post{}
	d.kept = d.version
	d.page.writing.dress()
	d.page.opened()
}

// shown is the post as the person sees it.
func (d *draft) shown() posts.Post {
	p := d.post
	p.Content, p.Subject, p.Template = d.content, d.subject, d.template
	if p.State != posts.Planned {
		p.Planned = d.wish
	}
	return p
}

// writable tells whether the words may be changed.
func (d *draft) writable() bool { return d.open && d.post.Open() }

// changed takes note that something was written.
func (d *draft) changed() {
	d.version++
	if d.pause == nil {
		d.pause = d.page.after(savePause, func() {
			d.pause = nil
			d.flush()
		})
	}
	d.page.checker.soon()
}

func (d *draft) dirty() bool { return d.open && d.kept != d.version }

// rest stops the waiting.
func (d *draft) rest() {
	if d.pause != nil {
		d.pause()
		d.pause = nil
	}
}

// parcel is a version on its way to the workspace.
type parcel struct {
	post    posts.Post
	by      posts.Who
	version int
}

// pack is what is to be saved now, as the person sees it.
func (d *draft) pack() parcel {
	p := d.shown()
	p.Content = cloned(p.Content)
	return parcel{p, d.page.who(), d.version}
}

// blank tells whether a post that was never saved has nothing in it.
func (d *draft) blank() bool {
	return d.post.ID == 0 && d.content.Text == "" && d.content.Link.Address == "" && len(d.content.Pictures) == 0 && d.subject == ""
}

// flush saves what was written, beside the UI goroutine.
func (d *draft) flush() {
	if !d.dirty() || d.sending || d.blank() {
		d.saved()
		return // what waits goes when what is on its way has arrived
	}
	d.rest()
	d.sending = true
	sent, rules := d.pack(), d.page.ground.rules
	var kept posts.Post
	var err error
	d.page.start(
		func() { kept, err = d.send(sent, rules) },
		func() { d.arrived(sent, kept, err) })
}

// send saves a version; red personal data is masked on its way.
func (d *draft) send(sent parcel, rules posts.Rules) (posts.Post, error) {
	d.writer.Lock()
	defer d.writer.Unlock()
	post := stored(sent.post, rules)
	if post.ID == 0 {
		if post.State == posts.Idea && post.Text != "" {
			post.State = posts.Draft
		}
		return d.page.office.AddPost(context.Background(), post)
	}
	return d.page.office.SavePost(context.Background(), post, sent.by)
}

// stored is a post as it may lie on a disk: without red personal data.
func stored(p posts.Post, rules posts.Rules) posts.Post {
	p.Content, _ = rules.Stored(p.Content)
	subject, _ := rules.Stored(posts.Content{Text: p.Subject})
	p.Subject = subject.Text
	return p
}

// arrived takes note of how the saving went.
func (d *draft) arrived(sent parcel, kept posts.Post, err error) {
	d.sending = false
	switch {
	case fault.Is(err, store.PostMovedOn):
		d.movedOn(sent)
		return
	case err != nil:
		d.then = nil
		d.page.host.Fail(err)
		return
	}
	d.accept(sent, kept)
	if d.dirty() && len(d.then) > 0 {
		d.flush()
		return
	}
	d.saved()
}

// accept makes what was kept the post that is written on.
func (d *draft) accept(sent parcel, kept posts.Post) {
	if !d.open || d.post.ID != 0 && d.post.ID != kept.ID {
		d.page.shelf.put(kept)
		return
	}
	lost := d.post.State != posts.Draft && d.post.State != posts.Idea && kept.State == posts.Draft
	d.kept = sent.version
	d.renew(kept)
	d.page.host.Saved(d.page.now())
	if lost {
		d.page.host.Say(words.Text("posts.approval-lost"), "", nil)
	}
}

// saved lets go what waited for the saving, unless something was written since.
func (d *draft) saved() {
	if d.sending || d.dirty() && !d.blank() {
		return
	}
	then := d.then
	d.then = nil
	for _, f := range then {
		f()
	}
}

// whenSaved does something when all that is written is in the workspace, and
// not at all when it cannot be saved.
func (d *draft) whenSaved(f func()) {
	d.then = append(d.then, f)
	d.flush()
}

// Unsaved tells whether something written is not in the workspace yet, or never
// will be: red personal data is only on the screen.
func (p *Page) Unsaved() bool {
	return p.draft.open && (p.draft.dirty() && !p.draft.blank() || p.draft.red)
}

// RedOnScreen is why a page cannot be left without a word: personal data that
// is not saved.
const RedOnScreen fault.Code = "post-red-on-screen"

// Save saves at once and tells how it went, for one who closes the window.
func (p *Page) Save() error {
	d := &p.draft
	d.rest()
	if d.dirty() && !d.blank() {
		sent := d.pack()
		kept, err := d.send(sent, p.ground.rules)
		if err != nil {
			return err
		}
		d.accept(sent, kept)
	}
	if d.red {
		return fault.New(RedOnScreen)
	}
	return nil
}
