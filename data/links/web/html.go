package web

import (
	"bytes"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// head is what the head of a page says about it.
type head struct {
	title     string
	meta      map[string]string // by name or property, small letters; the first of each
	canonical string
	base      string
}

// isHTML tells whether a page of that type can be read here.
func isHTML(contentType string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	kind = strings.TrimSpace(kind)
	return kind == "" || kind == "text/html" || kind == "application/xhtml+xml"
}

// decode writes a page's bytes as UTF-8. What is valid UTF-8 is taken for that,
// whatever the page claims: the other way round, nothing but UTF-8 looks like
// it by chance.
func decode(body []byte, contentType string) []byte {
	encoding, name, _ := charset.DetermineEncoding(body, contentType)
	if name == "utf-8" || name != "utf-16le" && name != "utf-16be" && validUTF8(body) && !ascii(body) {
		if validUTF8(body) {
			return bytes.TrimPrefix(body, []byte("\xEF\xBB\xBF"))
		}
		encoding, _ = charset.Lookup("windows-1252")
	}
	text, err := io.ReadAll(encoding.NewDecoder().Reader(bytes.NewReader(body)))
	if err != nil {
		return bytes.ToValidUTF8(body, []byte("\uFFFD"))
	}
	return text
}

// validUTF8 is utf8.Valid, but for a last rune that the limit cut in two.
func validUTF8(body []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut <= len(body); cut++ {
		if utf8.Valid(body[:len(body)-cut]) {
			return true
		}
	}
	return false
}

func ascii(body []byte) bool {
	return bytes.IndexFunc(body, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// readHead reads a page up to its body.
func readHead(page []byte) head {
	h := head{meta: map[string]string{}}
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return h
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			if tag == atom.Body {
				return h
			}
			h.take(tag, attributes(z), z)
		}
	}
}

func (h *head) take(tag atom.Atom, attrs map[string]string, z *html.Tokenizer) {
	switch tag {
	case atom.Title:
		if h.title == "" && z.Next() == html.TextToken {
			h.title = plain(string(z.Text()))
		}
	case atom.Meta:
		name := attrs["property"]
		if name == "" {
			name = attrs["name"]
		}
		name = strings.ToLower(strings.TrimSpace(name))
		if value := plain(attrs["content"]); value != "" && name != "" && h.meta[name] == "" {
			h.meta[name] = value
		}
	case atom.Link:
		for _, rel := range strings.Fields(strings.ToLower(attrs["rel"])) {
			if rel == "canonical" && h.canonical == "" {
				h.canonical = attrs["href"]
			}
		}
	case atom.Base:
		if h.base == "" {
			h.base = attrs["href"]
		}
	}
}

func attributes(z *html.Tokenizer) map[string]string {
	all := map[string]string{}
	for {
		key, value, more := z.TagAttr()
		if _, there := all[string(key)]; !there {
			all[string(key)] = string(value)
		}
		if !more {
			return all
		}
	}
}

// plain is text on one line, without what takes no ink.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != '\u200D':
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}

// content is what is said on a page as a whole.
type content struct {
	title   string
	heading string          // the first h1
	letters int             // that a reader sees, at most enough
	places  map[string]bool // ids and anchor names
}

// mostHeading is how much of a heading is looked at, in bytes.
const mostHeading = 400

// enough letters say that there is something on a page.
const enough = 200

// readContent reads a page to its end.
func readContent(page []byte) content {
	c := content{places: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(page))
	hidden, heading, titled := 0, 0, false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return c
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag := atom.Lookup(name)
			if more {
				c.place(tag, attributes(z))
			}
			switch tag {
			case atom.Script, atom.Style, atom.Template, atom.Noscript:
				hidden++
			case atom.H1:
				heading++
			case atom.Title:
				titled = true
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Script, atom.Style, atom.Template, atom.Noscript:
				hidden = max(0, hidden-1)
			case atom.H1:
				heading++
			case atom.Title:
				titled = false
			}
		case html.TextToken:
			text := plain(html.UnescapeString(string(z.Raw())))
			switch {
			case hidden > 0 || text == "":
			case titled && c.title == "":
				c.title = text
			case titled:
			default:
				if heading == 1 && len(c.heading) < mostHeading {
					c.heading = strings.TrimSpace(c.heading + " " + text)
				}
				c.letters += min(enough, utf8.RuneCountInString(text))
			}
		}
	}
}

func (c *content) place(tag atom.Atom, attrs map[string]string) {
	if id := attrs["id"]; id != "" {
		c.places[id] = true
	}
	if name := attrs["name"]; name != "" && tag == atom.A {
		c.places[name] = true
	}
}
