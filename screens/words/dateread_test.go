package words

import (
	"errors"
	"testing"
	"time"

	"synlig/data/clock"
	"synlig/data/fault"
)

// aFriday is the day the tests are lived on: Friday 14 November 2014.
var aFriday = time.Date(2014, 11, 14, 15, 30, 0, 0, time.FixedZone("CET", 3600))

func TestDatesAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"14-11-2014": "2014-11-14", "14.11.2014": "2014-11-14", "14/11/2014": "2014-11-14", "14/11 2014": "2014-11-14",
		"14-11-14": "2014-11-14", "1.2.15": "2015-02-01", "2014-11-14": "2014-11-14", "14112014": "2014-11-14", "141114": "2014-11-14",
		"14. november 2014": "2014-11-14", "14 nov 2014": "2014-11-14", "14. Nov. 2014": "2014-11-14", "d. 14. november": "2014-11-14",
		"Fredag den 14. november 2014": "2014-11-14", "1. februar": "2015-02-01", "1/2": "2015-02-01", "1. juli": "2014-07-01", "sept 3": "2014-09-03",
		"fre 14/11": "2014-11-14", "lør 14/11": "2015-11-14", "29. februar": "2016-02-29", "29-02-2012": "2012-02-29",
		"i dag": "2014-11-14", "I morgen": "2014-11-15", "imorgen": "2014-11-15", "i overmorgen": "2014-11-16", "i går": "2014-11-13", "i forgårs": "2014-11-12",
		"fredag": "2014-11-21", "på mandag": "2014-11-17", "tors": "2014-11-20", "om 3 dage": "2014-11-17", "om en uge": "2014-11-21", "om 2 uger": "2014-11-28",
		"  31. december  ": "2014-12-31", "1-1-00": "2000-01-01",
	} {
		day, err := ReadDate(text, aFriday)
		if err != nil || day.Format(time.DateOnly) != want || day.Location() != time.UTC || day.Hour() != 0 {
			t.Errorf("%q is read as %v, %v; want %s", text, day, err, want)
		}
	}
}

func TestWhatIsNoDateIsSaidWhy(t *testing.T) {
	for text, want := range map[string]fault.Code{
		"snart": DateUnreadable, "14": DateUnreadable, "14/": DateUnreadable, "1/2/3/4": DateUnreadable, "november": DateUnreadable,
		"november 2014 14 1": DateUnreadable, "14-11-214": DateUnreadable, "0-11-2014": DateUnreadable, "14-11-3014": DateUnreadable,
		"14 november og": DateUnreadable, "14*11*2014": DateUnreadable, "maj juni 4": DateUnreadable, "om mange dage": DateUnreadable, "99999999999999999999": DateUnreadable,
		"31-02-2014": DateNoSuchDay, "14-13-2014": DateNoSuchDay, "32. januar": DateNoSuchDay, "29-02-2013": DateNoSuchDay,
		"torsdag den 14. november 2014": DateOtherWeekday, "man 14/11": DateOtherWeekday,
	} {
		day, err := ReadDate(text, aFriday)
		var coded *fault.Error
		if !errors.As(err, &coded) || coded.Code != want || !day.IsZero() && want != DateOtherWeekday {
			t.Errorf("%q gives %v, %v; want %s", text, day, err, want)
		}
	}
}

func TestDatesInEnglish(t *testing.T) {
	Use(English)
	defer Use(Danish)
	for text, want := range map[string]string{
		"November 14, 2014": "2014-11-14", "the 14th": "", "14 November": "2014-11-14", "tomorrow": "2014-11-15", "in 2 weeks": "2014-11-28", "Fri 14/11": "2014-11-14",
	} {
		if day, err := ReadDate(text, aFriday); (err == nil) != (want != "") || err == nil && day.Format(time.DateOnly) != want {
			t.Errorf("%q is read as %v, %v; want %q", text, day, err, want)
		}
	}
	if got := FullDate(aFriday); got != "Friday 14 November 2014, week 46" {
		t.Error(got)
	}
}

func TestWhatTheFieldWritesIsReadTheSame(t *testing.T) {
	for day := time.Date(1999, 12, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2030; day = day.AddDate(0, 0, 17) {
		for _, text := range []string{ShortDate(day), LongDate(day), weekday(day.Weekday()) + " den " + LongDate(day)} {
			if got, err := ReadDate(text, aFriday); err != nil || !got.Equal(day) {
				t.Fatalf("%q is read as %v, %v", text, got, err)
			}
		}
	}
}

func FuzzReadDate(f *testing.F) {
	for _, text := range []string{"14-11-2014", "fre 14/11", "om 2 uger", "i morgen", "29. februar", "١٤/١١", "\u00ad14", "\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, err := ReadDate(text, aFriday)
		if err == nil && (day.Location() != time.UTC || !day.Equal(clock.Day(day))) {
			t.Errorf("%q gives %v", text, day)
		}
	})
}
