package posts

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"synlig/assets"
	"synlig/data/danish"
	"synlig/data/links"
)

// rules are the ones built in.
var rules = sync.OnceValue(func() Rules {
	lists := danish.Lists{}
	for _, list := range danish.AllLists {
		lists[list] = danish.ListLines(string(assets.Read("words/" + string(list) + ".txt")))
	}
	return Rules{Danish: danish.New(lists), Templates: builtIn()}
})

const (
	page  = "https://www.borgerraadgiver.kk.dk/historier/svar"
	front = "https://www.borgerraadgiver.kk.dk/"
)

// drafted is a post with text and a link.
func drafted(text, address string, pictures ...Picture) Post {
	p := Post{State: Draft, Author: bo}
	p.Text, p.Link.Address, p.Pictures = text, address, pictures
	return p
}

func codes(hints []Hint) (codes []HintCode) {
	for _, h := range hints {
		codes = append(codes, h.Code)
	}
	return codes
}

// Each post has just the hints named, in this order. What may not be flagged
// stands beside what must be.
func TestCheck(t *testing.T) {
	wide := Picture{ID: "a", Alt: "Et rådhus", Width: 1200, Height: 630}
	long := strings.Repeat("Vi ringede igen. ", 40)
	for name, c := range map[string]struct {
		post Post
		want []HintCode
	}{
		"nothing to say": {drafted("Sådan fik en borger svar.", page), nil},
		"an empty post":  {drafted("", ""), nil},

		"a CPR number":               {drafted("Han har 140585-2981.", page), []HintCode{HintPersonal}},
		"a CPR number in an alt":     {drafted("Se:\n"+page, page, Picture{Alt: "Brev til 140585-2981", Width: 1200, Height: 630}), []HintCode{HintPersonal}},
		"a case number":              {drafted("Sagen har nummer 2014-0225711.", page), nil},
		"masked before":              {drafted("Han har ••••••-••••.", page), []HintCode{HintMasked}},
		"points of a list":           {drafted("• Ring\n• Skriv et brev", page), nil},
		"tells of a case":            {drafted("Din sag er afgjort.", page), []HintCode{HintConfirms}},
		"asks for cases":             {drafted("Skriv om din sag her i kommentarerne.", page), []HintCode{HintInvites}},
		"keeps cases away":           {drafted("Skriv ikke om din sag her. Ring til os i stedet.", page), nil},
		"an open slot":               {drafted("Vi hjalp {hvem}.", page), []HintCode{HintSlot}},
		"no link":                    {drafted("Vi hjalp en borger.", ""), []HintCode{HintNoLink}},
		"another's link":             {drafted("Vi hjalp en borger.", "https://www.ombudsmanden.dk/sag"), []HintCode{HintForeignLink}},
		"another's link in the text": {drafted("Se www.ombudsmanden.dk/sag", ""), []HintCode{HintForeignLink}},
		"another host of the city":   {drafted("Se www.kk.dk/borger", ""), []HintCode{HintForeignLink}},
		"a link in the text":         {drafted("Se "+page, ""), nil},
		"the front page":             {drafted("Vi hjalp en borger.", front), []HintCode{HintFrontPage}},
		"the front page in the text": {drafted("Se www.borgerraadgiver.kk.dk", ""), []HintCode{HintFrontPage}},
		"a page beside the front":    {drafted("Se www.borgerraadgiver.kk.dk og "+page, ""), nil},
		"the other site":             {drafted("Se www.kk.dk/diskrimination/raad", ""), nil},
		"the link after the fold":    {drafted(long+page, ""), []HintCode{HintLinkFolded}},
		"the card before it":         {drafted(long+page, page), nil},
		"a picture before the card":  {drafted("Vi hjalp en borger.", page, wide), []HintCode{HintCardHidden}},
		"a picture and the address":  {drafted("Se "+page, page, wide), nil},
		"no alt text":                {drafted("Se "+page, page, Picture{Alt: " ", Width: 1200, Height: 630}), []HintCode{HintNoAlt}},
		"a small picture":            {drafted("Se "+page, page, Picture{Alt: "x", Width: 300, Height: 200}), []HintCode{HintPictureSmall}},
		"a narrow picture":           {drafted("Se "+page, page, Picture{Alt: "x", Width: 700, Height: 2000}), []HintCode{HintPictureShape}},
		"too long":                   {drafted(strings.Repeat("å", Limit+1), page), []HintCode{HintTooLong}},
		"as long as may be":          {drafted(strings.Repeat("👩‍👩‍👧", 20_000), page), nil},

		"a paper word":    {drafted("Ring, såfremt du er i tvivl.", page), []HintCode{HintPaper}},
		"an abbreviation": {drafted("Vi hjælper bl.a. med breve.", page), []HintCode{HintShort}},
		"passive":         {drafted("Sagen behandles nu.", page), []HintCode{HintPassive}},
		"a deponent":      {drafted("Det lykkes. Vi mødes. Det findes.", page), nil},
		"klik her":        {drafted("Klik her.", page), []HintCode{HintClickHere}},
		"a long sentence": {drafted("Vi "+strings.Repeat("ringede og ", 12)+"gik.", page), []HintCode{HintSentence}},
		"a longer one":    {drafted("Vi "+strings.Repeat("ringede og ", 15)+"gik.", page), []HintCode{HintVeryLong}},
		"hashtags":        {drafted("Hej #Ret #Klart #Svar", page), []HintCode{HintHashtags}},
		"two hashtags":    {drafted("Hej #Ret #KlartSprogForAlle", page), nil},
		"run together":    {drafted("Hej #klartsprogforalle", page), []HintCode{HintHashtagCase}},
		"no hashtags":     {drafted("Nr. #1, a#b, ##c, side/#afsnit", page), nil},
		"many things":     {drafted("Han har 140585-2981 {x}. Skriv om din sag her. Såfremt #a #b #c", ""), []HintCode{HintPersonal, HintInvites, HintSlot, HintNoLink, HintPaper, HintHashtags}},
	} {
		t.Run(name, func(t *testing.T) {
			hints := Check(c.post, rules(), nil, DefaultSettings())
			if got := codes(hints); !slices.Equal(got, c.want) {
				t.Errorf("%q: %v, want %v", c.post.Text[:min(80, len(c.post.Text))], hints, c.want)
			}
			sound(t, c.post.Text, hints)
		})
	}
}

