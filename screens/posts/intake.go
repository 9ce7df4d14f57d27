package posts

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// intake takes Facebook's figures from a file: it shows what its columns are
// taken for, which rows belong to which posts, and keeps what fits.
type intake struct {
	page     *Page
	name     string
	data     []byte
	all      []posts.Post
	mapping  posts.Mapping
	insights posts.Insights
	pairs    []posts.Pair
	left     []posts.Told
	err      error

	body  *fyne.Container
	told  *widget.Label
	take  *kit.Button
	asked int
}

// mostFigures is how large a file of figures may be, in bytes.
const mostFigures = 128 << 20

// pickFigures asks for a file of figures.
func (p *Page) pickFigures() {
	p.host.PickFile(words.Text("posts.figures-pick"), []string{".csv", ".txt"}, p.readFigures)
}

// readFigures reads a file and shows what it says before anything is kept.
func (p *Page) readFigures(path string) {
	in := &intake{page: p, name: filepath.Base(path)}
	p.host.Work(words.Text("posts.figures-reading"), func(ctx context.Context, _ func(float64)) (err error) {
		if in.data, err = files.Read(path, mostFigures); err != nil {
			return err
		}
		if in.all, err = p.office.WholePosts(ctx); err != nil {
			return err
		}
		in.mapping, err = p.office.PostFigureMapping(ctx)
		in.look()
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case in.err != nil && !in.columns():
			p.host.Fail(in.err)
		default:
			in.show()
		}
	})
}

// look reads the file by the mapping.
func (in *intake) look() {
	in.insights, in.err = posts.ReadInsights(in.data, in.mapping)
	in.pairs, in.left = nil, nil
	if in.insights.Mapping != nil {
		in.mapping = in.insights.Mapping
	}
	if in.err == nil {
		in.pairs, in.left = posts.Match(in.insights.Told, in.all)
	}
}

// columns tells whether the error is one that other meanings of the columns can
// mend.
func (in *intake) columns() bool {
	return (fault.Is(in.err, posts.FiguresColumns) || fault.Is(in.err, posts.FiguresTwice)) && len(in.insights.Headings) > 0
}

// show opens the dialog.
func (in *intake) show() {
	in.told = kit.NewText("")
	in.body = kit.Column(kit.Between, in.told, kit.NewCaption(words.Text("posts.figures-map")), in.fields())
	in.take = kit.NewMainButton(words.Text("posts.figures-keep"), theme.DownloadIcon(), in.keep)
	in.dress()
	in.page.host.Sheet(words.Text("posts.figures-title", "file", in.name), 560, in.body,
		kit.NewButton(words.Text("posts.cancel"), nil, nil), in.take)
}

// fields are the headings, each with what it is taken for. Those that are known
// to mean nothing here stand last.
func (in *intake) fields() fyne.CanvasObject {
	names, columns := columnNames()
	rows := kit.Column(kit.Within)
	seen := map[string]bool{}
	add := func(used bool) {
		for _, heading := range in.insights.Headings {
			key := posts.Heading(heading)
			if key == "" || seen[key] || used != (in.mapping[key] != posts.NoColumn) {
				continue
			}
			seen[key] = true
			choice := widget.NewSelect(names, nil)
			for i, column := range columns {
				if column == in.mapping[key] {
					choice.SetSelectedIndex(i)
				}
			}
			choice.OnChanged = func(string) {
				if i := choice.SelectedIndex(); i >= 0 {
					in.mapping[key] = columns[i]
					in.again()
				}
			}
			name := kit.NewCaption(cut(heading, 48))
			name.Ink, name.Letters = kit.ColorText, theme.SizeNameText
			rows.Add(container.NewBorder(nil, nil, nil, kit.Wide(220, choice), container.New(centredLine{}, name)))
		}
	}
	add(true)
	add(false)
	return rows
}

// columnNames are the meanings a column can have, as people read them.
func columnNames() (names []string, columns []posts.Column) {
	columns = posts.Columns()
	for _, column := range columns {
		names = append(names, words.Text("posts.column-"+string(column)))
	}
	return names, columns
}

// again reads the file by another mapping, beside the window.
func (in *intake) again() {
	in.asked++
	mine, p := in.asked, in.page
	fresh := *in
	fresh.mapping = posts.Mapping{}
	for key, column := range in.mapping {
		fresh.mapping[key] = column
	}
	p.start(fresh.look, func() {
		if mine == in.asked {
			in.insights, in.pairs, in.left, in.err = fresh.insights, fresh.pairs, fresh.left, fresh.err
			in.dress()
		}
	})
}

// dress says what the file gives as its columns are taken now.
func (in *intake) dress() {
	if in.err != nil {
		in.told.SetText(words.Fault(in.err))
		in.take.Disable()
		return
	}
	parts := []string{words.Count("posts.figures-fit", len(in.pairs))}
	if n := len(in.left); n > 0 {
		parts = append(parts, words.Count("posts.figures-left", n))
	}
	if n := len(in.insights.Turned); n > 0 {
		parts = append(parts, words.Count("posts.figures-turned", n))
	}
	in.told.SetText(strings.Join(parts, " "))
	if len(in.pairs) == 0 {
		in.take.Disable()
		return
	}
	in.take.Enable()
}

// keep keeps the figures of the rows that fit, and what the columns mean.
func (in *intake) keep() {
	p := in.page
	figures := posts.FiguresOf(in.pairs, p.now())
	mapping := in.mapping
	var err error
	p.start(func() {
		ctx := context.Background()
		if err = p.office.SavePostFigures(ctx, figures); err == nil {
			err = p.office.SetPostFigureMapping(ctx, mapping)
		}
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.writing.outcome.shown = 0
		p.writing.dress()
		p.shelf.read(nil)
		said, more := words.Count("posts.figures-kept", len(figures)), ""
		if len(in.left)+len(in.insights.Turned) > 0 {
			more = words.Text("posts.figures-rest")
		}
		p.host.Say(said, more, in.tellRest)
	})
}

// mostRest is how many rows that were not used are told one by one.
const mostRest = 200

// tellRest tells which rows were not used, and why.
func (in *intake) tellRest() {
	lines := kit.Column(kit.Within)
	for i, turned := range in.insights.Turned {
		if i >= mostRest {
			break
		}
		lines.Add(kit.NewText(words.Text("posts.figures-row", "row", number(turned.Row), "why", words.Fault(turned.Err))))
	}
	for i, told := range in.left {
		if i >= mostRest {
			break
		}
		what := told.Caption
		if what == "" {
			what = told.Address + told.ID
		}
		lines.Add(kit.NewText(words.Text("posts.figures-row", "row", number(told.Row),
			"why", words.Text("posts.figures-nobody", "what", cut(what, 60)))))
	}
	in.page.host.Sheet(words.Text("posts.figures-rest"), 560, lines, kit.NewMainButton(words.Text("posts.close"), nil, nil))
}
