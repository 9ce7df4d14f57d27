package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// textRow is one text with its tags.
type textRow struct {
	widget.BaseWidget
	words *widget.Label
	tags  *fyne.Container
	all   *fyne.Container
}

func newTextRow() *textRow {
	r := &textRow{words: kit.NewText(""), tags: kit.Flow(kit.Within)}
	line := kit.Slim(1, 1, kit.NewPanel(kit.ColorLine, "", 0))
	r.all = container.NewBorder(nil, line, nil, nil, kit.Padded(kit.Within, kit.Between, kit.Column(0, r.words, r.tags)))
	r.ExtendBaseWidget(r)
	return r
}

// dress shows a text.
func (r *textRow) dress(t *texts, line written) {
	one := line.text
	r.words.SetText(one)
	r.tags.Objects = nil
	if line.times > 1 {
		r.tags.Add(kit.NewQuiet(text("times", "n", t.page.say.Number(line.times))))
		r.tags.Objects[0].(*widget.Label).Wrapping = fyne.TextWrapOff
	}
	for _, tag := range t.tagged.Of(one) {
		r.tags.Add(kit.NewQuietButton(tag, theme.CancelIcon(), func() { t.setTag(one, tag, false) }))
	}
	r.tags.Add(kit.NewQuietButton(text("tag_add"), theme.ContentAddIcon(), func() { t.askTag(one) }))
	r.tags.Refresh()
}

// CreateRenderer shows the row.
func (r *textRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.all) }

// Heights are those of the texts in the width there is: letters are measured, so
// that no row is made for what is out of sight.
func (t *texts) Heights(width float32) []float32 {
	heights := make([]float32, len(t.texts))
	size := theme.TextSize()
	line := fyne.MeasureText("M", size, fyne.TextStyle{}).Height
	button := kit.NewQuietButton("x", theme.CancelIcon(), nil).MinSize().Height
	room := width - kit.Scaled(4*kit.Between)
	for i, entry := range t.texts {
		one := entry.text
		lines := len(wrap(one, room, size, false))
		for _, c := range one {
			if c == '\n' {
				lines++
			}
		}
		heights[i] = float32(lines)*line + button + kit.Scaled(2*kit.Within+2*kit.Between+kit.Within)
		if tags := t.tagged.Of(one); len(tags) > 3 {
			heights[i] += float32(len(tags)/4) * (button + kit.Scaled(kit.Within))
		}
	}
	return heights
}

// Take is the widget for a row.
func (t *texts) Take(row int) fyne.CanvasObject {
	var r *textRow
	if n := len(t.spare); n > 0 {
		r, t.spare = t.spare[n-1], t.spare[:n-1]
	} else {
		r = newTextRow()
	}
	r.dress(t, t.texts[row])
	return r
}

// Give takes a widget back.
func (t *texts) Give(object fyne.CanvasObject) { t.spare = append(t.spare, object.(*textRow)) }
