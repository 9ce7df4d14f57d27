package strategy

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// pastItem is a row of the view: whose and what it is, when and where, and its
// words in short. open shows it in the text.
type pastItem struct {
	head, aside string
	lines       []kit.MarkedBlock
	more        string
	open        func()
}

// mostLines is how many changes of a step are told; the others are counted.
const mostLines = 3

// askPast finds out who wrote what, and shows it.
func (p *Page) askPast() {
	if !p.past.can() {
		return
	}
	p.settled(func() {
		comparison, lately := p.reading.comparison, p.lately()
		var steps []strategy.Step
		var origins []strategy.Origin
		var walks []stride
		p.host.Work(words.Text("strategy.past_loading"), func(ctx context.Context, progress func(float64)) (err error) {
			if steps, err = p.past.steps(ctx, lately); err != nil {
				return err
			}
			walks = walk(ctx, p.revision.Base.Blocks, steps, p.options.Weighty, progress)
			origins = strategy.Origins(comparison, steps)
			return ctx.Err()
		}, func(err error) {
			switch {
			case err != nil:
				p.host.Fail(err)
			case len(steps) == 0:
				p.host.Say(words.Text("strategy.past_none"), "", nil)
			default:
				newPastView(p, steps, walks, origins).show()
			}
		})
	})
}

// stride is what a step changed: the first changes in words, and how many in all.
type stride struct {
	lines []kit.MarkedBlock
	count int
}

// walk tells of each step what it changed in the one before it, the first in the
// approved text.
func walk(ctx context.Context, base []document.Block, steps []strategy.Step, weighty []string, progress func(float64)) []stride {
	walks := make([]stride, len(steps))
	before := base
	for k, step := range steps {
		if ctx.Err() != nil {
			return walks
		}
		c := redline.Compare(before, step.Blocks, redline.Options{Weighty: weighty})
		walks[k].count = len(c.Changes)
		for _, change := range c.Changes[:min(len(c.Changes), mostLines)] {
			walks[k].lines = append(walks[k].lines, wordsOf(&c, change))
		}
		before = step.Blocks
		progress(float64(k+1) / float64(len(steps)+1))
	}
	return walks
}

// pastView is who wrote what: step by step, or change by change.
type pastView struct {
	page    *Page
	by      [2][]pastItem
	choice  *kit.Choice
	told    *widget.Label
	rows    *kit.Rows
	ruler   *kit.Ruler
	chosen  int // row with the keyboard
	spare   []*pastRow
	content fyne.CanvasObject
}

func newPastView(p *Page, steps []strategy.Step, walks []stride, origins []strategy.Origin) *pastView {
	v := &pastView{page: p, told: kit.NewQuiet("")}
	for k := len(steps) - 1; k >= 0; k-- {
		v.by[0] = append(v.by[0], p.stepItem(steps, k, walks[k]))
	}
	for i, c := range p.reading.comparison.Changes {
		v.by[1] = append(v.by[1], p.originItem(c, origins[i]))
	}
	v.rows = kit.NewRows(v)
	v.rows.OnKey = v.key
	v.choice = kit.NewChoice([]string{words.Text("strategy.past_steps"), words.Text("strategy.past_changes")}, 0, func(int) { v.choose(0) })
	back := kit.NewButton(p.about("strategy.back"), nil, p.frame.showWork)
	head := kit.Column(kit.Within,
		container.NewBorder(nil, nil, nil, container.NewVBox(back), kit.NewSection(words.Text("strategy.past_title"))),
		v.choice, v.told)
	v.content = container.New(&middle{760}, container.NewBorder(kit.Padded(kit.Around, cardSide, head), nil, nil, nil, v.rows))
	return v
}

// stepItem is a step, and what it changed.
func (p *Page) stepItem(steps []strategy.Step, k int, made stride) pastItem {
	step := steps[k]
	item := pastItem{head: nameOf(step.Author), aside: momentOf(step.At) + " · " + words.Count("strategy.changes", made.count), lines: made.lines}
	if made.count == 0 {
		item.aside = momentOf(step.At) + " · " + words.Text("strategy.past_same")
	}
	if more := made.count - len(made.lines); more > 0 {
		item.more = words.Count("strategy.past_more", more)
	}
	before, name := p.revision.Base, words.Text("strategy.version", "n", number(p.revision.Base.Number))
	if k > 0 {
		before, name = document.Version{Blocks: steps[k-1].Blocks}, words.Text("strategy.past_before", "moment", momentOf(step.At))
	}
	item.open = func() { p.showStep(before, name, step) }
	return item
}

