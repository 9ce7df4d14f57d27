package shell

import (
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// titleBar is the line above the room: its title, the search field where the
// room can be searched, and its one main action.
type titleBar struct {
	w      *Window
	object *fyne.Container
	title  *widget.Label
	search *kit.Entry
	action *kit.Button
}

func newTitleBar(w *Window) *titleBar {
	b := &titleBar{w: w, title: kit.NewTitle("")}
	b.search = kit.NewEntry(words.Text("shell.search-hint"))
	b.search.Icon = theme.SearchIcon()
	b.search.OnChanged = b.searched
	b.search.OnEscape = b.leaveSearch
	b.action = kit.NewMainButton("", nil, nil)
	b.search.Hide()
	b.action.Hide()
	b.object = container.New(titleLayout{b}, b.title, b.search, b.action)
	return b
}

// refresh shows the title, search and action of the room in front.
func (b *titleBar) refresh() {
	if b.w.front == nil {
		return
	}
	page := b.w.front.page
	b.title.SetText(title(page.Key()))
	_, searchable := page.(Searcher)
	show(b.search, searchable)
	actor, acts := page.(Actor)
	if acts {
		label, run := actor.Action()
		b.action.OnTapped = run
		b.action.SetText(label)
		acts = label != ""
	}
	show(b.action, acts)
	b.object.Refresh()
}

func (b *titleBar) searched(text string) {
	if s, ok := b.w.front.page.(Searcher); ok {
		s.Search(text)
	}
}

// leaveSearch empties the field on Esc; when it was empty, Esc goes on to the
// window.
func (b *titleBar) leaveSearch() bool {
	if b.search.Text == "" {
		b.w.Canvas().Unfocus()
		return true
	}
	b.search.SetText("")
	return true
}

// focusSearch gives the search field the keyboard (Ctrl+K).
func (b *titleBar) focusSearch() {
	if b.search.Visible() {
		b.w.Canvas().Focus(b.search)
		b.search.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// Widths of the line's parts at scale 1.
const (
	searchWidth float32 = 240
	titleLeast  float32 = 150
)

// heightFor is the line's height in that width: two rows where one is too
// narrow, so that nothing is cut at 200 %.
func (b *titleBar) heightFor(width float32) float32 {
	pad, row := kit.Scaled(kit.Within), b.rowHeight()
	if b.fits(width) {
		return row + 2*pad
	}
	return 2*row + 3*pad
}

func (b *titleBar) rowHeight() float32 {
	return max(b.title.MinSize().Height, b.action.MinSize().Height, b.search.MinSize().Height)
}

func (b *titleBar) fits(width float32) bool {
	return kit.Scaled(titleLeast)+b.tools() <= width-2*kit.Scaled(kit.Between)
}

// tools is the width of search and action with the space before each.
func (b *titleBar) tools() (width float32) {
	if b.search.Visible() {
		width += kit.Scaled(searchWidth + kit.Between)
	}
	if b.action.Visible() {
		width += b.action.MinSize().Width + kit.Scaled(kit.Between)
	}
	return width
}

// titleLayout places title, search and action, in that order.
type titleLayout struct{ b *titleBar }

func (l titleLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b, gap, pad := l.b, kit.Scaled(kit.Between), kit.Scaled(kit.Within)
	row, y := b.rowHeight(), pad
	titleWidth := size.Width - 2*gap - b.tools()
	if !b.fits(size.Width) {
		titleWidth = size.Width - 2*gap
	}
	place(b.title, gap, y+(row-b.title.MinSize().Height)/2, titleWidth, b.title.MinSize().Height)
	if !b.fits(size.Width) {
		y += row + pad
	}
	right := size.Width - kit.Scaled(kit.Around)
	if b.action.Visible() {
		least := b.action.MinSize()
		right -= least.Width
		place(b.action, right, y+(row-least.Height)/2, least.Width, least.Height)
		right -= gap
	}
	if b.search.Visible() {
		width := min(kit.Scaled(searchWidth), right-gap)
		height := b.search.MinSize().Height
		place(b.search, right-width, y+(row-height)/2, width, height)
	}
}

func (l titleLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
