package moderation

import (
	"context"

	"synlig/data/store"
)

// views are the parts of the queue a person can look at, in order.
var views = []store.View{
	store.ViewOpen, store.ViewNew, store.ViewMine, store.ViewSecond, store.ViewObjection,
	store.ViewDeadlines, store.ViewDecided, store.ViewDone, store.ViewAll,
}

// page is how many cases are read at a time.
const pageSize = 200

// shelf is the queue as it is shown.
type shelf struct {
	page    *Page
	view    store.View
	find    string
	items   []store.Item
	counts  store.Counts
	whole   bool // there is nothing behind the last item
	asked   int  // generation: an older answer must not overwrite a newer one
	arrived bool
}

// read reads the queue anew, as far as it was shown.
func (s *shelf) read() { s.ask(max(len(s.items), pageSize), 0) }

// further reads what comes after the last item shown.
func (s *shelf) further() {
	if !s.whole {
		s.ask(pageSize, len(s.items))
	}
}

func (s *shelf) ask(limit, offset int) {
	p := s.page
	s.asked++
	mine := s.asked
	query := store.QueueQuery{View: s.view, Person: p.host.Person(), Words: s.find, Limit: limit, Offset: offset}
	if query.Words != "" {
		query.View = store.ViewAll // who searches means everywhere
	}
	var items []store.Item
	counts, counted := s.counts, s.arrived && query.Words != "" // a search changes no number
	var err error
	p.start(func() {
		ctx := context.Background()
		if items, err = p.office.Queue(ctx, query); err == nil && !counted {
			counts, err = p.office.Counts(ctx, query.Person)
		}
	}, func() {
		if mine != s.asked {
			return
		}
		if err != nil {
			p.frame.showFault(err)
			return
		}
		s.whole = len(items) < limit
		s.items = append(s.items[:offset:offset], items...)
		s.counts, s.arrived = counts, true
		p.queue.show()
		p.frame.showWork()
		p.host.Refresh()
	})
}

// look shows another part of the queue.
func (s *shelf) look(view store.View) {
	if view != s.view {
		s.view, s.items = view, nil
		s.read()
	}
}

// empty tells whether there is no case at all.
func (s *shelf) empty() bool { return s.arrived && s.find == "" && s.counts[store.ViewAll] == 0 }

// after is the case to go on with when one is done: the next one in the queue.
func (s *shelf) after(id int64) int64 {
	at := s.index(id)
	for i := range s.items {
		if next := s.items[(at+1+i)%len(s.items)]; next.ID != id {
			return next.ID
		}
	}
	return 0
}

// index is where a case lies in the queue, -1 when it does not.
func (s *shelf) index(id int64) int {
	for i, item := range s.items {
		if item.ID == id {
			return i
		}
	}
	return -1
}
