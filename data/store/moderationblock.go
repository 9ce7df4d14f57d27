package store

import (
	"context"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// missing makes an error of a row that is not there.
func missing(found bool, err error, code fault.Code, id int64) error {
	if err == nil && !found {
		return fault.New(code, "number", numberText(id))
	}
	return err
}

// Blocks are the blocks that were done on Facebook and not lifted yet, those
// that end first, first. Those that are over (see moderation.Block.Over) are
// what the app reminds of.
func (m Moderation) Blocks(ctx context.Context) (blocks []moderation.Block, err error) {
	err = m.read(ctx, func(tx tx) error {
		blocks, err = tx.blocks("a.lifted_at = ''")
		return err
	})
	return blocks, err
}

// blocks are the blocks done, by a condition.
func (t tx) blocks(where string, args ...any) (blocks []moderation.Block, err error) {
	err = t.all(`SELECT a."case", a.id, c.alias, coalesce(f.name, ''), a.done_at, a.until, a.name, a.second_name, a.reason, a.sent_at, a.lifted_at
		FROM moderation_action a JOIN moderation_case c ON c.id = a."case" LEFT JOIN moderation_profile f ON f.action = a.id
		WHERE a.outcome = 'bloker' AND a.done_at <> '' AND `+where+` ORDER BY a.until, a.id`, args, func(scan func(...any) error) error {
		var b moderation.Block
		var from, until, sent, lifted kept
		err := scan(&b.Case, &b.Action, &b.Alias, &b.Profile, &from, &until, &b.By, &b.Second, &b.Reason, &sent, &lifted)
		b.From, b.Until, b.SentAt, b.Lifted = from.Time, until.Time, sent.Time, lifted.Time
		blocks = append(blocks, b)
		return err
	})
	return blocks, err
}

// Lift says that a block was taken away on Facebook. The profile's name goes
// with it.
func (m Moderation) Lift(ctx context.Context, id int64, revision int, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		for i := len(c.Actions) - 1; i >= 0; i-- {
			a := c.Actions[i]
			if a.Outcome != moderation.Exclude || a.DoneAt.IsZero() || !a.LiftedAt.IsZero() {
				continue
			}
			if err := tx.exec("UPDATE moderation_action SET lifted_at = $1, lifted_by = $2 WHERE id = $3", stampText(after(now, a.DoneAt)), by.Name, a.ID); err != nil {
				return err
			}
			if err := tx.exec("DELETE FROM moderation_profile WHERE action = $1", a.ID); err != nil {
				return err
			}
			return tx.logLine(now, moderation.EventLifted, c.ID, by, logStep{Action: a.ID})
		}
		return fault.New(CaseOrder, "step", string(c.Next()))
	})
}

// Object keeps an objection to the last action that was done, one at a time.
// The case is open again; the action stays as it is. Code: CaseOrder.
func (m Moderation) Object(ctx context.Context, id int64, revision int, text string, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		a, ok := c.Current()
		if !ok || a.DoneAt.IsZero() || c.Next() == moderation.StepSettle {
			return fault.New(CaseOrder, "step", string(c.Next()))
		}
		masked, _, err := moderation.Intake(text, builtinMasks())
		if err != nil {
			return err
		}
		objection, err := tx.insert(`INSERT INTO moderation_objection ("case", action, text, received, received_by) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
			c.ID, a.ID, masked.Text(), stampText(now), by.Name)
		if err != nil {
			return err
		}
		c.State = moderation.StateObjection
		return tx.logLine(now, moderation.EventObjection, c.ID, by, logObjection{Objection: objection, Action: a.ID, Text: masked.Text()})
	})
}

// logObjection is what the record keeps of an objection.
type logObjection struct {
	Objection int64  `json:"objection"`
	Action    int64  `json:"action"`
	Text      string `json:"text"`
}

// Settle decides the open objection: upheld means that the action stands, else
// it was overruled and the case is to be handled again. It is somebody else
// than those who acted. Codes: moderation.ObjectionSameHand,
// moderation.ReasonMissing, ObjectionMissing.
func (m Moderation) Settle(ctx context.Context, id int64, revision int, upheld bool, reason string, by people.Person) (moderation.Case, error) {
	return m.change(ctx, id, revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
		o, a, err := openObjection(*c)
		if err != nil {
			return err
		}
		if err := moderation.MayDecide(a, by); err != nil {
			return err
		}
		if reason = m.masked(reason); reason == "" {
			return fault.New(moderation.ReasonMissing)
		}
		if err := tx.exec("UPDATE moderation_objection SET decided_by = $1, decided_name = $2, decided_at = $3, upheld = $4, reason = $5 WHERE id = $6",
			by.ID, by.Name, stampText(now), asInt(upheld), reason, o.ID); err != nil {
			return err
		}
		event := moderation.EventUpheld
		c.State = moderation.StateDone
		if !upheld {
			event, c.State = moderation.EventOverruled, moderation.StateWorking
			if err := tx.exec("UPDATE moderation_action SET overruled = 1 WHERE id = $1", a.ID); err != nil {
				return err
			}
		}
		return tx.logLine(now, event, c.ID, by, logObjection{o.ID, a.ID, reason})
	})
}

func openObjection(c moderation.Case) (moderation.Objection, moderation.Action, error) {
	for _, o := range c.Objections {
		if !o.Open() {
			continue
		}
		for _, a := range c.Actions {
			if a.ID == o.Action {
				return o, a, nil
			}
		}
	}
	return moderation.Objection{}, moderation.Action{}, fault.New(ObjectionMissing)
}

func (t tx) objectionsOf(id int64) (objections []moderation.Objection, err error) {
	err = t.all(`SELECT id, action, text, received, received_by, coalesce(decided_by, 0), decided_name, decided_at, coalesce(upheld, 0), reason
		FROM moderation_objection WHERE "case" = $1 ORDER BY id`, []any{id}, func(scan func(...any) error) error {
		var o moderation.Objection
		var received, decided kept
		err := scan(&o.ID, &o.Action, &o.Text, &received, &o.By, &o.DecidedBy.ID, &o.DecidedBy.Name, &decided, &o.Upheld, &o.Reason)
		o.Received, o.DecidedAt = received.Time, decided.Time
		objections = append(objections, o)
		return err
	})
	return objections, err
}
