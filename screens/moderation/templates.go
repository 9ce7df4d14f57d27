package moderation

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// templateList edits the replies. Saving makes a new edition of them all.
type templateList struct {
	page     *Page
	content  fyne.CanvasObject
	rows     *fyne.Container
	editions *editions
	newest   moderation.TemplateSet
	edited   moderation.TemplateSet
	open     string // the key of the one whose fields are shown
	asked    int
}

func newTemplateList(p *Page) *templateList {
	l := &templateList{page: p, rows: kit.Column(kit.Within)}
	l.editions = newEditions(p, func(ctx context.Context, number int, day time.Time) error {
		return p.office.AdoptTemplates(ctx, number, day, p.host.Person())
	}, l.changed)
	fresh := kit.NewButton(words.Text("moderation.new_template"), theme.ContentAddIcon(), l.add)
	body := kit.Column(kit.Around, kit.NewQuiet(words.Text("moderation.templates_are")), l.rows, container.NewHBox(fresh), l.editions.content)
	l.content = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(760, body)))
	return l
}

func (l *templateList) object() fyne.CanvasObject { return l.content }

func (l *templateList) action() (string, func()) {
	return words.Text("moderation.save_edition"), l.save
}

func (l *templateList) print() {}

func (l *templateList) dirty() bool { return string(l.edited.Content()) != string(l.newest.Content()) }

// read shows the newest edition, unless something is being written.
func (l *templateList) read() {
	p := l.page
	l.asked++
	mine := l.asked
	var all []moderation.TemplateSet
	var err error
	p.start(func() { all, err = p.office.TemplateSets(context.Background()) }, func() {
		switch {
		case mine != l.asked:
			return
		case err != nil:
			p.host.Fail(err)
			return
		}
		list := make([]moderation.Edition, len(all))
		for i, s := range all {
			list[i] = s.Edition
		}
		l.editions.show(list)
		if len(l.edited.Templates) == 0 || !l.dirty() {
			l.newest, l.edited = all[0], all[0]
			l.edited.Templates = slices.Clone(all[0].Templates)
			l.show()
		}
	})
}

func (l *templateList) changed() {
	l.read()
	l.page.Reload()
}

func (l *templateList) show() {
	l.rows.Objects = nil
	for i, t := range l.edited.Templates {
		if t.Key == l.open {
			l.rows.Add(kit.NewCard(l.fields(&l.edited.Templates[i])))
			continue
		}
		title := kit.NewText(t.Key + " · " + t.Title)
		title.TextStyle.Bold = true
		edit := kit.NewQuietButton(words.Text("moderation.edit"), theme.DocumentCreateIcon(), func() {
			l.open = t.Key
			l.show()
		})
		l.rows.Add(kit.Column(-kit.Around, container.NewBorder(nil, nil, nil, edit, title), kit.NewQuiet(excerpt(t.Text, 130))))
	}
	l.rows.Refresh()
	l.content.Refresh()
}

// fields are those of one reply, with the slots it has.
func (l *templateList) fields(t *moderation.Template) fyne.CanvasObject {
	title := kit.NewEntry("")
	title.SetText(t.Title)
	title.OnChanged = func(s string) { t.Title = strings.TrimSpace(s) }
	slots := kit.NewQuiet("")
	say := func() { slots.SetText(slotsText(*t)) }
	text := kit.NewTextEntry(words.Text("moderation.template_hint"))
	text.SetMinRowsVisible(6)
	text.SetText(t.Text)
	text.OnChanged = func(s string) {
		t.Text = strings.TrimSpace(s)
		say()
	}
	say()
	rules := kit.NewEntry("3, 4")
	rules.SetText(numbersText(t.Rules))
	rules.OnChanged = func(s string) { t.Rules = numbersOf(s) }
	box := kit.Column(kit.Within, kit.NewSection(t.Key), caption(words.Text("moderation.template_title")), title,
		caption(words.Text("moderation.template_text")), text, slots, caption(words.Text("moderation.advice_rules")), rules)
	for _, mark := range []struct {
		key string
		on  *bool
	}{{"mark_no_quote", &t.NoQuote}, {"mark_neutral", &t.Neutral}, {"mark_send_first", &t.SendFirst}, {"mark_private", &t.PrivateFirst}} {
		check := widget.NewCheck(words.Text("moderation."+mark.key), func(on bool) { *mark.on = on })
		check.Checked = *mark.on
		box.Add(check)
	}
	key := t.Key
	box.Add(container.NewHBox(
		kit.NewButton(words.Text("moderation.close_question"), nil, func() { l.open = ""; l.show() }),
		kit.NewQuietButton(words.Text("moderation.remove_template"), theme.DeleteIcon(), func() { l.remove(key) })))
	return box
}

// slotsText names the slots of a reply, those the program does not know told
// apart: they are filled in by hand.
func slotsText(t moderation.Template) string {
	var known, own []string
	for _, s := range t.Slots() {
		if s.Known {
			known = append(known, s.Name)
		} else {
			own = append(own, s.Name)
		}
	}
	said := ""
	if len(known) > 0 {
		said = words.Text("moderation.slots_known", "slots", strings.Join(known, ", "))
	}
	if len(own) > 0 {
		said = strings.TrimSpace(said + " " + words.Text("moderation.slots_own", "slots", strings.Join(own, ", ")))
	}
	return said
}

// add begins another reply with the next free key.
func (l *templateList) add() {
	n := len(l.edited.Templates) + 1
	for {
		if _, taken := l.edited.Template("T" + number(n)); !taken {
			break
		}
		n++
	}
	l.open = "T" + number(n)
	l.edited.Templates = append(l.edited.Templates, moderation.Template{Key: l.open, Title: words.Text("moderation.new_template")})
	l.show()
}

// remove takes a reply out of what is written; editions that were saved keep it.
func (l *templateList) remove(key string) {
	l.edited.Templates = slices.DeleteFunc(slices.Clone(l.edited.Templates), func(t moderation.Template) bool { return t.Key == key })
	l.open = ""
	l.show()
	l.page.host.Say(words.Text("moderation.template_removed", "key", key), "", nil)
}

// save keeps what is written as a new edition.
func (l *templateList) save() {
	p, edited, by := l.page, l.edited, l.page.host.Person()
	var err error
	p.start(func() { _, err = p.office.SaveTemplates(context.Background(), edited, by) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Saved(p.now())
		p.host.Say(words.Text("moderation.edition_saved"), "", nil)
		l.newest = edited
		l.open = ""
		l.show()
		l.changed()
	})
}
