package posts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// writing is the open post: its words, link, pictures, plan and notes, with what
// must be known about it above.
type writing struct {
	page    *Page
	content *fyne.Container
	nothing fyne.CanvasObject // when no post is open
	filling bool              // the program fills the fields, nobody writes

	status  *kit.Caption
	icon    *widget.Icon
	more    *kit.Button
	notices *notices
	subject *kit.Entry
	text    *kit.MarkedEntry
	link    *linkPart
	picture *picturePart
	plan    *planPart
	notes   *notesPart
	outcome *outcomePart
}

// gutter is the room for the words of the fold marks.
const gutter = 92

func newWriting(p *Page) *writing {
	w := &writing{page: p, status: kit.NewCaption(""), icon: widget.NewIcon(nil)}
	w.status.Ink = kit.ColorText
	w.more = kit.NewQuietButton(words.Text("posts.actions"), nil, nil)
	w.more.OnTapped = func() { p.showMenuAt(w.more) }
	w.notices = newNotices(p)
	w.subject = kit.NewEntry(words.Text("posts.subject-hint"))
	w.subject.OnChanged = func(text string) {
		if !w.filling {
			p.draft.subject = text
			p.draft.changed()
		}
	}
	w.subject.OnFocus = p.inSight(w.subject)
	w.text = kit.NewMarkedEntry(words.Text("posts.text-hint"), 8, 26, gutter)
	w.text.OnChanged = w.typed
	w.text.OnFocus = func(has bool) {
		if !has {
			p.draft.flush()
		}
	}
	w.text.OnBeyond = func(by *fyne.ScrollEvent) { p.frame.scroll.Scrolled(by) }
	w.text.OnHeight = func() { w.content.Refresh() }
	w.text.OnCaret = w.follow
	w.link, w.picture, w.plan, w.notes, w.outcome = newLinkPart(p), newPicturePart(p), newPlanPart(p), newNotesPart(p), newOutcomePart(p)
	head := container.NewBorder(nil, nil, kit.Row(kit.Between, container.NewCenter(kit.Slim(20, 20, w.icon))), w.more,
		container.New(centredLine{}, w.status))
	w.content = kit.Column(kit.Around, head, w.notices.content, w.outcome.content,
		kit.Column(kit.Within, heading("posts.subject"), w.subject),
		kit.Column(kit.Within, heading("posts.text"), w.text),
		w.link.content, w.picture.content, w.plan.content, w.notes.content)
	w.nothing = container.NewCenter(kit.Wide(360, kit.NewQuiet(words.Text("posts.choose-one"))))
	return w
}

// heading is the small bold word over a part.
func heading(key string) *kit.Caption {
	c := kit.NewCaption(words.Text(key))
	c.Bold = true
	return c
}

// typed takes what the field holds after a key.
func (w *writing) typed(text string) {
	if w.filling {
		return
	}
	w.page.draft.content.Text = text
	w.page.draft.changed()
}

// follow keeps the line with the caret in sight where the whole post scrolls.
func (w *writing) follow(top, bottom float32) {
	if !w.filling && w.page.host.Canvas().Focused() == w.text.Field() {
		w.page.keep(w.text, top, bottom)
	}
}

// inSight scrolls to what got the keyboard.
func (p *Page) inSight(o fyne.CanvasObject) func(has bool) {
	return func(has bool) {
		if has {
			p.keep(o, 0, o.Size().Height)
		}
	}
}

// keep scrolls the post no further than it must to show a stretch of o.
func (p *Page) keep(o fyne.CanvasObject, top, bottom float32) {
	if p.frame == nil || p.frame.scroll.Size().Height <= 0 || fyne.CurrentApp().Driver().CanvasForObject(o) == nil {
		return
	}
	scroll, driver, room := p.frame.scroll, fyne.CurrentApp().Driver(), kit.Scaled(kit.Around)
	above := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
	switch view := scroll.Size().Height; {
	case above+top < 0:
		scroll.ScrollToOffset(fyne.NewPos(0, max(scroll.Offset.Y+above+top-room, 0)))
	case above+bottom > view:
		scroll.ScrollToOffset(fyne.NewPos(0, scroll.Offset.Y+above+bottom-view+room))
	}
}

