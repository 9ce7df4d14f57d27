package strategy

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"synlig/data/document"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// versionChooser asks which two versions are to be compared.
type versionChooser struct {
	page     *Page
	versions []document.Version // newest first, without their text
	old, new *widget.Select
	content  fyne.CanvasObject
}

// compareVersions asks which two versions of the strategy to compare.
func (p *Page) compareVersions() {
	var versions []document.Version
	var err error
	p.start(
		func() { versions, err = p.office.Versions(context.Background()) },
		func() {
			switch {
			case err != nil:
				p.host.Fail(err)
			case len(versions) < 2:
				p.host.Say(p.about("strategy.one_version"), "", nil)
			default:
				p.editing.leave()
				c := newVersionChooser(p, versions)
				p.frame.cover(c.content)
				p.host.Canvas().Focus(c.old)
			}
		})
}

func newVersionChooser(p *Page, versions []document.Version) *versionChooser {
	c := &versionChooser{page: p, versions: versions}
	var names []string
	for _, v := range versions {
		names = append(names, versionName(v))
	}
	c.old, c.new = widget.NewSelect(names, nil), widget.NewSelect(names, nil)
	c.new.SetSelectedIndex(0)
	c.old.SetSelectedIndex(1)
	c.content = p.question(520, kit.Column(kit.Between,
		kit.NewSection(p.about("strategy.compare_versions_title")),
		fieldName(words.Text("strategy.old_version")), framed(c.old),
		fieldName(words.Text("strategy.new_version")), framed(c.new),
		kit.Padded(kit.Between, 0, kit.Row(kit.Between, layout.NewSpacer(),
			kit.NewButton(words.Text("strategy.cancel"), nil, p.frame.showWork),
			kit.NewMainButton(words.Text("strategy.compare"), nil, c.run)))))
	return c
}

// versionName is a version's number, how far it has come, and when.
func versionName(v document.Version) string {
	name := words.Text("strategy.version_is", "n", number(v.Number), "status", words.Text("strategy.status_"+string(v.Status)))
	switch {
	case !v.Meeting.Date.IsZero() && (v.Status == document.Approved || v.Status == document.Replaced):
		name += " " + words.LongDate(v.Meeting.Date)
	case !v.Changed.IsZero():
		name += " " + words.LongDate(v.Changed.Local())
	}
	return name
}

func (c *versionChooser) run() {
	old, new := c.versions[max(c.old.SelectedIndex(), 0)], c.versions[max(c.new.SelectedIndex(), 0)]
	c.page.showVersions(old.Number, new.Number)
}

// showVersions compares two versions of the strategy.
func (p *Page) showVersions(old, new int) {
	var result *reading
	var err error
	compared := &comparedFiles{
		old: words.Text("strategy.version", "n", number(old)), new: words.Text("strategy.version", "n", number(new)),
	}
	shown := p.revision
	p.ask(func() {
		r := strategy.Revision{Office: shown.Office, Title: shown.Title, Case: shown.Case, Example: shown.Example}
		if r.Base, err = p.office.Version(context.Background(), old); err != nil {
			return
		}
		if r.Draft, err = p.office.Version(context.Background(), new); err != nil {
			return
		}
		compared.revision = r
		result = read(r.Compare(p.options.Weighty))
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.look(compared, result)
	})
}
