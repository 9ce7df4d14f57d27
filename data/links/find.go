package links

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Found is an address that stands in a text.
type Found struct {
	From, To int    // positions in the text, in runes; To is behind the last
	Text     string // as it stands there
	Address  string // Text with a scheme; not cleaned
}

// Find gives the addresses of web pages that stand in text, in order: those
// with a scheme ("https://…") and those a reader takes for one ("www.kk.dk",
// "kk.dk/diskrimination"). Punctuation that belongs to the sentence, quotes,
// brackets and emoji around an address are not part of it. E-mail addresses
// are none. It takes time linear in the text.
func Find(text string) []Found {
	var found []Found
	runes := 0 // before text[at]
	for at := 0; at < len(text); {
		size := token(text[at:])
		if size == 0 {
			_, width := utf8.DecodeRuneInString(text[at:])
			at, runes = at+width, runes+1
			continue
		}
		word := text[at : at+size]
		if strings.ContainsAny(word, ".:") {
			found = append(found, inWord(word, runes)...)
		}
		at, runes = at+size, runes+utf8.RuneCountInString(word)
	}
	return found
}

// token is how many bytes of text can stand in an address: ASCII that is no
// white space, quote or angle bracket, and letters, marks and digits of any
// script. An emoji is none of these.
func token(text string) int {
	for i, r := range text {
		ascii := r > ' ' && r < 0x7F && !strings.ContainsRune("\"<>`{}|^", r)
		if !ascii && (r < utf8.RuneSelf || r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)) {
			return i
		}
	}
	return len(text)
}

// inWord gives the addresses in one token; runes are before it. There are more
// than one where somebody forgot the space.
func inWord(word string, runes int) (found []Found) {
	for from := 0; from < len(word); {
		start, end, scheme := addressIn(word, from)
		if end <= start {
			return found
		}
		f := Found{Text: word[start:end]}
		f.From = runes + utf8.RuneCountInString(word[from:start])
		f.To = f.From + utf8.RuneCountInString(f.Text)
		runes = f.To
		f.Address = f.Text
		if !scheme {
			f.Address = "https://" + f.Text
		}
		found = append(found, f)
		from = end
	}
	return found
}

// addressIn is the first address in word from a place on; end is 0 when there
// is none.
func addressIn(word string, from int) (start, end int, scheme bool) {
	if i := schemeIn(word[from:]); i >= 0 {
		start = from + i
		end = untilNext(word, start)
		if end = closing(word, start, end); end > start+strings.Index(word[start:], "://")+3 {
			return start, end, true
		}
		return 0, 0, false
	}
	// A bare name begins the token, or stands behind an opening bracket or
	// the like: "(www.kk.dk", "se:www.kk.dk", "…kk.dk".
	start = from
	for start < len(word) && strings.IndexByte("([.,;:!?*_~'-/=", word[start]) >= 0 {
		start++
	}
	if i := strings.LastIndexAny(word[start:hostEnd(word, start)], ":(["); i >= 0 && !digitsFrom(word, start+i+1) {
		start += i + 1
	}
	end = closing(word, start, len(word))
	if end <= start || !bare(word[start:end]) {
		return 0, 0, false
	}
	return start, end, false
}

// hostEnd is where the part of word from start ends that a host and port can
// stand in.
func hostEnd(word string, start int) int {
	if i := strings.IndexAny(word[start:], "/?#"); i >= 0 {
		return start + i
	}
	return len(word)
}

func digitsFrom(word string, at int) bool {
	return at < len(word) && word[at] >= '0' && word[at] <= '9'
}

// schemeIn is where "http://" or another scheme with slashes begins; -1 for
// none.
func schemeIn(word string) int {
	i := strings.Index(word, "://")
	if i <= 0 {
		return -1
	}
	start := i
	for start > 0 && (isASCIILetter(word[start-1]) || start < i && strings.IndexByte("0123456789+-.", word[start-1]) >= 0) {
		start--
	}
	for start < i && !isASCIILetter(word[start]) {
		start++
	}
	// "seehttps://…": what is glued to the front of a web scheme is not it.
	for _, known := range []string{"https", "http"} {
		if strings.HasSuffix(strings.ToLower(word[start:i]), known) {
			return i - len(known)
		}
	}
	if start == i {
		return -1
	}
	return start
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// untilNext is where the address that begins at start must end because another
// one begins, as in "https://kk.dkhttps://…". One that stands in a parameter or
// a path is part of the address.
func untilNext(word string, start int) int {
	body := start + strings.Index(word[start:], "://") + 3
	for at := body; ; {
		i := strings.Index(word[at:], "http")
		if i < 0 {
			return len(word)
		}
		next := at + i
		rest := word[next:]
		if (strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "http://")) && next > body && strings.IndexByte("/=?&#:", word[next-1]) < 0 {
			return next
		}
		at = next + 4
	}
}

// closing moves end back over what belongs to the sentence: punctuation, and
// closing brackets that nothing in the address opens.
func closing(word string, start, end int) int {
	round, square := 0, 0
	for i := start; i < end; i++ {
		switch word[i] {
		case '(':
			round++
		case ')':
			round--
		case '[':
			square++
		case ']':
			square--
		}
	}
	for end > start {
		switch c := word[end-1]; {
		case strings.IndexByte(".,;:!?'*~", c) >= 0:
		case c == ')' && round < 0:
			round++
		case c == ']' && square < 0:
			square++
		case c == '(':
			round--
		case c == '[':
			square--
		default:
			return end
		}
		end--
	}
	return end
}

// endings are the last parts of the names that people write without "www."
// and without a path and still mean a web page.
var endings = strings.Fields("dk com org net eu info nu uk fo gl nordic cph app gov edu int biz dev io ai tv")

// wordEndings are endings that are Danish words too: "hjælp.men", "noget.at". Only
// more than a name makes an address of them.
var wordEndings = strings.Fields("no se de fi is at be nl fr es it pl ch ca us")

// bare tells whether text without a scheme is what a reader takes for a web
// page's address.
func bare(text string) bool {
	host, rest := text[:hostEnd(text, 0)], text[hostEnd(text, 0):]
	if strings.ContainsAny(host, "@%") {
		return false
	}
	host, port, _ := strings.Cut(host, ":")
	labels := strings.Split(host, ".")
	if len(labels) < 2 || !namesOnly(labels) || strings.Trim(port, "0123456789") != "" {
		return false
	}
	last := labels[len(labels)-1]
	lower := strings.ToLower(last)
	if strings.EqualFold(labels[0], "www") {
		return len(labels) > 2 && len(last) >= 2 && !numeric(lower)
	}
	// "hjælp.Dk" is a full stop without its space.
	capital := last != lower && last != strings.ToUpper(last)
	switch {
	case capital:
		return false
	case slices.Contains(endings, lower):
		return true
	case slices.Contains(wordEndings, lower):
		return len(labels) > 2 || strings.HasPrefix(rest, "/")
	}
	return false
}

// namesOnly tells whether every label can be part of a site's name.
func namesOnly(labels []string) bool {
	for _, label := range labels {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for _, r := range label {
			if r < utf8.RuneSelf && !isASCIILetter(byte(r)) && (r < '0' || r > '9') && r != '-' && r != '_' {
				return false
			}
		}
	}
	return true
}
