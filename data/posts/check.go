package posts

import (
	"slices"

	"synlig/data/links"
)

// Check looks a post over and gives what there is to say, heaviest first; a
// screen shows the first five. pages is the office's link library. It reads
// the text once for each rule, in time that grows with its length alone.
func Check(p Post, rules Rules, pages []links.Page, settings Settings) []Hint {
	c := checking{post: p, text: newText(p.Text), rules: rules, pages: pages, settings: settings}
	c.wording()
	c.placing()
	c.picturing()
	c.tagging()
	slices.SortStableFunc(c.hints, func(a, b Hint) int {
		if by := weights[a.Code] - weights[b.Code]; by != 0 {
			return by
		}
		return a.From - b.From
	})
	return c.hints
}

// checking is one post being looked over.
type checking struct {
	post     Post
	text     text
	rules    Rules
	pages    []links.Page
	settings Settings
	hints    []Hint
}

func (c *checking) say(h Hint) { c.hints = append(c.hints, h) }

// at makes a hint about the words from…to.
func (c *checking) at(code HintCode, level Level, from, to int, mends ...Mend) Hint {
	return Hint{Code: code, Level: level, From: from, To: to, Words: string(c.text.runes[from:to]), Mends: mends}
}

// wording looks for phrases, open slots, length and the closing line.
func (c *checking) wording() {
	for _, slot := range OpenSlots(c.post.Text) {
		h := c.at(HintSlot, Stop, slot.From, slot.To, Mend{Do: GoTo, From: slot.From, To: slot.To})
		h.Args = map[string]string{"name": slot.Name}
		c.say(h)
	}
	for _, found := range c.text.find(c.rules.Confirms) {
		c.say(c.at(HintConfirms, Care, found[0], found[1]))
	}
	for _, found := range c.text.find(c.rules.Invites) {
		c.say(c.at(HintInvites, Care, found[0], found[1]))
	}
	if count := Count(c.post.Text); count > Limit {
		c.say(Hint{Code: HintTooLong, Level: Stop, Args: map[string]string{"count": number(count), "limit": number(Limit)}})
	}
	c.closing()
}
