package rawpdf

import "strconv"

func (l *Lexer) number() Object {
	w := string(l.regular())
	if n, err := strconv.Atoi(w); err == nil {
		if n > 1<<31-1 || n < -1<<31 {
			l.note(ProblemLimit, "integer "+w)
		}
		if l.refs && n >= 0 {
			return l.reference(n)
		}
		return n
	}
	for i := 0; i < len(w); i++ {
		if c := w[i]; c != '.' && (c < '0' || c > '9') && (i > 0 || c != '-' && c != '+') {
			l.note(ProblemSyntax, "number "+strconv.Quote(clip(w)))
			return 0
		}
	}
	v, err := strconv.ParseFloat(w, 64)
	if err != nil {
		l.note(ProblemSyntax, "number "+strconv.Quote(clip(w)))
		return 0
	}
	return v
}

// reference looks whether n is the start of "n g R".
func (l *Lexer) reference(n int) Object {
	back := l.at
	l.space()
	if b := l.peek(0); b >= '0' && b <= '9' {
		if g, err := strconv.Atoi(string(l.regular())); err == nil {
			l.space()
			if l.peek(0) == 'R' && (l.at+1 >= len(l.data) || isSpace(l.peek(1)) || isDelimiter(l.peek(1))) {
				l.at++
				return Ref{n, g}
			}
		}
	}
	l.at = back
	return n
}
