package importer

import (
	"slices"
	"strings"
)

// The headings of ready-made tables.
var (
	questionHeadings   = set("spørgsmål", "question", "spørgsmålstekst", "variabel", "variable", "emne", "questiontext")
	answerHeadings     = set("svar", "svarmulighed", "svarmuligheder", "svarkategori", "answer", "option", "kategori", "category", "response", "svartekst", "værdi")
	aggregateDivisions = set("forvaltning", "afdeling", "department", "enhed", "gruppe", "organisation", "område", "center", "unit", "group", "baggrund")
	countHeadings      = set("antal", "count", "n", "frekvens", "antal svar", "respondenter", "frequency", "besvarelser", "antal besvarelser", "antal respondenter", "x")
	shareHeadings      = set("procent", "andel", "pct", "share", "percent", "andel i procent", "pct af svar", "andel procent", "", "p")
	baseHeadings       = set("base", "n i alt", "antal i alt", "grundlag", "antal svar i alt", "basis", "base n", "n total", "besvarelser i alt")
)

// aggregate tells whether the file holds ready-made tables, and where they keep
// what: a long table (question, answer, department, count) or a wide one (a row
// for each answer, a column for each department).
func (e *examiner) aggregate() bool {
	if e.raw.Rows > 20_000 || len(e.columns) < 2 {
		return false
	}
	a := Aggregate{}
	var texts, numbers []*traits
	for _, t := range e.columns {
		name := plain(t.Name)
		switch {
		case t.distinct == 0:
		case t.numberOrShare():
			numbers = append(numbers, t)
		default:
			texts = append(texts, t)
			switch {
			case questionHeadings[name] && a.Question == "":
				a.Question = t.Name
			case answerHeadings[name] && a.Answer == "":
				a.Answer = t.Name
			case aggregateDivisions[name] && a.Department == "":
				a.Department = t.Name
			}
		}
	}
	if len(numbers) == 0 || len(texts) == 0 || len(texts) > 3 {
		return false
	}
	if a.Answer == "" { // codes may be numbers
		for i, t := range numbers {
			if answerHeadings[plain(t.Name)] && len(numbers) > 1 {
				a.Answer, numbers = t.Name, slices.Delete(slices.Clone(numbers), i, i+1)
				break
			}
		}
	}
	if !e.long(&a, numbers) && !e.wide(&a, texts, numbers) {
		return false
	}
	a.Totals = e.totals(a)
	e.profile.Aggregate = &a
	e.found(true, "aggregate", "rows", itoa(e.raw.Rows))
	if a.Count == "" && a.Share != "" && a.Base == "" {
		e.found(false, "aggregate-no-base")
	}
	return true
}

// numberOrShare tells whether a column holds numbers, with or without a sign
// for per cent, a dash standing for none.
func (t *traits) numberOrShare() bool {
	return t.shareOf(func(v string) bool { _, ok := figure(v); return ok }) == 1
}

// figure reads a number of a table: "12", "1.204", "12,3 %", "-" for none. A
// point that could stand between thousands does.
func figure(text string) (float64, bool) {
	text = trimmed(strings.TrimSuffix(trimmed(text), "%"))
	if text == "-" || text == "–" {
		return 0, true
	}
	comma := strings.Contains(text, ",") || strings.Count(text, ".") == 1 && len(text)-strings.IndexByte(text, '.') == 4
	return number(text, comma)
}

// long is a table with a row for each figure.
func (e *examiner) long(a *Aggregate, numbers []*traits) bool {
	if a.Answer == "" {
		return false
	}
	for _, t := range numbers {
		name := plain(t.Name)
		switch {
		case countHeadings[name] && a.Count == "":
			a.Count = t.Name
		case baseHeadings[name] && a.Base == "":
			a.Base = t.Name
		case (shareHeadings[name] || strings.Contains(t.Name, "%")) && a.Share == "":
			a.Share = t.Name
		}
	}
	return (a.Count != "" || a.Share != "") && (a.Department != "" || a.Question != "")
}

// wide is a table with a row for each answer. It is taken for one where its
// headings or its sums say so: a file of respondents has neither.
func (e *examiner) wide(a *Aggregate, texts, numbers []*traits) bool {
	if a.Answer == "" {
		rest := slices.DeleteFunc(slices.Clone(texts), func(t *traits) bool { return t.Name == a.Question })
		if len(rest) != 1 || texts[len(texts)-1] != rest[0] {
			return false
		}
		named := a.Question != "" || plain(rest[0].Name) == ""
		if !named && !e.sums(rest[0], numbers) {
			return false
		}
		a.Answer = rest[0].Name
	}
	a.Count, a.Share, a.Base = "", "", ""
	for _, t := range numbers {
		if len(t.values) > 0 {
			a.Wide = append(a.Wide, t.Name)
		}
	}
	return len(a.Wide) > 0
}

// sums tells whether a row or a column is named as the total.
func (e *examiner) sums(answers *traits, numbers []*traits) bool {
	if slices.ContainsFunc(answers.values, isTotal) {
		return true
	}
	return len(numbers) > 1 && slices.ContainsFunc(numbers, func(t *traits) bool { return isTotal(t.Name) })
}

// totals are the answers and departments that are sums of the others.
func (e *examiner) totals(a Aggregate) (totals []string) {
	names := slices.Clone(a.Wide)
	for _, column := range []string{a.Answer, a.Department} {
		if c := e.raw.Column(column); c != nil {
			names = append(names, c.Values...)
		}
	}
	for _, name := range names {
		if name = trimmed(name); isTotal(name) && !slices.Contains(totals, name) {
			totals = append(totals, name)
		}
	}
	return totals
}
