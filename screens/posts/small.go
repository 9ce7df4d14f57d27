package posts

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"synlig/data/danish"
	"synlig/screens/words"
)

func number(n int) string { return strconv.Itoa(n) }

// setVisible shows or hides. Show draws anew, in the colours of a theme that
// came while it was hidden, so it is called only where something changes.
func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// clockText is a time of day: "9.05", "9:05" in English.
func clockText(t time.Time) string {
	if words.Language() == words.English {
		return number(t.Hour()) + t.Format(":04")
	}
	return number(t.Hour()) + t.Format(".04")
}

// weekdayNames are the short names in the language in use, Monday first.
func weekdayNames() []string { return strings.Fields(words.Text("date.days-short")) }

func listed(key string, i int) string {
	if list := strings.Fields(words.Text(key)); i >= 0 && i < len(list) {
		return list[i]
	}
	return ""
}

// dayText is a day as it stands in a list: "ma 23. marts", with the year where
// it is another than today's.
func dayText(t, today time.Time) string {
	weekday := (int(t.Weekday()) + 6) % 7
	key := "posts.day"
	if t.Year() != today.Year() {
		key = "posts.day-year"
	}
	return words.Text(key, "weekday", listed("date.days-short", weekday), "day", number(t.Day()),
		"month", listed("date.months", int(t.Month())-1), "year", number(t.Year()))
}

// momentText is a day and a time: "ma 23. marts kl. 10.00".
func momentText(t, today time.Time) string {
	return words.Text("posts.moment", "day", dayText(t, today), "clock", clockText(t))
}

// relativeText is when something is, as somebody says it today: "i morgen kl.
// 10.00".
func relativeText(t, today time.Time) string {
	if words.Language() == words.English {
		return momentText(t, today)
	}
	return danish.Relative(t, today) + " " + danish.Clock(t)
}

// capital is a text with its first letter large.
func capital(text string) string {
	for i, r := range text {
		return string(unicode.ToUpper(r)) + text[i+len(string(r)):]
	}
	return text
}

// joined puts the parts of a line beside each other.
func joined(parts []string) string { return strings.Join(parts, " · ") }

// numberText is a number as people in the language in use write it.
func numberText(n int) string {
	if words.Language() == words.English {
		return strings.ReplaceAll(danish.Number(n), ".", ",")
	}
	return danish.Number(n)
}
