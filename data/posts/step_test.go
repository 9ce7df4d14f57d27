package posts

import (
	"slices"
	"testing"
	"time"

	"synlig/data/fault"
)

var (
	bo    = Who{1, "Bo Eksempel"}
	carla = Who{2, "Carla Eksempel"}
	dorte = Who{3, "Dorte Eksempel"}
	noon  = time.Date(2015, 3, 2, 12, 0, 0, 0, time.UTC)
)

// written is a post that may be sent for approval.
func written() Post {
	p := New(bo, noon)
	p, err := p.Edit(Content{Text: "Sådan fik en borger svar til tiden.\nLæs mere:", Link: Link{Address: "https://www.borgerraadgiver.kk.dk/historier/svar"}}, bo, noon)
	if err != nil {
		panic(err)
	}
	return p
}

// walk takes steps one after the other.
func walk(t *testing.T, p Post, steps ...Step) Post {
	t.Helper()
	for i, s := range steps {
		if s.At.IsZero() {
			s.At = noon
		}
		next, err := p.Do(s)
		if err != nil {
			t.Fatalf("step %d, %s: %v", i+1, s.Act, err)
		}
		p = next
	}
	return p
}

var wholeWay = []Step{
	{Act: Submit, By: bo}, {Act: Approve, By: carla}, {Act: Plan, By: bo, When: noon.Add(time.Hour)},
	{Act: Copy, By: bo}, {Act: Publish, By: bo}, {Act: Locate, By: bo, Address: "facebook.com/kontor/posts/17?fbclid=x"}, {Act: Archive, By: bo},
}

func TestTheMainActionLeadsToTheArchive(t *testing.T) {
	p := written()
	for _, step := range wholeWay {
		by := step.By
		if next := p.Next(by); next.Act != step.Act || next.Refused != nil {
			t.Fatalf("in %s next is %+v, want %s", p.State, next, step.Act)
		}
		if acts := p.Acts(by); acts[0] != step.Act {
			t.Errorf("in %s: %v", p.State, acts)
		}
		p = walk(t, p, step)
	}
	if p.State != Archived || p.Next(bo).Act != "" || p.Address != "https://www.facebook.com/kontor/posts/17" {
		t.Errorf("at the end: %+v", p)
	}
	if got := walk(t, p, Step{Act: Unstore, By: bo}).State; got != Published {
		t.Errorf("out of the archive: %s", got)
	}
}

func TestWhatIsRefused(t *testing.T) {
	submitted := walk(t, written(), Step{Act: Submit, By: bo})
	byColleague := walk(t, written(), Step{Act: Submit, By: carla})
	approved := walk(t, submitted, Step{Act: Approve, By: carla})
	slipped := approved
	slipped.Text += " Og mere."
	published := walk(t, approved, Step{Act: Publish, By: bo})
	located := walk(t, published, Step{Act: Locate, By: bo, Address: "https://fb.watch/abc"})
	trashed := written()
	trashed.Trashed = noon
	with := func(text string, pictures ...Picture) Post {
		p := written()
		p.Text, p.Pictures = text, pictures
		return p
	}
	long := make([]rune, Limit+1)
	for i := range long {
		long[i] = 'å'
	}
	for _, c := range []struct {
		post Post
		step Step
		want fault.Code
	}{
		{written(), Step{Act: Submit}, NobodyActs},
		{written(), Step{Act: Approve, By: carla}, WrongState},
		{written(), Step{Act: "fly", By: bo}, WrongState},
		{with(" \n\u200b"), Step{Act: Submit, By: bo}, NoWords},
		{with("Vi hjalp {hvem}."), Step{Act: Submit, By: bo}, SlotsOpen},
		{with("Hendes nummer er ••••••-••••."), Step{Act: Submit, By: bo}, MaskedLeft},
		{with(string(long)), Step{Act: Submit, By: bo}, TooLong},
		{with("Se", Picture{ID: "a", Alt: " "}), Step{Act: Submit, By: bo}, AltMissing},
		{with("Se", Picture{ID: "a", Alt: "Et rådhus"}), Step{Act: Submit, By: bo}, ""},
		{submitted, Step{Act: Approve, By: bo}, OwnPost},
		{submitted, Step{Act: Approve, By: Who{Name: "Bo Eksempel"}}, OwnPost},
		{submitted, Step{Act: Approve, By: carla}, ""},
		{byColleague, Step{Act: Approve, By: carla}, OwnSubmission},
		{byColleague, Step{Act: Approve, By: bo}, OwnPost},
		{byColleague, Step{Act: Approve, By: dorte}, ""},
		{approved, Step{Act: Plan, By: bo}, TimeMissing},
		{approved, Step{Act: Plan, By: bo, When: noon.Add(-time.Second)}, TimePast},
		{slipped, Step{Act: Plan, By: bo, When: noon.Add(time.Hour)}, ApprovalChanged},
		{slipped, Step{Act: Copy, By: bo}, ApprovalChanged},
		{approved, Step{Act: Publish, By: bo, When: noon.Add(time.Hour)}, TimeAhead},
		{approved, Step{Act: Publish, By: bo, Address: "https://example.org/x"}, AddressInvalid},
		{approved, Step{Act: Amend, By: bo, Text: "x"}, WrongState},
		{published, Step{Act: Amend, By: bo, Text: published.Text + "\n"}, NothingAmended},
		{published, Step{Act: Amend, By: bo, Text: "Rettet"}, ""},
		{located, Step{Act: Locate, By: bo, Address: "https://www.facebook.com/kontor/posts/18"}, AddressSet},
		{located, Step{Act: Locate, By: bo, Address: "https://fb.watch/abc?x=1"}, ""},
		{trashed, Step{Act: Submit, By: bo}, InTrash},
	} {
		before := c.post
		if c.step.At.IsZero() {
			c.step.At = noon
		}
		after, err := c.post.Do(c.step)
		if got := fault.CodeOf(err); got != c.want {
			t.Errorf("%s of a post that is %s: %q, want %q", c.step.Act, before.State, got, c.want)
		}
		if err != nil && (after.State != before.State || !after.Content.Same(before.Content)) {
			t.Errorf("%s was refused and changed the post", c.step.Act)
		}
	}
}

