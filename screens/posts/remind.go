package posts

import (
	"context"
	"time"

	"synlig/data/posts"
	"synlig/screens/words"
)

// reminderTick is how often it is looked whether a post's time has come.
const reminderTick = 30 * time.Second

// Count is how many posts need the person: to be approved, seen to, or
// published because their time has come.
func (p *Page) Count() int {
	n := 0
	for _, b := range p.shelf.desk {
		if p.waits(b) {
			n++
		}
	}
	return n
}

// waits tells whether a listed post needs the person.
func (p *Page) waits(b posts.Brief) bool {
	by := p.who()
	switch b.State {
	case posts.Submitted:
		return !b.Author.Same(by)
	case posts.Draft:
		return b.Author.Same(by) && b.OpenNotes > 0
	case posts.Planned:
		return !b.Planned.After(p.now())
	}
	return false
}

// remind says once that a post's time has come, and looks again a little later.
func (p *Page) remind() {
	if p.ticks != nil {
		p.ticks()
	}
	p.ticks = p.after(reminderTick, func() { p.remind() })
	var due []posts.Post
	var err error
	p.start(func() { due, err = p.office.DuePosts(context.Background()) }, func() {
		p.host.Refresh()
		if err != nil || len(due) == 0 {
			return
		}
		p.list.rows.Redress()
		first := due[0]
		p.host.Say(words.Text("posts.reminder", "title", cut(first.Title(), 50)), words.Text("posts.open"), func() {
			p.openThen(first.ID, func() { p.show(viewWriting) })
		})
		by := p.who()
		for _, post := range due {
			step := posts.Step{Act: posts.Remember, By: by}
			var after posts.Post
			var err error
			p.start(func() { after, err = p.office.StepPost(context.Background(), post.ID, post.Revision, step) }, func() {
				if err == nil {
					p.shelf.put(after)
					if p.draft.post.ID == after.ID {
						p.draft.renew(after)
					}
				}
			})
		}
	})
}
