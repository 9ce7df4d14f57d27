package importer

import (
	"context"
	"path"
	"strings"

	"synlig/data/fault"
	"synlig/data/tabular"
)

// rowsOf reads a small table.
type rowsOf func() ([][]string, error)

// readThree reads the files that SurveyXact exports together: the dataset, the
// structure (a line for each variable: its name, its kind, the question) and
// the labels (variable, code, label). Which is which is told by the names, and
// where they do not tell, by the dataset being the largest.
func readThree(ctx context.Context, files []File, how Reading, progress Progress) (*Raw, error) {
	if len(files) > 3 {
		return nil, fault.New("import-many-files", "count", itoa(len(files)))
	}
	var dataset, structure, labels *File
	for i := range files {
		switch name := strings.ToLower(path.Base(files[i].Name)); {
		case strings.Contains(name, "struct"), strings.Contains(name, "struktur"):
			structure = &files[i]
		case strings.Contains(name, "label"):
			labels = &files[i]
		case dataset == nil || files[i].Size > dataset.Size:
			dataset = &files[i]
		}
	}
	if dataset == nil || structure == nil && labels == nil {
		return nil, fault.New("import-many-files", "count", itoa(len(files)))
	}
	raw, err := read(ctx, []File{*dataset}, how, progress)
	if err != nil {
		return nil, err
	}
	raw.Format = FormatSurveyXact
	return raw, raw.describe(fileRows(structure), fileRows(labels))
}

// smallFile is the most bytes of a structure or of labels.
const smallFile = 32 << 20

func fileRows(file *File) rowsOf {
	return func() ([][]string, error) {
		if file == nil {
			return nil, nil
		}
		if file.Size > smallFile {
			return nil, fault.New("import-too-large", "name", path.Base(file.Name), "size", itoa(int(file.Size>>20)), "limit", itoa(smallFile>>20))
		}
		data := make([]byte, file.Size)
		if n, err := file.Content.ReadAt(data, 0); n < len(data) {
			return nil, err
		}
		table, _, _, err := tabular.ReadCSV(data)
		return table.Rows, err
	}
}

// describe gives the columns their texts and labels.
func (r *Raw) describe(structure, labels rowsOf) error {
	columns := map[string]*Column{}
	for i := range r.Columns {
		columns[strings.ToLower(strings.TrimSpace(r.Columns[i].Name))] = &r.Columns[i]
	}
	rows, err := structure()
	if err != nil {
		return err
	}
	for _, row := range rows {
		if c := columns[strings.ToLower(strings.TrimSpace(at(row, 0)))]; c != nil {
			c.Label, c.Dated = structureText(row[1:])
		}
	}
	if rows, err = labels(); err != nil {
		return err
	}
	unknown := 0
	for _, row := range rows {
		c := columns[strings.ToLower(strings.TrimSpace(at(row, 0)))]
		switch {
		case c == nil && len(row) >= 3:
			unknown++
		case c == nil:
		case len(row) >= 3:
			c.Labels = append(c.Labels, Label{strings.TrimSpace(row[1]), strings.TrimSpace(row[2])})
		case len(row) == 2 && c.Label == "":
			c.Label = strings.TrimSpace(row[1])
		}
	}
	if unknown > 1 { // the headings of the table are one
		r.note(false, "labels-unknown", "count", itoa(unknown))
	}
	return nil
}

// kindWords are the kinds of variables that a structure names.
var kindWords = map[string]bool{
	"int": true, "integer": true, "numeric": true, "double": true, "decimal": true, "string": true, "text": true, "char": true,
	"date": true, "datetime": true, "boolean": true, "close": true, "closed": true, "open": true, "multiple": true, "single": true, "number": true, "float": true,
}

// structureText is the question in a line of a structure: the longest of its
// cells that is no kind, with the option after it where that stands apart.
func structureText(cells []string) (text string, dated bool) {
	var parts []string
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		lower := strings.ToLower(cell)
		switch {
		case lower == "date" || lower == "datetime":
			dated = true
		case cell == "", kindWords[lower], isNumber(cell):
		default:
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, " - "), dated
}
