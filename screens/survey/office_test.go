package survey

import (
	"os"
	"strings"
	"testing"

	"synlig/data/survey"
)

// The office's corrections are kept, and go out as Word, text and Markdown.
func TestCorrectTheQuestionnaire(t *testing.T) {
	r := newRoom(t, false)
	r.look(viewQuestionnaire)
	q := r.panelOf(viewQuestionnaire).(*questionnaire)
	q.open(2)
	q.form.Items[2].Text = "Har du hørt om Borgerrådgiveren?"
	q.answers(&q.form.Items[2], "Ja, ved meget\nJa, ved lidt\nNej\n\nVed ikke\n")
	q.later()
	kept, own, err := r.store.Questionnaire(t.Context())
	if err != nil || !own || kept.Items[2].Text != "Har du hørt om Borgerrådgiveren?" || len(kept.Items[2].Answers) != 4 {
		t.Fatalf("kept: %v %v %+v", own, err, kept.Items[2])
	}
	for _, ending := range []string{".docx", ".txt", ".md"} {
		q.save(ending)
	}
	if len(r.host.saved) != 3 || len(r.host.failed) > 0 {
		t.Fatalf("saved %v, told of %v", r.host.saved, r.host.failed)
	}
	text, _ := os.ReadFile(r.host.saved[1])
	for _, part := range []string{"Har du hørt om Borgerrådgiveren?", "( ) Ja, ved lidt", "Invitation", "Påmindelse"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("the text lacks %q", part)
		}
	}
	// A choice with one answer cannot be asked: it is told of, not kept.
	q.answers(&q.form.Items[2], "Ja")
	q.later()
	if kept, _, _ := r.store.Questionnaire(t.Context()); len(kept.Items[2].Answers) != 4 {
		t.Error("a question with one answer was kept")
	}
	q.reset()
	if _, own, _ := r.store.Questionnaire(t.Context()); own {
		t.Error("the proposal did not come back")
	}
}

// A reorganisation is told, and kept with the two waves.
func TestDepartmentsAreMapped(t *testing.T) {
	r := newRoom(t, true)
	r.look(viewWaves)
	r.askDepartmentMapping()
	l := r.lens
	m := survey.Mapping{Departments: map[string]string{"Social": "Velfærd", "Sundhed og Omsorg": "Velfærd"}}
	if err := r.store.SaveSurveyMapping(t.Context(), l.kept.Waves[l.before].ID, l.kept.Waves[l.at].ID, m); err != nil {
		t.Fatal(err)
	}
	r.Reload()
	found := false
	for _, row := range r.panelOf(viewWaves).(*waves).where.shown.table.Rows {
		found = found || row[0] == "Velfærd"
	}
	if !found {
		t.Error("the departments are not compared as one")
	}
	r.askQuestionMapping()
	r.press(t, "Gem")
	if len(r.host.failed) > 0 {
		t.Errorf("told of %v", r.host.failed)
	}
}

// The threshold is the office's, and holds at once.
func TestThreshold(t *testing.T) {
	r := newRoom(t, true)
	r.look(viewAnonymity)
	a := r.panelOf(viewAnonymity).(*anonymity)
	before := a.result.Text
	a.threshold.SetText("50")
	a.threshold.OnSubmitted("50")
	if r.lens.threshold != 50 || a.result.Text == before {
		t.Errorf("threshold %d: %s", r.lens.threshold, a.result.Text)
	}
	if strings.Contains(a.result.Text, "regnes ud.") == false {
		t.Errorf("the audit says %s", a.result.Text)
	}
}

// Names, days, staff numbers, and a wave that goes.
func TestManageAWave(t *testing.T) {
	r := newRoom(t, true)
	r.askStaff()
	r.press(t, "Gem")
	r.askRename()
	r.press(t, "Gem")
	r.askDelete()
	if len(r.lens.waves) != 1 || r.lens.earlier != nil {
		t.Errorf("%d waves are left", len(r.lens.waves))
	}
	r.look(viewWaves)
	r.askDelete()
	if r.lens != nil {
		t.Error("the survey stays")
	}
	if len(r.host.failed) > 0 {
		t.Errorf("told of %v", r.host.failed)
	}
}
