package importer

import (
	"slices"
	"strings"
)

// listed makes a list of answers: Scale where they have an order, else Single.
func (e *examiner) listed(q *Question, t *traits) {
	q.Kind = "single"
	q.Answers = t.answers()
	e.missing(q, t)
	labels := make([]string, len(q.Answers))
	for i, a := range q.Answers {
		labels[i] = a.Label
		if a.Label == "" {
			labels[i] = a.Code
		}
		q.Answers[i].DontKnow = dontKnow[plain(labels[i])]
	}
	if orders, ok := placeOnScale(labels); ok {
		q.Kind = "scale"
		for i := range q.Answers {
			q.Answers[i].Order = orders[i]
		}
		if !t.numeric { // words have no order of their own: the highest first
			slices.SortStableFunc(q.Answers, func(a, b Answer) int { return b.Order - a.Order })
		}
	} else if t.numeric && len(t.Labels) == 0 {
		e.codedScale(q)
	}
}

// codedScale takes codes without labels for a scale: three or more whole
// numbers from 1 to 7, or from 1 to at most 11 without a gap, with at most one
// code apart, which is then likely to be "Ved ikke".
func (e *examiner) codedScale(q *Question) {
	steps := 0
	for steps < len(q.Answers) {
		n, _ := number(q.Answers[steps].Code, false)
		if n < 1 || n > 7 && (steps > 10 || n != float64(steps+1)) {
			break
		}
		steps++
	}
	rest := q.Answers[steps:]
	if steps < 3 || len(rest) > 1 || q.Background {
		return
	}
	q.Kind = "scale"
	for i := range steps {
		n, _ := number(q.Answers[i].Code, false)
		q.Answers[i].Order = int(n)
	}
	e.found(false, "code-scale", "question", q.Text, "count", itoa(steps))
	if len(rest) == 1 {
		rest[0].DontKnow = true
		e.found(false, "code-dont-know", "question", q.Text, "code", rest[0].Code)
	}
}

// answers are a column's answers: the labels in the file's order with what else
// occurs after them, numbers ascending, words by the alphabet with those that
// say nothing last.
func (t *traits) answers() []Answer {
	var all []Answer
	known := map[string]bool{}
	for _, l := range t.Labels {
		if !known[l.Code] {
			known[l.Code] = true
			all = append(all, Answer{Code: l.Code, Label: l.Text})
		}
	}
	labelled := len(all)
	for _, v := range t.values {
		if v = strings.TrimSpace(v); !known[v] {
			known[v] = true
			all = append(all, Answer{Code: v})
		}
	}
	slices.SortStableFunc(all[labelled:], func(a, b Answer) int {
		if t.numeric {
			x, _ := number(a.Code, t.comma)
			y, _ := number(b.Code, t.comma)
			return int(min(1, max(-1, x-y)))
		}
		if x, y := rank(a.Code), rank(b.Code); x != y {
			return x - y
		}
		return strings.Compare(alphabet(a.Code), alphabet(b.Code))
	})
	for i := labelled; i < len(all) && !t.numeric; i++ {
		all[i].Label = all[i].Code
	}
	return all
}

// rank puts yes before no, and what says nothing last.
func rank(text string) int {
	text = plain(text)
	first, _, _ := strings.Cut(text, " ")
	switch {
	case dontKnow[text]:
		return 4
	case first == "andet" || first == "other":
		return 3
	case first == "nej" || first == "no":
		return 2
	case first == "ja" || first == "yes":
		return 0
	}
	return 1
}

// alphabet makes Danish letters sort where they belong: æ, ø, å after z.
func alphabet(text string) string {
	return strings.NewReplacer("æ", "{", "ø", "|", "å", "}").Replace(strings.ToLower(text))
}

// isEFSMissing knows the codes that EFS and its like write for no answer.
func isEFSMissing(n float64) bool {
	return n == -66 || n == -77 || n == -88 || n == -99 || n == -98 || n == -97 || n == -999 || n == -9 || n == -8
}

// missing takes the codes that stand for no answer out of the answers.
func (e *examiner) missing(q *Question, t *traits) {
	kept := q.Answers[:0]
	ones, zero := 0, -1
	for _, a := range q.Answers {
		n, isNumber := number(a.Code, t.comma)
		label := plain(a.Label)
		rows := t.rowsWith(a.Code)
		switch {
		case isNumber && n == -66, notAsked[label]:
			q.NotAsked = append(q.NotAsked, a.Code)
		case slices.Contains(t.Column.Missing, a.Code) && !dontKnow[label], noAnswer[label]:
			q.Missing = append(q.Missing, a.Code)
		case isNumber && isEFSMissing(n) && a.Label == "":
			q.Missing = append(q.Missing, a.Code)
			if rows > 0 {
				e.found(e.family == EFS, "missing-code", "question", q.Text, "code", a.Code, "count", itoa(rows))
			}
		default:
			if isNumber && n == 0 && a.Label == "" {
				zero = len(kept)
			} else if isNumber && n > 0 {
				ones++
			}
			kept = append(kept, a)
		}
	}
	q.Answers = kept
	if zero >= 0 && ones >= 3 && (e.family == EFS || len(t.Labels) > 0 || consecutive(kept)) {
		code := kept[zero].Code
		q.Missing = append(q.Missing, code)
		q.Answers = slices.Delete(kept, zero, zero+1)
		e.found(e.family == EFS, "missing-code", "question", q.Text, "code", code, "count", itoa(t.rowsWith(code)))
	}
}

// consecutive tells whether the codes are 0, 1, 2 … to at most 7, with at most
// one apart.
func consecutive(answers []Answer) bool {
	n := 0
	for n < len(answers) && answers[n].Code == itoa(n) {
		n++
	}
	return n >= 4 && n <= 8 && len(answers)-n <= 1
}

// rowsWith is how many rows hold a value.
func (t *traits) rowsWith(code string) int {
	n := 0
	for i, v := range t.values {
		if strings.TrimSpace(v) == code {
			n += t.counts[i]
		}
	}
	return n
}
