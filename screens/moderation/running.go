package moderation

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// showBlocks lists the blocks that run, each with the way to its case; one that
// has come to its end says so.
func (r *report) showBlocks() {
	p := r.page
	list := kit.Column(kit.Within)
	for _, b := range r.blocks {
		said := kit.NewText(words.Text("moderation.block_line", "alias", b.Alias, "profile", shownProfile(b), "from", p.dayText(b.From), "until", p.dayText(b.Until), "first", b.By, "second", b.Second))
		if b.Over(today(p.now())) {
			said.SetText(said.Text + " " + words.Text("moderation.block_over"))
			said.Importance = widget.WarningImportance
		}
		open := kit.NewQuietButton(words.Text("moderation.remind_open"), nil, func() {
			p.parts.choose(partComments)
			p.desk.open(b.Case)
		})
		list.Add(container.NewBorder(nil, nil, nil, open, said))
	}
	if len(r.blocks) == 0 {
		list.Add(kit.NewQuiet(words.Text("moderation.no_blocks")))
	}
	r.running.Objects = []fyne.CanvasObject{section(words.Text("moderation.blocks"), list)}
	r.running.Refresh()
}

func shownProfile(b moderation.Block) string {
	if b.Profile == "" {
		return ""
	}
	return " (" + b.Profile + ")"
}

// showLeaving lists the cases whose time is up.
func (r *report) showLeaving() {
	list := kit.Column(kit.Within)
	for _, item := range r.due.Forget {
		open := kit.NewQuietButton(words.Text("moderation.remind_open"), nil, func() {
			r.page.parts.choose(partComments)
			r.page.desk.open(item.ID)
		})
		list.Add(container.NewBorder(nil, nil, nil, open, kit.NewText(words.Text("moderation.forget_line", "number", number(int(item.ID)), "day", words.LongDate(item.Received)))))
	}
	if n := len(r.due.Forget); n > 0 {
		list.Add(container.NewHBox(kit.NewButton(words.Count("moderation.forget_now", n), theme.DeleteIcon(), r.askForget)))
	} else {
		list.Add(kit.NewQuiet(words.Text("moderation.nothing_leaves")))
	}
	r.leaving.Objects = []fyne.CanvasObject{section(words.Text("moderation.leaving"), kit.Column(kit.Between, kit.NewQuiet(words.Text("moderation.leaving_is")), list))}
	r.leaving.Refresh()
}

// askForget asks once more: what is forgotten is gone.
func (r *report) askForget() {
	items := r.due.Forget
	if len(items) == 0 {
		return
	}
	p, by := r.page, r.page.host.Person()
	p.host.Ask(words.Count("moderation.forget_title", len(items)), words.Text("moderation.forget_text"), words.Text("moderation.forget_verb"), func() {
		var gone store.Forgotten
		p.host.Work(words.Text("moderation.forgetting"), func(ctx context.Context, _ func(float64)) error {
			var cases []moderation.Case
			for _, item := range items {
				c, err := p.office.Case(ctx, item.ID)
				if err != nil {
					return err
				}
				cases = append(cases, c)
			}
			var err error
			gone, err = p.office.Forget(ctx, by, cases...)
			return err
		}, func(err error) { r.forgot(gone, err) })
	})
}

// forgot says what is gone, and what the backups still hold.
func (r *report) forgot(gone store.Forgotten, err error) {
	p := r.page
	if err != nil {
		p.host.Fail(err)
	}
	r.read()
	p.Reload()
	if err != nil {
		return
	}
	said := words.Count("moderation.forgotten", gone.Cases)
	if n := len(gone.Backups); n > 0 {
		said += " " + words.Count("moderation.backups_hold", n)
	}
	p.host.Say(said, "", nil)
}
