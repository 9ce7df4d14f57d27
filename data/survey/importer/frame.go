package importer

import (
	"bytes"

	"synlig/data/fault"
	"synlig/data/survey"
	"synlig/data/tabular"
)

// ReadFrame reads the departments' staff numbers: a text file or a workbook
// with a department in each row and the number of its staff in the first cell
// that is a number. A line of headings and a line of the total are left out.
//
// Errors: "frame-no-numbers" when there is no such row, "frame-double"
// (department), and those of data/tabular.
func ReadFrame(file File) ([]survey.Department, error) {
	rows, err := smallTable(file)
	if err != nil {
		return nil, err
	}
	var frame []survey.Department
	seen := map[string]bool{}
	for _, row := range rows {
		name, staff := trimmed(at(row, 0)), -1
		for _, cell := range row[min(1, len(row)):] {
			if n, ok := number(cell, true); ok && n >= 0 && n < 1e8 && n == float64(int(n)) {
				staff = int(n)
				break
			}
			if n, ok := number(cell, false); ok && n >= 0 && n < 1e8 && n == float64(int(n)) {
				staff = int(n)
				break
			}
		}
		if name == "" || staff < 0 || isTotal(name) {
			continue
		}
		if seen[plain(name)] {
			return nil, fault.New("frame-double", "department", name)
		}
		seen[plain(name)] = true
		frame = append(frame, survey.Department{Name: name, Staff: staff})
	}
	if len(frame) == 0 {
		return nil, fault.New("frame-no-numbers", "path", file.Name)
	}
	return frame, nil
}

// isTotal tells whether a name stands for a sum.
func isTotal(name string) bool {
	switch plain(name) {
	case "i alt", "ialt", "total", "sum", "alle", "samlet", "hele kommunen", "kommunen i alt", "total i alt", "alt", "in total", "all":
		return true
	}
	return false
}

// smallTable reads a file of a size that a person could type.
func smallTable(file File) ([][]string, error) {
	if bytes.HasPrefix(file.head(), []byte("PK\x03\x04")) {
		sheets, err := tabular.ReadXLSX(file.Content, file.Size, tabular.Caps{Unzipped: smallFile})
		if err != nil || len(sheets) == 0 {
			return nil, err
		}
		return sheets[0].Rows, nil
	}
	return fileRows(&file)()
}
