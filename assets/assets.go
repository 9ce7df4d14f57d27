// Package assets holds everything the program carries inside itself: fonts,
// icons, words, hyphenation patterns, word lists, help pages and the example
// office's texts. It knows nothing of what they are used for.
package assets

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed all:fonts all:hyphenation all:words all:help all:examples all:icons all:licenses all:translations all:posts all:rules all:survey
var files embed.FS

// Read is the bytes of the embedded file with that path ("help/strategi.md").
// It panics when there is none: the path is the program's own.
func Read(path string) []byte {
	data, err := files.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return data
}

// Names are the names of the files in an embedded folder, sorted.
func Names(folder string) []string {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		panic(err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

// Lines are the lines of an embedded word list without blank ones and comments
// (from "#" to the end of the line).
func Lines(path string) []string {
	var lines []string
	for line := range strings.Lines(string(Read(path))) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// Fonts are the four faces of the text font: regular, bold, italic, bold italic.
func Fonts() [4][]byte {
	var faces [4][]byte
	for i, name := range [4]string{"Regular", "Bold", "It", "BoldIt"} {
		faces[i] = Read("fonts/SourceSans3-" + name + ".ttf")
	}
	return faces
}
