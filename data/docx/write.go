package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"time"

	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// FileNames are the names of the two files, after the office's two papers.
func FileNames(title string) (clean, marked string) {
	w := words()
	return w.Text("word.cleanName", "title", title) + ".docx", w.Text("word.markedName", "title", title) + ".docx"
}

// Clean is the draft as a Word file without revisions, what Bilag 1 shows. The
// same revision gives the same bytes.
func Clean(revision strategy.Revision) ([]byte, error) {
	return write(revision, content{
		paras: composeClean(revision.Draft.Blocks), labels: document.Labels(revision.Draft.Blocks),
		blocks: revision.Draft.Blocks,
	})
}

// Marked is the draft as a Word file with every change as a genuine revision,
// what Bilag 2 shows: accepting all of them gives the draft, rejecting all gives
// the base. A comment on each change tells its number, its decision point and
// its reason, and a comment where they stood tells the reasons of changes that
// are gone. comparison is revision's own, of revision.Compare. The same input
// gives the same bytes.
func Marked(revision strategy.Revision, comparison redline.Comparison) ([]byte, error) {
	c := composeMarked(revision, comparison)
	return write(revision, content{
		paras: c.paras, remarks: c.remarks, labels: document.Labels(comparison.Draft),
		blocks: comparison.Draft, marked: true,
	})
}

// content is what goes into a file.
type content struct {
	paras   []para
	remarks []remark
	blocks  []document.Block // of the new text
	labels  []string         // their numbers
	marked  bool
}

// part is one file within the file.
type part struct {
	name, kind string // kind is its content type
	data       string
}

// write puts the file together.
func write(revision strategy.Revision, c content) ([]byte, error) {
	last := lists(c.paras)
	text := newBodyWriter(c)
	text.write()
	run := newRunning(revision, c.marked)
	parts := []part{
		{"word/document.xml", kindPrefix + "document.main+xml", text.document()},
		{"word/styles.xml", kindPrefix + "styles+xml", stylesPart(headingTop(c))},
		{"word/numbering.xml", kindPrefix + "numbering+xml", numberingPart(headingTop(c), last)},
		{"word/settings.xml", kindPrefix + "settings+xml", settingsPart(c.marked)},
		{"word/fontTable.xml", kindPrefix + "fontTable+xml", fontTable},
		{"word/header1.xml", kindPrefix + "header+xml", run.header()},
		{"word/footer1.xml", kindPrefix + "footer+xml", run.footer()},
	}
	if len(c.remarks) > 0 {
		parts = append(parts, part{"word/comments.xml", kindPrefix + "comments+xml", text.comments()})
	}
	rels := part{name: "word/_rels/document.xml.rels", data: text.relations(parts[1:])}
	parts = append(parts,
		part{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", coreProperties(revision, c.marked)},
		part{"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", appProperties})
	parts = append([]part{
		{name: "[Content_Types].xml", data: contentTypes(parts)},
		{name: "_rels/.rels", data: topRelations},
	}, append(parts, rels)...)
	return pack(parts, changed(revision))
}

// kindPrefix begins the content types of Word's own parts.
const kindPrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml."

// pack zips the parts. at stands as the time of each.
func pack(parts []part, at time.Time) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: at})
		if err == nil {
			_, err = io.WriteString(w, p.data)
		}
		if err != nil {
			return nil, fault.Wrap(err, "paper-failed")
		}
	}
	if err := z.Close(); err != nil {
		return nil, fault.Wrap(err, "paper-failed")
	}
	return out.Bytes(), nil
}

// noDate stands in the files of texts whose dates nobody knows: with the
// clock's, two files of one text would differ.
var noDate = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// changed is the date that the file bears: when the draft was changed, or the
// latest that is known.
func changed(r strategy.Revision) time.Time {
	for _, t := range [...]time.Time{r.Draft.Changed, r.Draft.Meeting.Date, r.Base.Changed, r.Base.Meeting.Date} {
		if t.Year() >= 1980 { // a zip file knows no earlier one
			return t.UTC().Truncate(2 * time.Second)
		}
	}
	return noDate
}

// headingTop is the level of the headings numbered "1", "2" …, 0 when headings
// are not numbered.
func headingTop(c content) int {
	for i, b := range c.blocks {
		if level := b.Kind.HeadingLevel(); level > 0 && c.labels[i] != "" {
			for _, r := range c.labels[i] {
				if r == '.' {
					level--
				}
			}
			return level
		}
	}
	return 0
}
