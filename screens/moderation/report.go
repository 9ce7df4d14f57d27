package moderation

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/bilag"
	"synlig/data/moderation"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// report is the part of the room that counts: a month or any days, in numbers
// and on paper; the blocks that run; what is to be forgotten; and the look
// through the record.
type report struct {
	page    *Page
	content fyne.CanvasObject
	period  moderation.Period
	which   *kit.Choice
	from    *kit.DateField
	to      *kit.DateField
	days    *fyne.Container
	figures *fyne.Container
	running *fyne.Container
	leaving *fyne.Container
	proof   *fyne.Container
	scroll  *container.Scroll
	asked   int // generation: an older answer must not overwrite a newer one

	shown   moderation.Report
	blocks  []moderation.Block
	due     store.Due
	verdict *moderation.Verdict // of the last look through the record
	code    *kit.Entry
}

// The periods one can choose with a click; the last is any days.
var periodKeys = []string{"this_month", "last_month", "any_days"}

func newReport(p *Page) *report {
	r := &report{page: p, figures: kit.Column(kit.Around), running: kit.Column(kit.Within), leaving: kit.Column(kit.Between), proof: kit.Column(kit.Between)}
	labels := make([]string, len(periodKeys))
	for i, key := range periodKeys {
		labels[i] = words.Text("moderation." + key)
	}
	r.which = kit.NewChoice(labels, 0, r.choose)
	r.from, r.to = kit.NewDateField(p.now), kit.NewDateField(p.now)
	r.days = container.NewHBox(kit.Wide(200, kit.Column(kit.Within, caption(words.Text("moderation.from")), r.from)),
		kit.Wide(200, kit.Column(kit.Within, caption(words.Text("moderation.to")), r.to)))
	r.days.Hide()
	r.period = moderation.Month(today(p.now()))
	r.code = kit.NewEntry(words.Text("moderation.code_hint"))
	csv := kit.NewButton(words.Text("moderation.save_csv"), theme.DocumentSaveIcon(), r.saveCSV)
	head := kit.Column(kit.Between, container.NewBorder(nil, nil, nil, container.NewVBox(csv), r.which), r.days)
	r.showProof()
	body := kit.Column(kit.Groups, head, r.figures, r.running, r.leaving, r.proof)
	r.scroll = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(760, body)))
	r.content = kit.On(kit.ColorGround, r.scroll)
	return r
}

// choose takes another period.
func (r *report) choose(index int) {
	now := today(r.page.now())
	setVisible(r.days, index == 2)
	switch index {
	case 0:
		r.period = moderation.Month(now)
	case 1:
		r.period = moderation.Month(now.AddDate(0, 0, -now.Day()))
	default:
		r.from.OnChanged, r.to.OnChanged = nil, nil
		r.from.SetDate(r.period.From)
		r.to.SetDate(r.period.To)
		r.from.OnChanged, r.to.OnChanged = r.ownDays, r.ownDays
	}
	r.read()
	r.scroll.Content.Refresh()
}

// ownDays takes the days that are written, once both are days in order.
func (r *report) ownDays() {
	from, wrong := r.from.Date()
	to, wrongToo := r.to.Date()
	if wrong != nil || wrongToo != nil || from.IsZero() || to.IsZero() {
		return
	}
	if to.Before(from) {
		r.to.Complain(words.Text("moderation.days_wrong"))
		return
	}
	r.period = moderation.Period{From: from, To: to}
	r.read()
}

// read counts anew.
func (r *report) read() {
	p, period := r.page, r.period
	r.asked++
	mine := r.asked
	var counted moderation.Report
	var blocks []moderation.Block
	var due store.Due
	var err error
	p.start(func() {
		ctx := context.Background()
		if counted, err = p.office.Report(ctx, local(period, p.now().Location())); err == nil {
			blocks, err = p.office.Blocks(ctx)
		}
		if err == nil {
			due, err = p.office.Due(ctx)
		}
	}, func() {
		if mine != r.asked {
			return
		}
		if err != nil {
			p.host.Fail(err)
			return
		}
		counted.Period = period
		r.shown, r.blocks, r.due = counted, blocks, due
		r.showFigures()
		r.showBlocks()
		r.showLeaving()
		r.scroll.Content.Refresh()
		p.host.Refresh()
	})
}

// local is a period of calendar days where the office is.
func local(p moderation.Period, where *time.Location) moderation.Period {
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, where) }
	return moderation.Period{From: day(p.From), To: day(p.To)}
}

// print writes the report as a paper.
func (r *report) print() {
	p, period := r.page, r.period
	p.write(words.Text("moderation.save_report"), bilag.ModerationReportName(period), func(ctx context.Context, progress func(float64)) ([]byte, error) {
		counted, err := p.office.Report(ctx, local(period, p.now().Location())) // as it stands now: the paper carries the last hash
		if err != nil {
			return nil, err
		}
		counted.Period = period
		return bilag.ModerationReport(ctx, p.officeName(ctx), counted, p.sets.checklist, bilag.Options{Progress: progress})
	}, nil)
}

// saveCSV writes the figures for a spreadsheet.
func (r *report) saveCSV() {
	p, period := r.page, r.period
	name := bilag.ModerationReportName(period)
	p.write(words.Text("moderation.save_csv"), name[:len(name)-len(".pdf")]+".csv", func(ctx context.Context, _ func(float64)) ([]byte, error) {
		counted, err := p.office.Report(ctx, local(period, p.now().Location()))
		if err != nil {
			return nil, err
		}
		counted.Period = period
		return bilag.ModerationCSV(counted, p.sets.checklist)
	}, nil)
}
