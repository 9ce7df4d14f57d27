// Package redline compares two texts and says what changed: hunk → change →
// decision point. It also puts adopted changes back into the approved text and
// keeps what was said about a change tied to its place. It is pure, and it is
// the same to the byte every time: no clock, no files, no database, no window.
//
// The model: the approved text (base) never moves, the draft is edited freely,
// and changes are derived by comparing the two, never recorded as one types.
package redline

import (
	"time"

	"synlig/data/document"
)

// Comparison is everything that differs between base and draft.
type Comparison struct {
	Base, Draft []document.Block
	Blocks      []Block  // in reading order
	Changes     []Change // Changes[i].Number == i+1
	// Lapsed are the notes whose change is gone (bortfaldet): kept and shown,
	// never silently dropped.
	Lapsed []Note
}

// Status is what became of a block.
type Status uint8

// What can become of a block. A moved block stands twice: MovedFrom at its old
// place with its old text, MovedTo at its new place with its edits.
const (
	Same Status = iota
	Changed
	Inserted
	Deleted
	MovedFrom
	MovedTo
)

var statusNames = [...]string{"same", "changed", "inserted", "deleted", "moved_from", "moved_to"}

// String is the status's name in JSON.
func (s Status) String() string { return statusNames[s] }

// Block is one row of the marked text: usually one block, several on one side
// where a block was split or merged.
type Block struct {
	Status Status
	// Base and Draft are the indexes of the blocks compared here, ascending.
	// Base is empty for Inserted and MovedTo, Draft for Deleted and MovedFrom.
	// A split has one Base and several Draft, a merge the other way round.
	Base, Draft []int
	// Segments in order. Equal+Delete is the base text and Equal+Insert the
	// draft text (blocks within a split or merge joined by "\n"). A MovedFrom
	// holds its text as one Equal segment; a MovedTo is compared with it.
	Segments []Segment
	// Formats are changes of kind, level, bold, italic or link where the words
	// stayed.
	Formats []Format
	// Twin is, for MovedFrom and MovedTo, the index in Comparison.Blocks of
	// the other end; -1 otherwise.
	Twin int
	// Changes are the numbers of all changes seen in this block, ascending.
	Changes []int
}

// Op is what happened to a segment.
type Op uint8

// What can happen to a segment.
const (
	Equal Op = iota
	Delete
	Insert
)

var opNames = [...]string{"equal", "delete", "insert"}

// String is the operation's name in JSON.
func (o Op) String() string { return opNames[o] }

// Segment is a stretch of words with one fate. It lies within one block on
// each side; the border between two blocks of a split or merge is a segment of
// its own with the Text "\n".
type Segment struct {
	Op   Op
	Text string // as the draft spells it; for Delete as the base does
	// Old is the base's spelling of an Equal segment where it differs (other
	// quotation marks, a no-break space); otherwise "".
	Old string
	// Base and Draft say where the text stands. Base is the zero Piece for
	// Insert, Draft for Delete, and both for a border.
	Base, Draft Piece
	Change      int // number of the change, 0 for Equal
}

// Piece is the bytes [Start, End) of block Block (an index) of one side.
type Piece struct{ Block, Start, End int }

// Aspect is what a Format change is about.
type Aspect uint8

// The aspects of a block's form.
const (
	AspectKind Aspect = iota
	AspectLevel
	AspectBold
	AspectItalic
	AspectLink
)

var aspectNames = [...]string{"kind", "level", "bold", "italic", "link"}

// String is the aspect's name in JSON.
func (a Aspect) String() string { return aspectNames[a] }

// Format is a change of form where the words stayed the same.
type Format struct {
	Aspect      Aspect
	Base, Draft Piece  // the words it covers; the whole block for kind and level
	Old, New    string // kind name, level, "true"/"false", or address
	Change      int
}

// Class is how weighty a change is.
type Class string

// The classes of changes.
const (
	Editorial   Class = "redaktionel"
	Substantive Class = "indholdsmæssig"
	Structural  Class = "struktur"
)

// Action is what a change does to the text.
type Action uint8

// The actions of changes.
const (
	Edit   Action = iota // words within a block
	Add                  // whole blocks in
	Remove               // whole blocks out
	Move                 // blocks to another place; edits in them are changes of their own
	Split                // a new border, with the words that changed around it
	Merge                // a border gone, with the words that changed around it
	Reform               // kind, level or marks only
)

// Change is one numbered ændring: a deletion and its replacement are one.
type Change struct {
	Number int // 1, 2, 3 … in reading order; a move is numbered at its first end
	Action Action
	Class  Class
	// Old and New are the words before and after; blocks joined by "\n".
	// For Reform both are the words concerned, and Formats tell the rest.
	Old, New string
	Formats  []Format
	Anchor   Anchor
	// Blocks are the indexes in Comparison.Blocks where it is seen, ascending.
	Blocks []int
	// Note is what people said about the change; Note.Point is its decision
	// point, 0 for none.
	Note Note
	// Others are further notes that were said about what is one change now,
	// earliest first: nothing said is dropped. See Conflicting.
	Others []Note
}

// Conflicting tells whether changes of different decision points have grown
// together into this one. It must then be decided to which it belongs.
func (c Change) Conflicting() bool {
	for _, n := range c.Others {
		if n.Point != c.Note.Point {
			return true
		}
	}
	return false
}

// Anchor ties a note to its place, in the coordinates of the base, which never
// moves.
type Anchor struct {
	// Block is the id of the base block. When After is set it is the block
	// behind which whole blocks are inserted, "" for the very beginning.
	Block string `json:"block"`
	After bool   `json:"after,omitempty"`
	// From and To are the word range [From, To) in the base block; From == To
	// for an insertion between words.
	// Words, numbers and punctuation marks are counted alike, as comparing
	// counts them; the border behind the block's last word counts as one more.
	From int `json:"from"`
	To   int `json:"to"`
	// Through is the id of the block that To counts in, where it is not Block:
	// a run of removed or moved blocks, a merge.
	Through string `json:"through,omitempty"`
	// Act is what the change did. A note about a move or a reform belongs to
	// the block as such, and never to the words in it.
	Act Action `json:"act,omitempty"`
	// Text is the inserted text of a pure insertion, by which it is known
	// again (Dice ≥ 0.5 on words).
	Text string `json:"text,omitempty"`
}

// Note is what people said about a change.
type Note struct {
	Anchor Anchor
	Class  Class // the person's own judgement; "" leaves it to the program
	Reason string
	Point  int // decision point, 0 for none
	Author string
	At     time.Time
}

// Options are what Compare needs to know besides the texts.
type Options struct {
	// Notes are attached to the changes at their place. Changes of different
	// decision points are never grown together.
	Notes []Note
	// Weighty are lower-case words whose coming or going always makes a change
	// indholdsmæssig, however small ("ikke", "skal", "kan").
	Weighty []string
}

// Stats are the sizes of a comparison, in words (tokens that are not spaces or
// punctuation).
type Stats struct {
	WordsOld    int
	WordsNew    int
	WordsMarked int // deleted and inserted words; a moved block's words count
	Changes     int
}
