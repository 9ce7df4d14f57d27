package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
	"synlig/screens/kit"
)

// drawn is a chart that can be drawn at any size.
type drawn interface{ Scene(chart.Style) chart.Scene }

// figure is a chart with its heading, whom it is of, its table, and what can be
// done with it. Every view puts its figures so.
type figure struct {
	page    *Page
	title   *widget.Label
	base    *widget.Label
	note    *widget.Label // what is hidden, what to be careful with
	chart   *kit.Chart
	table   *table
	scroll  fyne.CanvasObject
	tools   *fyne.Container
	above   *fyne.Container // choices of the view, between heading and chart
	card    fyne.CanvasObject
	picture drawn
	shown   shown
}

// shown is what a figure shows now.
type shown struct {
	name   string // of a file that it is written into
	title  string
	base   string // whom it is of, in words
	filter string // who counts, in words
	note   string
	chart  drawn // nil for a table alone
	table  chart.Table
	// give remembers in a session what goes out with the figure; nil where
	// nothing of it could give anybody away.
	give release
}

func newFigure(p *Page) *figure {
	f := &figure{page: p, title: kit.NewSection(""), base: kit.NewQuiet(""), note: kit.NewQuiet(""), above: kit.Column(kit.Within)}
	f.chart = kit.NewChart(func(width float64) chart.Scene {
		if f.picture == nil {
			return chart.Scene{Width: width}
		}
		return f.picture.Scene(chart.Style{Width: width, Size: 13, Measure: kit.MeasureText, Percent: p.say.Whole})
	})
	f.chart.Above, f.chart.Idle = true, text("point_at")
	f.table, f.scroll = newTable()
	f.tools = kit.Flow(kit.Within,
		kit.NewQuietButton(text("copy_table"), theme.ContentCopyIcon(), f.copy),
		kit.NewQuietButton(text("save_table"), theme.DocumentSaveIcon(), f.saveTable),
		kit.NewQuietButton(text("save_chart"), theme.MediaPhotoIcon(), f.saveChart))
	f.card = kit.NewCard(kit.Column(kit.Within, f.title, f.base, f.above, kit.Padded(0, kit.Between, f.chart), f.scroll, f.note, f.tools))
	return f
}

// show shows other figures.
func (f *figure) show(s shown) {
	f.shown, f.picture = s, s.chart
	f.title.SetText(s.title)
	f.base.SetText(s.base)
	f.base.Hidden = s.base == ""
	f.note.SetText(s.note)
	f.note.Hidden = s.note == ""
	f.chart.Hidden = s.chart == nil
	f.tools.Objects[2].(*kit.Button).Hidden = s.chart == nil
	if s.chart != nil {
		f.chart.Redraw()
	}
	f.table.show(s.table)
	f.scroll.Refresh()
	f.card.Refresh()
}

// hide takes the figure away where there is nothing to show.
func (f *figure) hide() { f.card.Hide() }
