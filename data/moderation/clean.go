package moderation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"synlig/data/tabular"
)

// Clean is a comment as plain text: mojibake repaired, HTML read as what it
// shows, hidden characters gone, digits of every script as 0–9, letters in one
// piece, line ends as "\n" and no more than one blank line in a row. It covers
// nothing.
func Clean(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = plain(tabular.Repair(text))
	text = norm.NFC.String(text)
	var out strings.Builder
	out.Grow(len(text))
	runes := []rune(text)
	breaks := 0
	for i, r := range runes {
		switch {
		case r == '\r':
			if i+1 < len(runes) && runes[i+1] == '\n' {
				continue
			}
			r = '\n'
		case r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f' || r == '\u0085':
			r = '\n'
		case unseen(runes, i):
			continue
		}
		if r == '\n' {
			if breaks++; breaks > 2 {
				continue
			}
		} else if !unicode.IsSpace(r) {
			breaks = 0
		}
		out.WriteRune(digit(r))
	}
	return strings.TrimSpace(out.String())
}

// unseen tells whether a rune shows nothing and could only part what belongs
// together, such as the digits of a number. The joiners and selectors of an
// emoji stay where they join one.
func unseen(runes []rune, i int) bool {
	r := runes[i]
	switch {
	case r == '\n' || r == '\t':
		return false
	case r == '\u200d' || r == '\ufe0f' || r >= 0xE0020 && r <= 0xE007F:
		return i == 0 || !emoji(runes[i-1]) && runes[i-1] != '\ufe0f'
	case r == '\u20e3': // the frame of a keycap
		return true
	case r == '\u00ad' || r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0' || r == '\u2800':
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Variation_Selector, r)
}

// emoji tells whether r is a pictograph, or a part of one.
func emoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2190 && r <= 0x2BFF || r >= 0xE0020 && r <= 0xE007F || unicode.Is(unicode.So, r)
}

// digit writes the digits of any script, and the round and full-width ones, as
// 0–9. They come in rows of ten that begin with the zero.
func digit(r rune) rune {
	if r < utf8.RuneSelf || !unicode.IsNumber(r) {
		return r
	}
	if unicode.Is(unicode.Nd, r) {
		zero := r
		for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
			zero--
		}
		if folded := norm.NFKC.String(string(r)); len(folded) == 1 {
			return rune(folded[0]) // mathematical digits stand in rows without a gap
		}
		return '0' + r - zero
	}
	if folded := norm.NFKC.String(string(r)); len(folded) == 1 && folded[0] >= '0' && folded[0] <= '9' {
		return rune(folded[0]) // ① ² ₃
	}
	return r
}

// plain reads HTML as the text it shows; other text is left alone. A tag within
// a word or a number parts nothing, as on the page.
func plain(text string) string {
	if !strings.Contains(text, "<") && !strings.Contains(text, "&") {
		return text
	}
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(4 * MaxComment)
	for {
		switch z.Next() {
		case html.ErrorToken:
			out.Write(z.Raw()) // what was begun and not ended is text
			return out.String()
		case html.TextToken:
			out.WriteString(html.UnescapeString(string(z.Raw())))
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			switch tag := string(name); {
			case !elements[tag]:
				out.WriteString(raw) // "<3" and "<jeg>" are no tags
			case tag == "br" || tag == "p" || tag == "div" || tag == "li" || tag == "tr":
				out.WriteByte('\n')
			}
		}
	}
}

// elements are the tags that comments come with; any other is somebody's own
// writing and stays.
var elements = func() map[string]bool {
	set := map[string]bool{}
	for _, tag := range strings.Fields(`a abbr b big blockquote body br center code div em font h1 h2 h3 h4 h5 h6
		head hr html i iframe img input ins li meta object ol p pre q s script small span strike strong style sub sup
		svg table tbody td th thead title tr u ul wbr del form button link video audio source picture`) {
		set[tag] = true
	}
	return set
}()
