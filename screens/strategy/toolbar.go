package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/document"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// toolbar stands over the document: which version against which, how it is
// shown, and what else can be done with it.
type toolbar struct {
	page    *Page
	view    view
	title   *kit.Caption
	example *kit.Caption
	views   *switcher
	content *fyne.Container
	outline *kit.Button // shown where there is no room for the outline
	changes *kit.Button // shown where there is no room for the changes
	more    *kit.Button // what else can be done with the document
	back    *kit.Button
}

func newToolbar(p *Page) *toolbar {
	b := &toolbar{page: p, title: kit.NewCaption(""), example: kit.NewCaption(words.Text("strategy.example"))}
	b.title.Letters, b.title.Ink, b.title.Bold = theme.SizeNameText, kit.ColorText, true
	b.example.Ink, b.example.Bold = kit.ColorCare, true
	b.views = newSwitcher([]string{
		words.Text("strategy.view_marked"), words.Text("strategy.view_clean"), words.Text("strategy.view_parallel"),
	}, func(i int) {
		b.view = view(i)
		p.setView(b.view)
	})
	b.outline = kit.NewQuietButton(words.Text("strategy.outline"), theme.ListIcon(), func() { p.frame.toggle(sideOutline) })
	b.changes = kit.NewQuietButton(words.Text("strategy.changes_panel"), theme.DocumentCreateIcon(), func() { p.frame.toggle(sideChanges) })
	b.more = kit.NewQuietButton(words.Text("strategy.more"), theme.MoreHorizontalIcon(), p.showMore)
	b.back = kit.NewButton(p.about("strategy.back"), theme.NavigateBackIcon(), p.backToStrategy)
	b.content = container.New(b.layout(), b.title, b.example, b.views, b.outline, b.changes, b.more, b.back)
	return b
}

func (b *toolbar) layout() *toolbarLayout { return &toolbarLayout{b} }

// choose switches to a view.
func (b *toolbar) choose(v view) { b.views.set(int(v)) }

// dress says what is shown.
func (b *toolbar) dress() {
	p := b.page
	b.title.Set(p.versus())
	b.example.Hidden = !p.shownRevision().Example
	b.back.Hidden = p.compared == nil
	b.content.Refresh()
}

// versus says which version stands against which.
func (p *Page) versus() string {
	if p.compared != nil && p.compared.whatIf != nil {
		return words.Text("strategy.what_if_title")
	}
	if p.compared != nil {
		return words.Text("strategy.compared", "old", p.compared.old, "new", p.compared.new)
	}
	r := p.revision
	pairs := []string{"draft", number(r.Draft.Number), "base", number(r.Base.Number)}
	if r.Base.Status == document.Approved && !r.Base.Meeting.Date.IsZero() {
		return words.Text("strategy.versus_approved", append(pairs, "date", words.LongDate(r.Base.Meeting.Date))...)
	}
	return words.Text("strategy.versus", pairs...)
}

// toolbarLayout puts the words left and the choices right; in two lines where
// one is too short.
type toolbarLayout struct{ bar *toolbar }

func (l *toolbarLayout) parts() (left, right []fyne.CanvasObject) {
	b := l.bar
	for _, o := range []fyne.CanvasObject{b.back, b.title, b.example} {
		if o.Visible() {
			left = append(left, o)
		}
	}
	for _, o := range []fyne.CanvasObject{b.outline, b.changes, b.views, b.more} {
		if o.Visible() {
			right = append(right, o)
		}
	}
	return left, right
}

// natural is the width an object would like.
func (l *toolbarLayout) natural(o fyne.CanvasObject) float32 {
	if c, ok := o.(*kit.Caption); ok {
		return c.Natural()
	}
	return o.MinSize().Width
}

func (l *toolbarLayout) row(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		width += l.natural(o) + kit.Scaled(kit.Between)
	}
	return width
}

func (l *toolbarLayout) twoLines(width float32) bool {
	left, right := l.parts()
	return l.row(left)+l.row(right)+kit.Scaled(2*kit.Around) > width
}

func (l *toolbarLayout) line() float32 { return kit.Scaled(46) }

// height is that of the toolbar at a width.
func (l *toolbarLayout) height(width float32) float32 {
	if l.twoLines(width) {
		return 2*l.line() - kit.Scaled(kit.Between)
	}
	return l.line()
}

func (l *toolbarLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	left, right := l.parts()
	s, line := kit.Scaled, l.line()
	two := l.twoLines(size.Width)
	room := size.Width - s(2*kit.Around)
	if !two {
		room -= l.row(right)
	}
	x := s(kit.Around)
	for _, o := range left {
		width := min(l.natural(o), max(room-(x-s(kit.Around)), 0))
		l.put(o, x, 0, width, line)
		x += width + s(kit.Between)
	}
	x, top := size.Width-s(kit.Around)-l.row(right)+s(kit.Between), float32(0)
	if two {
		x, top = s(kit.Around), line-s(kit.Between)
	}
	for _, o := range right {
		l.put(o, x, top, o.MinSize().Width, line)
		x += o.MinSize().Width + s(kit.Between)
	}
}

func (l *toolbarLayout) put(o fyne.CanvasObject, x, top, width, line float32) {
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	o.Move(fyne.NewPos(x, top+(line-height)/2))
}

func (l *toolbarLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, l.line()) }