func TestCheckKnowsWhatTheLibraryWasTold(t *testing.T) {
	told := func(a links.Answer) []links.Page {
		return []links.Page{{Address: front}, {Address: page, Answer: a}}
	}
	moved := links.Answer{Verdict: links.Moved, MovedTo: page + "/nu"}
	for name, c := range map[string]struct {
		post  Post
		pages []links.Page
		want  []HintCode
	}{
		"it is there":         {drafted("Hej", page), told(links.Answer{Verdict: links.OK}), nil},
		"nobody has asked":    {drafted("Hej", page), told(links.Answer{}), nil},
		"it is gone":          {drafted("Hej", page), told(links.Answer{Verdict: links.Dead}), []HintCode{HintDeadPage}},
		"it may be gone":      {drafted("Hej", page+"?fbclid=x"), told(links.Answer{Verdict: links.Soft}), []HintCode{HintDeadPage}},
		"it has moved":        {drafted("Hej", page), told(moved), []HintCode{HintMovedPage}},
		"moved, in the text":  {drafted("Se "+page, ""), told(moved), []HintCode{HintMovedPage}},
		"not in the library":  {drafted("Hej", page+"/andet"), told(moved), nil},
		"the front page, too": {drafted("Hej", front), told(moved), []HintCode{HintFrontPage}},
	} {
		hints := Check(c.post, rules(), c.pages, DefaultSettings())
		if got := codes(hints); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if slices.Contains(c.want, HintMovedPage) && hints[0].Mends[0].Text != links.Shown(moved.MovedTo) {
			t.Errorf("%s: mends %v", name, hints[0].Mends)
		}
	}
}

