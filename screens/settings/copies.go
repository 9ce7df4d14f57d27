package settings

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// shownCopies is how many copies are listed; the folder has the others.
const shownCopies = 6

// copiesCard is the copies of the workspace: the ones that were made by
// themselves, one more now, and the way back to one.
type copiesCard struct {
	page   *Page
	object fyne.CanvasObject
	list   *fyne.Container
}

func newCopiesCard(p *Page) *copiesCard {
	c := &copiesCard{page: p, list: kit.Column(kit.Within)}
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.copies")),
		kit.NewQuiet(words.Text("settings.copies-text")),
		c.list,
		buttons(
			kit.NewButton(words.Text("settings.copy-now"), nil, c.copyNow),
			kit.NewButton(words.Text("settings.restore-other"), nil, c.restoreOther))))
	c.refresh()
	return c
}

func (c *copiesCard) content() fyne.CanvasObject { return c.object }

// refresh lists the newest copies.
func (c *copiesCard) refresh() {
	c.list.RemoveAll()
	if err := c.page.desk.Store().BackupFault(); err != nil {
		c.list.Add(kit.NewText(words.Fault(err)))
	}
	backups, err := c.page.desk.Backups()
	switch {
	case err != nil:
		c.list.Add(kit.NewText(words.Fault(err)))
	case len(backups) == 0:
		c.list.Add(kit.NewText(words.Text("settings.no-copies")))
	}
	for _, b := range backups[:min(len(backups), shownCopies)] {
		c.list.Add(c.row(b))
	}
}

func (c *copiesCard) row(b store.BackupInfo) fyne.CanvasObject {
	restore := kit.NewQuietButton(words.Text("settings.restore"), nil, func() { c.restore(b.Path, describe(b)) })
	return container.NewBorder(nil, nil, nil, restore, kit.NewText(describe(b)))
}

// describe says when a copy was made and why: "21. november 2026, daglig kopi".
func describe(b store.BackupInfo) string {
	text := day(b.At)
	if b.Kind != store.Daily {
		text += words.Text("settings.at", "time", b.At.Format("15:04"))
	}
	return text + ", " + words.Text("settings.kind-"+string(b.Kind))
}

// day writes a date with the month's name: "21. november 2026".
func day(t time.Time) string {
	months := strings.Fields(words.Text("settings.months"))
	return words.Text("settings.day", "day", t.Format("2"), "month", months[t.Month()-1], "year", t.Format("2006"))
}

// copyNow writes a copy to where the person says.
func (c *copiesCard) copyNow() {
	p := c.page
	own := filepath.Base(p.desk.Store().Path())
	name := strings.TrimSuffix(own, store.Extension) + " " + p.now().Format("2006-01-02") + store.Extension
	p.host.SaveFile(words.Text("settings.copy-title"), name, func(path string) {
		p.host.Work(words.Text("settings.copying"), func(ctx context.Context, _ func(float64)) error {
			return p.desk.Backup(ctx, path)
		}, func(err error) {
			if err != nil {
				p.host.Fail(err)
				return
			}
			p.host.Say(words.Text("settings.copied"), words.Text("settings.show"), func() { p.host.ShowInFolder(path) })
		})
	})
}

// restoreOther takes a copy that lies somewhere else.
func (c *copiesCard) restoreOther() {
	c.page.host.PickFile(words.Text("settings.restore-title"), []string{store.Extension}, func(path string) {
		c.restore(path, filepath.Base(path))
	})
}

// restore asks, and puts a copy in the workspace's place.
func (c *copiesCard) restore(path, what string) {
	p := c.page
	p.host.Ask(words.Text("settings.restore-ask"), words.Text("settings.restore-asked", "copy", what),
		words.Text("settings.restore-verb"), func() {
			p.host.Swap(words.Text("settings.restoring"), func(ctx context.Context) (*store.Store, error) {
				return p.desk.Restore(ctx, path)
			}, p.said("settings.restored"))
		})
}
