package console

import (
	"fmt"
	"strings"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/screens/words"
)

// revisions are the ways to read a Word file that carries tracked changes, as
// --revisioner names them: how the old file and how the new one is read.
var revisions = map[string][2]docx.Revisions{
	"ny":        {docx.New, docx.New},
	"gammel":    {docx.Old, docx.Old},
	"ændringer": {docx.Old, docx.New}, // what is tracked counts as changed
}

// readBoth reads the two files to compare. choice is --revisioner; "" is ny,
// which is said when a file makes a difference of it.
func (c Console) readBoth(old, new, choice string) (before, after []document.Block, err error) {
	asked := choice != ""
	if !asked {
		choice = "ny"
	}
	ways, ok := revisions[choice]
	if !ok {
		return nil, nil, fault.New("option-unknown", "command", "sammenlign", "option", "--revisioner "+choice)
	}
	if before, err = c.readDocument(old, ways[0], asked); err != nil {
		return nil, nil, err
	}
	after, err = c.readDocument(new, ways[1], asked)
	return before, after, err
}

// readDocument reads a text, and tells what of a Word file it could not take in.
func (c Console) readDocument(path string, way docx.Revisions, asked bool) ([]document.Block, error) {
	data, err := files.Read(path, document.MaxFileSize)
	if err != nil {
		return nil, err
	}
	result, err := docx.ReadNamed(path, data, way)
	if err != nil {
		return nil, err
	}
	if result.HasRevisions && !asked {
		fmt.Fprintln(c.Err, words.Text("console.revisions-new", "path", path))
	}
	if len(result.LeftOut) > 0 {
		var kinds []string
		for _, left := range result.LeftOut {
			kinds = append(kinds, words.Count("word.left-"+left.Kind, left.Count))
		}
		fmt.Fprintln(c.Err, words.Text("console.left-out", "path", path, "kinds", strings.Join(kinds, ", ")))
	}
	return result.Blocks, nil
}
