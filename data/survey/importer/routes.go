package importer

import "slices"

// reach is how many questions back the one that leads to a question is looked
// for; beyond it only those that lead to other questions already.
const reach = 12

// routes finds questions that some were led past: whose cells are empty for
// everybody who gave certain answers to an earlier question, and for few of the
// others. Where the file's shape loses who was asked, such an answer brings it
// back.
func (e *examiner) routes() {
	counted, _ := e.profile.tookPart(e.raw)
	var gates []int
	for i := range e.profile.Questions {
		q := &e.profile.Questions[i]
		if q.Background || q.Route != nil || q.Kind == "text" {
			continue
		}
		blank := e.raw.blank(q)
		if left(blank, counted) < fewPast {
			continue
		}
		for back := i - 1; back >= 0; back-- {
			g := &e.profile.Questions[back]
			near := back >= i-reach || slices.Contains(gates, back)
			if !near || g.Background || g.Kind != "single" && g.Kind != "scale" || len(g.Answers) > 12 {
				continue
			}
			if codes := e.leads(g, q, blank, counted); codes != nil {
				q.Route, q.Unclear = &Route{g.ID, codes}, false
				e.found(true, "route", "question", q.Text, "from", g.Text, "answers", namesOf(g, codes))
				gates = append(gates, back)
				break
			}
		}
	}
}

// left is how many of those who took part left a question empty.
func left(blank, counted []bool) (n int) {
	for r, b := range blank {
		if b && counted[r] {
			n++
		}
	}
	return n
}

// The least rows that a rule is read out of: of people led past a question, and
// more where the question's shape tells less.
const (
	fewPast    = 10
	fewUnclear = 20
)

// leads are the answers to g that lead to q, nil where there is no such rule:
// some answers to g leave q empty always, the others seldom, and who was not
// asked g was not asked q.
func (e *examiner) leads(g, q *Question, blank, counted []bool) (codes []string) {
	c := e.raw.Column(g.Columns[0])
	rows, empty := make([]int, len(c.Values)), make([]int, len(c.Values))
	for r, b := range blank {
		if !counted[r] {
			continue
		}
		rows[c.Cells[r]]++
		if b {
			empty[c.Cells[r]]++
		}
	}
	least, most := fewPast, 0.3 // of the led past; of the asked who left it empty
	if q.Unclear {
		least, most = fewUnclear, 0.7
	}
	if without := rows[0] - empty[0]; without*20 > rows[0] {
		return nil
	}
	past, askedRows := 0, 0
	for _, a := range g.Answers {
		n, b := 0, 0
		for i, v := range c.Values {
			if i > 0 && trimmed(v) == a.Code {
				n, b = n+rows[i], b+empty[i]
			}
		}
		switch {
		case n == 0:
		case n == b:
			past += n
		case float64(b) <= most*float64(n):
			codes = append(codes, a.Code)
			askedRows += n
		default:
			return nil
		}
	}
	if past < least || askedRows < least {
		return nil
	}
	return codes
}

// namesOf are the names of answers, for a sentence.
func namesOf(q *Question, codes []string) string {
	text := ""
	for _, code := range codes {
		for _, a := range q.Answers {
			if a.Code != code {
				continue
			}
			if text != "" {
				text += ", "
			}
			if a.Label != "" {
				text += a.Label
			} else {
				text += a.Code
			}
		}
	}
	return text
}

// blank tells for each row whether all of a question's cells are empty.
func (r *Raw) blank(q *Question) []bool {
	blank := make([]bool, r.Rows)
	for i := range blank {
		blank[i] = true
	}
	for _, name := range q.Columns {
		c := r.Column(name)
		if c == nil {
			continue
		}
		empty := c.emptyValues()
		for row, at := range c.Cells {
			if !empty[at] {
				blank[row] = false
			}
		}
	}
	return blank
}

// emptyValues tells for each distinct value whether nothing stands in it.
func (c *Column) emptyValues() []bool {
	empty := make([]bool, len(c.Values))
	for i, v := range c.Values {
		empty[i] = trimmed(v) == ""
	}
	return empty
}
