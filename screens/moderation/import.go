package moderation

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/moderation"
	"synlig/data/store"
	"synlig/data/tabular"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// largestExport is how many bytes of an export are read.
const largestExport = 200 << 20

// importRow is a comment of an export as it would be kept. The citizen's own
// words were let go of when it was made.
type importRow struct {
	number  int
	comment moderation.Masked
	covered int
	post    string
	address string
	seen    time.Time
	taken   bool
}

// askImport takes comments from a file that Facebook or a tool gave out.
func (p *Page) askImport() {
	p.parts.choose(partComments)
	p.host.PickFile(words.Text("moderation.import"), []string{".csv", ".json", ".txt", ".tsv"}, func(path string) { p.importFile(path, nil) })
}

// dropped takes files that were dropped on the window: a picture belongs to the
// open case, anything else is an export.
func (p *Page) dropped(paths []string) {
	path := paths[0]
	switch strings.ToLower(filepath.Ext(path)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp":
		p.parts.choose(partComments)
		p.takePicture(path)
	default:
		p.parts.choose(partComments)
		p.importFile(path, nil)
	}
}

// importFile reads a file beside the window. columns, when given, says which
// column holds the comments.
func (p *Page) importFile(path string, columns *moderation.Columns) {
	var rows []importRow
	var heads []string
	p.host.Work(words.Text("moderation.importing"), func(ctx context.Context, progress func(float64)) error {
		data, err := files.Read(path, largestExport)
		if err != nil {
			return err
		}
		rows, err = p.readRows(ctx, data, columns, progress)
		if fault.Is(err, moderation.ExportColumns) && columns == nil {
			heads = headsOf(data)
		}
		return err
	}, func(err error) {
		switch {
		case len(heads) > 0:
			p.askColumn(path, heads)
		case err != nil:
			p.host.Fail(err)
		case len(rows) == 0:
			p.host.Say(words.Text("moderation.import_empty"), "", nil)
		default:
			p.showImport(rows)
		}
	})
}

