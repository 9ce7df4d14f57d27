package survey

import (
	"context"
	"maps"
	"strings"

	"fyne.io/fyne/v2"

	"synlig/data/survey"
	"synlig/screens/kit"
)

// askQuestionMapping asks which question of the earlier wave each of the later
// one is the same as.
func (p *Page) askQuestionMapping() {
	l := p.lens
	if l == nil || l.earlier == nil {
		return
	}
	then := l.waves[l.before]
	ids, labels := []string{""}, []string{text("map_none")}
	for i := range then.Questions {
		if q := &then.Questions[i]; !q.Background && i != then.Department {
			ids, labels = append(ids, q.ID), append(labels, q.Text)
		}
	}
	chosen := maps.Clone(l.mapping.Questions)
	if chosen == nil {
		chosen = map[string]string{}
	}
	rows := kit.Column(kit.Between, kit.NewQuiet(text("map_questions_help")))
	var first fyne.Focusable
	for _, pair := range l.mapping.Pairs(then, l.wave()) {
		q := l.question(pair.Later)
		at := 0
		if pair.Earlier >= 0 {
			for i, id := range ids {
				if id == then.Questions[pair.Earlier].ID {
					at = i
				}
			}
		}
		pick := kit.NewSelect(nil, func(i int) { chosen[q.ID] = ids[i] })
		pick.SetLabels(labels, at)
		if first == nil {
			first = pick
		}
		rows.Add(kit.Column(0, kit.NewText(q.Text), boxed(pick)))
	}
	p.keepMapping(text("map_questions"), rows, first, func() survey.Mapping {
		return survey.Mapping{Questions: chosen, Departments: l.mapping.Departments}
	})
}

// askDepartmentMapping asks under which name each department is compared: a
// reorganisation is told by giving several the same.
func (p *Page) askDepartmentMapping() {
	l := p.lens
	if l == nil || l.earlier == nil {
		return
	}
	fields := map[string]*kit.Entry{}
	rows := kit.Column(kit.Between, kit.NewQuiet(text("map_departments_help")))
	var first fyne.Focusable
	for _, w := range []*survey.Wave{l.waves[l.before], l.wave()} {
		for _, d := range w.Departments() {
			if fields[d.Name] != nil {
				continue
			}
			field := kit.NewEntry(d.Name)
			if name, ok := l.mapping.Departments[d.Name]; ok {
				field.SetText(name)
			}
			fields[d.Name] = field
			if first == nil {
				first = field
			}
			rows.Add(newTiles(200, 2, kit.NewText(d.Name), field))
		}
	}
	p.keepMapping(text("map_departments"), rows, first, func() survey.Mapping {
		m := survey.Mapping{Questions: l.mapping.Questions, Departments: map[string]string{}}
		for name, field := range fields {
			if to := strings.TrimSpace(field.Text); to != "" && to != name {
				m.Departments[name] = to
			}
		}
		return m
	})
}

func (p *Page) keepMapping(title string, rows fyne.CanvasObject, first fyne.Focusable, made func() survey.Mapping) {
	l := p.lens
	earlier, later := l.kept.Waves[l.before].ID, l.kept.Waves[l.at].ID
	p.host.Sheet(title, 640, rows, kit.NewButton(text("cancel"), nil, nil),
		kit.NewMainButton(text("keep"), nil, func() {
			m := made()
			p.change(func(ctx context.Context) error { return p.store.SaveSurveyMapping(ctx, earlier, later, m) }, nil)
		}))
	if first != nil {
		p.host.Canvas().Focus(first)
	}
}
