// Package settings is the room behind the gear: how the window looks, who works
// here, where the workspace's file lies, whether the network may be used, and
// the copies of the file. It decides nothing about the work itself.
package settings

import (
	"context"

	"synlig/data/clock"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/kit"

	"fyne.io/fyne/v2"
)

// host is what the room needs of the window around it.
type host interface {
	Fail(err error)
	Say(text, action string, run func())
	Ask(title, text, verb string, run func())
	Work(title string, work func(ctx context.Context, progress func(float64)) error, done func(error))
	PickFile(title string, extensions []string, done func(path string))
	SaveFile(title, name string, done func(path string))
	ShowInFolder(path string)
	Swap(title string, swap func(ctx context.Context) (*store.Store, error), done func(error))
	Person() people.Person
	SwitchPerson()
	EditPerson()
	Appearance() kit.Appearance
	SetAppearance(a kit.Appearance)
	TextScale() float32
	SetTextScale(scale float32)
	Language() string
	SetLanguage(language string)
}

// Page is the room. Make it with New; Build makes its widgets, once.
type Page struct {
	host host
	desk *Desk
	now  clock.Clock

	look   *lookCard
	person *personCard
	file   *fileCard
	net    *netCard
	copies *copiesCard
}

// New is the room for the workspace on the desk.
func New(host host, desk *Desk, now clock.Clock) *Page {
	return &Page{host: host, desk: desk, now: now}
}

// Key is the room's name in code.
func (p *Page) Key() string { return "settings" }

// Icon is the one in the rail's foot.
func (p *Page) Icon() fyne.Resource { return kit.Icon("settings") }

// Build makes the room: five cards under each other.
func (p *Page) Build() fyne.CanvasObject {
	p.look, p.person, p.file, p.net, p.copies = newLookCard(p), newPersonCard(p), newFileCard(p), newNetCard(p), newCopiesCard(p)
	return kit.Padded(kit.Around, kit.Around, kit.AtMost(720, kit.Column(kit.Around,
		p.look.object, p.person.object, p.file.object, p.net.object, p.copies.object)))
}

// Reload shows what changed: a colleague's save, another person.
func (p *Page) Reload() {
	p.person.refresh()
	p.net.refresh()
	p.copies.refresh()
}

// Dressed shows the look and text size that the main menu may have changed.
func (p *Page) Dressed() { p.look.refresh() }

// buttons are beside each other, their edge under that of the text above.
func buttons(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return inset(kit.Flow(kit.Between, objects...))
}

// inset moves an object in as far as a label moves its text.
func inset(object fyne.CanvasObject) fyne.CanvasObject {
	return kit.Padded(kit.Within, kit.Between, object)
}
