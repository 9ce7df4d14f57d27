package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// readOwn is the reading of a revision of the strategy itself, with what of the
// last meeting's suggestions is not in it.
func readOwn(r strategy.Revision, weighty []string) *reading {
	result := read(r.Compare(weighty))
	result.pending = r.Pending(result.comparison)
	return result
}

// suggestedCard stands last in the list of changes while the last meeting's
// suggestions are not in the draft.
type suggestedCard struct {
	counted *widget.Label
	card    *fyne.Container
	content *fyne.Container
}

func newSuggestedCard(p *Page) *suggestedCard {
	s := &suggestedCard{counted: kit.NewText("")}
	s.counted.TextStyle.Bold = true
	s.card = kit.NewCard(kit.Column(0, s.counted, kit.NewQuiet(words.Text("strategy.suggested_text")),
		kit.Padded(kit.Within, 0, kit.Row(0, kit.NewButton(words.Text("strategy.take_up"), nil, p.takeUp)))))
	s.content = container.New(&suggestedLayout{}, s.card)
	return s
}

// height is that of the row at a width: text that wraps knows it only then.
func (s *suggestedCard) height(width float32) float32 {
	s.card.Resize(fyne.NewSize(suggestedRoom(width), s.card.MinSize().Height))
	return s.card.MinSize().Height
}

func suggestedRoom(width float32) float32 { return width - kit.Scaled(2*cardSide) }

// suggestedLayout leaves the space that stands beside and below the other cards.
type suggestedLayout struct{}

func (*suggestedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		show(o, kit.Scaled(cardSide), 0, suggestedRoom(size.Width), o.MinSize().Height)
	}
}

func (*suggestedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// offersSuggestions tells whether the card has something to offer.
func (p *Page) offersSuggestions() bool {
	return p.compared == nil && !p.submitted() && p.reading != nil && len(p.reading.pending) > 0
}

// takeUp puts the last meeting's suggestions into the draft as one step, and
// gives their changes the reasons they had.
func (p *Page) takeUp() {
	if !p.ownDraft() {
		return
	}
	p.editing.leave()
	if !p.editing.current() {
		p.editing.then = p.takeUp
		p.editing.compare()
		return
	}
	pending := p.reading.pending
	if len(pending) == 0 {
		p.host.Say(words.Text("strategy.no_suggestions"), "", nil)
		return
	}
	revision, version := p.revision, p.editing.version
	revision.Draft.Blocks = p.editing.editor.Blocks()
	var merged redline.Merged
	var said []redline.Note
	p.ask(func() { merged, said = revision.TakeUp(pending...) }, func() {
		if version != p.editing.version { // somebody wrote on meanwhile
			p.takeUp()
			return
		}
		p.notes.add(said)
		p.takeIn(merged, rivalSuggested, words.Count("strategy.taken_up", len(pending)))
	})
}
