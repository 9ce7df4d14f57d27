package danish

import (
	"strings"
	"testing"
	"time"

	"synlig/data/fault"
)

// today is a Wednesday.
var today = time.Date(2014, 1, 15, 13, 30, 0, 0, time.UTC)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"22.8.2014": "2014-08-22", "22-08-14": "2014-08-22", "22/8 2014": "2014-08-22", "22/8-2014": "2014-08-22",
		"220814": "2014-08-22", "22082014": "2014-08-22", "2014-08-22": "2014-08-22", "2014.8.2": "2014-08-02",
		"22. august 2014": "2014-08-22", "22 aug 14": "2014-08-22", "22. AUG.": "2014-08-22", "fredag den 22. aug.": "2014-08-22",
		"fre d. 22/8": "2014-08-22", "22/8": "2014-08-22", "22 . 8 . 2014 ": "2014-08-22", "3 sept": "2014-09-03", "22. okt 2013": "2013-10-22",
		"20/12": "2013-12-20", "1.10": "2014-10-01", "15/1": "2014-01-15", "29/2": "2016-02-29",
		"1.1.34": "2034-01-01", "1.1.35": "1935-01-01", "29.2.2016": "2016-02-29",
		"i dag": "2014-01-15", "I morgen": "2014-01-16", "imorgen": "2014-01-16", "i overmorgen": "2014-01-17", "i går": "2014-01-14", "i forgårs": "2014-01-13",
		"fredag": "2014-01-17", "på fredag": "2014-01-17", "onsdag": "2014-01-22", "næste fredag": "2014-01-24", "næste søndag": "2014-01-26", "man": "",
		"om 3 dage": "2014-01-18", "om en uge": "2014-01-22", "om 2 uger": "2014-01-29", "om to måneder": "2014-03-15", "om et år": "2015-01-15",
		"uge 1": "2013-12-30", "uge 34": "2014-08-18", "uge 53 2015": "2015-12-28", "uge 53 2014": "",
		"31.4.2014": "!", "29.2.2015": "!", "0.1.2014": "!", "1.13.2014": "!", "32/1": "!", "30/2": "!",
		"": "", "hej": "", "22": "", "22.8.2014.1": "", "22.8.201": "", "222.8.2014": "", "1234567": "", "om mange dage": "", "uge": "", "uge 0": "",
	} {
		got, err := ParseDate(text, today)
		switch {
		case want == "" && !fault.Is(err, DateUnreadable), want == "!" && !fault.Is(err, DateMissing):
			t.Errorf("%q gives %v, %v", text, got, err)
		case len(want) > 1 && (err != nil || got.Format(time.DateOnly) != want || got.Hour() != 0):
			t.Errorf("%q is %v, %v; want %s", text, got, err, want)
		}
	}
	if got, _ := ParseDate("om en måned", time.Date(2014, 1, 31, 0, 0, 0, 0, time.UTC)); got.Format(time.DateOnly) != "2014-02-28" {
		t.Error(got)
	}
	if _, err := ParseDate(strings.Repeat("1a", 1<<19), today); !fault.Is(err, DateUnreadable) {
		t.Error(err)
	}
}

func TestDatesAreReadBack(t *testing.T) {
	for d := -400; d < 400; d++ {
		want := day(today).AddDate(0, 0, d)
		for _, text := range []string{Date(want), ShortDate(want), Weekday(want) + " den " + Date(want)} {
			if got, err := ParseDate(text, today); err != nil || !got.Equal(want) {
				t.Fatalf("%q is read as %v, %v", text, got, err)
			}
		}
	}
}

func TestRelative(t *testing.T) {
	for days, want := range map[int]string{0: "i dag", 1: "i morgen", 2: "i overmorgen", 3: "på lørdag", 6: "på tirsdag",
		7: "22. januar 2014", -1: "i går", -2: "i forgårs", -3: "i søndags", -6: "i torsdags", -7: "8. januar 2014"} {
		if got := Relative(today.AddDate(0, 0, days), today); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
	late, early := time.Date(2014, 1, 15, 23, 59, 0, 0, time.UTC), time.Date(2014, 1, 16, 0, 1, 0, 0, time.UTC)
	if got := Relative(early, late); got != "i morgen" {
		t.Error(got)
	}
	if got := Clock(early); got != "kl. 0.01" {
		t.Error(got)
	}
	if Month(13) != "" || Month(time.May) != "maj" || Week(today) != 3 {
		t.Error("month or week")
	}
}

func TestNumbers(t *testing.T) {
	for got, want := range map[string]string{
		Number(0): "0", Number(999): "999", Number(1000): "1.000", Number(-1234567): "−1.234.567",
		Decimal(1234.5, 1): "1.234,5", Decimal(-0.04, 1): "0,0", Decimal(20.706, 2): "20,71", Decimal(5, 0): "5",
		Percent(0.125, 1): "12,5\u00a0%", Percent(1, 0): "100\u00a0%",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
