package posts

import "synlig/data/fault"

// Action is the one thing that comes next, and why it cannot be done by this
// person yet; Refused is nil when it can.
type Action struct {
	Act     Act
	Refused error
}

// Next is the main action for by: Submit → Approve → Plan → Copy → Publish →
// Locate → Archive. An archived post has none: Act is "".
func (p Post) Next(by Who) Action {
	act := p.next()
	if act == "" {
		return Action{}
	}
	return Action{act, p.May(act, by)}
}

func (p Post) next() Act {
	switch p.State {
	case Idea, Draft:
		return Submit
	case Submitted:
		return Approve
	case Approved:
		if !p.Copied.IsZero() {
			return Publish // it was copied without a plan
		}
		return Plan
	case Planned:
		if !p.Copied.IsZero() {
			return Publish
		}
		return Copy
	case Published:
		if p.Address == "" {
			return Locate
		}
		return Archive
	}
	return ""
}

// Acts are all that by may do with p now, the main action first.
func (p Post) Acts(by Who) []Act {
	main := p.next()
	var acts []Act
	if main != "" && p.May(main, by) == nil {
		acts = append(acts, main)
	}
	for _, act := range []Act{Submit, Approve, Return, Plan, Unplan, Copy, Publish, Locate, Amend, Archive, Unstore} {
		if act != main && p.May(act, by) == nil {
			acts = append(acts, act)
		}
	}
	return acts
}

// Needs tells whether p waits for by: to be approved, seen to after it was
// returned, or published because its time has come. It is what a count on the
// rail counts.
func (p Post) Needs(by Who, due bool) bool {
	switch p.State {
	case Submitted:
		return p.May(Approve, by) == nil
	case Draft:
		return p.Author.Same(by) && p.OpenNotes() > 0
	case Planned:
		return due
	}
	return false
}

// Ready tells what stops p from being sent for approval or approved: no words,
// open slots, masked personal data, a picture without alt text, too many
// characters. It needs no word lists, so that the store can ask too.
func (p Post) Ready() error {
	switch slots := OpenSlots(p.Text); {
	case blank(p.Text):
		return fault.New(NoWords)
	case Masked(p.Text):
		return fault.New(MaskedLeft)
	case len(slots) > 0:
		return fault.New(SlotsOpen, "slot", slots[0].Name, "count", number(len(slots)))
	}
	for _, picture := range p.Pictures {
		if blank(picture.Alt) {
			return fault.New(AltMissing)
		}
	}
	if count := Count(p.Text); count > Limit {
		return fault.New(TooLong, "count", number(count), "limit", number(Limit))
	}
	return nil
}
