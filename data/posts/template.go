package posts

import (
	"strings"
	"unicode/utf8"
)

// Template is a post half written: a text with slots in braces and a fixed
// closing line that guides casework elsewhere.
type Template struct {
	Key     string // "historie"
	Name    string // "Historie"
	About   string // what it is for, one line
	Subject string // the subject it starts with
	Text    string // with {slots}
	Closing string // the last line of every post of this kind
}

// Start is the text that a new post begins with.
func (t Template) Start() string {
	if t.Closing == "" {
		return t.Text
	}
	return strings.TrimRight(t.Text, "\n") + "\n\n" + t.Closing
}

// Slot is an unfilled place in a text, in runes, braces included.
type Slot struct {
	Name     string
	From, To int
}

// longestSlot is the most runes between two braces that are taken for a slot.
const longestSlot = 120

// OpenSlots are the places in braces that are still to be filled, in order.
func OpenSlots(text string) []Slot {
	var slots []Slot
	at := 0 // runes before the rest
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			return slots
		}
		at += utf8.RuneCountInString(text[:open])
		text = text[open:]
		end := strings.IndexAny(text[1:], "{}\n")
		if end < 0 || text[1+end] != '}' {
			text, at = text[1:], at+1
			continue
		}
		name := text[1 : 1+end]
		length := utf8.RuneCountInString(name) + 2
		if !blank(name) && length <= longestSlot {
			slots = append(slots, Slot{strings.TrimSpace(name), at, at + length})
		}
		text, at = text[2+end:], at+length
	}
}

// ParseTemplates reads templates from our own file: each begins with a line
// "# key: Name", goes on with "Om:", "Emne:" and "Slutning:" lines, and after an empty line
// its text.
func ParseTemplates(file string) []Template {
	var all []Template
	for part := range strings.SplitSeq("\n"+strings.ReplaceAll(file, "\r\n", "\n"), "\n# ") {
		head, text, _ := strings.Cut(part, "\n\n")
		lines := strings.Split(head, "\n")
		key, name, found := strings.Cut(lines[0], ":")
		if !found {
			continue
		}
		t := Template{Key: strings.TrimSpace(key), Name: strings.TrimSpace(name), Text: strings.TrimSpace(text)}
		for _, line := range lines[1:] {
			field, value, _ := strings.Cut(line, ":")
			switch value = strings.TrimSpace(value); field {
			case "Om":
				t.About = value
			case "Emne":
				t.Subject = value
			case "Slutning":
				t.Closing = value
			}
		}
		all = append(all, t)
	}
	return all
}
