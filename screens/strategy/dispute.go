package strategy

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// The rivals of what is written here, by the ending of their words' keys.
const (
	rivalColleague = ""
	rivalWord      = "_word"
	rivalSuggested = "_suggested"
)

// dispute shows a place that was changed in two ways, by two people or here and
// elsewhere: as it was, as each has it, and a field with what is to stand.
type dispute struct {
	page    *Page
	field   *kit.Entry
	side    []document.Block // whose form and marks the field's text takes
	content fyne.CanvasObject
}

func newDispute(p *Page, c redline.Conflict, left int) *dispute {
	d := &dispute{page: p, field: kit.NewTextEntry(words.Text("strategy.dispute_none"))}
	d.field.SetMinRowsVisible(5)
	d.take(c.Mine)
	d.field.OnEscape = func() bool {
		p.putOff()
		return true
	}
	d.content = p.question(640, kit.Column(kit.Between,
		kit.NewSection(words.Count("strategy.dispute_title"+p.rival, left)),
		kit.NewQuiet(words.Text("strategy.dispute_text"+p.rival)),
		d.text("strategy.dispute_before", c.Common, nil),
		d.text("strategy.dispute_mine", c.Mine, kit.NewButton(words.Text("strategy.dispute_take_mine"), nil, func() { d.take(c.Mine) })),
		d.text("strategy.dispute_theirs"+p.rival, c.Theirs, kit.NewButton(words.Text("strategy.dispute_take_theirs"+p.rival), nil, func() { d.take(c.Theirs) })),
		fieldName(words.Text("strategy.dispute_stands")), d.field,
		kit.Row(kit.Between, layout.NewSpacer(),
			kit.NewButton(words.Text("strategy.dispute_later"), nil, p.putOff),
			kit.NewMainButton(words.Text("strategy.dispute_settle"), nil, func() { p.settle(d) })),
	))
	return d
}

// text is one of the three texts, with a button that puts it into the field.
func (d *dispute) text(key string, blocks []document.Block, take fyne.CanvasObject) fyne.CanvasObject {
	shown := linesOf(blocks)
	if shown == "" {
		shown = words.Text("strategy.dispute_none")
	}
	head := container.NewBorder(nil, nil, nil, take, fieldName(words.Text(key)))
	return kit.Column(0, head, kit.NewText(shown))
}

// take puts a side's text into the field.
func (d *dispute) take(side []document.Block) {
	d.side = side
	d.field.SetText(linesOf(side))
}

// linesOf are blocks with a line for each.
func linesOf(blocks []document.Block) string {
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = b.Text
	}
	return strings.Join(lines, "\n")
}

// blocks are the field's lines, in the form and with the marks of the side that
// was taken last.
func (d *dispute) blocks() []document.Block {
	e := strategy.NewEditor(d.side, strategy.Options{})
	n, last := 0, ""
	for _, line := range strings.Split(d.field.Text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if n < len(d.side) {
			last = e.At(n).ID
			e.SetText(last, line)
		} else {
			kind, level := document.Paragraph, 0
			if i := e.Index(last); i >= 0 {
				kind, level = e.At(i).Kind, e.At(i).Level
			}
			last = e.Insert(last, kind, level, line).Caret.Block
		}
		n++
	}
	for e.Len() > n {
		e.Delete(e.At(n).ID)
	}
	return e.Blocks()
}
