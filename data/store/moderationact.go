package store

import (
	"context"
	"encoding/json"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// Answer keeps the answers to the checklist as they are so far, with the
// editions they were given by. The record gets a line when they are complete,
// by Decide.
func (m Moderation) Answer(ctx context.Context, id int64, revision int, a moderation.Answers, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, _ time.Time) error {
		if c.State == moderation.StateWaiting {
			return fault.New(CaseOrder, "step", string(moderation.StepSecond))
		}
		c.Answers = a
		if c.State == moderation.StateNew && !a.Empty() {
			c.State = moderation.StateWorking
		}
		if c.Owner.ID == 0 {
			c.Owner = by
		}
		_, _, _, sources, err := m.inForce(tx)
		c.Sources = sources
		return err
	})
}

// Decide keeps what a person decided: the snapshot's hash, the action with its
// note and notice, and the line in the record, in one transaction. Where a
// second person has to agree it is a proposal until Agree. The editions are
// those in force now. Codes: those of moderation.Checklist.Decide, CaseOrder.
func (m Moderation) Decide(ctx context.Context, id int64, revision int, a moderation.Answers, choice moderation.Choice, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		if step := c.Next(); step == moderation.StepSecond || step == moderation.StepSettle {
			return fault.New(CaseOrder, "step", string(step))
		}
		rules, checklist, templates, sources, err := m.inForce(tx)
		if err != nil {
			return err
		}
		if choice.Template != "" {
			template, ok := templates.Template(choice.Template)
			if !ok {
				return fault.New(moderation.ReplyNotReady)
			}
			if cited := checklist.Recommend(rules, a, choice.Outcome).Rules; choice.Rule == 0 && len(cited) > 0 {
				choice.Rule = cited[0].Number
			}
			values, err := tx.slotValues(choice, by, now)
			if err != nil {
				return err
			}
			choice.Reply = template.Fill(values, c.Comment.Text(), m.ReplyRules())
		}
		choice.Reason, choice.Note, choice.Profile = m.masked(choice.Reason), m.masked(choice.Note), m.masked(choice.Profile)
		d, err := checklist.Decide(rules, a, choice, m.today())
		if err != nil {
			return err
		}
		if sources, err = m.keepCited(tx, sources, now); err != nil {
			return err
		}
		if rule, ok := rules.Rule(d.Rule); ok {
			sources.Cited = rule
		}
		d.Sources = sources
		c.Answers, c.Sources = a, sources
		action, err := tx.insertAction(*c, d, by, now)
		if err != nil {
			return err
		}
		event := moderation.EventDecided
		c.State = moderation.StateDecided
		switch {
		case d.NeedsSecond:
			event, c.State = moderation.EventProposed, moderation.StateWaiting
		case d.Outcome.Open():
			c.State = moderation.StateWorking
		}
		if c.Owner.ID == 0 {
			c.Owner = by
		}
		return tx.logLine(now, event, c.ID, by, contentOf(action))
	})
}

func (t tx) insertAction(c moderation.Case, d moderation.Decision, by people.Person, now time.Time) (moderation.Action, error) {
	a := moderation.Action{Decision: d, By: by, At: now, Snapshot: c.Comment.Hash()}
	var err error
	a.ID, err = t.insert(`INSERT INTO moderation_action ("case", outcome, recommended, question, rule, offered, exempt, needs_second,
			reason, note, template, reply, private, until, answers, details, sources, snapshot, person, name, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) RETURNING id`,
		c.ID, string(d.Outcome), string(d.Recommended), d.Question, d.Rule, asInt(d.Offered), asInt(d.Exempt), asInt(d.NeedsSecond),
		d.Reason, d.Note, d.Template, d.Reply, asInt(d.Private), dayText(d.Until), d.Answers.Letters(), d.Answers.Details(), jsonText(d.Sources),
		a.Snapshot, by.ID, by.Name, stampText(now))
	if err == nil && d.Profile != "" {
		err = t.exec("INSERT INTO moderation_profile (action, name) VALUES ($1, $2)", a.ID, d.Profile)
	}
	return a, err
}

// logAction is what the record keeps of an action. The profile's name is not
// in it: it goes when the block ends.
type logAction struct {
	Action      int64              `json:"action"`
	Outcome     moderation.Outcome `json:"outcome"`
	Recommended moderation.Outcome `json:"recommended"`
	Question    int                `json:"question"`
	Rule        int                `json:"rule"`
	Offered     bool               `json:"offered"`
	Exempt      bool               `json:"exempt"`
	NeedsSecond bool               `json:"needsSecond"`
	Reason      string             `json:"reason"`
	Note        string             `json:"note"`
	Template    string             `json:"template"`
	Reply       string             `json:"reply"`
	Private     bool               `json:"private"`
	Until       string             `json:"until"`
	Answers     string             `json:"answers"`
	Details     string             `json:"details"`
	Sources     json.RawMessage    `json:"sources"` // moderation.Sources, as it is kept
	Snapshot    string             `json:"snapshot"`
}

func contentOf(a moderation.Action) logAction {
	return logAction{
		a.ID, a.Outcome, a.Recommended, a.Question, a.Rule, a.Offered, a.Exempt, a.NeedsSecond, a.Reason, a.Note,
		a.Template, a.Reply, a.Private, dayText(a.Until), a.Answers.Letters(), a.Answers.Details(), json.RawMessage(jsonText(a.Sources)), a.Snapshot,
	}
}

// logStep is a later step of an action.
type logStep struct {
	Action int64  `json:"action"`
	Text   string `json:"text,omitempty"`
}

