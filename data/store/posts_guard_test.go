package store

import (
	"bytes"
	"os"
	"testing"

	"synlig/data/danish"
	"synlig/data/fault"
	"synlig/data/posts"
)

const cpr = "140585-2981" // synthetic

func TestRedWordsNeverReachTheFile(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	red := "Borgeren med cpr " + cpr + " fik svar."
	p := d.post(t, "Et udkast")
	withRed := p
	withRed.Text = red
	alt := p
	alt.Pictures = []posts.Picture{{ID: "a", Alt: red}}
	card := p
	card.Link.Card.Title = red
	subject := p
	subject.Subject = cpr
	for name, bad := range map[string]posts.Post{"text": withRed, "alt": alt, "card": card, "subject": subject} {
		if _, err := d.SavePost(ctx, bad, d.bo); !fault.Is(err, posts.RedText) || bytes.Contains([]byte(err.Error()), []byte(cpr)) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := d.AddPost(ctx, bad); !fault.Is(err, posts.RedText) {
			t.Errorf("%s of a new post: %v", name, err)
		}
	}
	if _, err := d.AddPostNote(ctx, p.ID, d.carla, red); !fault.Is(err, posts.RedText) {
		t.Errorf("note: %v", err)
	}
	if _, err := d.StepPost(ctx, p.ID, p.Revision, posts.Step{Act: posts.Return, By: d.bo, Text: red}); !fault.Is(err, posts.RedText) {
		t.Errorf("step: %v", err)
	}

	rules := must(d.PostRules(ctx))(t)
	masked, finds := rules.Stored(withRed.Content)
	if len(finds) != 1 || finds[0].Kind != danish.CPR {
		t.Fatalf("finds %v", finds)
	}
	withRed.Content = masked
	kept := must(d.SavePost(ctx, withRed, d.bo))(t)
	if kept.Text != "Borgeren med cpr ••••••-•••• fik svar." {
		t.Errorf("kept %q", kept.Text)
	}
	if _, err := d.StepPost(ctx, kept.ID, kept.Revision, posts.Step{Act: posts.Submit, By: d.bo}); !fault.Is(err, posts.MaskedLeft) {
		t.Errorf("masked words went on: %v", err)
	}
	ok(t, d.Close())
	for _, suffix := range []string{"", "-wal", "-journal"} {
		data, err := os.ReadFile(d.path + suffix)
		if err == nil && (bytes.Contains(data, []byte(cpr)) || bytes.Contains(data, []byte("1405852981")) || bytes.Contains(data, []byte("2981"))) {
			t.Errorf("the number is in the file%s", suffix)
		}
	}
}

func TestTheOfficesListsDecideWhatIsRed(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	before := must(d.danishRules(ctx))(t)
	if again := must(d.danishRules(ctx))(t); again != before {
		t.Error("the rules were made anew for nothing")
	}
	ok(t, d.SaveWordList(ctx, danish.PaperWords, "såfremt = hvis\n"))
	after := must(d.danishRules(ctx))(t)
	if after == before {
		t.Error("an edited list was not taken in")
	}
	ok(t, d.ResetWordList(ctx, danish.PaperWords))
	if must(d.danishRules(ctx))(t) == after {
		t.Error("a list that was taken away still counts")
	}
}

func TestTheOfficesTemplates(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	ok(t, d.SetPostTemplates(ctx, "# eget: Eget\nSlutning: Ring til os.\n\nHej {hvem}"))
	if rules := must(d.PostRules(ctx))(t); len(rules.Templates) != 1 || rules.Template("eget").Start() != "Hej {hvem}\n\nRing til os." {
		t.Errorf("%+v", rules.Templates)
	}
	ok(t, d.SetPostTemplates(ctx, BuiltInPostTemplates()))
	if text, own, err := d.PostTemplates(ctx); err != nil || own || text != BuiltInPostTemplates() {
		t.Errorf("not the program's again: %v, %v", own, err)
	}
}
