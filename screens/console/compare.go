package console

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"synlig/assets"
	"synlig/data/bilag"
	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/files"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// compare finds what changed from one file to another and tells it on the
// screen, as a marked paper and as JSON.
func (c Console) compare(ctx context.Context, args []string) error {
	o := optionsOf("sammenlign")
	title := o.set.String("titel", "", "")
	number := o.set.String("sag", "", "")
	paper := o.set.String("pdf", "", "")
	report := o.set.String("json", "", "")
	overwrite := o.set.Bool("overskriv", false, "")
	brackets := o.set.Bool("klammer", false, "")
	word := o.set.String("word", "", "")
	choice := o.set.String("revisioner", "", "")
	paths, err := o.read(args, 2)
	if err != nil {
		return err
	}
	before, after, err := c.readBoth(paths[0], paths[1], *choice)
	if err != nil {
		return err
	}
	if *title == "" {
		*title = titleOf(after, paths[1])
	}
	revision := strategy.Revision{
		Title: *title,
		Case:  *number,
		Base:  document.Version{Blocks: before},
		Draft: document.Version{Blocks: after, Changed: changed(paths[1])},
	}
	start := time.Now()
	comparison := revision.Compare(assets.Lines("words/weighty.txt"))
	took := time.Since(start)

	if *paper != "" {
		data, err := bilag.Marked(ctx, revision, comparison, bilag.Options{Brackets: *brackets})
		if err != nil {
			return err
		}
		if err := files.Write(*paper, data, *overwrite); err != nil {
			return err
		}
		if err := c.tellMissing(revision); err != nil {
			return err
		}
	}
	if *word != "" {
		data, err := docx.Marked(revision, comparison)
		if err != nil {
			return err
		}
		if err := files.Write(*word, data, *overwrite); err != nil {
			return err
		}
	}
	return c.tellComparison(comparison, took, *report, *overwrite, *paper, *word)
}

// tellComparison prints what was found and which files were written: JSON alone
// when it goes to Out.
func (c Console) tellComparison(comparison redline.Comparison, took time.Duration, report string, overwrite bool, written ...string) error {
	if report == "-" {
		return writeJSON(c.Out, comparisonReportOf(comparison, took))
	}
	if report != "" {
		var data strings.Builder
		if err := writeJSON(&data, comparisonReportOf(comparison, took)); err != nil {
			return err
		}
		if err := files.Write(report, []byte(data.String()), overwrite); err != nil {
			return err
		}
	}
	silent := true // nothing else tells what the changes are
	for _, path := range append(written, report) {
		if path != "" {
			fmt.Fprintln(c.Out, words.Text("console.written", "path", path))
			silent = false
		}
	}
	fmt.Fprintln(c.Out, summary(comparison, 0))
	if silent {
		for _, change := range comparison.Changes {
			fmt.Fprintln(c.Out, line(change))
		}
	}
	return nil
}

// changed is when the file was saved last: the date in the paper's metadata.
func changed(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{} // it was read a moment ago; a paper without its date is still right
	}
	return info.ModTime().UTC().Truncate(time.Second)
}

// titleOf is the text's own title, else the file's name.
func titleOf(blocks []document.Block, path string) string {
	if document.HasTitle(blocks) {
		return blocks[0].Text
	}
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}
