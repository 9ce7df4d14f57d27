package docx

import (
	"path/filepath"
	"slices"
	"strings"

	"synlig/data/document"
	"synlig/data/fault"
)

// Extensions are how the names of Word files end, in lower case.
var Extensions = []string{".docx", ".docm", ".dotx"}

// IsWord tells by its name whether a file is read as Word's.
func IsWord(name string) bool {
	return slices.Contains(Extensions, strings.ToLower(filepath.Ext(name)))
}

// ReadNamed reads a text of any kind that the office has, chosen by the file's
// name: Word's files as Read does, all others as document.Read does, where Base
// is the same text. Errors are theirs, with the argument "path", and
// "file-empty" when there are no words in the file.
func ReadNamed(name string, data []byte, choice Revisions) (Result, error) {
	if !IsWord(name) {
		blocks, err := document.Read(name, data)
		return Result{Blocks: blocks, Base: blocks}, err
	}
	result, err := Read(data, choice)
	if err != nil {
		return Result{}, fault.Wrap(err, fault.CodeOf(err), "path", name)
	}
	if len(result.Blocks) == 0 {
		return Result{}, fault.New("file-empty", "path", name)
	}
	return result, nil
}
