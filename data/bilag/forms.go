package bilag

import (
	"strconv"

	"synlig/data/bilag/sheet"
	"synlig/data/document"
	"synlig/data/redline"
)

// forms says how the words of a change looked before, or look now.
func forms(c redline.Change, old bool) [][]sheet.Piece {
	var lines [][]sheet.Piece
	seen := map[string]bool{}
	for _, f := range c.Formats {
		value := f.New
		if old {
			value = f.Old
		}
		line := "(" + form(f.Aspect, value) + ")"
		if !seen[line] {
			seen[line] = true
			lines = append(lines, []sheet.Piece{{Text: line, Italic: true}})
		}
	}
	return lines
}

// form is the name of a form: "overskrift 2", "fed", "ikke kursiv", "link til …".
func form(a redline.Aspect, value string) string {
	switch a {
	case redline.AspectKind:
		if _, ok := document.KindNamed(value); ok {
			return word("kind." + value)
		}
		return value
	case redline.AspectLevel:
		if level, err := strconv.Atoi(value); err == nil {
			return text("level", "level", strconv.Itoa(level+1))
		}
		return value
	case redline.AspectLink:
		if value == "" {
			return word("noLink")
		}
		return text("link", "address", value)
	case redline.AspectBold:
		return word("bold." + value)
	}
	return word("italic." + value)
}
