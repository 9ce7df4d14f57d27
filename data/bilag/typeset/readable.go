package typeset

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// standIns are likenesses of characters that a text font may lack.
var standIns = map[rune]string{
	'\u2000': " ", '\u2001': " ", '\u2002': " ", '\u2003': " ", '\u2004': " ", '\u2005': " ",
	'\u2006': " ", '\u2008': " ", '\u2009': " ", '\u200a': " ", '\u205f': " ", '\u3000': " ",
	'\u2007': "\u00a0", '\u202f': "\u00a0", '\u2028': " ", '\u2029': " ", '\t': " ", '\n': " ", '\r': " ",
	'‐': "-", '‑': "-", '‒': "–", '―': "—", '−': "–", '⁃': "•", '∙': "·", '⋅': "·",
	'→': "->", '←': "<-", '↔': "<->", '⇒': "=>", '⇐': "<=", '⇔': "<=>",
	'≥': ">=", '≤': "<=", '≠': "!=", '≈': "~", '≡': "=",
	'✓': "[x]", '✔': "[x]", '☑': "[x]", '☒': "[x]", '☐': "[ ]", '✗': "[-]", '✘': "[-]",
	'■': "•", '▪': "•", '●': "•", '◦': "–", '○': "–", '□': "[ ]", '▶': ">", '►': ">", '➢': ">", '➤': ">",
	'\uf0b7': "•", '\uf0a7': "•", '\uf0d8': ">", '\uf0fc': "[x]", // what Word leaves of its symbol fonts
	'″': "\"", '′': "'", '‟': "“", '‛': "‘", '„': "“", '＇': "'", '…': "...",
	'№': "nr.", '℃': "°C", '％': "%", '／': "/", '：': ":", '（': "(", '）': ")",
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ſ': "s",
}

// Names are the words for what cannot be shown, for the language at hand.
type Names struct {
	Emoji, Hebrew, Arabic, Other string
}

// Readable makes text that a paper's fonts can show in full.
type Readable struct {
	Faces [4]*Face
	Names Names
	// Missing are the characters met that had to be replaced; never nil after
	// NewReadable.
	Missing map[rune]bool

	known, isFine runeBits
}

// NewReadable makes a Readable for text in these faces.
func NewReadable(faces [4]*Face, names Names) *Readable {
	return &Readable{Faces: faces, Names: names, Missing: map[rune]bool{}}
}

// Text is text in NFC with every character that the fonts lack replaced: by
// its likeness ("→" becomes "->"), or by its name and code in brackets
// ("[emoji: 1F600]"). Characters without a look of their own (joiners, marks
// of direction, control characters, soft hyphens) go. Text in scripts written
// from right to left is named too: set from the left it would read backwards.
func (p *Readable) Text(text string) string {
	if p.plain(text) {
		return text
	}
	text = norm.NFC.String(text)
	var b strings.Builder
	var unknown []rune
	flush := func() {
		if len(unknown) > 0 {
			b.WriteString(p.named(unknown))
			unknown = unknown[:0]
		}
	}
	for _, r := range text {
		switch {
		case r < runeRange && p.fine(r):
			flush()
			b.WriteRune(r)
		case isFormat(r):
			continue
		default:
			p.Missing[r] = true
			if like, ok := p.standIn(r); ok {
				flush()
				b.WriteString(like)
				continue
			}
			if len(unknown) > 0 && p.nameOf(unknown[0]) != p.nameOf(r) {
				flush()
			}
			unknown = append(unknown, r)
		}
	}
	flush()
	return b.String()
}

// plain tells whether text needs no change; nearly all does not.
func (p *Readable) plain(text string) bool {
	for _, r := range text {
		if r < 0 || r >= runeRange || !p.fine(r) {
			return false
		}
	}
	return true
}

// runeRange is one more than the highest rune a paper's fonts can address.
const runeRange = 1 << 16

// runeBits is a bit for each rune below runeRange.
type runeBits [runeRange / 64]uint64

// fine tells whether r stands for itself: the fonts have it, it is read from
// the left, and NFC leaves it alone. Marks that would join the letter before
// them have no width of their own, so the fonts do not "have" them. Answers
// are kept.
func (p *Readable) fine(r rune) bool {
	word, bit := r>>6, uint64(1)<<(r&63)
	if p.known[word]&bit == 0 {
		p.known[word] |= bit
		if p.has(r) && !isRightToLeft(r) && !isFormat(r) && norm.NFC.String(string(r)) == string(r) {
			p.isFine[word] |= bit
		}
	}
	return p.isFine[word]&bit != 0
}

func (p *Readable) has(r rune) bool {
	for _, f := range p.Faces {
		if !f.Has(r) {
			return false
		}
	}
	return true
}

// standIn is the likeness of r that the fonts can show.
func (p *Readable) standIn(r rune) (string, bool) {
	like, ok := standIns[r]
	if !ok {
		like = norm.NFKC.String(string(r)) // ², Ⅳ, full-width letters
		ok = like != string(r)
	}
	if !ok && unicode.Is(unicode.Zs, r) {
		return " ", true
	}
	for _, c := range like {
		ok = ok && p.has(c) && !isRightToLeft(c)
	}
	return like, ok
}

// named writes characters by name and code: "[arabisk: 0645 0631]".
func (p *Readable) named(unknown []rune) string {
	var b strings.Builder
	b.WriteString("[" + p.nameOf(unknown[0]) + ":")
	for _, r := range unknown {
		fmt.Fprintf(&b, " %04X", r)
	}
	b.WriteString("]")
	return b.String()
}

func (p *Readable) nameOf(r rune) string {
	switch {
	case unicode.Is(unicode.Hebrew, r):
		return p.Names.Hebrew
	case unicode.Is(unicode.Arabic, r):
		return p.Names.Arabic
	case isEmoji(r):
		return p.Names.Emoji
	}
	return p.Names.Other
}

// isEmoji covers the blocks that pictures come from (Unicode 15, emoji-data).
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF
}

// isFormat tells whether r has no look of its own: joiners, direction marks,
// variation selectors, skin tones, control characters but tab and line ends.
func isFormat(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		return false
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF, r >= 0x1F3FB && r <= 0x1F3FF:
		return true
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r)
}

// isRightToLeft tells whether r is a letter of a script written from the right
// (Unicode blocks Hebrew to Arabic Extended-A, presentation forms, and the
// historic scripts of plane 1).
func isRightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// MissingRunes are the characters that had to be replaced, ascending.
func (p *Readable) MissingRunes() []rune {
	runes := make([]rune, 0, len(p.Missing))
	for r := range p.Missing {
		runes = append(runes, r)
	}
	sort.Slice(runes, func(i, j int) bool { return runes[i] < runes[j] })
	return runes
}
