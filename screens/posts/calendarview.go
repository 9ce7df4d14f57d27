package posts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// calendarView is the calendar with its line of buttons: which month or week,
// back and forth, today.
type calendarView struct {
	content  *fyne.Container
	calendar *calendar
	title    *widget.Label
	spans    *kit.Choice
	foot     *fyne.Container // under it: what the marks and the keys mean
}

func newCalendarView(today time.Time) *calendarView {
	v := &calendarView{calendar: newCalendar(today, calendarWords{
		days: weekdayNames(), week: words.Text("date.week-short"),
		more: func(n int) string { return words.Count("posts.more", n) },
		hour: clockText,
	})}
	v.title = kit.NewSection("")
	v.title.Wrapping, v.title.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	v.spans = kit.NewChoice([]string{words.Text("posts.month"), words.Text("posts.week")}, 0, func(i int) {
		v.calendar.setWeek(i == 1)
		v.dress()
	})
	v.calendar.onDay = func(time.Time) { v.dress() }
	back := kit.NewQuietButton("", theme.NavigateBackIcon(), func() { v.calendar.page(-1) })
	on := kit.NewQuietButton("", theme.NavigateNextIcon(), func() { v.calendar.page(1) })
	now := kit.NewButton(words.Text("date.go-today"), nil, func() { v.calendar.goTo(v.calendar.today) })
	keys := kit.NewQuiet(words.Text("posts.calendar-keys"))
	keys.SizeName = theme.SizeNameCaptionText
	v.foot = kit.Flow(kit.Around, legend(eventPlanned), legend(eventWished), legend(eventPublished))
	line := container.NewBorder(nil, nil, kit.Row(kit.Within, back, on, now), kit.Wide(190, v.spans), v.title)
	all := container.NewBorder(kit.Padded(kit.Between, kit.Around, line),
		kit.Column(0, kit.Padded(kit.Within, kit.Around, v.foot), kit.Padded(0, kit.Between, keys)), nil, nil,
		kit.Padded(0, kit.Around, v.calendar))
	v.content = container.NewStack(container.NewVScroll(all)) // in large text it is higher than the window
	v.dress()
	return v
}

// dress says which month or week is shown.
func (v *calendarView) dress() {
	day := v.calendar.day
	month := words.Text("date.month-year", "month", listed("date.months", int(day.Month())-1), "year", number(day.Year()))
	if v.calendar.week {
		_, week := day.ISOWeek()
		month = words.Text("posts.week-of", "week", number(week), "month", month)
	}
	v.title.SetText(capital(month))
	if chosen := btoi(v.calendar.week); v.spans.Chosen() != chosen {
		v.spans.SetChosen(chosen)
	}
	v.content.Refresh()
}

// legend is what a mark in the calendar means.
func legend(kind eventKind) fyne.CanvasObject {
	mark := kit.NewPanel(kit.ColorAccent, "", 2)
	key := "posts.legend-planned"
	switch kind {
	case eventWished:
		mark, key = kit.NewPanel(kit.ColorSurface, kit.ColorOutline, 2), "posts.legend-wished"
	case eventPublished:
		mark, key = kit.NewPanel(kit.ColorGood, "", 2), "posts.legend-published"
	}
	text := kit.NewCaption(words.Text(key))
	row := kit.Row(kit.Within, container.NewCenter(kit.Slim(4, 16, mark)))
	if kind == eventPublished {
		check := widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), kit.ColorGood))
		row.Add(container.NewCenter(kit.Slim(14, 14, check)))
	}
	row.Add(container.New(whole{text}, text))
	return row
}

// whole gives a line of words the width it needs.
type whole struct{ line *kit.Caption }

func (w whole) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	centredLine{}.Layout(objects, size)
}
func (w whole) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(w.line.Natural(), kit.Scaled(32))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
