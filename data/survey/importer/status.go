package importer

import (
	"slices"
	"strings"
)

// examiner works its way through the columns; each is taken once.
type examiner struct {
	raw      *Raw
	columns  []*traits
	taken    []bool
	family   Family
	profile  Profile
	findings []Finding
}

func (e *examiner) found(sure bool, code string, pairs ...string) {
	e.findings = append(e.findings, found(sure, code, pairs...))
}

func (e *examiner) take(at int) { e.taken[at] = true }

// free are the columns not taken yet.
func (e *examiner) free() []*traits {
	var all []*traits
	for i, t := range e.columns {
		if !e.taken[i] {
			all = append(all, t)
		}
	}
	return all
}

// stateOf tells what a state's name stands for: 1 took part, 0 did not, -1 not
// known.
func stateOf(text string) int {
	text = plain(text)
	switch {
	case statesDone[text], statesPart[text]:
		return 1
	case statesNone[text]:
		return 0
	}
	return -1
}

// status finds what says who took part: a column of states, one column for each
// state, EFS's code, or a time of submission.
func (e *examiner) status() {
	switch {
	case e.statusByFamily():
	case e.statusColumns():
	case e.statusColumn():
	case e.statusCodes():
	default:
		return
	}
	s := &e.profile.Status
	counted, all := 0, 0
	for _, state := range append(slices.Clone(s.States), s.Columns...) {
		all += state.Rows
		if state.Counted {
			counted += state.Rows
		}
	}
	if s.Filled != "" {
		all, counted = e.raw.Rows, e.raw.Column(s.Filled).Filled()
	}
	e.found(true, "status", "column", statusName(*s), "counted", itoa(counted), "rows", itoa(all))
}

func statusName(s Status) string {
	switch {
	case s.Column != "":
		return s.Column
	case s.Filled != "":
		return s.Filled
	case len(s.Columns) > 0:
		return s.Columns[0].Value
	}
	return ""
}

// statusByFamily knows the columns of systems with fixed names.
func (e *examiner) statusByFamily() bool {
	for _, t := range e.free() {
		name := plain(t.Name)
		switch {
		case e.family == EFS && name == "dispcode":
			for i, v := range t.values {
				v = strings.TrimSpace(v)
				e.profile.Status.States = append(e.profile.Status.States,
					State{v, t.labelled(v), t.counts[i], v == "31" || v == "32"})
			}
			e.profile.Status.Column = t.Name
		case e.family == LimeSurvey && (name == "submitdate" || name == "date submitted"):
			e.profile.Status.Filled = t.Name // it is also a time, and dropped as one
			return true
		default:
			continue
		}
		e.take(t.at)
		slices.SortFunc(e.profile.Status.States, func(a, b State) int { return strings.Compare(a.Value, b.Value) })
		return true
	}
	return false
}

// surveyXactStates are the states that stato_1 … stato_5 stand for.
var surveyXactStates = []string{"Ny", "Distribueret", "Nogen svar", "Gennemført", "Frafaldet"}

// surveyXactState is the state that a column of SurveyXact's is for, "" when it
// is for none: "stato_4", or "statoverall_4" where the names are written out.
func surveyXactState(name string) string {
	name = strings.ToLower(name)
	n, ok := strings.CutPrefix(name, "stato_")
	if !ok {
		n, ok = strings.CutPrefix(name, "statoverall_")
	}
	if !ok || len(n) != 1 || n[0] < '1' || n[0] > '5' {
		return ""
	}
	return surveyXactStates[n[0]-'1']
}

// statusColumns finds one column for each state: three or more boxes that are
// named after states, one after the other.
func (e *examiner) statusColumns() bool {
	var states []State
	var at []int
	named := true
	for _, t := range e.free() {
		text, known := "", -1
		for _, heading := range []string{t.Label, t.Name} {
			if _, option := cutOption(heading); option != "" && known < 0 {
				text, known = option, stateOf(option)
			}
		}
		if state := surveyXactState(t.Name); state != "" && known < 0 {
			text, named = state, false
			known = stateOf(text)
		}
		if known < 0 || !t.isBox() {
			if len(states) >= 3 {
				break
			}
			states, at = nil, nil
			continue
		}
		rows := 0
		for i, v := range t.values {
			if isTicked(t.labelled(v)) {
				rows += t.counts[i]
			}
		}
		states, at = append(states, State{t.Name, text, rows, known == 1}), append(at, t.at)
	}
	if len(states) < 3 {
		return false
	}
	for _, i := range at {
		e.take(i)
	}
	e.profile.Status.Columns = states
	if !named {
		e.found(false, "status-by-number", "column", states[0].Value)
	}
	return true
}

// statusColumn finds a column whose values are states.
func (e *examiner) statusColumn() bool {
	best, bestScore := (*traits)(nil), 0.0
	for _, t := range e.free() {
		if t.distinct == 0 || t.distinct > 20 {
			continue
		}
		share := t.shareOf(func(v string) bool { return stateOf(t.labelled(v)) >= 0 })
		_, heading := headed(t.Name+" "+t.Label, statusHeadings)
		yesNo := heading && len(strings.Fields(t.Name)) < 3 && t.shareOf(func(v string) bool { return isTicked(v) || unticked[plain(v)] }) == 1
		switch {
		case share < 0.8 && !yesNo && !(heading && share >= 0.5):
			continue
		case yesNo:
			share = 0.9
		case !heading && (t.distinct < 2 || !e.emptyWhere(t)):
			continue
		}
		if heading {
			share++
		}
		if share > bestScore {
			best, bestScore = t, share
		}
	}
	if best == nil {
		return false
	}
	e.take(best.at)
	e.profile.Status.Column = best.Name
	for i, v := range best.values {
		text := best.labelled(v)
		state := stateOf(text)
		if state < 0 && (isTicked(text) || unticked[plain(text)]) {
			state = 0
			if isTicked(text) {
				state = 1
			}
		}
		label := ""
		if text != v {
			label = text
		}
		e.profile.Status.States = append(e.profile.Status.States, State{strings.TrimSpace(v), label, best.counts[i], state == 1})
		if state < 0 {
			e.found(false, "state-unknown", "state", text, "count", itoa(best.counts[i]))
		}
	}
	if empty := best.Counts[0]; empty > 0 {
		e.profile.Status.States = append(e.profile.Status.States, State{"", "", empty, false})
	}
	return true
}

// tests finds columns that mark a try.
func (e *examiner) tests() {
	for _, t := range e.free() {
		if name := plain(t.Name); (name == "tester" || name == "test" || name == "testbesvarelse" || name == "is test") && t.isBox() {
			e.take(t.at)
			e.profile.Status.Tests = append(e.profile.Status.Tests, t.Name)
			rows := 0
			for i, v := range t.values {
				if isTicked(t.labelled(v)) {
					rows += t.counts[i]
				}
			}
			if rows > 0 {
				e.found(true, "tests", "column", t.Name, "count", itoa(rows))
			}
		}
	}
}

func isTicked(text string) bool { return ticked[plain(text)] || ticked[strings.TrimSpace(text)] }
