package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is one of a few, all of them in sight: a row of buttons of which one is
// chosen. The mark before each says so, not its colour alone.
type Choice struct {
	widget.BaseWidget
	picked  func(index int)
	chosen  int
	buttons []*Button
	row     *fyne.Container
}

// NewChoice is a choice between labels of which chosen, from 0, is chosen; -1 for
// none yet. picked is told when a person chooses another.
func NewChoice(labels []string, chosen int, picked func(index int)) *Choice {
	c := &Choice{picked: picked, row: Flow(Within)}
	for i, label := range labels {
		b := NewButton(label, nil, func() { c.pick(i) })
		c.buttons = append(c.buttons, b)
		c.row.Add(b)
	}
	c.SetChosen(chosen)
	c.ExtendBaseWidget(c)
	return c
}

// SetChosen shows another as chosen without telling anybody.
func (c *Choice) SetChosen(index int) {
	c.chosen = index
	for i, b := range c.buttons {
		b.Icon, b.Importance = theme.RadioButtonIcon(), widget.LowImportance
		if i == index {
			b.Icon, b.Importance = theme.RadioButtonCheckedIcon(), widget.MediumImportance
		}
		b.Refresh()
	}
}

// Chosen is the index of the one that is chosen, -1 for none.
func (c *Choice) Chosen() int { return c.chosen }

// OnFocus says who is told when one of the buttons gets (true) or loses the
// keyboard.
func (c *Choice) OnFocus(told func(has bool)) {
	for _, b := range c.buttons {
		b.OnFocus = told
	}
}

func (c *Choice) pick(index int) {
	if index == c.chosen {
		return
	}
	c.SetChosen(index)
	c.picked(index)
}

// CreateRenderer shows the row.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.row) }
