package posts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// libraryRow is one page in the list: title and topic, address, and what the
// last check said, as a word beside an icon.
type libraryRow struct {
	widget.BaseWidget
	tapped, taken func()

	title, topic, address, verdict, when *kit.Caption
	icon                                 *widget.Icon
	ground, bar, line                    *canvas.Rectangle
	chosen, over                         bool
}

func newLibraryRow() *libraryRow {
	r := &libraryRow{icon: widget.NewIcon(nil), ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent)}
	for _, c := range []**kit.Caption{&r.title, &r.topic, &r.address, &r.verdict, &r.when} {
		*c = kit.NewCaption("")
	}
	r.ExtendBaseWidget(r)
	return r
}

// dress gives the row a page.
func (r *libraryRow) dress(p links.Page, chosen bool) {
	r.chosen, r.over = chosen, false
	r.title.Text, r.title.Letters, r.title.Ink = p.Title, theme.SizeNameText, kit.ColorText
	r.topic.Text, r.address.Text = p.Topic, links.Shown(p.Address)
	r.verdict.Text, r.verdict.Ink = words.Text("links.verdict-"+string(p.Answer.Verdict)), kit.ColorText
	r.when.Text = ""
	if !p.Checked.IsZero() {
		r.when.Text = words.ShortDate(p.Checked.Local())
	}
	r.icon.SetResource(verdictIcon(p.Answer.Verdict))
	r.Refresh()
}

// verdictIcon is a shape for each verdict; its colour says nothing more.
func verdictIcon(v links.Verdict) fyne.Resource {
	switch v {
	case links.OK:
		return theme.NewSuccessThemedResource(theme.ConfirmIcon())
	case links.Moved:
		return theme.NewWarningThemedResource(theme.NavigateNextIcon())
	case links.Soft:
		return theme.NewWarningThemedResource(theme.WarningIcon())
	case links.Dead:
		return theme.NewErrorThemedResource(theme.CancelIcon())
	case links.Unknown:
		return theme.QuestionIcon()
	}
	return theme.MoreHorizontalIcon()
}

// Tapped lights the page.
func (r *libraryRow) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	r.tapped()
}

// DoubleTapped takes it.
func (r *libraryRow) DoubleTapped(*fyne.PointEvent) {
	defer kit.Catch()
	r.tapped()
	r.taken()
}

// MouseIn shows what a click would light.
func (r *libraryRow) MouseIn(*desktop.MouseEvent) { r.over = true; r.Refresh() }

// MouseMoved does nothing more.
func (r *libraryRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (r *libraryRow) MouseOut() { r.over = false; r.Refresh() }

// Cursor is a hand.
func (r *libraryRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the row.
func (r *libraryRow) CreateRenderer() fyne.WidgetRenderer { return &libraryRowRenderer{r} }

type libraryRowRenderer struct{ *libraryRow }

func (d *libraryRowRenderer) Destroy()           {}
func (d *libraryRowRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (d *libraryRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.ground, d.line, d.bar, d.title, d.topic, d.address, d.icon, d.verdict, d.when}
}

func (d *libraryRowRenderer) Refresh() {
	d.ground.FillColor = color.Transparent
	switch {
	case d.chosen:
		d.ground.FillColor = theme.Color(kit.ColorChosen)
	case d.over:
		d.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	d.bar.FillColor, d.bar.Hidden = theme.Color(kit.ColorAccent), !d.chosen
	d.line.FillColor = theme.Color(kit.ColorLine)
	d.Layout(d.Size())
	for _, o := range d.Objects() {
		o.Refresh()
	}
}

// verdictWidth is the room for the answer at scale 1.
const verdictWidth = 150

func (d *libraryRowRenderer) Layout(size fyne.Size) {
	d.ground.Resize(size)
	d.bar.Resize(fyne.NewSize(kit.Scaled(3), size.Height))
	d.line.Move(fyne.NewPos(0, size.Height-1))
	d.line.Resize(fyne.NewSize(size.Width, 1))
	pad, left := kit.Scaled(7), kit.Scaled(14)
	right := size.Width - kit.Scaled(verdictWidth)
	put := func(c *kit.Caption, x, y, width float32) {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(max(width, 0), c.MinSize().Height))
	}
	room := right - left - kit.Scaled(kit.Between)
	topic := min(d.topic.Natural(), room/3)
	put(d.title, left, pad, room-topic-kit.Scaled(kit.Between))
	put(d.topic, left+room-topic, pad+d.title.MinSize().Height-d.topic.MinSize().Height, topic)
	below := pad + d.title.MinSize().Height
	put(d.address, left, below, room)
	side := kit.Scaled(18)
	d.icon.Move(fyne.NewPos(right, pad))
	d.icon.Resize(fyne.NewSquareSize(side))
	text := right + side + kit.Scaled(kit.Within)
	put(d.verdict, text, pad, size.Width-text-kit.Scaled(kit.Within))
	put(d.when, text, below, size.Width-text-kit.Scaled(kit.Within))
}
