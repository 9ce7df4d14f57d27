package strategy

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// switchOf is the switch of a point.
func switchOf(t *testing.T, page *Page, at int) *widget.Check {
	t.Helper()
	var found []*widget.Check
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Check:
			found = append(found, o)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(page.compared.whatIf.content)
	if at >= len(found) {
		t.Fatalf("%d switches", len(found))
	}
	return found[at]
}

func TestWhatIfShowsTheTextAsItWouldBecome(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	all := len(page.reading.comparison.Changes)
	page.askWhatIf()
	if page.compared == nil || len(page.reading.comparison.Changes) != all || page.frame.strip.Hidden {
		t.Fatal("the switches are not shown over the text")
	}
	switchOf(t, page, 0).SetChecked(false)
	if got := len(page.reading.comparison.Changes); got >= all {
		t.Fatalf("%d changes without point 1, %d with it", got, all)
	}
	for _, c := range page.reading.comparison.Changes {
		if c.Note.Point == 1 || c.Note.Point == 3 { // 3 needs 1
			t.Errorf("change %d of point %d is still there", c.Number, c.Note.Point)
		}
	}
	if said := page.compared.whatIf.said.Text; !strings.Contains(said, "punkt 3") {
		t.Errorf("says %q", said)
	}
	if strings.Contains(page.bar.title.Text, "{") || page.bar.title.Text == "" {
		t.Errorf("title %q", page.bar.title.Text)
	}
	switchOf(t, page, 0).SetChecked(true)
	if len(page.reading.comparison.Changes) != all {
		t.Error("point 1 is not back")
	}
	page.backToStrategy()
	if page.compared != nil || !page.frame.strip.Hidden {
		t.Error("the strategy is not back")
	}
}

func TestPaperOfWhatIfIsThatSet(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.askWhatIf()
	switchOf(t, page, 0).SetChecked(false)
	if r := page.shownRevision(); len(r.Points) == 0 || sameText(r.Draft.Blocks, page.revision.Draft.Blocks) {
		t.Error("the paper would be that of all points")
	}
}
