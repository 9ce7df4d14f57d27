package survey

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synlig/assets"
	"synlig/data/document"
	"synlig/data/fault"
)

func template(t testing.TB) Questionnaire {
	t.Helper()
	q, err := ReadQuestionnaire(assets.Read("survey/questionnaire.json"))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestTheTemplateHasTwentyQuestions(t *testing.T) {
	q := template(t)
	numbered, checks := 0, 0
	for _, item := range q.Items {
		if item.Number > 0 {
			numbered++
			if item.Number != numbered {
				t.Errorf("%q has number %d", item.Text, item.Number)
			}
		}
		if item.Check != "" {
			checks++
		}
	}
	if numbered != 20 || checks < 4 {
		t.Errorf("%d questions, %d to be checked", numbered, checks)
	}
	questions := q.Questions()
	for _, want := range []struct {
		id, from string
		codes    string
	}{{"emne", "kontakt", "2,3,4"}, {"lettere", "klarret", "1"}, {"tillid", "hoert", "1,2"}, {"whistleblower", "", ""}} {
		for _, got := range questions {
			if got.ID == want.id && (got.Route.Question != want.from || strings.Join(got.Route.Codes, ",") != want.codes) {
				t.Errorf("%s: %+v", want.id, got.Route)
			}
		}
	}
	for _, l := range []Letter{q.Invitation, q.Reminder} {
		if l.Subject == "" || len(l.Body) < 4 || !strings.Contains(l.PlainText(), "[link]") || !strings.Contains(l.PlainText(), "[dato]") {
			t.Errorf("%+v", l)
		}
	}
}

func TestTheQuestionnaireAsText(t *testing.T) {
	q := Questionnaire{Title: "Kender du os?", Intro: []string{"Det tager kort tid."}, Items: []Item{
		{Number: 1, ID: "a", Text: "Kender du os?", Kind: "single", Answers: []ItemAnswer{{Text: "Ja", Right: true}, {Text: "Nej"}}, Check: "Ret mig."},
		{Number: 2, ID: "b", Text: "Hvorfra?", Kind: "multi", Hint: "Sæt kryds.", Only: "Kun hvis ja.", Answers: []ItemAnswer{{Text: "Avisen"}, {Text: "Andet"}}},
		{ID: "c", Text: "Forslag?", Kind: "text"},
	}}
	const text = "Kender du os?\n\nDet tager kort tid.\n\n1. Kender du os?\n    ( ) Ja\n    ( ) Nej\n\n2. Hvorfra?\n    Kun hvis ja.\n    Sæt kryds.\n    [ ] Avisen\n    [ ] Andet\n\nForslag?\n    ______________________________\n"
	if got := q.PlainText(); got != text {
		t.Errorf("%s", got)
	}
	const marked = "# Kender du os?\n\nDet tager kort tid.\n\n### 1\\. Kender du os?\n\n- Ja\n- Nej\n\n### 2\\. Hvorfra?\n\n*Kun hvis ja.*\n\n*Sæt kryds.*\n\n- Avisen\n- Andet\n\n### Forslag?\n"
	if got := q.Markdown(); got != marked {
		t.Errorf("%s", got)
	}
}

// What Markdown says is what the blocks say, whatever stands in the questions.
func TestMarkdownSaysTheSame(t *testing.T) {
	same := func(t rapid.TB, blocks []document.Block, source string) {
		read := document.FromMarkdown(source)
		if len(read) != len(blocks) {
			t.Fatalf("%d blocks, want %d, of\n%s", len(read), len(blocks), source)
		}
		for i := range read {
			if !read[i].Equal(blocks[i]) {
				t.Fatalf("%+v, want %+v, of\n%s", read[i], blocks[i], source)
			}
		}
	}
	q := template(t)
	for _, l := range []Letter{q.Invitation, q.Reminder} {
		same(t, l.Blocks(), l.Markdown())
	}
	same(t, q.Blocks(), q.Markdown())
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z#>+=~*_&<\[\]0-9.)\-\x60\\]{1,8}( [a-z*_.]{1,6})?`)
		q := Questionnaire{Title: word.Draw(t, "title"), Intro: []string{word.Draw(t, "intro")}}
		for n := range rapid.IntRange(0, 3).Draw(t, "items") {
			item := Item{Number: n, Text: word.Draw(t, "text"), Hint: "x" + word.Draw(t, "hint") + "x"}
			for range rapid.IntRange(0, 3).Draw(t, "answers") {
				item.Answers = append(item.Answers, ItemAnswer{Text: word.Draw(t, "answer")})
			}
			q.Items = append(q.Items, item)
		}
		same(t, q.Blocks(), q.Markdown())
	})
}

func TestQuestionnairesThatCannotBeAsked(t *testing.T) {
	two := []ItemAnswer{{Text: "Ja"}, {Text: "Nej"}}
	first := Item{ID: "a", Text: "A?", Kind: "single", Answers: two}
	for code, item := range map[fault.Code]Item{
		"questionnaire-text":    {ID: "b", Kind: "text"},
		"questionnaire-id":      {ID: "a", Text: "B?", Kind: "text"},
		"questionnaire-kind":    {ID: "b", Text: "B?", Kind: "vers"},
		"questionnaire-answers": {ID: "b", Text: "B?", Kind: "single", Answers: []ItemAnswer{{Text: "Ja"}, {Text: "Ja"}}},
		"questionnaire-route":   {ID: "b", Text: "B?", Kind: "text", Route: &ItemRoute{Question: "a", Answers: []string{"Måske"}}},
	} {
		if err := (Questionnaire{Items: []Item{first, item}}).Check(); !fault.Is(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
	if _, err := ReadQuestionnaire([]byte("{")); !fault.Is(err, "questionnaire-unreadable") {
		t.Error(err)
	}
}
