package posts

import (
	"context"
	"time"

	"synlig/data/danish"
	"synlig/data/links"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// loadingAfter is how long reading may last before the page says so.
const loadingAfter = 300 * time.Millisecond

// ground is what the checks stand on: the office's rules, word lists, settings
// and link library. It is replaced as a whole, never changed.
type ground struct {
	ready    bool
	settings posts.Settings
	rules    posts.Rules
	pages    []links.Page
	index    *links.Index
	sites    links.Sites
	facebook string // what is opened to publish
	campaign bool   // the website's statistics are told where a click came from
}

// readGround reads all that the checks stand on.
func (p *Page) readGround(ctx context.Context) (g ground, err error) {
	lists, err := p.office.WordLists(ctx)
	if err != nil {
		return g, err
	}
	if g.settings, err = p.office.PostSettings(ctx); err != nil {
		return g, err
	}
	if g.sites, err = p.office.Sites(ctx); err != nil {
		return g, err
	}
	if g.pages, err = p.office.Links(ctx); err != nil {
		return g, err
	}
	if g.campaign, err = p.office.SettingBool(ctx, campaignKey, false); err != nil {
		return g, err
	}
	g.settings.Sites = g.sites
	templates, _, err := p.office.PostTemplates(ctx)
	if err != nil {
		return g, err
	}
	g.rules = posts.Rules{Danish: danish.New(lists), Templates: posts.ParseTemplates(templates)}
	g.index, g.facebook, g.ready = links.NewIndex(g.pages), facebookHome, true
	return g, nil
}

// facebookHome is where a post is written.
const facebookHome = "https://www.facebook.com/"

// Reload reads the workspace anew, as after a colleague's saving. What is being
// written stays.
func (p *Page) Reload() { p.reload(nil) }

func (p *Page) reload(done func()) {
	p.draft.flush()
	stop := p.after(loadingAfter, func() {
		if !p.shelf.ready {
			p.frame.showLoading()
		}
	})
	var g ground
	var err error
	p.start(func() { g, err = p.readGround(context.Background()) }, func() {
		if err != nil {
			stop()
			p.frame.showFault(err)
			return
		}
		p.ground = g
		p.shelf.read(func() {
			stop()
			p.reloaded()
			if done != nil {
				done()
			}
		})
	})
}

// reloaded goes on with the open post as it is now.
func (p *Page) reloaded() {
	switch {
	case p.shelf.err != nil:
		p.frame.showFault(p.shelf.err)
		return
	case p.shelf.empty() && !p.draft.open:
		p.frame.showEmpty()
		return
	}
	p.frame.showWork()
	p.remind()
	if !p.begun {
		p.begun = true
		if p.openFirst() {
			return // it is read as it is now
		}
	}
	if p.draft.open && p.draft.post.ID != 0 && !p.draft.dirty() {
		p.reread()
		return
	}
	p.checker.now()
}

// openFirst opens, when the room is first shown, what waits for the person, else
// what they wrote in last. It tells whether there is such a post.
func (p *Page) openFirst() bool {
	if p.draft.open {
		return false
	}
	var first, own int64
	for _, it := range p.list.items {
		switch b := it.brief; {
		case b.ID == 0:
		case first == 0 && p.waits(b):
			first = b.ID
		case own == 0 && b.State == posts.Draft && b.Author.Same(p.who()):
			own = b.ID
		}
	}
	if first == 0 {
		first = own
	}
	if first == 0 {
		return false
	}
	p.open(first)
	return true
}

// reread reads the open post again, unless it is written on.
func (p *Page) reread() {
	d := &p.draft
	id, version := d.post.ID, d.version
	var post posts.Post
	var err error
	p.start(func() { post, err = p.office.Post(context.Background(), id) }, func() {
		switch {
		case d.post.ID != id || d.version != version:
		case err != nil:
			d.shut()
		case post.Content.Same(stored(d.shown(), p.ground.rules).Content):
			d.renew(post) // the same words: the caret stays where it is
			p.checker.now()
		default:
			d.take(post)
		}
	})
}

// open opens a post, after what is written in the one before is saved.
func (p *Page) open(id int64) { p.openThen(id, nil) }

func (p *Page) openThen(id int64, then func()) {
	if p.draft.open && p.draft.post.ID == id {
		if then != nil {
			then()
		}
		return
	}
	p.leave(func() { p.read(id, then) })
}

// read reads a post and opens it.
func (p *Page) read(id int64, then func()) {
	d := &p.draft
	d.asked++
	mine := d.asked
	var post posts.Post
	var err error
	p.start(func() { post, err = p.office.Post(context.Background(), id) }, func() {
		switch {
		case mine != d.asked:
		case err != nil:
			p.host.Fail(err)
			p.shelf.read(nil)
		default:
			d.take(post)
			if then != nil {
				then()
			}
		}
	})
}

// leave goes away from the open post when it is saved. Red personal data is
// only on the screen, so that is said first.
func (p *Page) leave(then func()) {
	d := &p.draft
	if !d.open {
		then()
		return
	}
	if d.red {
		p.host.Sheet(words.Text("posts.leave-red-title"), 460, kit.NewText(words.Text("posts.leave-red-text")),
			kit.NewButton(words.Text("posts.leave-red-verb"), nil, func() {
				d.red = false
				d.whenSaved(then)
			}),
			kit.NewMainButton(words.Text("posts.stay"), nil, func() { p.host.Canvas().Focus(p.writing.text.Field()) }))
		return
	}
	d.whenSaved(then)
}

// opened shows which post is open, wherever that is seen.
func (p *Page) opened() {
	p.list.reveal()
	p.side.fill()
	p.frame.Refresh()
	p.host.Refresh()
}
