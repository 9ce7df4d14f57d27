package importer

import (
	"strings"
)

// cutOption cuts a heading into the question and one of its options: "Hvor fra?
// - Intranettet", "Hvor fra? [Intranettet]", "q2[SQ001]", "Hvor fra: Intranettet".
// The option is "" where the heading has none.
func cutOption(heading string) (question, option string) {
	heading = strings.TrimSpace(heading)
	if n := strings.LastIndexByte(heading, '['); n > 0 && strings.HasSuffix(heading, "]") {
		return strings.TrimSpace(heading[:n]), strings.TrimSpace(heading[n+1 : len(heading)-1])
	}
	from := 0
	if n := strings.IndexByte(heading, '?'); n >= 0 {
		from = n
	}
	best := -1
	width := 0
	for _, mark := range []string{" - ", " – ", " — ", ": ", " | ", " / ", "? "} {
		if n := strings.Index(heading[from:], mark); n >= 0 && (best < 0 || from+n < best) {
			best, width = from+n, len(mark)
			if mark == "? " { // the question mark belongs to the question
				best, width = from+n+1, 1
			}
		}
	}
	if best < 0 {
		return heading, ""
	}
	question, option = strings.TrimSpace(heading[:best]), strings.TrimSpace(heading[best+width:])
	return question, strings.TrimSpace(strings.TrimLeft(option, "-–—:|/"))
}

// cutCode cuts a column's code: "q2_1", "src_intranet", "q2.1". A stem of a
// single letter ("v_12", "s_3") is a system's name for every variable, and no
// question.
func cutCode(name string) (stem, option string) {
	if strings.ContainsAny(name, " ?[") {
		return name, ""
	}
	n := strings.LastIndexAny(name, "_.")
	if n < 2 || n == len(name)-1 {
		return name, ""
	}
	return name[:n], name[n+1:]
}

// belonging is what the columns of one question have in common, and the
// column's own option. "" is a column on its own.
func (e *examiner) belonging(t *traits) (group, option string) {
	_, ownOption := cutOption(t.Label)
	if t.Set != "" {
		if ownOption == "" {
			ownOption = t.Label
		}
		return "set " + t.Set, ownOption
	}
	if stem, option := cutOption(t.Label); option != "" {
		return "label " + stem, option
	}
	if stem, option := cutOption(t.Name); option != "" {
		if t.Label != "" { // Q1[SQ001] with the option's text beside it
			option = t.Label
		}
		return "name " + stem, option
	}
	if stem, option := cutCode(t.Name); option != "" {
		if t.Label != "" {
			option = t.Label
		}
		return "code " + stem, option
	}
	return "", ""
}

// groups finds the questions that stand in several columns: boxes beside each
// other that belong together by name.
func (e *examiner) groups() {
	var run []*traits
	var key string
	flush := func() {
		if len(run) >= 2 && hasAny(run) {
			e.multi(run)
		}
		run, key = nil, ""
	}
	last := -2
	for _, t := range e.free() {
		group, _ := e.belonging(t)
		lime := e.family == LimeSurvey && strings.Contains(t.Name, "[")
		box := t.isBox() && !t.emptyOther() || (lime || t.Set != "") && t.isOneTwo()
		if group == "" || !box || group != key || t.at != last+1 {
			flush()
		}
		if group != "" && box {
			run, key = append(run, t), group
		}
		last = t.at
	}
	flush()
}

func hasAny(run []*traits) bool {
	for _, t := range run {
		if t.filled > 0 {
			return true
		}
	}
	return false
}

// text is the question as it is best known.
func (t *traits) text() string {
	if t.Label != "" {
		return t.Label
	}
	return t.Name
}