// readRows reads the comments and masks each at once.
func (p *Page) readRows(ctx context.Context, data []byte, columns *moderation.Columns, progress func(float64)) ([]importRow, error) {
	found, err := moderation.ReadExport(data, columns)
	if err != nil {
		return nil, err
	}
	rules := p.office.MaskRules()
	rows := make([]importRow, 0, len(found))
	for i, f := range found {
		if i%50 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			progress(float64(i) / float64(len(found)))
		}
		comment, finds, err := moderation.Intake(f.Text, rules)
		if err != nil {
			continue // nothing but spaces, or far longer than Facebook allows
		}
		row := importRow{number: f.Number, comment: comment, post: f.Post, address: f.Address, seen: f.Seen, taken: true}
		for _, n := range finds {
			row.covered += n
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// headsOf are the headings of a table, none where it is no table.
func headsOf(data []byte) []string {
	table, _, _, err := tabular.ReadCSV(data)
	if err != nil || len(table.Rows) < 2 {
		return nil
	}
	return table.Rows[0]
}

// askColumn asks which column holds the comments, when no heading says so.
func (p *Page) askColumn(path string, heads []string) {
	columns := moderation.Guess(heads)
	columns.Text = 0
	labels := make([]string, len(heads))
	for i, h := range heads {
		labels[i] = words.Text("moderation.column", "number", number(i+1), "name", excerpt(h, 40))
	}
	list := kit.NewSelect(labels, func(i int) { columns.Text = i })
	list.SetLabels(labels, 0)
	p.host.Sheet(words.Text("moderation.import"), 440, kit.Column(kit.Between, kit.NewText(words.Text("moderation.which_column")), list),
		kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewMainButton(words.Text("moderation.read_file"), nil, func() { p.importFile(path, &columns) }))
	p.host.Canvas().Focus(list)
}

// importList lets a person choose which comments to take. A row is taken or
// left by a click or the space bar.
type importList struct {
	page  *Page
	rows  *kit.Rows
	list  []importRow
	at    int // the row the keyboard is at
	spare []*kit.ListRow
	said  interface{ SetText(string) }
}

// showImport shows what would be kept.
func (p *Page) showImport(rows []importRow) {
	said := kit.NewText("")
	l := &importList{page: p, list: rows, said: said}
	l.rows = kit.NewRows(l)
	l.rows.OnKey = l.key
	l.tell()
	all := kit.NewQuietButton(words.Text("moderation.import_all"), nil, func() { l.all(true) })
	none := kit.NewQuietButton(words.Text("moderation.import_none"), nil, func() { l.all(false) })
	height := min(p.host.Canvas().Size().Height/kit.Scaled(1)-280, 420)
	body := kit.Column(kit.Between, kit.NewText(words.Text("moderation.import_choose")), kit.Row(kit.Within, all, none),
		kit.Slim(600, max(height, 160), l.rows), said)
	p.host.Sheet(words.Text("moderation.import"), 600, body,
		kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewMainButton(words.Text("moderation.import_keep"), nil, l.keep))
	p.host.Canvas().Focus(l.rows)
}

// keep writes those that were chosen.
func (l *importList) keep() {
	p, by := l.page, l.page.host.Person()
	var comments []store.NewCase
	for _, row := range l.list {
		if row.taken {
			comments = append(comments, store.NewCase{Comment: row.comment, Post: row.post, Address: row.address, Seen: row.seen})
		}
	}
	if len(comments) == 0 {
		p.host.Say(words.Text("moderation.import_empty"), "", nil)
		return
	}
	var added []moderation.Case
	p.host.Work(words.Text("moderation.keeping"), func(ctx context.Context, _ func(float64)) error {
		fresh, err := p.office.Fresh(ctx, comments)
		if err == nil && len(fresh) > 0 {
			added, err = p.office.Add(ctx, by, fresh...)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		var said []string
		if len(added) > 0 {
			p.host.Saved(p.now())
			said = append(said, words.Count("moderation.imported", len(added)))
		}
		if known := len(comments) - len(added); known > 0 {
			said = append(said, words.Count("moderation.import_known", known))
		}
		p.host.Say(strings.Join(said, " "), "", nil)
		if len(added) == 0 {
			return
		}
		p.shelf.look(store.ViewNew)
		p.shelf.read()
		p.desk.openAt(added[0].ID)
	})
}

func (l *importList) all(take bool) {
	for i := range l.list {
		l.list[i].taken = take
	}
	l.rows.Redress()
	l.tell()
}

func (l *importList) toggle(row int) {
	l.at = row
	l.list[row].taken = !l.list[row].taken
	l.rows.Redress()
	l.tell()
}

func (l *importList) tell() {
	taken := 0
	for _, row := range l.list {
		if row.taken {
			taken++
		}
	}
	l.said.SetText(words.Text("moderation.import_count", "taken", number(taken), "all", number(len(l.list))))
}

func (l *importList) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		l.at = max(l.at-1, 0)
	case fyne.KeyDown:
		l.at = min(l.at+1, len(l.list)-1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.toggle(l.at)
		return true
	default:
		return false
	}
	l.rows.Redress()
	l.rows.Reveal(l.at)
	return true
}

// Heights are all the same.
func (l *importList) Heights(float32) []float32 {
	heights := make([]float32, len(l.list))
	for i := range heights {
		heights[i] = kit.ListRowHeight()
	}
	return heights
}

// Take is the widget for a row.
func (l *importList) Take(row int) fyne.CanvasObject {
	var r *kit.ListRow
	if n := len(l.spare); n > 0 {
		r, l.spare = l.spare[n-1], l.spare[:n-1]
	} else {
		r = kit.NewListRow()
	}
	r.OnTapped = func() { l.toggle(row) }
	r.Dress(l.face(l.list[row]), row == l.at)
	return r
}

// Give takes a widget back.
func (l *importList) Give(object fyne.CanvasObject) { l.spare = append(l.spare, object.(*kit.ListRow)) }

func (l *importList) face(row importRow) kit.ListFace {
	f := kit.ListFace{Above: words.Text("moderation.import_row", "number", number(row.number)), Text: excerpt(row.comment.Text(), 400),
		Right: words.Text("moderation.import_left"), RightInk: kit.ColorQuiet}
	if row.post != "" {
		f.Above += " · " + row.post
	}
	if row.taken {
		f.Right, f.RightInk = words.Text("moderation.import_taken"), kit.ColorGood
	}
	if !row.seen.IsZero() {
		f.Below = l.page.dayText(row.seen)
	}
	if row.covered > 0 {
		f.Below = strings.TrimPrefix(f.Below+" · "+words.Count("moderation.covered_n", row.covered), " · ")
	}
	return f
}
