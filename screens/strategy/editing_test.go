package strategy

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"synlig/data/redline"
	"synlig/screens/kit"
)

// writing opens the first block that has those words, with the caret behind
// them.
func writing(t testing.TB, page *Page, words string) {
	t.Helper()
	for _, b := range page.editing.editor.Blocks() {
		if i := strings.Index(b.Text, words); i >= 0 {
			page.editing.open(b.ID, i+len(words))
			return
		}
	}
	t.Fatalf("no block has %q", words)
}

func press(page *Page, keys ...fyne.KeyName) {
	for _, key := range keys {
		page.host.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func write(page *Page, text string) {
	for _, r := range text {
		page.host.Canvas().Focused().TypedRune(r)
	}
}

// openMarks is the marked form of the open block.
func openMarks(page *Page) string {
	i := page.paper.openText()
	if i < 0 {
		return "nothing is open"
	}
	return shown([]paragraph{{text: page.paper.texts[i].left.Block}})
}

func TestClickInABlockOpensItWhereItStands(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	for _, o := range page.paper.rows.Shown() {
		r := o.(*paperRow)
		id := page.paper.texts[r.slab.text].draft
		if id == "" || len(page.editing.text(id)) < 40 {
			continue
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.left)
		y := r.left.View().Above + 8
		test.TapCanvas(host.Canvas(), at.AddXY(r.left.View().Margin+120, y))
		if page.editing.block != id || host.Canvas().Focused() != fyne.Focusable(page.editing.row.field) {
			t.Fatalf("open %q, want %q; the keyboard is at %T", page.editing.block, id, host.Canvas().Focused())
		}
		if got := page.editing.row.field.caret(); got < 8 || got > 30 {
			t.Errorf("the caret stands before byte %d of %q", got, page.editing.text(id))
		}
		return
	}
	t.Fatal("no block to click")
}

func TestWhatIsTypedIsMarkedAtOnceAndNumberedSoon(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	before := len(page.reading.comparison.Changes)
	unchanged := ""
	for _, b := range page.reading.comparison.Blocks {
		if b.Status == redline.Same && len(b.Draft) == 1 {
			if d := page.reading.comparison.Draft[b.Draft[0]]; len(d.Text) > 60 {
				unchanged = d.Text[:strings.IndexByte(d.Text[20:], ' ')+20]
				break
			}
		}
	}
	writing(t, page, unchanged)
	write(page, " gerne")
	if got := openMarks(page); !strings.Contains(got, "+gerne") && !strings.Contains(got, "gerne+") {
		t.Fatalf("marked %q", got)
	}
	if !page.Unsaved() || office.drafts != 0 {
		t.Fatalf("unsaved %v, saved %d times", page.Unsaved(), office.drafts)
	}
	page.editing.compare()
	if got := len(page.reading.comparison.Changes); got != before+1 {
		t.Fatalf("%d changes, want %d", got, before+1)
	}
	press(page, fyne.KeyEscape)
	if page.editing.block != "" || page.Unsaved() || office.drafts != 1 {
		t.Fatalf("open %q, unsaved %v, saved %d times", page.editing.block, page.Unsaved(), office.drafts)
	}
	if !strings.Contains(office.revision.Draft.Blocks[page.editing.editor.Index(blockWith(page, " gerne"))].Text, " gerne") {
		t.Error("it is not in the workspace")
	}
}

func blockWith(page *Page, words string) string {
	for _, b := range page.editing.editor.Blocks() {
		if strings.Contains(b.Text, words) {
			return b.ID
		}
	}
	return ""
}

func TestGuardSavesTheDraft(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	writing(t, page, "Borgerrådgiveren")
	write(page, "x")
	if err := page.Save(); err != nil || page.Unsaved() || office.drafts != 1 || host.saved != 1 {
		t.Fatalf("save gave %v, unsaved %v, %d drafts, told %d", err, page.Unsaved(), office.drafts, host.saved)
	}
}

func TestEnterDividesAndBackspaceJoins(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	blocks := page.editing.editor.Blocks()
	var long string
	for _, b := range blocks {
		if i := strings.Index(b.Text, ". "); i > 20 {
			long = b.Text[:i+1]
			break
		}
	}
	writing(t, page, long)
	id, text := page.editing.block, page.editing.text(page.editing.block)
	press(page, fyne.KeyReturn)
	if page.editing.editor.Len() != len(blocks)+1 || page.editing.block == id {
		t.Fatalf("%d blocks, open %q", page.editing.editor.Len(), page.editing.block)
	}
	if got := page.editing.row.field.Text; got == "" || !strings.HasSuffix(text, got) || page.editing.row.field.caret() != 0 {
		t.Errorf("the field holds %q, caret %d", got, page.editing.row.field.caret())
	}
	if page.paper.openText() < 0 {
		t.Fatal("the new block is not on the sheet")
	}
	page.editing.compare()
	if page.paper.openText() < 0 {
		t.Fatal("the new block is gone after comparing")
	}
	press(page, fyne.KeyBackspace)
	if page.editing.block != id || page.editing.text(id) != text {
		t.Errorf("open %q with %q", page.editing.block, page.editing.text(page.editing.block))
	}
	if at := page.editing.row.field.caret(); !strings.HasPrefix(text[at:], text[len(long)+1:]) {
		t.Errorf("the caret stands before %q", text[at:])
	}
	host.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	if page.editing.editor.Len() != len(blocks)+1 {
		t.Error("joining is not undone")
	}
	page.Undo()
	page.Redo()
	page.Undo()
	if !sameText(page.editing.editor.Blocks(), blocks) {
		t.Error("the text is not what it was")
	}
}

func TestTabWalksAndCtrlArrowsMove(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	ids := func() (list []string) {
		for _, b := range page.editing.editor.Blocks() {
			list = append(list, b.ID)
		}
		return list
	}
	page.editing.open(ids()[2], 0)
	press(page, fyne.KeyTab)
	if page.editing.block != ids()[3] {
		t.Fatalf("Tab opened %q", page.editing.block)
	}
	before := ids()
	host.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierShortcutDefault})
	if after := ids(); after[2] != before[3] || after[3] != before[2] || page.editing.block != before[3] {
		t.Errorf("order %v, was %v", after[:5], before[:5])
	}
	press(page, fyne.KeyHome, fyne.KeyUp)
	if page.editing.block != ids()[1] {
		t.Errorf("up opened %q", page.editing.block)
	}
	for range ids() {
		if page.editing.block != "" {
			press(page, fyne.KeyTab)
		}
	}
	if page.editing.block != "" || host.Canvas().Focused() != fyne.Focusable(page.paper.rows) {
		t.Errorf("beyond the end %q is open", page.editing.block)
	}
}

