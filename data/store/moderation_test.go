package store

import (
	"context"
	"testing"
	"time"

	"synlig/data/clock"
	"synlig/data/moderation"
	"synlig/data/people"
)

// office is a workspace with three colleagues and a clock that goes on a minute
// with every look.
type office struct {
	*testing.T
	Moderation
	ctx             context.Context
	anna, bo, carla people.Person
}

func ticking(start time.Time) clock.Clock {
	at := start
	return func() time.Time { at = at.Add(time.Minute); return at }
}

func newOffice(t *testing.T) *office { return deskOf(t, create(t, place(t), Options{})) }

func deskOf(t *testing.T, s *Store) *office {
	d := &office{T: t, Moderation: s.Moderation().At(ticking(noon)), ctx: t.Context()}
	for i, p := range []*people.Person{&d.anna, &d.bo, &d.carla} {
		*p = must(s.AddPerson(d.ctx, people.Person{Name: []string{"Anna Holm", "Bo Ek", "Carla Lund"}[i], Active: true}))(t)
	}
	return d
}

func (d *office) paste(text string) moderation.Case {
	d.Helper()
	masked, _, err := moderation.Intake(text, d.MaskRules())
	ok(d.T, err)
	return must(d.Add(d.ctx, d.anna, NewCase{Comment: masked, Post: "Opslag om svartider"}))(d.T)[0]
}

// answers are eighteen letters.
func answered(t testing.TB, letters string) moderation.Answers {
	t.Helper()
	a, ok := moderation.ReadAnswers(letters, "------------------")
	if !ok {
		t.Fatalf("%q are no answers", letters)
	}
	return a
}

func TestPlainCase(t *testing.T) {
	d := newOffice(t)
	c := d.paste("Jeg har en sag hos jer om mit barn. Hvorfor svarer I ikke? Mit cpr er 140585-2981.")
	if got := c.Comment.Text(); got != "Jeg har en sag hos jer om mit barn. Hvorfor svarer I ikke? Mit cpr er [cpr-nummer]." {
		t.Errorf("kept %q", got)
	}
	a := answered(t, "nnnnnnnnnjnnnnn--n")
	c = must(d.Decide(d.ctx, c.ID, c.Revision, a, moderation.Choice{Outcome: moderation.Guide, Template: "T1",
		Values: map[string]string{"kontaktlink": "example.org, tlf. 33 00 00 00", "initialer": "AH"}}, d.anna))(t)
	if c.State != moderation.StateDecided || c.Next() != moderation.StepCopy {
		t.Fatalf("%s %s", c.State, c.Next())
	}
	c = must(d.Copied(d.ctx, c.ID, c.Revision, d.anna))(t)
	c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
	if c.State != moderation.StateDone || c.Next() != moderation.StepNone {
		t.Fatalf("%s %s", c.State, c.Next())
	}
	v := must(d.Verify(d.ctx, ""))(t)
	if !v.OK() || v.Lines != 6 {
		t.Errorf("%+v %+v", v, v.Broken)
	}
	events := ""
	for _, e := range must(d.Log(d.ctx, c.ID, 0))(t) {
		events += string(e.Event) + " "
	}
	if events != "modtaget besluttet svar_kopieret gjort_paa_facebook " {
		t.Error(events)
	}
}
