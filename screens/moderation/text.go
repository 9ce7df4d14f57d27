package moderation

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

func number(n int) string { return strconv.Itoa(n) }

// stateText is how far a case has come, in words.
func stateText(s moderation.State) string { return words.Text("moderation.state_" + string(s)) }

// outcomeText is what is done with a comment, in words.
func outcomeText(o moderation.Outcome) string { return words.Text("moderation.outcome_" + string(o)) }

// dayText is a day: "i dag", "3. marts", with the year where it is another.
func (p *Page) dayText(t time.Time) string {
	now := p.now()
	y, m, d := t.Date()
	if ny, nm, nd := now.Date(); y == ny && m == nm && d == nd {
		return words.Text("moderation.today")
	} else if y == ny {
		return words.Text("moderation.day", "day", number(d), "month", month(m))
	}
	return words.Text("moderation.day_year", "day", number(d), "month", month(m), "year", number(y))
}

// momentText is a day and a time of day where the office is.
func (p *Page) momentText(t time.Time) string {
	t = t.In(p.now().Location())
	return words.Text("moderation.moment", "day", p.dayText(t), "clock", t.Format("15.04"))
}

func month(m time.Month) string {
	if list := strings.Fields(words.Text("date.months")); len(list) == 12 {
		return list[m-1]
	}
	return number(int(m))
}

// editionText says which edition something comes from, and since when it is in
// force.
func (p *Page) editionText(e moderation.Edition) string {
	if e.Proposal() {
		return words.Text("moderation.proposal")
	}
	return words.Text("moderation.edition", "number", number(e.Number), "day", p.dayText(e.Adopted))
}

// caption is a small quiet line over a field, in line with the words within it.
func caption(text string) fyne.CanvasObject { return indented(kit.NewCaption(text)) }

// paper is a text on a ground of its own, with little room round it: narrow
// places have none to spare.
func paper(text fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 6), kit.Padded(kit.Within, 0, text))
}

func indented(o fyne.CanvasObject) fyne.CanvasObject { return kit.Padded(0, kit.Between, o) }
