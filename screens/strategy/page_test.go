package strategy

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"synlig/data/fault"
	"synlig/data/redline"
	"synlig/screens/kit"
	"synlig/screens/words"
)

func TestClickOnACardScrollsToItsPlaceAndLightsIt(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	last := len(page.reading.comparison.Changes)
	page.cards.rows.ScrollTo(1e6)
	row := page.cards.row(last)
	page.cards.rows.Row(row).(*card).Tapped(nil)
	if page.chosen != last {
		t.Fatalf("chosen %d, want %d", page.chosen, last)
	}
	first, end := page.paper.rows.InSight()
	text := page.paper.textOf(last)
	if at := page.paper.row[text]; at < first || at >= end {
		t.Errorf("row %d is not among %d–%d in sight", at, first, end)
	}
	if !lit(page, last) {
		t.Error("the place is not lit")
	}
	if page.cards.rows.Row(page.cards.row(last)) != fyne.CanvasObject(page.cards.opened) {
		t.Error("the card is not open")
	}
}

// lit tells whether a row in sight is dressed with that change lit.
func lit(p *Page, change int) bool {
	for row := range p.paper.rows.Shown() {
		r := p.paper.rows.Row(row).(*paperRow)
		for _, n := range p.paper.texts[r.slab.text].left.Block.Changes() {
			if n == change && r.left.View().Lit == change {
				return true
			}
		}
	}
	return false
}

func TestClickInTheTextOpensItsCard(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	// The margin is the surest place to hit, beside a line that has a change.
	for _, o := range page.paper.rows.Shown() {
		r := o.(*paperRow)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.left)
		for y := float32(4); y < r.left.Size().Height && page.chosen == 0; y += 8 {
			test.TapCanvas(host.Canvas(), at.AddXY(20, y))
		}
	}
	if page.chosen == 0 {
		t.Fatal("no tap chose a change")
	}
	if page.cards.opened.number != page.chosen {
		t.Errorf("open card %d, chosen %d", page.cards.opened.number, page.chosen)
	}
	if host.Canvas().Focused() != fyne.Focusable(page.paper.rows) {
		t.Error("the text does not have the keyboard")
	}
}

// An answer that comes late must not overwrite the one that was asked after it.
func TestOlderAnswerDoesNotOverwriteTheNewer(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	var late []func()
	page.start = func(work, done func()) {
		work()
		late = append(late, done)
	}
	page.Reload() // reads the example
	office.revision.Draft.Number = 77
	page.Reload()
	late[1]()
	late[0]()
	if page.revision.Draft.Number != 77 {
		t.Errorf("the older answer stands: version %d", page.revision.Draft.Number)
	}
}

func TestSlowReadingSaysSo(t *testing.T) {
	page, _ := openOffice(t, &fakeOffice{missing: true}, 1166, 640)
	var tell, done func()
	page.after = func(_ time.Duration, f func()) func() {
		tell = f
		return func() { tell = nil }
	}
	page.start = func(work, finish func()) {
		done = func() {
			work()
			finish()
		}
	}
	page.Reload()
	tell()
	if page.frame.state.Hidden {
		t.Error("nothing is said")
	}
	done()
	if tell != nil {
		t.Error("it is still going to be said")
	}
}

func TestReadingRunsBesideTheWindow(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.start = kit.Aside
	done := make(chan struct{})
	page.reload(func() { close(done) })
	<-done
	if page.reading == nil {
		t.Error("nothing was read")
	}
}

func TestFilterByClassAndPoint(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	all := page.reading.comparison.Changes
	page.cards.filter.class.list.SetSelectedIndex(classIndex(redline.Substantive))
	want := 0
	for _, c := range all {
		if c.Class == redline.Substantive {
			want++
		}
	}
	if got := len(page.cards.listed); got != want || want == len(all) {
		t.Fatalf("%d listed, want %d of %d", got, want, len(all))
	}
	if got, text := page.cards.filter.counted.Text, words.Count("strategy.changes_of", len(all), "listed", number(want)); got != text {
		t.Errorf("says %q, want %q", got, text)
	}
	for _, c := range all { // what the filter hides is shown when it is chosen in the text
		if c.Class != redline.Substantive {
			page.choose(c.Number)
			break
		}
	}
	if len(page.cards.listed) != len(all) || page.cards.row(page.chosen) < 0 {
		t.Errorf("%d listed, row %d", len(page.cards.listed), page.cards.row(page.chosen))
	}
	page.cards.filter.point.list.SetSelectedIndex(2)
	for _, item := range page.cards.listed {
		if page.change(item.change).Note.Point != page.cards.filter.point.values[2] {
			t.Errorf("change %d is not of that point", item.change)
		}
	}
}

func TestLapsedNotesStandAtTheEnd(t *testing.T) {
	revision := theExample()
	revision.Notes = append(revision.Notes, redline.Note{
		Anchor: redline.Anchor{Block: "gone", From: 1, To: 2}, Reason: "Husk mig", Point: 2,
	})
	page, _, _ := open(t, revision, 1166, 640)
	items := page.cards.listed
	if last := items[len(items)-1]; last.lapsed == 0 || page.cards.face(last).reason != "Husk mig" {
		t.Fatalf("last item %+v", last)
	}
	page.cards.rows.ScrollTo(1e6)
	if _, ok := page.cards.rows.Row(len(items) - 1).(*card); !ok {
		t.Error("it is not shown")
	}
}

