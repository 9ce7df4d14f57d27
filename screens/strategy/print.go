package strategy

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/theme"

	"synlig/data/bilag"
	"synlig/data/docx"
	"synlig/data/files"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// sheetOfPaper is a paper that is to be written.
type sheetOfPaper struct {
	path string
	make func(ctx context.Context, progress func(float64)) ([]byte, error)
}

// paperKind is what the papers are written as.
type paperKind struct {
	ending   string
	names    func(title string) (clean, marked string)
	printers func(*Page) printers
	// The keys of the words that ask where: for both papers, for a comparison,
	// and for a what if.
	pick, save, saveWhatIf string
}

var (
	asPDF = paperKind{".pdf", bilag.FileNames, func(p *Page) printers { return p.printers },
		"strategy.pick_folder", "strategy.save_marked", "strategy.save_what_if"}
	asWord = paperKind{".docx", docx.FileNames, func(*Page) printers { return wordPrinters },
		"strategy.pick_word_folder", "strategy.save_marked_word", "strategy.save_what_if_word"}
)

// Print writes Bilag 1 and 2 into a folder, or, when two files are compared,
// one marked paper. Files that are there already are replaced only after asking.
func (p *Page) Print() { p.papers(asPDF) }

// settled runs do once what is shown is what stands there to the last key, with
// the changes that belong to it.
func (p *Page) settled(do func()) {
	if p.reading == nil {
		return
	}
	p.notes.flush()
	p.editing.leave()
	if p.compared == nil && !p.editing.current() {
		p.editing.then = func() { p.settled(do) }
		p.editing.compare()
		return
	}
	p.frame.hideDone()
	do()
}

// papers writes the papers as kind.
func (p *Page) papers(kind paperKind) {
	p.settled(func() { p.writePapers(kind) })
}

func (p *Page) writePapers(kind paperKind) {
	revision, comparison, print := p.shownRevision(), p.reading.comparison, kind.printers(p)
	if p.compared != nil {
		title, name := kind.save, safeName(revision.Title)+kind.ending
		if p.compared.whatIf != nil {
			title = kind.saveWhatIf
			_, name = kind.names(revision.Title)
		}
		p.host.SaveFile(words.Text(title), name, func(path string) {
			p.write([]sheetOfPaper{{path, print.marked(revision, comparison)}}, true) // the dialog has asked
		})
		return
	}
	p.host.PickFolder(words.Text(kind.pick), func(folder string) {
		clean, marked := kind.names(revision.Title)
		p.askAndWrite([]sheetOfPaper{
			{filepath.Join(folder, clean), print.clean(revision)},
			{filepath.Join(folder, marked), print.marked(revision, comparison)},
		})
	})
}

// askAndWrite asks before it replaces anything.
func (p *Page) askAndWrite(papers []sheetOfPaper) {
	var there []string
	for _, paper := range papers {
		if files.Exist(paper.path) {
			there = append(there, "»"+filepath.Base(paper.path)+"«")
		}
	}
	if len(there) == 0 {
		p.write(papers, false)
		return
	}
	p.host.Ask(words.Count("strategy.replace_title", len(there)),
		words.Count("strategy.replace_text", len(there), "files", strings.Join(there, "\n")),
		words.Text("strategy.replace"), func() { p.write(papers, true) })
}

// write makes all papers before it writes the first, so that stopping half way
// leaves nothing.
func (p *Page) write(papers []sheetOfPaper, replace bool) {
	p.host.Work(words.Count("strategy.printing", len(papers)), func(ctx context.Context, progress func(float64)) error {
		made := make([][]byte, len(papers))
		for i, paper := range papers {
			share := func(s float64) { progress((float64(i) + s) / float64(len(papers))) }
			var err error
			if made[i], err = paper.make(ctx, share); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		for i, paper := range papers {
			if err := files.Write(paper.path, made[i], replace); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { p.written(papers, err) })
}

// written says what was written and offers to open it and to show its folder.
func (p *Page) written(papers []sheetOfPaper, err error) {
	if err != nil {
		p.host.Fail(err)
		return
	}
	open := func(key string, path string) *kit.Button {
		return kit.NewQuietButton(words.Text(key), nil, func() { p.host.OpenPath(path) })
	}
	last := papers[len(papers)-1].path
	folder := kit.NewQuietButton(words.Text("strategy.show_in_folder"), theme.FolderOpenIcon(), func() { p.host.ShowInFolder(last) })
	if len(papers) == 1 {
		p.frame.showDone(words.Text("strategy.written_one", "file", filepath.Base(last)), open("strategy.open", last), folder)
		return
	}
	p.frame.showDone(words.Text("strategy.written", "folder", filepath.Base(filepath.Dir(last))),
		open("strategy.open_first", papers[0].path), open("strategy.open_second", last), folder)
}

// printers make papers; a test puts its own in.
type printers struct {
	clean  func(strategy.Revision) func(context.Context, func(float64)) ([]byte, error)
	marked func(strategy.Revision, redline.Comparison) func(context.Context, func(float64)) ([]byte, error)
}

var paperPrinters = printers{
	clean: func(r strategy.Revision) func(context.Context, func(float64)) ([]byte, error) {
		return func(ctx context.Context, progress func(float64)) ([]byte, error) {
			return bilag.Clean(ctx, r, bilag.Options{Progress: progress})
		}
	},
	marked: func(r strategy.Revision, c redline.Comparison) func(context.Context, func(float64)) ([]byte, error) {
		return func(ctx context.Context, progress func(float64)) ([]byte, error) {
			return bilag.Marked(ctx, r, c, bilag.Options{Progress: progress})
		}
	},
}

// safeName is a title as a file name.
func safeName(title string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, title)
}
