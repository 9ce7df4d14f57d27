package survey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/survey"
)

// export is what a survey system might give: 120 invited of whom 90 answered,
// with e-mail addresses, a status, a scale with a code for no answer, boxes, and
// 0 in all boxes of those who never answered.
func export(t *testing.T, heard string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("Status;E-mail;Forvaltning;Har du hørt om Borgerrådgiveren?;Hvor stor tillid har du?;Hvor fra? - Intranettet;Hvor fra? - En kollega;Kommentar\r\n")
	for n := range 120 {
		department := []string{"Økonomi", "Social", "Kultur"}[n%3]
		if n%4 == 3 {
			fmt.Fprintf(&b, "Ikke svaret;person%d@eksempel.invalid;%s;;;0;0;\r\n", n, department)
			continue
		}
		know, trust, box := "Nej", n%5+1, n%2
		if n%2 == 0 {
			know = heard
		}
		if n%10 == 0 {
			trust = -77
		}
		fmt.Fprintf(&b, "Gennemført;person%d@eksempel.invalid;%s;%s;%d;%d;%d;%s\r\n", n, department, know, trust, box, 1-box, fmt.Sprintf("Svar nummer %d.", n))
	}
	path := filepath.Join(t.TempDir(), "kendskab.csv")
	if err := os.WriteFile(path, []byte("\ufeff"+b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// act does the main action, which must be that.
func (r *room) act(t *testing.T, label string) {
	t.Helper()
	said, run := r.Action()
	if said != label {
		t.Fatalf("the main action is %q, not %q", said, label)
	}
	run()
}

// A file goes from the drop to the figures, and nothing is stored before "Gem".
func TestTakeAFileIn(t *testing.T) {
	r := newRoom(t, false)
	r.host.drop([]string{export(t, "Ja")})
	if len(r.host.failed) > 0 {
		t.Fatalf("told of %v", r.host.failed)
	}
	i := r.intake
	if i == nil {
		t.Fatal("no assistant is shown")
	}
	names := []string{"file", "who", "columns", "questions", "staff", "keep"}
	for n, name := range names {
		if i.steps[n].key() != name {
			t.Fatalf("step %d is %s", n, i.steps[n].key())
		}
		r.picture(t, "intake-"+name)
		if n < len(names)-1 {
			r.act(t, "Videre")
		}
	}
	all, err := r.store.Surveys(t.Context())
	if err != nil || len(all) > 0 {
		t.Fatalf("stored before it was kept: %v %v", all, err)
	}
	if i.wave.Respondents != 90 || i.wave.Invited != 120 {
		t.Errorf("%d of %d answered", i.wave.Respondents, i.wave.Invited)
	}
	if len(i.profile.Dropped) != 1 {
		t.Errorf("left out: %v", i.profile.Dropped)
	}
	i.title = "2026"
	r.act(t, "Gem målingen")
	if r.intake != nil || r.lens == nil {
		t.Fatal("the assistant stays")
	}
	if got := r.lens.later.Total(); got != 90 {
		t.Errorf("%d answered", got)
	}
	profiles, _ := r.store.SurveyProfiles(t.Context())
	if len(profiles) != 1 {
		t.Fatalf("%d profiles", len(profiles))
	}
	// The next wave follows the profile, and belongs to the same survey.
	r.host.drop([]string{export(t, "Ja")})
	if r.intake.used == "" || r.intake.into == 0 {
		t.Errorf("the profile is not used again: %q, survey %d", r.intake.used, r.intake.into)
	}
	r.intake.title = "2027"
	r.intake.turnTo(len(r.intake.steps) - 1)
	r.act(t, "Gem målingen")
	if len(r.lens.waves) != 2 || r.lens.earlier == nil {
		t.Errorf("%d waves, compared: %v", len(r.lens.waves), r.lens.earlier != nil)
	}
}

// Every guess can be corrected.
func TestCorrectTheGuesses(t *testing.T) {
	r := newRoom(t, false)
	r.host.drop([]string{export(t, "Ja")})
	i := r.intake
	find := func(words string) int {
		for n, q := range i.profile.Questions {
			if strings.Contains(q.Text, words) {
				return n
			}
		}
		t.Fatalf("no question says %q: %+v", words, i.profile.Questions)
		return -1
	}
	i.turnTo(3)
	s := i.steps[3].(*questionStep)
	s.open(find("tillid"))
	trust := &i.profile.Questions[s.at]
	if len(trust.Missing) == 0 {
		s.mean(trust, 0, meansMissing)
	}
	if got := i.profile.Questions[s.at].Missing; len(got) != 1 || got[0] != "-77" {
		t.Fatalf("codes for no answer: %v of %+v", got, trust.Answers)
	}
	s.become("single")
	if i.wave.Questions[i.wave.Find(i.profile.Questions[s.at].ID)].Kind != survey.Single {
		t.Error("the scale did not become a single choice")
	}
	s.open(find("Hvor fra"))
	if i.profile.Questions[s.at].Kind != "multi" {
		t.Fatalf("the boxes are %s", i.profile.Questions[s.at].Kind)
	}
	before := len(i.profile.Questions)
	s.split()
	if len(i.profile.Questions) != before+1 {
		t.Errorf("split into %d", len(i.profile.Questions)-before+1)
	}
	s.together()
	if len(i.profile.Questions) != before || i.profile.Questions[s.at].Kind != "multi" {
		t.Error("not together again")
	}
	i.turnTo(2)
	columns := i.steps[2].(*columnStep)
	columns.leaveOut("Kommentar")
	if i.wave.Find("Kommentar") >= 0 || len(i.wave.Questions) != before-1 {
		t.Errorf("%d questions after one was left out", len(i.wave.Questions))
	}
	i.turnTo(4)
	r.clip = "Økonomi\t400\r\nSocial\t300\r\nKultur\t200\r\n"
	i.steps[4].(*staffStep).paste()
	if i.wave.Invited != 900 {
		t.Errorf("%d staff", i.wave.Invited)
	}
	i.turnTo(1)
	who := i.steps[1].(*whoStep)
	for n := range i.profile.Status.States {
		i.profile.Status.States[n].Counted = true
	}
	i.profile.Status.Answered = false
	who.intake.changed()
	if i.wave.Respondents != 120 {
		t.Errorf("%d count", i.wave.Respondents)
	}
	r.host.window.Canvas().Focus(i.tabs.items[1])
	if len(r.host.failed) > 0 {
		t.Errorf("told of %v", r.host.failed)
	}
	i.leave()
	if r.intake != nil {
		t.Error("the assistant stays")
	}
}

// A ready-made table is pasted.
func TestPasteATable(t *testing.T) {
	r := newRoom(t, false)
	r.clip = "Spørgsmål\tSvar\tForvaltning\tAntal\r\nHar du hørt om os?\tJa\tØkonomi\t40\r\nHar du hørt om os?\tNej\tØkonomi\t60\r\nHar du hørt om os?\tJa\tSocial\t30\r\nHar du hørt om os?\tNej\tSocial\t20\r\n"
	r.askPaste()
	r.press(t, "Læs tabellen")
	if r.intake == nil || r.intake.profile.Aggregate == nil {
		t.Fatalf("told of %v", r.host.failed)
	}
	r.act(t, "Videre")
	r.picture(t, "intake-tables")
	r.act(t, "Videre")
	r.act(t, "Gem målingen")
	if r.lens == nil || !r.lens.wave().Aggregated || r.lens.later.Total() != 150 {
		t.Fatalf("told of %v", r.host.failed)
	}
	for i := range viewKeys {
		r.look(i)
	}
}

// Files that belong together are taken in one after the other.
func TestFilesThatBelongTogether(t *testing.T) {
	r := newRoom(t, false)
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var rows strings.Builder
	for n := range 40 {
		fmt.Fprintf(&rows, "%d;%d;%d\r\n", n+1, n%2+1, n%3+1)
	}
	r.host.drop([]string{write("dataset.csv", "respondent;s_1;s_2\r\n"+rows.String())})
	r.host.files = []string{write("labels.csv", "s_1;1;Ja\r\ns_1;2;Nej\r\ns_2;1;Økonomi\r\ns_2;2;Social\r\ns_2;3;Kultur\r\n")}
	r.intake.steps[0].(*fileStep).addFile()
	if len(r.host.failed) > 0 {
		t.Fatalf("told of %v", r.host.failed)
	}
	if at := r.intake.wave.Find("s_1"); at < 0 || r.intake.wave.Questions[at].Answers[0].Name() != "Ja" {
		t.Errorf("the labels are not there: %+v", r.intake.wave.Questions)
	}
	// A file that is dropped on the assistant is asked about first.
	r.host.drop([]string{export(t, "Ja")})
	if len(r.host.asked) != 1 || r.intake.source.name() != "kendskab.csv" {
		t.Errorf("asked %v, open is %s", r.host.asked, r.intake.source.name())
	}
}

// What cannot be read is told of, and nothing changes.
func TestAFileThatCannotBeRead(t *testing.T) {
	r := newRoom(t, false)
	path := filepath.Join(t.TempDir(), "tom.csv")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.host.files = []string{path}
	r.New()
	if len(r.host.failed) != 1 || r.intake != nil {
		t.Errorf("told of %v", r.host.failed)
	}
}
