package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// MenuItems are the page's own lines in the main menu.
func (p *Page) MenuItems() []*fyne.MenuItem {
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	items := []*fyne.MenuItem{
		line("strategy.next_change", alt(fyne.KeyDown), func() { p.step(1) }),
		line("strategy.previous_change", alt(fyne.KeyUp), func() { p.step(-1) }),
		line("strategy.write_reason", alt(fyne.KeyReturn), p.cards.write),
		line("strategy.edit_here", alt(fyne.KeyR), p.editHere),
		line("strategy.more_menu", alt(fyne.KeyM), p.showMore),
		fyne.NewMenuItemSeparator(),
		line("strategy.view_marked", nil, func() { p.bar.choose(withMarks) }),
		line("strategy.view_clean", nil, func() { p.bar.choose(asClean) }),
		line("strategy.view_parallel", nil, func() { p.bar.choose(inParallel) }),
		fyne.NewMenuItemSeparator(),
	}
	items = append(items, p.workItems()...)
	return append(append(items, fyne.NewMenuItemSeparator()), p.writingItems()...)
}

// line is a line of a menu.
func line(key string, shortcut fyne.Shortcut, run func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(words.Text(key), func() {
		defer kit.Catch()
		run()
	})
	i.Shortcut = shortcut
	return i
}

// workItems are the lines about the document as a whole: its papers, its
// decision, its versions, and the way to and from Word.
func (p *Page) workItems() []*fyne.MenuItem {
	items := []*fyne.MenuItem{
		line("strategy.print_parallel", nil, p.printParallel),
		line("strategy.print_approved", nil, p.printApproved),
		fyne.NewMenuItemSeparator(),
	}
	items = append(items, p.decisionItems()...)
	return append(items, fyne.NewMenuItemSeparator(),
		line("strategy.who_wrote", nil, p.askPast),
		line("strategy.compare_versions", nil, p.compareVersions),
		line("strategy.compare_files", nil, p.compareFiles),
		fyne.NewMenuItemSeparator(),
		line("strategy.fetch_word", nil, p.fetchWord),
		line("strategy.save_word", nil, p.SaveWord))
}

// decisionItems are the lines about how the draft becomes the text in force.
func (p *Page) decisionItems() []*fyne.MenuItem {
	if p.options.NoMeeting {
		return []*fyne.MenuItem{line("strategy.adopt_on", nil, p.askAdopt)}
	}
	return []*fyne.MenuItem{
		line("strategy.points", nil, p.askPoints),
		line("strategy.what_if", nil, p.askWhatIf),
		line("strategy.submit_to", nil, p.askSubmit),
		line("strategy.withdraw_from", nil, p.withdraw),
		line("strategy.after_meeting", nil, p.askDecide),
		line("strategy.take_up_again", nil, p.takeUp),
	}
}

// editHere opens the paragraph of the change that is lit for writing, or the one
// at the top of the view.
func (p *Page) editHere() {
	if p.reading != nil && p.frame.state.Hidden && len(p.paper.slabs) > 0 {
		p.paper.openFrom(p.paper.pointed())
	}
}

// showMore shows the lines about the whole document under their button.
func (p *Page) showMore() {
	if !p.frame.state.Hidden {
		return // a form lies over the page, and is answered first
	}
	c := p.host.Canvas()
	menu := widget.NewPopUpMenu(fyne.NewMenu("", p.workItems()...), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.bar.more)
	right := at.X + p.bar.more.Size().Width - menu.MinSize().Width
	menu.ShowAtPosition(fyne.NewPos(max(right, 0), at.Y+p.bar.more.Size().Height))
	menu.ActivateNext()
}
