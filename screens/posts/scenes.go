package posts

import (
	"slices"
	"strings"

	"synlig/data/chart"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// chartStyle is how the room's small charts are drawn on a screen.
func chartStyle(width float64) chart.Style {
	return chart.Style{Width: width, Size: 13, Measure: kit.MeasureText}
}

func countText(n float64) string { return numberText(int(n + 0.5)) }

// monthScene is the link clicks of the months, the last ones there is room for.
func monthScene(months []posts.Month, width float64) chart.Scene {
	const least = 34.0 // of one month
	if room := max(int(width/least), 1); len(months) > room {
		months = months[len(months)-room:]
	}
	c := chart.Columns{Height: 190, Number: countText, Alt: words.Text("posts.months-alt")}
	for _, m := range months {
		c.Columns = append(c.Columns, chart.Column{Label: shortMonth(m), Value: float64(m.Values[posts.LinkClicks]), Says: monthSays(m)})
	}
	return c.Scene(chartStyle(columnsWidth(len(c.Columns), width)))
}

// columnsWidth keeps a few columns from becoming as wide as the window.
func columnsWidth(n int, width float64) float64 { return min(width, float64(n)*72+60) }

// postScene is how a post's link clicks grew, by the days they were told of.
func postScene(figures []posts.Figures) func(width float64) chart.Scene {
	return func(width float64) chart.Scene {
		c := chart.Columns{Height: 120, Number: countText, Alt: words.Text("posts.figures-alt")}
		for _, f := range figures {
			clicks := f.Values[posts.LinkClicks]
			c.Columns = append(c.Columns, chart.Column{Label: number(f.Taken.Day()) + "/" + number(int(f.Taken.Month())), Value: float64(clicks),
				Says: words.Count("posts.figures-says", clicks, "count", numberText(clicks), "day", words.LongDate(f.Taken))})
		}
		return c.Scene(chartStyle(columnsWidth(len(figures), width)))
	}
}

// shortMonth is a month's short name: "mar".
func shortMonth(m posts.Month) string {
	name := []rune(listed("date.months", int(m.Start.Month())-1))
	return string(name[:min(len(name), 3)])
}

// monthSays is a month as a sentence.
func monthSays(m posts.Month) string {
	name := words.Text("date.month-year", "month", listed("date.months", int(m.Start.Month())-1), "year", number(m.Start.Year()))
	if m.Told == 0 {
		return words.Count("posts.month-untold", m.Posts, "month", name)
	}
	return words.Count("posts.month-says", m.Posts, "month", name, "clicks", numberText(m.Values[posts.LinkClicks]), "told", number(m.Told))
}

// figuresLine is what else Facebook told of a post: "57 reaktioner · 9
// kommentarer".
func figuresLine(f posts.Figures) string {
	var parts []string
	for _, metric := range posts.Metrics() {
		if value, told := f.Values[metric]; told && metric != posts.LinkClicks {
			parts = append(parts, words.Count("posts.metric-"+string(metric), value, "count", numberText(value)))
		}
	}
	return strings.Join(parts, " · ")
}

// byClicks are the posts that Facebook told of, most link clicks first.
func byClicks(briefs []posts.Brief) []posts.Brief {
	var told []posts.Brief
	for _, b := range briefs {
		if b.Clicks >= 0 {
			told = append(told, b)
		}
	}
	slices.SortStableFunc(told, func(a, b posts.Brief) int { return b.Clicks - a.Clicks })
	return told
}

// middleClicks is the clicks of the post in the middle, and whether there are
// enough posts for it to say anything.
func middleClicks(briefs []posts.Brief) (clicks int, ok bool) {
	told := byClicks(briefs)
	if len(told) < 4 {
		return 0, false
	}
	return told[len(told)/2].Clicks, true
}
