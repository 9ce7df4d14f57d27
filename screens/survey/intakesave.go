package survey

import (
	"context"
	"strings"

	"synlig/data/store"
)

// save keeps the wave, and the corrections for the next one.
func (i *intake) save() {
	p, w := i.page, i.wave
	if w == nil {
		return
	}
	made := *w
	title := strings.TrimSpace(i.title)
	made.Title, made.Date = title, i.day
	if i.into == 0 && strings.TrimSpace(i.survey) != "" {
		made.Title = strings.TrimSpace(i.survey) // the new survey is named by it
	}
	into, profile := i.into, clone(i.profile)
	profile.Name = strings.TrimSpace(i.name)
	if profile.Name == "" {
		profile.Name = title
	}
	keep := i.keep && profile.Aggregate == nil
	var id int64
	p.host.Work(text("saving_wave"), func(ctx context.Context, _ func(float64)) error {
		var err error
		if id, err = p.store.SaveWave(ctx, into, &made); err != nil {
			return err
		}
		if made.Title != title && title != "" {
			if err = p.store.RenameWave(ctx, id, title, made.Date); err != nil {
				return err
			}
		}
		if !keep {
			return nil
		}
		if err := p.store.SaveSurveyProfile(ctx, profile); err != nil {
			return err
		}
		if len(profile.Frame) > 0 {
			return p.store.SaveFrame(ctx, store.Frame{Name: title, Departments: profile.Frame})
		}
		return nil
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		i.end()
		p.at = viewOverview
		p.frame.showView()
		p.wish = wish{wave: id, survey: into}
		p.arrived(id)
		p.host.Saved(p.now())
		p.host.Say(count("wave_saved", made.Respondents, "count", p.say.Number(made.Respondents), "title", title), "", nil)
	})
}

// arrived shows the survey that a new wave belongs to.
func (p *Page) arrived(wave int64) {
	var all []store.KeptSurvey
	var err error
	p.start(func() { all, err = p.store.Surveys(context.Background()) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		for _, k := range all {
			for _, w := range k.Waves {
				if w.ID == wave {
					p.read(wish{survey: k.ID, wave: wave})
				}
			}
		}
	})
}
