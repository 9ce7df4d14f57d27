package posts

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/posts"
	"synlig/screens/words"
)

func readAll(t testing.TB, path string) string { return string(must(os.ReadFile(path))(t)) }

// figuresFile writes a file as Business Suite would.
func figuresFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tal.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const told = "Post ID,Permalink,Title,Publish time,Reactions,Link Clicks\n" +
	"122158001,https://www.facebook.com/kontor/posts/17,Vi har skrevet,03/11/2015 09:10,57,41\n" +
	"122158002,https://www.facebook.com/kontor/posts/99,Et fremmed opslag,03/11/2015 09:10,1,2\n" +
	"1.22158E+17,,Ødelagt nummer,03/11/2015 09:10,1,2\n"

func TestFiguresAreTakenAfterTheyAreShown(t *testing.T) {
	r := open(t, 1166, 720)
	r.publish(plain)
	r.step(posts.Step{Act: posts.Locate, Address: "https://www.facebook.com/kontor/posts/17"}, nil)
	id := r.draft.post.ID
	r.host.file = figuresFile(t, told)
	r.pickFigures()
	if got := must(r.store.PostFigures(context.Background(), id))(t); len(got) != 0 {
		t.Fatal("they were kept before anybody agreed")
	}
	if len(r.host.sheets) != 1 {
		t.Fatalf("%v", r.host.failed)
	}
	r.host.press(-1)
	if got := must(r.store.PostFigures(context.Background(), id))(t); len(got) != 1 || got[0].Values[posts.LinkClicks] != 41 {
		t.Fatalf("kept %+v", got)
	}
	if r.host.said[len(r.host.said)-1] != words.Count("posts.figures-kept", 1) {
		t.Errorf("said %q", r.host.said)
	}
	r.host.actions[len(r.host.actions)-1]() // which rows were not used
	if len(r.host.sheets) != 1 {
		t.Error("the rows that were not used are not told")
	}
	r.host.press(-1)
	if b := r.shelf.brief(id); b == nil || b.Clicks != 41 {
		t.Errorf("the list says %+v", b)
	}
	r.show(viewFigures)
	if r.figures.empty.Visible() || len(r.figures.months) != 1 || r.figures.months[0].Values[posts.LinkClicks] != 41 {
		t.Errorf("months %+v", r.figures.months)
	}
	if scene := r.figures.chart.Scene(); len(scene.Areas) == 0 || !strings.Contains(scene.Areas[0].Says, "41") {
		t.Errorf("the chart says %+v", scene.Areas)
	}
}

func TestColumnsAreMappedByHandAndRemembered(t *testing.T) {
	r := open(t, 1166, 720)
	r.publish(plain)
	r.step(posts.Step{Act: posts.Locate, Address: "https://www.facebook.com/kontor/posts/17"}, nil)
	path := figuresFile(t, "Hvor;Hvor mange\nhttps://www.facebook.com/kontor/posts/17;12\n")
	in := &intake{page: r.Page, data: []byte(readAll(t, path))}
	in.look()
	if !in.columns() {
		t.Fatalf("unknown columns give %v", in.err)
	}
	r.readFigures(path)
	if len(r.host.sheets) != 1 {
		t.Fatalf("nobody is asked what the columns mean: %v", r.host.failed)
	}
	r.host.press(0)
	in.all = must(r.store.WholePosts(context.Background()))(t)
	in.mapping = posts.Mapping{"hvor": posts.AddressColumn, "hvor mange": posts.Column(posts.LinkClicks)}
	in.show()
	in.again()
	in.keep()
	if got := must(r.store.PostFigures(context.Background(), r.draft.post.ID))(t); len(got) != 1 || got[0].Values[posts.LinkClicks] != 12 {
		t.Fatalf("kept %+v, %v", got, r.host.failed)
	}
	if m := must(r.store.PostFigureMapping(context.Background()))(t); m["hvor"] != posts.AddressColumn {
		t.Errorf("remembered %v", m)
	}
}

func TestMinutesAreCountedAndTakenBack(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.addMinutes(25)
	if r.kept().Minutes != 25 {
		t.Errorf("%d minutes", r.kept().Minutes)
	}
	r.Undo()
	if r.kept().Minutes != 0 {
		t.Errorf("taken back %d minutes are left", r.kept().Minutes)
	}
	counted := r.draft.post.ID
	r.Redo()
	r.write("Et andet") // the way back is that of the first post
	r.Undo()
	if first := must(r.store.Post(t.Context(), counted))(t); first.Minutes != 0 || r.kept().Minutes != 0 {
		t.Errorf("%d and %d minutes", first.Minutes, r.kept().Minutes)
	}
}

func TestAnEditOnFacebookIsRecordedBesideTheWords(t *testing.T) {
	r := open(t, 1166, 720)
	r.publish(plain)
	r.askAmend()
	r.host.press(-1)
	if len(r.host.failed) != 1 {
		t.Error("the same words were recorded as an edit")
	}
	r.step(posts.Step{Act: posts.Amend, Text: "Rettet tekst", Why: "Slåfejl"}, nil)
	if got := r.kept(); got.Text != plain || len(got.Amendments) != 1 || got.Amendments[0].Text != "Rettet tekst" {
		t.Errorf("%+v", got)
	}
}
