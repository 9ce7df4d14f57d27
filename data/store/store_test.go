package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"synlig/data/clock"
	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/people"
	"synlig/data/redline"
	"synlig/data/strategy"
)

var noon = time.Date(2026, 11, 22, 12, 0, 30, 0, time.Local)

// place is where a test's workspace lies.
func place(t testing.TB) string { return filepath.Join(t.TempDir(), "kontor.synlig") }

// create makes a workspace and closes it when the test ends.
func create(t testing.TB, path string, options Options) *Store {
	t.Helper()
	s, err := Create(t.Context(), path, quick(options))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func open(t testing.TB, path string, options Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, quick(options))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// quick fills what a test leaves out: a clock that stands still and no daily
// backup unless the test sets a clock of its own.
func quick(options Options) Options {
	if options.Clock == nil {
		options.Clock = clock.Fixed(noon)
		options.NoBackup = true
	}
	if options.Poll == 0 {
		options.Poll = 2 * time.Millisecond
	}
	if options.Wait == 0 {
		options.Wait = 5 * time.Second
	}
	return options
}

// must is the value of a call that has to go well: must(s.People(ctx))(t).
func must[T any](value T, err error) func(t testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// text makes n blocks of plausible shape with ids.
func text(n int) []document.Block {
	blocks := make([]document.Block, n)
	for i := range blocks {
		b := document.Block{ID: fmt.Sprintf("b%05d", i), Text: fmt.Sprintf("Afsnit %d: Borgere skal kunne læse, hvad udvalget har besluttet, og hvorfor.", i)}
		switch i % 9 {
		case 0:
			b.Kind = document.Heading2
		case 4:
			b.Kind, b.Level = document.Bullet, 1
		case 5:
			b.Spans = []document.Span{
				{Start: 0, End: 6, Style: document.Style{Bold: true}},
				{Start: 7, End: 8, Style: document.Style{Link: "https://example.org/å?b=1"}},
			}
		}
		blocks[i] = b
	}
	return blocks
}

// sample is a revision with everything in it.
func sample(blocks int) strategy.Revision {
	base := text(blocks)
	draft := text(blocks)
	draft[1].Text += " Det gælder også på Facebook."
	draft = append(draft, document.Block{ID: "ny", Kind: document.Quote, Text: "Nyt afsnit."})
	return strategy.Revision{
		Office: "Borgerrådgiveren", Title: "Kommunikationsstrategi", Case: "2014-0225711", Example: true,
		Base: document.Version{
			Number: 5, Status: document.Approved, BasedOn: 4, Author: "Anna Holm",
			Changed: time.Date(2014, 8, 1, 9, 0, 0, 0, time.UTC), Blocks: base,
			Meeting: document.Meeting{Body: "Borgerrådgiverudvalget", Date: time.Date(2014, 8, 22, 0, 0, 0, 0, time.UTC), Item: "6"},
		},
		Draft: document.Version{
			Number: 7, Status: document.Draft, BasedOn: 5, Author: "Bo Ek",
			Changed: time.Date(2026, 11, 20, 9, 0, 0, 123, time.UTC), Blocks: draft,
		},
		Points: []decision.Point{{Number: 1, Text: "at side 1"}, {Number: 2, Text: "at side 2"}, {Number: 3, Text: "at Facebook", Requires: []int{1, 2}}},
		Notes: []redline.Note{
			{Anchor: redline.Anchor{Block: "b00001", From: 3, To: 9}, Class: redline.Substantive, Reason: "Æøå – fordi", Point: 3, Author: "Bo Ek", At: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)},
			{Anchor: redline.Anchor{Block: "b00002", After: true, Text: "Nyt afsnit."}, Point: 1},
		},
	}
}

func saved(t testing.TB, blocks int) (*Store, strategy.Revision) {
	s := create(t, place(t), Options{})
	r := sample(blocks)
	ok(t, s.SaveRevision(t.Context(), r))
	return s, r
}

// raw opens the file with nothing of ours but the driver, as another program
// would that means no good.
func raw(t testing.TB, path string, settings pragmas) func(query string, args ...any) error {
	db := connect(path, time.Second, settings)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return func(query string, args ...any) error {
		_, err := db.ExecContext(context.Background(), query, args...)
		return err
	}
}

func bytesOf(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var mette = people.Person{Name: "Mette Holm", Active: true}
