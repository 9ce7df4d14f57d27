package store

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"synlig/data/fault"
	"synlig/data/survey"
	"synlig/data/survey/importer"
)

// drawWave is a wave of any shape.
func drawWave(t *rapid.T) *survey.Wave {
	n := rapid.IntRange(1, 200).Draw(t, "respondents")
	w := survey.NewWave(rapid.StringMatching(`[A-Za-zæøå ]{0,20}x`).Draw(t, "title"), n)
	w.Rows, w.Invited = n+rapid.IntRange(0, 9).Draw(t, "rows"), rapid.IntRange(0, 9).Draw(t, "invited")
	w.Date = time.Date(2026, 3, rapid.IntRange(1, 28).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
	w.Aggregated = rapid.Bool().Draw(t, "aggregated")
	if rapid.Bool().Draw(t, "weighted") {
		w.Weights = rapid.SliceOfN(rapid.Float64Range(0.1, 5), n, n).Draw(t, "weights")
	}
	for i := range rapid.IntRange(0, 7).Draw(t, "questions") {
		q := survey.Question{ID: fmt.Sprintf("q%d", i), Text: "Spørgsmål?", Kind: survey.Kind(rapid.IntRange(0, 5).Draw(t, "kind")), Unclear: i%2 == 0}
		if q.Kind.Listed() {
			for a := range rapid.SampledFrom([]int{1, 3, 7, 253, 300}).Draw(t, "answers") {
				q.Answers = append(q.Answers, survey.Answer{Code: fmt.Sprintf("c%d", a), Label: "Svar", Order: a, DontKnow: a == 2})
			}
		}
		if i > 0 {
			q.Route = survey.Route{Question: "q0", Codes: []string{"c1"}}
		}
		c := survey.NewColumn(q, n)
		for r := range n {
			state := survey.State(rapid.IntRange(0, 3).Draw(t, "state"))
			c.SetState(r, state)
			if state != survey.Answered {
				continue
			}
			switch q.Kind {
			case survey.Single, survey.Scale:
				c.Choose(r, rapid.IntRange(0, len(q.Answers)-1).Draw(t, "answer"))
			case survey.Multi:
				c.Tick(r, rapid.IntRange(0, len(q.Answers)-1).Draw(t, "tick"))
			case survey.Number:
				c.Numbers[r] = rapid.Float64().Draw(t, "number")
			case survey.Date:
				c.Dates[r] = rapid.Int32().Draw(t, "day")
			case survey.Text:
				c.Texts[r] = rapid.StringMatching(`[a-zæøå \n]{0,30}`).Draw(t, "text")
			}
		}
		w.Add(q, c)
	}
	if len(w.Questions) > 0 && w.Questions[0].Kind == survey.Single {
		w.Department, w.Staff = 0, make([]int, len(w.Questions[0].Answers))
		w.Staff[0] = 77
	}
	return w
}

// What comes back is what was kept, whatever it was.
func TestAWaveComesBackAsItWas(t *testing.T) {
	s, ctx := create(t, place(t), Options{}), t.Context()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWave(t)
		id, err := s.SaveWave(ctx, 0, w)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Wave(ctx, id)
		w.Title = strings.TrimSpace(w.Title)
		if err != nil || !reflect.DeepEqual(got, w) {
			t.Fatalf("%v\n%+v\nwant\n%+v", err, got, w)
		}
		if err := s.DeleteWave(ctx, id); err != nil {
			t.Fatal(err)
		}
	})
}

// smallWave has departments, a choice and a free text.
func smallWave(title string, day int, texts ...string) *survey.Wave {
	n := len(texts)
	w := survey.NewWave(title, n)
	w.Date = time.Date(2026, 3, day, 0, 0, 0, 0, time.UTC)
	q := survey.Question{ID: "dep", Text: "Hvor er du ansat?", Kind: survey.Single, Answers: []survey.Answer{{Code: "A"}, {Code: "B"}}}
	c := survey.NewColumn(q, n)
	text := survey.Question{ID: "ord", Text: "Har du forslag?", Kind: survey.Text}
	words := survey.NewColumn(text, n)
	for r, t := range texts {
		c.Choose(r, r%2)
		if t != "" {
			words.Texts[r] = t
			words.SetState(r, survey.Answered)
		}
	}
	w.Department = w.Add(q, c)
	w.Add(text, words)
	return w
}

