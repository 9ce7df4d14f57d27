package posts

import (
	"math"
	"slices"

	"synlig/data/danish"
	"synlig/data/links"
)

// Check looks a post over and gives what there is to say, heaviest first; a
// screen shows the first five. pages is the office's link library. It takes
// time that grows with the text's length alone, and may run behind the typing.
func Check(p Post, rules Rules, pages []links.Page, settings Settings) []Hint {
	c := checking{post: p, text: newText(p.Text), rules: rules, pages: pages, settings: settings}
	if rules.Danish != nil {
		c.danish(rules.Danish.Check(p.Text))
	}
	c.wording()
	c.closing()
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

// wording looks for masked words, open slots and length.
func (c *checking) wording() {
	for _, place := range c.text.marked() {
		c.say(c.at(HintMasked, Stop, place[0], place[1], Mend{Do: GoTo, From: place[0], To: place[1]}))
	}
	for _, slot := range OpenSlots(c.post.Text) {
		h := c.at(HintSlot, Stop, slot.From, slot.To, Mend{Do: GoTo, From: slot.From, To: slot.To})
		h.Args = map[string]string{"name": slot.Name}
		c.say(h)
	}
	if count := Count(c.post.Text); count > Limit {
		c.say(Hint{Code: HintTooLong, Level: Stop, Args: map[string]string{"count": number(count), "limit": number(Limit)}})
	}
}

// ours are the codes of package danish as they are said of a post.
var ours = map[danish.Code]struct {
	code  HintCode
	level Level
}{
	danish.ConfirmsACase: {HintConfirms, Care}, danish.InvitesCasework: {HintInvites, Care},
	danish.VeryLongSentence: {HintVeryLong, Advice}, danish.LongSentence: {HintSentence, Advice},
	danish.PaperWord: {HintPaper, Advice}, danish.PassiveVoice: {HintPassive, Advice},
	danish.Nominalisation: {HintNoun, Advice}, danish.Abbreviation: {HintShort, Advice},
	danish.DoubleNegation: {HintNegation, Advice}, danish.ClickHereText: {HintClickHere, Advice},
}

// danish says of a post what the rules for Danish found in its text.
func (c *checking) danish(report danish.Report) {
	for _, f := range report.Personal {
		c.personal(f)
	}
	for i, picture := range c.post.Pictures {
		for _, f := range c.rules.Personal(picture.Alt) {
			h := Hint{Code: HintPersonal, Level: levelOf(f), Words: f.Match, Mends: []Mend{{Do: WriteAlt, Index: i}}}
			h.Args = map[string]string{"kind": string(f.Kind), "rule": f.Rule, "picture": number(i + 1)}
			c.say(h)
		}
	}
	for _, found := range report.Hints {
		our, known := ours[found.Code]
		if !known {
			continue
		}
		h := Hint{Code: our.code, Level: our.level, From: found.From, To: found.To, Words: found.Words, Args: found.Args}
		if found.Mend != "" {
			h.Mends = []Mend{{Do: Replace, From: found.From, To: found.To, Text: found.Mend}}
		} else {
			h.Mends = []Mend{{Do: GoTo, From: found.From, To: found.To}}
		}
		c.say(h)
	}
	c.reading(report.Readability)
}

// personal says that words may be personal data; it repeats none of it.
func (c *checking) personal(f danish.Find) {
	h := Hint{Code: HintPersonal, Level: levelOf(f), From: f.From, To: f.To, Words: f.Match}
	h.Args = map[string]string{"kind": string(f.Kind), "rule": f.Rule}
	h.Mends = []Mend{{Do: GoTo, From: f.From, To: f.To}}
	if f.Kind != danish.Special { // health and the like need other words around them, too
		h.Mends = append([]Mend{{Do: Replace, From: f.From, To: f.To}}, h.Mends...)
	}
	c.say(h)
}

func levelOf(f danish.Find) Level {
	if f.Level == danish.Red {
		return Stop
	}
	return Care
}

// reading says that a text long enough to be measured is heavy.
func (c *checking) reading(r danish.Readability) {
	lix := int(math.Round(r.LIX))
	if !r.Shown() || c.settings.Lix == 0 || lix <= c.settings.Lix {
		return
	}
	c.say(Hint{Code: HintLix, Level: Advice, Args: map[string]string{"lix": number(lix), "limit": number(c.settings.Lix), "band": string(r.Band())}})
}
