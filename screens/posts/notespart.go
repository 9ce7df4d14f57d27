package posts

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// notesPart is what author and reviewer write to each other beside the text. It
// never becomes part of the post.
type notesPart struct {
	page    *Page
	content *fyne.Container
	list    *fyne.Container
	field   *kit.Entry
	add     *kit.Button
	shown   []posts.Note
}

func newNotesPart(p *Page) *notesPart {
	n := &notesPart{page: p, list: kit.Column(kit.Within)}
	n.field = kit.NewTextEntry(words.Text("posts.note-hint"))
	n.field.SetMinRowsVisible(2)
	n.add = kit.NewButton(words.Text("posts.note-add"), nil, n.write)
	n.field.OnChanged = func(text string) { n.enable() }
	n.field.OnFocus = p.inSight(n.field)
	n.content = kit.Column(kit.Within, heading("posts.notes"), n.list, n.field, container.NewHBox(n.add))
	n.enable()
	return n
}

func (n *notesPart) enable() {
	if n.field.Text == "" {
		n.add.Disable()
	} else {
		n.add.Enable()
	}
}

// dress shows the notes of the post.
func (n *notesPart) dress() {
	d := &n.page.draft
	open := d.open && d.post.ID != 0 && d.post.Trashed.IsZero()
	setVisible(n.content, open && (d.writable() || len(d.post.Notes) > 0))
	setVisible(n.field, open && d.writable())
	setVisible(n.add, open && d.writable())
	if slices.Equal(n.shown, d.post.Notes) && len(n.list.Objects) > 0 {
		return
	}
	n.shown = slices.Clone(d.post.Notes)
	n.list.Objects = nil
	for _, note := range d.post.Notes {
		n.list.Add(n.row(note))
	}
	n.list.Refresh()
}

// row is a note with a check to tick when it is seen to.
func (n *notesPart) row(note posts.Note) fyne.CanvasObject {
	p := n.page
	who := kit.NewCaption(joined([]string{note.By.Name, momentText(p.local(note.At), p.today())}))
	text := kit.NewText(note.Text)
	if note.Done {
		text.Importance = widget.LowImportance
	}
	verb, icon := words.Text("posts.note-settle"), theme.CheckButtonIcon()
	if note.Done {
		verb, icon = words.Text("posts.note-settled"), theme.CheckButtonCheckedIcon()
	}
	settle := kit.NewQuietButton(verb, icon, func() { n.settle(note) })
	line := container.NewBorder(nil, nil, nil, settle, container.New(centredLine{}, who))
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 6),
		kit.Padded(2, 8, container.NewVBox(line, text)))
}

// write keeps a note.
func (n *notesPart) write() {
	p, text := n.page, n.field.Text
	if text == "" {
		return
	}
	p.draft.whenSaved(func() {
		id, by := p.draft.post.ID, p.who()
		safe, _ := p.ground.rules.Stored(posts.Content{Text: text})
		var post posts.Post
		var err error
		p.start(func() { post, err = p.office.AddPostNote(context.Background(), id, by, safe.Text) }, func() {
			if err != nil {
				p.host.Fail(err)
				return
			}
			n.field.SetText("")
			p.keptAs(post)
		})
	})
}

// settle marks a note as seen to, or open again.
func (n *notesPart) settle(note posts.Note) {
	p := n.page
	var err error
	p.start(func() { err = p.office.SettlePostNote(context.Background(), note.ID, !note.Done) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.refetch()
	})
}

// keptAs takes the open post as the workspace has it now.
func (p *Page) keptAs(post posts.Post) {
	if p.draft.open && p.draft.post.ID == post.ID {
		p.draft.renew(post)
	} else {
		p.shelf.put(post)
	}
	p.host.Saved(p.now())
}

// refetch reads what is beside the words of the open post: they are not touched.
func (p *Page) refetch() {
	id := p.draft.post.ID
	var post posts.Post
	var err error
	p.start(func() { post, err = p.office.Post(context.Background(), id) }, func() {
		switch {
		case err != nil:
			p.host.Fail(err)
		case p.draft.post.ID == id:
			p.keptAs(post)
		}
	})
}
