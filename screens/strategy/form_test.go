package strategy

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"synlig/data/document"
	"synlig/screens/words"
)

// menu runs the line of the main menu with those words.
func menu(t *testing.T, page *Page, key string) {
	t.Helper()
	var find func(items []*fyne.MenuItem) bool
	find = func(items []*fyne.MenuItem) bool {
		for _, item := range items {
			if item.Label == words.Text(key) && item.Action != nil {
				item.Action()
				return true
			}
			if item.ChildMenu != nil && find(item.ChildMenu.Items) {
				return true
			}
		}
		return false
	}
	if !find(page.MenuItems()) {
		t.Fatalf("no line %q", words.Text(key))
	}
}

// pick chooses the first n letters of the open block, as with Shift and End.
func pick(page *Page, n int) {
	f := page.editing.row.field
	f.put(page.editing.editor.Caret())
	press(page, fyne.KeyPageUp)
	f.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	for range n {
		press(page, fyne.KeyRight)
	}
	f.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
}

func TestFormByMenu(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	menu(t, page, "strategy.kind_heading2") // nothing is open: nothing happens
	writing(t, page, "Taler vi ikke")
	id := page.editing.block
	menu(t, page, "strategy.kind_heading2")
	if b, _ := page.editing.editor.Block(id); b.Kind != document.Heading2 {
		t.Fatalf("kind %v", b.Kind)
	}
	menu(t, page, "strategy.further_in")
	if b, _ := page.editing.editor.Block(id); b.Kind != document.Heading3 {
		t.Errorf("kind %v", b.Kind)
	}
	page.editing.compare()
	if page.paper.openText() < 0 || !page.editing.row.field.TextStyle.Bold {
		t.Error("the heading is not open")
	}
}

func TestBoldAndLinkOnTheChosenWords(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	writing(t, page, "Taler vi ikke")
	id := page.editing.block
	pick(page, len("Taler vi"))
	if from, to := page.editing.row.field.selection(); from != 0 || to != len("Taler vi") {
		t.Fatalf("chosen %d–%d", from, to)
	}
	menu(t, page, "strategy.bold")
	b, _ := page.editing.editor.Block(id)
	if !b.StyleAt(3).Bold || b.StyleAt(9).Bold {
		t.Fatalf("spans %+v", b.Spans)
	}
	if page.editing.row.field.SelectedText() != "Taler vi" {
		t.Error("the words are no longer chosen")
	}
	menu(t, page, "strategy.link")
	field := host.Canvas().Focused()
	if field == fyne.Focusable(page.editing.row.field) {
		t.Fatal("nobody asks for the address")
	}
	write(page, "https://example.dk")
	press(page, fyne.KeyReturn)
	if b, _ := page.editing.editor.Block(id); b.StyleAt(3).Link != "https://example.dk" {
		t.Errorf("spans %+v", b.Spans)
	}
	if host.Canvas().Focused() != fyne.Focusable(page.editing.row.field) {
		t.Error("the keyboard is not back")
	}
	page.Undo()
	page.Undo()
	if b, _ := page.editing.editor.Block(id); len(b.Spans) != 0 {
		t.Errorf("spans %+v after undo", b.Spans)
	}
}

func TestRevertPutsTheApprovedTextBack(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	n := len(page.reading.comparison.Changes)
	draft := page.editing.editor.Blocks()
	page.choose(2) // tre → to
	page.cards.opened.revert.OnTapped()
	if got := len(page.reading.comparison.Changes); got != n-1 {
		t.Fatalf("%d changes, were %d", got, n)
	}
	if !strings.Contains(host.said[0], "2") || !page.Unsaved() {
		t.Errorf("said %q, unsaved %v", host.said, page.Unsaved())
	}
	host.actions[0]()
	if !sameText(page.editing.editor.Blocks(), draft) {
		t.Error("undo does not bring it back")
	}
}

// Numbers that are no longer those of the text must not take back another change.
func TestRevertComparesFirstWhenSomethingWasWritten(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.editing.open(page.editing.editor.At(0).ID, 0)
	write(page, "Ny ")
	page.choose(2)
	anchor := page.change(2).Anchor
	page.revertChange(2)
	for _, c := range page.reading.comparison.Changes {
		if c.Anchor == anchor {
			t.Errorf("change %d is still there", c.Number)
		}
	}
	if got := page.editing.editor.At(0).Text; !strings.HasPrefix(got, "Ny ") {
		t.Errorf("the first block is %q", got)
	}
}

func TestRevertAWholePoint(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.cards.filter.point.list.SetSelectedIndex(1)
	point := page.cards.filter.point.chosen()
	if page.cards.filter.revert.Hidden {
		t.Fatal("no button")
	}
	page.cards.filter.revert.OnTapped()
	for _, c := range page.reading.comparison.Changes {
		if c.Note.Point == point {
			t.Errorf("change %d of point %d is still there", c.Number, point)
		}
	}
}
