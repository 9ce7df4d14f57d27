package document

import (
	"path/filepath"
	"slices"
	"strings"

	"synlig/data/fault"
	"synlig/data/tabular"
)

// Format reads one kind of file.
type Format struct {
	Extensions []string // with the dot, lower case
	Read       func(data []byte) ([]Block, error)
}

// Formats are the kinds of files that this package reads. Word files are read by
// data/docx, whose ReadNamed knows these too.
var Formats = []Format{
	{[]string{".md", ".markdown"}, decoded(FromMarkdown)},
	{[]string{".txt", ".text"}, decoded(FromText)},
}

// MaxFileSize is the largest file that is opened as a document, in bytes:
// about 15,000 pages.
const MaxFileSize = 64 << 20

func decoded(read func(string) []Block) func([]byte) ([]Block, error) {
	return func(data []byte) ([]Block, error) {
		text, _, err := tabular.Decode(data)
		if err != nil {
			return nil, err
		}
		return read(text), nil
	}
}

// Read gives the blocks of a file with that name and content. The name's ending
// chooses the reader among Formats.
//
// Errors, all with the argument "path": "file-too-large", "file-empty" when
// there are no words in it, "file-binary" when it is not text, "format-word"
// and "format-unknown" when no reader knows the ending.
func Read(name string, data []byte) ([]Block, error) {
	if len(data) > MaxFileSize {
		return nil, fault.New("file-too-large", "path", name)
	}
	extension := strings.ToLower(filepath.Ext(name))
	for _, format := range Formats {
		if !slices.Contains(format.Extensions, extension) {
			continue
		}
		blocks, err := format.Read(data)
		if err != nil {
			return nil, fault.Wrap(err, fault.CodeOf(err), "path", name)
		}
		if len(blocks) == 0 {
			return nil, fault.New("file-empty", "path", name)
		}
		return blocks, nil
	}
	if slices.Contains([]string{".doc", ".docx", ".odt", ".rtf"}, extension) {
		return nil, fault.New("format-word", "path", name)
	}
	return nil, fault.New("format-unknown", "path", name)
}
