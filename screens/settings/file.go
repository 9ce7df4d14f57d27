package settings

import (
	"context"
	"path/filepath"

	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// fileCard is where the workspace's file lies, and the ways to another.
type fileCard struct {
	page   *Page
	object fyne.CanvasObject
	path   *widget.Label
}

func newFileCard(p *Page) *fileCard {
	c := &fileCard{page: p, path: kit.NewText(p.desk.Store().Path())}
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.file")),
		c.path,
		kit.NewQuiet(words.Text("settings.file-text")),
		buttons(
			kit.NewButton(words.Text("settings.show"), nil, func() { p.host.ShowInFolder(p.desk.Store().Path()) }),
			kit.NewButton(words.Text("settings.move"), nil, c.move),
			kit.NewButton(words.Text("settings.open"), nil, c.open)),
		kit.NewSection(words.Text("settings.clear-title")),
		kit.NewQuiet(words.Text("settings.clear-text")),
		buttons(kit.NewButton(words.Text("settings.clear"), nil, c.clear))))
	return c
}

func (c *fileCard) content() fyne.CanvasObject { return c.object }

// refresh shows where the file lies.
func (c *fileCard) refresh() { c.path.SetText(c.page.desk.Store().Path()) }

// move copies the file to another place and goes on there.
func (c *fileCard) move() {
	p := c.page
	p.host.SaveFile(words.Text("settings.move-title"), filepath.Base(p.desk.Store().Path()), func(path string) {
		p.host.Swap(words.Text("settings.moving"), func(ctx context.Context) (*store.Store, error) {
			return p.desk.Move(ctx, path)
		}, p.said("settings.moved"))
	})
}

// open goes on with another file.
func (c *fileCard) open() {
	p := c.page
	p.host.PickFile(words.Text("settings.open-title"), []string{store.Extension}, func(path string) {
		p.host.Swap(words.Text("settings.opening"), func(ctx context.Context) (*store.Store, error) {
			return p.desk.Open(ctx, path)
		}, p.said("settings.opened"))
	})
}

// clear asks, and starts with an empty workspace that has only the person in it.
func (c *fileCard) clear() {
	p := c.page
	p.host.Ask(words.Text("settings.clear-ask"), words.Text("settings.clear-asked"), words.Text("settings.clear-verb"), func() {
		p.host.Swap(words.Text("settings.clearing"), func(ctx context.Context) (*store.Store, error) {
			return p.desk.Clear(ctx, p.host.Person())
		}, p.said("settings.cleared"))
	})
}

// said is a quiet line for what went well; what did not, the window has told.
func (p *Page) said(key string) func(error) {
	return func(err error) {
		if err == nil {
			p.host.Say(words.Text(key), "", nil)
		}
	}
}
