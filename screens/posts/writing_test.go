package posts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"synlig/data/fault"
	"synlig/data/links"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// hint is the shown hint with that code.
func (r *room) hint(code posts.HintCode) posts.Hint {
	r.t.Helper()
	for _, h := range r.checker.verdict.hints {
		if h.Code == code {
			return h
		}
	}
	r.t.Fatalf("no hint %q among %v", code, r.checker.verdict.hints)
	return posts.Hint{}
}

func TestAHintIsMendedWithOneClickAndTakenBack(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Såfremt du er i tvivl, kan du ringe til os på www.borgerraadgiver.kk.dk/kontakt")
	h := r.hint(posts.HintPaper)
	r.mend(h, h.Mends[0])
	r.settle()
	if got := r.writing.text.Text(); !strings.HasPrefix(got, "Hvis du er i tvivl") {
		t.Fatalf("mended to %q", got)
	}
	r.writing.text.Field().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	r.writing.text.Field().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	if got := r.writing.text.Text(); !strings.HasPrefix(got, "Såfremt du er i tvivl") {
		t.Errorf("taken back to %q", got)
	}
}

// A hint pressed just after a key is followed where its words stand now.
func TestAHintIsMendedAfterTheTextMoved(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Såfremt du er i tvivl, kan du ringe.")
	h := r.hint(posts.HintPaper)
	r.writing.text.Replace(0, 0, "Ring. ")
	r.mend(h, h.Mends[0])
	if got := r.writing.text.Text(); got != "Ring. Hvis du er i tvivl, kan du ringe." {
		t.Errorf("mended to %q", got)
	}
	r.writing.text.Replace(0, 6, "")
	r.mend(h, h.Mends[0])
	if got := r.host.said[len(r.host.said)-1]; got != words.Text("posts.text-changed") {
		t.Errorf("said %q", got)
	}
	r.writing.text.Insert(" Såfremt.")
	r.mendFirst()
	r.settle()
	if len(r.host.failed) > 0 {
		t.Error(r.host.failed)
	}
}

func TestAtMostFiveHintsAreShownHeaviestFirst(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Cpr 140585-2981. Såfremt bl.a. jf. m.v. Klik her. Det skal behandles. #a #b #c #d #e {felt}")
	if n := len(r.checker.verdict.hints); n <= mostHints {
		t.Fatalf("only %d hints", n)
	}
	cards := 0
	for _, o := range r.side.hints.content.Objects {
		if _, is := o.(*hintCard); is {
			cards++
		}
	}
	if cards != mostHints || r.side.hints.content.Objects[0].(*hintCard).hint.Code != posts.HintPersonal {
		t.Errorf("%d cards, the first about %v", cards, r.side.hints.content.Objects[0].(*hintCard).hint.Code)
	}
}

func TestPointingAtAHintLightsItsWords(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Klik her for at læse mere om www.borgerraadgiver.kk.dk/kontakt")
	h := r.hint(posts.HintClickHere)
	card := newHintCard(r.Page, h)
	card.MouseIn(nil)
	card.MouseOut()
	card.Tapped(nil)
	if got := r.writing.text.SelectedText(); got != "Klik her" {
		t.Errorf("chosen %q", got)
	}
}

func TestEveryHintHasItsWords(t *testing.T) {
	for _, code := range []posts.HintCode{posts.HintPersonal, posts.HintMasked, posts.HintConfirms, posts.HintInvites, posts.HintSlot,
		posts.HintTooLong, posts.HintNoLink, posts.HintForeignLink, posts.HintFrontPage, posts.HintLinkFolded, posts.HintCardHidden,
		posts.HintNoAlt, posts.HintClosing, posts.HintPictureSmall, posts.HintPictureShape, posts.HintSentence, posts.HintVeryLong,
		posts.HintLix, posts.HintPaper, posts.HintPassive, posts.HintNoun, posts.HintShort, posts.HintNegation, posts.HintClickHere,
		posts.HintHashtags, posts.HintHashtagCase} {
		if text := hintText(posts.Hint{Code: code}); strings.HasPrefix(text, "posts.") {
			t.Errorf("%s has no words", code)
		}
	}
	for _, do := range []posts.Do{posts.Replace, posts.OpenLinks, posts.UseLink, posts.WriteAlt, posts.GoTo, posts.DropImages} {
		if verb := mendVerb(posts.Hint{}, posts.Mend{Do: do, Text: "x"}); verb == "" || strings.HasPrefix(verb, "posts.") {
			t.Errorf("%s has no verb", do)
		}
	}
}

