package importer

import (
	"slices"
	"strings"
)

func trimmed(text string) string { return strings.TrimSpace(text) }

// tookPart tells for each row whether it counts as somebody who took part, and
// whether it is a try that was not invited.
func (p *Profile) tookPart(raw *Raw) (counted, tests []bool) {
	counted, tests = make([]bool, raw.Rows), make([]bool, raw.Rows)
	p.byState(raw, counted)
	if p.Status.Answered {
		answers, _ := p.hasAnswer(raw)
		for r := range counted {
			counted[r] = counted[r] && answers[r]
		}
	}
	for _, name := range p.Status.Tests {
		c := raw.Column(name)
		if c == nil {
			continue
		}
		marked := make([]bool, len(c.Values))
		for i, v := range c.Values {
			text, _ := c.LabelOf(trimmed(v))
			marked[i] = isTicked(v) || isTicked(text)
		}
		for r, at := range c.Cells {
			if marked[at] {
				counted[r], tests[r] = false, true
			}
		}
	}
	return counted, tests
}

// byState counts by the column of states, the columns of one state each, or
// the column that is filled; without any of them everybody.
func (p *Profile) byState(raw *Raw, counted []bool) {
	s := &p.Status
	column := raw.Column(s.Column)
	filled := raw.Column(s.Filled)
	switch {
	case s.Column != "" && column != nil:
		takes := make([]bool, len(column.Values))
		for i, v := range column.Values {
			takes[i] = slices.ContainsFunc(s.States, func(state State) bool { return state.Counted && state.Value == trimmed(v) })
		}
		for r, at := range column.Cells {
			counted[r] = takes[at]
		}
	case s.Filled != "" && filled != nil:
		empty := filled.emptyValues()
		for r, at := range filled.Cells {
			counted[r] = !empty[at]
		}
	case len(s.Columns) > 0:
		for _, state := range s.Columns {
			c := raw.Column(state.Value)
			if c == nil || !state.Counted {
				continue
			}
			on := make([]bool, len(c.Values))
			for i, v := range c.Values {
				text, _ := c.LabelOf(trimmed(v))
				on[i] = isTicked(v) || isTicked(text)
			}
			for r, at := range c.Cells {
				counted[r] = counted[r] || on[at]
			}
		}
	default:
		for r := range counted {
			counted[r] = true
		}
	}
}

// hasAnswer tells for each row whether there is an answer to any question, and
// where there is none whether boxes hold a 0 all the same. What is known of a
// respondent beforehand is no answer: systems write the department for people
// who never answered, too.
func (p *Profile) hasAnswer(raw *Raw) (answers, zeros []bool) {
	answers, zeros = make([]bool, raw.Rows), make([]bool, raw.Rows)
	for i := range p.Questions {
		q := &p.Questions[i]
		if q.Background || q.ID == p.Department {
			continue
		}
		for _, name := range q.Columns {
			c := raw.Column(name)
			if c == nil {
				continue
			}
			kinds := make([]uint8, len(c.Values)) // 1 an answer, 2 a 0 in a box
			for v, value := range c.Values {
				switch value = trimmed(value); {
				case value == "", slices.Contains(q.Missing, value), slices.Contains(q.NotAsked, value):
				case q.Kind == "multi" && slices.Contains(q.Unticked, value):
					kinds[v] = 2
				default:
					kinds[v] = 1
				}
			}
			for r, at := range c.Cells {
				switch kinds[at] {
				case 1:
					answers[r] = true
				case 2:
					zeros[r] = true
				}
			}
		}
	}
	return answers, zeros
}

// silent tells for each row whether it has no answer to anything. Its boxes then
// hold the 0 that systems write for everybody, also where the state says that
// somebody began. In a file of boxes alone a 0 is all that there is to go by.
func (p *Profile) silent(raw *Raw) []bool {
	others := slices.ContainsFunc(p.Questions, func(q Question) bool {
		return q.Kind != "multi" && !q.Background && q.ID != p.Department
	})
	if !others {
		return make([]bool, raw.Rows)
	}
	silent, _ := p.hasAnswer(raw)
	for r := range silent {
		silent[r] = !silent[r]
	}
	return silent
}

// answered holds the states against the answers. Where the file has no states,
// rows without an answer are people who were invited and never answered: some
// systems write 0, and not nothing, in their boxes.
func (e *examiner) answered() {
	answers, zeros := e.profile.hasAnswer(e.raw)
	counted, tests := e.profile.tookPart(e.raw)
	s := &e.profile.Status
	none, noneZero, countedNone, passedOver := 0, 0, 0, 0
	for r := range answers {
		switch {
		case tests[r]:
		case !answers[r]:
			none++
			if zeros[r] {
				noneZero++
			}
			if counted[r] {
				countedNone++
			}
		case !counted[r]:
			passedOver++
		}
	}
	if s.Column == "" && s.Filled == "" && len(s.Columns) == 0 {
		if none > 0 && none < len(answers) && !s.Answered && e.family != Forms { // Forms has only what was sent in
			s.Answered = true
			e.found(noneZero == 0, "rows-without-answer", "count", itoa(none), "zeros", itoa(noneZero), "rows", itoa(e.raw.Rows))
		}
		return
	}
	if noneZero > 0 {
		e.found(true, "zeros-not-counted", "count", itoa(noneZero))
	}
	if countedNone > 0 && !s.Answered {
		e.found(false, "counted-without-answer", "count", itoa(countedNone))
	}
	if passedOver > 0 {
		e.found(true, "answers-not-counted", "count", itoa(passedOver))
	}
}
