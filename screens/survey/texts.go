package survey

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/data/store"
	"synlig/data/survey"
	"synlig/screens/kit"
)

// texts are what people wrote: to search, to tag and to count. They are masked,
// never stand beside anything else that a person answered, and are not shown
// where they could point at somebody.
type texts struct {
	page   *Page
	pick   *kit.Select
	search *kit.Entry
	told   *widget.Label
	tags   *fyne.Container
	rows   *kit.Rows
	spare  []*textRow
	list   fyne.CanvasObject
	none   *widget.Label
	parts  *fyne.Container
	all    *fyne.Container

	wave   *survey.Wave
	listed []int // open questions
	at     int   // in listed
	tag    string
	texts  []written // as they are shown
	tagged store.TextTags
	n      string
}

func newTexts(p *Page) *texts {
	t := &texts{page: p, told: kit.NewQuiet(""), tags: kit.Flow(kit.Within), none: kit.NewText(text("texts_none"))}
	t.pick = kit.NewSelect(nil, func(i int) {
		t.at, t.tag = i, ""
		p.figures()
	})
	t.search = kit.NewEntry(text("texts_search"))
	t.search.OnChanged = func(string) { p.figures() }
	t.rows = kit.NewRows(t)
	t.list = container.New(&fixed{high: 560}, container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 6), t.rows))
	t.parts = kit.Column(kit.Between,
		newTiles(320, 2, field(text("texts_question"), t.pick), field(text("texts_words"), t.search)),
		t.told, t.tags, t.list)
	t.all = kit.Column(0, t.none, t.parts)
	return t
}

func (t *texts) content() fyne.CanvasObject { return t.all }

func (t *texts) counted() (string, bool) { return t.n, t.n != "" }

// prepare reads what was written and the tags on it.
func (t *texts) prepare(l *lens) func() func() {
	if t.wave != l.wave() {
		t.wave, t.at, t.tag = l.wave(), 0, ""
	}
	t.listed = nil
	var labels []string
	for i := range l.wave().Questions {
		if q := l.question(i); q.Kind == survey.Text {
			t.listed, labels = append(t.listed, i), append(labels, q.Text)
		}
	}
	if len(t.listed) == 0 {
		return func() func() {
			return func() {
				setVisible(t.none, true)
				setVisible(t.parts, false)
			}
		}
	}
	t.pick.SetLabels(labels, t.at)
	p, question, words, tag := t.page, t.listed[t.at], t.search.Text, t.tag
	wave := l.kept.Waves[l.at].ID
	return func() func() {
		found := l.later.Texts(question, words)
		tagged, err := p.store.SurveyTags(context.Background(), wave, l.question(question).ID)
		shown := together(found.All)
		if tag != "" {
			shown = slices.DeleteFunc(shown, func(one written) bool { return !slices.Contains(tagged.Of(one.text), tag) })
		}
		return func() {
			if err != nil {
				p.host.Fail(err)
			}
			setVisible(t.none, false)
			setVisible(t.parts, true)
			t.show(found, shown, tagged)
		}
	}
}

func (t *texts) show(found survey.Texts, shown []written, tagged store.TextTags) {
	say := t.page.say
	t.texts, t.tagged = shown, tagged
	t.n = text("count_wrote", "n", say.Number(found.Written))
	if found.Hidden {
		if found.Written < survey.FewestTexts {
			t.n = text("count_wrote", "n", text("fewer_than", "n", number(survey.FewestTexts)))
		}
		t.told.SetText(text("texts_hidden", "n", number(survey.FewestTexts)))
	} else {
		n := 0
		for _, one := range shown {
			n += one.times
		}
		t.told.SetText(count("texts_shown", n, "count", say.Number(n), "written", say.Number(found.Written)))
	}
	setVisible(t.list, !found.Hidden)
	t.showTags(found)
	t.rows.Reset()
	t.all.Refresh()
}

// showTags shows every tag with how many of the texts have it; a press leaves
// only those.
func (t *texts) showTags(found survey.Texts) {
	t.tags.Objects = nil
	counts := map[string]int{}
	for _, one := range found.All {
		for _, tag := range t.tagged.Of(one) {
			counts[tag]++
		}
	}
	names := make([]string, 0, len(counts))
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	for _, name := range names {
		label := name + " · " + t.page.say.Number(counts[name])
		chosen := name == t.tag
		b := kit.NewQuietButton(label, nil, func() {
			if t.tag = name; chosen {
				t.tag = ""
			}
			t.page.figures()
		})
		if chosen {
			b.Importance = widget.MediumImportance
		}
		t.tags.Add(b)
	}
	t.tags.Refresh()
}

// written is a text and how many wrote just that.
type written struct {
	text  string
	times int
}

// together puts those who wrote the same words together. The texts are sorted.
func together(all []string) []written {
	var list []written
	for _, one := range all {
		if n := len(list); n > 0 && list[n-1].text == one {
			list[n-1].times++
			continue
		}
		list = append(list, written{one, 1})
	}
	return list
}

// askTag asks for a tag on a text.
func (t *texts) askTag(one string) {
	p := t.page
	field := kit.NewEntry(text("tag_hint"))
	p.host.Sheet(text("tag_add"), 420, kit.Column(kit.Between, kit.NewQuiet(one), field),
		kit.NewButton(text("cancel"), nil, nil),
		kit.NewMainButton(text("tag_put"), nil, func() {
			if strings.TrimSpace(field.Text) != "" {
				t.setTag(one, field.Text, true)
			}
		}))
	p.host.Canvas().Focus(field)
}

// setTag puts a tag on a text, or takes it off.
func (t *texts) setTag(one, tag string, on bool) {
	p, l := t.page, t.page.lens
	wave, question := l.kept.Waves[l.at].ID, l.question(t.listed[t.at]).ID
	var err error
	p.start(func() { err = p.store.TagText(context.Background(), wave, question, one, tag, on) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Saved(p.now())
		p.figures()
	})
}

// fixed is as high as it is told, at scale 1.
type fixed struct{ high float32 }

func (f *fixed) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Scaled(200), kit.Scaled(f.high))
}

func (f *fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}
