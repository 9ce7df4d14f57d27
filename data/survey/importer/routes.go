package importer

// reach is how many questions back the one that leads to a question is looked
// for.
const reach = 12

// routes finds questions that some were led past: whose cells are empty for
// everybody who gave certain answers to an earlier question, and for few of the
// others. Where the file's shape loses who was asked, such an answer brings it
// back.
func (e *examiner) routes() {
	counted, _ := e.profile.tookPart(e.raw)
	blanks := make([][]bool, len(e.profile.Questions))
	for i := range e.profile.Questions {
		q := &e.profile.Questions[i]
		if q.Background || q.Route != nil || q.Kind == "text" {
			continue
		}
		blanks[i] = e.raw.blank(q)
		for back := i - 1; back >= max(0, i-reach); back-- {
			g := &e.profile.Questions[back]
			if g.Background || g.Kind != "single" && g.Kind != "scale" || len(g.Answers) > 12 {
				continue
			}
			if codes := e.leads(g, q, blanks[i], counted); codes != nil {
				q.Route, q.Unclear = &Route{g.ID, codes}, false
				e.found(true, "route", "question", q.Text, "from", g.Text, "answers", namesOf(g, codes))
				break
			}
		}
	}
}

// leads are the answers to g that lead to q, nil where there is no such rule.
func (e *examiner) leads(g, q *Question, blank, counted []bool) (codes []string) {
	c := e.raw.Column(g.Columns[0])
	rows, empty := make([]int, len(c.Values)), make([]int, len(c.Values))
	emptyRows := 0
	for r, b := range blank {
		if !counted[r] {
			continue
		}
		rows[c.Cells[r]]++
		if b {
			empty[c.Cells[r]]++
			emptyRows++
		}
	}
	least, most := 10, 0.3 // of the led past; of the asked who left it empty
	if q.Unclear {
		least, most = 20, 0.7
	}
	past, askedRows, askedEmpty := 0, 0, 0
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
			askedRows, askedEmpty = askedRows+n, askedEmpty+b
		default:
			return nil
		}
	}
	if past < least || askedRows < least || past*5 < emptyRows*4 && !q.Unclear {
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
