package console

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/links"
	"synlig/data/store"
	"synlig/data/tabular"
	"synlig/screens/words"
)

// check looks a text over before others see it: personal data, plain Danish,
// readability and links. Something that must go makes it answer Failed.
func (c Console) check(ctx context.Context, args []string) error {
	o := optionsOf("tjek")
	asJSON := o.set.Bool("json", false, "")
	workspace := o.set.String("data", "", "")
	paths, err := o.words(args)
	switch {
	case err != nil:
		return err
	case len(paths) == 0:
		paths = []string{standardInput}
	case len(paths) > 1:
		return fault.New("words-missing", "command", "tjek")
	}
	lists, sites, err := c.officeRules(ctx, *workspace)
	if err != nil {
		return err
	}
	text, err := c.readText(paths[0])
	if err != nil {
		return err
	}
	checked := checkedText{text: text, report: danish.New(lists).Check(text), links: links.Find(text), sites: sites}
	if *asJSON {
		err = writeJSON(c.Out, checked.json())
	} else {
		err = checked.tell(c.Out)
	}
	if err == nil && danish.HasRed(checked.report.Personal) {
		return errFailed
	}
	return err
}

// officeRules are the word lists and own sites of the office's workspace, or the
// program's.
func (c Console) officeRules(ctx context.Context, path string) (danish.Lists, links.Sites, error) {
	if path == "" {
		return store.BuiltInWordLists(), links.BuiltIn, nil
	}
	workspace, err := store.Open(ctx, path, store.Options{Clock: c.Clock})
	if err != nil {
		return nil, nil, err
	}
	defer workspace.Close()
	lists, err := workspace.WordLists(ctx)
	if err != nil {
		return nil, nil, err
	}
	sites, err := workspace.Sites(ctx)
	return lists, sites, err
}

// standardInput is the path that means what comes through the pipe.
const standardInput = "-"

// readText reads a file as one text: Word's with a blank line between the
// paragraphs, all others as they stand, whatever their encoding. Letters that
// another program garbled are mended.
func (c Console) readText(path string) (string, error) {
	data, err := c.readBytes(path)
	if err != nil {
		return "", err
	}
	if docx.IsWord(path) {
		return c.readWord(path, data)
	}
	if slices.Contains([]string{".doc", ".odt", ".rtf"}, strings.ToLower(filepath.Ext(path))) {
		return "", fault.New("format-word", "path", path)
	}
	if path == standardInput {
		path = words.Text("console.check-pipe") // in what is said of it
	}
	text, _, err := tabular.Decode(withoutNUL(data))
	if err != nil {
		return "", fault.Wrap(err, fault.CodeOf(err), "path", path)
	}
	text = tabular.Repair(text)
	if strings.TrimSpace(text) == "" {
		return "", fault.New("file-empty", "path", path)
	}
	return text, nil
}

func (c Console) readBytes(path string) ([]byte, error) {
	if path != standardInput {
		return files.Read(path, document.MaxFileSize)
	}
	if c.In == nil {
		return nil, nil
	}
	data, err := io.ReadAll(io.LimitReader(c.In, document.MaxFileSize+1))
	switch {
	case err != nil:
		return nil, fault.Wrap(err, "file-unreadable", "path", path)
	case len(data) > document.MaxFileSize:
		return nil, fault.New("file-too-large", "path", path, "limit", "64")
	}
	return data, nil
}

func (c Console) readWord(path string, data []byte) (string, error) {
	result, err := docx.ReadNamed(path, data, docx.New)
	if err != nil {
		return "", err
	}
	paragraphs := make([]string, len(result.Blocks))
	for i, block := range result.Blocks {
		paragraphs[i] = block.Text
	}
	return strings.Join(paragraphs, "\n\n"), nil
}

// withoutNUL puts what is as unseen in the place of NUL, so that a text in UTF-8
// with one in it is still read, and every position stays.
func withoutNUL(data []byte) []byte {
	if tabular.Detect(data) != tabular.UTF8 {
		return data
	}
	return bytes.ReplaceAll(data, []byte{0}, []byte("\u200b"))
}
