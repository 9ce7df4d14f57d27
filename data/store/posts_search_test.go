package store

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"synlig/data/posts"
)

// Whatever was written, filed, thrown away and taken back: a search finds just
// the posts that hold every piece asked for, and no end of a word is kept that
// no post has.
func TestSearchFindsWhatIsThere(t *testing.T) {
	d := newDesk(t)
	ctx := t.Context()
	words := strings.Fields("årsmøde møde mødes sagsbehandling behandling tid åen å or and _s1 ÆGGE e-post 2015 kk.dk")
	rapid.Check(t, func(t *rapid.T) {
		all := map[int64]posts.Post{}
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 5).Draw(t, "text"), " ")
			var p posts.Post
			for _, known := range all {
				p = known
			}
			var err error
			switch act := rapid.IntRange(0, 5).Draw(t, "act"); {
			case act == 0 || p.ID == 0:
				fresh := posts.New(rapid.SampledFrom([]posts.Who{d.bo, d.carla}).Draw(t, "author"), d.now)
				fresh.State, fresh.Text = posts.Draft, text
				fresh.Subject = rapid.SampledFrom([]string{"", "emne", "møder"}).Draw(t, "subject")
				fresh.Planned = d.now.AddDate(0, 0, rapid.IntRange(0, 90).Draw(t, "day"))
				p, err = d.AddPost(ctx, fresh)
			case act == 1 && !p.Trashed.IsZero():
				p, err = d.RestorePost(ctx, p.ID, p.Revision, d.bo)
			case act == 1:
				p, err = d.TrashPost(ctx, p.ID, p.Revision, d.bo)
			case act == 2 && p.May(posts.Submit, d.bo) == nil:
				p, err = d.StepPost(ctx, p.ID, p.Revision, posts.Step{Act: posts.Submit, By: d.bo})
			case p.Trashed.IsZero():
				p.Text = text
				p, err = d.SavePost(ctx, p, d.bo)
			}
			if err != nil {
				t.Fatal(err)
			}
			all[p.ID] = p
		}
		for range 5 {
			f := posts.Filter{
				Words:   rapid.SampledFrom([]string{"", "møde", "øde", "e", "behandling tid", "s1", "_s1", "2015", "post", "år sags", "bo", "møder"}).Draw(t, "words"),
				Subject: rapid.SampledFrom([]string{"", "emne"}).Draw(t, "of subject"),
				Author:  rapid.SampledFrom([]int64{0, d.carla.ID}).Draw(t, "of author"),
				Trash:   rapid.Bool().Draw(t, "in the trash"),
			}
			if rapid.Bool().Draw(t, "of a state") {
				f.States = []posts.State{posts.Draft}
			}
			if rapid.Bool().Draw(t, "of a period") {
				f.From, f.To = d.now.AddDate(0, 0, 20), d.now.AddDate(0, 0, 60)
			}
			var want []int64
			for id, p := range all {
				if holds(p, f) {
					want = append(want, id)
				}
			}
			slices.Sort(want)
			slices.Reverse(want)
			found, err := d.Posts(ctx, f)
			if err != nil {
				t.Fatal(err)
			}
			var got []int64
			for _, b := range found {
				got = append(got, b.ID)
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%+v finds %v, want %v", f, got, want)
			}
		}
		for _, p := range all { // the next round begins empty
			if p.Trashed.IsZero() {
				if _, err := d.TrashPost(ctx, p.ID, p.Revision, d.bo); err != nil {
					t.Fatal(err)
				}
			}
		}
		if _, err := d.EmptyPostTrash(ctx, d.now.Add(time.Second)); err != nil {
			t.Fatal(err)
		}
		if n, err := ask[int](ctx, d.readers, "SELECT count(*) FROM post_suffix"); err != nil || n != 0 {
			t.Fatalf("%d ends of words are left of no posts, %v", n, err)
		}
	})
}

// holds is the filter, the slow and plain way.
func holds(p posts.Post, f posts.Filter) bool {
	have := searchWords(p.Text + "\n" + p.Subject + "\n" + p.Author.Name)
	for _, piece := range searchWords(f.Words) {
		if !slices.ContainsFunc(have, func(word string) bool { return strings.Contains(word, piece) }) {
			return false
		}
	}
	return f.Matches(posts.Brief{State: p.State, Subject: p.Subject, Author: p.Author, Planned: p.Planned, Published: p.Published, Trashed: p.Trashed})
}

// Whatever people paste is kept, cleaned, and searching for it breaks nothing.
func TestOddWords(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	for _, text := range []string{
		"𞤀𞤣𞤤𞤢𞤥 𝕄øde ⅷ ² ﬁ ǅ İstanbul ẞ ŉ Ⅻ ꙮ 中文字 ไทย עברית", "a\u0301\u0302\u0303 x\u0303 \u0301", strings.Repeat("👩‍👩‍👧", 100_000),
		strings.Repeat("å", 70_000), "NEAR OR AND NOT - * \" ' ( ) : ^ _s1 near/3", "\x00\xed\xa0\x80\xff\ufeff", "_", "ΑΣ ς",
	} {
		p := d.post(t, text)
		if p.Text != posts.Clean(text) {
			t.Errorf("%.40q is kept as %.40q", text, p.Text)
		}
		kept := must(d.Post(ctx, p.ID))(t)
		for _, word := range append(strings.Fields(text), text, "x") {
			found, err := d.Posts(ctx, posts.Filter{Words: word, Limit: 50})
			if err != nil {
				t.Errorf("searching for %.40q: %v", word, err)
			}
			sought := len(searchWords(word)) > 0 && word != "x"
			if has := slices.ContainsFunc(found, func(b posts.Brief) bool { return b.ID == p.ID }); sought && !has {
				t.Errorf("%.40q is not found", word)
			}
		}
		kept.Text = "Andet"
		must(d.SavePost(ctx, kept, d.bo))(t)
	}
	if n := must(ask[int](ctx, d.readers, "SELECT count(DISTINCT term) FROM post_suffix WHERE term NOT IN ('andet', 'bo', 'eksempel')"))(t); n != 0 {
		t.Errorf("%d words are kept that no post has", n)
	}
}
