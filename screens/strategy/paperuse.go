package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// menu offers what can be done with a paragraph.
func (s *paper) menu(row slab, at fyne.Position) {
	c := s.page.host.Canvas()
	menu := fyne.NewMenu("", fyne.NewMenuItem(words.Text("strategy.copy"), func() { s.copy(row.text) }))
	if id := s.texts[row.text].draft; id != "" && s.page.editing.can() {
		menu.Items = append(menu.Items, fyne.NewMenuItem(words.Text("strategy.edit_block"), func() { s.page.editing.open(id, 0) }))
	}
	widget.ShowPopUpMenuAtPosition(menu, c, at)
}

// copy puts a paragraph on the clipboard, its marks said in words.
func (s *paper) copy(text int) {
	t := &s.texts[text]
	spoken := t.left.Block.Spoken(say)
	if s.view == inParallel {
		spoken += "\n" + t.right.Block.Spoken(say)
	}
	fyne.CurrentApp().Clipboard().SetContent(spoken)
	s.page.host.Say(words.Text("strategy.copied"), "", nil)
}

// say puts the words for a mark around a text.
func say(mark kit.Mark, text string) string {
	key := map[kit.Mark]string{
		kit.MarkAdded: "strategy.say_added", kit.MarkRemoved: "strategy.say_removed",
		kit.MarkMovedFrom: "strategy.say_moved_from", kit.MarkMovedTo: "strategy.say_moved_to",
	}[mark]
	return words.Text(key, "text", text)
}

func (s *paper) shortcut(shortcut fyne.Shortcut) bool {
	if _, ok := shortcut.(*fyne.ShortcutCopy); ok && len(s.slabs) > 0 {
		s.copy(s.pointed())
		return true
	}
	return s.page.listShortcut(shortcut)
}

// openFrom opens the first block of the draft from a text on, for writing.
func (s *paper) openFrom(text int) {
	for _, t := range s.texts[text:] {
		if t.draft != "" {
			s.page.editing.open(t.draft, 0)
			return
		}
	}
}

// pointed is the text a copy takes: that of the change that is lit, else the
// one at the top of the view.
func (s *paper) pointed() int {
	if i := s.textOf(s.page.chosen); i >= 0 {
		return i
	}
	row, _ := s.rows.At(s.rows.Offset())
	return s.slabs[row].text
}

// key takes Enter: it opens the block of the change that is lit, or the one at
// the top of the view.
func (s *paper) key(key *fyne.KeyEvent) bool {
	if s.page.stepKey(key) {
		return true
	}
	if (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && len(s.slabs) > 0 {
		s.openFrom(s.pointed())
		return true
	}
	return false
}
