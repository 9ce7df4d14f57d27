// Package docx reads and writes Word files (.docx) with genuine tracked
// changes. Reading turns a file into blocks, with its revisions accepted,
// rejected or taken in as changes, and tells what it had to leave out; writing
// turns a revision into a file whose changes Word and LibreOffice can accept and
// reject one by one. It is bytes in and bytes out: it opens no files, asks
// nobody, and trusts nothing in what it is handed.
//
// The format is ISO/IEC 29500 (ECMA-376), transitional and strict.
package docx

import (
	"time"

	"synlig/data/document"
	"synlig/data/redline"
)

// Revisions is what becomes of the tracked changes in a file that is read.
type Revisions uint8

// The three ways to read a file with tracked changes.
const (
	New       Revisions = iota // the new text: every change accepted
	Old                        // the old text: every change rejected
	AsChanges                  // both, so that comparing them finds the changes
)

// Result is what was read from a file.
type Result struct {
	// Blocks are the text: with all changes rejected for Old, else accepted.
	Blocks []document.Block
	// Base is the text with all changes rejected. Only AsChanges gives it;
	// redline.Compare(Base, Blocks) then finds the changes.
	Base []document.Block
	// Tracked are the file's revisions in reading order; only for AsChanges.
	Tracked []Tracked
	// HasRevisions tells whether the file carries tracked changes, as
	// HasRevisions does.
	HasRevisions bool
	// LeftOut are the kinds of things in the file that a text of blocks cannot
	// hold, in the order they were first met.
	LeftOut []LeftOut
}

// Op is what a tracked change did.
type Op uint8

// The operations of tracked changes.
const (
	Inserted Op = iota
	Deleted
	MovedFrom // deleted here, and inserted where a MovedTo is
	MovedTo
	Reformed // another style, list, bold or italic
)

var opNames = [...]string{"inserted", "deleted", "moved_from", "moved_to", "reformed"}

// String is the operation's name in JSON.
func (o Op) String() string { return opNames[o] }

// onBase tells whether the operation's words stand in the old text.
func (o Op) onBase() bool { return o == Deleted || o == MovedFrom }

// Tracked is one revision of the file: neighbours of one author, time and
// operation are one.
type Tracked struct {
	Author string
	Date   time.Time // in UTC; zero when the file does not tell it
	Op     Op
	// Text are the words concerned. A paragraph mark is "\n".
	Text string
	// Places are where the words stand: in Result.Base for Deleted and
	// MovedFrom, else in Result.Blocks. Marks of paragraphs have no place.
	Places []redline.Piece
	// Comments are the comments that hang on the words.
	Comments []Comment
}

// Comment is what somebody wrote in the margin.
type Comment struct {
	Author string
	Date   time.Time // in UTC; zero when the file does not tell it
	Text   string    // paragraphs joined by "\n"
}

// LeftOut is a kind of thing that was left out, and how many there were.
type LeftOut struct {
	Kind  string // its words are counted in assets/translations, "word.left-<Kind>"
	Count int
}

// The kinds of things that are left out.
const (
	Images       = "image"
	TextBoxes    = "textbox"
	Footnotes    = "footnote"
	Endnotes     = "endnote"
	Headers      = "header"
	Footers      = "footer"
	Comments     = "comment"
	Charts       = "chart"
	Objects      = "object"      // something of another program, or another file
	Contents     = "contents"    // a table of contents, which is computed
	Hidden       = "hidden"      // text that is set not to be seen
	Placeholders = "placeholder" // "click here to write"
	Symbols      = "symbol"      // a sign of a picture font that has no letter
	Tables       = "table"       // only the table's form: each row is a paragraph
)

// Read reads a Word file.
//
// Errors: "word-protected" for a file behind a password, "word-old" for the
// format of before 2007, "word-foreign" when it is a zip file of another kind,
// "word-broken" when it is cut off or not well formed, "word-unsafe" when it is
// built as no word processor does, and "word-too-large" when it unfolds beyond
// all measure.
func Read(data []byte, choice Revisions) (Result, error) {
	file, err := open(data)
	if err != nil {
		return Result{}, err
	}
	book, err := file.references()
	if err != nil {
		return Result{}, err
	}
	b := newBody(book, choice)
	if err := b.read(file); err != nil {
		return Result{}, err
	}
	return b.result(), nil
}
