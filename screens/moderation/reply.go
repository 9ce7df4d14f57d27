package moderation

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// reply is the answer to the citizen: a template, its slots, the words as they
// will stand, and what is in the way. {fornavn} is typed here at the copy and
// goes nowhere but to the clipboard.
type reply struct {
	page    *Page
	content *fyne.Container
	list    *kit.Select
	keys    []string        // of the templates in the list; "" for no reply
	key     string          // the chosen one
	touched bool            // a person chose it
	slots   *fyne.Container // the fields a person has to fill in
	known_  *fyne.Container // those the program filled in, folded away
	fold    *kit.Button
	folded  bool
	fields  map[string]*kit.Entry
	first_  *kit.Entry // the first field that is empty
	name    *kit.Entry // the first name, recorded nowhere
	naming  *fyne.Container
	text    *widget.Label
	trouble *fyne.Container
	private *widget.Check
}

func newReply(p *Page) *reply {
	r := &reply{page: p, slots: kit.Column(kit.Within), trouble: kit.Column(kit.Within), fields: map[string]*kit.Entry{}}
	r.list = kit.NewSelect(nil, func(index int) {
		r.touched = true
		r.take(r.keys[index])
	})
	r.text = kit.NewText("")
	r.private = widget.NewCheck(words.Text("moderation.private"), nil)
	r.name = kit.NewEntry(words.Text("moderation.first_name_hint"))
	r.name.OnChanged = func(string) { r.fill() }
	r.name.OnSubmitted = func(string) { p.doNext() }
	r.naming = kit.Column(0, caption(words.Text("moderation.first_name_free")), r.name)
	r.known_ = kit.Column(kit.Within)
	r.fold = kit.NewQuietButton("", nil, r.unfold)
	r.content = kit.Column(kit.Within, caption(words.Text("moderation.reply")), r.list, r.slots, r.naming, paper(r.text), r.trouble,
		container.NewHBox(r.private), container.NewHBox(r.fold), r.known_)
	return r
}

// clear forgets what was filled in.
func (r *reply) clear() {
	r.key, r.touched, r.fields = "", false, map[string]*kit.Entry{}
	r.slots.Objects, r.known_.Objects, r.folded = nil, nil, true
	r.name.SetText("")
}

// unfold shows the fields that the program filled in, or folds them again.
func (r *reply) unfold() {
	r.folded = !r.folded
	r.fill()
}

// offer lists the replies, those the checklist names first. Until a person
// chooses, the best one stands.
func (r *reply) offer(advised moderation.Recommendation, outcome moderation.Outcome) {
	set := r.page.sets.templates
	r.keys = nil
	for _, key := range advised.Templates {
		if _, ok := set.Template(key); ok {
			r.keys = append(r.keys, key)
		}
	}
	best := ""
	if len(r.keys) > 0 && outcome == advised.Outcome {
		best = r.keys[0]
	}
	for _, t := range set.Templates {
		if !slices.Contains(r.keys, t.Key) {
			r.keys = append(r.keys, t.Key)
		}
	}
	r.keys = append(r.keys, "")
	key := r.key
	if !r.touched {
		key = best
	}
	if outcome.Open() {
		key = "" // nobody is answered before that is settled
	}
	labels := make([]string, len(r.keys))
	for i, k := range r.keys {
		labels[i] = words.Text("moderation.no_reply")
		if t, ok := set.Template(k); ok {
			labels[i] = t.Title
		}
	}
	r.list.SetLabels(labels, slices.Index(r.keys, key))
	if key != r.key || len(r.fields) == 0 {
		r.take(key)
	}
	r.fill()
}

// take shows the slots of a template, with what is known of them.
func (r *reply) take(key string) {
	r.key = key
	r.slots.Objects, r.known_.Objects, r.fields = nil, nil, map[string]*kit.Entry{}
	r.folded = true
	t, ok := r.page.sets.templates.Template(key)
	if ok {
		known := r.known(t)
		for _, s := range t.Slots() {
			if s.Name == moderation.FirstName {
				continue // asked for at the copy
			}
			if field := r.field(s, known[s.Name]); known[s.Name] == "" {
				r.slots.Add(field)
			} else {
				r.known_.Add(field)
			}
		}
		r.private.SetChecked(t.PrivateFirst)
	}
	r.slots.Refresh()
	r.fill()
}

