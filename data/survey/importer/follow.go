package importer

import "slices"

// follow uses an earlier wave's profile for the columns it knows. What is not
// there any more is told of, and so is what is new; that is guessed.
func (e *examiner) follow(known Profile) {
	reading, frame := e.profile.Reading, known.Frame
	at := map[string]int{}
	for i, t := range e.columns {
		at[t.Name] = i
	}
	has := func(name string) bool { _, ok := at[name]; return ok }
	use := func(name string) { e.take(at[name]) }
	miss := func(name string) {
		if name != "" {
			e.found(false, "profile-column-missing", "column", name)
		}
	}
	p := Profile{Name: known.Name, Reading: reading, Frame: frame, Weight: known.Weight, WeightComma: known.WeightComma}

	p.Status = known.Status
	p.Status.States = slices.Clone(known.Status.States)
	if c := known.Status.Column; c != "" && has(c) {
		use(c)
		e.newStates(&p.Status, e.columns[at[c]])
	} else if c != "" {
		miss(c)
		p.Status = Status{}
	}
	if c := known.Status.Filled; c != "" && !has(c) {
		miss(c)
		p.Status.Filled = ""
	}
	for _, state := range known.Status.Columns {
		if has(state.Value) {
			use(state.Value)
		} else {
			miss(state.Value)
		}
	}
	for _, d := range known.Dropped {
		if has(d.Column) {
			use(d.Column)
			p.Dropped = append(p.Dropped, d)
			e.found(true, "dropped", "column", d.Column, "reason", d.Reason, "count", itoa(e.columns[at[d.Column]].filled))
		}
	}
	for _, name := range known.Ignored {
		if has(name) {
			use(name)
			p.Ignored = append(p.Ignored, name)
		}
	}
	if p.Weight != "" && has(p.Weight) {
		use(p.Weight)
		p.WeightComma = e.columns[at[p.Weight]].comma
	} else if p.Weight != "" {
		miss(p.Weight)
		p.Weight = ""
	}
	e.profile = p
	for _, q := range known.Questions {
		if q, ok := e.again(q, at); ok {
			e.profile.Questions = append(e.profile.Questions, q)
			if q.ID == known.Department {
				e.profile.Department = q.ID
			}
		}
	}
	fresh := 0
	for _, t := range e.free() {
		if reason, _ := t.personal(e.raw.Rows); reason == "" && !beside[plain(t.Name)] {
			fresh++
		}
	}
	if fresh > 0 {
		e.found(false, "profile-column-new", "count", itoa(fresh))
	}
}

// newStates adds states that the earlier wave did not have.
func (e *examiner) newStates(s *Status, t *traits) {
	for i := range s.States {
		s.States[i].Rows = t.rowsWith(s.States[i].Value)
	}
	for i, v := range t.values {
		if v = trimmed(v); !slices.ContainsFunc(s.States, func(state State) bool { return state.Value == v }) {
			known := stateOf(t.labelled(v))
			s.States = append(s.States, State{Value: v, Rows: t.counts[i], Counted: known == 1})
			e.found(known >= 0, "state-unknown", "state", v, "count", itoa(t.counts[i]))
		}
	}
}

// again is a question of the earlier wave with the columns that are still
// there, and with answers that are new.
func (e *examiner) again(q Question, at map[string]int) (Question, bool) {
	q.Answers = slices.Clone(q.Answers)
	var columns []string
	var answers []Answer
	for i, name := range q.Columns {
		t, ok := at[name]
		if !ok {
			e.found(false, "profile-column-missing", "column", name)
			continue
		}
		e.take(t)
		columns = append(columns, name)
		if q.Kind == "multi" && q.Separator == "" && i < len(q.Answers) {
			answers = append(answers, q.Answers[i])
		}
	}
	if len(columns) == 0 {
		return q, false
	}
	q.Columns = columns
	if answers != nil {
		q.Answers = answers
	}
	t := e.columns[at[columns[0]]]
	switch q.Kind {
	case "number":
		q.Comma = t.comma
	case "single", "scale":
		e.newAnswers(&q, t)
	}
	return q, true
}

func (e *examiner) newAnswers(q *Question, t *traits) {
	added := 0
	for _, a := range t.answers() {
		known := slices.ContainsFunc(q.Answers, func(b Answer) bool { return a.Code == b.Code }) ||
			slices.Contains(q.Missing, a.Code) || slices.Contains(q.NotAsked, a.Code)
		if !known {
			a.DontKnow = dontKnow[plain(a.Label)]
			q.Answers = append(q.Answers, a)
			added++
		}
	}
	if added > 0 {
		e.found(false, "answers-new", "question", q.Text, "count", itoa(added))
	}
}
