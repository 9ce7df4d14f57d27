package survey

import (
	"os"
	"path/filepath"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/survey/importer"
)

// source is what a wave is read from: files on the disk, or what was pasted.
type source struct {
	paths  []string
	pasted string
}

// name is what is shown of it.
func (s source) name() string {
	if len(s.paths) == 0 {
		return text("pasted")
	}
	return filepath.Base(s.paths[0])
}

// open opens the files for as long as use takes. Nothing of them is copied.
func (s source) open(use func([]importer.File) error) error {
	if len(s.paths) == 0 {
		return use([]importer.File{importer.FromBytes(text("pasted"), []byte(s.pasted))})
	}
	var list []importer.File
	for _, path := range s.paths {
		file, err := files.Open(path)
		if err != nil {
			return err
		}
		defer func(file *os.File) { file.Close() }(file)
		info, err := file.Stat()
		if err != nil {
			return fault.Wrap(err, files.Unreadable, "path", path)
		}
		list = append(list, importer.File{Name: path, Content: file, Size: info.Size()})
	}
	return use(list)
}
