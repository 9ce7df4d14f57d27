package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// offerCard stands among the cards of the changes and offers one thing to do
// about the text as a whole.
type offerCard struct {
	counted *widget.Label
	card    *fyne.Container
	content *fyne.Container
}

// newOfferCard is a card with the words of text and a button that does run.
func newOfferCard(text, verb string, run func()) *offerCard {
	o := &offerCard{counted: kit.NewText("")}
	o.counted.TextStyle.Bold = true
	o.card = kit.NewCard(kit.Column(0, o.counted, kit.NewQuiet(words.Text(text)),
		kit.Padded(kit.Within, 0, kit.Row(0, kit.NewButton(words.Text(verb), nil, run)))))
	o.content = container.New(&offerLayout{}, o.card)
	return o
}

// height is that of the row at a width: text that wraps knows it only then.
func (o *offerCard) height(width float32) float32 {
	o.card.Resize(fyne.NewSize(offerRoom(width), o.card.MinSize().Height))
	return o.card.MinSize().Height
}

func offerRoom(width float32) float32 { return width - kit.Scaled(2*cardSide) }

// offerLayout leaves the space that stands beside and below the other cards.
type offerLayout struct{}

func (*offerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		show(o, kit.Scaled(cardSide), 0, offerRoom(size.Width), o.MinSize().Height)
	}
}

func (*offerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