func TestEmptyWorkspaceOffersTheExample(t *testing.T) {
	office := &fakeOffice{missing: true}
	page, _ := openOffice(t, office, 1166, 640)
	if page.frame.state.Hidden || page.reading != nil {
		t.Fatal("the empty state is not shown")
	}
	page.seeExample()
	if !page.frame.state.Hidden || page.reading == nil || page.bar.example.Hidden {
		t.Error("the example is not shown")
	}
	page.backToStrategy()
	if page.frame.state.Hidden {
		t.Error("the empty state is not back")
	}
}

func TestFaultOffersToReadAgain(t *testing.T) {
	office := &fakeOffice{err: fault.New("workspace-failed")}
	page, _ := openOffice(t, office, 1166, 640)
	if page.frame.state.Hidden {
		t.Fatal("the fault is not shown")
	}
	office.err, office.revision = nil, theExample()
	page.Reload()
	if !page.frame.state.Hidden {
		t.Error("the document is not shown")
	}
}

func TestKeysScrollAndStep(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	rows := page.paper.rows
	host.Canvas().Focus(rows)
	press := func(on fyne.Focusable, key fyne.KeyName) { on.TypedKey(&fyne.KeyEvent{Name: key}) }
	press(rows, fyne.KeyPageDown)
	down := rows.Offset()
	press(rows, fyne.KeyEnd)
	end := rows.Offset()
	press(rows, fyne.KeyPageUp)
	up := rows.Offset()
	press(rows, fyne.KeyHome)
	if !(0 < down && down < end && up < end && rows.Offset() == 0) {
		t.Errorf("down %v, end %v, up %v, home %v", down, end, up, rows.Offset())
	}
	press(rows, fyne.KeyF7)
	press(rows, fyne.KeyF7)
	if page.chosen != 2 {
		t.Errorf("F7 twice chose %d", page.chosen)
	}
	press(page.cards.rows, fyne.KeyUp)
	if page.chosen != 1 {
		t.Errorf("up chose %d", page.chosen)
	}
	press(page.cards.rows, fyne.KeyReturn)
	if host.Canvas().Focused() != fyne.Focusable(page.cards.opened.reason) {
		t.Error("Enter does not write the reason")
	}
	press(page.outline.rows, fyne.KeyDown)
	press(page.outline.rows, fyne.KeyReturn)
	if page.outline.at != 1 || rows.Offset() == 0 {
		t.Errorf("outline at %d, text at %v", page.outline.at, rows.Offset())
	}
}

func TestOutlineFollowsTheText(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.paper.rows.ScrollTo(1e6)
	if page.outline.at < len(page.reading.outline)/2 {
		t.Errorf("at the end of the text the outline is at %d of %d", page.outline.at, len(page.reading.outline))
	}
}

func TestCopySaysTheMarks(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.choose(2)
	page.paper.rows.TypedShortcut(&fyne.ShortcutCopy{})
	got := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(got, words.Text("strategy.say_added", "text", "to")) || !strings.Contains(got, words.Text("strategy.say_removed", "text", "tre")) {
		t.Errorf("copied %q", got)
	}
}

func TestSearchLightsAndGoesOn(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	page.Search("Facebook")
	first := page.paper.rows.Offset()
	page.Search("Facebook")
	if second := page.paper.rows.Offset(); first == 0 || second <= first {
		t.Errorf("first %v, second %v", first, second)
	}
	page.Search("findes slet ikke her")
	if len(host.said) != 1 {
		t.Errorf("said %q", host.said)
	}
}

// The height of a long list is the sum of what its rows really take, at every
// width and text size, so that a jump lands where it should.
func TestHeightsOf300PagesAreThoseOfTheRows(t *testing.T) {
	page, host, _ := open(t, pages300(), 1166, 680)
	for _, scale := range []float32{1, 2} {
		fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, scale))
		host.window.Content().Refresh()
		for _, v := range []view{withMarks, asClean, inParallel} {
			page.bar.choose(v)
			checkHeights(t, page.paper)
		}
	}
}

func checkHeights(t *testing.T, s *paper) {
	t.Helper()
	var sum float32
	for i := range s.texts {
		lines := s.texts[i].left.Count(s.column())
		if s.view == inParallel {
			lines = max(lines, s.texts[i].right.Count(s.column()))
		}
		height := float32(lines)*lineOf(&s.texts[i]) + s.above(i)
		top := s.rows.Top(s.row[i])
		if d := top - sum; d > 1 || d < -1 {
			t.Fatalf("view %d: text %d stands at %v, the rows above it take %v", s.view, i, top, sum)
		}
		sum += height
	}
}

// lineOf is the height of a line of a text that is there at either side.
func lineOf(p *paperText) float32 {
	return max(p.left.AppendHeights(nil, 1e9)[0], p.right.AppendHeights(nil, 1e9)[0])
}
