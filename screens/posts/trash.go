package posts

import (
	"context"

	"synlig/data/posts"
	"synlig/screens/words"
)

// trash puts the open post in the trash. It can be taken back.
func (p *Page) trash() {
	d := &p.draft
	if !d.open {
		return
	}
	if d.post.ID == 0 { // it was never kept
		d.red = false
		d.shut()
		return
	}
	d.whenSaved(func() {
		post, by := d.post, p.who()
		var after posts.Post
		var err error
		p.start(func() { after, err = p.office.TrashPost(context.Background(), post.ID, post.Revision, by) }, func() {
			if err != nil {
				p.host.Fail(err)
				return
			}
			d.red = false
			d.shut()
			p.shelf.read(nil)
			p.undoing.push(func() { p.restorePost(after) }, func() { p.trashAgain(after.ID) })
			p.host.Say(words.Text("posts.trashed"), words.Text("posts.undo"), p.undoing.Undo)
		})
	})
}

// trashAgain puts a post in the trash as it stands now.
func (p *Page) trashAgain(id int64) {
	by := p.who()
	var err error
	p.start(func() {
		var post posts.Post
		if post, err = p.office.Post(context.Background(), id); err == nil {
			_, err = p.office.TrashPost(context.Background(), id, post.Revision, by)
		}
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if p.draft.post.ID == id {
			p.draft.red = false
			p.draft.shut()
		}
		p.shelf.read(nil)
	})
}

// restore takes the open post out of the trash.
func (p *Page) restore() { p.restorePost(p.draft.post) }

func (p *Page) restorePost(post posts.Post) {
	by := p.who()
	var after posts.Post
	var err error
	p.start(func() {
		// Its revision may be another one by now: it was restored and thrown away.
		if post, err = p.office.Post(context.Background(), post.ID); err == nil {
			after, err = p.office.RestorePost(context.Background(), post.ID, post.Revision, by)
		}
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.shelf.filter.Trash = false
		p.draft.take(after)
		p.shelf.read(nil)
	})
}

// showTrash lists what lies in the trash, or the posts again.
func (p *Page) showTrash() {
	p.leave(func() {
		p.shelf.filter.Trash = !p.shelf.filter.Trash
		if p.draft.open {
			p.draft.shut()
		}
		p.show(viewWriting)
		p.shelf.read(nil)
	})
}
