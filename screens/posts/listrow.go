package posts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// listRow is a row of the list: a state with how many, or a post with its first
// words and when.
type listRow struct {
	widget.BaseWidget
	list *list
	row  int
	over bool
}

func newListRow(l *list) *listRow {
	r := &listRow{list: l}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) dress(row int) {
	r.row, r.over = row, false
	r.Refresh()
}

func (r *listRow) item() item {
	if r.row < len(r.list.items) {
		return r.list.items[r.row]
	}
	return item{}
}

// Tapped opens the post, or folds the state.
func (r *listRow) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	row := r.row
	r.list.page.host.Canvas().Focus(r.list.rows)
	r.list.press(row)
}

// TappedSecondary offers what can be done with a post.
func (r *listRow) TappedSecondary(at *fyne.PointEvent) {
	defer kit.Catch()
	if id := r.item().brief.ID; id != 0 {
		p := r.list.page
		p.openThen(id, func() { p.showMenu(at.AbsolutePosition) })
	}
}

// MouseIn shows what a click would open.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.over = true; r.Refresh() }

// MouseMoved does nothing more.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (r *listRow) MouseOut() { r.over = false; r.Refresh() }

// Cursor is a hand.
func (r *listRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the row.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	d := &listRowRenderer{row: r, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
		icon: widget.NewIcon(nil), title: kit.NewCaption(""), below: kit.NewCaption(""), count: kit.NewCaption("")}
	d.Refresh()
	return d
}

type listRowRenderer struct {
	row               *listRow
	ground, bar, line *canvas.Rectangle
	icon              *widget.Icon
	title             *kit.Caption
	below             *kit.Caption
	count             *kit.Caption
}

func (d *listRowRenderer) Destroy()           {}
func (d *listRowRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (d *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.ground, d.line, d.bar, d.icon, d.title, d.below, d.count}
}

func (d *listRowRenderer) Refresh() {
	it, p := d.row.item(), d.row.list.page
	chosen := it.brief.ID != 0 && it.brief.ID == p.draft.post.ID && p.draft.open
	d.ground.FillColor = color.Transparent
	switch {
	case chosen:
		d.ground.FillColor = theme.Color(kit.ColorChosen)
	case d.row.over:
		d.ground.FillColor = theme.Color(theme.ColorNameHover)
	case it.head != "":
		d.ground.FillColor = theme.Color(kit.ColorGround)
	}
	d.bar.FillColor, d.bar.Hidden = theme.Color(kit.ColorAccent), !chosen
	d.line.FillColor = theme.Color(kit.ColorLine)
	d.title.Bold, d.title.Ink, d.title.Letters = it.head != "", kit.ColorText, theme.SizeNameText
	d.below.Ink = kit.ColorQuiet
	d.count.Text, d.below.Text = "", ""
	d.icon.Hidden = it.head == ""
	switch {
	case it.head != "":
		d.icon.SetResource(stateIcon(it.head))
		d.title.Text, d.count.Text = stateText(it.head), number(it.count)
		if p.list.folded[it.head] && !p.shelf.finding() {
			d.count.Text += " ›"
		}
	case it.line != "":
		d.title.Text, d.title.Ink = it.line, kit.ColorQuiet
		if it.more {
			d.title.Ink = kit.ColorAccent
		}
	default:
		d.title.Text = titleOf(it.brief)
		d.below.Text, d.below.Ink = p.belowOf(it.brief)
	}
	d.Layout(d.row.Size())
	for _, o := range d.Objects() {
		o.Refresh()
	}
}

func (d *listRowRenderer) Layout(size fyne.Size) {
	it, s := d.row.item(), kit.Scaled
	d.ground.Resize(size)
	d.bar.Resize(fyne.NewSize(s(3), size.Height))
	d.line.Move(fyne.NewPos(0, size.Height-1))
	d.line.Resize(fyne.NewSize(size.Width, 1))
	left, right := s(14), s(10)
	title := d.title.MinSize().Height
	top := (size.Height - title) / 2
	if it.head != "" {
		side := s(18)
		d.icon.Move(fyne.NewPos(left, (size.Height-side)/2))
		d.icon.Resize(fyne.NewSquareSize(side))
		left += side + s(8)
		count := d.count.Natural()
		d.count.Move(fyne.NewPos(size.Width-right-count, (size.Height-d.count.MinSize().Height)/2))
		d.count.Resize(fyne.NewSize(count, d.count.MinSize().Height))
		right += count + s(8)
	}
	if d.below.Text != "" {
		below := d.below.MinSize().Height
		top = (size.Height - title - below) / 2
		d.below.Move(fyne.NewPos(left, top+title))
		d.below.Resize(fyne.NewSize(max(size.Width-left-right, 0), below))
	}
	d.title.Move(fyne.NewPos(left, top))
	d.title.Resize(fyne.NewSize(max(size.Width-left-right, 0), title))
}

// titleOf is what a post is called in a list.
func titleOf(b posts.Brief) string {
	switch {
	case b.Title != "":
		return b.Title
	case b.Subject != "":
		return b.Subject
	}
	return words.Text("posts.untitled")
}

// belowOf is the second line of a post in the list: when, who, and what waits.
func (p *Page) belowOf(b posts.Brief) (string, fyne.ThemeColorName) {
	today, ink := p.today(), kit.ColorQuiet
	var parts []string
	switch {
	case b.State == posts.Planned && !b.Planned.After(p.now()):
		parts, ink = append(parts, words.Text("posts.due", "when", momentText(p.local(b.Planned), today))), kit.ColorCare
	case b.State == posts.Planned:
		parts = append(parts, relativeText(p.local(b.Planned), today))
	case !b.Published.IsZero():
		parts = append(parts, dayText(p.local(b.Published), today))
	default:
		if b.OpenNotes > 0 {
			parts, ink = append(parts, words.Count("posts.notes-open", b.OpenNotes)), kit.ColorCare
		}
		parts = append(parts, b.Author.Name)
		if !b.Planned.IsZero() {
			parts = append(parts, words.Text("posts.wished", "when", dayText(p.local(b.Planned), today)))
		}
	}
	if b.Clicks >= 0 {
		parts = append(parts, words.Count("posts.clicks", b.Clicks))
	}
	return strings.Join(parts, " · "), ink
}
