// Package moderation is the office's way with citizens' comments: the public
// rules, the checklist of eighteen questions, what it recommends, the replies,
// the cases, and the record that shows years later what was done and why. It is
// pure: data/store keeps the cases and the record, data/bilag prints them. It
// may not know who wrote a comment, and what leaves Intake holds no personal
// data that could be found.
package moderation

import "time"

// Edition is one version of something the office edits: the rules, the
// checklist, the reply templates. Every case cites the editions it was decided
// by.
type Edition struct {
	Number  int       `json:"number"`  // 1, 2, 3 …; 0 for the set built into the program, before the office has its own
	Hash    string    `json:"hash"`    // SHA-256 of the content, lower-case hexadecimal
	Adopted time.Time `json:"adopted"` // the day, at midnight UTC; zero: "Forslag – ikke vedtaget"
	Author  string    `json:"author"`
	Changed time.Time `json:"changed"`
}

// Proposal tells whether nobody has adopted the edition yet.
func (e Edition) Proposal() bool { return e.Adopted.IsZero() }

// Sources are the editions a case cites.
type Sources struct {
	Rules     Edition `json:"rules"`
	Checklist Edition `json:"checklist"`
	Templates Edition `json:"templates"`
	// Cited is the rule as it read when it was cited; the zero Rule for none.
	Cited Rule `json:"cited"`
}
