package example

import (
	"bytes"
	"testing"

	"synlig/data/store"
	"synlig/data/survey"
	"synlig/data/survey/importer"
	"synlig/data/tabular"
)

// exported writes a wave as survey systems do: labels, a column for each box.
func exported(w *survey.Wave) []byte {
	sheet := tabular.Sheet{Name: "Svar"}
	for i := range w.Questions {
		q := &w.Questions[i]
		if q.Kind != survey.Multi {
			sheet.Header = append(sheet.Header, q.Text)
			continue
		}
		for _, a := range q.Answers {
			sheet.Header = append(sheet.Header, q.Text+" - "+a.Label)
		}
	}
	for r := range w.Respondents {
		var row []any
		for i := range w.Questions {
			q, c := &w.Questions[i], &w.Columns[i]
			switch {
			case q.Kind == survey.Multi:
				for a := range q.Answers {
					row = append(row, box(c, r, a))
				}
			case q.Kind == survey.Text:
				row = append(row, c.Texts[r])
			case c.Answer(r) < 0:
				row = append(row, "")
			default:
				row = append(row, q.Answers[c.Answer(r)].Label)
			}
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	var out bytes.Buffer
	if err := tabular.WriteCSV(&out, sheet); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func box(c *survey.Column, r, answer int) string {
	switch {
	case c.State(r) != survey.Answered:
		return ""
	case c.Ticks[answer].Has(r):
		return "Valgt"
	}
	return "Ikke valgt"
}

// The office's own questionnaire comes back as it was asked: the kinds, the
// scales, who was asked, and every count.
func TestTheQuestionnaireComesBackFromAFile(t *testing.T) {
	want := Survey().Waves[1]
	raw, err := importer.Read(t.Context(), []importer.File{importer.FromBytes("svar.csv", exported(want))}, importer.Reading{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	profile, findings := importer.Examine(raw, nil)
	guessed := 0
	if !profile.Status.Answered {
		t.Error("three of the example's people left everything empty, and nobody noticed")
	}
	profile.Status.Answered = false
	for _, q := range profile.Questions {
		if q.Kind != "text" && q.Route == nil && len(q.Columns) == 1 && !q.Background {
			guessed++
		}
	}
	if guessed > 3 { // asked of everybody: heard of the office, know the scheme; and a text that looks like a list
		t.Errorf("%d questions have no route", guessed)
	}
	if n := profile.FollowTemplate(store.BuiltInQuestionnaire().Questions()); n != 21 {
		t.Errorf("%d questions of the template were found", n)
	}
	got, _, err := importer.Import(t.Context(), raw, profile, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.Respondents != want.Respondents || len(got.Questions) != len(want.Questions) || got.Department != want.Department {
		t.Fatalf("%d of %d people, %d questions, department %d\n%+v\n%v", got.Respondents, want.Respondents, len(got.Questions), got.Department, got.Questions, findings)
	}
	for i := range want.Questions {
		a, b := &want.Questions[i], &got.Questions[i]
		kind := a.Kind
		if i == want.Department {
			kind = survey.Single
		}
		if a.Text != b.Text || kind != b.Kind || a.Background != b.Background || b.Unclear || a.Route.Question == "" != (b.Route.Question == "") && a.Kind != survey.Text {
			t.Errorf("%s: %+v\nfound as %+v", a.ID, a, b)
		}
		for n, answer := range a.Answers {
			x, y := tally(want, i, answer.Label), tally(got, i, answer.Label)
			if x != y {
				t.Errorf("%s %q: %d, want %d", a.ID, answer.Label, y, x)
			}
			for _, other := range b.Answers {
				if other.Name() == answer.Label && (other.DontKnow != answer.DontKnow || other.Order != answer.Order) {
					t.Errorf("%s answer %d: %+v, want %+v", a.ID, n, other, answer)
				}
			}
		}
		if x, y := asked(want, i), asked(got, i); a.Kind != survey.Text && x != y {
			t.Errorf("%s was asked of %d, found %d", a.ID, x, y)
		}
	}
}

func tally(w *survey.Wave, question int, label string) (n int) {
	q, c := &w.Questions[question], &w.Columns[question]
	for a := range q.Answers {
		if q.Answers[a].Name() != label {
			continue
		}
		if q.Kind == survey.Multi {
			return c.Ticks[a].Count()
		}
		for r := range w.Respondents {
			if c.Answer(r) == a {
				n++
			}
		}
	}
	return n
}

func asked(w *survey.Wave, question int) (n int) {
	for r := range w.Respondents {
		if w.Columns[question].State(r) != survey.NotAsked {
			n++
		}
	}
	return n
}
