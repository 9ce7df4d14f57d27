package example

import (
	"context"
	"strings"
	"time"

	"synlig/assets"
	"synlig/data/links"
	"synlig/data/picture"
	"synlig/data/posts"
	"synlig/data/store"
)

// postsFile is assets/examples/opslag.json.
type postsFile struct {
	Page  string       `json:"page"` // the addresses on Facebook begin with it
	Posts []postInFile `json:"posts"`
}

// postInFile is one post and what became of it. A step is who and when.
type postInFile struct {
	State     posts.State   `json:"state"`
	Template  string        `json:"template"`
	Subject   string        `json:"subject"`
	Text      string        `json:"text"`
	Link      cardInFile    `json:"link"`
	Image     string        `json:"image"`   // a file in assets/examples
	Alt       string        `json:"picture"` // what it shows
	Author    string        `json:"author"`
	Minutes   int           `json:"minutes"`
	Created   time.Time     `json:"created"`
	Submitted *stepInFile   `json:"submitted"`
	Returned  *stepInFile   `json:"returned"`
	Approved  *stepInFile   `json:"approved"`
	Archived  *stepInFile   `json:"archived"`
	Planned   time.Time     `json:"planned"`
	Published time.Time     `json:"published"`
	Place     string        `json:"place"` // the post's number on Facebook
	Notes     []noteInFile  `json:"notes"`
	Amendment *amendInFile  `json:"amendment"`
	Figures   []takenInFile `json:"figures"`
}

type cardInFile struct {
	Address     string    `json:"address"`
	Title       string    `json:"title"`
	Description string    `json:"description"`
	Site        string    `json:"site"`
	Fetched     time.Time `json:"fetched"`
}

type stepInFile struct {
	By string    `json:"by"`
	At time.Time `json:"at"`
}

type noteInFile struct {
	stepInFile
	Text string `json:"text"`
}

type amendInFile struct {
	stepInFile
	Old string `json:"old"`
	New string `json:"new"`
	Why string `json:"why"`
}

type takenInFile struct {
	Day    string               `json:"day"`
	Values map[posts.Metric]int `json:"values"`
}

// Post is one of the example's posts with all that belongs to it.
type Post struct {
	posts.Post
	Picture picture.Picture // zero without
	Events  []posts.Event
	Figures []posts.Figures // still without the post's number
}

// Posts are the example office's posts: two ideas, drafts, some that wait for
// approval, and those that went out from December 2014 to February 2015.
func Posts() []Post {
	file := read[postsFile]("opslag.json")
	all := make([]Post, len(file.Posts))
	for i, p := range file.Posts {
		all[i] = p.post(file.Page)
	}
	return all
}

func (f postInFile) post(page string) Post {
	p := Post{Post: posts.New(posts.Who{Name: f.Author}, f.Created)}
	p.State, p.Template, p.Subject, p.Text = f.State, f.Template, f.Subject, f.Text
	p.Minutes, p.Planned, p.Published, p.Example = f.Minutes, f.Planned, f.Published, true
	if f.Link.Address != "" {
		p.Link = posts.Link{Address: f.Link.Address, Card: links.Card{Address: f.Link.Address, Title: f.Link.Title,
			Description: f.Link.Description, Site: f.Link.Site, Fetched: f.Link.Fetched}}
	}
	if f.Image != "" {
		p.attach(f.Image, f.Alt)
	}
	if f.Place != "" {
		p.Address = page + f.Place
	}
	if f.Submitted != nil && f.Returned == nil {
		p.Submitter = posts.Who{Name: f.Submitted.By}
	}
	if f.Approved != nil {
		p.Approval = posts.Approval{By: posts.Who{Name: f.Approved.By}, At: f.Approved.At, Content: p.Content}
	}
	if f.State == posts.Planned {
		p.Reminded = f.Planned // its time was long ago
	}
	for _, n := range f.Notes {
		p.Notes = append(p.Notes, posts.Note{By: posts.Who{Name: n.By}, At: n.At, Text: n.Text})
	}
	if a := f.Amendment; a != nil {
		p.Amendments = []posts.Amendment{{By: posts.Who{Name: a.By}, At: a.At, Text: strings.Replace(f.Text, a.Old, a.New, 1), Why: a.Why}}
	}
	for _, t := range f.Figures {
		day, err := time.Parse(time.DateOnly, t.Day)
		if err != nil {
			panic("examples/opslag.json: " + err.Error())
		}
		p.Figures = append(p.Figures, posts.Figures{Taken: day, Values: t.Values})
	}
	p.Events = f.events(p.Post)
	p.Changed = p.Events[len(p.Events)-1].At
	return p
}

// attach puts a picture in, as one that somebody chose would be.
func (p *Post) attach(file, alt string) {
	taken, err := picture.Take(assets.Read("examples/" + file))
	if err != nil {
		panic("examples/" + file + ": " + err.Error())
	}
	p.Picture = taken
	p.Pictures = []posts.Picture{{ID: store.PostImageID(taken.Content), Alt: alt, Width: taken.Width, Height: taken.Height, Type: taken.Type}}
}

// events are what happened to the post, in order.
func (f postInFile) events(p posts.Post) []posts.Event {
	began := posts.Draft
	if f.State == posts.Idea || f.Submitted == nil && f.State == posts.Archived {
		began = posts.Idea
	}
	events := []posts.Event{{At: f.Created, By: p.Author, To: began, Content: p.Content}}
	state := began
	add := func(step *stepInFile, act posts.Act, to posts.State, content posts.Content) {
		if step == nil {
			return
		}
		events = append(events, posts.Event{At: step.At, By: posts.Who{Name: step.By}, Act: act, From: state, To: to, Content: content})
		state = to
	}
	add(f.Submitted, posts.Submit, posts.Submitted, posts.Content{})
	add(f.Returned, posts.Return, posts.Draft, posts.Content{})
	add(f.Approved, posts.Approve, posts.Approved, p.Content)
	if f.Approved != nil && (f.State == posts.Planned || !f.Published.IsZero()) {
		add(f.Approved, posts.Plan, posts.Planned, posts.Content{})
	}
	if !f.Published.IsZero() {
		out := &stepInFile{f.Author, f.Published}
		add(out, posts.Copy, posts.Planned, posts.Content{})
		add(out, posts.Publish, posts.Published, p.Content)
	}
	if f.Amendment != nil {
		add(&f.Amendment.stepInFile, posts.Amend, posts.Published, posts.Content{Text: p.Amendments[0].Text})
	}
	add(f.Archived, posts.Archive, posts.Archived, posts.Content{})
	return events
}

// postsWorkspace is what the example's posts are written into.
type postsWorkspace interface {
	AddPostImage(ctx context.Context, image store.PostImage) (posts.Picture, error)
	ImportPost(ctx context.Context, p posts.Post, events []posts.Event) (posts.Post, error)
	SavePostFigures(ctx context.Context, all []posts.Figures) error
}

// writePosts keeps the posts of the example; who wrote them must be there.
func writePosts(ctx context.Context, w postsWorkspace) error {
	for _, p := range Posts() {
		if len(p.Pictures) > 0 {
			if _, err := w.AddPostImage(ctx, store.PostImage(p.Picture)); err != nil {
				return err
			}
		}
		kept, err := w.ImportPost(ctx, p.Post, p.Events)
		if err != nil {
			return err
		}
		for i := range p.Figures {
			p.Figures[i].Post = kept.ID
		}
		if err := w.SavePostFigures(ctx, p.Figures); err != nil {
			return err
		}
	}
	return nil
}
