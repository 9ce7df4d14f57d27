package example

import (
	"context"
	"fmt"
	"strings"
	"time"

	"synlig/assets"
	"synlig/data/clock"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/store"
)

// commentsFile is assets/examples/kommentarer.json.
type commentsFile struct {
	Slots  map[string]string `json:"slots"`
	Duties []struct {
		Person  string `json:"person"`
		StandIn string `json:"stand_in"`
		From    string `json:"from"`
		To      string `json:"to"`
		Hours   string `json:"hours"`
		Note    string `json:"note"`
	} `json:"duties"`
	Comments []commentInFile `json:"comments"`
}

// commentInFile is a comment and what was done about it, step by step.
type commentInFile struct {
	Alias    string          `json:"alias"`
	Post     string          `json:"post"`
	Seen     time.Time       `json:"seen"`
	By       string          `json:"by"`
	Text     string          `json:"text"`
	Deadline string          `json:"deadline"`
	Steps    []commentedStep `json:"steps"`
}

// commentedStep is one step; which fields it needs depends on Do.
type commentedStep struct {
	Do       string             `json:"do"`
	By       string             `json:"by"`
	At       time.Time          `json:"at"`
	Yes      string             `json:"yes"` // answers that are not No: "2j 10t"
	Outcome  moderation.Outcome `json:"outcome"`
	Template string             `json:"template"`
	Values   map[string]string  `json:"values"`
	Private  bool               `json:"private"`
	Reason   string             `json:"reason"`
	Note     string             `json:"note"`
	Until    string             `json:"until"`
	Profile  string             `json:"profile"`
	Line     string             `json:"line"`
	Upheld   bool               `json:"upheld"`
	To       string             `json:"to"`
	Words    string             `json:"words"`
	Minutes  int                `json:"minutes"`
}

// moderated is a workspace that comments can be written into; *store.Store is
// one.
type moderated interface {
	Moderation() store.Moderation
	People(ctx context.Context) ([]people.Person, error)
}

// writeComments puts in the example office's comments, in every state, through
// the steps that people take, each at its own time. The texts are invented.
func writeComments(ctx context.Context, w moderated) error {
	file := read[commentsFile]("kommentarer.json")
	all, err := w.People(ctx)
	if err != nil {
		return err
	}
	staff := map[string]people.Person{}
	for _, p := range all {
		staff[p.Name] = p
	}
	m := w.Moderation()
	if err := m.At(clock.Fixed(file.Comments[0].Seen)).Prepare(ctx, Revision().Office, true); err != nil {
		return err
	}
	return m.Together(ctx, func(m store.Moderation) error {
		if err := m.SetSlots(ctx, file.Slots); err != nil {
			return err
		}
		for _, c := range file.Comments {
			if err := c.write(ctx, m, staff); err != nil {
				return fmt.Errorf("%s: %w", c.Alias, err)
			}
		}
		return file.writeDuties(ctx, m, staff)
	})
}

// writeDuties puts in the list of who looks after the page, and the invented
// guidelines that are attached to the strategy for Facebook.
func (f commentsFile) writeDuties(ctx context.Context, m store.Moderation, staff map[string]people.Person) error {
	for _, d := range f.Duties {
		duty := moderation.Duty{Person: staff[d.Person], StandIn: staff[d.StandIn], From: day(d.From), To: day(d.To), Hours: d.Hours, Note: d.Note}
		if _, err := m.SaveDuty(ctx, duty); err != nil {
			return err
		}
	}
	first := f.Comments[0]
	_, err := m.At(clock.Fixed(first.Seen)).Attach(ctx, store.FacebookKind, "Kommunens retningslinjer (eksempel).txt", "text/plain; charset=utf-8",
		assets.Read("examples/retningslinjer-eksempel.txt"), staff[first.By])
	return err
}

// day reads a day of the file. It panics as read does.
func day(text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic("examples/kommentarer.json: " + err.Error())
	}
	return at
}

func (c commentInFile) write(ctx context.Context, m store.Moderation, staff map[string]people.Person) error {
	masked, _, err := moderation.Intake(c.Text, m.MaskRules())
	if err != nil {
		return err
	}
	added, err := m.At(clock.Fixed(c.Seen.Add(2*time.Minute))).Add(ctx, staff[c.By], store.NewCase{
		Comment: masked, Post: c.Post, Alias: c.Alias, Seen: c.Seen, Deadline: day(c.Deadline), Example: true})
	if err != nil {
		return err
	}
	kept := added[0]
	for _, step := range c.Steps {
		if kept, err = step.take(ctx, m.At(clock.Fixed(step.At)), kept, staff); err != nil {
			return fmt.Errorf("%s: %w", step.Do, err)
		}
	}
	return nil
}

// take does one step.
func (s commentedStep) take(ctx context.Context, m store.Moderation, c moderation.Case, staff map[string]people.Person) (moderation.Case, error) {
	by := staff[s.By]
	switch s.Do {
	case "answer":
		return m.Answer(ctx, c.ID, c.Revision, s.answers(), by)
	case "decide":
		return s.decide(ctx, m, c, by)
	case "agree", "refuse":
		return m.Agree(ctx, c.ID, c.Revision, s.Do == "agree", s.Line, by)
	case "copy":
		return m.Copied(ctx, c.ID, c.Revision, by)
	case "send":
		return m.Sent(ctx, c.ID, c.Revision, by)
	case "done":
		return m.Done(ctx, c.ID, c.Revision, by)
	case "minutes":
		return m.Spend(ctx, c.ID, c.Revision, s.Minutes, by)
	case "export":
		return m.Exported(ctx, c.ID, c.Revision, by)
	case "assign":
		return m.Assign(ctx, c.ID, c.Revision, staff[s.To], by)
	case "hide":
		at := strings.Index(c.Comment.Text(), s.Words)
		return m.Hide(ctx, c.ID, c.Revision, at, at+len(s.Words), by)
	case "object":
		return m.Object(ctx, c.ID, c.Revision, s.Line, by)
	case "settle":
		return m.Settle(ctx, c.ID, c.Revision, s.Upheld, s.Line, by)
	case "lift":
		return m.Lift(ctx, c.ID, c.Revision, by)
	case "forget":
		_, err := m.Forget(ctx, by, c)
		return c, err
	}
	panic("examples/kommentarer.json: " + s.Do)
}

// decide answers the rest with No, as one does with a click, and decides.
func (s commentedStep) decide(ctx context.Context, m store.Moderation, c moderation.Case, by people.Person) (moderation.Case, error) {
	_, checklist, _, err := m.InForce(ctx)
	if err != nil {
		return c, err
	}
	a := s.answers()
	a = a.RestNo(checklist.Asked(a, s.Outcome))
	return m.Decide(ctx, c.ID, c.Revision, a, moderation.Choice{
		Outcome: s.Outcome, Reason: s.Reason, Note: s.Note, Template: s.Template, Values: s.Values, Private: s.Private, Until: day(s.Until), Profile: s.Profile,
	}, by)
}

// answers reads "2j 10t".
func (s commentedStep) answers() moderation.Answers {
	var a moderation.Answers
	for _, word := range strings.Fields(s.Yes) {
		n := 0
		for _, r := range word {
			if r >= '0' && r <= '9' {
				n = 10*n + int(r-'0')
			} else if answer, ok := moderation.AnswerOf(r); ok {
				a = a.With(n, answer)
			}
		}
	}
	return a
}
