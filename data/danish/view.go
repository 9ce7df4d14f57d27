package danish

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// view is a text as a reader sees it, whatever it is made of: one kind of
// dash, one kind of space, digits 0–9, letters and their accents in one piece,
// and nothing invisible. All rules look at it, and so nothing can be hidden
// from them between two digits. Each of its runes knows where it came from.
type view struct {
	runes    []rune
	from, to []int32 // the runes of the text that each came from
	low      string  // runes in lower case
	bytes    []int32 // where each rune begins in low, and its length at the end
}

// viewOf takes time linear in the text's length.
func viewOf(text string) *view {
	v := &view{}
	n := utf8.RuneCountInString(text)
	v.runes, v.from, v.to = make([]rune, 0, n), make([]int32, 0, n), make([]int32, 0, n)
	at := int32(0)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		bytes, count := size, int32(1)
		switch {
		case r == utf8.RuneError && size == 1: // no UTF-8: nothing is shown for it
		case r == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			v.add('\n', at, at+1) // a line end of old
		case r < utf8.RuneSelf && r != '&' && r != '<':
			v.ascii(r, at)
		case r == '&':
			if decoded, length := entity(text[i:]); length > 0 {
				bytes, count = length, int32(length) // an entity is ASCII
				v.fold(decoded, at, at+count)
			} else {
				v.add(r, at, at+1)
			}
		case r == '<':
			if length := tag(text[i:]); length > 0 {
				bytes, count = length, int32(length)
			} else {
				v.add(r, at, at+1)
			}
		default:
			v.fold(r, at, at+1)
		}
		i += bytes
		at += count
	}
	v.lower(len(text))
	return v
}

func (v *view) add(r rune, from, to int32) {
	v.runes, v.from, v.to = append(v.runes, r), append(v.from, from), append(v.to, to)
}

func (v *view) ascii(r rune, at int32) {
	switch {
	case r == '\t':
		r = ' '
	case r == '\v', r == '\f':
		r = '\n'
	case r < ' ' && r != '\n', r == 0x7f:
		return // NUL and its kind are not shown, and "\r" is before "\n"
	}
	v.add(r, at, at+1)
}

// fold adds a rune that is not plain ASCII in the form it is read as.
func (v *view) fold(r rune, from, to int32) {
	last := len(v.runes) - 1
	switch {
	case r < utf8.RuneSelf:
		v.add(r, from, to)
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
		if last >= 0 {
			if composed, ok := compose(v.runes[last], r); ok {
				v.runes[last], v.to[last] = composed, to
			}
		}
	case invisible(r):
	case r == 0x2028 || r == 0x2029 || r == 0x85:
		v.add('\n', from, to)
	case unicode.Is(unicode.Zs, r) || r == 0x2800: // the blank Braille cell
		v.add(' ', from, to)
	case unicode.Is(unicode.Pd, r) || strings.ContainsRune("−⁃˗➖ー￣", r):
		v.add('-', from, to)
	case r == '’' || r == 'ʼ' || r == '´':
		v.add('\'', from, to)
	case unicode.Is(unicode.Nd, r):
		v.add(digit(r), from, to)
	case compatible(r):
		for _, plain := range norm.NFKC.String(string(r)) {
			if unicode.Is(unicode.Pd, plain) || plain == 0x2212 {
				plain = '-'
			}
			v.add(plain, from, to)
		}
	default:
		v.add(r, from, to)
	}
}

// invisible is what takes no room on the screen: joiners, directions, tags,
// private and forbidden code points, fillers.
func invisible(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cf, unicode.Cc, unicode.Co, unicode.Cs) ||
		r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0 || r >= 0xE0000
}

// digit is the plain digit for one of another script: scripts have theirs in
// tens, from nought on.
func digit(r rune) rune {
	for _, table := range unicode.Nd.R16 {
		if r >= rune(table.Lo) && r <= rune(table.Hi) {
			return '0' + (r-rune(table.Lo))%10
		}
	}
	for _, table := range unicode.Nd.R32 {
		if r >= rune(table.Lo) && r <= rune(table.Hi) {
			return '0' + (r-rune(table.Lo))%10
		}
	}
	return r
}

// compatible tells whether r is another form of plain letters or digits: wide,
// raised, in a circle, mathematical.
func compatible(r rune) bool {
	return r == '²' || r == '³' || r == '¹' || r >= 0x2070 && r <= 0x209F || r >= 0x2100 && r <= 0x214F ||
		r >= 0x2460 && r <= 0x24FF || r >= 0xFB00 && r <= 0xFB06 || r >= 0xFE50 && r <= 0xFFEF ||
		r >= 0x1D400 && r <= 0x1D7FF || r >= 0x1F100 && r <= 0x1F189
}

// compose puts an accent on the letter before it.
func compose(letter, accent rune) (rune, bool) {
	if !unicode.IsLetter(letter) {
		return 0, false
	}
	composed := []rune(norm.NFC.String(string([]rune{letter, accent})))
	return composed[0], len(composed) == 1
}

const longestEntity = 10 // "&#x2011;" and the like

// entity reads an HTML entity at the head of text and gives its length.
func entity(text string) (rune, int) {
	end := strings.IndexByte(text[:min(len(text), longestEntity)], ';')
	if end < 2 {
		return 0, 0
	}
	decoded := html.UnescapeString(text[:end+1])
	r, size := utf8.DecodeRuneInString(decoded)
	if size != len(decoded) || r == '&' && end > 4 {
		return 0, 0
	}
	return r, end + 1
}

// tag is the length of an HTML tag at the head of text that says nothing:
// "<b>", "</span>", "<br />". One with more in it is read as text, so that
// nothing is hidden in it.
func tag(text string) int {
	i := 1
	if i < len(text) && text[i] == '/' {
		i++
	}
	start := i
	for i < len(text) && i-start < 10 && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z') {
		i++
	}
	if i == start {
		return 0
	}
	for i < len(text) && i-start < 12 && (text[i] == ' ' || text[i] == '/') {
		i++
	}
	if i < len(text) && text[i] == '>' {
		return i + 1
	}
	return 0
}

// lower writes the view in lower case, where words are cut out of.
func (v *view) lower(size int) {
	var b strings.Builder
	b.Grow(size)
	v.bytes = make([]int32, len(v.runes)+1)
	for i, r := range v.runes {
		v.bytes[i] = int32(b.Len())
		b.WriteRune(unicode.ToLower(r))
	}
	v.bytes[len(v.runes)] = int32(b.Len())
	v.low = b.String()
}

// text is the runes [i, j) in lower case. It is a part of low: nothing is copied.
func (v *view) text(i, j int) string { return v.low[v.bytes[i]:v.bytes[j]] }

// at is the rune at i, and 0 outside the text.
func (v *view) at(i int) rune {
	if i < 0 || i >= len(v.runes) {
		return 0
	}
	return v.runes[i]
}

// span is where the runes [i, j) stand in the text as it was given.
func (v *view) span(i, j int) (from, to int) { return int(v.from[i]), int(v.to[j-1]) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsLetter(r)
}

func isUpper(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
}

// width is the number of bytes of the rune at i: 1 where there is none.
func width(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	return size
}