// Agree is the second person's answer to a proposal: yes, and it counts; no,
// and nothing is done and the case is open again. A no needs a line. Codes:
// moderation.SecondSame, moderation.ReasonMissing, CaseOrder.
func (m Moderation) Agree(ctx context.Context, id int64, revision int, agree bool, line string, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		a, err := current(c, moderation.StepSecond)
		if err != nil {
			return err
		}
		if err := moderation.Agree(a.By, by); err != nil {
			return err
		}
		line = m.masked(line)
		if !agree && line == "" {
			return fault.New(moderation.ReasonMissing)
		}
		now = after(now, a.At)
		if err := tx.exec("UPDATE moderation_action SET second = $1, second_name = $2, second_at = $3, refused = $4, answer = $5 WHERE id = $6",
			by.ID, by.Name, stampText(now), asInt(!agree), line, a.ID); err != nil {
			return err
		}
		event := moderation.EventAgreed
		c.State = moderation.StateDecided
		if !agree {
			event, c.State = moderation.EventRefused, moderation.StateWorking
			if err := tx.exec("DELETE FROM moderation_profile WHERE action = $1", a.ID); err != nil {
				return err
			}
		}
		return tx.logLine(now, event, c.ID, by, logStep{a.ID, line})
	})
}

// current is the action whose next step is the given one.
func current(c *moderation.Case, step moderation.Step) (moderation.Action, error) {
	a, ok := c.Current()
	if next := c.Next(); !ok || next != step {
		return a, fault.New(CaseOrder, "step", string(next))
	}
	return a, nil
}

// Copied says that the reply went to the clipboard. It comes after the
// decision, and may come more than once; the first counts.
func (m Moderation) Copied(ctx context.Context, id int64, revision int, by people.Person) (moderation.Case, error) {
	return m.step(ctx, id, revision, by, moderation.StepCopy, moderation.EventCopied, "copied_at")
}

// Sent says that the notice was sent, before the block.
func (m Moderation) Sent(ctx context.Context, id int64, revision int, by people.Person) (moderation.Case, error) {
	return m.step(ctx, id, revision, by, moderation.StepSend, moderation.EventSent, "sent_at")
}

// Done says "gjort på Facebook". The app cannot see whether it is true.
func (m Moderation) Done(ctx context.Context, id int64, revision int, by people.Person) (moderation.Case, error) {
	return m.step(ctx, id, revision, by, moderation.StepDone, moderation.EventDone, "done_at")
}

func (m Moderation) step(ctx context.Context, id int64, revision int, by people.Person, step moderation.Step, event moderation.Event, column string) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		a, err := current(c, step)
		if err != nil {
			return err
		}
		now = after(now, moderation.Latest(a.At, a.SecondAt, a.CopiedAt, a.SentAt))
		if err := tx.exec("UPDATE moderation_action SET "+column+" = $1 WHERE id = $2", stampText(now), a.ID); err != nil {
			return err
		}
		if step == moderation.StepDone && !a.Outcome.Open() {
			c.State = moderation.StateDone
		}
		return tx.logLine(now, event, c.ID, by, logStep{Action: a.ID})
	})
}

func (t tx) actionsOf(id int64) (actions []moderation.Action, err error) {
	err = t.eachAction(`a."case" = $1`, []any{id}, func(_ int64, a moderation.Action) error {
		actions = append(actions, a)
		return nil
	})
	return actions, err
}

// eachAction reads the actions that meet a condition, in order, each with its
// case.
func (t tx) eachAction(where string, args []any, each func(id int64, a moderation.Action) error) error {
	return t.all(`SELECT a."case", a.id, a.outcome, a.recommended, a.question, a.rule, a.offered, a.exempt, a.needs_second, a.reason, a.note,
			a.template, a.reply, a.private, a.until, a.answers, a.details, a.sources, a.snapshot, a.person, a.name, a.at,
			coalesce(a.second, 0), a.second_name, a.second_at, a.refused, a.answer, a.copied_at, a.sent_at, a.done_at, a.lifted_at, a.lifted_by,
			a.overruled, coalesce(f.name, '')
		FROM moderation_action a LEFT JOIN moderation_profile f ON f.action = a.id WHERE `+where+` ORDER BY a.id`,
		args, func(scan func(...any) error) error {
			var a moderation.Action
			var until, at, second, copied, sent, done, lifted kept
			var answers, details, sources string
			var id int64
			if err := scan(&id, &a.ID, &a.Outcome, &a.Recommended, &a.Question, &a.Rule, &a.Offered, &a.Exempt, &a.NeedsSecond, &a.Reason, &a.Note,
				&a.Template, &a.Reply, &a.Private, &until, &answers, &details, &sources, &a.Snapshot, &a.By.ID, &a.By.Name, &at,
				&a.Second.ID, &a.Second.Name, &second, &a.Refused, &a.Answer, &copied, &sent, &done, &lifted, &a.LiftedBy, &a.Overruled, &a.Profile); err != nil {
				return err
			}
			a.Until, a.At, a.SecondAt, a.CopiedAt, a.SentAt, a.DoneAt, a.LiftedAt = until.Time, at.Time, second.Time, copied.Time, sent.Time, done.Time, lifted.Time
			if err := json.Unmarshal([]byte(sources), &a.Sources); err != nil {
				return fault.Wrap(err, Corrupt)
			}
			var ok bool
			if a.Answers, ok = moderation.ReadAnswers(answers, details); !ok {
				return fault.New(Corrupt)
			}
			return each(id, a)
		})
}
