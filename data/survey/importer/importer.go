// Package importer turns the files of survey systems into waves: Read takes the
// bytes in, Examine guesses what they mean, a person may correct every guess,
// and Import makes the wave. What the guesses came to is a Profile, which the
// next wave uses again. It opens no files and keeps nothing; what it found
// leaves it as codes with arguments.
package importer

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"

	"synlig/data/fault"
)

// File is one file as it was given: its name, for its ending and for messages,
// and its content.
type File struct {
	Name    string
	Content io.ReaderAt
	Size    int64
}

// FromBytes is a file in memory; also for what was pasted.
func FromBytes(name string, data []byte) File {
	return File{name, bytes.NewReader(data), int64(len(data))}
}

// Progress is told how much of the work is done, from 0 to 1; it may be nil.
type Progress func(share float64)

func (p Progress) tell(done, total int64) {
	if p != nil && total > 0 {
		p(min(1, float64(done)/float64(total)))
	}
}

// The most that is taken in. A file over the first is refused with its size; a
// file below it is streamed and never in memory as a whole.
const (
	maxFile  = 1 << 30
	maxCells = 150_000_000
)

// Finding is a guess or a warning for a person: a code, the values its sentence
// needs, and whether the importer is sure of it. The words stand under
// "survey-import" in the translations.
type Finding struct {
	Code string
	Args map[string]string
	Sure bool
}

func found(sure bool, code string, pairs ...string) Finding {
	return Finding{code, fault.New("", pairs...).Args, sure}
}

// Unsure are the findings that a person should look at.
func Unsure(all []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool { return f.Sure })
}

// Strict refuses where the importer is not sure of everything. Errors:
// "import-unsure" (count, and the codes).
func Strict(all []Finding) error {
	unsure := Unsure(all)
	if len(unsure) == 0 {
		return nil
	}
	var codes []string
	for _, f := range unsure {
		if !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	return fault.New("import-unsure", "count", itoa(len(unsure)), "codes", strings.Join(codes, ", "))
}

// cancelled gives the code for work that somebody stopped.
func cancelled(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fault.Wrap(err, "import-cancelled")
	}
	return nil
}