func TestPersonalDataInFreeTextsIsMaskedBeforeItIsKept(t *testing.T) {
	s := create(t, place(t), Options{})
	w := smallWave("Runde", 1, "Ring til mig på 23 45 67 89 eller test@eksempel.dk", "Mit cpr er 010190-1234", "Skriv kortere breve")
	w.Questions[0].Answers[1].Label = "Andet: mit cpr er 010190-1234"
	id := must(s.SaveWave(t.Context(), 0, w))(t)
	if w.Columns[1].Texts[1] != "Mit cpr er 010190-1234" || w.Questions[0].Answers[1].Label != "Andet: mit cpr er 010190-1234" {
		t.Error("the wave in hand was changed")
	}
	got := must(s.Wave(t.Context(), id))(t)
	all := strings.Join(got.Columns[1].Texts, "|") + got.Questions[0].Answers[1].Label
	for _, secret := range []string{"45 67", "test@", "1234", "010190"} {
		if strings.Contains(all, secret) {
			t.Errorf("%q is in %q", secret, all)
		}
	}
	if got.Columns[1].Texts[2] != "Skriv kortere breve" {
		t.Errorf("%q", all)
	}
	ok(t, s.Close())
	for _, name := range []string{s.path, s.path + "-wal", s.path + "-journal"} {
		data, err := os.ReadFile(name)
		if err == nil && (strings.Contains(string(data), "010190") || strings.Contains(string(data), "test@eksempel")) {
			t.Errorf("%s holds personal data", name)
		}
	}
}