func TestAPastedAddressIsCleanedAndThatCanBeTakenBack(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	l := r.writing.link
	l.field.SetText("https://www.kk.dk/diskrimination/sager?fbclid=abc&side=2")
	l.take()
	if got := r.draft.content.Link.Address; got != "https://www.kk.dk/diskrimination/sager?side=2" {
		t.Fatalf("link %q", got)
	}
	r.host.actions[len(r.host.actions)-1]()
	if got := r.draft.content.Link.Address; !strings.Contains(got, "fbclid=abc") {
		t.Errorf("taken back to %q", got)
	}
	l.field.SetText("javascript:alert(1)")
	l.take()
	if l.told.Text != words.Fault(fault.New(links.AddressScheme, "scheme", "javascript")) {
		t.Errorf("told %q", l.told.Text)
	}
}

func TestACardIsFetchedOnAClickAndKept(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	address := "https://www.borgerraadgiver.kk.dk/historier"
	r.card = links.Card{Address: address, Title: "Historier", Fetched: r.time}
	r.useLink(address)
	if r.draft.content.Link.Card.Title != "" {
		t.Fatal("it was fetched without a click")
	}
	r.writing.link.fetchCard()
	r.settle()
	if r.kept().Link.Card.Title != "Historier" {
		t.Errorf("kept %+v", r.kept().Link)
	}
	r.write("Et andet")
	r.useLink(address)
	if r.draft.content.Link.Card.Title != "Historier" {
		t.Error("the card that is kept is not used again")
	}
	if err := r.store.SetNoNetwork(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	r.writing.link.fetchCard()
	if r.writing.link.told.Text != words.Text("posts.no-network") {
		t.Errorf("told %q", r.writing.link.told.Text)
	}
}

func TestATimeOfDayIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string][2]int{"": {10, 0}, "9": {9, 0}, "9.30": {9, 30}, "kl. 14:05": {14, 5}, "1445": {14, 45}, "kl 7": {7, 0}} {
		if h, m, ok := readClock(text); !ok || [2]int{h, m} != want {
			t.Errorf("%q is %d.%d, %v", text, h, m, ok)
		}
	}
	for _, text := range []string{"25", "9.75", "ti", "1.2.3", "-3"} {
		if h, m, ok := readClock(text); ok {
			t.Errorf("%q became %d.%d", text, h, m)
		}
	}
}

func TestAWishIsSavedAndAPlanWaitsForItsButton(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.writing.plan.day.SetText("i morgen")
	r.writing.plan.clock.SetText("8.15")
	r.settle()
	if got := r.local(r.kept().Planned); got.Day() != 12 || got.Hour() != 8 || got.Minute() != 15 || r.kept().State != posts.Draft {
		t.Errorf("kept %v", got)
	}
	r.unplan()
	r.settle()
	if !r.kept().Planned.IsZero() || r.writing.plan.day.Text() != "" {
		t.Errorf("still wished %v", r.kept().Planned)
	}
}

func TestThePageFollowsTheWindow(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	for _, c := range []struct {
		width      float32
		scale      float32
		list, side bool
	}{{1400, 1, true, true}, {1166, 1, true, true}, {800, 1, true, false}, {600, 1, false, false}, {1166, 2, false, false}} {
		fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, c.scale))
		r.host.window.Resize(fyne.NewSize(c.width, 700))
		r.Dressed()
		if r.frame.list.Visible() != c.list || r.frame.right.Visible() != c.side {
			t.Errorf("%v at %v: list %v, side %v", c.width, c.scale, r.frame.list.Visible(), r.frame.right.Visible())
		}
		if !c.side && len(r.frame.below.Objects) == 0 {
			t.Errorf("%v at %v: the right side is nowhere", c.width, c.scale)
		}
		if !c.list {
			if !r.bar.lists.Visible() {
				t.Errorf("%v at %v: no way to the list", c.width, c.scale)
			}
			r.frame.toggle()
			if !r.frame.list.Visible() {
				t.Error("the list does not open")
			}
			r.frame.toggle()
		}
	}
}
