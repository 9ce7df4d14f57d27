package posts

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// planPart is when the post is to be published: a day and a time. Before it is
// approved that is a wish.
type planPart struct {
	page    *Page
	content *fyne.Container
	day     *kit.DateField
	clock   *kit.Entry
	told    *widget.Label
	remove  *kit.Button
	filling bool
}

func newPlanPart(p *Page) *planPart {
	l := &planPart{page: p, day: kit.NewDateField(p.now), clock: kit.NewEntry(words.Text("posts.clock-hint"))}
	l.day.OnChanged = l.changed
	l.day.OnFocus, l.clock.OnFocus = p.inSight(l.day), p.inSight(l.day)
	l.clock.OnChanged = func(string) { l.changed() }
	l.clock.OnSubmitted = func(string) { p.planFromField() }
	l.told = kit.NewQuiet("")
	l.told.SizeName = theme.SizeNameCaptionText
	l.remove = kit.NewQuietButton(words.Text("posts.plan-remove"), theme.CancelIcon(), func() { p.unplan() })
	row := kit.Row(kit.Within, kit.Wide(230, l.day), container.NewVBox(kit.Row(kit.Within, kit.Wide(80, l.clock), l.remove)))
	l.content = kit.Column(kit.Within, heading("posts.plan"), row, l.told)
	return l
}

// fill shows the time of the post.
func (l *planPart) fill() {
	l.filling = true
	defer func() { l.filling = false }()
	wish := l.page.draft.wish
	if wish.IsZero() {
		l.day.SetDate(time.Time{})
		l.clock.SetText("")
		return
	}
	at := l.page.local(wish)
	l.day.SetDate(at)
	l.clock.SetText(clockText(at))
}

// dress says what the time means, and shows it only where there is one to set.
func (l *planPart) dress() {
	d := &l.page.draft
	setVisible(l.content, d.open && d.post.Published.IsZero() && d.post.State != posts.Archived && d.post.Trashed.IsZero())
	setVisible(l.remove, !d.wish.IsZero())
	l.tell()
}

// tell says what the time means for the post as it stands.
func (l *planPart) tell() {
	d := &l.page.draft
	text := ""
	when, err := l.time()
	switch {
	case err != "":
		text = words.Text(err)
	case when.IsZero():
	case d.post.State == posts.Planned && when.Equal(d.post.Planned):
		text = words.Text("posts.plan-set", "when", relativeText(l.page.local(when), l.page.today()))
	case when.Before(l.page.now()):
		text = words.Text("posts.plan-past")
	case d.post.State == posts.Approved || d.post.State == posts.Planned:
		text = words.Text("posts.plan-press")
	default:
		text = words.Text("posts.plan-wish")
	}
	if l.told.Text != text {
		l.told.SetText(text)
	}
	setVisible(l.told, text != "")
}

// time is the moment that is written, zero for none, and the key of what is
// wrong with it. A day without a time is ten o'clock.
func (l *planPart) time() (time.Time, string) {
	day, err := l.day.Date()
	switch {
	case err != nil:
		return time.Time{}, "posts.plan-no-day"
	case day.IsZero():
		return time.Time{}, ""
	}
	hour, minute, ok := readClock(l.clock.Text)
	if !ok {
		return time.Time{}, "posts.plan-no-clock"
	}
	y, m, d := day.Date()
	return time.Date(y, m, d, hour, minute, 0, 0, l.page.zone), ""
}

// changed takes what is written as the wish, or waits for "Planlæg" where the
// post is approved.
func (l *planPart) changed() {
	if l.filling || !l.page.draft.writable() {
		return
	}
	d := &l.page.draft
	when, err := l.time()
	l.tell()
	if err != "" {
		return
	}
	if d.post.State == posts.Planned {
		l.page.host.Refresh() // "Planlæg" again
		return
	}
	if !when.Equal(d.wish) {
		d.wish = when
		setVisible(l.remove, !when.IsZero())
		d.changed()
		l.page.side.show()
		l.page.host.Refresh()
	}
}

// readClock reads a time of day as people write one: "10", "10.30", "kl. 9:05",
// "1400". Nothing is ten o'clock.
func readClock(text string) (hour, minute int, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(text, "kl."), "kl"))
	if text == "" {
		return 10, 0, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ':' || r == ' ' || r == ',' })
	if len(parts) == 1 && len(parts[0]) > 2 {
		cut := len(parts[0]) - 2
		parts = []string{parts[0][:cut], parts[0][cut:]}
	}
	if len(parts) > 2 || len(parts) == 0 {
		return 0, 0, false
	}
	hour, err := strconv.Atoi(parts[0])
	if err == nil && len(parts) == 2 {
		minute, err = strconv.Atoi(parts[1])
	}
	return hour, minute, err == nil && hour >= 0 && hour < 24 && minute >= 0 && minute < 60
}
