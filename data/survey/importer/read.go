package importer

import (
	"bytes"
	"context"
	"path"
	"strconv"
	"strings"

	"synlig/data/fault"
	"synlig/data/tabular"
)

// Read takes one wave's files in: a text file, a workbook, a .sav or .zsav, or
// SurveyXact's three files together. What how leaves empty is guessed.
//
// Errors: "import-no-file", "import-too-large" (name, size, limit in MB),
// "import-too-wide" (columns, rows), "import-no-rows", "import-many-files",
// "import-cancelled", "file-binary", and those of data/tabular and of package
// sav.
func Read(ctx context.Context, files []File, how Reading, progress Progress) (*Raw, error) {
	if len(files) == 0 {
		return nil, fault.New("import-no-file")
	}
	for _, f := range files {
		if f.Size > maxFile {
			return nil, fault.New("import-too-large", "name", path.Base(f.Name),
				"size", strconv.FormatInt(f.Size>>20, 10), "limit", strconv.Itoa(maxFile>>20))
		}
	}
	raw, err := read(ctx, files, how, progress)
	if err != nil {
		if stopped := cancelled(ctx); stopped != nil {
			return nil, stopped
		}
		if fault.CodeOf(err) == fault.Internal { // the disk, or the drive on the network
			err = fault.Wrap(err, "file-unreadable", "path", files[0].Name)
		}
		return nil, err
	}
	if raw.Rows == 0 || len(raw.Columns) == 0 {
		return nil, fault.New("import-no-rows")
	}
	for _, f := range files {
		raw.Names = append(raw.Names, f.Name)
	}
	raw.Asked = how
	raw.finish()
	raw.spread()
	return raw, nil
}

func read(ctx context.Context, files []File, how Reading, progress Progress) (*Raw, error) {
	if len(files) > 1 {
		return readThree(ctx, files, how, progress)
	}
	file := files[0]
	switch head := file.head(); {
	case bytes.HasPrefix(head, []byte("$FL2")), bytes.HasPrefix(head, []byte("$FL3")):
		return readSAV(ctx, file, progress)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")), bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return readXLSX(ctx, file, how, progress)
	}
	return readText(ctx, file, how, progress)
}

// head is the first bytes of the file.
func (f File) head() []byte {
	head := make([]byte, min(f.Size, 16))
	n, _ := f.Content.ReadAt(head, 0)
	return head[:n]
}

// finish mends text that was decoded wrongly before it came here, and lets go
// of what only reading needed.
func (r *Raw) finish() {
	mended := 0
	fix := func(text string) string {
		better := tabular.Repair(text)
		if better != text {
			mended++
		}
		return better
	}
	for i := range r.Columns {
		c := &r.Columns[i]
		c.Name, c.Label, c.index, c.tiny = fix(c.Name), fix(c.Label), nil, nil
		for v := range c.Values {
			c.Values[v] = fix(c.Values[v])
		}
		for l := range c.Labels {
			c.Labels[l].Text = fix(c.Labels[l].Text)
		}
	}
	if mended > 0 {
		r.note(true, "mended", "count", itoa(mended))
	}
	r.uniqueNames()
}

func (r *Raw) has(name string) bool {
	_, there := r.byName[name]
	return there
}

// uniqueNames gives a heading that came before a number: "Andet (2)".
func (r *Raw) uniqueNames() {
	r.byName = make(map[string]int, len(r.Columns))
	double := 0
	for i := range r.Columns {
		plain := strings.Join(strings.Fields(r.Columns[i].Name), " ")
		if plain == "" {
			plain = "#" + itoa(i+1)
		}
		name := plain
		for n := 2; r.has(name); n++ {
			name = plain + " (" + itoa(n) + ")"
		}
		if name != plain {
			double++
		}
		r.byName[name] = i
		r.Columns[i].Name = name
	}
	if double > 0 {
		r.note(false, "headings-double", "count", itoa(double))
	}
}
