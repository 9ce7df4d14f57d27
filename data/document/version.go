package document

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"time"
)

// Status is how far a version has come.
type Status string

// A version goes draft → submitted → approved → replaced. Approved and
// replaced versions never change; the database refuses it.
const (
	Draft     Status = "kladde"
	Submitted Status = "fremsendt"
	Approved  Status = "godkendt"
	Replaced  Status = "erstattet"
)

// Meeting is where a version is or was decided.
type Meeting struct {
	Body string    // "Borgerrådgiverudvalget"
	Date time.Time // the day, at midnight UTC; zero when not known
	Item string    // agenda item, "6"
}

// Version is one state of a document.
type Version struct {
	Number  int // 1, 2, 3 … within its document
	Status  Status
	BasedOn int // number of the version it revises; 0 for the first
	Author  string
	Changed time.Time
	Meeting Meeting // the meeting that approved it, or that it is meant for
	Blocks  []Block
}

// Hash is the SHA-256 of the version's content: kind, level, text and styles
// of each block in order. Ids, authors and dates are left out, so that two
// versions that read the same have the same hash.
func (v Version) Hash() string { return Hash(v.Blocks) }

// ShortHash is the first eight digits of Hash, as printed on the papers.
func (v Version) ShortHash() string { return v.Hash()[:8] }

// Hash is the SHA-256 of the blocks' content in lower-case hexadecimal.
func Hash(blocks []Block) string {
	h := sha256.New()
	var n [8]byte
	number := func(v int) {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	text := func(s string) {
		number(len(s))
		io.WriteString(h, s)
	}
	for _, b := range blocks {
		text(b.Kind.String())
		number(b.Level)
		text(b.Text)
		number(len(b.Spans))
		for _, s := range b.Spans {
			number(s.Start)
			number(s.End)
			flags := 0
			if s.Bold {
				flags |= 1
			}
			if s.Italic {
				flags |= 2
			}
			number(flags)
			text(s.Link)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