func TestSurveysAndTheirWaves(t *testing.T) {
	s := create(t, place(t), Options{})
	ctx := t.Context()
	id := must(s.AddSurvey(ctx, "  Kendskab  "))(t)
	second := must(s.SaveWave(ctx, id, smallWave("2026", 2, "a", "b")))(t)
	first := must(s.SaveWave(ctx, id, smallWave("2024", 1, "c")))(t)
	other := must(s.SaveWave(ctx, 0, smallWave("For sig", 1, "d")))(t)

	all := must(s.Surveys(ctx))(t)
	if len(all) != 2 || all[1].Title != "Kendskab" || all[0].Title != "For sig" || len(all[1].Waves) != 2 ||
		all[1].Waves[0].ID != first || all[1].Waves[1].ID != second || all[1].Waves[1].Respondents != 2 || all[1].Waves[1].Questions != 2 {
		t.Fatalf("%+v", all)
	}
	whole := must(s.Survey(ctx, id))(t)
	if whole.Title != "Kendskab" || len(whole.Waves) != 2 || whole.Waves[0].Title != "2024" {
		t.Errorf("%+v", whole)
	}
	ok(t, s.RenameSurvey(ctx, id, "Kendskab til os"))
	ok(t, s.RenameWave(ctx, first, "Forår 2024", time.Date(2024, 4, 1, 9, 0, 0, 0, time.UTC)))
	all = must(s.Surveys(ctx))(t)
	if all[1].Title != "Kendskab til os" || all[1].Waves[0].Title != "Forår 2024" || all[1].Waves[0].Date.Format(time.DateOnly) != "2024-04-01" {
		t.Errorf("%+v", all[1])
	}

	unseen := must(s.SetWaveFrame(ctx, second, []survey.Department{{Name: "A", Staff: 10}, {Name: "C", Staff: 5}}))(t)
	w := must(s.Wave(ctx, second))(t)
	if !slices.Equal(unseen, []string{"C"}) || w.Invited != 15 || !slices.Equal(w.Staff, []int{10, 0, 5}) || len(w.Questions[0].Answers) != 3 {
		t.Errorf("%v %+v", unseen, w)
	}

	mapping := survey.Mapping{Questions: map[string]string{"a": "b"}, Departments: map[string]string{"A": "AB"}}
	ok(t, s.SaveSurveyMapping(ctx, first, second, mapping))
	if got := must(s.SurveyMapping(ctx, first, second))(t); !reflect.DeepEqual(got, mapping) {
		t.Errorf("%+v", got)
	}
	ok(t, s.DeleteWave(ctx, first))
	ok(t, s.DeleteSurvey(ctx, id))
	for name, err := range map[string]error{
		"a wave deleted":       second1(s.Wave(ctx, second)),
		"a wave deleted again": s.DeleteWave(ctx, first),
		"renamed":              s.RenameWave(ctx, first, "x", time.Time{}),
		"mapped":               s.SaveSurveyMapping(ctx, first, second, mapping),
	} {
		if !fault.Is(err, WaveMissing) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"opened":  second1(s.Survey(ctx, id)),
		"deleted": s.DeleteSurvey(ctx, id),
		"renamed": s.RenameSurvey(ctx, id, "x"),
		"added":   second1(s.SaveWave(ctx, id, smallWave("x", 1, "y"))),
	} {
		if !fault.Is(err, SurveyMissing) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.AddSurvey(ctx, " "); !fault.Is(err, SurveyUntitled) {
		t.Error(err)
	}
	if got := must(s.Surveys(ctx))(t); len(got) != 1 || got[0].Waves[0].ID != other {
		t.Errorf("%+v", got)
	}
}

func second1[T any](_ T, err error) error { return err }

// Deleted answers are gone from the file, not only from the lists.
func TestDeletedAnswersAreGoneFromTheFile(t *testing.T) {
	s := create(t, place(t), Options{})
	w := smallWave("x", 1, "a")
	w.Questions[1].Text = "Et spørgsmål ingen andre stiller"
	id := must(s.SaveWave(t.Context(), 0, w))(t)
	ok(t, s.DeleteSurvey(t.Context(), must(s.Surveys(t.Context()))(t)[0].ID))
	if _, err := s.Wave(t.Context(), id); !fault.Is(err, WaveMissing) {
		t.Error(err)
	}
	ok(t, s.Close())
	data, err := os.ReadFile(s.path)
	if err != nil || strings.Contains(string(data), "ingen andre stiller") {
		t.Errorf("still there, %v", err)
	}
}

func TestProfilesFramesAndTags(t *testing.T) {
	s := create(t, place(t), Options{})
	ctx := t.Context()
	p := importer.Profile{Name: "SurveyXact", Department: "dep", Questions: []importer.Question{{ID: "a", Kind: "single", Columns: []string{"A"}, Answers: []importer.Answer{{Code: "1", Label: "Ja"}}}},
		Status: importer.Status{Column: "st", States: []importer.State{{Value: "4", Counted: true}}}, Dropped: []importer.Drop{{Column: "mail", Reason: importer.ReasonEmail}}}
	ok(t, s.SaveSurveyProfile(ctx, p))
	p.Weight = "w"
	ok(t, s.SaveSurveyProfile(ctx, p))
	if got := must(s.SurveyProfiles(ctx))(t); len(got) != 1 || !reflect.DeepEqual(got[0], p) {
		t.Errorf("%+v", got)
	}
	ok(t, s.DeleteSurveyProfile(ctx, p.Name))
	if err := s.DeleteSurveyProfile(ctx, p.Name); !fault.Is(err, ProfileMissing) {
		t.Error(err)
	}
	if err := s.SaveSurveyProfile(ctx, importer.Profile{Name: " "}); !fault.Is(err, ProfileUnnamed) {
		t.Error(err)
	}

	frame := Frame{"Personale 2026", []survey.Department{{Name: "A", Staff: 3}}}
	ok(t, s.SaveFrame(ctx, frame))
	if got := must(s.Frames(ctx))(t); !reflect.DeepEqual(got, []Frame{frame}) {
		t.Errorf("%+v", got)
	}
	ok(t, s.DeleteFrame(ctx, frame.Name))

	wave := must(s.SaveWave(ctx, 0, smallWave("x", 1, "Kortere breve", "Kortere breve", "Mere hjælp")))(t)
	ok(t, s.TagText(ctx, wave, "ord", "Kortere breve", " sprog ", true))
	ok(t, s.TagText(ctx, wave, "ord", "Kortere breve", "sprog", true))
	ok(t, s.TagText(ctx, wave, "ord", "Mere hjælp", "sprog", true))
	ok(t, s.TagText(ctx, wave, "ord", "Mere hjælp", "råd", true))
	ok(t, s.TagText(ctx, wave, "ord", "Mere hjælp", "sprog", false))
	tags := must(s.SurveyTags(ctx, wave, "ord"))(t)
	if !slices.Equal(tags.Of("Kortere breve"), []string{"sprog"}) || !slices.Equal(tags.Of("Mere hjælp"), []string{"råd"}) || tags.Counts()["sprog"] != 1 {
		t.Errorf("%+v", tags)
	}
	if err := s.TagText(ctx, wave, "andet", "x", "y", true); !fault.Is(err, WaveMissing) {
		t.Error(err)
	}
	n := must(s.SurveyThreshold(ctx))(t)
	ok(t, s.SetSurveyThreshold(ctx, 1))
	if low := must(s.SurveyThreshold(ctx))(t); n != 5 || low != 3 {
		t.Errorf("%d, then %d", n, low)
	}
}

// A piece that was changed in the file is told of and not shown as answers.
func TestDamagedAnswersAreNotShown(t *testing.T) {
	s := create(t, place(t), Options{})
	for name, statement := range map[string]string{
		"cut off":        `UPDATE survey_question SET data = substr(data, 1, length(data) - 3) WHERE position = 0`,
		"another form":   `UPDATE survey_question SET data = x'07' WHERE position = 0`,
		"of another":     `UPDATE survey_question SET data = (SELECT data FROM survey_question WHERE position = 1) WHERE position = 0`,
		"no kind":        `UPDATE survey_question SET question = '{"kind":"vers"}' WHERE position = 0`,
		"fewer answers":  `UPDATE survey_question SET question = '{"kind":"single","answers":[]}' WHERE position = 0`,
		"more people":    `UPDATE survey_wave SET respondents = 4`,
		"too many":       `UPDATE survey_wave SET respondents = 1000000000`,
		"weights":        `UPDATE survey_wave SET weights = x'0102'`,
		"departments":    `UPDATE survey_wave SET department = 9`,
		"staff unlisted": `UPDATE survey_wave SET staff = '{}'`,
	} {
		t.Run(name, func(t *testing.T) {
			fresh := must(s.SaveWave(t.Context(), 0, smallWave("x", 1, "a", "b", "c")))(t)
			ok(t, raw(t, s.path, nil)(statement))
			if _, err := s.Wave(t.Context(), fresh); !fault.Is(err, WaveDamaged) {
				t.Error(err)
			}
			ok(t, raw(t, s.path, nil)(`DELETE FROM survey`))
		})
	}
}

func TestTheSurveySchemaHoldsItsRules(t *testing.T) {
	s := create(t, place(t), Options{})
	must(s.SaveWave(t.Context(), 0, smallWave("x", 1, "a", "b")))(t)
	for _, statement := range []string{
		`INSERT INTO survey (title, created) VALUES (' ', '2026-01-01T00:00:00Z')`,
		`INSERT INTO survey (title, created) VALUES ('x', 'i går')`,
		`UPDATE survey_wave SET respondents = 0`,
		`UPDATE survey_wave SET day = '1.3.2026'`,
		`UPDATE survey_wave SET survey = 99`,
		`UPDATE survey_wave SET staff = 'x'`,
		`UPDATE survey_question SET id = 'dep'`,
		`UPDATE survey_question SET question = 'x'`,
		`INSERT INTO survey_tag VALUES (1, 'ord', 'abc', 'x')`,
		`INSERT INTO survey_tag VALUES (1, 'findes ikke', '` + strings.Repeat("a", 64) + `', 'x')`,
		`INSERT INTO survey_mapping VALUES (1, 1, '{}')`,
		`INSERT INTO survey_profile VALUES ('', '{}', '')`,
	} {
		if err := raw(t, s.path, nil)(statement); err == nil {
			t.Errorf("let through: %s", statement)
		}
	}
}

func FuzzUnpackColumn(f *testing.F) {
	w := smallWave("x", 1, "a", "b")
	for i := range w.Columns {
		data, err := packColumn(&w.Columns[i])
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, uint8(w.Questions[i].Kind), uint8(2))
	}
	f.Fuzz(func(t *testing.T, data []byte, kind, n uint8) {
		q := survey.Question{Kind: survey.Kind(kind % 6), Answers: []survey.Answer{{Code: "A"}, {Code: "B"}}}
		if c, err := unpackColumn(q, int(n), data); err == nil && c.Len() != int(n) {
			t.Errorf("%d cells", c.Len())
		}
	})
}

