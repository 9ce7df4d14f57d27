package survey

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"synlig/data/survey/importer"
	"synlig/data/tabular"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// fileStep is how the bytes were turned into rows: what the file is, what it was
// read as, and its first rows.
type fileStep struct {
	intake   *intake
	facts    *fyne.Container
	profile  *kit.Select
	encoding *kit.Select
	delimit  *kit.Select
	sheet    *kit.Select
	header   *kit.Select
	skip     *kit.Entry
	order    *kit.Select // of day and month
	fields   *fyne.Container
	more     *fyne.Container
	preview  *table
	all      *fyne.Container
}

// previewRows is how many rows are shown, previewColumns how many of their
// columns, and previewCell how much of a cell.
const (
	previewRows    = 8
	previewColumns = 40
	previewCell    = 28
)

var (
	encodings  = []tabular.Encoding{"", tabular.UTF8, tabular.UTF16LE, tabular.UTF16BE, tabular.Windows1252}
	delimiters = []string{"", ";", "\t", ",", "|"}
	headers    = []int{0, 1, 2, 3, -1}
	dateOrders = []string{"dmy", "mdy", "ymd"}
)

func newFileStep(i *intake) *fileStep {
	s := &fileStep{intake: i, facts: kit.Column(0)}
	s.profile = kit.NewSelect(nil, s.pickProfile)
	s.encoding = kit.NewSelect(nil, func(at int) { s.again(func(r *importer.Reading) { r.Encoding = encodings[at] }) })
	s.delimit = kit.NewSelect(nil, func(at int) { s.again(func(r *importer.Reading) { r.Delimiter = delimiters[at] }) })
	s.sheet = kit.NewSelect(nil, func(at int) { s.again(func(r *importer.Reading) { r.Sheet = i.raw.Sheets[at] }) })
	s.header = kit.NewSelect(nil, func(at int) { s.again(func(r *importer.Reading) { r.Header = headers[at] }) })
	s.skip = kit.NewEntry("0")
	s.skip.OnSubmitted = func(string) { s.skipped() }
	s.skip.OnFocus = func(has bool) {
		if !has {
			s.skipped()
		}
	}
	s.more = kit.Flow(kit.Between, kit.NewButton(text("add_file"), theme.ContentAddIcon(), s.addFile))
	s.more.Hidden = len(i.source.paths) == 0 || len(i.source.paths) > 2
	var preview fyne.CanvasObject
	s.preview, preview = newTable()
	s.preview.left = true
	s.fields = newTiles(220, 3)
	s.order = kit.NewSelect(nil, func(at int) {
		i.profile.DateOrder = dateOrders[at]
		i.changed()
	})
	s.all = kit.Column(kit.Around,
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("file_read")), s.facts, s.fields, s.more)),
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("file_preview")), preview)))
	return s
}

func (s *fileStep) key() string                { return "file" }
func (s *fileStep) content() fyne.CanvasObject { return s.all }

// about are the findings of reading.
func (s *fileStep) about(code string) bool {
	switch code {
	case "encoding", "delimiter", "sheet", "headings", "titles", "headings-double", "ragged", "mended", "formulas", "formulas-unsolved",
		"merged", "cell-errors", "labels-unknown", "family", "date-order", "profile-column-missing", "profile-column-new", "aggregate":
		return true
	}
	return false
}

func (s *fileStep) show() {
	i := s.intake
	s.facts.Objects = nil
	p := i.page
	s.facts.Add(kit.NewText(text("file_size", "rows", p.say.Number(i.raw.Rows), "columns", p.say.Number(len(i.raw.Columns)), "format", text("format_"+string(i.raw.Format)))))
	if i.used != "" {
		s.facts.Add(kit.NewText(text("profile_used", "name", i.used)))
	}
	s.facts.Add(findingsOf(i, s))
	s.showFields()
	s.showPreview()
	s.all.Refresh()
}

