package survey

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"synlig/data/survey"
	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// askStaff asks how many work in each department of a wave that is kept.
func (p *Page) askStaff() {
	if p.lens == nil {
		return
	}
	departments := p.lens.wave().Departments()
	if len(departments) == 0 {
		p.host.Say(text("departments_none"), "", nil)
		return
	}
	wave := p.lens.kept.Waves[p.lens.at].ID
	fields := make([]*kit.Entry, len(departments))
	rows := kit.Column(kit.Within)
	for i, d := range departments {
		fields[i] = kit.NewEntry(text("staff_number"))
		if d.Staff > 0 {
			fields[i].SetText(strconv.Itoa(d.Staff))
		}
		rows.Add(newTiles(180, 2, kit.NewText(d.Name), fields[i]))
	}
	fill := func(frame []survey.Department) {
		codes := p.lens.wave().Questions[p.lens.wave().Department].Answers
		for i, d := range departments {
			if n, ok := staffOf(frame, d.Name, codes[i].Code); ok {
				fields[i].SetText(strconv.Itoa(n))
			}
		}
	}
	paste := kit.NewButton(text("staff_paste"), theme.ContentPasteIcon(), func() { p.pasteStaff(fill) })
	p.host.Sheet(text("staff"), 520, kit.Column(kit.Between, kit.NewQuiet(text("staff_help")), kit.Flow(kit.Between, paste), rows),
		kit.NewButton(text("cancel"), nil, nil),
		kit.NewMainButton(text("keep"), nil, func() {
			var frame []survey.Department
			for i, d := range departments {
				if n, ok := wholeNumber(fields[i].Text); ok {
					frame = append(frame, survey.Department{Name: d.Name, Staff: n})
				}
			}
			p.change(func(ctx context.Context) error {
				_, err := p.store.SetWaveFrame(ctx, wave, frame)
				return err
			}, func() { p.shelf.forget(wave) })
		}))
	p.host.Canvas().Focus(fyne.Focusable(fields[0]))
}

// pasteStaff reads staff numbers from the clipboard.
func (p *Page) pasteStaff(use func([]survey.Department)) {
	pasted := p.options.Paste()
	if strings.TrimSpace(pasted) == "" {
		p.host.Say(text("clipboard_empty"), "", nil)
		return
	}
	frame, err := importer.ReadFrame(importer.FromBytes(text("pasted"), []byte(pasted)))
	if err != nil {
		p.host.Fail(err)
		return
	}
	use(frame)
}
