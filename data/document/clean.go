package document

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NewBlock makes a block without an id of runs of text: NFC, one line, single
// spaces, no control characters, no space at either end, spans in normal form.
func NewBlock(kind Kind, level int, runs ...Run) Block {
	b := Block{Kind: kind, Level: min(max(level, 0), MaxLevel)}
	var text strings.Builder
	space := false // a space is owed before the next letter
	for _, run := range mergeRuns(runs) {
		start := -1
		for _, r := range norm.NFC.String(run.Text) {
			switch {
			case r == '\u00a0': // a no-break space is meant, and stays
			case unicode.IsSpace(r):
				space = text.Len() > 0
				continue
			case unicode.IsControl(r) || r == '\ufeff' || r == unicode.ReplacementChar:
				continue
			}
			if space {
				text.WriteByte(' ')
				space = false
			}
			if start < 0 {
				start = text.Len()
			}
			text.WriteRune(r)
		}
		if start >= 0 && run.Style != (Style{}) {
			b.Spans = append(b.Spans, Span{start, text.Len(), run.Style})
		}
	}
	if strings.TrimSpace(text.String()) == "" { // no-break spaces alone are no text
		b.Spans = nil
		return b
	}
	b.Text = text.String()
	b.Spans = joinSpans(b.Spans)
	return b
}

// mergeRuns joins neighbours of one style, so that a letter and its accent
// in two runs still become one.
func mergeRuns(runs []Run) []Run {
	var merged []Run
	for i := 0; i < len(runs); {
		end := i + 1
		for end < len(runs) && runs[end].Style == runs[i].Style {
			end++
		}
		merged = append(merged, Run{joinTexts(runs[i:end]), runs[i].Style})
		i = end
	}
	return merged
}

// joinTexts is what runs say together. A file may have a run for each letter.
func joinTexts(runs []Run) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	var text strings.Builder
	for _, r := range runs {
		text.WriteString(r.Text)
	}
	return text.String()
}

// joinSpans joins spans that touch and have the same style.
func joinSpans(spans []Span) []Span {
	var joined []Span
	for _, s := range spans {
		if n := len(joined); n > 0 && joined[n-1].End == s.Start && joined[n-1].Style == s.Style {
			joined[n-1].End = s.End
			continue
		}
		joined = append(joined, s)
	}
	return joined
}