// field asks for the value of a slot: a choice where the template lists them.
func (r *reply) field(s moderation.Slot, value string) fyne.CanvasObject {
	e := kit.NewEntry(words.Text("moderation.slot_hint"))
	e.Text = value
	e.OnChanged = func(string) { r.fill() }
	r.fields[s.Name] = e
	label := kit.NewCaption(strings.ToUpper(s.Name[:1]) + s.Name[1:])
	if s.Choices != nil {
		choice := kit.NewChoice(s.Choices, -1, func(i int) { e.SetText(s.Choices[i]) })
		label.Set(words.Text("moderation.slot_choose"))
		return kit.Column(kit.Within, indented(label), choice)
	}
	return kit.Column(kit.Within, indented(label), e)
}

// known are the values that follow from the case, the person and the office.
func (r *reply) known(t moderation.Template) map[string]string {
	p := r.page
	values := map[string]string{}
	for name, value := range p.sets.slots {
		values[name] = value
	}
	values["initialer"] = p.host.Person().Initials
	values["dato"] = words.LongDate(p.desk.c.Seen)
	if until, err := p.advice.until.Date(); err == nil && !until.IsZero() {
		values["slutdato"] = words.LongDate(until)
	}
	if rules := p.desk.advised.Rules; len(rules) > 0 {
		values["nr"] = number(rules[0].Number)
	} else if len(t.Rules) > 0 {
		values["nr"] = number(t.Rules[0])
	}
	return values
}

// greets tells whether the reply names its reader.
func (r *reply) greets() bool {
	t, ok := r.page.sets.templates.Template(r.key)
	return ok && strings.Contains(t.Text, "{"+moderation.FirstName+"}")
}

// values are what stands in the fields, without the first name.
func (r *reply) values() map[string]string {
	values := map[string]string{}
	for name, field := range r.fields {
		values[name] = field.Text
	}
	return values
}

// filled is the reply as it would be recorded; ready tells whether it may be.
func (r *reply) filled() (filled moderation.Filled, ready bool) {
	t, ok := r.page.sets.templates.Template(r.key)
	if !ok {
		return moderation.Filled{}, true
	}
	values := r.values()
	values[moderation.FirstName] = r.name.Text
	filled = t.Fill(values, r.page.desk.c.Comment.Text(), r.page.office.ReplyRules())
	return filled, filled.Recordable()
}

// fill shows the reply as it will stand, and what is in the way.
func (r *reply) fill() {
	filled, _ := r.filled()
	r.text.SetText(filled.Recorded)
	r.trouble.Objects, r.first_ = nil, nil
	for _, problem := range filled.Problems {
		if problem.Slot == moderation.FirstName && r.name.Text == "" {
			continue
		}
		if problem.Code == "slot-empty" {
			if r.first_ == nil {
				r.first_ = r.fields[problem.Slot]
			}
			continue // an empty field says so itself
		}
		said := kit.NewText(words.Text("moderation.problem_"+problem.Code, "slot", problem.Slot, "words", strings.Join(problem.Words, ", ")))
		said.Importance = widget.DangerImportance
		r.trouble.Add(said)
	}
	shown := r.key != ""
	for _, o := range r.content.Objects[2:] {
		setVisible(o, shown)
	}
	setVisible(r.known_, shown && !r.folded)
	setVisible(r.naming, r.greets())
	key := "moderation.unfold_slots"
	if !r.folded {
		key = "moderation.fold_slots"
	}
	r.fold.SetText(words.Text(key))
	r.content.Refresh()
	r.page.host.Refresh()
}

// first is the field that needs words next; nil for none.
func (r *reply) first() fyne.Focusable {
	if r.first_ == nil {
		return nil
	}
	return r.first_
}

// today is the day of a moment, at midnight UTC, as decisions count days.
func today(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}
