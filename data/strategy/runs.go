package strategy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"synlig/data/document"
)

// Every edit of a block is an edit of its runs: cut, put together, composed
// again. So the marks are right by construction and in normal form.

// compose makes text and spans of runs: NFC, also where a letter and its
// accent come together from two runs.
func compose(runs ...document.Run) (string, []document.Span) {
	var text strings.Builder
	var spans []document.Span
	for _, run := range wholeLetters(runs) {
		start := text.Len()
		text.WriteString(run.Text)
		if run.Style == (document.Style{}) || start == text.Len() {
			continue
		}
		if n := len(spans); n > 0 && spans[n-1].End == start && spans[n-1].Style == run.Style {
			spans[n-1].End = text.Len()
			continue
		}
		spans = append(spans, document.Span{Start: start, End: text.Len(), Style: run.Style})
	}
	return text.String(), spans
}

// wholeLetters makes sure that every run begins with a whole letter and is NFC.
func wholeLetters(runs []document.Run) []document.Run {
	normal := true
	for i, run := range runs {
		normal = normal && norm.NFC.IsNormalString(run.Text) && (i == 0 || norm.NFC.FirstBoundaryInString(run.Text) == 0)
	}
	if normal {
		return runs
	}
	var whole []document.Run
	for _, run := range runs {
		if n := len(whole); n > 0 {
			at := norm.NFC.FirstBoundaryInString(run.Text)
			if at < 0 {
				at = len(run.Text)
			}
			whole[n-1].Text += run.Text[:at]
			run.Text = run.Text[at:]
		}
		if run.Text != "" {
			whole = append(whole, run)
		}
	}
	for i := range whole {
		whole[i].Text = norm.NFC.String(whole[i].Text)
	}
	return whole
}

// withRuns is b with the text and marks of those runs.
func withRuns(b document.Block, runs ...document.Run) document.Block {
	b.Text, b.Spans = compose(runs...)
	return b
}

// before and after are the runs of b on either side of a byte.
func before(b document.Block, at int) []document.Run { return b.Runs(0, at) }
func after(b document.Block, at int) []document.Run  { return b.Runs(at, len(b.Text)) }

// around is b with runs in the place of the bytes [from, to).
func around(b document.Block, from, to int, runs ...document.Run) document.Block {
	return withRuns(b, slices.Concat(before(b, from), runs, after(b, to))...)
}

// onLetter moves a place in text to the start of the letter it lies in; an
// accent that stands by itself in Unicode belongs to the letter before it.
func onLetter(text string, at int) int {
	at = min(max(at, 0), len(text))
	for at < len(text) && at > 0 && text[at] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(text[at:]); utf8.RuneStart(text[at]) && !unicode.IsMark(r) {
			break
		}
		at--
	}
	return at
}

// rangeOf is the bytes [from, to) of text, put in order and on letters.
func rangeOf(text string, from, to int) (int, int) {
	from, to = onLetter(text, from), onLetter(text, to)
	return min(from, to), max(from, to)
}

// oneLine makes text what a block may hold: NFC, one line, no control
// characters. at is a place in it and follows along. Spaces stay as typed.
func oneLine(text string, at int) (string, int) {
	at = onLetter(text, at)
	if plain(text) {
		return text, at
	}
	head, tail := cleaned(text[:at]), cleaned(text[at:])
	text = norm.NFC.String(head + tail)
	// An accent behind the caret may have joined the letter before it.
	at = onLetter(text, len(text)-len(norm.NFC.String(tail)))
	return text, at
}

// plain tells whether text holds nothing that oneLine would change.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] == 0x7F || text[i] >= utf8.RuneSelf {
			return !strings.ContainsFunc(text, func(r rune) bool { return replaced(r) != r }) && utf8.ValidString(text) && norm.NFC.IsNormalString(text)
		}
	}
	return true
}

func cleaned(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n")
	return strings.Map(replaced, text)
}

// replaced is what stands for r in a block: a space for every break, nothing
// (-1) for what cannot be seen.
func replaced(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\v' || r == '\f' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.IsControl(r) || r == '\ufeff' || r == unicode.ReplacementChar:
		return -1
	}
	return r
}
