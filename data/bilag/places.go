package bilag

import (
	"synlig/data/bilag/sheet"
	"synlig/data/document"
	"synlig/data/redline"
)

// sections names, for each block of a text, the section it stands in: "afsnit
// 3.1", or the words of the heading when headings have no numbers, or "".
func sections(blocks []document.Block, labels []string) []string {
	names := make([]string, len(blocks))
	current := ""
	for i, b := range blocks {
		if b.Kind.HeadingLevel() > 0 {
			switch {
			case i == 0 && document.HasTitle(blocks):
				current = ""
			case labels[i] != "":
				current = text("section", "label", labels[i])
			default:
				current = text("sectionNamed", "heading", b.Text)
			}
		}
		names[i] = current
	}
	return names
}

// place is where a change stands: in the draft, or for what went in the base.
func (m *marked) place(row redline.Block) string {
	if len(row.Draft) > 0 {
		return m.draftSections[row.Draft[0]]
	}
	if len(row.Base) > 0 {
		return m.baseSections[row.Base[0]]
	}
	return ""
}

// movedAway is the mark of a block at the place it left.
func (m *marked) movedAway(row redline.Block) change {
	c := change{mark: sheet.MovedAway, says: word("movedAway")}
	if twin, ok := m.twin(row); ok {
		if place := m.place(twin); place != "" && place != m.place(row) {
			c.says = text("movedTo", "place", place)
		}
	}
	return c
}

// movedTo is the mark of a block at its new place.
func (m *marked) movedTo(row redline.Block) change {
	c := change{mark: sheet.MovedHere, says: word("movedHere")}
	if twin, ok := m.twin(row); ok {
		if place := m.place(twin); place != "" && place != m.place(row) {
			c.says = text("movedFrom", "place", place)
		}
	}
	return c
}

// twin is the other end of a moved block.
func (m *marked) twin(row redline.Block) (redline.Block, bool) {
	if row.Twin < 0 || row.Twin >= len(m.comparison.Blocks) {
		return redline.Block{}, false
	}
	return m.comparison.Blocks[row.Twin], true
}
