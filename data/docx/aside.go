package docx

import (
	"slices"
	"strconv"
	"strings"
)

// tally counts what is left out.
type tally struct{ all []LeftOut }

func (l *tally) add(kind string, n int) {
	if n <= 0 {
		return
	}
	if i := slices.IndexFunc(l.all, func(o LeftOut) bool { return o.Kind == kind }); i >= 0 {
		l.all[i].Count += n
		return
	}
	l.all = append(l.all, LeftOut{kind, n})
}

func (l *tally) has(kind string) bool {
	return slices.ContainsFunc(l.all, func(o LeftOut) bool { return o.Kind == kind })
}

// aside reads an element that may be one of those that are left out.
func (b *body) aside(t token) error {
	switch t.name {
	case "drawing", "pict":
		return b.picture(Images)
	case "object", "contentPart":
		return b.picture(Objects)
	case "footnoteReference":
		b.leave1(Footnotes)
		return b.skip()
	case "endnoteReference":
		b.leave1(Endnotes)
		return b.skip()
	case "altChunk", "subDoc":
		b.leave1(Objects)
		return b.skip()
	case "rt", "rubyPr", "sdtPr": // how a word is read, and properties
		return b.skip()
	}
	return b.inside()
}

// leave1 counts something that is left out of the text that is asked for.
func (b *body) leave1(kind string) {
	fate := b.fate()
	if b.choice == New && fate&deleted != 0 || b.choice == Old && fate&inserted != 0 || fate == inserted|deleted {
		return
	}
	b.left.add(kind, 1)
}

// picture passes over a drawing and tells what kind it is.
func (b *body) picture(kind string) error {
	ruler := false
	var look func(t token) error
	look = func(t token) error {
		switch t.name {
		case "txbxContent":
			kind = TextBoxes
		case "chart":
			kind = Charts
		case "OLEObject":
			kind = Objects
		case "rect":
			for _, a := range t.attrs {
				ruler = ruler || a.name == "hr"
			}
		}
		return b.each(look)
	}
	err := b.each(look)
	if !ruler {
		b.leave1(kind)
	}
	return err
}

// alternate reads one branch of mc:AlternateContent: the first choice that
// needs nothing unknown, or else the fallback.
func (b *body) alternate() error {
	taken := false
	err := b.each(func(t token) error {
		if !taken && (t.name == "Fallback" || t.name == "Choice" && b.knows(t)) {
			taken = true
			return b.inside()
		}
		return b.skip()
	})
	if !taken {
		b.leave1(Objects)
	}
	return err
}

// knows tells whether every extension that a choice requires is understood.
func (b *body) knows(t token) bool {
	for _, a := range t.attrs {
		if a.name != "Requires" {
			continue
		}
		for prefix := range strings.FieldsSeq(a.text()) {
			if !understood[b.lookUp(prefix).uri] {
				return false
			}
		}
		return true
	}
	return false
}

// control reads a content control. A table of contents and the request to write
// something are no text of the author's.
func (b *body) control() error {
	kind := ""
	return b.each(func(t token) error {
		switch t.name {
		case "sdtPr":
			var look func(t token) error
			look = func(t token) error {
				switch {
				case t.name == "showingPlcHdr" && b.on(t):
					kind = Placeholders
				case t.name == "docPartGallery" && strings.EqualFold(b.val(t), "Table of Contents"):
					kind = Contents
				}
				return b.each(look)
			}
			return b.each(look)
		case "sdtContent":
			if kind != "" {
				b.leave1(kind)
				return b.skip()
			}
		}
		return b.element(t)
	})
}

// symbols are the signs of the picture fonts that have a letter of their own.
var symbols = map[string]map[int]string{
	"wingdings": {
		0x6c: "●", 0x6e: "■", 0x71: "❑", 0x76: "❖", 0x9f: "•", 0xa7: "▪", 0xa8: "□", 0xd8: "➢",
		0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "➔", 0xf0: "⇨", 0xfb: "✗", 0xfc: "✓", 0xfe: "☑",
		0x4a: "☺", 0x28: "☎", 0x2a: "✉",
	},
	"symbol": {
		0xb7: "•", 0xae: "→", 0xac: "←", 0xde: "⇒", 0xb3: "≥", 0xa3: "≤", 0xb1: "±", 0xb4: "×", 0xb9: "≠",
		0xb0: "°", 0xe5: "∑", 0xa5: "∞", 0x61: "α", 0x62: "β", 0x6d: "μ", 0x70: "π",
	},
}

// symbol reads a sign of a given font.
func (b *body) symbol(t token) error {
	font, _ := b.attr(t, wml, "font")
	code, _ := b.attr(t, wml, "char")
	n, err := strconv.ParseUint(code, 16, 32)
	sign := symbols[strings.ToLower(font)][int(n)&0xff]
	switch {
	case err != nil:
		b.leave1(Symbols)
	case sign != "" && (n < 0x100 || n >= 0xf000 && n < 0xf100):
		b.add(sign)
	case n < 0x20 || n >= 0xe000 && n <= 0xf8ff || n >= 0xd800 && n < 0xe000 || n > 0x10ffff:
		b.leave1(Symbols)
	default:
		b.add(string(rune(n)))
	}
	return b.skip()
}
