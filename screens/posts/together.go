package posts

import (
	"context"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// movedOn is when a colleague kept another version of the post that is written
// on here. Where they changed no words, ours go on top of theirs; else the
// person says which words stand. Those that do not stay in the post's history.
func (d *draft) movedOn(sent parcel) {
	p, base := d.page, d.post
	var theirs posts.Post
	var err error
	p.start(func() { theirs, err = p.office.Post(context.Background(), sent.post.ID) }, func() {
		switch {
		case err != nil:
			d.then = nil
			p.host.Fail(err)
		case !d.open || d.post.ID != theirs.ID:
			p.host.Fail(err)
		case theirs.Content.Same(base.Content) || theirs.Content.Same(sent.post.Content):
			d.post = theirs
			d.flush()
		default:
			d.askWhose(theirs)
		}
	})
}

// askWhose asks whose words stand.
func (d *draft) askWhose(theirs posts.Post) {
	p := d.page
	then := d.then
	d.then = nil
	body := kit.Column(kit.Around,
		kit.NewText(words.Text("posts.moved-on-text")),
		kit.NewCard(kit.Column(kit.Within, kit.NewCaption(words.Text("posts.moved-on-theirs")), kit.NewText(theirs.Text))),
		kit.NewCard(kit.Column(kit.Within, kit.NewCaption(words.Text("posts.moved-on-mine")), kit.NewText(d.content.Text))))
	p.host.Sheet(words.Text("posts.moved-on-title"), 560, body,
		kit.NewButton(words.Text("posts.use-theirs"), nil, func() { d.take(theirs) }),
		kit.NewMainButton(words.Text("posts.use-mine"), nil, func() {
			d.post = theirs
			d.then = then
			d.flush()
		}))
}
