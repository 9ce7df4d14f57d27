package posts

import (
	"strings"

	"synlig/data/links"
)

// closing looks for the template's last line.
func (c *checking) closing() {
	for _, t := range c.rules.Templates {
		if t.Key != c.post.Template || t.Closing == "" || blank(c.post.Text) || sameWords(c.post.Text, t.Closing) {
			continue
		}
		end := len([]rune(strings.TrimRight(c.post.Text, " \t\n")))
		c.say(Hint{Code: HintClosing, Level: Care, Args: map[string]string{"closing": t.Closing},
			Mends: []Mend{{Do: Replace, From: end, To: len(c.text.runes), Text: "\n\n" + t.Closing}}})
	}
}

// sameWords tells whether text holds line, however the spaces and line ends
// between its words stand.
func sameWords(text, line string) bool {
	return strings.Contains(" "+strings.Join(strings.Fields(text), " ")+" ", " "+strings.Join(strings.Fields(line), " ")+" ")
}

// placing looks at where the post leads to, and whether a reader sees it.
func (c *checking) placing() {
	found := links.Find(c.post.Text)
	var own, foreign *links.Found
	for i := range found {
		if c.settings.Sites.Has(found[i].Address) {
			if own == nil || links.IsFrontPage(own.Address) && !links.IsFrontPage(found[i].Address) {
				own = &found[i]
			}
		} else if foreign == nil {
			foreign = &found[i]
		}
	}
	address := c.post.Link.Address
	switch {
	case c.settings.Sites.Has(address):
		c.page(address, 0, 0)
	case own != nil:
		c.page(own.Address, own.From, own.To)
	case address != "":
		c.say(Hint{Code: HintForeignLink, Level: Care, Words: links.Shown(address),
			Args: map[string]string{"address": links.Shown(address)}, Mends: c.toPages()})
	case foreign != nil:
		h := c.at(HintForeignLink, Care, foreign.From, foreign.To, c.toPages()...)
		h.Args = map[string]string{"address": foreign.Text}
		c.say(h)
	case !blank(c.post.Text):
		c.say(Hint{Code: HintNoLink, Level: Care, Mends: c.toPages()})
	}
	c.folded(own, len(found) > 0)
	c.hidden(found)
}

// hidden tells when a picture hides the card of a link that the text does not
// name either: write the address, or take the picture out.
func (c *checking) hidden(found []links.Found) {
	address := c.post.Link.Address
	if address == "" || len(c.post.Pictures) == 0 {
		return
	}
	shown := links.Shown(address)
	for _, f := range found {
		if links.Shown(f.Address) == shown {
			return
		}
	}
	end := len(c.text.runes)
	c.say(Hint{Code: HintCardHidden, Level: Care, Words: shown,
		Mends: []Mend{{Do: Replace, From: end, To: end, Text: "\n" + shown}, {Do: DropImages}}})
}

// page looks at the page that the post leads to.
func (c *checking) page(address string, from, to int) {
	shown := links.Shown(address)
	h := Hint{Level: Care, From: from, To: to, Words: shown, Args: map[string]string{"address": shown}, Mends: c.toPages()}
	answer := c.answerOf(address)
	switch {
	case links.IsFrontPage(address):
		h.Code = HintFrontPage
	case answer.Verdict == links.Dead || answer.Verdict == links.Soft:
		h.Code = HintDeadPage
	case answer.Verdict == links.Moved && answer.MovedTo != "":
		h.Code, h.Args["to"] = HintMovedPage, links.Shown(answer.MovedTo)
		mend := Mend{Do: UseLink, Text: answer.MovedTo}
		if to > from {
			mend = Mend{Do: Replace, From: from, To: to, Text: links.Shown(answer.MovedTo)}
		}
		h.Mends = append([]Mend{mend}, h.Mends...)
	default:
		return
	}
	c.say(h)
}

// answerOf is what came back when the library last asked for a page; nothing is
// asked for now.
func (c *checking) answerOf(address string) links.Answer {
	cleaned, err := links.Clean(address)
	if err != nil {
		return links.Answer{}
	}
	for _, page := range c.pages {
		if page.Address == cleaned.Address {
			return page.Answer
		}
	}
	return links.Answer{}
}

// folded tells when the only own link stands behind "Se mere" on a phone, and
// no card shows it.
func (c *checking) folded(own *links.Found, any bool) {
	cardShown := c.post.Link.Address != "" && len(c.post.Pictures) == 0
	if own == nil || !any || cardShown {
		return
	}
	at, cut := Fold(c.post.Text, c.settings.FoldDesktop)
	if !cut || own.From < at {
		return
	}
	h := c.at(HintLinkFolded, Care, own.From, own.To)
	h.Args = map[string]string{"count": number(c.settings.FoldDesktop)}
	h.Mends = []Mend{{Do: UseLink, Text: own.Address}, {Do: GoTo, From: own.From, To: own.To}}
	c.say(h)
}

// toPages offers the library.
func (c *checking) toPages() []Mend { return []Mend{{Do: OpenLinks}} }