func BenchmarkSaveAndLoadWave45000x80(b *testing.B) {
	s := create(b, place(b), Options{NoBackup: true})
	w := survey.NewWave("stor", 45_000)
	seed := uint32(1)
	for i := range 80 {
		q := survey.Question{ID: fmt.Sprintf("q%d", i), Kind: survey.Single, Answers: make([]survey.Answer, 5)}
		c := survey.NewColumn(q, w.Respondents)
		for r := range w.Respondents {
			seed = seed*1664525 + 1013904223
			c.Choose(r, int(seed>>24%5))
		}
		w.Add(q, c)
	}
	b.ReportAllocs()
	for b.Loop() {
		id, err := s.SaveWave(b.Context(), 0, w)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Wave(b.Context(), id); err != nil {
			b.Fatal(err)
		}
		if err := s.DeleteWave(b.Context(), id); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTheOfficeCorrectsTheQuestionnaire(t *testing.T) {
	s, ctx := create(t, place(t), Options{}), t.Context()
	q, own, err := s.Questionnaire(ctx)
	if err != nil || own || len(q.Items) != 21 {
		t.Fatalf("%d items, %v, %v", len(q.Items), own, err)
	}
	q.Items[0].Text = "Hvilken afdeling er du i?"
	ok(t, s.SaveQuestionnaire(ctx, q))
	if got, own, err := s.Questionnaire(ctx); err != nil || !own || !reflect.DeepEqual(got, q) {
		t.Errorf("%v, %v", own, err)
	}
	q.Items[0].Text = ""
	if err := s.SaveQuestionnaire(ctx, q); !fault.Is(err, "questionnaire-text") {
		t.Error(err)
	}
	ok(t, s.ResetQuestionnaire(ctx))
	if got, own, err := s.Questionnaire(ctx); err != nil || own || got.Items[0].Text != BuiltInQuestionnaire().Items[0].Text {
		t.Errorf("%v, %v", own, err)
	}
}
