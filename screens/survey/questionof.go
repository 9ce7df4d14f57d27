package survey

import (
	"slices"
	"strconv"
	"strings"

	"synlig/data/survey/importer"
)

// mostAnswers is how many different cells a column has at most to be taken for
// a choice between them.
const mostAnswers = 60

// guessKind is what a column is taken for when it is put together anew.
func guessKind(c *importer.Column) string {
	if c.Dated {
		return "date"
	}
	distinct := 0
	for at := range c.Values {
		if strings.TrimSpace(c.Values[at]) != "" && c.Counts[at] > 0 {
			distinct++
		}
	}
	if distinct > mostAnswers {
		return "text"
	}
	return "single"
}

// questionOf makes a question of some columns: of one, or for several boxes of
// one each.
func questionOf(i *intake, columns []string, kind string) importer.Question {
	first := i.raw.Column(columns[0])
	q := importer.Question{ID: i.freshID(), Text: headingOf(first), Kind: kind, Columns: slices.Clone(columns)}
	switch kind {
	case "multi":
		if len(columns) == 1 {
			q.Separator = ";"
			q.Answers = optionsOf(first, q.Separator)
			break
		}
		for _, name := range columns {
			c := i.raw.Column(name)
			q.Answers = append(q.Answers, importer.Answer{Code: name, Label: headingOf(c)})
		}
		q.Unticked = []string{"0"}
	case "single", "scale":
		q.Answers = codesOf(first, kind == "scale")
	}
	return q
}

// headingOf is a column's question where the file has it, else its name.
func headingOf(c *importer.Column) string {
	if c.Label != "" {
		return c.Label
	}
	return c.Name
}

// freshID is a short name that no question has.
func (i *intake) freshID() string {
	for n := len(i.profile.Questions) + 1; ; n++ {
		id := "q" + strconv.Itoa(n)
		if !slices.ContainsFunc(i.profile.Questions, func(q importer.Question) bool { return q.ID == id }) {
			return id
		}
	}
}

// codesOf are the different cells of a column as answers: in the order of the
// file's labels, else by number, else as they come.
func codesOf(c *importer.Column, scale bool) []importer.Answer {
	var answers []importer.Answer
	add := func(code, label string) {
		code = strings.TrimSpace(code)
		if code == "" || len(answers) >= 10*mostAnswers || slices.ContainsFunc(answers, func(a importer.Answer) bool { return a.Code == code }) {
			return
		}
		answers = append(answers, importer.Answer{Code: code, Label: label})
	}
	for _, l := range c.Labels {
		add(l.Code, l.Text)
	}
	labelled := len(answers)
	for at, value := range c.Values {
		if c.Counts[at] > 0 {
			add(value, "")
		}
	}
	slices.SortStableFunc(answers[labelled:], func(a, b importer.Answer) int {
		x, errX := strconv.ParseFloat(strings.Replace(a.Code, ",", ".", 1), 64)
		y, errY := strconv.ParseFloat(strings.Replace(b.Code, ",", ".", 1), 64)
		if errX == nil && errY == nil {
			return int(x - y)
		}
		return 0
	})
	if scale {
		for n := range answers {
			answers[n].Order = n + 1
		}
	}
	return answers
}

// optionsOf are the different parts of a column's cells.
func optionsOf(c *importer.Column, separator string) []importer.Answer {
	var answers []importer.Answer
	seen := map[string]bool{}
	for at, value := range c.Values {
		if c.Counts[at] == 0 {
			continue
		}
		for part := range strings.SplitSeq(value, separator) {
			if part = strings.TrimSpace(part); part != "" && !seen[part] && len(answers) < 10*mostAnswers {
				seen[part] = true
				answers = append(answers, importer.Answer{Code: part, Label: part})
			}
		}
	}
	return answers
}
