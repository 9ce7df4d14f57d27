package example

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"synlig/data/store"
	"synlig/data/survey"
)

// SaveExampleSurvey makes the office in memory take the survey.
func (o *office) SaveExampleSurvey(_ context.Context, title string, waves []*survey.Wave) error {
	o.surveyTitle, o.waves = title, waves
	return nil
}

func TestTheOfficeIsGivenTheSurvey(t *testing.T) {
	var o office
	if err := Write(t.Context(), &o); err != nil {
		t.Fatal(err)
	}
	if s := Survey(); o.surveyTitle != s.Title || !reflect.DeepEqual(o.waves, s.Waves) {
		t.Errorf("%q, %d waves", o.surveyTitle, len(o.waves))
	}
}

func TestTheSurveyIsTheSameEveryTime(t *testing.T) {
	if !reflect.DeepEqual(Survey(), Survey()) {
		t.Error("two differ")
	}
}

func TestTheSurveyLooksLikeOne(t *testing.T) {
	s := Survey()
	if len(s.Waves) != 2 || !s.Waves[0].Date.Before(s.Waves[1].Date) {
		t.Fatalf("%d waves", len(s.Waves))
	}
	for _, w := range s.Waves {
		rate := float64(w.Respondents) / float64(w.Invited)
		if w.Invited < 44_000 || w.Invited > 46_000 || rate < 0.2 || rate > 0.4 {
			t.Errorf("%s: %d of %d", w.Title, w.Respondents, w.Invited)
		}
		hidden, people := 0, map[int]int{}
		for r := range w.Respondents {
			people[w.Columns[w.Department].Answer(r)]++
		}
		for _, n := range people {
			if n < 5 {
				hidden++
			}
		}
		if hidden != 1 || len(people) != 8 {
			t.Errorf("%s: departments %v", w.Title, people)
		}
		if len(w.Questions) != 21 {
			t.Errorf("%d questions", len(w.Questions))
		}
		for i := range w.Questions {
			q, answered, asked := &w.Questions[i], 0, 0
			for r := range w.Respondents {
				state := w.Columns[i].State(r)
				if state == survey.Answered {
					answered++
				}
				if state != survey.NotAsked {
					asked++
				}
			}
			if answered == 0 || asked == 0 || (q.Route.Question == "") != (asked == w.Respondents) {
				t.Errorf("%s %s: %d of %d asked", w.Title, q.ID, answered, asked)
			}
		}
	}
}

// The office is better known in the second wave: there is something to compare.
func TestSomethingHappenedBetweenTheWaves(t *testing.T) {
	var shares []float64
	for _, w := range Survey().Waves {
		at, n := w.Find("hoert"), 0
		for r := range w.Respondents {
			if a := w.Columns[at].Answer(r); a == 0 || a == 1 {
				n++
			}
		}
		shares = append(shares, float64(n)/float64(w.Respondents))
	}
	if shares[1]-shares[0] < 0.02 || shares[0] < 0.4 || shares[1] > 0.8 {
		t.Errorf("heard of the office: %v", shares)
	}
}

func TestTheSurveySurvivesTheWorkspace(t *testing.T) {
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "eksempel.synlig"), store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := writeSurvey(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	all, err := s.Surveys(t.Context())
	if err != nil || len(all) != 1 || !all[0].Example || len(all[0].Waves) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	kept, err := s.Survey(t.Context(), all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if want := Survey(); !reflect.DeepEqual(kept, want) {
		t.Error("what comes back is not what was written")
	}
}

func BenchmarkWriteSurvey(b *testing.B) {
	s, err := store.Create(context.Background(), filepath.Join(b.TempDir(), "eksempel.synlig"), store.Options{NoBackup: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for b.Loop() {
		if err := writeSurvey(context.Background(), s); err != nil {
			b.Fatal(err)
		}
	}
}
