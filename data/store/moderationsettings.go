package store

import (
	"context"
	"encoding/json"
	"time"

	"synlig/data/danish"
	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// retention is the office's, else the proposal.
func (t tx) retention() (moderation.Retention, error) {
	keep := moderation.DefaultRetention()
	var value string
	found, err := t.one("SELECT value FROM setting WHERE key = $1", []any{retentionKey}, &value)
	if err == nil && found {
		if json.Unmarshal([]byte(value), &keep) != nil || keep.Check() != nil {
			keep = moderation.DefaultRetention()
		}
	}
	return keep, err
}

const (
	retentionKey = "moderation.retention"
	slotsKey     = "moderation.slots"
)

// Retention is for how long each kind of record is kept.
func (m Moderation) Retention(ctx context.Context) (keep moderation.Retention, err error) {
	err = m.read(ctx, func(tx tx) error {
		keep, err = tx.retention()
		return err
	})
	return keep, err
}

// SetRetention changes it, and the day of every case that has one with it.
func (m Moderation) SetRetention(ctx context.Context, keep moderation.Retention) error {
	if err := keep.Check(); err != nil {
		return err
	}
	return m.write(ctx, func(tx tx) error {
		if err := tx.exec(upsertSetting, retentionKey, jsonText(keep)); err != nil {
			return err
		}
		var ids []int64
		if err := tx.all("SELECT id FROM moderation_case WHERE forget_on <> ''", nil, func(scan func(...any) error) error {
			var id int64
			err := scan(&id)
			ids = append(ids, id)
			return err
		}); err != nil {
			return err
		}
		for _, id := range ids {
			c, err := tx.moderationCase(id)
			if err != nil {
				return err
			}
			if err := tx.exec("UPDATE moderation_case SET forget_on = $1 WHERE id = $2", dayText(keep.ForgetOn(c, m.today())), id); err != nil {
				return err
			}
		}
		return nil
	})
}

// keepCited puts the built-in checklist and templates among the editions, so
// that what a case cites can be read years later, whatever a newer program
// brings.
func (m Moderation) keepCited(tx tx, sources moderation.Sources, now time.Time) (moderation.Sources, error) {
	for _, set := range []struct {
		kind    string
		edition *moderation.Edition
		content func() []byte
	}{
		{checklistKind, &sources.Checklist, builtinChecklist().Content},
		{templatesKind, &sources.Templates, builtinTemplates().Content},
	} {
		if set.edition.Number != 0 {
			continue
		}
		kept, err := m.insertEdition(tx, set.kind, set.content(), people.Person{Name: builtinAuthor}, now)
		if err != nil {
			return sources, err
		}
		*set.edition = kept
	}
	return sources, nil
}

// builtinAuthor stands as the author of what comes with the program.
const builtinAuthor = "Synlig"

// slotValues are what the slots of a reply are filled with: the office's own
// values, what the program knows, and what the person wrote. A first name is
// never among them.
func (t tx) slotValues(choice moderation.Choice, by people.Person, now time.Time) (map[string]string, error) {
	values := map[string]string{}
	if err := t.slots(values); err != nil {
		return nil, err
	}
	values["initialer"] = by.Initials
	if choice.Rule != 0 {
		values["nr"] = numberText(int64(choice.Rule))
	}
	values["dato"] = danish.Date(now.Local())
	if !choice.Until.IsZero() {
		values["slutdato"] = danish.Date(choice.Until)
	}
	for name, value := range choice.Values {
		if value != "" {
			values[name] = value
		}
	}
	delete(values, moderation.FirstName)
	return values, nil
}

// slots reads the office's own values into slots.
func (t tx) slots(slots map[string]string) error {
	var kept string
	found, err := t.one("SELECT value FROM setting WHERE key = $1", []any{slotsKey}, &kept)
	if err != nil || !found {
		return err
	}
	if err := json.Unmarshal([]byte(kept), &slots); err != nil {
		return fault.Wrap(err, Corrupt)
	}
	return nil
}

// Slots are the office's own values for the replies: kontaktlink,
// indsigelseslink, privatlivslink, regellink, and for the rules åbner and lukker,
// the hours when somebody reads along.
func (m Moderation) Slots(ctx context.Context) (map[string]string, error) {
	slots := map[string]string{}
	err := m.read(ctx, func(tx tx) error { return tx.slots(slots) })
	return slots, err
}

// SetSlots changes them.
func (m Moderation) SetSlots(ctx context.Context, slots map[string]string) error {
	return m.write(ctx, func(tx tx) error { return tx.exec(upsertSetting, slotsKey, jsonText(slots)) })
}
