package strategy

import (
	"path/filepath"
	"strings"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// readFile reads a text. Of a Word file's revisions way is taken, and it is
// told what of the file could not be.
func readFile(path string, way docx.Revisions) (docx.Result, error) {
	data, err := files.Read(path, document.MaxFileSize)
	if err != nil {
		return docx.Result{}, err
	}
	return docx.ReadNamed(path, data, way)
}

// tracked is the first of the files that is Word's and carries tracked changes,
// "" when none does.
func tracked(paths ...string) (string, error) {
	for _, path := range paths {
		if !docx.IsWord(path) {
			continue
		}
		data, err := files.Read(path, document.MaxFileSize)
		if err != nil {
			return "", err
		}
		has, err := docx.HasRevisions(data)
		if err != nil {
			return "", fault.Wrap(err, fault.CodeOf(err), "path", path)
		}
		if has {
			return path, nil
		}
	}
	return "", nil
}

// askTracked asks how a Word file with tracked changes is to be read. keys begin
// the words for its title and for what each way means here.
func (p *Page) askTracked(path, keys string, run func(docx.Revisions), cancel func()) {
	lines := kit.Column(kit.Within,
		kit.NewSection(words.Text("strategy.tracked_title", "file", filepath.Base(path))),
		kit.NewQuiet(words.Text("strategy.tracked_text")))
	var first *kit.Button
	for _, way := range []struct {
		name   string
		choice docx.Revisions
	}{{"new", docx.New}, {"old", docx.Old}, {"changes", docx.AsChanges}} {
		b := kit.NewButton(words.Text("strategy.tracked_"+way.name), nil, func() { run(way.choice) })
		if first == nil {
			first = b
		}
		lines.Add(kit.Padded(kit.Within, 0, kit.Row(0, b)))
		lines.Add(kit.NewQuiet(words.Text("strategy." + keys + "_" + way.name)))
	}
	lines.Add(kit.Padded(kit.Between, 0, kit.Row(0, kit.NewQuietButton(words.Text("strategy.cancel"), nil, cancel))))
	p.frame.cover(p.question(520, lines))
	p.host.Canvas().Focus(first)
}

// tellLeftOut says in a quiet line what of the files was left out.
func (p *Page) tellLeftOut(paths []string, results []docx.Result) {
	var said []string
	for i, result := range results {
		var kinds []string
		for _, left := range result.LeftOut {
			kinds = append(kinds, words.Count("word.left-"+left.Kind, left.Count))
		}
		if len(kinds) > 0 {
			said = append(said, words.Text("strategy.left_out", "file", filepath.Base(paths[i]), "kinds", strings.Join(kinds, ", ")))
		}
	}
	if len(said) > 0 {
		p.frame.showTold(strings.Join(said, "\n"))
	}
}