// showFields shows what can be read otherwise.
func (s *fileStep) showFields() {
	i := s.intake
	s.fields.Objects = nil
	if len(i.profiles) > 0 {
		names, chosen := []string{text("profile_none")}, 0
		for at, p := range i.profiles {
			names = append(names, p.Name)
			if p.Name == i.used {
				chosen = at + 1
			}
		}
		s.profile.SetLabels(names, chosen)
		s.fields.Add(field(text("profile"), s.profile))
	}
	if i.raw.Format == importer.FormatText || i.raw.Format == importer.FormatSurveyXact {
		labels := make([]string, len(encodings))
		chosen := 0
		for at, e := range encodings {
			labels[at] = encodingText(e)
			if e == i.raw.Reading.Encoding {
				chosen = at
			}
		}
		s.encoding.SetLabels(labels, chosen)
		labels, chosen = make([]string, len(delimiters)), 0
		for at, d := range delimiters {
			labels[at] = delimiterText(d)
			if d == i.raw.Reading.Delimiter {
				chosen = at
			}
		}
		s.delimit.SetLabels(labels, chosen)
		s.fields.Add(field(text("encoding"), s.encoding))
		s.fields.Add(field(text("delimiter"), s.delimit))
	}
	if len(i.raw.Sheets) > 1 {
		chosen := 0
		for at, name := range i.raw.Sheets {
			if name == i.raw.Reading.Sheet {
				chosen = at
			}
		}
		s.sheet.SetLabels(i.raw.Sheets, chosen)
		s.fields.Add(field(text("sheet"), s.sheet))
	}
	if i.raw.Format != importer.FormatSAV {
		labels, chosen := make([]string, len(headers)), 0
		for at, n := range headers {
			labels[at] = text("headers_" + strconv.Itoa(n))
			if n == i.raw.Reading.Header {
				chosen = at
			}
		}
		s.header.SetLabels(labels, chosen)
		s.skip.SetText(strconv.Itoa(i.raw.Reading.Skip))
		s.fields.Add(field(text("headers"), s.header))
		s.fields.Add(field(text("skip"), s.skip))
	}
	if i.profile.DateOrder != "" {
		labels := make([]string, len(dateOrders))
		for at, order := range dateOrders {
			labels[at] = words.Text("survey-import.order-" + order)
		}
		s.order.SetLabels(labels, slices.Index(dateOrders, i.profile.DateOrder))
		s.fields.Add(field(text("date_order"), s.order))
	}
}

func encodingText(e tabular.Encoding) string {
	if e == "" {
		return text("guess")
	}
	return text("encoding_" + string(e))
}

func delimiterText(d string) string {
	switch d {
	case "":
		return text("guess")
	case ";":
		return text("delimiter_semicolon")
	case "\t":
		return text("delimiter_tab")
	case ",":
		return text("delimiter_comma")
	}
	return text("delimiter_bar")
}

// again reads the source another way.
func (s *fileStep) again(change func(*importer.Reading)) {
	i := s.intake
	how := i.raw.Reading
	change(&how)
	i.reread(how)
}

// skipped reads again with other rows above the headings.
func (s *fileStep) skipped() {
	n, err := strconv.Atoi(strings.TrimSpace(s.skip.Text))
	if err != nil || n < 0 || n == s.intake.raw.Reading.Skip {
		return
	}
	s.again(func(r *importer.Reading) { r.Skip, r.Header = n, max(r.Header, 1) })
}

// reread reads the source in another way and guesses anew.
func (i *intake) reread(how importer.Reading) { i.rereadOr(how, func() {}) }

// rereadOr does so; when it cannot be read, undo takes back what led to it.
func (i *intake) rereadOr(how importer.Reading, undo func()) {
	p := i.page
	p.host.Work(text("reading_file", "name", i.source.name()), func(ctx context.Context, progress func(float64)) error {
		return i.read(ctx, how, progress)
	}, func(err error) {
		if err != nil {
			undo()
			p.host.Fail(err)
			i.show()
			return
		}
		i.build()
		i.changed()
		p.frame.showWork()
	})
}

// addFile takes one more of the files that belong together: SurveyXact gives
// the questions' texts and the answers' labels apart.
func (s *fileStep) addFile() {
	i := s.intake
	i.page.host.PickFile(text("add_file"), fileEndings, func(path string) {
		before := i.source
		i.source.paths = append(slices.Clone(i.source.paths), path)
		i.rereadOr(importer.Reading{}, func() { i.source = before })
	})
}

// pickProfile follows another profile, or none.
func (s *fileStep) pickProfile(at int) {
	i := s.intake
	var known *importer.Profile
	if i.used = ""; at > 0 {
		known, i.used = &i.profiles[at-1], i.profiles[at-1].Name
	}
	i.name = i.used
	i.profile, i.findings = importer.Examine(i.raw, known)
	i.build()
	i.changed()
	i.page.frame.showWork()
}
