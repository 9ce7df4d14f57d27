package survey

import (
	"context"
	"slices"
	"sync"

	"synlig/data/bilag"
	"synlig/data/store"
	"synlig/data/survey"
)

// shelf is the surveys there are, and the waves that were read: each once, so
// that what was given away of it is remembered while the program runs.
type shelf struct {
	page  *Page
	all   []store.KeptSurvey
	asked int // generation: an older answer must not overwrite a newer one

	mu    sync.Mutex
	waves map[int64]keptWave
}

type keptWave struct {
	about store.KeptWave
	wave  *survey.Wave
}

// wish is what a person wants to look at; the zero value is the newest wave of
// the newest survey against the wave before it.
type wish struct {
	survey, wave, against int64 // 0 is a guess; against −1 is no comparison
	filter                survey.Filter
}

// Reload reads the surveys again, as after a colleague's saving.
func (p *Page) Reload() { p.read(p.wish) }

// read looks at something else.
func (p *Page) read(w wish) {
	s := &p.shelf
	s.asked++
	mine := s.asked
	var all []store.KeptSurvey
	var l *lens
	var err error
	p.start(func() {
		ctx := context.Background()
		if all, err = p.store.Surveys(ctx); err == nil {
			l, err = s.lens(ctx, all, w)
		}
	}, func() {
		if mine != s.asked {
			return
		}
		if err != nil {
			p.frame.showFault(err)
			return
		}
		s.all = all
		p.take(l)
	})
}

// lens reads what the wish is of. It is nil where there is no wave.
func (s *shelf) lens(ctx context.Context, all []store.KeptSurvey, w wish) (*lens, error) {
	kept, ok := choose(all, w)
	if !ok {
		return nil, nil
	}
	l := &lens{kept: kept}
	for _, about := range kept.Waves {
		wave, err := s.wave(ctx, about)
		if err != nil {
			return nil, err
		}
		l.waves = append(l.waves, wave)
	}
	l.at, l.before = l.places(w)
	var err error
	if l.threshold, err = s.page.store.SurveyThreshold(ctx); err != nil {
		return nil, err
	}
	if l.before >= 0 {
		if l.mapping, err = s.page.store.SurveyMapping(ctx, kept.Waves[l.before].ID, kept.Waves[l.at].ID); err != nil {
			return nil, err
		}
	}
	l.keys = bilag.SurveyKeys(l.waves[l.at])
	return l, l.filtered(w.filter)
}

// choose is the survey that is wished for, else the newest with a wave. The
// example comes after the office's own.
func choose(all []store.KeptSurvey, w wish) (store.KeptSurvey, bool) {
	best := -1
	for i, k := range all {
		switch {
		case len(k.Waves) == 0:
		case k.ID == w.survey:
			return k, true
		case best < 0 || all[best].Example && !k.Example:
			best = i
		}
	}
	if best < 0 {
		return store.KeptSurvey{}, false
	}
	return all[best], true
}

// wave is a wave with everybody's answers: as it was read before, unless it was
// changed.
func (s *shelf) wave(ctx context.Context, about store.KeptWave) (*survey.Wave, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if kept, ok := s.waves[about.ID]; ok && kept.about == about {
		return kept.wave, nil
	}
	wave, err := s.page.store.Wave(ctx, about.ID)
	if err != nil {
		return nil, err
	}
	if s.waves == nil {
		s.waves = map[int64]keptWave{}
	}
	s.waves[about.ID] = keptWave{about, wave}
	return wave, nil
}

// forget lets a wave be read anew.
func (s *shelf) forget(id int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.waves, id)
}

// places are where the wished wave and the one it is compared with stand; the
// latter is −1 for none.
func (l *lens) places(w wish) (at, before int) {
	index := func(id int64) int {
		return slices.IndexFunc(l.kept.Waves, func(k store.KeptWave) bool { return k.ID == id })
	}
	if at = index(w.wave); at < 0 {
		at = len(l.waves) - 1
	}
	if before = index(w.against); before < 0 && w.against == 0 {
		before = at - 1
	}
	if before == at {
		before = -1
	}
	return at, before
}