// sound tells whether hints name places within the text and words that stand
// there, and mends fit.
func sound(t interface{ Errorf(string, ...any) }, text string, hints []Hint) {
	runes := []rune(text)
	for _, h := range hints {
		if h.From < 0 || h.To < h.From || h.To > len(runes) {
			t.Errorf("%s is at %d–%d of %d", h.Code, h.From, h.To, len(runes))
			continue
		}
		if h.Code == HintPersonal && h.Level == Stop && h.To > 0 && strings.Contains(h.Words, string(runes[h.From:h.To])) {
			t.Errorf("a hint repeats personal data: %q", h.Words)
		}
		for _, m := range h.Mends {
			if m.From < 0 || m.To < m.From || m.To > len(runes) {
				t.Errorf("%s: a mend at %d–%d", h.Code, m.From, m.To)
			}
		}
		if _, known := weights[h.Code]; !known {
			t.Errorf("%s has no weight", h.Code)
		}
	}
	if !slices.IsSortedFunc(hints, func(a, b Hint) int { return weights[a.Code] - weights[b.Code] }) {
		t.Errorf("not in order: %v", codes(hints))
	}
}

// One click makes the hint go away.
func TestMends(t *testing.T) {
	for text, want := range map[string]string{
		"Ring, såfremt du er i tvivl.": "Ring, hvis du er i tvivl.",
		"Vi hjælper bl.a. med breve.":  "Vi hjælper blandt andet med breve.",
		"Han har 140585-2981.":         "Han har .",
	} {
		p := drafted(text, page)
		hints := Check(p, rules(), nil, DefaultSettings())
		if len(hints) != 1 || len(hints[0].Mends) == 0 {
			t.Errorf("%q: %v", text, hints)
			continue
		}
		p.Text = hints[0].Mends[0].Apply(text)
		if p.Text != want {
			t.Errorf("%q became %q, want %q", text, p.Text, want)
		}
		if left := Check(p, rules(), nil, DefaultSettings()); len(left) != 0 {
			t.Errorf("%q: still %v", p.Text, left)
		}
	}
	for _, template := range builtIn() {
		p := drafted("Hej", page)
		p.Template = template.Key
		hints := Check(p, rules(), nil, DefaultSettings())
		if len(hints) != 1 || hints[0].Code != HintClosing {
			t.Errorf("%s: %v", template.Key, hints)
			continue
		}
		p.Text = hints[0].Mends[0].Apply("Hej")
		if p.Text != "Hej\n\n"+template.Closing || len(Check(p, rules(), nil, DefaultSettings())) != 0 {
			t.Errorf("%s: %q", template.Key, p.Text)
		}
	}
	old := Mend{Do: Replace, From: 5, To: 9, Text: "x"}
	if got := old.Apply("kort"); got != "kort" {
		t.Errorf("a mend of another text gave %q", got)
	}
}

