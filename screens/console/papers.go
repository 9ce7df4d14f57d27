package console

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"synlig/assets"
	"synlig/data/bilag"
	"synlig/data/docx"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// papers prints Bilag 1 and Bilag 2 of the strategy into a folder.
func (c Console) papers(ctx context.Context, args []string) error {
	o := optionsOf("bilag")
	source := sourceOptions(o)
	folder := o.set.String("ud", "", "")
	overwrite := o.set.Bool("overskriv", false, "")
	brackets := o.set.Bool("klammer", false, "")
	parallel := o.set.Bool("paralleltekst", false, "")
	approved := o.set.Bool("godkendt", false, "")
	word := o.set.Bool("word", false, "")
	asJSON := o.set.Bool("json", false, "")
	if _, err := o.read(args, 0); err != nil {
		return err
	}
	if *folder == "" {
		return fault.New("words-missing", "command", "bilag")
	}
	revision, err := source.revision(ctx, c)
	if err != nil {
		return err
	}
	comparison := revision.Compare(assets.Lines("words/weighty.txt"))
	options := bilag.Options{Brackets: *brackets}
	papers, err := printBoth(ctx, revision, comparison, options)
	if err != nil {
		return err
	}
	if *parallel {
		data, err := bilag.Parallel(ctx, revision, comparison, options)
		if err != nil {
			return err
		}
		papers = append(papers, paper{name: bilag.ParallelFileName(revision.Title), data: data})
	}
	if *approved {
		data, err := bilag.Approved(ctx, revision, revision.Base, options)
		if err != nil {
			return err
		}
		papers = append(papers, paper{name: bilag.ApprovedFileName(revision.Title, revision.Base), data: data})
	}
	if *word {
		documents, err := wordBoth(revision, comparison)
		if err != nil {
			return err
		}
		papers = append(papers, documents...)
	}
	written, err := writeAll(papers, *folder, *overwrite)
	if err != nil {
		return err
	}
	if err := c.tellMissing(revision); err != nil {
		return err
	}
	if *asJSON {
		return writeJSON(c.Out, papersReport{written, changesOf(comparison)})
	}
	for _, paper := range written {
		fmt.Fprintln(c.Out, words.Text("console.written", "path", paper.Path))
	}
	fmt.Fprintln(c.Out, summary(comparison, len(revision.Points)))
	return nil
}

// paper is one file to be written.
type paper struct {
	number int // of the bilag; 0 for a paper that is none
	name   string
	data   []byte
}

// printBoth makes the two papers.
func printBoth(ctx context.Context, revision strategy.Revision, comparison redline.Comparison, options bilag.Options) ([]paper, error) {
	clean, err := bilag.Clean(ctx, revision, options)
	if err != nil {
		return nil, err
	}
	marked, err := bilag.Marked(ctx, revision, comparison, options)
	if err != nil {
		return nil, err
	}
	cleanName, markedName := bilag.FileNames(revision.Title)
	return []paper{{1, cleanName, clean}, {2, markedName, marked}}, nil
}

// wordBoth makes the two papers as Word files, the marked one with genuine
// tracked changes.
func wordBoth(revision strategy.Revision, comparison redline.Comparison) ([]paper, error) {
	clean, err := docx.Clean(revision)
	if err != nil {
		return nil, err
	}
	marked, err := docx.Marked(revision, comparison)
	if err != nil {
		return nil, err
	}
	cleanName, markedName := docx.FileNames(revision.Title)
	return []paper{{1, cleanName, clean}, {2, markedName, marked}}, nil
}

// writeAll writes the papers into a folder. All are made before the first is
// written, and nothing is written when one of them is there already.
func writeAll(papers []paper, folder string, overwrite bool) ([]paperReport, error) {
	if err := files.MakeFolder(folder); err != nil {
		return nil, err
	}
	var written []paperReport
	for _, p := range papers {
		path := filepath.Join(folder, p.name)
		if !overwrite && files.Exist(path) {
			return nil, fault.New(files.Exists, "path", path)
		}
		written = append(written, paperReport{p.number, path})
	}
	for i, p := range papers {
		if err := files.Write(written[i].Path, p.data, overwrite); err != nil {
			return nil, err
		}
	}
	return written, nil
}

// tellMissing names the characters that the paper's font lacks; on the paper
// they stand by name in brackets.
func (c Console) tellMissing(revision strategy.Revision) error {
	missing, err := bilag.Missing(revision)
	if err != nil || len(missing) == 0 {
		return err
	}
	names := make([]string, len(missing))
	for i, r := range missing {
		names[i] = fmt.Sprintf("%c (U+%04X)", r, r)
	}
	fmt.Fprintln(c.Err, words.Count("console.missing", len(missing), "characters", strings.Join(names, ", ")))
	return nil
}
