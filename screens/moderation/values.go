package moderation

import (
	"context"
	"maps"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// values are the office's own: what the replies and rules are filled in with,
// and for how long each kind of record is kept.
type values struct {
	page    *Page
	content fyne.CanvasObject
	slots   map[string]*kit.Entry
	kept    map[string]string // as they are kept, those the page does not show too
	months  map[string]*kit.Entry
	asked   int
}

// The slots the office fills once, and the kinds of record, in order.
var (
	slotKeys  = []string{"kontaktlink", "indsigelseslink", "regellink", "privatlivslink", "tid", "frist", "periode"}
	monthKeys = []string{"stood", "removed", "blocked", "objection"}
)

func newValues(p *Page) *values {
	v := &values{page: p, slots: map[string]*kit.Entry{}, months: map[string]*kit.Entry{}}
	slots := kit.Column(kit.Between)
	for _, key := range slotKeys {
		v.slots[key] = kit.NewEntry(words.Text("moderation.slot_" + key + "_hint"))
		slots.Add(kit.Column(0, caption(words.Text("moderation.slot_"+key)), v.slots[key]))
	}
	months := kit.Column(kit.Between)
	for _, key := range monthKeys {
		v.months[key] = kit.NewEntry("12")
		months.Add(container.NewBorder(nil, nil, nil, kit.Wide(90, v.months[key]), kit.NewText(words.Text("moderation.keep_"+key))))
	}
	body := kit.Column(kit.Groups,
		kit.Column(kit.Within, kit.NewSection(words.Text("moderation.values")), kit.NewQuiet(words.Text("moderation.values_are")), kit.NewCard(slots)),
		kit.Column(kit.Within, kit.NewSection(words.Text("moderation.retention")), kit.NewQuiet(words.Text("moderation.retention_is")), kit.NewCard(months)))
	v.content = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(620, body)))
	return v
}

func (v *values) object() fyne.CanvasObject { return v.content }

func (v *values) action() (string, func()) { return words.Text("moderation.save_values"), v.save }

func (v *values) print() {}

// read fills the fields, but not those a person is writing in.
func (v *values) read() {
	p := v.page
	v.asked++
	mine := v.asked
	var slots map[string]string
	var keep moderation.Retention
	var err error
	p.start(func() {
		ctx := context.Background()
		if slots, err = p.office.Slots(ctx); err == nil {
			keep, err = p.office.Retention(ctx)
		}
	}, func() {
		switch {
		case mine != v.asked:
			return
		case err != nil:
			p.host.Fail(err)
			return
		}
		fresh := v.kept == nil
		before := v.kept
		v.kept = slots
		for key, field := range v.slots {
			if fresh || field.Text == before[key] {
				field.SetText(slots[key])
			}
		}
		if fresh {
			for i, n := range []int{keep.Stood, keep.Removed, keep.Blocked, keep.Objection} {
				v.months[monthKeys[i]].SetText(number(n))
			}
		}
	})
}

// save keeps both.
func (v *values) save() {
	p := v.page
	slots := maps.Clone(v.kept)
	if slots == nil {
		slots = map[string]string{}
	}
	for key, field := range v.slots {
		slots[key] = strings.TrimSpace(field.Text)
	}
	var months [4]int
	for i, key := range monthKeys {
		n, err := strconv.Atoi(strings.TrimSpace(v.months[key].Text))
		if err != nil {
			p.host.Fail(fault.New(moderation.RetentionInvalid))
			return
		}
		months[i] = n
	}
	keep := moderation.Retention{Stood: months[0], Removed: months[1], Blocked: months[2], Objection: months[3]}
	var err error
	p.start(func() {
		ctx := context.Background()
		if err = p.office.SetRetention(ctx, keep); err == nil {
			err = p.office.SetSlots(ctx, slots)
		}
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		v.kept = slots
		p.host.Saved(p.now())
		p.host.Say(words.Text("moderation.values_saved"), "", nil)
		p.Reload()
	})
}
