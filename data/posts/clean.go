package posts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean is text without what nobody typed: control characters, halves of
// characters, carriage returns. What a person can write stays as it is.
func Clean(text string) string {
	if utf8.ValidString(text) && !strings.ContainsFunc(text, stray) {
		return text
	}
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case stray(r):
			return -1
		}
		return r
	}, text)
}

func stray(r rune) bool {
	return r != '\n' && r != '\t' && unicode.IsControl(r) || r == '\ufeff' || r == '\ufffe' || r == '\uffff'
}

// Clean is c with clean texts.
func (c Content) Clean() Content {
	c.Text = Clean(c.Text)
	c.Pictures = slices.Clone(c.Pictures)
	for i := range c.Pictures {
		c.Pictures[i].Alt = Clean(c.Pictures[i].Alt)
	}
	return c
}
