// Package settings is the room behind the gear: how the window looks, who works
// here, where the office's file and its copies lie, and what all in the office go
// by: the network, its own websites, its word lists and templates. It holds the
// desk with the open workspace (Desk), since it is the room that may put another
// one there. Nothing of what the office writes is read here.
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
	ReloadRooms()
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

	sections *sections
	written  []*written // texts of the office that are written here
}

// New is the room for the workspace on the desk.
func New(host host, desk *Desk, now clock.Clock) *Page {
	return &Page{host: host, desk: desk, now: now}
}

// Key is the room's name in code.
func (p *Page) Key() string { return "settings" }

// Icon is the one in the rail's foot.
func (p *Page) Icon() fyne.Resource { return kit.Icon("settings") }

// Build makes the room: a list of sections, and the one that is chosen.
func (p *Page) Build() fyne.CanvasObject {
	p.sections = newSections(p)
	return p.sections.object
}

// Reload shows what changed: a colleague's save, another person.
func (p *Page) Reload() { p.sections.refresh() }

// Dressed shows the look and text size that the main menu may have changed.
func (p *Page) Dressed() { p.sections.refresh() }

// Unsaved tells whether a text stands here that is not kept yet.
func (p *Page) Unsaved() bool {
	for _, w := range p.written {
		if w.unsaved() {
			return true
		}
	}
	return false
}

// Save keeps all of them, as far as they can be used.
func (p *Page) Save() error {
	for _, w := range p.written {
		if err := w.saveAll(); err != nil {
			return err
		}
	}
	return nil
}

// changed lets the rooms go by what was set here, without a restart.
func (p *Page) changed() { p.host.ReloadRooms() }

// buttons are beside each other, their edge under that of the text above.
func buttons(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return inset(kit.Flow(kit.Between, objects...))
}

// inset moves an object in as far as a label moves its text.
func inset(object fyne.CanvasObject) fyne.CanvasObject {
	return kit.Padded(kit.Within, kit.Between, object)
}
