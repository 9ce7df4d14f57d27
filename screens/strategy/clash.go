package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// clashes are the places where decision points want something with the same
// words; none while two files are looked at.
func (p *Page) clashes() []redline.Collision {
	if p.reading == nil || p.compared != nil {
		return nil
	}
	return p.reading.clashes
}

// clashOf is the collision that a change is in, nil when it is in none. One that
// somebody must settle goes before one that only needs to be known.
func (r *reading) clashOf(change int) *redline.Collision {
	var found *redline.Collision
	for i := range r.clashes {
		k := &r.clashes[i]
		for _, n := range k.Numbers {
			if n == change && (found == nil || len(k.Numbers) == 1) {
				found = k
			}
		}
	}
	return found
}

// clashText says a collision in plain words.
func clashText(k redline.Collision) string {
	if len(k.Numbers) == 1 {
		return words.Text("strategy.clash_one", "n", number(k.Numbers[0]), "points", enumerate(k.Points))
	}
	return words.Text("strategy.clash_two", "a", number(k.Numbers[0]), "b", number(k.Numbers[1]), "points", enumerate(k.Points))
}

// clashBox says what collides and, where it must be settled, has a button for
// each point that can decide it.
type clashBox struct {
	page    *Page
	said    *widget.Label
	buttons *fyne.Container
	content *fyne.Container
}

func newClashBox(p *Page) *clashBox {
	b := &clashBox{page: p, said: kit.NewText(""), buttons: kit.Flow(kit.Within)}
	b.said.Importance = widget.WarningImportance
	b.content = kit.Column(kit.Within, b.said, b.buttons)
	return b
}

// set shows a collision; nil hides the box. settled is called after one is.
func (b *clashBox) set(k *redline.Collision, settled func()) {
	b.content.Hidden = k == nil
	if k == nil {
		return
	}
	b.said.SetText(clashText(*k))
	b.buttons.RemoveAll()
	if len(k.Numbers) > 1 {
		return
	}
	change := k.Numbers[0]
	for _, point := range k.Points {
		b.buttons.Add(kit.NewButton(words.Text("strategy.clash_follow", "n", number(point)), nil, func() {
			b.page.notes.settle(change, point)
			if settled != nil {
				settled()
			}
		}))
	}
}

// settle lets one decision point decide a change that several have a say in.
// What was said under the others stays, with its author and time.
func (n *notes) settle(change, point int) {
	c := n.page.change(change)
	if c == nil || n.page.compared != nil {
		return
	}
	moved := strategy.Follow(*c, point)
	n.waiting = merge(n.waiting, moved)
	n.page.revision.Notes = merge(n.page.revision.Notes, moved)
	n.flush()
	n.page.compare()
	n.page.host.Say(words.Text("strategy.clash_followed", "n", number(change), "point", number(point)), "", nil)
}
