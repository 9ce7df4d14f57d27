package strategy

import "strings"

// beginning is the first letters of a text, cut at a space.
func beginning(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	return cutAtSpace(string(runes[:limit]), strings.LastIndexByte, true) + " …"
}

// shorten is text of at most limit letters, cut in its middle at spaces where
// that costs little: "Udvalget kan … senest i maj".
func shorten(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	keep := max(limit-3, 2)
	head, tail := runes[:(keep+1)/2], runes[len(runes)-keep/2:]
	return cutAtSpace(string(head), strings.LastIndexByte, true) + " … " + cutAtSpace(string(tail), strings.IndexByte, false)
}

// cutAtSpace drops the part word at the cut when it is short beside the rest.
func cutAtSpace(part string, find func(string, byte) int, head bool) string {
	i := find(part, ' ')
	switch {
	case head && i > len(part)/2:
		part = part[:i]
	case !head && i >= 0 && i < len(part)/2:
		part = part[i+1:]
	}
	return strings.TrimSpace(part)
}
