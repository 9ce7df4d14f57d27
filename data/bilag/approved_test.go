package bilag

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/strategy"
)

func approved(t testing.TB, r strategy.Revision) []byte {
	t.Helper()
	file, err := Approved(context.Background(), r, r.Base, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestApprovedHoldsToTheStandards(t *testing.T) {
	bare := strategy.Revision{Base: document.Version{Status: document.Approved}}
	for name, r := range map[string]strategy.Revision{"sample": sample(), "bare": bare, "long": generated(40, 0.02, 3)} {
		t.Run(name, func(t *testing.T) {
			file := approved(t, r)
			green(t, file)
			if !bytes.Equal(file, approved(t, r)) {
				t.Error("the same version gave other bytes")
			}
		})
	}
}

// TestApprovedSaysOnlyTheApprovedText looks for what is in force, and for what
// belongs to the draft and its meeting.
func TestApprovedSaysOnlyTheApprovedText(t *testing.T) {
	r := sample()
	report := green(t, approved(t, r))
	all := strings.Join(report.Strings, "\n")
	for _, want := range []string{
		"Godkendt af Havneudvalget på mødet den 22. august 2014. Teksten træder i kraft og bliver offentliggjort straks.",
		"medmindre havnefogeden har givet lov til det forinden.",
	} {
		if !strings.Contains(report.Text, want) {
			t.Errorf("%q is not in the paper", want)
		}
	}
	if want := "v5 (" + r.Base.ShortHash() + "), godkendt 22. august 2014"; !strings.Contains(all, want) {
		t.Errorf("%q is not in the footer", want)
	}
	for _, never := range []string{"BILAG", "Bilag", "Udkast", "12. december", r.Case, r.Draft.ShortHash(), "Husbåde"} {
		if strings.Contains(all, never) || strings.Contains(report.Text, never) {
			t.Errorf("%q is in the approved text", never)
		}
	}
}

func TestApprovedIsNeverSaidOfOthers(t *testing.T) {
	r := sample()
	for _, status := range []document.Status{document.Draft, document.Submitted, document.Replaced, ""} {
		r.Base.Status = status
		if _, err := Approved(context.Background(), r, r.Base, Options{}); fault.CodeOf(err) != NotApproved {
			t.Errorf("%q: %v", status, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Approved(ctx, sample(), sample().Base, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestWhoApproved(t *testing.T) {
	day := time.Date(2014, 8, 22, 0, 0, 0, 0, time.UTC)
	for want, m := range map[string]document.Meeting{
		"Godkendt af Udvalget på mødet den 22. august 2014.": {Body: "Udvalget", Date: day},
		"Godkendt af Udvalget.":                              {Body: "Udvalget"},
		"Godkendt på mødet den 22. august 2014.":             {Date: day},
		"Godkendt.": {},
	} {
		if got := approvedBy(m); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestApprovedFileName(t *testing.T) {
	v := sample().Base
	if got := ApprovedFileName("Plan: havnen", v); got != "Plan- havnen (godkendt 22. august 2014).pdf" {
		t.Error(got)
	}
	if got := ApprovedFileName("Plan", document.Version{}); got != "Plan (godkendt).pdf" {
		t.Error(got)
	}
}
