package example

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"synlig/assets"

	"synlig/data/fault"
	"synlig/data/links"
	"synlig/data/people"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/data/survey"
)

// office is a workspace in memory.
type office struct {
	people   []people.Person
	links    []links.Page
	revision *strategy.Revision
	posts    []posts.Post
	figures  []posts.Figures
	images   int
	full     error

	surveyTitle string
	waves       []*survey.Wave
}

func (o *office) AddPerson(_ context.Context, p people.Person) (people.Person, error) {
	for _, known := range o.people {
		if known.Initials == p.Initials {
			return p, fault.New(store.InitialsTaken, "initials", p.Initials)
		}
	}
	o.people = append(o.people, p)
	return p, nil
}

func (o *office) ImportLinks(_ context.Context, pages []links.Page) (added, filled int, err error) {
	o.links = append(o.links, pages...)
	return len(pages), 0, nil
}

func (o *office) SaveRevision(_ context.Context, r strategy.Revision) error {
	o.revision = &r
	return o.full
}

func TestWriteFillsTheOffice(t *testing.T) {
	var o office
	if err := Write(context.Background(), &o); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(o.people, People()) {
		t.Errorf("people: %+v", o.people)
	}
	if !reflect.DeepEqual(o.links, Links()) {
		t.Errorf("links: %+v", o.links)
	}
	if o.revision == nil || !reflect.DeepEqual(*o.revision, Revision()) {
		t.Error("the strategy is not the example's")
	}
}

// What comes back from a workspace file is what was written: the same texts,
// the same changes with the same reasons, and so the same papers.
func TestTheOfficeSurvivesTheWorkspace(t *testing.T) {
	ctx := context.Background()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "eksempel.synlig"), store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := Write(ctx, s); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	written, weighty := Revision(), assets.Lines("words/weighty.txt")
	a, b := kept.Compare(weighty).Changes, written.Compare(weighty).Changes
	if len(a) != len(b) {
		t.Fatalf("%d changes kept, %d written", len(a), len(b))
	}
	for i := range a {
		if !reflect.DeepEqual(a[i], b[i]) {
			t.Errorf("kept    %+v\nwritten %+v", a[i], b[i])
		}
	}
	kept.Notes, written.Notes = nil, nil // compared above, where they are shown
	if !reflect.DeepEqual(kept, written) {
		t.Errorf("kept\n%+v\nwritten\n%+v", kept, written)
	}
	pages, err := s.Links(ctx)
	sites, _ := s.Sites(ctx)
	if err != nil || len(pages) != len(Links()) {
		t.Errorf("links %+v, %v", pages, err)
	}
	for _, p := range pages {
		if c, err := links.Clean(p.Address); err != nil || c.Address != p.Address || !sites.Has(p.Address) || len(links.Warnings(p.Address, sites)) > 0 {
			t.Errorf("%s: %+v %v", p.Address, c, err)
		}
	}
	all, err := s.People(ctx)
	if err != nil || len(all) != len(People()) {
		t.Errorf("people %+v, %v", all, err)
	}
}

func TestWriteLeavesThoseWhoAreThereTheirInitials(t *testing.T) {
	first := people.Person{Name: "Anders Elmo", Active: true}.Clean()
	o := office{people: []people.Person{first}}
	if err := Write(context.Background(), &o); err != nil {
		t.Fatal(err)
	}
	if o.people[0] != first || o.people[1].Initials != "AE2" || len(o.people) != 5 {
		t.Errorf("people: %+v", o.people)
	}
}

func TestWriteTellsWhenTheWorkspaceIsFull(t *testing.T) {
	full := errors.New("disk full")
	if err := Write(context.Background(), &office{full: full}); !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
}
