package importer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"synlig/data/fault"
	"synlig/data/tabular"
)

// looked is how much of a text decides its delimiter.
const looked = 1 << 20

// readText reads delimited text of any size in one pass.
func readText(ctx context.Context, file File, how Reading, progress Progress) (*Raw, error) {
	raw := &Raw{Format: FormatText}
	encoding := how.Encoding
	if encoding == "" {
		var err error
		if encoding, err = tabular.DetectAll(file.Content, file.Size); err != nil {
			return nil, err
		}
		raw.note(encoding != tabular.Mixed, "encoding", "encoding", string(encoding))
	}
	raw.Reading.Encoding = encoding
	head, err := firstText(file, encoding)
	if err != nil {
		return nil, err
	}
	dialect := raw.dialect(head, how)
	in := tabular.Reader(&told{in: io.NewSectionReader(file.Content, 0, file.Size), total: file.Size, progress: progress}, encoding)
	b := newBuilder(ctx, raw, how)
	b.expect = rowsAbout(file, head)
	if err := tabular.Scan(in, dialect, func(_ int, cells [][]byte) error { return b.row(cells) }); err != nil {
		return nil, err
	}
	return raw, b.done()
}

// rowsAbout is how many rows a text has if it goes on as it begins, and a few
// more.
func rowsAbout(file File, head []byte) int {
	lines := int64(bytes.Count(head, []byte("\n"))) + 1
	return int(lines * file.Size / int64(len(head)) * 21 / 20)
}

// firstText is the start of the file as UTF-8.
func firstText(file File, encoding tabular.Encoding) ([]byte, error) {
	in := tabular.Reader(io.NewSectionReader(file.Content, 0, file.Size), encoding)
	head := make([]byte, looked)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	head = head[:n]
	if n == looked { // do not stop within a letter
		head = head[:bytes.LastIndexByte(head, '\n')+1]
	}
	if len(bytes.TrimSpace(head)) == 0 {
		return nil, fault.New("file-empty", "path", file.Name)
	}
	if !tabular.IsText(string(head)) {
		return nil, fault.New("file-binary", "path", file.Name)
	}
	return head, nil
}

func (r *Raw) dialect(head []byte, how Reading) tabular.Dialect {
	dialect := tabular.DetectDialect(head)
	if how.Delimiter != "" {
		dialect.Delimiter, dialect.Sure = how.Delimiter[0], true
	} else {
		r.note(dialect.Sure, "delimiter", "delimiter", delimiterName(dialect.Delimiter))
	}
	r.Reading.Delimiter = string(dialect.Delimiter)
	return dialect
}

// delimiterName is the code that the words for a delimiter stand under.
func delimiterName(d byte) string {
	switch d {
	case ';':
		return "semicolon"
	case ',':
		return "comma"
	case '\t':
		return "tab"
	case '|':
		return "bar"
	}
	return strings.TrimSpace(string(d))
}

// told tells how far the reading has come.
type told struct {
	in          io.Reader
	read, total int64
	next        int64
	progress    Progress
}

func (t *told) Read(p []byte) (int, error) {
	n, err := t.in.Read(p)
	t.read += int64(n)
	if t.read >= t.next {
		t.progress.tell(t.read, t.total)
		t.next = t.read + t.total/100
	}
	return n, err
}
