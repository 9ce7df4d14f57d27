package moderation

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"synlig/assets"
	"synlig/data/document"
	"synlig/data/fault"
)

func builtin(t interface{ Fatal(...any) }) (Checklist, RuleSet, TemplateSet) {
	c, err := ReadChecklist(assets.Read("rules/tjekliste.json"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := ReadTemplates(assets.Read("rules/svarskabeloner.json"))
	if err != nil {
		t.Fatal(err)
	}
	blocks, err := document.Read("ordensregler.md", assets.Read("rules/ordensregler.md"))
	if err != nil {
		t.Fatal(err)
	}
	return c, RulesOf(document.Version{Blocks: blocks}), s
}

// all is the answer No to every question but those named: "8j 16t".
func all(t testing.TB, but ...string) Answers {
	t.Helper()
	var a Answers
	for n := 1; n <= Questions; n++ {
		a = a.With(n, No)
	}
	for _, b := range but {
		n := 0
		for _, r := range b {
			if r >= '0' && r <= '9' {
				n = 10*n + int(r-'0')
			} else if r == '!' {
				a = a.WithDetail(n, true)
			} else if answer, ok := AnswerOf(r); ok {
				a = a.With(n, answer)
			} else {
				t.Fatalf("%q is no answer", b)
			}
		}
	}
	return a
}

// TestEveryQuestionsOutcome is the checklist's table, row by row: Yes and in
// doubt, with the rule and the templates.
func TestEveryQuestionsOutcome(t *testing.T) {
	c, rules, _ := builtin(t)
	for _, row := range []struct {
		answer    string
		outcome   Outcome
		rule      int
		templates []string
		do        string // one of what happens now
		second    bool
	}{
		{"1j", CallHelp, 8, nil, "call-help", false},
		{"1t", Ask, 8, nil, "ask-colleague-now", false},
		{"2j", Delete, 3, []string{"T2"}, "delete-at-once", false},
		{"2t", Delete, 3, []string{"T2"}, "hiding-not-enough", false},
		{"3j", Delete, 3, []string{"T2"}, "invite-rewrite", false},
		{"3t", Ask, 3, nil, "ask-colleague", false},
		{"3t!", Delete, 3, []string{"T2"}, "offer-contact", false},
		{"4j", Delete, 4, []string{"T2"}, "delete", false},
		{"4t", Delete, 4, []string{"T2"}, "delete", false},
		{"5j", Delete, 4, []string{"T2"}, "welcome-criticism", false},
		{"5t", Ask, 4, nil, "ask-colleague", false},
		{"6j", Delete, 2, []string{"T4"}, "weigh-police", false},
		{"6t", Delete, 2, []string{"T4"}, "two-persons", true},
		{"7j", Delete, 2, []string{"T4"}, "delete", false},
		{"7t", Ask, 2, nil, "ask-colleague-today", false},
		{"8j", LetStand, 1, []string{"T7", "T8"}, "criticism-stays", false},
		{"8t", LetStand, 1, []string{"T7", "T8"}, "let-stand", false},
		{"9j", Remind, 1, []string{"T3"}, "remind", false},
		{"9t", Remind, 1, []string{"T3"}, "let-stand", false},
		{"9j!", Delete, 1, []string{"T4"}, "delete", false},
		{"10j", Guide, 5, []string{"T1"}, "ask-nothing-in-thread", false},
		{"10t", Guide, 5, []string{"T1"}, "guide", false},
		{"11j", Guide, 5, []string{"T1"}, "reveal-nothing", false},
		{"11t", Guide, 5, []string{"T1"}, "guide-in-general", false},
		{"12j", Reply, 5, []string{"T8"}, "say-guidance-only", false},
		{"12t", Promise, 5, []string{"T8"}, "promise-by-day", false},
		{"13j", Correct, 5, []string{"T8"}, "correct-with-link", false},
		{"13t", Investigate, 5, []string{"T8"}, "find-out-first", false},
		{"14j", Delete, 7, nil, "report-profile", false},
		{"14t", Hide, 7, nil, "open-no-links", false},
		{"15j", ShowWay, 6, []string{"T6"}, "show-way", false},
		{"15t", LetStand, 6, []string{"T6"}, "let-stand", false},
		{"16j", WeighBlock, 9, []string{"T5"}, "notice-first", true},
		{"16t", Remind, 9, []string{"T3"}, "remind-again", false},
		{"17j", LetStand, 0, []string{"T7"}, "let-stand", false},
		{"17n", LetStand, 0, []string{"T7"}, "let-stand", false},
		{"18j", LetStand, 0, []string{"T7"}, "export-to-journal", false},
		{"18t", LetStand, 0, []string{"T7"}, "ask-journal", false},
		{"18n", LetStand, 0, []string{"T7"}, "let-stand", false},
	} {
		t.Run(row.answer, func(t *testing.T) {
			// The equality test is passed, so that the table's own outcome is seen.
			a := all(t, "17j", row.answer)
			r := c.Recommend(rules, a, "")
			if r.Outcome != row.outcome || r.Second != row.second || !slices.Equal(r.Templates, row.templates) || !slices.Contains(r.Do, row.do) {
				t.Errorf("got %+v", r)
			}
			rule := 0
			if len(r.Rules) > 0 {
				rule = r.Rules[0].Number
			}
			if rule != row.rule {
				t.Errorf("rule %d, want %d", rule, row.rule)
			}
			if !r.Complete() {
				t.Errorf("question %d is still to be asked", r.Next)
			}
		})
	}
}

func TestHowAnswersWorkTogether(t *testing.T) {
	c, rules, _ := builtin(t)
	for name, want := range map[string]struct {
		a        Answers
		outcome  Outcome
		equality Equality
		next     int
	}{
		"nothing answered":                     {Answers{}, "", EqualityNone, 1},
		"stop: the rest is for the record":     {Answers{}.With(1, Yes), CallHelp, EqualityNone, 0},
		"the first hit is the main one":        {all(t, "5j", "7j", "17j"), Delete, EqualityPassed, 0},
		"criticism skips question 9":           {all(t, "8j").With(9, Unanswered), LetStand, EqualityNone, 0},
		"criticism in doubt does not":          {all(t, "8t").With(9, Unanswered), LetStand, EqualityNone, 9},
		"again: abuse is deleted":              {all(t, "9j", "16j", "17j"), Delete, EqualityPassed, 0},
		"again: off the topic is deleted":      {all(t, "15j", "16j", "17j"), Delete, EqualityPassed, 0},
		"16 is not asked without a breach":     {all(t, "10j").With(16, Unanswered), Guide, EqualityNone, 0},
		"16 is asked with one":                 {all(t, "9j").With(16, Unanswered), Remind, EqualityNone, 16},
		"17 is asked before a removal":         {all(t, "7j").With(17, Unanswered), Delete, EqualityPending, 17},
		"17 is not asked before protection":    {all(t, "2j").With(17, Unanswered), Delete, EqualityExempt, 0},
		"17 is not asked before a hidden spam": {all(t, "14t").With(17, Unanswered), Hide, EqualityExempt, 0},
		"17 in doubt: let stand":               {all(t, "7j", "17t"), LetStand, EqualityFailed, 0},
		"17 is No: let stand":                  {all(t, "5j", "17n"), LetStand, EqualityFailed, 0},
		"17 is No, but protection goes first":  {all(t, "4j", "17n"), Delete, EqualityExempt, 0},
		"one's own matter in doubt asks first": {all(t, "3t", "7j", "17n"), Ask, EqualityFailed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if r := c.Recommend(rules, want.a, ""); r.Outcome != want.outcome && name != "one's own matter in doubt asks first" || r.Equality != want.equality || r.Next != want.next {
				t.Errorf("got %+v", r)
			}
		})
	}
	if r := c.Recommend(rules, all(t, "8j", "10j"), ""); r.Outcome != LetStand || r.Templates[0] != "T1" || !slices.Contains(r.Offered, Guide) {
		t.Errorf("criticism with a case of one's own is %+v", r)
	}
	if next := c.Next(all(t, "8j").With(17, Unanswered), Delete); next != QEquality {
		t.Errorf("a removal that was not recommended asks %d", next)
	}
}

func TestTheChecklistIsAsWritten(t *testing.T) {
	c, rules, templates := builtin(t)
	if len(c.Questions) != Questions || len(rules.Rules) != 10 || len(templates.Templates) != 8 || !rules.Proposal() || !c.Proposal() {
		t.Fatalf("%d questions, %d rules, %d templates", len(c.Questions), len(rules.Rules), len(templates.Templates))
	}
	for _, q := range c.Questions {
		for _, advice := range q.all() {
			for _, n := range advice.Rules {
				if _, ok := rules.Rule(n); !ok {
					t.Errorf("question %d cites rule %d, which is not there", q.Number, n)
				}
			}
			for _, key := range advice.Templates {
				if _, ok := templates.Template(key); !ok {
					t.Errorf("question %d uses %s, which is not there", q.Number, key)
				}
			}
		}
		if q.Short == "" {
			t.Errorf("question %d has no short name", q.Number)
		}
	}
	if r, _ := rules.Rule(1); r.Title != "Tal ordentligt" {
		t.Errorf("rule 1 is %+v", r)
	}
	again, err := ReadChecklist(c.Content())
	if err != nil || again.Hash != c.Hash {
		t.Errorf("the content reads back as %s, %v", again.Hash, err)
	}
}

func TestAnEditedChecklistKeepsTheHardRules(t *testing.T) {
	for code, edit := range map[fault.Code]func(*Checklist){
		ChecklistLength:  func(c *Checklist) { c.Questions = c.Questions[:17] },
		ChecklistText:    func(c *Checklist) { c.Questions[3].Text = "" },
		ChecklistOutcome: func(c *Checklist) { c.Questions[3].Yes.Outcome = Exclude },
		ChecklistCPR:     func(c *Checklist) { c.Questions[1].Yes.Outcome = Hide },
		ChecklistStays:   func(c *Checklist) { c.Questions[7].Yes.Outcome = Delete },
	} {
		c, _, _ := builtin(t)
		c.Questions = slices.Clone(c.Questions)
		edit(&c)
		if err := c.Check(); !fault.Is(err, code) {
			t.Errorf("%s: %v", code, err)
		}
		if _, err := ReadChecklist(c.Content()); !fault.Is(err, code) {
			t.Errorf("%s read: %v", code, err)
		}
	}
	c, _, _ := builtin(t)
	c.Questions = slices.Clone(c.Questions)
	c.Questions[2], c.Questions[3] = c.Questions[3], c.Questions[2]
	if err := c.Check(); !fault.Is(err, ChecklistLength) {
		t.Errorf("another order: %v", err)
	}
}

// anyAnswers draws answers to all questions, each as likely as the others.
func anyAnswers(t *rapid.T) Answers {
	var a Answers
	for n := 1; n <= Questions; n++ {
		a = a.With(n, Answer(rapid.IntRange(0, 3).Draw(t, "answer")))
		a = a.WithDetail(n, rapid.Bool().Draw(t, "detail"))
	}
	// Half the time nothing protects, so that criticism comes up.
	if rapid.Bool().Draw(t, "calm") {
		for n := 1; n <= 7; n++ {
			a = a.With(n, No)
		}
		a = a.With(8, Yes)
	}
	return a
}

// TestHardRules draws answers and choices, and holds what comes out against
// each of the rules at the end of the checklist.
func TestHardRules(t *testing.T) {
	c, rules, _ := builtin(t)
	day := monday
	rapid.Check(t, func(t *rapid.T) {
		a := anyAnswers(t)
		choice := Choice{
			Outcome: rapid.SampledFrom(AllOutcomes()).Draw(t, "outcome"), Reason: rapid.SampledFrom([]string{"", "fordi"}).Draw(t, "reason"),
			Template: rapid.SampledFrom([]string{"", "T5"}).Draw(t, "template"), Reply: Filled{Recorded: "Hej."},
			Until: rapid.SampledFrom([]Until{{}, {day}, {day.AddDate(0, 1, 0)}, {day.AddDate(9, 0, 0)}}).Draw(t, "until").Time,
		}
		r := c.Recommend(rules, a, choice.Outcome)
		if a.Of(QCPR) == Yes {
			for _, o := range append([]Outcome{r.Outcome}, r.Offered...) {
				if o == Hide || o.Stays() {
					t.Fatalf("question 2 is Yes and %s is offered", o)
				}
			}
		}
		if again := c.Recommend(rules, a, choice.Outcome); again.Outcome != r.Outcome || a != a.With(0, Yes) {
			t.Fatal("to recommend changed something")
		}
		d, err := c.Decide(rules, a, choice, day)
		if err != nil {
			return
		}
		removes := choice.Outcome.Removes()
		switch {
		case !slices.Contains(Choices(), choice.Outcome):
			t.Fatal("an outcome nobody can choose was let through")
		case removes && Criticism(a) && (!d.NeedsSecond || d.Reason == ""):
			t.Fatal("criticism is removed by one, or without a reason")
		case removes && a.Of(QEquality) == No && !c.Protects(a) && !d.NeedsSecond:
			t.Fatal("a removal that failed the equality test needs no second person")
		case removes && !c.Protects(a) && a.Of(QEquality) == Unanswered:
			t.Fatal("a removal without the equality test")
		case choice.Outcome == Exclude && (!d.NeedsSecond || d.Reason == "" || !d.Until.After(day) || d.Until.Sub(day) > MaxBlock || d.Template == ""):
			t.Fatalf("a block by one, without a reason, an end or a notice: %+v", d)
		case !slices.Contains(r.Offered, choice.Outcome) && d.Reason == "":
			t.Fatal("chosen otherwise without a line")
		case removes && a.Of(QCPR) != Yes && Criticism(a) && r.Outcome.Removes():
			t.Fatal("criticism is recommended to be removed")
		}
	})
}

// TestNothingIsTickedForAnybody: the words of a comment reach hints, and only
// hints; answers come from nowhere else than With.
func TestNothingIsTickedForAnybody(t *testing.T) {
	text := "Mit cpr er 140585-2981, dit svin"
	hints := Hints(text, []Signal{{"rude", 28, 32}, {"cpr", 11, 22}, {"rude", 28, 32}, {"unknown", 0, 3}, {"cpr", 5, 900}})
	if len(hints) != 2 || hints[0].Question != QCPR || hints[1].Question != QAbuse || hints[1].Words[0] != text[28:32] {
		t.Errorf("%+v", hints)
	}
	var a Answers
	c, rules, _ := builtin(t)
	if r := c.Recommend(rules, a, ""); r.Outcome != "" || r.Next != 1 || !a.Empty() {
		t.Errorf("without an answer: %+v", r)
	}
}

func TestARuleSetWithoutRules(t *testing.T) {
	c, _, _ := builtin(t)
	r := c.Recommend(RuleSet{}, all(t, "7j", "17j"), "")
	if r.Outcome != Delete || len(r.Rules) != 0 {
		t.Errorf("%+v", r)
	}
	d, err := c.Decide(RuleSet{}, all(t, "7j", "17j"), Choice{Outcome: Delete}, monday)
	if err != nil || d.Rule != 0 {
		t.Errorf("%+v %v", d, err)
	}
	if set := RulesOf(document.Version{Blocks: []document.Block{{Kind: document.Paragraph, Text: "Ingen regler."}}}); len(set.Rules) != 0 {
		t.Errorf("%+v", set)
	}
}

func TestAnswersReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyAnswers(t)
		if back, ok := ReadAnswers(a.Letters(), a.Details()); !ok || back != a {
			t.Fatalf("%s %s", a.Letters(), a.Details())
		}
	})
	for _, bad := range []string{"", "jjj", "xxxxxxxxxxxxxxxxxx", "øøøøøøøøø"} {
		if _, ok := ReadAnswers(bad, "------------------"); ok {
			t.Errorf("%q was read", bad)
		}
	}
}
