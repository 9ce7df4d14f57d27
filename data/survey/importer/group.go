package importer

import (
	"slices"
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

// isBox tells whether a column may be one option of a question: a box that is
// ticked or not, or that holds its own name when it is.
func (t *traits) isBox() bool {
	if t.distinct > 8 {
		return false
	}
	marks := 0
	for _, v := range t.values {
		text := t.labelled(v)
		switch {
		case t.noBox(v):
		case isTicked(text):
			marks++
		case unticked[plain(text)]:
		case t.distinct == 1 && (strings.HasSuffix(plain(t.Name), plain(text)) || strings.HasSuffix(plain(t.Label), plain(text))):
			marks++
		default:
			return false
		}
	}
	return marks <= 1
}

// noBox tells whether a cell stands for no answer: a code that the file or the
// system names, or words that say so.
func (t *traits) noBox(v string) bool {
	v = trimmed(v)
	n, isNumber := number(v, false)
	text := plain(t.labelled(v))
	return slices.Contains(t.Column.Missing, v) || isNumber && isEFSMissing(n) || noAnswer[text] || notAsked[text]
}

// isOneTwo tells whether a column is a box written as 1 and 2, which only the
// system's habit tells from an ordinary question.
func (t *traits) isOneTwo() bool {
	return t.distinct > 0 && t.distinct <= 2 && len(t.Labels) == 0 &&
		t.shareOf(func(v string) bool { return v == "1" || v == "2" }) == 1
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

// emptyOther tells whether the column is for what was written beside "other",
// and nobody wrote.
func (t *traits) emptyOther() bool {
	_, option := cutOption(t.Name)
	option = plain(option)
	return t.distinct == 0 && (option == "other" || option == "comment" || option == "othertext")
}

func hasAny(run []*traits) bool {
	for _, t := range run {
		if t.filled > 0 {
			return true
		}
	}
	return false
}

// multi makes one question of the columns.
func (e *examiner) multi(run []*traits) {
	q := Question{Kind: "multi"}
	seen := map[string]bool{}
	oneTwo := true
	for _, t := range run {
		oneTwo = oneTwo && t.isOneTwo() || t.filled == 0 && oneTwo
	}
	empty := false
	for _, t := range run {
		e.take(t.at)
		q.Columns = append(q.Columns, t.Name)
		_, option := e.belonging(t)
		for _, v := range t.values {
			text := strings.TrimSpace(v)
			isOff := unticked[plain(t.labelled(v))] && !isTicked(t.labelled(v))
			if oneTwo {
				isOff = text == "2"
			}
			switch {
			case t.noBox(v):
				e.boxMissing(&q, text, t)
			case isOff && !seen["-"+text]:
				q.Unticked, seen["-"+text] = append(q.Unticked, text), true
			case !isOff && len(t.values) == 1 && !isTicked(t.labelled(v)):
				option = text // the cell has the option's own text
			}
		}
		code := t.Name
		if !shortName.MatchString(code) && option != "" {
			code = option
		}
		q.Answers = append(q.Answers, Answer{Code: code, Label: option, DontKnow: dontKnow[plain(option)]})
		empty = empty || t.Counts[0] > 0
	}
	q.Text, q.ID = e.groupText(run[0])
	q.Unclear = len(q.Unticked) == 0 && empty
	e.profile.Questions = append(e.profile.Questions, q)
	e.found(true, "multi-columns", "question", q.Text, "count", itoa(len(run)))
	if oneTwo {
		e.found(false, "box-one-two", "question", q.Text)
	}
}

// boxMissing takes a cell that is no answer into the question's codes.
func (e *examiner) boxMissing(q *Question, code string, t *traits) {
	list := &q.Missing
	if n, ok := number(code, false); ok && n == -66 || notAsked[plain(t.labelled(code))] {
		list = &q.NotAsked
	}
	if !slices.Contains(*list, code) {
		*list = append(*list, code)
	}
}

// groupText is the question of a group and a short name for it.
func (e *examiner) groupText(first *traits) (text, id string) {
	group, _ := e.belonging(first)
	kind, stem, _ := strings.Cut(group, " ")
	switch kind {
	case "set":
		text, _ = cutOption(first.Label)
		if _, option := cutOption(first.Label); option == "" {
			text = strings.TrimLeft(stem, "$")
		}
		return text, strings.TrimLeft(stem, "$")
	case "label":
		id, _ = cutCode(first.Name)
		return stem, id
	}
	return stem, stem
}

// cells finds questions whose options share a cell: "Min leder;En kollega;".
// Options come again in other cells, in other company; sentences with a
// semicolon do not.
func (e *examiner) cells() {
	for _, t := range e.free() {
		for _, separator := range []string{";", "|", "\n", ", ", ","} {
			options, ok := t.options(separator)
			if !ok {
				continue
			}
			e.take(t.at)
			q := Question{ID: t.Name, Text: t.text(), Kind: "multi", Columns: []string{t.Name}, Separator: separator, Unclear: t.Counts[0] > 0}
			for _, o := range options {
				q.Answers = append(q.Answers, Answer{Code: o, Label: o, DontKnow: dontKnow[plain(o)]})
			}
			e.profile.Questions = append(e.profile.Questions, q)
			e.found(separator == ";" || separator == "|", "multi-cell", "question", q.Text, "separator", separatorName(separator), "count", itoa(len(options)))
			break
		}
	}
}

func separatorName(s string) string {
	if s == "\n" {
		return "line"
	}
	return delimiterName(s[0])
}

// options are the distinct pieces of a column's cells.
func (t *traits) options(separator string) (options []string, ok bool) {
	if t.numeric || t.dated || len(t.Labels) > 0 || t.distinct < 3 {
		return nil, false
	}
	uses, order := map[string]int{}, []string{}
	several, closed, rows, pieces := 0, 0, 0, 0
	for i, v := range t.values {
		v = strings.TrimSpace(v)
		trimmed := strings.TrimSuffix(v, strings.TrimSpace(separator))
		rows += t.counts[i]
		if trimmed != v && separator == ";" {
			closed += t.counts[i]
		}
		parts := splitCell(trimmed, separator)
		if len(parts) > 1 {
			several++
		}
		for _, p := range parts {
			if uses[p] == 0 {
				order = append(order, p)
			}
			uses[p] += t.counts[i]
			pieces += t.counts[i]
		}
	}
	if closed*10 >= rows*9 && len(order) <= 60 {
		return order, true // Microsoft Forms closes every cell
	}
	few := len(order) <= 30 && len(order) < t.distinct && pieces >= 4*len(order)
	if strings.HasPrefix(separator, ",") {
		few = few && len(order) <= 15 && pieces >= 8*len(order)
	}
	return order, several >= 3 && few
}

// splitCell are the options in a cell, without spaces around them and without
// empty ones.
func splitCell(cell, separator string) []string {
	var parts []string
	for p := range strings.SplitSeq(cell, separator) {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// text is the question as it is best known.
func (t *traits) text() string {
	if t.Label != "" {
		return t.Label
	}
	return t.Name
}
