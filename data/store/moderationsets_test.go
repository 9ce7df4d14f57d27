package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/moderation"
	"synlig/data/people"
)

func TestEditionsAreCited(t *testing.T) {
	d := newOffice(t)
	ok(t, d.Prepare(d.ctx, "Kontoret", false))
	ok(t, d.Prepare(d.ctx, "Kontoret", false)) // changes nothing
	plain := answered(t, "nnnnnnnj-nnnnnn--n")
	first := d.paste("Skarp kritik")
	first = must(d.Decide(d.ctx, first.ID, first.Revision, plain, moderation.Choice{Outcome: moderation.LetStand}, d.anna))(t)
	if s := first.Actions[0].Sources; s.Checklist.Number != 1 || s.Templates.Number != 1 || s.Rules.Number != 1 || !s.Checklist.Proposal() || s.Cited.Number != 1 || s.Cited.Text == "" {
		t.Errorf("%+v", s)
	}
	second := must(d.SaveChecklist(d.ctx, reworded(), d.anna))(t)
	if again := must(d.SaveChecklist(d.ctx, reworded(), d.bo))(t); again.Number != second.Number || again.Author != "Anna Holm" {
		t.Errorf("the same questions became edition %+v", again)
	}
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	ok(t, d.AdoptChecklist(d.ctx, second.Number, day, d.anna))
	wantFault(t, d.AdoptChecklist(d.ctx, second.Number, day, d.anna), EditionAdopted)
	wantFault(t, d.AdoptChecklist(d.ctx, 99, day, d.anna), EditionMissing)
	must(d.SaveChecklist(d.ctx, builtinChecklist(), d.anna))(t) // newer, but not adopted
	_, checklist, _, err := d.InForce(d.ctx)
	ok(t, err)
	if checklist.Number != second.Number || !checklist.Adopted.Equal(day) || !strings.HasSuffix(checklist.Questions[0].Text, "(vores ord)") {
		t.Errorf("%+v", checklist.Edition)
	}
	if all := must(d.Checklists(d.ctx))(t); len(all) != 4 || all[3].Number != 0 || all[1].Hash != second.Hash {
		t.Errorf("%d editions", len(all))
	}
	templates := builtinTemplates()
	templates.Templates = append([]moderation.Template{}, templates.Templates[:3]...)
	edition := must(d.SaveTemplates(d.ctx, templates, d.bo))(t)
	ok(t, d.AdoptTemplates(d.ctx, edition.Number, day, d.bo))
	_, _, set, err := d.InForce(d.ctx)
	ok(t, err)
	if len(set.Templates) != 3 || len(must(d.TemplateSets(d.ctx))(t)) != 3 {
		t.Errorf("%d templates", len(set.Templates))
	}
	// The house rules are adopted as a document is.
	ok(t, must2(d.store.Documents(HouseRulesKind).Adopt(d.ctx, document.Meeting{Body: "Kontoret", Date: day})))
	rules, _, _, err := d.InForce(d.ctx)
	ok(t, err)
	if rules.Proposal() || !rules.Adopted.Equal(day) || len(rules.Rules) != 10 {
		t.Errorf("%+v", rules.Edition)
	}
	if old := must(d.Case(d.ctx, first.ID))(t); !old.Actions[0].Sources.Rules.Proposal() {
		t.Error("an old case cites what was adopted later")
	}
	if v := must(d.Verify(d.ctx, ""))(t); !v.OK() {
		t.Errorf("%+v", v.Broken)
	}
}

func must2[T any](_ T, err error) error { return err }

