package strategy

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/redline"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// filter chooses which changes are listed, by class, by decision point and, where
// several have written the reasons, by who did.
type filter struct {
	page    *Page
	content fyne.CanvasObject
	counted *caption
	class   *widget.Select
	point   *widget.Select
	pointed fyne.CanvasObject
	author  *widget.Select
	written fyne.CanvasObject // round author; shown only where there are several
	ask     *kit.Button       // what if a point is not adopted
	decide  *kit.Button       // what the meeting decided
	revert  *kit.Button       // for all changes of the point that is chosen
	points  []int             // by index in point's options; anyPoint for all
	authors []string          // by index in author's options; anyAuthor for all
	filling bool
}

// anyPoint stands for all changes, whatever their decision point.
const anyPoint = -1

// anyAuthor stands for all changes, whoever wrote about them.
const anyAuthor = ""

func newFilter(p *Page) *filter {
	f := &filter{page: p, counted: newCaption(""), points: []int{anyPoint}, authors: []string{anyAuthor}}
	f.counted.bold, f.counted.ink = true, kit.ColorText
	f.class = widget.NewSelect(nil, func(string) { f.chosen() })
	f.point = widget.NewSelect(nil, func(string) { f.chosen() })
	f.pointed = framed(f.point)
	f.author = widget.NewSelect(nil, func(string) { f.chosen() })
	f.written = framed(f.author)
	f.written.Hide()
	f.revert = kit.NewQuietButton(words.Text("strategy.revert_point"), theme.ContentUndoIcon(), func() { p.revertPoint(f.chosenPoint()) })
	f.revert.Hide()
	f.ask = kit.NewQuietButton(words.Text("strategy.what_if"), theme.QuestionIcon(), p.askWhatIf)
	f.ask.Hide()
	f.decide = kit.NewQuietButton(words.Text("strategy.after_meeting"), theme.ConfirmIcon(), p.askDecide)
	f.decide.Hide()
	f.content = kit.Padded(kit.Between, cardSide, kit.Column(kit.Between,
		f.counted, container.NewGridWithColumns(2, framed(f.class), f.pointed), f.written, f.revert, f.ask, f.decide))
	return f
}

// offer fills the lists with what the reading has, keeping what was chosen
// where it is still there.
func (f *filter) offer() {
	f.filling = true
	defer func() { f.filling = false }()
	class, point := f.class.SelectedIndex(), f.points[max(f.point.SelectedIndex(), 0)]
	f.class.Options = []string{words.Text("strategy.all_classes"),
		className(redline.Editorial), className(redline.Substantive), className(redline.Structural)}
	f.class.SetSelectedIndex(max(class, 0))
	f.points, f.point.Options = []int{anyPoint}, []string{words.Text("strategy.all_points")}
	if f.page.compared == nil {
		for _, p := range f.page.revision.Points {
			f.points = append(f.points, p.Number)
			f.point.Options = append(f.point.Options, words.Text("strategy.point", "n", strconv.Itoa(p.Number)))
		}
		f.points = append(f.points, 0)
		f.point.Options = append(f.point.Options, words.Text("strategy.no_point"))
	}
	at := 0
	for i, n := range f.points {
		if n == point {
			at = i
		}
	}
	f.point.SetSelectedIndex(at)
	f.offerAuthors()
	f.offerButtons()
	if len(f.points) == 1 {
		f.pointed.Hide()
	} else {
		f.pointed.Show()
	}
}

// offerAuthors lists who wrote about the changes, where they are several.
func (f *filter) offerAuthors() {
	chosen := f.chosenAuthor()
	f.authors, f.author.Options = []string{anyAuthor}, []string{words.Text("strategy.all_authors")}
	if r := f.page.reading; r != nil {
		for _, c := range r.comparison.Changes {
			if name := c.Note.Author; name != "" && !slices.Contains(f.authors, name) {
				f.authors, f.author.Options = append(f.authors, name), append(f.author.Options, name)
			}
		}
	}
	f.author.SetSelectedIndex(max(slices.Index(f.authors, chosen), 0))
	if several := len(f.authors) > 2; several != f.written.Visible() {
		f.written.(*fyne.Container).Hidden = !several
		f.page.frame.changes.Refresh() // the list below makes room
	}
	if !f.written.Visible() {
		f.author.SetSelectedIndex(0)
	}
}

// chosenAuthor is whose changes are listed, anyAuthor for all.
func (f *filter) chosenAuthor() string { return f.authors[max(f.author.SelectedIndex(), 0)] }

func (f *filter) chosen() {
	if !f.filling {
		f.page.cards.list()
	}
	f.offerButtons()
}

// offerButtons shows what can be done with the points.
func (f *filter) offerButtons() {
	offer(f.decide, f.page.submitted() && f.page.canDecide())
	offer(f.ask, f.page.compared == nil && len(f.page.revision.Points) > 0)
	offer(f.revert, f.chosenPoint() > 0 && f.page.compared == nil)
}

// chosenPoint is the decision point that is listed, 0 for none, anyPoint for all.
func (f *filter) chosenPoint() int { return f.points[max(f.point.SelectedIndex(), 0)] }

// passes tells whether a change is to be listed.
func (f *filter) passes(c redline.Change) bool {
	class := classes[max(f.class.SelectedIndex(), 0)]
	point := f.points[max(f.point.SelectedIndex(), 0)]
	author := f.chosenAuthor()
	return (class == "" || c.Class == class) && (point == anyPoint || c.Note.Point == point) &&
		(author == anyAuthor || c.Note.Author == author)
}

// all tells whether every change is listed.
func (f *filter) all() bool {
	return f.class.SelectedIndex() <= 0 && f.point.SelectedIndex() <= 0 && f.chosenAuthor() == anyAuthor
}

// clear lists every change again.
func (f *filter) clear() {
	f.filling = true
	f.class.SetSelectedIndex(0)
	f.point.SetSelectedIndex(0)
	f.author.SetSelectedIndex(0)
	f.filling = false
}

// count says how many changes are listed.
func (f *filter) count(listed, all int) {
	if all == 0 {
		f.counted.set(words.Text("strategy.no_changes"))
		return
	}
	if listed == all {
		f.counted.set(words.Count("strategy.changes", all))
		return
	}
	f.counted.set(words.Count("strategy.changes_of", all, "listed", strconv.Itoa(listed)))
}
