package posts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// mostHints is how many hints are shown at once: more would be read by nobody.
const mostHints = 5

// hints are sentences about the post, most important first, each with the words
// that caused it and a click that mends it where there is one.
type hints struct {
	page    *Page
	content *fyne.Container
	shown   []posts.Hint
	fresh   bool // nothing was shown for this post yet
	mending bool // the post could be written in when they were shown
}

func newHints(p *Page) *hints {
	return &hints{page: p, content: kit.Column(kit.Between), fresh: true}
}

// clear waits for the first check of another post.
func (h *hints) clear() {
	h.fresh, h.shown = true, nil
	h.content.Objects = []fyne.CanvasObject{kit.NewQuiet(words.Text("posts.checking"))}
	h.content.Refresh()
}

// show shows a verdict. While a person writes the same hints stay as they are.
func (h *hints) show(v *verdict) {
	mending := h.page.draft.writable()
	if !h.fresh && h.mending == mending && sameHints(h.shown, v.hints) {
		return
	}
	h.fresh, h.shown, h.mending = false, v.hints, mending
	h.content.Objects = nil
	for _, hint := range v.hints[:min(len(v.hints), mostHints)] {
		h.content.Add(newHintCard(h.page, hint))
	}
	if rest := len(v.hints) - mostHints; rest > 0 {
		h.content.Add(kit.NewQuiet(words.Count("posts.hints-more", rest)))
	}
	if len(v.hints) == 0 {
		key := "posts.nothing-to-say"
		if v.text == "" {
			key = "posts.nothing-yet"
		}
		h.content.Add(kit.NewQuiet(words.Text(key)))
	}
	h.content.Refresh()
	h.page.frame.Refresh()
}

// hintCard is one hint. Pointing at it lights its words, a click chooses them.
type hintCard struct {
	widget.BaseWidget
	page *Page
	hint posts.Hint
}

func newHintCard(p *Page, hint posts.Hint) *hintCard {
	c := &hintCard{page: p, hint: hint}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer puts the sentence, why it matters and what can be done.
func (c *hintCard) CreateRenderer() fyne.WidgetRenderer {
	said := kit.NewText(hintText(c.hint))
	lines := kit.Column(-9, said) // Fyne's labels keep their distance by themselves
	if why := hintWhy(c.hint); why != "" {
		quiet := kit.NewQuiet(why)
		quiet.SizeName = theme.SizeNameCaptionText
		lines.Add(quiet)
	}
	buttons := kit.Flow(kit.Within)
	for _, mend := range c.hint.Mends {
		if verb := mendVerb(c.hint, mend); verb != "" && (c.page.draft.writable() || mend.Do == posts.GoTo) {
			buttons.Add(kit.NewButton(verb, nil, func() { c.page.mend(c.hint, mend) }))
		}
	}
	if len(buttons.Objects) > 0 {
		lines.Add(kit.Padded(9, kit.Between, buttons))
	}
	icon := kit.Slim(22, 22, widget.NewIcon(levelIcon(c.hint.Level)))
	body := container.NewBorder(nil, nil, container.NewVBox(kit.Padded(7, 2, icon)), nil, lines)
	return widget.NewSimpleRenderer(container.NewStack(kit.NewPanel(kit.ColorSurface, levelLine(c.hint.Level), 6), kit.Padded(4, 8, body)))
}

// levelIcon tells by its shape how much a hint asks.
func levelIcon(level posts.Level) fyne.Resource {
	switch level {
	case posts.Stop:
		return theme.NewColoredResource(theme.ErrorIcon(), kit.ColorDanger)
	case posts.Care:
		return theme.NewColoredResource(theme.WarningIcon(), kit.ColorCare)
	}
	return theme.NewColoredResource(theme.InfoIcon(), kit.ColorQuiet)
}

func levelLine(level posts.Level) fyne.ThemeColorName {
	if level == posts.Stop {
		return kit.ColorDanger
	}
	return kit.ColorLine
}

// hintText is a hint as a sentence.
func hintText(h posts.Hint) string { return words.Text("posts.hint-"+string(h.Code), hintPairs(h)...) }

// hintWhy is why it matters; "" where the sentence says it all.
func hintWhy(h posts.Hint) string {
	key := "posts.why-" + string(h.Code)
	if text := words.Text(key, hintPairs(h)...); text != key {
		return text
	}
	return ""
}

func hintPairs(h posts.Hint) []string {
	pairs := []string{"words", cut(h.Words, 80)}
	for name, value := range h.Args {
		if name != "words" {
			pairs = append(pairs, name, value)
		} else {
			pairs = append(pairs, "n", value)
		}
	}
	return pairs
}

// cut is a text of at most n letters.
func cut(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return text
}

// mendVerb is what stands on a mend's button.
func mendVerb(h posts.Hint, m posts.Mend) string {
	switch m.Do {
	case posts.Replace:
		switch {
		case h.Code == posts.HintClosing:
			return words.Text("posts.mend-closing")
		case h.Code == posts.HintCardHidden:
			return words.Text("posts.mend-address")
		case m.Text == "":
			return words.Text("posts.mend-remove")
		}
		return words.Text("posts.mend-replace", "text", cut(m.Text, 40))
	case posts.GoTo:
		return words.Text("posts.mend-go")
	case posts.OpenLinks:
		return words.Text("posts.mend-links")
	case posts.UseLink:
		return words.Text("posts.mend-use-link")
	case posts.WriteAlt:
		return words.Text("posts.mend-alt")
	case posts.DropImages:
		return words.Text("posts.mend-drop-images")
	}
	return ""
}

// mend does what a mend's button says. A text that was written on since is
// looked over first: the places may be others.
func (p *Page) mend(h posts.Hint, m posts.Mend) {
	if (m.Do == posts.Replace || m.Do == posts.GoTo) && !p.checker.current() {
		p.checker.then = func() { p.mendAgain(h, m) }
		p.checker.now()
		return
	}
	switch m.Do {
	case posts.Replace:
		p.writing.mend(m.From, m.To, m.Text)
	case posts.GoTo:
		p.writing.text.Select(m.From, m.To)
	case posts.OpenLinks:
		p.openLibrary()
	case posts.UseLink:
		p.useLink(m.Text)
	case posts.WriteAlt:
		p.writing.picture.focusAlt(m.Index)
	case posts.DropImages:
		p.writing.picture.dropAll()
	}
}

// mendAgain does what a mend said of a text that was written on since, where
// the same is still to be said of it.
func (p *Page) mendAgain(h posts.Hint, m posts.Mend) {
	for _, now := range p.checker.verdict.hints {
		if now.Code != h.Code || now.Words != h.Words {
			continue
		}
		for _, mend := range now.Mends {
			if mend.Do == m.Do && mend.Text == m.Text {
				p.mend(now, mend)
				return
			}
		}
	}
	p.host.Say(words.Text("posts.text-changed"), "", nil)
}

// Tapped chooses the words the hint is about.
func (c *hintCard) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	if c.hint.From < c.hint.To && c.page.checker.current() {
		c.page.writing.text.Select(c.hint.From, c.hint.To)
	}
}

// MouseIn lights the words.
func (c *hintCard) MouseIn(*desktop.MouseEvent) {
	defer kit.Catch()
	if c.page.checker.current() {
		c.page.writing.text.Light(kit.Underline{From: c.hint.From, To: c.hint.To})
	}
}

// MouseMoved does nothing more.
func (c *hintCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the light away.
func (c *hintCard) MouseOut() { c.page.writing.text.Light(kit.Underline{}) }
