package moderation

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"time"
)

// Event is what a line of the record says happened.
type Event string

// The events of the record.
const (
	EventReceived  Event = "modtaget"
	EventProposed  Event = "foreslaaet" // waits for a second person
	EventDecided   Event = "besluttet"  // snapshot, action, note and notice
	EventAgreed    Event = "tiltraadt"
	EventRefused   Event = "afvist"
	EventCopied    Event = "svar_kopieret"
	EventSent      Event = "besked_sendt"
	EventDone      Event = "gjort_paa_facebook"
	EventNote      Event = "notat"
	EventAssigned  Event = "tildelt"
	EventDeadline  Event = "frist"
	EventPicture   Event = "billede"
	EventObjection Event = "indsigelse_modtaget"
	EventUpheld    Event = "indsigelse_fastholdt"
	EventOverruled Event = "indsigelse_medhold"
	EventLifted    Event = "blokering_ophaevet"
	EventMinutes   Event = "minutter"
	EventExported  Event = "eksporteret"
	EventForgotten Event = "glemt"
	EventEdition   Event = "udgave" // a new edition of the checklist or the templates
	EventAdopted   Event = "vedtaget"
	EventCovered   Event = "skjult_mere" // somebody covered more words by hand
)

// Line is one line of the record, as it stands for ever: it holds no word of
// anybody's comment. Cover is the SHA-256 of a salt and what the line is about;
// salt and content lie beside it and can be forgotten, and the line and the
// chain stay.
type Line struct {
	Seq    int64
	At     time.Time // to the nanosecond, UTC
	Event  Event
	Case   int64 // 0: about no case
	Person int64 // who works here; 0 for the program
	Actor  string
	Cover  [32]byte
	Hash   [32]byte
}

// Entry is a line with what it is about, as people read it.
type Entry struct {
	Line
	Content   string // canonical JSON; "" when it was forgotten
	Forgotten bool
}

// Genesis is what stands before the first line.
var Genesis = sha256.Sum256([]byte("synlig record 1"))

// Seal is the SHA-256 of salt and content. The salt is random, so nobody can
// try contents against it once it is gone.
func Seal(salt, content []byte) [32]byte {
	h := sha256.New()
	h.Write(salt)
	h.Write(content)
	var sum [32]byte
	h.Sum(sum[:0])
	return sum
}

// LineTime is a line's time as it is kept and hashed: UTC, with all nine digits
// of its second.
func LineTime(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05.000000000Z") }

// Chain is the hash of a line that follows one with the hash before: SHA-256
// over its canonical bytes.
func (l Line) Chain(before [32]byte) [32]byte {
	c := Canonical{Before: before[:], Seq: l.Seq, At: []byte(LineTime(l.At)), Event: []byte(l.Event),
		Case: l.Case, Person: l.Person, Actor: []byte(l.Actor), Cover: l.Cover[:]}
	return sha256.Sum256(c.Append(make([]byte, 0, 224)))
}

// Canonical is a line as it stands in the workspace, for who looks through a
// million of them.
type Canonical struct {
	Before, At, Event, Actor, Cover []byte
	Seq, Case, Person               int64
}

// Append writes the line's canonical bytes after b: fields in a fixed order,
// numbers as eight bytes big-endian, texts with their length before them, so
// that no two lines have the same bytes.
func (c Canonical) Append(b []byte) []byte {
	for _, n := range [...]int64{c.Seq, c.Case, c.Person} {
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	for _, field := range [...][]byte{c.Before, c.At, c.Event, c.Actor, c.Cover} {
		b = binary.BigEndian.AppendUint64(b, uint64(len(field)))
		b = append(b, field...)
	}
	return b
}

// HashText is a line's hash as it is printed: 64 letters.
func HashText(hash [32]byte) string { return hex.EncodeToString(hash[:]) }

// Verdict is what a look through the whole record found.
type Verdict struct {
	Lines     int64
	Forgotten int64 // lines whose content was forgotten
	Last      string
	LastAt    time.Time
	// Broken is the first thing that is not as it was written; nil when all is
	// well.
	Broken *Break
	// Known tells whether the printed hash that was asked for stands in the
	// record, and at which line.
	Known   bool
	KnownAt int64
}

// OK tells whether everything is as it was written.
func (v Verdict) OK() bool { return v.Broken == nil }

// Break is the first thing that was altered.
type Break struct {
	Kind string // "line", "gap", "content", "case", "action", "edition", "version", "database"
	Seq  int64  // the line; 0 where it is about none
	Case int64
	At   time.Time // the line's time, as it stands
	What string    // the edition's or the document's name, the database's own words
}
