package importer

import (
	"strings"
)

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
