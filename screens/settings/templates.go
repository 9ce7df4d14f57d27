package settings

import (
	"context"

	"synlig/data/fault"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
)

// templatesCard is the templates that a new post may begin from.
type templatesCard struct {
	*written
	object fyne.CanvasObject
}

func newTemplatesCard(p *Page) *templatesCard {
	ctx := context.Background()
	c := &templatesCard{written: newWritten(p, []ownText{{
		name:  words.Text("settings.templates"),
		about: words.Text("settings.templates-how"),
		read:  func() (string, bool, error) { return p.desk.Store().PostTemplates(ctx) },
		save: func(text string) error {
			if len(posts.ParseTemplates(text)) == 0 {
				return fault.New(TemplatesNone)
			}
			return p.desk.Store().SetPostTemplates(ctx, text)
		},
		reset:   func() error { return p.desk.Store().SetPostTemplates(ctx, "") },
		differs: templatesIn,
	}})}
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.templates")),
		kit.NewQuiet(words.Text("settings.templates-text")),
		c.written.object))
	return c
}

func (c *templatesCard) content() fyne.CanvasObject { return c.object }

// templatesIn names the templates that stand in a text, so that a heading that
// was written wrongly is seen to be missing.
func templatesIn(text string) string {
	all := posts.ParseTemplates(text)
	if len(all) == 0 {
		return words.Text("settings.templates-none")
	}
	names := ""
	for i, t := range all {
		if i > 0 {
			names += ", "
		}
		names += t.Name
	}
	return words.Count("settings.templates-found", len(all), "names", names)
}

// TemplatesNone is the code for a text without a template in it.
const TemplatesNone fault.Code = "templates-none"
