package bilag

import (
	"context"
	"slices"
	"strconv"
	"time"

	"synlig/data/bilag/pdf"
	"synlig/data/bilag/sheet"
	"synlig/data/bilag/tags"
	"synlig/data/clock"
	"synlig/data/danish"
	"synlig/data/posts"
)

// PostPlan is what the plan of posts is made of. Posts may come in any order;
// those outside From…To are left out, those without a time only when there is
// no period.
type PostPlan struct {
	Office   string
	Example  bool
	Posts    []posts.Post
	Figures  map[int64]posts.Figures // the latest of each post
	From, To time.Time               // from, and before; zero for no limit
}

// PostPlanFileName is the plan's name without the ending of its kind.
func PostPlanFileName(p PostPlan) string {
	if period := p.period(); period != "" {
		return fileTitle(word("planTitle") + " " + period)
	}
	return word("planTitle")
}

// PostsPlan prints the plan: an overview, and then month by month each post
// with its time, state, words and link, and who wrote and who approved it.
// Reviewers' notes are not on it. It returns ctx.Err() when ctx is cancelled.
func PostsPlan(ctx context.Context, p PostPlan, options Options) ([]byte, error) {
	p.Posts = p.chosen()
	s, err := houseSheet(pdf.Meta{Title: p.title(), Author: p.Office, Subject: word("planSubject"), Changed: p.changed()}, p.running())
	if err != nil {
		return nil, failed(err)
	}
	if p.Example {
		s.Paragraph(sheet.Badge, sheet.Text(word("example")))
	}
	s.Heading(1, sheet.Title, sheet.Piece{}, "", sheet.Text(p.title()))
	s.Paragraph(sheet.Subtitle, sheet.Text(p.summary()))
	p.overview(s)
	for month, all := range p.months() {
		s.Heading(2, sheet.Part, sheet.Piece{}, "", sheet.Text(month))
		for _, post := range all {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			p.post(s, post)
		}
	}
	return render(ctx, s, options)
}

// chosen are the posts of the period, by time; those without one come last.
func (p PostPlan) chosen() []posts.Post {
	var all []posts.Post
	for _, post := range p.Posts {
		when := whenOf(post)
		inside := (p.From.IsZero() || !when.Before(p.From)) && (p.To.IsZero() || when.Before(p.To))
		if post.Trashed.IsZero() && (when.IsZero() && p.From.IsZero() && p.To.IsZero() || !when.IsZero() && inside) {
			all = append(all, post)
		}
	}
	slices.SortStableFunc(all, func(a, b posts.Post) int {
		at, bt := whenOf(a), whenOf(b)
		if at.IsZero() != bt.IsZero() {
			if at.IsZero() {
				return 1
			}
			return -1
		}
		if by := at.Compare(bt); by != 0 {
			return by
		}
		return int(a.ID - b.ID)
	})
	return all
}

// whenOf is when a post went out or is to go out, in Copenhagen.
func whenOf(p posts.Post) time.Time {
	if when := p.When(); !when.IsZero() {
		return when.In(clock.Copenhagen)
	}
	return time.Time{}
}

func (p PostPlan) title() string {
	if period := p.period(); period != "" {
		return word("planTitle") + ", " + period
	}
	return word("planTitle")
}

// period is "marts 2015" or "1. marts 2015 – 31. maj 2015"; "" without both ends.
func (p PostPlan) period() string {
	if p.From.IsZero() || p.To.IsZero() {
		return ""
	}
	from, last := p.From.In(clock.Copenhagen), p.To.In(clock.Copenhagen).Add(-time.Second)
	if from.Day() == 1 && from.Month() == last.Month() && from.Year() == last.Year() && last.AddDate(0, 0, 1).Day() == 1 {
		return monthName(from)
	}
	return danish.Date(from) + " – " + danish.Date(last)
}

func monthName(t time.Time) string {
	return danish.Month(t.Month()) + " " + strconv.Itoa(t.Year())
}

// changed is when anything on the paper was last changed.
func (p PostPlan) changed() time.Time {
	var last time.Time
	for _, post := range p.Posts {
		if post.Changed.After(last) {
			last = post.Changed
		}
	}
	return firstKnown(last)
}

func (p PostPlan) running() sheet.Running {
	h := sheet.Running{HeadLeft: known(p.Office), FootLeft: p.title(), FootRight: pageLine}
	if p.Example {
		h.HeadRight = []string{word("exampleTag")}
	}
	return h
}

// summary counts the posts by state: "16 opslag: 2 idéer, 2 udkast …".
func (p PostPlan) summary() string {
	counts := map[posts.State]int{}
	for _, post := range p.Posts {
		counts[post.State]++
	}
	var parts []string
	for _, state := range posts.States() {
		if n := counts[state]; n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+stateWord(state, n))
		}
	}
	all := count("planPosts", len(p.Posts))
	if len(parts) == 0 {
		return all + "."
	}
	return all + ": " + join(parts) + "."
}

// stateWord is a state as it is said of n posts.
func stateWord(state posts.State, n int) string {
	if n == 1 {
		return string(state)
	}
	return word("planMany." + string(state))
}

// overview is every post in one line, with a link to its words.
func (p PostPlan) overview(s *sheet.Sheet) {
	if len(p.Posts) == 0 {
		return
	}
	s.Heading(2, sheet.Part, sheet.Piece{}, "", sheet.Text(word("planOverview")))
	rows := make([]sheet.Row, len(p.Posts))
	for i, post := range p.Posts {
		title := post.Title()
		if title == "" {
			title = word("planEmpty")
		}
		to := &sheet.Link{Anchor: anchorOf(post), Says: text("planTo", "title", title)}
		rows[i] = sheet.Row{Cells: [][][]sheet.Piece{
			{{sheet.Text(shortTime(post))}},
			{{{Tag: tags.Link, Kids: []sheet.Piece{{Text: title, Link: to}}}}},
			{{sheet.Text(capital(string(post.State)))}},
			{{sheet.Text(nameOr(post.Approval.By.Name))}},
		}}
	}
	s.Table(sheet.Small, []sheet.Column{
		{Title: word("planTime"), Share: 0.19},
		{Title: word("planPost"), Share: 0.45},
		{Title: word("planState"), Share: 0.17},
		{Title: word("planApprover"), Share: 0.19},
	}, rows)
}

func anchorOf(p posts.Post) string { return "post " + strconv.FormatInt(p.ID, 10) + p.Created.String() }

// shortTime is "10.03.2015 kl. 8.30".
func shortTime(p posts.Post) string {
	when := whenOf(p)
	if when.IsZero() {
		return "–"
	}
	return danish.ShortDate(when) + " " + danish.Clock(when)
}

func nameOr(name string) string {
	if name == "" {
		return "–"
	}
	return name
}

// months gives the posts month by month, and last those without a time.
func (p PostPlan) months() func(yield func(string, []posts.Post) bool) {
	return func(yield func(string, []posts.Post) bool) {
		for i := 0; i < len(p.Posts); {
			name := monthOf(p.Posts[i])
			end := i
			for end < len(p.Posts) && monthOf(p.Posts[end]) == name {
				end++
			}
			if !yield(name, p.Posts[i:end]) {
				return
			}
			i = end
		}
	}
}

func monthOf(p posts.Post) string {
	when := whenOf(p)
	if when.IsZero() {
		return word("planNoTime")
	}
	return capital(monthName(when))
}
