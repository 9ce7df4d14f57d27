package posts

import "time"

// Metric is one figure that Facebook tells of a post.
type Metric string

// The metrics. LinkClicks is the office's own goal: one click from one platform
// to the other. Nothing is built on reach, which Meta took away in June 2026.
const (
	LinkClicks  Metric = "link-clicks"
	Clicks      Metric = "clicks" // all of them, on pictures and "Se mere" too
	Reactions   Metric = "reactions"
	Comments    Metric = "comments"
	Shares      Metric = "shares"
	Impressions Metric = "impressions" // or views
)

// Metrics are all metrics in the order they are shown.
func Metrics() []Metric {
	return []Metric{LinkClicks, Clicks, Reactions, Comments, Shares, Impressions}
}

// Figures are what Facebook told of one post on one day, counted since it was
// published. A metric that was not told is not in Values.
type Figures struct {
	Post   int64
	Taken  time.Time // the day
	Values map[Metric]int
}

// Month is the posts of one month together.
type Month struct {
	Start  time.Time // the first of the month, in the zone asked for
	Posts  int       // published in it
	Told   int       // of which Facebook has told figures
	Values map[Metric]int
}

// Months are the months from the first published post to the last, none left
// out, each with the last figures told of its posts: what a small chart shows.
func Months(briefs []Brief, latest map[int64]Figures, zone *time.Location) []Month {
	var months []Month
	at := map[time.Time]int{}
	first, last := time.Time{}, time.Time{}
	for _, b := range briefs {
		if b.Published.IsZero() {
			continue
		}
		start := monthOf(b.Published, zone)
		if first.IsZero() || start.Before(first) {
			first = start
		}
		if start.After(last) {
			last = start
		}
	}
	for start := first; !first.IsZero() && !start.After(last); start = start.AddDate(0, 1, 0) {
		at[start] = len(months)
		months = append(months, Month{Start: start, Values: map[Metric]int{}})
	}
	for _, b := range briefs {
		if b.Published.IsZero() {
			continue
		}
		m := &months[at[monthOf(b.Published, zone)]]
		m.Posts++
		if told, ok := latest[b.ID]; ok {
			m.Told++
			for metric, value := range told.Values {
				m.Values[metric] += value
			}
		}
	}
	return months
}

func monthOf(at time.Time, zone *time.Location) time.Time {
	at = at.In(zone)
	return time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, zone)
}