func TestAnEditTakesTheApprovalAway(t *testing.T) {
	steps := wholeWay[:4]
	for n := 1; n <= len(steps); n++ {
		p := walk(t, written(), steps[:n]...)
		same, err := p.Edit(p.Content, bo, noon)
		if err != nil || same.State != p.State || same.Approval.Given() != p.Approval.Given() {
			t.Errorf("in %s: the same words changed something: %v", p.State, err)
		}
		for name, change := range map[string]func(*Content){
			"text":    func(c *Content) { c.Text += "!" },
			"link":    func(c *Content) { c.Link.Address += "/2" },
			"picture": func(c *Content) { c.Pictures = []Picture{{ID: "a", Alt: "Et rådhus"}} },
			"card":    func(c *Content) { c.Link.Card.Title = "Ny" },
		} {
			other := p.Content
			other.Pictures = slices.Clone(other.Pictures)
			change(&other)
			edited, err := p.Edit(other, carla, noon)
			if err != nil || edited.State != Draft || edited.Approval.Given() || edited.Submitter.Known() || !edited.Copied.IsZero() {
				t.Errorf("in %s, %s: %v, %+v", p.State, name, err, edited)
			}
		}
		fetched := p.Content
		fetched.Link.Card.Fetched = noon
		if again, err := p.Edit(fetched, bo, noon); err != nil || again.State != p.State || again.Link.Card.Fetched.IsZero() {
			t.Errorf("in %s: a card fetched again counted as an edit: %v", p.State, err)
		}
	}
}

func TestPublishedWordsStay(t *testing.T) {
	p := walk(t, written(), wholeWay[:5]...)
	if _, err := p.Edit(Content{Text: "Andet"}, bo, noon); !fault.Is(err, WordsPublished) {
		t.Errorf("published words were changed: %v", err)
	}
	amended := walk(t, p, Step{Act: Amend, By: bo, Text: "Rettet på Facebook", Why: "Tastefejl"})
	if amended.Text != p.Text || len(amended.Amendments) != 1 || len(p.Amendments) != 0 {
		t.Errorf("an edit on Facebook: %+v", amended)
	}
	shelved := walk(t, written(), Step{Act: Archive, By: bo})
	if _, err := shelved.Edit(Content{Text: "Andet"}, bo, noon); !fault.Is(err, WordsArchived) {
		t.Errorf("archived words were changed: %v", err)
	}
	if got := walk(t, shelved, Step{Act: Unstore, By: bo}).State; got != Draft {
		t.Errorf("out of the archive: %s", got)
	}
}

func TestNextSaysWhyNot(t *testing.T) {
	submitted := walk(t, written(), Step{Act: Submit, By: bo})
	if next := submitted.Next(bo); next.Act != Approve || !fault.Is(next.Refused, OwnPost) {
		t.Errorf("the author's next: %+v", next)
	}
	if !submitted.Needs(carla, false) || submitted.Needs(bo, false) {
		t.Error("a submitted post needs a colleague, and only one")
	}
	returned := walk(t, submitted, Step{Act: Return, By: carla, Text: " Skriv kortere. "})
	if returned.State != Draft || len(returned.Notes) != 1 || returned.Notes[0].Text != "Skriv kortere." || returned.Text != written().Text {
		t.Errorf("returned: %+v", returned)
	}
	if !returned.Needs(bo, false) || returned.Needs(carla, false) {
		t.Error("a returned post needs its author")
	}
	idea := New(bo, noon)
	if next := idea.Next(bo); next.Act != Submit || !fault.Is(next.Refused, NoWords) {
		t.Errorf("an idea's next: %+v", next)
	}
}

func TestFacebookAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.facebook.com/kontor/posts/123?comment_id=4&fbclid=x#y": "https://www.facebook.com/kontor/posts/123",
		" m.facebook.com/story.php?story_fbid=1&id=2&refid=3 ":              "https://www.facebook.com/story.php?id=2&story_fbid=1",
		"http://facebook.com/permalink.php?story_fbid=pfbid0Ab&id=100":      "https://www.facebook.com/permalink.php?id=100&story_fbid=pfbid0Ab",
		"https://da-dk.facebook.com/kontor/posts/9":                         "https://da-dk.facebook.com/kontor/posts/9",
		"https://fb.watch/aB/":                                     "https://fb.watch/aB/",
		"https://www.facebook.com/":                                "",
		"https://facebook.com.example.org/kontor":                  "",
		"https://bo:hemmelig@www.facebook.com/kontor":              "",
		"https://www.facebook.com:8080/kontor":                     "",
		"javascript://www.facebook.com/%0aalert(1)":                "",
		"https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org": "",
		"": "", "\x00": "", "notfacebook.com/x": "",
	} {
		got, err := FacebookAddress(in)
		if got != want || (want == "") != fault.Is(err, AddressInvalid) {
			t.Errorf("FacebookAddress(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestReuse(t *testing.T) {
	p := walk(t, written(), wholeWay[:5]...)
	p.ID, p.Minutes = 7, 30
	again := p.Reuse(carla, noon)
	if again.State != Draft || again.ID != 0 || !again.Content.Same(p.Content) || again.Author != carla ||
		again.Approval.Given() || again.Minutes != 0 || !again.Published.IsZero() {
		t.Errorf("reused: %+v", again)
	}
}
