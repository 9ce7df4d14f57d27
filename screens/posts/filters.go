package posts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// filters narrow the list by state, subject, author and period.
type filters struct {
	page    *Page
	content *fyne.Container
	state   *widget.Select
	subject *widget.Select
	author  *widget.Select
	period  *widget.Select
	fields  *fyne.Container
	line    *fyne.Container // what is shown, and the way back to all
	told    *widget.Label
	clear   *kit.Button
	authors []posts.Who
	filling bool
}

// periods are the stretches of time one can choose, by their words.
var periods = []string{"posts.period-all", "posts.period-week", "posts.period-month", "posts.period-year", "posts.period-last-year"}

func newFilters(p *Page) *filters {
	f := &filters{page: p}
	choose := func() *widget.Select {
		s := widget.NewSelect(nil, func(string) { f.changed() })
		return s
	}
	f.state, f.subject, f.author, f.period = choose(), choose(), choose(), choose()
	names := []string{words.Text("posts.filter-state")}
	for _, state := range posts.States() {
		names = append(names, stateText(state))
	}
	var spans []string
	for _, key := range periods {
		spans = append(spans, words.Text(key))
	}
	f.filling = true
	f.state.Options, f.period.Options = names, spans
	f.reset()
	f.filling = false
	f.told = kit.NewQuiet("")
	f.told.SizeName = theme.SizeNameCaptionText
	f.clear = kit.NewQuietButton(words.Text("posts.filter-clear"), theme.CancelIcon(), f.clearAll)
	f.fields = kit.Padded(kit.Between, kit.Between, kit.Column(kit.Within, f.state, f.subject, f.author, f.period))
	f.line = kit.Column(0, f.told, kit.Row(0, f.clear))
	f.content = kit.Column(0, f.fields, f.line)
	f.fields.Hide()
	f.line.Hide()
	return f
}

func (f *filters) reset() {
	f.state.SetSelectedIndex(0)
	f.period.SetSelectedIndex(0)
	f.subject.Options, f.author.Options = []string{words.Text("posts.filter-subject")}, []string{words.Text("posts.filter-author")}
	f.subject.SetSelectedIndex(0)
	f.author.SetSelectedIndex(0)
}

// toggle opens or shuts the fields.
func (f *filters) toggle() {
	setVisible(f.fields, !f.fields.Visible())
	f.refresh()
	if f.fields.Visible() {
		f.page.frame.listed = true
		f.page.frame.Refresh()
		f.page.host.Canvas().Focus(f.state)
	}
}

func (f *filters) refresh() {
	f.content.Refresh()
	if f.page.list != nil {
		f.page.list.content.Refresh()
	}
}

// dress offers the subjects and authors there are, and says what is shown.
func (f *filters) dress() {
	s := &f.page.shelf
	f.filling = true
	defer func() { f.filling = false }()
	f.subject.Options = append([]string{words.Text("posts.filter-subject")}, s.subjects...)
	if s.filter.Author == 0 {
		f.authors = authorsOf(s.briefs)
	}
	f.author.Options = []string{words.Text("posts.filter-author")}
	for _, who := range f.authors {
		f.author.Options = append(f.author.Options, who.Name)
	}
	finding := s.finding()
	if finding {
		text := words.Count("posts.found", len(s.briefs))
		if s.filter.Trash {
			text = words.Count("posts.in-trash-count", len(s.briefs))
		}
		if f.told.Text != text {
			f.told.SetText(text)
		}
	}
	setVisible(f.line, finding)
	// A search alone is taken back in its own field.
	by := s.filter
	setVisible(f.clear, len(by.States) > 0 || by.Subject != "" || by.Author != 0 || !by.From.IsZero() || by.Trash)
	f.refresh()
}

// authorsOf are the people who wrote what is listed, each once.
func authorsOf(briefs []posts.Brief) (list []posts.Who) {
	seen := map[int64]bool{}
	for _, b := range briefs {
		if !seen[b.Author.ID] {
			seen[b.Author.ID] = true
			list = append(list, b.Author)
		}
	}
	return list
}

// changed takes what is chosen and reads the list anew.
func (f *filters) changed() {
	if f.filling || f.page.list == nil {
		return
	}
	filter := &f.page.shelf.filter
	filter.States, filter.Subject, filter.Author = nil, "", 0
	if i := f.state.SelectedIndex(); i > 0 {
		filter.States = []posts.State{posts.States()[i-1]}
	}
	if i := f.subject.SelectedIndex(); i > 0 {
		filter.Subject = f.subject.Options[i]
	}
	if i := f.author.SelectedIndex(); i > 0 && i <= len(f.authors) {
		filter.Author = f.authors[i-1].ID
	}
	filter.From, filter.To = periodOf(f.period.SelectedIndex(), f.page.today())
	f.page.shelf.read(nil)
}

// periodOf is a stretch of time, by its place among periods.
func periodOf(i int, today time.Time) (from, to time.Time) {
	y, m, _ := today.Date()
	zone := today.Location()
	switch i {
	case 1:
		return monday(today), monday(today).AddDate(0, 0, 7)
	case 2:
		from = time.Date(y, m, 1, 0, 0, 0, 0, zone)
		return from, from.AddDate(0, 1, 0)
	case 3:
		from = time.Date(y, 1, 1, 0, 0, 0, 0, zone)
		return from, from.AddDate(1, 0, 0)
	case 4:
		from = time.Date(y-1, 1, 1, 0, 0, 0, 0, zone)
		return from, from.AddDate(1, 0, 0)
	}
	return time.Time{}, time.Time{}
}

// clearAll shows all posts again.
func (f *filters) clearAll() {
	f.filling = true
	f.reset()
	f.filling = false
	f.fields.Hide()
	f.page.shelf.filter = posts.Filter{Words: f.page.shelf.filter.Words}
	f.page.shelf.read(nil)
}
