package survey

import (
	"bytes"
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/assets"
	"synlig/data/chart"
	"synlig/data/files"
	"synlig/data/tabular"
	"synlig/screens/kit"
)

// copy puts the table on the clipboard, with what it is of.
func (f *figure) copy() {
	p, s := f.page, f.shown
	p.give(s.name, s.give, func() {
		p.options.Copy(s.title + "\r\n" + strings.TrimSpace(s.base+" "+s.filter) + "\r\n" + tabbed(s.table))
		p.host.Say(text("copied_table"), "", nil)
	})
}

// saveTable offers the forms a table can be written in.
func (f *figure) saveTable() {
	p, s := f.page, f.shown
	f.page.menuAt(f.tools.Objects[1], choiceItem{text("as_xlsx"), func() { p.writeTables(s.name+".xlsx", s.give, sheetOf(p, s)) }},
		choiceItem{text("as_csv"), func() { p.writeTables(s.name+".csv", s.give, sheetOf(p, s)) }})
}

// saveChart offers the forms a chart can be written in.
func (f *figure) saveChart() {
	p, s := f.page, f.shown
	p.menuAt(f.tools.Objects[2], choiceItem{text("as_png"), func() { p.writeChart(s, ".png") }},
		choiceItem{text("as_svg"), func() { p.writeChart(s, ".svg") }})
}

type choiceItem struct {
	label string
	run   func()
}

// menuAt shows a small menu under a widget.
func (p *Page) menuAt(under fyne.CanvasObject, items ...choiceItem) {
	var lines []*fyne.MenuItem
	for _, item := range items {
		lines = append(lines, fyne.NewMenuItem(item.label, func() {
			defer kit.Catch()
			item.run()
		}))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", lines...), p.host.Canvas(), at.AddXY(0, under.Size().Height))
}

// write asks where, and writes a file there beside the window.
func (p *Page) write(name string, give release, make func(ctx context.Context, path string) ([]byte, error)) {
	p.give(strings.TrimSuffix(name, filepath.Ext(name)), give, func() {
		p.host.SaveFile(text("save_where"), fileName(name), func(path string) {
			p.host.Work(text("saving"), func(ctx context.Context, _ func(float64)) error {
				data, err := make(ctx, path)
				if err != nil {
					return err
				}
				return files.Write(path, data, true) // the dialog has asked
			}, func(err error) {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Say(text("saved_file", "name", filepath.Base(path)), text("open_file"), func() { p.host.OpenPath(path) })
			})
		})
	})
}

// writeTables writes tables as a workbook, or the first as CSV where the name
// says so.
func (p *Page) writeTables(name string, give release, sheets ...tabular.Sheet) {
	p.write(name, give, func(_ context.Context, path string) ([]byte, error) {
		var out bytes.Buffer
		var err error
		if strings.EqualFold(filepath.Ext(path), ".csv") {
			err = tabular.WriteCSV(&out, sheets[0])
		} else {
			err = tabular.WriteXLSX(&out, sheets...)
		}
		return out.Bytes(), err
	})
}

// sheetOf is a table with numbers for numbers; what it is of stands in the
// notes under it.
func sheetOf(p *Page, s shown) tabular.Sheet {
	sheet := tabular.Sheet{Name: text("table"), Header: s.table.Columns}
	for _, row := range s.table.Rows {
		cells := make([]any, len(row))
		for i, cell := range row {
			cells[i] = cell
			if i > 0 {
				cells[i] = cellValue(p, cell)
			}
		}
		sheet.Rows = append(sheet.Rows, cells)
	}
	sheet.Rows = append(sheet.Rows, []any{})
	for _, note := range []string{s.title, s.base, s.filter, s.note} {
		if note != "" {
			sheet.Rows = append(sheet.Rows, []any{note})
		}
	}
	return sheet
}

// cellValue is a cell as a number or a share where it is one.
func cellValue(p *Page, cell string) any {
	plain, percent := strings.CutSuffix(cell, "\u00a0%")
	plain = strings.ReplaceAll(plain, text("thousands"), "")
	plain = strings.Replace(plain, text("decimal"), ".", 1)
	plain = strings.Replace(plain, "−", "-", 1)
	v, err := strconv.ParseFloat(strings.TrimPrefix(plain, "+"), 64)
	switch {
	case err != nil:
		return cell
	case percent:
		return tabular.Percent(v / 100)
	case v == float64(int(v)) && !strings.Contains(plain, "."):
		return int(v)
	}
	return v
}

// fonts measure and draw text in pictures that stand by themselves.
var fonts = sync.OnceValues(func() (*chart.Fonts, error) {
	all := assets.Fonts()
	return chart.NewFonts(all[0], all[1])
})

// The size of a chart in a file: the width of a page of text, in points, and how
// many pixels a point becomes.
const (
	pictureWidth = 760
	pictureType  = 13
	pictureScale = 2
)

// writeChart writes a chart with its heading, base and filter.
func (p *Page) writeChart(s shown, ending string) {
	p.write(s.name+ending, s.give, func(_ context.Context, path string) ([]byte, error) {
		measured, err := fonts()
		if err != nil {
			return nil, err
		}
		style := chart.Style{Width: pictureWidth, Size: pictureType, Measure: measured.Measure, Percent: p.say.Whole}
		scene := headed(s).Scene(style)
		if strings.EqualFold(filepath.Ext(path), ".svg") {
			return scene.SVG(), nil
		}
		return scene.PNG(measured, pictureScale)
	})
}

// headed is a figure's chart with what must stand around it when it leaves the
// program by itself.
func headed(s shown) drawn {
	head := chart.Head{Title: s.title}
	for _, note := range []string{s.base, s.filter, s.note} {
		if note != "" {
			head.Notes = append(head.Notes, note)
		}
	}
	switch c := s.chart.(type) {
	case chart.Stack:
		c.Head = head
		return c
	case chart.Bars:
		c.Head = head
		return c
	}
	return s.chart
}