func TestStored(t *testing.T) {
	c := Content{Text: "Ring til 140585-2981 i dag", Pictures: []Picture{{ID: "a", Alt: "Brev til 140585-2981"}}}
	stored, finds := rules().Stored(c)
	if stored.Text != "Ring til ••••••-•••• i dag" || stored.Pictures[0].Alt != "Brev til ••••••-••••" || len(finds) != 1 {
		t.Errorf("%+v, %v", stored, finds)
	}
	if c.Pictures[0].Alt != "Brev til 140585-2981" {
		t.Error("the words in the memory were masked too")
	}
	if !rules().Safe(stored.Text, stored.Pictures[0].Alt) || rules().Safe(c.Text) {
		t.Error("what is safe is not, or the other way round")
	}
	if got := Stored(c.Text, rules().Personal(c.Text)); got != stored.Text {
		t.Errorf("Stored gave %q", got)
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		text   string
		limit  int
		runes  int
		folded bool
	}{
		{"", 5, 0, false},
		{"kort", 5, 0, false},
		{"fem t", 5, 0, false},
		{"fem tegn", 5, 4, true},
		{"langtord", 5, 5, true},
		{"a b\nc d e", 5, 5, true},
		{"fem t \n ", 5, 0, false}, // nothing to see behind the fold
		{"👩‍👩‍👧👩‍👩‍👧a b", 3, 11, true},
	} {
		runes, folded := Fold(c.text, c.limit)
		if runes != c.runes || folded != c.folded {
			t.Errorf("Fold(%q, %d) = %d, %v; want %d, %v", c.text, c.limit, runes, folded, c.runes, c.folded)
		}
	}
	if n := Count("å👩‍👩‍👧e\u0301 🇩🇰"); n != 5 {
		t.Errorf("%d characters, want 5", n)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"Hej\tdu\n": "Hej\tdu\n", "a\r\nb\rc": "a\nb\nc", "\x00a\x1b": "a", "a\xffb": "ab",
		"\ufeffHej": "Hej", "a\u0301 👩‍👩‍👧\u200d": "a\u0301 👩‍👩‍👧\u200d", "\xed\xa0\x80x": "x",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// What is written to a disk holds nothing red, whatever the text; it has as
// many runes as before, and a second masking changes nothing.
func FuzzStored(f *testing.F) {
	for _, text := range []string{"140585-2981", "1 4 0 5 8 5 2 9 8 1", "cpr 140585 2981, 311217-6852", "a@b.dk 33 66 14 00", "\u200b14\u200b0585-29\xff81", "••••••-2981"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = Clean(text)
		stored, _ := rules().Stored(Content{Text: text})
		if !rules().Safe(stored.Text) {
			t.Fatalf("%q is stored as %q", text, stored.Text)
		}
		if utf8.RuneCountInString(stored.Text) != utf8.RuneCountInString(text) {
			t.Fatalf("%q changed its length: %q", text, stored.Text)
		}
		if again, _ := rules().Stored(stored); again.Text != stored.Text {
			t.Fatalf("%q, and then %q", stored.Text, again.Text)
		}
	})
}

func FuzzCheck(f *testing.F) {
	f.Add("Han har 140585-2981 {x}. #abc "+page, page, true)
	f.Add("\x00\xff{{}}##👩‍👩‍👧", "javascript:alert(1)", false)
	f.Fuzz(func(t *testing.T, text, address string, picture bool) {
		p := drafted(text, address)
		p.Template = "nyhed"
		if picture {
			p.Pictures = []Picture{{Alt: text, Width: 3, Height: 2000}}
		}
		sound(t, text, Check(p, rules(), nil, DefaultSettings()))
		if runes, folded := Fold(text, 125); folded && (runes < 0 || runes > utf8.RuneCountInString(text)) {
			t.Errorf("the fold is at %d", runes)
		}
	})
}

// sample is ordinary text of about n characters.
func sample(n int) string {
	const part = "Vi ringede til kontoret, og der blev foretaget en vurdering af sagen. Så kom brevet. Det var svært at forstå, bl.a. fordi det var så langt. Læs mere på www.borgerraadgiver.kk.dk/historier/svar eller ring 33 66 14 00.\n\n"
	return strings.Repeat(part, n/len(part)+1)[:n]
}

func BenchmarkCheck(b *testing.B) {
	for _, c := range []struct {
		name string
		size int
	}{{"2000 characters", 2000}, {"1 MB", 1 << 20}} {
		p := drafted(sample(c.size), page)
		rules()
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(c.size))
			for b.Loop() {
				Check(p, rules(), nil, DefaultSettings())
			}
		})
	}
}
