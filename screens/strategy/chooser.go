package strategy

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// chooser asks which two files are to be compared, the old and the new.
type chooser struct {
	page    *Page
	paths   [2]string
	names   [2]*kit.Caption
	buttons [2]*kit.Button
	compare *kit.Button
	content fyne.CanvasObject
}

func newChooser(p *Page) *chooser {
	c := &chooser{page: p}
	c.compare = kit.NewMainButton(words.Text("strategy.compare"), nil, c.run)
	c.compare.Disable()
	cancel := kit.NewButton(words.Text("strategy.cancel"), nil, c.cancel)
	swap := kit.NewQuietButton(words.Text("strategy.swap"), theme.ViewRefreshIcon(), c.swap)
	lines := kit.Column(kit.Between,
		kit.NewSection(words.Text("strategy.compare_title")),
		kit.NewQuiet(words.Text("strategy.compare_hint")),
		c.line(0, "strategy.old_file"), c.line(1, "strategy.new_file"),
		kit.Padded(kit.Between, kit.Between, kit.Row(kit.Between, swap, layout.NewSpacer(), cancel, c.compare)))
	c.content = container.NewCenter(kit.Wide(520, kit.NewCard(lines)))
	return c
}

// line is one file: what it is, its name, and a button to choose it.
func (c *chooser) line(i int, key string) fyne.CanvasObject {
	c.names[i] = kit.NewCaption(words.Text("strategy.no_file"))
	c.names[i].Letters = theme.SizeNameText
	c.buttons[i] = kit.NewButton(words.Text("strategy.pick"), theme.FolderOpenIcon(), func() {
		c.page.host.PickFile(words.Text(key), extensions(), func(path string) { c.take(i, path) })
	})
	return kit.Padded(0, kit.Between, kit.Column(kit.Within, kit.NewCaption(words.Text(key)),
		container.NewBorder(nil, nil, nil, c.buttons[i], c.names[i])))
}

// extensions are those of the files that can be read.
func extensions() (list []string) {
	for _, format := range document.Formats {
		list = append(list, format.Extensions...)
	}
	return append(list, docx.Extensions...)
}

func (c *chooser) take(i int, path string) {
	c.paths[i] = path
	c.show()
}

func (c *chooser) swap() {
	c.paths[0], c.paths[1] = c.paths[1], c.paths[0]
	c.show()
}

func (c *chooser) show() {
	for i, path := range c.paths {
		c.names[i].Ink = kit.ColorText
		c.names[i].Set(filepath.Base(path))
		if path == "" {
			c.names[i].Ink = kit.ColorQuiet
			c.names[i].Set(words.Text("strategy.no_file"))
		}
	}
	if c.paths[0] != "" && c.paths[1] != "" {
		c.compare.Enable()
	} else {
		c.compare.Disable()
	}
}

func (c *chooser) run() { c.page.readFiles(c.paths[0], c.paths[1], nil) }

// cancel goes back to what was shown before.
func (c *chooser) cancel() {
	if c.page.reading == nil {
		c.page.Reload()
		return
	}
	c.page.frame.showWork()
}
