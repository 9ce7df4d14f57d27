package moderation

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// showFigures shows the period in numbers: six large ones with what they mean,
// what was done by which rule, and whether it was the same for all.
func (r *report) showFigures() {
	s := r.shown
	r.figures.Objects = []fyne.CanvasObject{kit.NewSection(periodText(s.Period))}
	add := func(o fyne.CanvasObject) { r.figures.Objects = append(r.figures.Objects, o) }
	large := container.NewGridWithColumns(3)
	for _, f := range []struct{ value, key string }{
		{number(s.Received), "figure_received"}, {number(s.Handled), "figure_handled"}, {number(s.Waiting), "figure_waiting"},
		{spanText(s.Median, s.Firsts), "figure_median"}, {number(s.Objections.Received), "figure_objections"}, {number(s.Minutes), "figure_minutes"},
	} {
		large.Add(figure(f.value, words.Text("moderation."+f.key)))
	}
	add(large)
	add(section(words.Text("moderation.what_done"), r.outcomes()))
	if s.Firsts > 0 {
		add(kit.NewText(words.Text("moderation.speed", "within", number(s.Within), "all", number(s.Firsts), "longest", spanText(s.Longest, 1))))
	}
	add(section(words.Text("moderation.equality"), r.equality()))
	if o := s.Objections; o.Received > 0 {
		add(kit.NewText(words.Text("moderation.objections_were", "upheld", number(o.Upheld), "overruled", number(o.Overruled), "open", number(o.Open))))
	}
	r.figures.Refresh()
}

// figure is a number large enough to be read across a desk, over what it means.
func figure(value, meaning string) fyne.CanvasObject {
	return paper(kit.Padded(kit.Between, kit.Between, kit.Column(-kit.Between, kit.NewTitle(value), kit.NewQuiet(meaning))))
}

func section(title string, body fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(kit.Within, kit.NewSection(title), kit.NewCard(body))
}

// outcomes is the table of what was done and which rule it cited.
func (r *report) outcomes() fyne.CanvasObject {
	s := r.shown
	if len(s.Cells) == 0 {
		return kit.NewQuiet(words.Text("moderation.nothing_done"))
	}
	var rows [][]string
	for _, c := range s.Cells {
		rule := "–"
		if c.Rule != 0 {
			rule = words.Text("moderation.rule_number", "number", number(c.Rule))
		}
		rows = append(rows, []string{outcomeText(c.Outcome), rule, number(c.Count)})
	}
	body := kit.Column(kit.Between, newTable([]float32{-110, 80}, []string{words.Text("moderation.head_outcome"), words.Text("moderation.head_rule"), words.Text("moderation.head_count")}, rows...))
	if s.Otherwise > 0 {
		body.Add(kit.NewQuiet(words.Count("moderation.otherwise", s.Otherwise)))
	}
	return body
}

// equality sets what was done with criticism beside what was done with the rest.
func (r *report) equality() fyne.CanvasObject {
	s := r.shown
	body := kit.Column(kit.Between, kit.NewQuiet(words.Text("moderation.equality_is")))
	if len(s.Equality) > 0 {
		var rows [][]string
		for _, e := range s.Equality {
			name := r.page.sets.checklist.Question(e.Question).Short
			if e.Question == 0 {
				name = words.Text("moderation.no_hit")
			}
			rows = append(rows, []string{name, number(e.Critical.All), number(e.Critical.Removed), number(e.Others.All), number(e.Others.Removed)})
		}
		heads := []string{words.Text("moderation.head_about"), words.Text("moderation.head_critical"), words.Text("moderation.head_removed"), words.Text("moderation.head_others"), words.Text("moderation.head_removed")}
		body.Add(newTable([]float32{90, 90, 90, 90}, heads, rows...))
	}
	if s.Failed > 0 {
		body.Add(kit.NewText(words.Count("moderation.equality_failed", s.Failed)))
	}
	return body
}

// periodText is "december 2014" for a whole month, else the two days.
func periodText(p moderation.Period) string {
	if p == moderation.Month(p.From) {
		name := month(p.From.Month())
		return strings.ToUpper(name[:1]) + name[1:] + " " + number(p.From.Year())
	}
	return words.Text("moderation.period", "from", words.LongDate(p.From), "to", words.LongDate(p.To))
}

// spanText is how long something took, in the largest unit that says enough; "–"
// when there is nothing to take it of.
func spanText(d time.Duration, of int) string {
	switch {
	case of == 0:
		return "–"
	case d < time.Hour:
		return words.Count("moderation.minutes", int(d.Round(time.Minute).Minutes()))
	case d < 48*time.Hour:
		return words.Count("moderation.hours", int(d.Round(time.Hour).Hours()))
	}
	return words.Count("moderation.days", int(d.Round(24*time.Hour).Hours()/24))
}
