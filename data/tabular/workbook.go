package tabular

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strconv"
	"strings"

	"synlig/data/fault"
)

// Workbook is an opened .xlsx file. Its sheets are read row by row straight
// from the archive: nothing is unpacked to disk, and a sheet of any size takes
// the memory of one row and of the strings that cells share.
//
// It is read by own code because excelize, which writes our workbooks, takes
// five times as long (see the benchmarks; 45,000 × 80 cells leave 2.8 GB of
// garbage), puts sheets over 16 MB unencrypted in a temporary file, and gives
// the rows before a break in the file as if they were all.
type Workbook struct {
	// Progress, where it is set, is told by Scan how many bytes of the sheet are
	// done.
	Progress func(done, total int64)

	caps   Caps
	parts  map[string]*zip.File // by lower-case name
	sheets []sheetPart
	shared *sharedStrings
	dates  []dateStyle // of each cell style
	epoch  epoch
}

type sheetPart struct{ name, part string }

// OpenWorkbook opens an .xlsx file of size bytes.
//
// Errors: "table-not-xlsx", "table-encrypted", "table-too-large" (size and
// limit in MB).
func OpenWorkbook(in io.ReaderAt, size int64, caps Caps) (*Workbook, error) {
	caps = caps.filled()
	archive, err := openArchive(in, size, caps.Unzipped)
	if err != nil {
		return nil, err
	}
	b := &Workbook{caps: caps, parts: map[string]*zip.File{}}
	for _, part := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(part.Name, `\`, "/"), "/"))
		if b.parts[name] == nil {
			b.parts[name] = part
		}
	}
	if err := b.readParts(); err != nil {
		return nil, fault.Wrap(err, "table-not-xlsx")
	}
	return b, nil
}

// Sheets are the names of the sheets in their order.
func (b *Workbook) Sheets() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}

// openArchive adds up what the parts say they unpack to, before anything is. A
// part that lies is stopped when it is read; see openPart.
func openArchive(in io.ReaderAt, size, limit int64) (*zip.Reader, error) {
	head := make([]byte, 8)
	if _, err := in.ReadAt(head, 0); err == nil && bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
		return nil, fault.New("table-encrypted") // an old .xls, or a workbook with a password
	}
	archive, err := zip.NewReader(in, size)
	if err != nil {
		return nil, fault.Wrap(err, "table-not-xlsx")
	}
	total := uint64(0)
	for _, part := range archive.File {
		total += min(part.UncompressedSize64, 1<<50)
	}
	if total > uint64(limit) {
		return nil, tooLarge(total, limit)
	}
	return archive, nil
}

func tooLarge(size uint64, limit int64) error {
	return fault.New("table-too-large", "size", strconv.FormatUint(size>>20, 10), "limit", strconv.FormatInt(limit>>20, 10))
}

func (b *Workbook) readParts() error {
	main, err := b.mainPart()
	if err != nil {
		return err
	}
	targets, err := b.relations(main)
	if err != nil {
		return err
	}
	if err := b.readBook(main, targets); err != nil {
		return err
	}
	for _, target := range targets {
		switch {
		case strings.HasSuffix(target.kind, "/styles"):
			err = b.readStyles(target.part)
		case strings.HasSuffix(target.kind, "/sharedStrings"):
			b.shared, err = b.readShared(target.part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// target is what a relation leads to.
type target struct{ kind, part string }

// mainPart is the part that lists the sheets.
func (b *Workbook) mainPart() (string, error) {
	relations, err := b.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			return r.part, nil
		}
	}
	return "", errXML
}

// relations are the targets by id that a part points at.
func (b *Workbook) relations(of string) (map[string]target, error) {
	folder, file := path.Split(of)
	targets := map[string]target{}
	err := b.each(folder+"_rels/"+file+".rels", func(t *tokens) {
		if t.kind == opening && string(t.name) == "Relationship" {
			part := string(resolve(nil, t.attr("Target")))
			if !strings.HasPrefix(part, "/") {
				part = path.Join("/", folder, part)
			}
			targets[string(t.attr("Id"))] = target{string(t.attr("Type")), strings.TrimPrefix(part, "/")}
		}
	})
	return targets, err
}

func (b *Workbook) readBook(main string, targets map[string]target) error {
	return b.each(main, func(t *tokens) {
		if t.kind != opening {
			return
		}
		switch string(t.name) {
		case "workbookPr":
			b.epoch.from1904 = truth(t.attr("date1904"))
		case "sheet":
			to := targets[string(t.attr("id"))]
			if strings.HasSuffix(to.kind, "/worksheet") {
				b.sheets = append(b.sheets, sheetPart{string(resolve(nil, t.attr("name"))), to.part})
			}
		}
	})
}

func truth(value []byte) bool { return string(value) == "1" || string(value) == "true" }

// each calls see with every token of a part.
func (b *Workbook) each(name string, see func(*tokens)) error {
	in, err := b.openPart(name)
	if err != nil {
		return err
	}
	defer in.Close()
	t := newTokens(in)
	for t.next() {
		see(t)
	}
	return t.err
}

func (b *Workbook) openPart(name string) (*partReader, error) {
	part := b.parts[strings.ToLower(name)]
	if part == nil {
		return nil, errXML
	}
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	return &partReader{&limited{in: in, left: b.caps.Unzipped, total: int64(min(part.UncompressedSize64, 1<<50))}, in}, nil
}

// partReader is an opened part of the archive.
type partReader struct {
	*limited
	io.Closer
}

// limited refuses to give more than a number of bytes, whatever the archive
// says of its part.
type limited struct {
	in       io.Reader
	left     int64
	done     int64
	total    int64 // as the archive says
	progress func(done, total int64)
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	l.done += int64(n)
	if l.progress != nil && n > 0 {
		l.progress(l.done, l.total)
	}
	if l.left -= int64(n); l.left < 0 {
		return 0, errXML
	}
	return n, err
}

// Largest is the sheet that takes the most room, the first of equals.
func (b *Workbook) Largest() string {
	name, most := "", uint64(0)
	for _, s := range b.sheets {
		if part := b.parts[strings.ToLower(s.part)]; part != nil && (name == "" || part.UncompressedSize64 > most) {
			name, most = s.name, part.UncompressedSize64
		}
	}
	return name
}

// RowsAbout is how many rows the writing program says a sheet has, 0 where it
// does not say.
func (b *Workbook) RowsAbout(sheet string) int {
	for _, s := range b.sheets {
		if s.name != sheet {
			continue
		}
		in, err := b.openPart(s.part)
		if err != nil {
			return 0
		}
		defer in.Close()
		t := newTokens(in)
		for t.next() && string(t.name) != "sheetData" {
			if t.kind == opening && string(t.name) == "dimension" {
				_, last, _ := strings.Cut(string(t.attr("ref")), ":")
				n, _ := strconv.Atoi(strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
				return n
			}
		}
	}
	return 0
}
