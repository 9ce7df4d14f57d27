package survey

import (
	"context"

	"synlig/data/example"
	"synlig/screens/kit"
)

// change does something to the workspace beside the window and reads again.
func (p *Page) change(do func(ctx context.Context) error, after func()) {
	var err error
	p.start(func() { err = do(context.Background()) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Saved(p.now())
		if after != nil {
			after()
		}
		p.Reload()
	})
}

// addExample puts the example survey in, to be looked at.
func (p *Page) addExample() {
	p.change(func(ctx context.Context) error {
		s := example.Survey()
		return p.store.SaveExampleSurvey(ctx, s.Title, s.Waves)
	}, nil)
}

// askRename asks for the survey's name and the wave's name and day.
func (p *Page) askRename() {
	if p.lens == nil {
		return
	}
	about := p.lens.kept.Waves[p.lens.at]
	survey, wave, day := kit.NewEntry(""), kit.NewEntry(""), kit.NewDateField(p.now)
	survey.SetText(p.lens.kept.Title)
	wave.SetText(about.Title)
	day.SetDate(about.Date)
	id := p.lens.kept.ID
	p.host.Sheet(text("rename"), 460, kit.Column(kit.Between,
		caption(text("survey_title")), survey, caption(text("wave_title")), wave, caption(text("wave_day")), day),
		kit.NewButton(text("cancel"), nil, nil),
		kit.NewMainButton(text("keep"), nil, func() {
			at, err := day.Date()
			if err != nil {
				p.host.Fail(err)
				return
			}
			title, waveTitle := survey.Text, wave.Text
			p.change(func(ctx context.Context) error {
				if err := p.store.RenameSurvey(ctx, id, title); err != nil {
					return err
				}
				return p.store.RenameWave(ctx, about.ID, waveTitle, at)
			}, nil)
		}))
	p.host.Canvas().Focus(survey)
}

// askDelete deletes the wave, or the survey with its last wave.
func (p *Page) askDelete() {
	if p.lens == nil {
		return
	}
	kept, about := p.lens.kept, p.lens.kept.Waves[p.lens.at]
	name := kept.Title + " · " + about.Title
	p.host.Ask(text("delete"), text("delete_text", "name", name), text("delete_verb"), func() {
		p.wish = wish{}
		p.change(func(ctx context.Context) error {
			if len(kept.Waves) == 1 {
				return p.store.DeleteSurvey(ctx, kept.ID)
			}
			return p.store.DeleteWave(ctx, about.ID)
		}, nil)
	})
}
