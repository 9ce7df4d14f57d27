package links

import "html"

// Snippet is the other way across: what the website's editor puts on a page so
// that readers get to the post with one click. markup is a piece of HTML, plain
// the same for an editor that takes text. words are what the link says ("Følg
// os på Facebook"). Codes: those of Clean.
func Snippet(address, words string) (markup, plain string, err error) {
	cleaned, err := Clean(address)
	if err != nil {
		return "", "", err
	}
	words = oneSpaced(words)
	return `<a href="` + html.EscapeString(cleaned.Address) + `">` + html.EscapeString(words) + `</a>`,
		words + ": " + cleaned.Address, nil
}
