package document

import "strings"

// FromText reads plain text: a blank line ends a paragraph and the lines within
// one are joined; without any blank line each line is a paragraph.
func FromText(text string) []Block {
	lines := strings.Split(strings.Trim(text, " \t\n\f"), "\n")
	separator := func(line string) bool { return strings.TrimSpace(line) == "" }
	apart := true // every line is its own paragraph
	for _, line := range lines {
		apart = apart && !separator(line)
	}
	var blocks []Block
	var open []string
	end := func() {
		if b := NewBlock(Paragraph, 0, Run{Text: strings.Join(open, " ")}); b.Text != "" {
			blocks = append(blocks, b)
		}
		open = open[:0]
	}
	for _, line := range lines {
		if !separator(line) {
			open = append(open, line)
		}
		if apart || separator(line) {
			end()
		}
	}
	end()
	return blocks
}
