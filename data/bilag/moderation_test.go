package bilag

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"synlig/assets"
	"synlig/data/document"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/strategy"
)

var (
	modDay  = time.Date(2027, 3, 3, 10, 24, 0, 0, time.UTC)
	modAnna = people.Person{ID: 1, Name: "Anna Holm"}
	modBo   = people.Person{ID: 2, Name: "Bo Ek"}
)

func modList(t *testing.T) moderation.Checklist {
	t.Helper()
	c, err := moderation.ReadChecklist(assets.Read("rules/tjekliste.json"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func modReport() moderation.Report {
	r := moderation.Summarize(moderation.Month(modDay), []moderation.Fact{
		{Case: 1, Received: modDay, Acted: true, First: true, At: modDay.Add(20 * time.Minute), Outcome: moderation.LetStand, Rule: 1, Question: 8, Followed: true, Criticism: true},
		{Case: 2, Received: modDay, Acted: true, First: true, At: modDay.Add(50 * time.Hour), Outcome: moderation.Delete, Rule: 3, Question: 2, Followed: true, Equality: moderation.EqualityExempt},
		{Case: 3, Received: modDay, Acted: true, First: true, At: modDay.Add(time.Hour), Outcome: moderation.Delete, Rule: 2, Question: 7, Equality: moderation.EqualityFailed},
		{Case: 4, Received: modDay},
	})
	r.Objections = moderation.ObjectionCount{Received: 2, Upheld: 1, Open: 1}
	r.Blocks = []moderation.Block{{Case: 9, Alias: "Bruger 9", Profile: "Et Rigtigt Navn", From: modDay, Until: modDay.AddDate(0, 1, 0), By: "Anna Holm", Second: "Bo Ek"}}
	r.Minutes, r.LastHash, r.LastSeq, r.LastAt, r.Example = 135, strings.Repeat("0a1b2c3d", 8), 12345, modDay, true
	return r
}

func TestModerationReport(t *testing.T) {
	for name, r := range map[string]moderation.Report{"full": modReport(), "empty": moderation.Summarize(moderation.Period{From: modDay, To: modDay.AddDate(0, 0, 3)}, nil)} {
		t.Run(name, func(t *testing.T) {
			file, err := ModerationReport(context.Background(), "Borgerrådgiveren", r, modList(t), Options{})
			if err != nil {
				t.Fatal(err)
			}
			report := green(t, file)
			again, _ := ModerationReport(context.Background(), "Borgerrådgiveren", r, modList(t), Options{})
			if !bytes.Equal(file, again) {
				t.Error("the same report gave other bytes")
			}
			if strings.Contains(report.Text, "Rigtigt") {
				t.Error("a profile's name is on the paper")
			}
			if name == "empty" {
				return
			}
			for _, want := range []string{"4 kommentarer kom ind. 3 blev behandlet, og 1 venter endnu.", "marts 2027", "inden for 1 time.", "2 dage og 2 timer", "2 timer og 15 minutter",
				"Trussel", "12.345", "0a1b2c3d 0a1b2c3d", "Vi fik 2 indsigelser.", "Forslag – ikke vedtaget", "Den kan ikke vise, hvad der skete på Facebook"} {
				if want == "Trussel" {
					want = "Had mod en gruppe"
				}
				if !strings.Contains(report.Text, want) {
					t.Errorf("%q is not on the paper:\n%s", want, report.Text)
				}
			}
		})
	}
	csv, err := ModerationCSV(modReport(), modList(t))
	if err != nil || !strings.Contains(string(csv), "Slet") || strings.Contains(string(csv), "Rigtigt") || strings.Count(string(csv), "\n") < 15 {
		t.Errorf("%s %v", csv, err)
	}
}

func modCase(t *testing.T) (moderation.Case, []moderation.Entry) {
	t.Helper()
	a, _ := moderation.ReadAnswers("njnnnnnnnjnnnnn--j", "------------------")
	rule := moderation.Rule{Number: 3, Title: "Pas på dine egne oplysninger", Text: "Skriv ikke dit cpr-nummer."}
	c := moderation.Case{
		ID: 14, Post: "Opslag om svartider", Alias: "Bruger 14", Seen: modDay, Received: modDay, State: moderation.StateObjection, Minutes: 65, Owner: modAnna, ChangedAt: modDay,
		Comment: moderation.Remask("Mit nummer er [cpr-nummer].\n\nHvorfor svarer I ikke? 😡", []moderation.Cover{{Start: 14, End: 26, Kind: "cpr"}}, moderation.MaskRules{}),
		Actions: []moderation.Action{
			{ID: 1, Decision: moderation.Decision{Answers: a, Outcome: moderation.Hide, Recommended: moderation.Delete, Rule: 3, Reason: "fordi", NeedsSecond: true, Sources: moderation.Sources{Cited: rule}}, By: modAnna, At: modDay, Second: modBo, SecondAt: modDay, Refused: true, Answer: "Nej, slet."},
			{ID: 2, Decision: moderation.Decision{Answers: a, Outcome: moderation.Delete, Recommended: moderation.Delete, Rule: 3, Note: "Vejledt", Template: "T2", Reply: "Hej {fornavn}. Vi har fjernet din kommentar.", Sources: moderation.Sources{Cited: rule}}, By: modAnna, At: modDay, CopiedAt: modDay, DoneAt: modDay},
		},
		Objections: []moderation.Objection{{ID: 1, Action: 2, Text: "Jeg er uenig", Received: modDay, By: "Bo Ek"}, {ID: 2, Action: 2, Text: "Igen", Received: modDay, By: "Bo Ek", DecidedBy: modBo, DecidedAt: modDay, Reason: "Det var rigtigt."}},
		Notes:      []moderation.Note{{Text: "Ringede", By: "Anna Holm", At: modDay}},
	}
	log := []moderation.Entry{
		{Line: moderation.Line{Seq: 1, At: modDay, Event: moderation.EventReceived, Actor: "Anna Holm"}, Content: "{}"},
		{Line: moderation.Line{Seq: 7, At: modDay, Event: moderation.EventAssigned, Actor: "Anna Holm"}, Content: `{"person":2,"name":"Bo Ek"}`},
		{Line: moderation.Line{Seq: 8, At: modDay, Event: moderation.EventMinutes, Actor: "Bo Ek"}, Content: `{"minutes":65}`},
	}
	return c, log
}

func TestCasePaper(t *testing.T) {
	c, log := modCase(t)
	file, err := CasePaper(context.Background(), "Borgerrådgiveren", c, log, modList(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	report := green(t, file)
	for _, want := range []string{"Sag 14: kommentar på Facebook", "Mit nummer er [cpr-nummer].", "1 personlig oplysning er skjult", "Bo Ek sagde nej", "Regel 3, Pas på dine egne oplysninger", "Hej {fornavn}.",
		"Beslutning 2: Slet", "Den er ikke afgjort endnu.", "Anna Holm, 3. marts 2027", ": Bo Ek", "1 time og 5 minutter", "13 spørgsmål blev besvaret med nej"} {
		if !strings.Contains(report.Text, want) {
			t.Errorf("%q is not on the paper:\n%s", want, report.Text)
		}
	}
	forgotten, err := CasePaper(context.Background(), "", moderation.Case{ID: 1, State: moderation.StateForgotten, Received: modDay}, nil, modList(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	green(t, forgotten)
	if CaseFileName(c) != "Sag 14 - kommentar på Facebook.pdf" || ModerationReportName(moderation.Month(modDay)) != "Moderation på Facebook marts 2027.pdf" {
		t.Error(CaseFileName(c), ModerationReportName(moderation.Month(modDay)))
	}
}

func TestGuidelines(t *testing.T) {
	for _, kind := range []string{"ordensregler", "internt-regelsaet", "facebook-strategi"} {
		blocks, err := document.Read(kind+".md", assets.Read("rules/"+kind+".md"))
		if err != nil {
			t.Fatal(err)
		}
		extras := GuidelineExtras{
			Slots:       map[string]string{"kontaktlink": "example.org/kontakt", "tid": "9"},
			Duties:      []moderation.Duty{{Person: modAnna, StandIn: modBo, From: modDay, To: modDay.AddDate(0, 0, 5), Hours: "9–15", Note: "ferie"}, {Person: modBo, From: modDay, To: modDay}},
			Attachments: []string{"Retningslinjer.pdf"},
		}
		v := document.Version{Number: 1, Status: document.Draft, Changed: modDay, Blocks: blocks}
		file, err := Guidelines(context.Background(), strategy.Revision{Title: blocks[0].Text, Office: "Borgerrådgiveren"}, v, extras, Options{})
		if err != nil {
			t.Fatal(err)
		}
		report := green(t, file)
		for _, want := range []string{"Forslag – ikke vedtaget", "Vagtliste", "Retningslinjer.pdf", "(ferie)"} {
			if !strings.Contains(report.Text, want) {
				t.Errorf("%s: %q is not on the paper", kind, want)
			}
		}
		if kind == "ordensregler" && (!strings.Contains(report.Text, "Du finder os her: example.org/kontakt.") || !strings.Contains(report.Text, "{indsigelseslink}")) {
			t.Errorf("the slots are not filled:\n%s", report.Text)
		}
	}
}

func TestFillSlots(t *testing.T) {
	b := document.Block{Text: "a {x} {y} {x}{", Spans: []document.Span{{Start: 0, End: 1}, {Start: 2, End: 5}, {Start: 6, End: 13}}}
	got := FillSlots([]document.Block{b}, map[string]string{"x": "længere"})[0]
	if got.Text != "a længere {y} længere{" || got.Text[got.Spans[1].Start:got.Spans[1].End] != "længere" || got.Text[got.Spans[2].Start:got.Spans[2].End] != "{y} længere" {
		t.Errorf("%q %v", got.Text, got.Spans)
	}
	if b.Text != "a {x} {y} {x}{" || b.Spans[1].End != 5 {
		t.Error("the text itself was changed")
	}
}
