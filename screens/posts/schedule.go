package posts

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// schedule is the calendar of what is planned, wished and published.
type schedule struct {
	page    *Page
	view    *calendarView
	content *fyne.Container
}

func newSchedule(p *Page) *schedule {
	s := &schedule{page: p, view: newCalendarView(p.today())}
	c := s.view.calendar
	c.onOpen = func(id int64) {
		p.openThen(id, func() {
			p.show(viewWriting)
			p.list.reveal()
			p.host.Canvas().Focus(p.list.rows)
		})
	}
	c.onMove = s.move
	c.onEmpty = s.newAt
	save := kit.NewQuietButton(words.Text("posts.export-ics"), theme.DocumentSaveIcon(), p.exportCalendar)
	s.view.foot.Add(save)
	s.content = s.view.content
	return s
}

// show shows the posts of the list that have a time.
func (s *schedule) show() {
	p := s.page
	var events []event
	for _, b := range p.shelf.briefs {
		if b.When().IsZero() || b.State == posts.Archived && b.Published.IsZero() {
			continue
		}
		kind := eventWished
		switch {
		case !b.Published.IsZero():
			kind = eventPublished
		case b.State == posts.Planned:
			kind = eventPlanned
		}
		events = append(events, event{id: b.ID, title: titleOf(b), at: p.local(b.When()), kind: kind})
	}
	s.view.calendar.show(events, p.today())
}

// move gives a post another time: a planned one is planned anew, a wish is
// written down. Both can be taken back.
func (s *schedule) move(id int64, to time.Time) {
	p := s.page
	b := p.shelf.brief(id)
	if b == nil {
		return
	}
	before := b.When()
	if b.State == posts.Planned {
		if to.Before(p.now()) {
			p.host.Say(words.Text("posts.move-past"), "", nil)
			return
		}
		s.plan(id, to, func() { s.said(to, deed{func() { s.plan(id, before, nil) }, func() { s.plan(id, to, nil) }}) })
		return
	}
	s.wish(id, to, func() { s.said(to, deed{func() { s.wish(id, before, nil) }, func() { s.wish(id, to, nil) }}) })
}

func (s *schedule) said(to time.Time, moved deed) {
	p := s.page
	p.undoing.push(moved.back, moved.again)
	p.host.Say(words.Text("posts.moved", "when", relativeText(p.local(to), p.today())), words.Text("posts.undo"), p.undoing.Undo)
}

// plan plans a post for another time.
func (s *schedule) plan(id int64, to time.Time, then func()) {
	p := s.page
	p.draft.whenSaved(func() {
		p.stepFreshThen(id, posts.Step{Act: posts.Plan, When: to}, then)
	})
}

// wish writes down another time for a post that is not planned yet.
func (s *schedule) wish(id int64, to time.Time, then func()) {
	p := s.page
	if p.draft.open && p.draft.post.ID == id {
		p.draft.wish = to
		p.writing.plan.fill()
		p.draft.changed()
		p.draft.whenSaved(func() { callAny(then) })
		return
	}
	var kept posts.Post
	var err error
	by := p.who()
	p.start(func() {
		ctx := context.Background()
		if kept, err = p.office.Post(ctx, id); err == nil {
			kept.Planned = to
			kept, err = p.office.SavePost(ctx, kept, by)
		}
	}, func() {
		if err != nil {
			p.host.Fail(err)
			p.shelf.read(nil)
			return
		}
		p.keptAs(kept)
		callAny(then)
	})
}

func callAny(f func()) {
	if f != nil {
		f()
	}
}

// newAt begins a post with a time it should go out at.
func (s *schedule) newAt(at time.Time) {
	p := s.page
	if at.Before(p.now()) {
		return
	}
	p.leave(func() {
		post := posts.New(p.who(), p.now())
		post.Planned = at
		p.beginWith(post)
		p.draft.changed()
		p.host.Say(words.Text("posts.begun-at", "when", relativeText(at, p.today())), "", nil)
	})
}
