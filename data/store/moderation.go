package store

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"sync"
	"time"

	"github.com/mattn/go-sqlite3"

	"synlig/assets"
	"synlig/data/clock"
	"synlig/data/danish"
	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// The codes about moderation, beside those of package moderation.
const (
	CaseMissing fault.Code = "case-missing" // "number"
	// CaseMovedOn: a colleague changed the case since it was read. "number",
	// "who", "at"; nothing was written.
	CaseMovedOn fault.Code = "case-moved-on"
	// CaseUnsigned: every step is by somebody the office knows.
	CaseUnsigned fault.Code = "case-unsigned"
	// CaseOrder: the step comes before another that has to be done first. "step"
	// is the one that comes next.
	CaseOrder        fault.Code = "case-order"
	CaseForgotten    fault.Code = "case-forgotten" // nothing is left to work on
	ObjectionMissing fault.Code = "objection-missing"
	EditionMissing   fault.Code = "edition-missing" // "number"
	EditionAdopted   fault.Code = "edition-adopted" // "number"
	RecordProtected  fault.Code = "record-protected"
)

// Moderation is the office's cases and their record. It is made by
// Store.Moderation and may be copied. Every method that writes is one
// transaction: the step, its note and its line in the record are all kept, or
// nothing is. A method that takes a revision writes nothing when a colleague
// was faster (CaseMovedOn), and gives the case back as it is kept now.
//
// What people write by hand – notes, reasons, names of posts – is masked here
// as comments are, before it is written.
type Moderation struct {
	store *Store
	clock clock.Clock
	open  *tx // of Together; nil for a step of its own
}

// Moderation is the door to cases and record.
func (s *Store) Moderation() Moderation { return Moderation{store: s, clock: s.options.Clock} }

// At is the same with another clock, for the example office and for tests.
func (m Moderation) At(now clock.Clock) Moderation {
	m.clock = now
	return m
}

func (m Moderation) now() time.Time { return m.clock().UTC() }

// today is the day by the office's own clock, at midnight UTC.
func (m Moderation) today() time.Time {
	now := m.clock()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

// write is the store's, with the rules of these tables told apart from those of
// the strategy.
func (m Moderation) write(ctx context.Context, do func(tx) error) error {
	guarded := func(tx tx) error {
		err := do(tx)
		if lite, ok := errors.AsType[sqlite3.Error](err); ok && lite.Code == sqlite3.ErrConstraint {
			return fault.Wrap(err, RecordProtected)
		}
		return err
	}
	if m.open != nil {
		return guarded(*m.open)
	}
	return m.store.write(ctx, guarded)
}

func (m Moderation) read(ctx context.Context, do func(tx) error) error {
	if m.open != nil {
		return do(*m.open)
	}
	return m.store.read(ctx, do)
}

// Together makes one transaction of many steps: all of them are kept, or none.
// It is for what comes in at once, an export or the example. Prepare, and the
// Store's own methods, have no place in it; Forget leaves the writing anew of
// the file for the next time.
func (m Moderation) Together(ctx context.Context, steps func(Moderation) error) error {
	return m.store.write(ctx, func(tx tx) error {
		m.open = &tx
		return steps(m)
	})
}

// stamp writes a time with all nine digits, so that text sorts as time does.
const stamp = "2006-01-02T15:04:05.000000000Z"

func stampText(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(stamp)
}

// after is now, or earlier where the machine's clock was set back in between.
func after(now, earlier time.Time) time.Time {
	if now.Before(earlier) {
		return earlier
	}
	return now
}

var builtinMasks = sync.OnceValue(func() moderation.MaskRules {
	names := map[moderation.Kind]string{}
	if err := json.Unmarshal(assets.Read("rules/masker.json"), &names); err != nil {
		panic(err) // the file is the program's own
	}
	return moderation.MaskRules{Find: moderation.FinderOf(danish.New(BuiltInWordLists())), Names: names}
})

// MaskRules are what comments are masked by, for moderation.Intake. They do not
// depend on the office's own word lists: nobody can edit away a CPR number.
func (m Moderation) MaskRules() moderation.MaskRules { return builtinMasks() }

// ReplyRules are what replies are held against, for moderation.Template.Fill.
func (m Moderation) ReplyRules() moderation.ReplyRules {
	return moderation.ReplyRules{Find: builtinMasks().Find, Telling: moderation.TellingOf(BuiltInWordLists())}
}

// aliasWord is what an alias begins with: "Bruger 14".
func aliasWord() string { return builtinMasks().Names["alias"] }

// masked covers what somebody wrote by hand. Nothing but spaces is "".
func (m Moderation) masked(text string) string {
	masked, _, err := moderation.Intake(text, builtinMasks())
	if err != nil {
		return ""
	}
	return masked.Text()
}

// signed is the person as the office knows it: somebody active.
func (t tx) known(by people.Person) (people.Person, error) {
	if by.ID == 0 {
		return by, fault.New(CaseUnsigned)
	}
	found, err := t.one("SELECT id, name, initials, role, active FROM person WHERE id = $1", []any{by.ID},
		&by.ID, &by.Name, &by.Initials, &by.Role, &by.Active)
	if err == nil && !found {
		err = fault.New(CaseUnsigned)
	}
	return by, err
}

func numberText(id int64) string { return strconv.FormatInt(id, 10) }

// nullable is an id for a column that may be empty.
func nullable(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}

func jsonText(value any) string {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // plain structs of text and numbers
	}
	return string(data)
}