// originItem is a change of the draft, and who made it.
func (p *Page) originItem(c redline.Change, by strategy.Origin) pastItem {
	item := pastItem{
		head:  words.Text("strategy.change_by", "n", number(c.Number), "name", nameOf(by.Author)),
		aside: capital(p.reading.places[c.Number-1]),
		lines: []kit.MarkedBlock{wordsOf(&p.reading.comparison, c)},
		open: func() {
			p.frame.showWork()
			p.choose(c.Number)
		},
	}
	if !by.At.IsZero() {
		item.aside += " · " + momentOf(by.At)
	}
	return item
}

// fewLetters is how short a change is that is shown with the words around it.
const fewLetters = 40

// wordsOf is a change in one line.
func wordsOf(in *redline.Comparison, c redline.Change) kit.MarkedBlock {
	f := face{what: what(c), old: oneLine(c.Old), new: oneLine(c.New)}
	if len(c.Old+c.New) < fewLetters {
		f.before, f.after = neighbours(in, c)
	}
	if f.what != "" {
		f.old = ""
	}
	return f.text(80)
}

// showStep shows in the whole text what a step changed.
func (p *Page) showStep(before document.Version, name string, step strategy.Step) {
	shown := p.revision
	compared := &comparedFiles{old: name, new: words.Text("strategy.past_after", "name", nameOf(step.Author), "moment", momentOf(step.At))}
	var result *reading
	p.ask(func() {
		compared.revision = strategy.Revision{
			Office: shown.Office, Title: shown.Title, Case: shown.Case, Example: shown.Example, Base: before,
			Draft: document.Version{Number: shown.Draft.Number, Author: step.Author, Changed: step.At, Blocks: step.Blocks},
		}
		result = read(compared.revision.Compare(p.options.Weighty))
	}, func() { p.look(compared, result) })
}

// show puts the view over the page.
func (v *pastView) show() {
	v.choose(0)
	v.page.frame.cover(v.content)
	v.page.host.Canvas().Focus(v.rows)
}

// items are the rows in the way that is chosen.
func (v *pastView) items() []pastItem { return v.by[max(v.choice.Chosen(), 0)] }

// choose lights a row and brings it into sight.
func (v *pastView) choose(row int) {
	v.told.SetText(words.Text([]string{"strategy.past_text", "strategy.past_changes_text"}[v.choice.Chosen()]))
	v.chosen = min(max(row, 0), max(len(v.items())-1, 0))
	v.rows.Reset()
	v.rows.Reveal(v.chosen)
}

func (v *pastView) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		v.choose(v.chosen - 1)
	case fyne.KeyDown:
		v.choose(v.chosen + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.chosen < len(v.items()) {
			v.items()[v.chosen].open()
		}
	case fyne.KeyEscape:
		v.page.frame.showWork()
	default:
		return false
	}
	return true
}

// Heights are those of all rows.
func (v *pastView) Heights(width float32) []float32 {
	if v.ruler == nil || v.ruler.Stale() {
		v.ruler = kit.NewRuler()
	}
	heights := make([]float32, len(v.items()))
	for i, item := range v.items() {
		heights[i] = item.height(v.ruler)
	}
	return heights
}

// Take dresses a row.
func (v *pastView) Take(row int) fyne.CanvasObject {
	var r *pastRow
	if n := len(v.spare); n > 0 {
		r, v.spare = v.spare[n-1], v.spare[:n-1]
	} else {
		r = newPastRow(v)
	}
	r.row = row
	r.Refresh()
	return r
}

// Give takes a row's widget back.
func (v *pastView) Give(object fyne.CanvasObject) { v.spare = append(v.spare, object.(*pastRow)) }

// middle keeps one object no wider than that at scale 1, in the middle.
type middle struct{ width float32 }

func (l *middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, kit.Scaled(l.width))
	for _, o := range objects {
		show(o, (size.Width-width)/2, 0, width, size.Height)
	}
}

func (l *middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }
