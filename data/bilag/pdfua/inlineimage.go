package pdfua

import (
	"bytes"

	"synlig/data/bilag/pdfua/rawpdf"
)

// inlineImage reads BI … ID data EI and counts it as painted.
func (r *runner) inlineImage(lexer *rawpdf.Lexer) {
	d := rawpdf.Dict{}
	for {
		key, err := lexer.Next()
		if err != nil || key == rawpdf.Object(rawpdf.Keyword("ID")) {
			break
		}
		value, err := lexer.Next()
		if n, ok := key.(rawpdf.Name); ok && err == nil {
			d[n] = value
		}
	}
	rest := lexer.Rest()
	for at := 1; ; {
		i := bytes.Index(rest[min(at, len(rest)):], []byte("EI"))
		if i < 0 {
			r.c.flag("own 2", "inline-image", r.where, "BI without EI")
			lexer.Skip(len(rest))
			return
		}
		at += i + 2
		if isBreak(rest, at-3) && isBreak(rest, at) {
			lexer.Skip(at)
			break
		}
	}
	for _, key := range []rawpdf.Name{"F", "Filter"} {
		r.c.checkFilterNames(d[key], r.where)
	}
	for _, key := range []rawpdf.Name{"CS", "ColorSpace"} {
		if d[key] != nil {
			r.colourSpace(d[key])
		}
	}
	r.paint("EI")
}

func isBreak(b []byte, i int) bool {
	return i < 0 || i >= len(b) || bytes.IndexByte([]byte(" \t\r\n\f\x00"), b[i]) >= 0
}
