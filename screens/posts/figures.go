package posts

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// figures is what came of the posts: link clicks by month, the posts that led
// most readers on, and the minutes the office spent.
type figures struct {
	page    *Page
	content *fyne.Container
	months  []posts.Month
	chart   *kit.Chart
	best    *fyne.Container
	spent   *fyne.Container
	empty   *fyne.Container
	full    *fyne.Container
	asked   int
	minutes int
}

// mostBest is how many posts are listed by their clicks.
const mostBest = 12

func newFigures(p *Page) *figures {
	f := &figures{page: p, best: kit.Column(2), spent: kit.Column(0)}
	f.chart = kit.NewChart(func(width float64) chart.Scene { return monthScene(f.months, width) })
	take := kit.NewButton(words.Text("posts.figures-take"), theme.DownloadIcon(), p.pickFigures)
	f.full = kit.Column(kit.Groups,
		kit.Column(kit.Between, kit.NewSection(words.Text("posts.months-title")), f.chart),
		kit.Column(kit.Between, kit.NewSection(words.Text("posts.best-title")), f.best),
		kit.Column(kit.Between, kit.NewSection(words.Text("posts.minutes-spent")), f.spent),
		container.NewHBox(take))
	f.empty = container.NewStack(kit.NewEmpty(kit.Icon("published"), words.Text("posts.figures-empty"),
		kit.NewMainButton(words.Text("posts.figures-take"), theme.DownloadIcon(), p.pickFigures), nil))
	f.content = container.NewStack(container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(760, f.full))), f.empty)
	return f
}

// show reads the figures of the posts that are listed.
func (f *figures) show() {
	p := f.page
	f.asked++
	mine := f.asked
	briefs, today := p.shelf.briefs, p.today()
	var latest map[int64]posts.Figures
	var minutes int
	var err error
	p.start(func() {
		ctx := context.Background()
		if latest, err = p.office.LatestPostFigures(ctx); err == nil {
			minutes, err = p.office.PostMinutes(ctx, time.Date(today.Year(), 1, 1, 0, 0, 0, 0, p.zone), today)
		}
	}, func() {
		if err != nil || mine != f.asked {
			return
		}
		f.months, f.minutes = posts.Months(briefs, latest, p.zone), minutes
		f.dress(briefs, today)
	})
}

func (f *figures) dress(briefs []posts.Brief, today time.Time) {
	p := f.page
	told := byClicks(briefs)
	setVisible(f.empty, len(told) == 0)
	setVisible(f.full, len(told) > 0)
	f.best.Objects = nil
	for i, b := range told[:min(len(told), mostBest)] {
		open := kit.NewQuietButton(titleOf(b), nil, func() { p.openThen(b.ID, func() { p.show(viewWriting) }) })
		open.Alignment = widget.ButtonAlignLeading
		count := kit.NewCaption(words.Count("posts.clicks", b.Clicks))
		count.Ink, count.Bold = kit.ColorText, i == 0
		f.best.Add(container.NewBorder(nil, nil, nil, kit.Wide(110, container.New(centredLine{}, count)), container.New(&cutLayout{titleOf(b)}, open)))
	}
	f.spent.Objects = []fyne.CanvasObject{kit.NewText(words.Count("posts.minutes-year", f.minutes, "year", number(today.Year())))}
	f.chart.Redraw()
	f.content.Refresh()
}

// cutLayout cuts the words of a button rather than letting it push what stands
// beside it.
type cutLayout struct{ title string }

func (l *cutLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b := objects[0].(*kit.Button)
	text := kit.Fit(l.title, size.Width-2*theme.InnerPadding(), theme.TextSize(), fyne.TextStyle{Bold: true})
	if b.Text != text {
		b.SetText(text)
	}
	put(b, 0, 0, min(size.Width, b.MinSize().Width), size.Height)
}

func (l *cutLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, objects[0].MinSize().Height)
}
