package posts

import (
	"cmp"
	"context"
	"slices"
	"time"

	"synlig/data/posts"
)

// shelf is the posts as the list, the calendar and the figures show them.
type shelf struct {
	page     *Page
	filter   posts.Filter // what the person asked for
	limit    int          // of published and archived ones; 0 for the first few
	briefs   []posts.Brief
	desk     []posts.Brief // those that may wait for somebody, whatever is searched for
	counts   map[posts.State]int
	subjects []string
	ready    bool // read once
	err      error
	asked    int    // generation: an older answer must not overwrite a newer one
	wait     func() // stops the waiting for a pause in typing
}

const (
	firstShown  = 300 // published posts that are listed until somebody asks for more
	searchPause = 120 * time.Millisecond
)

// finding tells whether the person looks for something.
func (s *shelf) finding() bool {
	f := s.filter
	return f.Words != "" || len(f.States) > 0 || f.Subject != "" || f.Author != 0 || !f.From.IsZero() || !f.To.IsZero() || f.Trash
}

// readSoon reads when the typing of a search has paused.
func (s *shelf) readSoon() {
	if s.wait != nil {
		s.wait()
	}
	s.wait = s.page.after(searchPause, func() { s.read(nil) })
}

// read reads the list beside the UI goroutine; done is called when it is shown.
func (s *shelf) read(done func()) {
	p := s.page
	s.asked++
	mine, filter := s.asked, s.filter
	filter.Limit = max(s.limit, firstShown) + 1000
	var briefs, desk []posts.Brief
	var counts map[posts.State]int
	var subjects []string
	var err error
	p.start(func() {
		ctx := context.Background()
		if briefs, err = p.office.Posts(ctx, filter); err != nil {
			return
		}
		if desk, err = p.office.Posts(ctx, posts.Filter{States: []posts.State{posts.Draft, posts.Submitted, posts.Planned}}); err != nil {
			return
		}
		if counts, err = p.office.PostCounts(ctx); err != nil {
			return
		}
		subjects, err = p.office.PostSubjects(ctx)
	}, func() {
		if mine != s.asked {
			return
		}
		s.err, s.ready = err, true
		if err == nil {
			s.briefs, s.desk, s.counts, s.subjects = briefs, desk, counts, subjects
		}
		p.shelved()
		if done != nil {
			done()
		}
	})
}

// empty tells whether the office has no posts at all.
func (s *shelf) empty() bool {
	for _, n := range s.counts {
		if n > 0 {
			return false
		}
	}
	return s.ready && !s.filter.Trash
}

// brief is a listed post, nil for one that is not.
func (s *shelf) brief(id int64) *posts.Brief {
	for i := range s.briefs {
		if s.briefs[i].ID == id {
			return &s.briefs[i]
		}
	}
	return nil
}

// put takes a post that was kept into the list, so that it need not be read.
func (s *shelf) put(p posts.Post) {
	fresh := briefOf(p)
	if old := s.brief(p.ID); old != nil {
		fresh.Clicks = old.Clicks
		if s.counts != nil && old.State != fresh.State {
			s.counts[old.State]--
			s.counts[fresh.State]++
		}
		*old = fresh
	} else {
		s.briefs = append([]posts.Brief{fresh}, s.briefs...)
		if s.counts != nil {
			s.counts[fresh.State]++
		}
	}
	s.desk = slices.DeleteFunc(s.desk, func(b posts.Brief) bool { return b.ID == p.ID })
	s.desk = append(s.desk, fresh)
	s.page.shelved()
}

// briefOf is a post as a list shows it.
func briefOf(p posts.Post) posts.Brief {
	return posts.Brief{ID: p.ID, Revision: p.Revision, State: p.State, Title: p.Title(), Subject: p.Subject,
		Author: p.Author, Approver: p.Approval.By, Planned: p.Planned, Published: p.Published, Address: p.Address,
		Link: p.Link.Address, Pictures: len(p.Pictures), OpenNotes: p.OpenNotes(), Minutes: p.Minutes, Clicks: -1,
		Changed: p.Changed, Trashed: p.Trashed}
}

// group is the posts of one state in the order in which they are listed: what
// is planned by its time, what is published the newest first, the rest by when
// it was last written in.
func (s *shelf) group(state posts.State) (list []posts.Brief) {
	for _, b := range s.briefs {
		if b.State == state {
			list = append(list, b)
		}
	}
	slices.SortStableFunc(list, func(a, b posts.Brief) int {
		switch state {
		case posts.Planned:
			return a.Planned.Compare(b.Planned)
		case posts.Published, posts.Archived:
			return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(b.ID, a.ID))
		}
		return cmp.Or(b.Changed.Compare(a.Changed), cmp.Compare(b.ID, a.ID))
	})
	return list
}

// shelved shows the list anew wherever it is shown.
func (p *Page) shelved() {
	p.list.show()
	p.schedule.show()
	p.figures.show()
	p.frame.Refresh()
	p.host.Refresh()
}
