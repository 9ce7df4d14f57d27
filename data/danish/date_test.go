package danish

import (
	"testing"
	"time"
)

// today is a Wednesday.
var today = time.Date(2014, 1, 15, 13, 30, 0, 0, time.UTC)

func TestADayStandsAsDanishTextsHaveIt(t *testing.T) {
	first := time.Date(2014, 8, 2, 9, 5, 0, 0, time.UTC)
	for got, want := range map[string]string{
		Date(first): "2. august 2014", ShortDate(first): "02.08.2014", Weekday(first): "lørdag", Clock(first): "kl. 9.05",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
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
	if Month(13) != "" || Month(time.May) != "maj" {
		t.Error("month")
	}
}

func TestNumbers(t *testing.T) {
	for got, want := range map[string]string{
		Number(0): "0", Number(999): "999", Number(1000): "1.000", Number(-1234567): "−1.234.567",
		Decimal(1234.5, 1): "1.234,5", Decimal(-0.04, 1): "0,0", Decimal(20.706, 2): "20,71", Decimal(5, 0): "5",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
