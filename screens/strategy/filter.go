package strategy

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// filter stands over the list of changes: how many there are, which of them are
// listed (by class, decision point, section, reason and author), and what can
// be done with a point. The lists are opened by a button, so that the changes
// have the room.
type filter struct {
	page    *Page
	content fyne.CanvasObject
	counted *kit.Caption
	toggle  *kit.Button // opens the lists
	every   *kit.Button // lists every change again
	sieves  *fyne.Container
	class   *sieve[redline.Class]
	point   *sieve[int]
	place   *sieve[string]
	reason  *sieve[reasoned]
	author  *sieve[string]
	ask     *kit.Button // what if a point is not adopted
	decide  *kit.Button // what the meeting decided
	revert  *kit.Button // for all changes of the point that is chosen
	tall    float32     // how high it is now
}

// anyPoint stands for all changes, whatever their decision point.
const anyPoint = -1

// reasoned is whether a reason is written.
type reasoned uint8

const (
	anyReason reasoned = iota
	withReason
	withoutReason
)

func newFilter(p *Page) *filter {
	f := &filter{page: p, counted: kit.NewCaption("")}
	f.counted.Bold, f.counted.Ink = true, kit.ColorText
	f.class = newSieve(redline.Class(""), f.chosen)
	f.point = newSieve(anyPoint, f.chosen)
	f.place = newSieve("", f.chosen)
	f.reason = newSieve(anyReason, f.chosen)
	f.author = newSieve("", f.chosen)
	f.sieves = kit.Column(kit.Between, container.NewGridWithColumns(2, f.class.framed, f.point.framed),
		f.place.framed, f.reason.framed, f.author.framed)
	f.sieves.Hide()
	f.toggle = kit.NewQuietButton(words.Text("strategy.filter"), theme.MenuDropDownIcon(), f.open)
	f.every = kit.NewQuietButton(words.Text("strategy.show_all"), theme.CancelIcon(), f.listAll)
	f.every.Hide()
	f.revert = kit.NewQuietButton(words.Text("strategy.revert_point"), theme.ContentUndoIcon(), func() { p.revertPoint(f.point.chosen()) })
	f.revert.Hide()
	f.ask = kit.NewQuietButton(words.Text("strategy.what_if"), theme.QuestionIcon(), p.askWhatIf)
	f.ask.Hide()
	f.decide = kit.NewQuietButton(words.Text("strategy.after_meeting"), theme.ConfirmIcon(), p.askDecide)
	f.decide.Hide()
	head := container.NewBorder(nil, nil, nil, kit.Row(0, f.every, f.toggle), f.counted)
	f.content = kit.Padded(kit.Within, cardSide, kit.Column(kit.Within, head, f.sieves, f.revert, f.ask, f.decide))
	return f
}

// open shows the lists, or hides them.
func (f *filter) open() {
	f.sieves.Hidden = !f.sieves.Hidden
	f.toggle.SetIcon(theme.MenuDropDownIcon())
	if f.sieves.Visible() {
		f.toggle.SetIcon(theme.MenuDropUpIcon())
	}
	f.fit()
}

// offer fills the lists with what the reading has, keeping what was chosen
// where it is still there.
func (f *filter) offer() {
	f.class.offer(
		[]redline.Class{"", redline.Editorial, redline.Substantive, redline.Structural},
		[]string{words.Text("strategy.all_classes"), className(redline.Editorial), className(redline.Substantive), className(redline.Structural)})
	f.offerPoints()
	f.offerPlaces()
	reasons := []reasoned{anyReason, withReason, withoutReason}
	if f.page.compared != nil && f.page.compared.whatIf == nil {
		reasons = reasons[:1] // nobody has said why
	}
	f.reason.offer(reasons, []string{words.Text("strategy.all_reasons"), words.Text("strategy.with_reason"), words.Text("strategy.without_reason")}[:len(reasons)])
	f.offerAuthors()
	f.offerButtons()
}

func (f *filter) offerPoints() {
	points, names := []int{anyPoint}, []string{words.Text("strategy.all_points")}
	if f.page.compared == nil {
		for _, p := range f.page.revision.Points {
			points, names = append(points, p.Number), append(names, words.Text("strategy.point", "n", strconv.Itoa(p.Number)))
		}
		points, names = append(points, 0), append(names, words.Text("strategy.no_point"))
	}
	f.point.offer(points, names)
}

// offerPlaces lists the sections that have changes, in the order of the text.
func (f *filter) offerPlaces() {
	places, names := []string{""}, []string{words.Text("strategy.all_places")}
	if r := f.page.reading; r != nil {
		for _, place := range r.places {
			if place != "" && !slices.Contains(places, place) {
				places, names = append(places, place), append(names, capital(beginning(place, 40)))
			}
		}
	}
	f.place.offer(places, names)
}

// offerAuthors lists who wrote about the changes, where they are several.
func (f *filter) offerAuthors() {
	authors, names := []string{""}, []string{words.Text("strategy.all_authors")}
	if r := f.page.reading; r != nil {
		for _, c := range r.comparison.Changes {
			if name := c.Note.Author; name != "" && !slices.Contains(authors, name) {
				authors, names = append(authors, name), append(names, name)
			}
		}
	}
	f.author.offer(authors, names)
}

func (f *filter) chosen() {
	f.offerButtons()
	f.page.cards.list()
}

// offerButtons shows what can be done with the points.
func (f *filter) offerButtons() {
	offer(f.decide, f.page.submitted() && f.page.canDecide())
	offer(f.ask, f.point.chosen() > 0 && f.page.compared == nil)
	offer(f.revert, f.point.chosen() > 0 && f.page.compared == nil)
	offer(f.every, !f.all())
}

// fit gives the list below the room that is left. It is called once the list
// shows what the filter lets through.
func (f *filter) fit() {
	if height := f.content.MinSize().Height; height != f.tall {
		f.tall = height
		f.page.frame.changes.Refresh()
	}
}

// passes tells whether a change is to be listed.
func (f *filter) passes(c redline.Change) bool {
	reason := withoutReason
	if c.Note.Reason != "" {
		reason = withReason
	}
	points := strategy.PointsOf(c)
	if len(points) == 0 {
		points = []int{0}
	}
	return f.class.passes(c.Class) && slices.ContainsFunc(points, f.point.passes) &&
		f.place.passes(f.page.reading.places[c.Number-1]) && f.reason.passes(reason) && f.author.passes(c.Note.Author)
}

// all tells whether every change is listed.
func (f *filter) all() bool {
	return f.class.all() && f.point.all() && f.place.all() && f.reason.all() && f.author.all()
}

// clear lets every change be listed again.
func (f *filter) clear() {
	f.class.clear()
	f.point.clear()
	f.place.clear()
	f.reason.clear()
	f.author.clear()
	f.offerButtons()
}

// listAll lists every change again.
func (f *filter) listAll() {
	f.clear()
	f.page.cards.list()
}

// count says how many changes are listed.
func (f *filter) count(listed, all int) {
	switch {
	case all == 0:
		f.counted.Set(words.Text("strategy.no_changes"))
	case listed == all:
		f.counted.Set(words.Count("strategy.changes", all))
	default:
		f.counted.Set(words.Count("strategy.changes_of", all, "listed", strconv.Itoa(listed)))
	}
}