func TestPastedParagraphsBecomeBlocks(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	n := page.editing.editor.Len()
	page.editing.open(page.editing.editor.At(3).ID, 0)
	clipboard := test.NewClipboard()
	clipboard.SetContent("Et afsnit.\n\nEt til.\n\nOg ét mere.")
	host.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := page.editing.editor.Len(); got < n+2 {
		t.Errorf("%d blocks, were %d", got, n)
	}
	page.editing.compare()
	page.Undo()
	if got := page.editing.editor.Len(); got != n {
		t.Errorf("%d blocks after undo, were %d", got, n)
	}
}

func TestTheCleanViewIsWrittenInTooAndTheParallelOneIsNot(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.bar.choose(asClean)
	writing(t, page, "Taler vi ikke")
	write(page, " altid")
	page.editing.compare()
	if got := openMarks(page); !strings.Contains(got, "Taler vi ikke altid") || strings.Contains(got, "+") {
		t.Errorf("shows %q", got)
	}
	page.bar.choose(inParallel)
	if page.editing.block != "" || page.Unsaved() {
		t.Errorf("open %q, unsaved %v", page.editing.block, page.Unsaved())
	}
	if page.editing.open(page.editing.editor.At(3).ID, 0); page.editing.block != "" {
		t.Error("a column is open")
	}
}

// A comparison that began before a block was divided must not put it together
// again.
func TestOldComparisonIsNotShownOverNewBlocks(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	var late []func()
	page.start = func(work, done func()) {
		work()
		late = append(late, done)
	}
	writing(t, page, "Taler vi ikke")
	write(page, "x")
	page.editing.compare()
	press(page, fyne.KeyReturn)
	late[0]()
	if page.paper.openText() < 0 {
		t.Fatal("the new block is gone")
	}
	page.editing.compare()
	late[len(late)-1]()
	if page.paper.openText() < 0 || !page.editing.current() {
		t.Errorf("open text %d, current %v", page.paper.openText(), page.editing.current())
	}
}

func TestWhatWasWrittenIsTakenBackFromAnyList(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	id := page.editing.editor.At(3).ID
	before := page.editing.text(id)
	for _, list := range []*kit.Rows{page.paper.rows, page.cards.rows, page.outline.rows} {
		page.editing.open(id, 0)
		write(page, "Nu ")
		page.editing.leave()
		host.Canvas().Focus(list)
		list.TypedShortcut(&fyne.ShortcutUndo{})
		if got := page.editing.text(id); got != before {
			t.Errorf("stands %q", got)
		}
		list.TypedShortcut(&fyne.ShortcutRedo{})
		if got := page.editing.text(id); got == before {
			t.Error("it does not come again")
		}
		list.TypedShortcut(&fyne.ShortcutUndo{})
	}
}
