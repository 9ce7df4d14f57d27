package strategy

import (
	"strconv"
	"strings"
	"time"

	"synlig/screens/words"
)

// longDate writes a day as people do: "22. august 2014".
func longDate(t time.Time) string {
	months := strings.Fields(words.Text("strategy.months"))
	month := t.Month().String()
	if len(months) == 12 {
		month = months[t.Month()-1]
	}
	return words.Text("strategy.date", "day", number(t.Day()), "month", month, "year", number(t.Year()))
}

func number(n int) string { return strconv.Itoa(n) }
