package posts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// toolbar stands over the page: which of its faces is shown, a new post, the
// filters, and what is rarely needed.
type toolbar struct {
	content *fyne.Container
	lists   *kit.Button // shown where the list has no room of its own
	views   *kit.Choice
	left    *fyne.Container
	right   *fyne.Container
}

func newToolbar(p *Page) *toolbar {
	b := &toolbar{}
	b.lists = kit.NewQuietButton(words.Text("posts.list"), theme.ListIcon(), func() { p.frame.toggle() })
	b.views = kit.NewChoice([]string{words.Text("posts.view-posts"), words.Text("posts.view-calendar"), words.Text("posts.view-figures")}, 0,
		func(i int) { p.show(view(i)) })
	more := kit.NewQuietButton(words.Text("posts.more-menu"), theme.MoreHorizontalIcon(), nil)
	more.OnTapped = func() { p.showRoomMenu(more) }
	find := kit.NewQuietButton(words.Text("posts.filter"), theme.SearchIcon(), func() { p.list.filters.toggle() })
	fresh := kit.NewButton(words.Text("posts.new"), theme.ContentAddIcon(), p.askNew)
	b.left = kit.Row(kit.Within, b.lists, kit.Wide(290, b.views))
	b.right = kit.Row(kit.Within, fresh, find, more)
	b.content = container.New(b, b.left, b.right)
	return b
}

// twoLines tells whether both sides have no room beside each other.
func (b *toolbar) twoLines(width float32) bool {
	return b.left.MinSize().Width+b.right.MinSize().Width+kit.Scaled(3*kit.Around) > width
}

// height is that of the toolbar at a width.
func (b *toolbar) height(width float32) float32 {
	line := kit.Scaled(46)
	if b.twoLines(width) {
		return 2*line - kit.Scaled(kit.Between)
	}
	return line
}

// Layout puts the faces left and the rest right; in two lines where one is too
// short.
func (b *toolbar) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	line := kit.Scaled(46)
	place := func(o fyne.CanvasObject, x, top float32) {
		least := o.MinSize()
		put(o, x, top+(line-least.Height)/2, least.Width, least.Height)
	}
	place(b.left, kit.Scaled(kit.Between), 0)
	if b.twoLines(size.Width) {
		place(b.right, kit.Scaled(kit.Between), line-kit.Scaled(kit.Between))
		return
	}
	place(b.right, size.Width-b.right.MinSize().Width-kit.Scaled(kit.Around), 0)
}

// MinSize asks for no width: what has no room is cut.
func (b *toolbar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, kit.Scaled(46)) }