// fill shows the post that was opened.
func (w *writing) fill() {
	d := &w.page.draft
	w.filling = true
	w.subject.SetText(d.subject)
	w.text.SetText(d.content.Text)
	w.text.SetUnderlines(nil)
	w.text.SetMarks(nil)
	w.text.SetEdge("")
	w.plan.fill()
	w.filling = false
	w.page.frame.scroll.ScrollToTop()
	w.dress()
}

// dress shows what became of the post by other means than writing in it.
func (w *writing) dress() {
	d := &w.page.draft
	w.filling = true
	defer func() { w.filling = false }()
	w.text.SetReadOnly(!d.writable())
	if d.writable() {
		w.subject.Enable()
	} else {
		w.subject.Disable()
	}
	w.icon.SetResource(stateIcon(d.post.State))
	w.status.Set(w.page.statusText())
	w.link.dress()
	w.picture.dress()
	w.plan.dress()
	w.notes.dress()
	w.outcome.dress()
	w.notices.dress()
	w.content.Refresh()
	w.page.host.Refresh()
}

// judged shows what the check found, in the text itself.
func (w *writing) judged(v *verdict) {
	if !w.page.checker.current() {
		return // it is about another text; the next result is on its way
	}
	var lines []kit.Underline
	for _, f := range v.red {
		lines = append(lines, kit.Underline{From: f.From, To: f.To, Grave: true})
	}
	for _, h := range v.hints[:min(len(v.hints), mostHints)] {
		if h.From < h.To && h.Code != posts.HintPersonal && h.Code != posts.HintSentence && h.Code != posts.HintVeryLong {
			lines = append(lines, kit.Underline{From: h.From, To: h.To, Grave: h.Level == posts.Stop})
		}
	}
	w.text.SetUnderlines(lines)
	var marks []kit.EdgeMark
	if v.mobile >= 0 {
		marks = append(marks, kit.EdgeMark{At: v.mobile, Text: words.Text("posts.mark-mobile")})
	}
	if v.desktop >= 0 {
		marks = append(marks, kit.EdgeMark{At: v.desktop, Text: words.Text("posts.mark-desktop")})
	}
	w.text.SetMarks(marks)
	w.text.SetEdge(w.page.edgeText(v))
	w.notices.dress()
	w.link.suggest()
}

// mend puts words in place of others, as if the person had written them.
func (w *writing) mend(from, to int, text string) {
	w.text.Replace(from, to, text)
	w.page.host.Canvas().Focus(w.text.Field())
}

// statusText is where the post stands, in a line.
func (p *Page) statusText() string {
	d := &p.draft
	post, today := d.post, p.today()
	parts := []string{stateText(post.State)}
	switch {
	case !post.Trashed.IsZero():
		parts[0] = words.Text("posts.in-trash")
	case post.State == posts.Planned:
		parts = append(parts, relativeText(p.local(post.Planned), today))
	case !post.Published.IsZero():
		parts = append(parts, momentText(p.local(post.Published), today))
	}
	if post.Author.Name != "" {
		parts = append(parts, words.Text("posts.by", "name", post.Author.Name))
	}
	if post.Approval.Given() {
		parts = append(parts, words.Text("posts.approved-by", "name", post.Approval.By.Name))
	}
	return joined(parts)
}

// edgeText is the line in the text's lower edge: how long it is, and how heavy
// to read.
func (p *Page) edgeText(v *verdict) string {
	parts := []string{words.Count("posts.characters", v.count)}
	switch {
	case v.text == "":
		return parts[0]
	case v.read.Shown():
		parts = append(parts, words.Text("posts.lix", "lix", number(int(v.read.LIX+0.5)), "band", words.Text("posts.lix-"+string(v.read.Band()))))
	case v.read.Words > 0:
		parts = append(parts, words.Count("posts.no-lix", v.read.LongWords, "words", number(int(v.read.Average()+0.5))))
	}
	return joined(parts)
}

// centredLine puts a line of words in the middle of its height.
type centredLine struct{}

func (centredLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		height := o.MinSize().Height
		put(o, 0, (size.Height-height)/2, size.Width, height)
	}
}

func (centredLine) MinSize(objects []fyne.CanvasObject) (least fyne.Size) {
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}
