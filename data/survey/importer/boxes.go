package importer

import (
	"slices"
	"strings"
)

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

// emptyOther tells whether the column is for what was written beside "other",
// and nobody wrote.
func (t *traits) emptyOther() bool {
	_, option := cutOption(t.Name)
	option = plain(option)
	return t.distinct == 0 && (option == "other" || option == "comment" || option == "othertext")
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
