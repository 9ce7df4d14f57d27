package importer

import "strings"

// emptyWhere tells whether the rows that the column's states do not count hold
// no answers, and the others do. Without a heading that says so, only that tells
// states from the answers to a question about something one may have completed.
func (e *examiner) emptyWhere(t *traits) bool {
	var rows, answered [2]int // of states that do not count, and that do
	for i, n := range e.answeredBy(t) {
		if state := stateOf(t.labelled(t.Column.Values[i])); state >= 0 {
			rows[state] += t.Column.Counts[i]
			answered[state] += n
		}
	}
	return rows[0] > 0 && answered[0]*2 < rows[0] && answered[1]*2 > rows[1]
}

// answeredBy counts for each value of a column how many of its rows hold
// something in another. Columns that are filled for nearly everybody do not
// count, for systems write what they know of people who never answered; nor
// does a 0, which they write in their boxes too.
func (e *examiner) answeredBy(t *traits) []int {
	answered := make([]bool, e.raw.Rows)
	for _, other := range e.free() {
		if reason, _ := other.personal(e.raw.Rows); other.at == t.at || reason != "" {
			continue
		}
		blank, empty := make([]bool, len(other.Column.Values)), 0
		for i, v := range other.Column.Values {
			v = trimmed(v)
			blank[i] = v == "" || v == "0"
			if blank[i] {
				empty += other.Column.Counts[i]
			}
		}
		if empty*50 < e.raw.Rows {
			continue
		}
		for r, at := range other.Cells {
			answered[r] = answered[r] || !blank[at]
		}
	}
	by := make([]int, len(t.Column.Values))
	for r, at := range t.Cells {
		if answered[r] {
			by[at]++
		}
	}
	return by
}

// statusNames are headings that stand over nothing but states.
var statusNames = set("status", "samlet status", "svarstatus", "besvarelsesstatus", "respondentstatus", "respondent status", "statoverall", "tilstand", "state", "dispcode", "disposition")

// statusCodes finds a column of states whose values are codes that nothing
// explains. Those count whose rows mostly hold answers.
func (e *examiner) statusCodes() bool {
	for _, t := range e.free() {
		if !statusNames[plain(t.Name)] && !statusNames[plain(t.Label)] || t.distinct < 2 || t.distinct > 12 {
			continue
		}
		var states []State
		counted := 0
		for i, n := range e.answeredBy(t) {
			rows := t.Column.Counts[i]
			if rows == 0 {
				continue
			}
			value := strings.TrimSpace(t.Column.Values[i])
			state := State{Value: value, Rows: rows, Counted: value != "" && n*2 > rows}
			if state.Counted {
				counted++
			}
			states = append(states, state)
		}
		if counted == 0 {
			continue
		}
		e.take(t.at)
		e.profile.Status.Column, e.profile.Status.States = t.Name, states
		e.found(false, "status-by-answers", "column", t.Name, "count", itoa(counted))
		return true
	}
	return false
}
