package moderation

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// intake is where a comment is put in. The citizen's own words stand in the
// field they are pasted into, and are let go of when the sheet closes; below
// stands the masked comment, which is all that is kept.
type intake struct {
	page   *Page
	text   *kit.Entry
	masked *widget.Label
	found  *widget.Label
	post   *kit.Entry
	at     *kit.Entry
	kept   moderation.Masked
	ready  bool
}

// askComment asks for a comment, with what the clipboard's owner pastes.
func (p *Page) askComment() {
	i := &intake{page: p, text: kit.NewTextEntry(words.Text("moderation.paste_hint")), masked: kit.NewText(""), found: kit.NewQuiet("")}
	i.text.SetMinRowsVisible(5)
	i.text.OnChanged = i.changed
	i.post = kit.NewEntry(words.Text("moderation.post_hint"))
	if p.desk.c.ID != 0 {
		i.post.SetText(p.desk.c.Post)
	} else if items := p.shelf.items; len(items) > 0 {
		i.post.SetText(items[len(items)-1].Post)
	}
	i.at = kit.NewEntry(words.Text("moderation.address_hint"))
	i.changed("")
	body := kit.Column(kit.Between,
		caption(words.Text("moderation.comment")), i.text,
		caption(words.Text("moderation.as_kept")), kit.NewCard(i.masked), i.found,
		caption(words.Text("moderation.post")), i.post,
		caption(words.Text("moderation.address")), i.at)
	p.host.Sheet(words.Text("moderation.paste_new"), 560, body,
		kit.NewButton(words.Text("moderation.cancel"), nil, i.letGo),
		kit.NewMainButton(words.Text("moderation.keep_comment"), nil, i.keep))
	p.host.Canvas().Focus(i.text)
}

// changed shows at once what would be kept.
func (i *intake) changed(text string) {
	kept, finds, err := moderation.Intake(text, i.page.office.MaskRules())
	i.kept, i.ready = kept, err == nil
	if err != nil {
		i.masked.SetText(words.Text("moderation.as_kept_none"))
		i.found.SetText("")
		if strings.TrimSpace(text) != "" {
			i.found.SetText(words.Fault(err))
		}
		return
	}
	i.masked.SetText(kept.Text())
	covered := 0
	for _, n := range finds {
		covered += n
	}
	if covered == 0 {
		i.found.SetText(words.Text("moderation.found_none"))
		return
	}
	i.found.SetText(words.Count("moderation.found", covered))
}

// keep writes the masked comment and opens its case.
func (i *intake) keep() {
	p := i.page
	if !i.ready {
		i.letGo()
		p.host.Say(words.Text("moderation.as_kept_none"), "", nil)
		return
	}
	comment := store.NewCase{Comment: i.kept, Post: i.post.Text, Address: i.at.Text}
	i.letGo()
	by := p.host.Person()
	var added []moderation.Case
	var err error
	p.start(func() { added, err = p.office.Add(context.Background(), by, comment) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Saved(p.now())
		p.shelf.read()
		p.desk.openAt(added[0].ID)
	})
}

// letGo empties the field of the citizen's words.
func (i *intake) letGo() { i.text.SetText("") }
