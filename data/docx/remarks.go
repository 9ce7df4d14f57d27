package docx

import (
	"strconv"
	"strings"
	"time"

	"synlig/assets"
	"synlig/data/document"
	"synlig/data/redline"
)

// words are the words that people read in a file.
func words() assets.Translation { return assets.Translations("da") }

// origin is who made change n and when; for what is no change, and where nobody
// is known, it is who wrote the draft.
func (c *composer) origin(n int) origin {
	by := origin{c.revision.Draft.Author, c.revision.Draft.Changed}
	if n > 0 {
		note := c.c.Changes[n-1].Note
		if note.Author != "" {
			by.author = note.Author
		}
		if !note.At.IsZero() {
			by.date = note.At
		}
	}
	if by.author == "" {
		by.author = c.revision.Office
	}
	by.date = by.date.UTC().Truncate(time.Second)
	return by
}

// remark is the comment on change n where a row of that status shows it. Both
// ends of a move have one.
func (c *composer) remark(n int, status redline.Status) int {
	change := &c.c.Changes[n-1]
	if change.Action != redline.Move {
		status = redline.Changed
	}
	key := [2]int{n, int(status)}
	if i, ok := c.ends[key]; ok {
		return i
	}
	c.ends[key] = len(c.remarks)
	c.remarks = append(c.remarks, remark{c.origin(n), c.says(change, status)})
	return len(c.remarks) - 1
}

// says is what the comment on a change says: "Ændring 3 · punkt 2 · Borgerne
// spørger efter det." and a line for each further note.
func (c *composer) says(change *redline.Change, status redline.Status) []string {
	w := words()
	first := []string{w.Text("word.change", "number", strconv.Itoa(change.Number))}
	switch {
	case change.Action == redline.Move && status == redline.MovedFrom:
		place := redline.Destination(c.c, *change)
		first = append(first, moved("movedTo", c.sections[1][place.Block]))
	case change.Action == redline.Move:
		place := redline.PlaceOf(c.c, *change)
		first = append(first, moved("movedFrom", c.sections[0][place.Block]))
	}
	lines := []string{}
	for i, note := range append([]redline.Note{change.Note}, change.Others...) {
		var parts []string
		if i == 0 {
			parts = first
		}
		if note.Point > 0 {
			parts = append(parts, w.Text("word.point", "point", strconv.Itoa(note.Point)))
		}
		if reason := strings.TrimSpace(note.Reason); reason != "" {
			parts = append(parts, reason)
		}
		if len(parts) > 0 {
			lines = append(lines, strings.Split(strings.Join(parts, w.Text("word.separator")), "\n")...)
		}
	}
	return lines
}

// lapsed writes what was said about changes that are gone as comments where they
// stood, at says in which paragraph, or at the beginning: nothing said is
// dropped. They hang on no words, so that they are about no change.
func (c *composer) lapsed(at map[int]int) {
	if len(c.paras) == 0 {
		return
	}
	w := words()
	for _, note := range c.c.Lapsed {
		p := 0
		for i := range c.c.Base {
			if redline.BlockID(&c.c, i) == note.Anchor.Block {
				p = min(at[i], len(c.paras)-1)
			}
		}
		says := []string{w.Text("word.lapsed")}
		if note.Point > 0 {
			says = append(says, w.Text("word.point", "point", strconv.Itoa(note.Point)))
		}
		if reason := strings.TrimSpace(note.Reason); reason != "" {
			says = append(says, reason)
		}
		by := c.origin(0)
		if note.Author != "" {
			by.author = note.Author
		}
		if !note.At.IsZero() {
			by.date = note.At.UTC().Truncate(time.Second)
		}
		c.paras[p].atoms = append([]atom{{remarks: []int{len(c.remarks)}}}, c.paras[p].atoms...)
		c.remarks = append(c.remarks, remark{by, strings.Split(strings.Join(says, w.Text("word.separator")), "\n")})
	}
}

func moved(key, place string) string {
	if place == "" {
		return words().Text("word.moved")
	}
	return words().Text("word."+key, "place", place)
}

// sections names the section that each block stands in, "" above the first.
func sections(blocks []document.Block) []string {
	labels := document.Labels(blocks)
	names := make([]string, len(blocks))
	current := ""
	for i, b := range blocks {
		switch {
		case b.Kind.HeadingLevel() == 0 || i == 0 && document.HasTitle(blocks):
		case labels[i] != "":
			current = words().Text("paper.section", "label", labels[i])
		default:
			current = words().Text("paper.sectionNamed", "heading", b.Text)
		}
		names[i] = current
	}
	return names
}
