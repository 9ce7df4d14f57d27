// Package posts is the office's posts on Facebook, from the idea to the
// archive: what a post is, who may do what with it when, what is looked for in
// its text, when it is planned and what came of it. It is pure: it keeps
// nothing, fetches nothing and prints nothing; data/store, data/links/web and
// data/bilag do. Hints and refusals leave it as codes; words are put on in
// screens.
package posts

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"synlig/data/links"
)

// State is where a post stands on its way.
type State string

// The states, in order.
const (
	Idea      State = "idé"             // a thought, nothing is asked of it
	Draft     State = "udkast"          // being written
	Submitted State = "til godkendelse" // lies with a colleague
	Approved  State = "godkendt"        // may be published as it stands
	Planned   State = "planlagt"        // has a time
	Published State = "udgivet"         // stands on Facebook
	Archived  State = "arkiveret"       // put away
)

// States are all states, in order.
func States() []State {
	return []State{Idea, Draft, Submitted, Approved, Planned, Published, Archived}
}

// Who is a person by the name borne at the time. ID is people.Person's; 0 for
// somebody the office does not know.
type Who struct {
	ID   int64  `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}

// Known tells whether there is somebody.
func (w Who) Known() bool { return w.ID != 0 || w.Name != "" }

// Same tells whether two are one person: by ID where both have one, else by
// name.
func (w Who) Same(other Who) bool {
	if w.ID != 0 && other.ID != 0 {
		return w.ID == other.ID
	}
	return w.Name != "" && w.Name == other.Name
}

// Link is the page a post leads to. Address is ASCII, as it is copied; the card
// may carry campaign parameters that the visible text does not.
type Link struct {
	Address string     `json:"address,omitempty"`
	Card    links.Card `json:"card,omitzero"`
}

// Picture is a picture in a post: the copy without EXIF and GPS that the
// store keeps under ID, the SHA-256 of its bytes in hex.
type Picture struct {
	ID     string `json:"id"`
	Alt    string `json:"alt"`
	Width  int    `json:"width"`  // pixels
	Height int    `json:"height"` // pixels
	Type   string `json:"type"`   // "image/jpeg" or "image/png"
}

// Content is what stands on Facebook, and so what is approved.
type Content struct {
	Text     string    `json:"text"`
	Link     Link      `json:"link,omitzero"`
	Pictures []Picture `json:"pictures,omitempty"`
}

// Hash tells contents apart: SHA-256 in hex over text, link address, pictures
// and their alt texts. The card's fetching time does not count: nobody sees it.
func (c Content) Hash() string {
	c.Link.Card.Fetched = time.Time{}
	if len(c.Pictures) == 0 {
		c.Pictures = nil
	}
	data, err := json.Marshal(c)
	if err != nil {
		panic(err) // strings and numbers only
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Same tells whether two contents are the same to a reader.
func (c Content) Same(other Content) bool { return c.Hash() == other.Hash() }

// Approval is what a colleague approved: exactly this, and no other words.
type Approval struct {
	By      Who
	At      time.Time
	Content Content
}

// Given tells whether there is an approval.
func (a Approval) Given() bool { return !a.At.IsZero() }

// Note is what a reviewer wrote beside the text. It never becomes part of it.
type Note struct {
	ID   int64
	By   Who
	At   time.Time
	Text string
	Done bool // the author has seen to it
}

// Amendment is an edit made on Facebook after publication, as somebody
// recorded it. The text as published stays what it was.
type Amendment struct {
	By   Who
	At   time.Time
	Text string // the whole text as it stands on Facebook now
	Why  string
}

// Post is one post. The zero ID is a post that is not kept yet.
type Post struct {
	ID       int64
	Revision int // counts every change that was kept; see store.SavePost
	State    State
	Template string // key; "" without
	Subject  string // the topic, in the office's own words
	Content

	Author    Who // who wrote it; may never approve it
	Submitter Who // who sent it for approval last; may not approve it either
	Approval  Approval
	Notes     []Note

	Planned   time.Time // when it is to be published; zero without a plan
	Reminded  time.Time // the planned time somebody was last reminded of
	Copied    time.Time // when the text was last copied for Facebook
	Published time.Time
	Address   string // of the post on Facebook

	Amendments []Amendment
	Minutes    int // of work, all told

	Created time.Time
	Changed time.Time
	Trashed time.Time // zero unless it lies in the trash
	Example bool      // belongs to the example office
}

// New is an empty post by somebody, an idea until it has words.
func New(by Who, at time.Time) Post {
	return Post{State: Idea, Author: by, Created: at, Changed: at}
}

// Reuse is a new draft with p's words, by somebody else or the same. The card
// is kept, but counts as not fetched: the page may have moved since.
func (p Post) Reuse(by Who, at time.Time) Post {
	fresh := New(by, at)
	fresh.State, fresh.Template, fresh.Subject = Draft, p.Template, p.Subject
	fresh.Content = p.Content
	fresh.Content.Pictures = slices.Clone(p.Pictures)
	fresh.Link.Card.Fetched = time.Time{}
	return fresh
}

// Title is the first line with words in it, for lists; "" for an empty post.
func (p Post) Title() string { return TitleOf(p.Text) }

// longestTitle is the most characters of a title.
const longestTitle = 120

// TitleOf is the title of a text, or of the beginning of one.
func TitleOf(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			if runes := []rune(line); len(runes) > longestTitle {
				line = string(runes[:longestTitle-1]) + "…"
			}
			return line
		}
	}
	return ""
}

// Open tells whether the words may still be changed.
func (p Post) Open() bool {
	return p.Published.IsZero() && p.State != Archived && p.Trashed.IsZero()
}

// When is the moment a post belongs to: published, else planned; zero when
// neither.
func (p Post) When() time.Time {
	if !p.Published.IsZero() {
		return p.Published
	}
	return p.Planned
}

// OpenNotes counts the reviewer's notes that nobody has seen to.
func (p Post) OpenNotes() int {
	n := 0
	for _, note := range p.Notes {
		if !note.Done {
			n++
		}
	}
	return n
}
