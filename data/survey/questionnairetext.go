package survey

import (
	"strconv"
	"strings"

	"synlig/data/document"
)

// Blocks is the questionnaire as respondents read it, for a text, for Markdown
// and for Word: the title, the introduction, then each question with how to
// answer it and its answers.
func (q Questionnaire) Blocks() []document.Block {
	blocks := []document.Block{document.NewBlock(document.Heading1, 0, run(q.Title))}
	for _, text := range q.Intro {
		blocks = append(blocks, document.NewBlock(document.Paragraph, 0, run(text)))
	}
	for _, item := range q.Items {
		blocks = append(blocks, document.NewBlock(document.Heading3, 0, run(item.title())))
		for _, aside := range []string{item.Only, item.Hint} {
			if aside != "" {
				blocks = append(blocks, document.NewBlock(document.Paragraph, 0, document.Run{Text: aside, Style: document.Style{Italic: true}}))
			}
		}
		for _, a := range item.Answers {
			blocks = append(blocks, document.NewBlock(document.Bullet, 0, run(a.Text)))
		}
	}
	return blocks
}

func run(text string) document.Run { return document.Run{Text: text} }

// title is the question with its number.
func (i Item) title() string {
	if i.Number == 0 {
		return i.Text
	}
	return strconv.Itoa(i.Number) + ". " + i.Text
}

// Blocks is the letter: its subject in bold, then its paragraphs.
func (l Letter) Blocks() []document.Block {
	blocks := []document.Block{document.NewBlock(document.Paragraph, 0, document.Run{Text: l.Subject, Style: document.Style{Bold: true}})}
	for _, text := range l.Body {
		blocks = append(blocks, document.NewBlock(document.Paragraph, 0, run(text)))
	}
	return blocks
}

// boxes are drawn before answers in plain text: one may be chosen, or several.
const (
	choose = "( ) "
	tick   = "[ ] "
	line   = "______________________________"
)

// PlainText is the questionnaire as a text to be pasted into a survey system or
// printed: an answer on each line, with a box before it.
func (q Questionnaire) PlainText() string {
	var b strings.Builder
	b.WriteString(q.Title + "\n\n")
	for _, text := range q.Intro {
		b.WriteString(text + "\n\n")
	}
	for _, item := range q.Items {
		b.WriteString(item.title() + "\n")
		for _, aside := range []string{item.Only, item.Hint} {
			if aside != "" {
				b.WriteString("    " + aside + "\n")
			}
		}
		box := choose
		if item.Kind == Multi.String() {
			box = tick
		}
		for _, a := range item.Answers {
			b.WriteString("    " + box + a.Text + "\n")
		}
		if len(item.Answers) == 0 {
			b.WriteString("    " + line + "\n")
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// PlainText is the letter as a text: the subject on the first line.
func (l Letter) PlainText() string {
	return l.Subject + "\n\n" + strings.Join(l.Body, "\n\n") + "\n"
}

// Markdown is the questionnaire in CommonMark.
func (q Questionnaire) Markdown() string { return markdown(q.Blocks()) }

// Markdown is the letter in CommonMark.
func (l Letter) Markdown() string { return markdown(l.Blocks()) }

// markdown writes the kinds of blocks that Blocks makes.
func markdown(blocks []document.Block) string {
	var b strings.Builder
	for i, block := range blocks {
		text := escapeMarkdown(block.Text)
		switch {
		case block.Kind.HeadingLevel() > 0:
			text = strings.Repeat("#", block.Kind.HeadingLevel()) + " " + text
		case block.Kind == document.Bullet:
			text = "- " + text
		case len(block.Spans) > 0 && block.Spans[0].Italic:
			text = "*" + text + "*"
		case len(block.Spans) > 0 && block.Spans[0].Bold:
			text = "**" + text + "**"
		}
		if i > 0 && (block.Kind != document.Bullet || blocks[i-1].Kind != document.Bullet) {
			b.WriteString("\n")
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}

// escapeMarkdown keeps what is text from being read as a mark.
func escapeMarkdown(text string) string {
	text = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "<", `\<`, "&", `\&`, "#", `\#`).Replace(text)
	if len(text) > 0 && strings.ContainsRune(">+-=~", rune(text[0])) {
		text = `\` + text
	}
	// "3. Text" would begin a numbered list.
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits > 0 && digits < len(text) && (text[digits] == '.' || text[digits] == ')') {
		text = text[:digits] + `\` + text[digits:]
	}
	return text
}
