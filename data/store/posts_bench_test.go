package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"synlig/data/posts"
)

// vocabulary is made of parts as Danish compounds are, and of rarer words.
func vocabulary() []string {
	first := strings.Fields("sags borger års møde børne svar tids skole telefon brev klage hjemme kommune vej hjælpe byens råd forvaltnings social bolig")
	last := strings.Fields("behandling møde tid brev svar frist undersøgelse beretning vejledning ansøgning nummer afgørelse hjælp kontor række tal plan")
	var words []string
	for _, a := range first {
		for _, b := range last {
			words = append(words, a+b, a+b+"er", a+b+"en")
		}
	}
	for i := range 60_000 {
		words = append(words, fmt.Sprintf("ord%xslut", i*7919))
	}
	return words
}

// invented is a text of about 600 characters. Common words come often, as they do.
func invented(r *rand.Rand, words []string) string {
	common := strings.Fields("vi det er og en at der har ikke den til som med de på for kan")
	var b strings.Builder
	for range 90 {
		switch {
		case r.IntN(2) == 0:
			b.WriteString(common[r.IntN(len(common))])
		case r.IntN(4) > 0:
			b.WriteString(words[r.IntN(1020)])
		default:
			b.WriteString(words[r.IntN(len(words))])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// crowded is a workspace with n posts, written the short way: without history.
func crowded(b testing.TB, n int) *desk {
	d := newDesk(b)
	r := rand.New(rand.NewPCG(1, 2))
	words := vocabulary()
	states := []posts.State{posts.Idea, posts.Draft}
	err := d.writePosts(context.Background(), func(tx tx) error {
		for i := range n {
			p := posts.New(d.bo, d.now.Add(time.Duration(i)*time.Hour))
			if i%3 == 0 {
				p.Author = d.carla
			}
			p.State, p.Text, p.Subject = states[i%2], invented(r, words), fmt.Sprintf("emne %d", i%20)
			p.Planned = p.Created
			if _, err := tx.addPost(p); err != nil {
				return err
			}
		}
		return tx.tidyIndex()
	})
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// Shown a screenful: 200 answers, the newest first.
func BenchmarkSearchPosts(b *testing.B) {
	d := crowded(b, 100_000)
	ctx := context.Background()
	for name, f := range map[string]posts.Filter{
		"a rare word":             {Words: "ord1eefslut"},
		"an inner word":           {Words: "undersøgelse"},
		"the beginning of a word": {Words: "sagsbehand"},
		"two inner words":         {Words: "møde frist"},
		"a common word":           {Words: "ikke"},
		"two letters":             {Words: "vi"},
		"no such word":            {Words: "xyzzy"},
		"three letters":           {Words: "lut"},
		"a word and a state":      {Words: "brev", States: []posts.State{posts.Idea}},
		"a rare word and author":  {Words: "ord1eefslut", Author: d.carla.ID},
		"a word, author, subject": {Words: "møde", Author: d.carla.ID, Subject: "emne 3"},
		"a word and a month":      {Words: "møde", From: d.now.AddDate(5, 0, 0), To: d.now.AddDate(5, 1, 0)},
		"a month":                 {From: d.now.AddDate(5, 0, 0), To: d.now.AddDate(5, 1, 0)},
		"a state":                 {States: []posts.State{posts.Draft}},
		"all":                     {},
	} {
		f.Limit = 200
		b.Run(name, func(b *testing.B) {
			found := 0
			for b.Loop() {
				all, err := d.Posts(ctx, f)
				if err != nil {
					b.Fatal(err)
				}
				found = len(all)
			}
			b.ReportMetric(float64(found), "found")
		})
	}
}

// One edit of a post among many.
func BenchmarkSavePost(b *testing.B) {
	d := crowded(b, 20_000)
	p, err := d.Post(context.Background(), 10_000)
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		p.Text = fmt.Sprintf("%s ny%d", p.Text[:400], i)
		if p, err = d.SavePost(context.Background(), p, d.bo); err != nil {
			b.Fatal(err)
		}
	}
}
