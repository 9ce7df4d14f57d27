package posts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/danish"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// notices are the sentences above a post that must not be missed: personal data
// that is not saved, a copied text that waits to be published, notes to see to.
type notices struct {
	page    *Page
	content *fyne.Container
	shown   []string
}

func newNotices(p *Page) *notices {
	n := &notices{page: p, content: kit.Column(kit.Between)}
	n.content.Hide()
	return n
}

// notice is a sentence with what can be done about it.
type notice struct {
	text    string
	icon    fyne.Resource
	line    fyne.ThemeColorName
	buttons []*kit.Button
}

// dress shows the notices of the post as it is now. While nothing changes they
// stay, so that a button is not taken from under the pointer.
func (n *notices) dress() {
	list := n.page.noticesNow()
	var said []string
	for _, one := range list {
		said = append(said, one.text)
	}
	if slices.Equal(said, n.shown) {
		return
	}
	n.shown = said
	n.content.Objects = nil
	for _, one := range list {
		n.content.Add(one.object())
	}
	n.content.Hidden = len(list) == 0
	n.page.writing.content.Refresh()
}

func (n notice) object() fyne.CanvasObject {
	lines := container.NewVBox(kit.NewText(n.text))
	if len(n.buttons) > 0 {
		row := kit.Flow(kit.Within)
		for _, b := range n.buttons {
			row.Add(b)
		}
		lines.Add(kit.Padded(2, kit.Between, row))
	}
	icon := container.NewVBox(kit.Padded(7, 2, kit.Slim(22, 22, widget.NewIcon(n.icon))))
	return container.NewStack(kit.NewPanel(kit.ColorSurface, n.line, 6), kit.Padded(4, 8, container.NewBorder(nil, nil, icon, nil, lines)))
}

// noticesNow are what must be said about the open post.
func (p *Page) noticesNow() (list []notice) {
	d := &p.draft
	if !d.open {
		return nil
	}
	if d.red && d.writable() {
		list = append(list, p.redNotice())
	}
	if d.writable() && posts.Masked(d.content.Text) {
		list = append(list, notice{text: words.Text("posts.masked-notice"), icon: theme.NewColoredResource(theme.WarningIcon(), kit.ColorCare), line: kit.ColorCare})
	}
	if !d.post.Trashed.IsZero() {
		list = append(list, notice{text: words.Text("posts.trashed-notice"), icon: theme.DeleteIcon(), line: kit.ColorLine,
			buttons: []*kit.Button{kit.NewMainButton(words.Text("posts.restore"), nil, p.restore)}})
	}
	switch post := d.post; {
	case post.State == posts.Submitted && post.May(posts.Approve, p.who()) != nil:
		list = append(list, notice{text: words.Text("posts.waits-for-colleague"), icon: stateIcon(posts.Submitted), line: kit.ColorLine,
			buttons: []*kit.Button{kit.NewButton(words.Text("posts.switch-person"), nil, p.host.SwitchPerson)}})
	case post.State == posts.Submitted:
		list = append(list, notice{text: words.Text("posts.waits-for-you", "name", post.Submitter.Name), icon: stateIcon(posts.Submitted), line: kit.ColorAccent,
			buttons: []*kit.Button{kit.NewButton(words.Text("posts.return"), nil, p.askReturn)}})
	case (post.State == posts.Approved || post.State == posts.Planned) && !post.Copied.IsZero():
		list = append(list, p.copiedNotice())
	case post.IsDue(p.now()):
		list = append(list, notice{text: words.Text("posts.due-notice"), icon: theme.NewColoredResource(theme.WarningIcon(), kit.ColorCare), line: kit.ColorCare})
	}
	return list
}

// redNotice says that what is on the screen is not what is saved.
func (p *Page) redNotice() notice {
	kinds := map[danish.Kind]bool{}
	for _, f := range p.checker.verdict.red {
		kinds[f.Kind] = true
	}
	what := words.Text("posts.red-kind-other")
	if len(kinds) == 1 {
		for kind := range kinds {
			what = words.Text("posts.red-kind-" + string(kind))
		}
	}
	return notice{text: words.Text("posts.red-notice", "what", what), icon: theme.NewColoredResource(theme.ErrorIcon(), kit.ColorDanger),
		line: kit.ColorDanger, buttons: []*kit.Button{
			kit.NewButton(words.Text("posts.red-show"), nil, p.showRed),
			kit.NewButton(words.Text("posts.red-mask"), nil, p.maskRed)}}
}

// showRed chooses the first of it.
func (p *Page) showRed() {
	if red := p.checker.verdict.red; len(red) > 0 && p.checker.current() {
		p.writing.text.Select(red[0].From, red[0].To)
	}
}

// maskRed puts the masked words in the text too, last first, so that the places
// of the others stay.
func (p *Page) maskRed() {
	red := slices.Clone(p.checker.verdict.red)
	if !p.checker.current() {
		p.checker.now()
		return
	}
	masked := []rune(posts.Stored(p.draft.content.Text, red))
	slices.SortFunc(red, func(a, b danish.Find) int { return b.From - a.From })
	for _, f := range red {
		p.writing.text.Replace(f.From, f.To, string(masked[f.From:f.To]))
	}
	p.host.Canvas().Focus(p.writing.text.Field())
}

// copiedNotice says what is left to do on Facebook.
func (p *Page) copiedNotice() notice {
	buttons := []*kit.Button{kit.NewButton(words.Text("posts.copy-again"), theme.ContentCopyIcon(), p.copyAndOpen)}
	key := "posts.copied-notice"
	if len(p.draft.content.Pictures) > 0 {
		key = "posts.copied-notice-pictures"
		buttons = append(buttons,
			kit.NewButton(words.Text("posts.save-picture"), theme.DownloadIcon(), p.writing.picture.savePicture),
			kit.NewButton(words.Text("posts.copy-alt"), theme.ContentCopyIcon(), p.writing.picture.copyAlt))
	}
	return notice{text: words.Text(key), icon: stateIcon(posts.Published), line: kit.ColorAccent, buttons: buttons}
}