func TestTheQueuesViews(t *testing.T) {
	d := newOffice(t)
	plain := answered(t, "nnnnnnnj-nnnnnn--n")
	one, two, three := d.paste("Første om boligstøtte"), d.paste("Anden om svartider"), d.paste("Tredje om boligstøtten og svar")
	two = must(d.Assign(d.ctx, two.ID, two.Revision, d.bo, d.anna))(t)
	must(d.SetDeadline(d.ctx, two.ID, two.Revision, d.today(), d.anna))(t)
	three = must(d.Decide(d.ctx, three.ID, three.Revision, plain, moderation.Choice{Outcome: moderation.LetStand}, d.anna))(t)
	for view, want := range map[View][]int64{
		ViewOpen: {one.ID, two.ID, three.ID}, ViewNew: {one.ID, two.ID}, ViewMine: {two.ID}, ViewDeadlines: {two.ID}, ViewDecided: {three.ID},
		ViewSecond: nil, ViewObjection: nil, ViewDone: nil, ViewAll: {three.ID, two.ID, one.ID},
	} {
		var got []int64
		for _, i := range must(d.Queue(d.ctx, QueueQuery{View: view, Person: d.bo}))(t) {
			got = append(got, i.ID)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", view, got, want)
		}
		if n := must(d.Counts(d.ctx, d.bo))(t)[view]; n != len(want) {
			t.Errorf("%s counts %d", view, n)
		}
	}
	for words, want := range map[string]string{
		"bolig": "[3 1]", "boligstøtten": "[3]", "boligstøtte svar": "[3 1]", "ANDEN svar": "[2]", "findes ikke": "[]", "opslag": "[3 2 1]", "Bruger 2": "[2]", "x": "[3 2 1]",
	} {
		got := []int64{}
		for _, i := range must(d.Queue(d.ctx, QueueQuery{View: ViewAll, Words: words}))(t) {
			got = append(got, i.ID)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q: %v, want %s", words, got, want)
		}
	}
	if page := must(d.Queue(d.ctx, QueueQuery{View: ViewAll, Limit: 1, Offset: 1}))(t); len(page) != 1 || page[0].ID != two.ID {
		t.Errorf("%v", page)
	}
	if due := must(d.Due(d.ctx))(t); len(due.Deadlines) != 1 {
		t.Errorf("%+v", due)
	}
	alike := must(d.Similar(d.ctx, one, plain, 5))(t)
	if len(alike) != 1 || alike[0].Case != three.ID || alike[0].Outcome != moderation.LetStand {
		t.Errorf("%+v", alike)
	}
	fresh := must(d.Fresh(d.ctx, []NewCase{{Comment: one.Comment, Post: "Opslag om svartider"}, {Comment: one.Comment, Post: "Et andet"}, {Comment: one.Comment, Post: "Opslag om svartider", Seen: noon.AddDate(1, 0, 0)}}))(t)
	if len(fresh) != 2 {
		t.Errorf("%d of 3 are new", len(fresh))
	}
}

func TestANewRetentionMovesTheDays(t *testing.T) {
	d := newOffice(t)
	c := d.paste("Tak")
	c = must(d.Decide(d.ctx, c.ID, c.Revision, answered(t, "nnnnnnnj-nnnnnn--n"), moderation.Choice{Outcome: moderation.LetStand}, d.anna))(t)
	c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
	before := c.ForgetOn
	ok(t, d.SetRetention(d.ctx, moderation.Retention{Stood: 1, Removed: 1, Blocked: 1, Objection: 1}))
	if c = must(d.Case(d.ctx, c.ID))(t); before.IsZero() || !c.ForgetOn.Equal(before.AddDate(0, -5, 0)) {
		t.Errorf("%v, before %v", c.ForgetOn, before)
	}
	later := d.Moderation.At(ticking(noon.AddDate(0, 2, 0)))
	if due := must(later.Due(d.ctx))(t); len(due.Forget) != 1 {
		t.Errorf("%+v", due)
	}
	wantFault(t, d.SetRetention(d.ctx, moderation.Retention{}), moderation.RetentionInvalid)
}

func TestOnlyThoseWhoWorkHereAct(t *testing.T) {
	d := newOffice(t)
	c := d.paste("Hej")
	for _, nobody := range []people.Person{{}, {ID: 99, Name: "Ukendt"}} {
		_, err := d.AddNote(d.ctx, c.ID, c.Revision, "x", nobody)
		wantFault(t, err, CaseUnsigned)
	}
	_, err := d.Case(d.ctx, 99)
	wantFault(t, err, CaseMissing)
	_, err = d.AddNote(d.ctx, c.ID, c.Revision, " ", d.anna)
	wantFault(t, err, moderation.CommentEmpty)
}

// TestTheBuiltInTextsAreEasyToRead holds our own texts to what they ask of
// others.
func TestTheBuiltInTextsAreEasyToRead(t *testing.T) {
	rules := danish.New(BuiltInWordLists())
	for _, kind := range []string{HouseRulesKind, InternalKind, FacebookKind} {
		var text strings.Builder
		for _, b := range BuiltinDocument(kind) {
			text.WriteString(b.Text + "\n")
		}
		if r := rules.Measure(text.String()); r.LIX >= 35 {
			t.Errorf("%s has LIX %.1f", kind, r.LIX)
		}
	}
}

func TestTogetherIsAllOrNothing(t *testing.T) {
	d := newOffice(t)
	broken := fmt.Errorf("stop")
	err := d.Together(d.ctx, func(m Moderation) error {
		masked, _, err := moderation.Intake("Hej", m.MaskRules())
		ok(t, err)
		c := must(m.Add(d.ctx, d.anna, NewCase{Comment: masked}))(t)[0]
		if c := must(m.AddNote(d.ctx, c.ID, c.Revision, "en linje", d.anna))(t); len(c.Notes) != 1 {
			t.Errorf("%+v", c)
		}
		return broken
	})
	if err != broken {
		t.Error(err)
	}
	if v := must(d.Verify(d.ctx, ""))(t); v.Lines != 0 {
		t.Errorf("%d lines were kept", v.Lines)
	}
}
