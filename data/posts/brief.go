package posts

import "time"

// Brief is a post as a list or a calendar shows it.
type Brief struct {
	ID        int64
	Revision  int
	State     State
	Title     string // the first line, at most 120 characters
	Subject   string
	Author    Who
	Approver  Who
	Planned   time.Time
	Published time.Time
	Address   string
	Link      string
	Pictures  int
	OpenNotes int
	Minutes   int
	Clicks    int // on the link, as last told by Facebook; -1 when unknown
	Changed   time.Time
	Trashed   time.Time
}

// When is the moment a brief belongs to in a calendar: published, else planned;
// zero when neither.
func (b Brief) When() time.Time {
	if !b.Published.IsZero() {
		return b.Published
	}
	return b.Planned
}

// Filter says which posts are asked for. The zero Filter is all that do not lie
// in the trash, the newest first.
type Filter struct {
	Words    string  // all of them, also inside other words, in any order
	States   []State // none: every state
	Subject  string
	Author   int64     // people.Person's ID; 0 for everybody
	From, To time.Time // planned or published from, and before; zero for no limit
	Trash    bool      // only what lies in the trash
	Limit    int       // the most answers; 0: all
}

// Event is one line of a post's history.
type Event struct {
	At      time.Time
	By      Who
	Act     Act     // "" for words that were changed
	From    State   // before; "" where the post began
	To      State   // after
	Content Content // the words then: changed to, approved, published, returned with
}

// Due are the planned posts whose time has come and that nobody was reminded
// of at that time.
func Due(all []Post, now time.Time) []Post {
	var due []Post
	for _, p := range all {
		if p.IsDue(now) && !p.Reminded.Equal(p.Planned) {
			due = append(due, p)
		}
	}
	return due
}

// IsDue tells whether p should be on Facebook by now.
func (p Post) IsDue(now time.Time) bool {
	return p.State == Planned && p.Trashed.IsZero() && !p.Planned.IsZero() && !p.Planned.After(now)
}

// Matches tells whether p is among what f asks for, its words aside: they are
// the store's to find.
func (f Filter) Matches(b Brief) bool {
	when := b.When()
	switch {
	case f.Trash != !b.Trashed.IsZero(),
		f.Subject != "" && f.Subject != b.Subject,
		f.Author != 0 && f.Author != b.Author.ID,
		!f.From.IsZero() && (when.IsZero() || when.Before(f.From)),
		!f.To.IsZero() && (when.IsZero() || !when.Before(f.To)):
		return false
	}
	for _, state := range f.States {
		if state == b.State {
			return true
		}
	}
	return len(f.States) == 0
}
