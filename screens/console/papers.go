package console

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"synlig/assets"
	"synlig/data/bilag"
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
	written, err := c.printBoth(ctx, revision, comparison, *folder, *overwrite, bilag.Options{Brackets: *brackets})
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
	fmt.Fprintln(c.Out, summary(comparison))
	return nil
}

// printBoth makes both papers before it writes either, so that a fault leaves
// the folder as it was.
func (c Console) printBoth(ctx context.Context, revision strategy.Revision, comparison redline.Comparison, folder string, overwrite bool, options bilag.Options) ([]paperReport, error) {
	clean, err := bilag.Clean(ctx, revision, options)
	if err != nil {
		return nil, err
	}
	marked, err := bilag.Marked(ctx, revision, comparison, options)
	if err != nil {
		return nil, err
	}
	cleanName, markedName := bilag.FileNames(revision.Title)
	papers := []paperReport{{1, filepath.Join(folder, cleanName)}, {2, filepath.Join(folder, markedName)}}
	if err := files.MakeFolder(folder); err != nil {
		return nil, err
	}
	for _, paper := range papers {
		if !overwrite && files.Exist(paper.Path) {
			return nil, fault.New(files.Exists, "path", paper.Path)
		}
	}
	for i, data := range [][]byte{clean, marked} {
		if err := files.Write(papers[i].Path, data, overwrite); err != nil {
			return nil, err
		}
	}
	return papers, nil
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
