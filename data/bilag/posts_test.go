package bilag

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"synlig/data/clock"
	"synlig/data/example"
	"synlig/data/posts"
	"synlig/data/tabular"
)

// plan is the example office's, with what no example has: formulas, emoji, a
// long text and an address that is too long to open.
func plan() PostPlan {
	p := PostPlan{Office: "Borgerrådgiveren", Example: true, Figures: map[int64]posts.Figures{}}
	for i, post := range example.Posts() {
		post.ID, post.Revision = int64(i+1), 3
		p.Posts = append(p.Posts, post.Post)
		if n := len(post.Figures); n > 0 {
			p.Figures[post.ID] = post.Figures[n-1]
		}
	}
	return p
}

func odd() PostPlan {
	p := plan()
	p.Example, p.Office = false, ""
	p.Posts[3].Text = "=HYPERLINK(\"x\")\n👩‍👩‍👧 \x00 a\u0301 {slot} " + strings.Repeat("langtord", 400) + "\n\n" + strings.Repeat("Sætning nummer et. ", 120)
	p.Posts[3].Subject = "@SUM(A1)"
	p.Posts[4].Link.Address = "https://www.borgerraadgiver.kk.dk/" + strings.Repeat("x", 4000)
	p.Posts[5].Text = ""
	return p
}

func printedPlan(t testing.TB, p PostPlan) []byte {
	t.Helper()
	file, err := PostsPlan(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestThePlanHoldsToTheStandards(t *testing.T) {
	for name, p := range map[string]PostPlan{"example": plan(), "odd": odd(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			file := printedPlan(t, p)
			green(t, file)
			if !bytes.Equal(file, printedPlan(t, p)) {
				t.Error("the same plan gave other bytes")
			}
			if folder := os.Getenv("SYNLIG_PAPERS"); folder != "" {
				if err := os.WriteFile(folder+"/plan-"+name+".pdf", file, 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestThePlanSaysWhoApprovedWhat(t *testing.T) {
	report := green(t, printedPlan(t, plan()))
	for _, want := range []string{
		"16 opslag: 2 idéer, 2 udkast, 2 til godkendelse, 1 godkendt, 2 planlagte, 5 udgivne og 2 arkiverede.",
		"Tirsdag den 10. marts kl. 8.30",
		"Planlagt · emne: konsulentfunktion · skrevet af Bo Eksempel · godkendt af Carla Eksempel den 27. februar 2015",
		"Arbejder du i kommunen, og er du i tvivl om,",
		"www.borgerraadgiver.kk.dk/for-ansatte/ring-foer-du-svarer",
		"93 klik på linket, talt den 12. januar 2015",
		"Rettet på Facebook den 19. februar 2015: En læser gjorde os opmærksom på en slåfejl.",
		"Uden tidspunkt",
	} {
		if !strings.Contains(report.Text, want) {
			t.Errorf("%q is not on the paper", want)
		}
	}
	for _, never := range []string{"Del den lange sætning", "Er det i orden at nævne"} {
		if strings.Contains(report.Text, never) {
			t.Errorf("the reviewer's note %q is on the paper", never)
		}
	}
	march := plan()
	march.From, march.To = time.Date(2015, 3, 1, 0, 0, 0, 0, clock.Copenhagen), time.Date(2015, 4, 1, 0, 0, 0, 0, clock.Copenhagen)
	report = green(t, printedPlan(t, march))
	if !strings.Contains(report.Text, "Opslagsplan, marts 2015") || strings.Contains(report.Text, "Uden tidspunkt") || strings.Contains(report.Text, "Februar 2015") {
		t.Error("the plan of March is not March's alone")
	}
	if name := PostPlanFileName(march); name != "Opslagsplan marts 2015" {
		t.Errorf("file name %q", name)
	}
}

func TestThePlanStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := PostsPlan(ctx, plan(), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestThePlanAsATable(t *testing.T) {
	for name, p := range map[string]PostPlan{"example": plan(), "odd": odd()} {
		table := PostsTable(p)
		if len(table.Rows) != len(p.Posts) {
			t.Fatalf("%s: %d rows", name, len(table.Rows))
		}
		for i, row := range table.Rows {
			if len(row) != len(table.Header) {
				t.Fatalf("%s: row %d has %d cells under %d headings", name, i, len(row), len(table.Header))
			}
		}
		var text, book bytes.Buffer
		if err := tabular.WriteCSV(&text, table); err != nil {
			t.Fatal(err)
		}
		if err := tabular.WriteXLSX(&book, table); err != nil {
			t.Fatal(err)
		}
		read, _, _, err := tabular.ReadCSV(text.Bytes())
		if err != nil || len(read.Rows) != len(p.Posts)+1 {
			t.Fatalf("%s: %d rows read back, %v", name, len(read.Rows), err)
		}
		for _, row := range read.Rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=@+-", rune(cell[0])) {
					t.Errorf("%s: a spreadsheet reads %q as a formula", name, cell)
				}
			}
		}
	}
}

func TestThePlanAsACalendar(t *testing.T) {
	file := PostsCalendar(plan())
	if folder := os.Getenv("SYNLIG_PAPERS"); folder != "" {
		if err := os.WriteFile(folder+"/plan.ics", file, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(file, PostsCalendar(plan())) {
		t.Error("the same plan gave other bytes")
	}
	for line := range bytes.Lines(file) {
		if len(bytes.TrimRight(line, "\r\n")) > 75 || !bytes.HasSuffix(line, []byte("\r\n")) {
			t.Errorf("not a line of RFC 5545: %q", line)
		}
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	alarms := 0
	for _, event := range cal.Events() {
		if seen[event.Id()] {
			t.Errorf("%s stands twice", event.Id())
		}
		seen[event.Id()] = true
		alarms += len(event.Alarms())
	}
	if len(seen) != 11 || alarms != 5 {
		t.Errorf("%d events and %d alarms", len(seen), alarms)
	}
	all := strings.ReplaceAll(string(file), "\r\n ", "")
	for _, want := range []string{
		"BEGIN:VTIMEZONE", "TZID:Europe/Copenhagen", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
		"DTSTART;TZID=Europe/Copenhagen:20150310T083000", "DTEND;TZID=Europe/Copenhagen:20150310T084500",
		"DTSTART;TZID=Europe/Copenhagen:20150415T100000", // a wish in summer time
		"STATUS:TENTATIVE", "STATUS:CONFIRMED", "TRIGGER:-PT15M", "ACTION:DISPLAY", "SEQUENCE:3",
		`Arbejder du i kommunen\, og er du i tvivl om`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in the calendar", want)
		}
	}
	moved := plan()
	moved.Posts[6].Planned = moved.Posts[6].Planned.Add(24 * time.Hour)
	again, err := ics.ParseCalendar(bytes.NewReader(PostsCalendar(moved)))
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range again.Events() {
		if !seen[event.Id()] {
			t.Errorf("moving a post made another event: %s", event.Id())
		}
	}
	if odd := PostsCalendar(odd()); bytes.ContainsAny(odd, "\x00") {
		t.Error("a NUL is in the calendar")
	}
}

func BenchmarkPostsPlan(b *testing.B) {
	p := plan()
	for i := range 984 {
		post := p.Posts[i%16]
		post.ID = int64(100 + i)
		p.Posts = append(p.Posts, post)
	}
	for b.Loop() {
		printedPlan(b, p)
	}
	b.ReportMetric(float64(len(p.Posts)), "posts")
}
