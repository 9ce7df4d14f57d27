package importer

import (
	"context"
	"strings"

	"synlig/data/tabular"
)

// readXLSX reads one sheet of a workbook: the one asked for, SurveyXact's
// Dataset together with its Structure and Labels, or else the largest.
func readXLSX(ctx context.Context, file File, how Reading, progress Progress) (*Raw, error) {
	book, err := tabular.OpenWorkbook(file.Content, file.Size, tabular.Caps{})
	if err != nil {
		return nil, err
	}
	raw := &Raw{Format: FormatXLSX, Sheets: book.Sheets()}
	dataset, structure, labels := threeSheets(book.Sheets())
	raw.Reading.Sheet = how.Sheet
	switch {
	case how.Sheet != "":
	case dataset != "" && (structure != "" || labels != ""):
		raw.Format, raw.Reading.Sheet = FormatSurveyXact, dataset
	default:
		raw.Reading.Sheet = book.Largest()
		raw.note(len(raw.Sheets) == 1, "sheet", "sheet", raw.Reading.Sheet, "count", itoa(len(raw.Sheets)))
	}
	if err := raw.scan(ctx, book, raw.Reading.Sheet, how, progress); err != nil {
		return nil, err
	}
	if raw.Format == FormatSurveyXact {
		return raw, raw.describe(sheetRows(book, structure), sheetRows(book, labels))
	}
	return raw, nil
}

// scan reads a sheet into columns.
func (r *Raw) scan(ctx context.Context, book *tabular.Workbook, sheet string, how Reading, progress Progress) error {
	b := newBuilder(ctx, r, how)
	b.expect = book.RowsAbout(sheet)
	book.Progress = progress.tell
	counts, err := book.Scan(sheet, func(_ int, cells [][]byte) error { return b.row(cells) })
	book.Progress = nil
	if err != nil {
		return err
	}
	for _, n := range []struct {
		count int
		sure  bool
		code  string
	}{
		{counts.Formulas, counts.Unsolved == 0, "formulas"},
		{counts.Unsolved, false, "formulas-unsolved"},
		{counts.Merged, false, "merged"},
		{counts.Errors, false, "cell-errors"},
	} {
		if n.count > 0 {
			r.note(n.sure, n.code, "count", itoa(n.count))
		}
	}
	return b.done()
}

// threeSheets are the names of SurveyXact's sheets, "" for those not there.
func threeSheets(names []string) (dataset, structure, labels string) {
	for _, name := range names {
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "dataset", "data":
			dataset = name
		case "structure", "struktur":
			structure = name
		case "labels", "label":
			labels = name
		}
	}
	return dataset, structure, labels
}

// sheetRows reads a small sheet in full.
func sheetRows(book *tabular.Workbook, sheet string) rowsOf {
	return func() (rows [][]string, err error) {
		if sheet == "" {
			return nil, nil
		}
		_, err = book.Scan(sheet, func(_ int, cells [][]byte) error {
			row := make([]string, len(cells))
			for i, c := range cells {
				row[i] = string(c)
			}
			rows = append(rows, row)
			return nil
		})
		return rows, err
	}
}
