package posts

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// askNew asks what a new post begins from: nothing, or a template.
func (p *Page) askNew() {
	p.leave(func() {
		var shut func()
		list := kit.Column(kit.Within)
		choose := func(t posts.Template) func() {
			return func() {
				shut()
				p.begin(t)
			}
		}
		empty := kit.NewMainButton(words.Text("posts.new-empty"), theme.ContentAddIcon(), choose(posts.Template{}))
		for _, t := range p.ground.rules.Templates {
			b := kit.NewButton(t.Name, nil, choose(t))
			b.Alignment = widget.ButtonAlignLeading
			about := kit.NewQuiet(t.About)
			about.SizeName = theme.SizeNameCaptionText
			list.Add(container.NewBorder(nil, nil, kit.Wide(180, b), nil, about))
		}
		body := kit.Column(kit.Around, container.NewHBox(empty), kit.NewCaption(words.Text("posts.new-from")), list)
		shut = p.host.Sheet(words.Text("posts.new-title"), 560, body, kit.NewButton(words.Text("posts.cancel"), nil, nil))
		p.host.Canvas().Focus(empty)
	})
}

// begin begins a post. It is kept when something is written in it.
func (p *Page) begin(t posts.Template) {
	post := posts.New(p.who(), p.now())
	post.Template, post.Subject = t.Key, t.Subject
	if text := t.Start(); text != "" {
		post.State, post.Text = posts.Draft, text
	}
	p.beginWith(post)
}

// beginWith begins a post with words of its own.
func (p *Page) beginWith(post posts.Post) {
	p.show(viewWriting)
	p.frame.showWork()
	p.frame.shut()
	p.draft.take(post)
	if post.Text != "" {
		p.draft.changed() // it has words already: keep them
		p.draft.flush()
	}
	p.host.Canvas().Focus(p.writing.text.Field())
	if slots := posts.OpenSlots(post.Text); len(slots) > 0 {
		p.writing.text.Select(slots[0].From, slots[0].To)
	}
}

// reuse begins a post with the words of the open one.
func (p *Page) reuse() {
	p.leave(func() {
		fresh := p.draft.post.Reuse(p.who(), p.now())
		p.beginWith(fresh)
		p.host.Say(words.Text("posts.reused"), "", nil)
	})
}

// seeExample takes the example posts in, where the workspace can.
func (p *Page) seeExample() {
	p.host.Say(words.Text("posts.example-where"), "", nil)
}
