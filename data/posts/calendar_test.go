package posts

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"synlig/data/clock"
)

func at(text string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", text, clock.Copenhagen)
	if err != nil {
		panic(err)
	}
	return t
}

func TestMonthWeeks(t *testing.T) {
	briefs := []Brief{
		{ID: 1, Planned: at("2015-03-02 10:00")},
		{ID: 2, Planned: at("2015-03-02 08:00")},
		{ID: 3, Planned: at("2015-03-04 09:00"), Published: at("2015-03-05 09:00")},
		{ID: 4, Planned: time.Date(2015, 3, 31, 22, 30, 0, 0, time.UTC)}, // half past midnight in April
		{ID: 5},
	}
	weeks := MonthWeeks(at("2015-03-17 12:00"), briefs, at("2015-03-05 23:59"))
	if len(weeks) != 6 || weeks[0].Number != 9 || weeks[5].Number != 14 {
		t.Fatalf("%d weeks, from %d", len(weeks), weeks[0].Number)
	}
	for day, want := range map[[2]int][]int64{{1, 0}: {2, 1}, {1, 2}: nil, {1, 3}: {3}, {5, 1}: nil, {5, 2}: {4}} {
		got := weeks[day[0]].Days[day[1]]
		if len(got.Posts) != len(want) {
			t.Errorf("on %s: %v, want %v", got.Date, got.Posts, want)
			continue
		}
		for i, id := range want {
			if got.Posts[i].ID != id {
				t.Errorf("on %s: post %d at %d, want %d", got.Date, got.Posts[i].ID, i, id)
			}
		}
	}
	if !weeks[1].Days[3].Today || weeks[1].Days[2].Today || weeks[0].Days[0].Within || !weeks[0].Days[6].Within {
		t.Error("today or the month's edges are wrong")
	}
	for month, want := range map[string]int{"2015-02-01 00:00": 5, "2010-02-10 00:00": 4, "2014-06-10 00:00": 6} {
		if got := len(MonthWeeks(at(month), nil, noon)); got != want {
			t.Errorf("%s has %d weeks, want %d", month, got, want)
		}
	}
}

func TestOnKeepsTheTimeOfDay(t *testing.T) {
	for _, c := range []struct{ day, from, want string }{
		{"2015-03-29 00:00", "2015-03-28 09:30", "2015-03-29 09:30"}, // summer time begins
		{"2015-10-25 00:00", "2015-10-24 23:00", "2015-10-25 23:00"},
		{"2015-03-29 00:00", "2015-03-28 02:30", "2015-03-29 03:30"}, // there is no half past two that night
	} {
		if got := On(at(c.day), at(c.from)); !got.Equal(at(c.want)) {
			t.Errorf("On(%s, %s) = %s", c.day, c.from, got)
		}
	}
}

func TestEveryDayOfAMonthIsShownOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		when := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "at"), 0)
		weeks := MonthWeeks(when, []Brief{{ID: 1, Planned: when}}, when)
		if !weeks[0].Days[6].Within || !weeks[len(weeks)-1].Days[0].Within {
			t.Fatalf("a week of another month is shown with %s", when)
		}
		seen := weeks[0].Days[0].Date
		within, posts, today := 0, 0, 0
		for _, week := range weeks {
			for i, day := range week.Days {
				if !day.Date.Equal(seen) || int(day.Weekday) != (i+1)%7 {
					t.Fatalf("%s stands where %s should", day.Date, seen)
				}
				seen = plus(seen, 1)
				posts += len(day.Posts)
				if day.Within {
					within++
				}
				if day.Today {
					today++
				}
			}
		}
		local := when.In(clock.Copenhagen)
		if within != date(local.Year(), local.Month()+1, 0).Day() || posts != 1 || today != 1 {
			t.Fatalf("%d days, %d posts, %d todays in the month of %s", within, posts, today, local)
		}
	})
}
