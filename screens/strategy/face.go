package strategy

import (
	"strconv"
	"strings"

	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// face is what a card says of a change, in words.
type face struct {
	number  int // 0 for a lapsed note
	place   string
	what    string // for changes that are more than words: "Flyttet", "Delt i to"
	old     string
	new     string
	before  string // the words around a change that says little by itself
	after   string
	class   redline.Class
	own     bool   // the class is the person's own
	points  []int  // ascending
	clash   string // what points want with its words, where they collide
	reason  string
	reasons bool // reasons can be written here
}

func changeFace(r *reading, number int, reasons bool) face {
	c := r.comparison.Changes[number-1]
	f := face{
		number: number, place: capital(r.places[number-1]), what: what(c),
		old: oneLine(c.Old), new: oneLine(c.New),
		class: c.Class, own: c.Note.Class != "", points: strategy.PointsOf(c), reason: oneLine(c.Note.Reason), reasons: reasons,
	}
	if k := r.clashOf(number); k != nil && reasons {
		f.clash = clashText(*k)
	}
	f.before, f.after = around(&r.comparison, c)
	if c.Action == redline.Move || c.Action == redline.Reform || c.Action == redline.Split || c.Action == redline.Merge {
		f.old, f.new = "", oneLine(c.New)
		if c.New == "" {
			f.new = oneLine(c.Old)
		}
	}
	return f
}

// lapsedFace is a note whose change is gone: where it stood, the words it was
// about, and what was said.
func lapsedFace(c *redline.Comparison, n redline.Note) face {
	f := face{
		place: words.Text("strategy.lapsed_note"), before: oneLine(n.Anchor.Text),
		class: n.Class, reason: oneLine(n.Reason), reasons: true,
	}
	if n.Point > 0 {
		f.points = []int{n.Point}
	}
	for _, b := range c.Base {
		if f.before == "" && b.ID == n.Anchor.Block && b.ID != "" {
			f.before = beginning(b.Text, 34)
		}
	}
	return f
}

// oneLine is text without its paragraph borders.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ¶ ")
}

// what says what a change does where the words alone do not.
func what(c redline.Change) string {
	switch c.Action {
	case redline.Move:
		return words.Text("strategy.did_move")
	case redline.Split:
		return words.Text("strategy.did_split")
	case redline.Merge:
		return words.Text("strategy.did_merge")
	case redline.Reform:
		return reformed(c.Formats)
	}
	return ""
}

// reformed says which form went and which came: "overskrift 2 → afsnit".
func reformed(formats []redline.Format) string {
	var parts []string
	for _, f := range formats {
		part := words.Text("strategy.form_"+f.Aspect.String(), "old", formValue(f, f.Old), "new", formValue(f, f.New))
		if f.Aspect == redline.AspectBold || f.Aspect == redline.AspectItalic {
			part = words.Text("strategy.form_" + f.Aspect.String() + "_" + f.New)
		}
		if len(parts) == 0 || parts[len(parts)-1] != part {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

func formValue(f redline.Format, value string) string {
	switch {
	case f.Aspect == redline.AspectKind:
		return words.Text("strategy.kind_" + value)
	case f.Aspect == redline.AspectLevel:
		if n, err := strconv.Atoi(value); err == nil {
			return strconv.Itoa(n + 1)
		}
	case value == "":
		return words.Text("strategy.no_link")
	}
	return value
}

// className is a class in words.
func className(c redline.Class) string {
	switch c {
	case redline.Editorial:
		return words.Text("strategy.class_editorial")
	case redline.Structural:
		return words.Text("strategy.class_structural")
	}
	return words.Text("strategy.class_substantive")
}

// text is the change's words as they stand on the card: removed struck, added
// underlined; in one line of about limit letters, or in full when limit is 0.
func (f face) text(limit int) kit.MarkedBlock {
	var b kit.MarkedBlock
	old, new := f.old, f.new
	if limit > 0 && f.what != "" && limit-len([]rune(f.what)) < leastWords {
		old, new = "", "" // what was done says more than a few letters of the words
	} else if limit > 0 {
		old, new = share(old, new, max(limit-len([]rune(f.what)), limit/3))
	}
	add := func(mark kit.Mark, text string) {
		if text == "" {
			return
		}
		if len(b.Pieces) > 0 {
			b.Pieces = append(b.Pieces, kit.MarkedPiece{Text: " "})
		}
		b.Pieces = append(b.Pieces, kit.MarkedPiece{Text: text, Mark: mark})
	}
	if f.before+f.after != "" {
		return f.inContext()
	}
	plain := kit.MarkAdded
	if f.what != "" {
		plain = kit.MarkNone
		if new != "" {
			add(kit.MarkRemark, f.what+":")
		} else {
			add(kit.MarkRemark, f.what)
		}
	}
	add(kit.MarkRemoved, old)
	if old != "" && new != "" {
		add(kit.MarkRemark, "→")
		b.Pieces = append(b.Pieces, kit.MarkedPiece{Text: " "}) // the arrow leans over its own space
	}
	add(plain, new)
	return b
}

// inContext is a small change between the words around it, as in the text.
func (f face) inContext() kit.MarkedBlock {
	pieces := []kit.MarkedPiece{{Text: f.before}, {Text: f.old, Mark: kit.MarkRemoved}}
	if f.old != "" && f.new != "" {
		pieces = append(pieces, kit.MarkedPiece{Text: " "})
	}
	return kit.MarkedBlock{Pieces: append(pieces, kit.MarkedPiece{Text: f.new, Mark: kit.MarkAdded}, kit.MarkedPiece{Text: f.after})}
}

// leastWords is how many letters of a text still tell which one it is.
const leastWords = 14

// share shortens two texts so that together they are at most limit letters; the
// shorter one keeps what it needs.
func share(old, new string, limit int) (string, string) {
	a, b := len([]rune(old)), len([]rune(new))
	if a+b <= limit {
		return old, new
	}
	half := limit / 2
	switch {
	case a <= half:
		return old, shorten(new, limit-a)
	case b <= half:
		return shorten(old, limit-b), new
	}
	return shorten(old, half), shorten(new, half)
}
