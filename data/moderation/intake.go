package moderation

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"synlig/data/fault"
)

// Kind is what sort of personal data was found: "cpr", "phone", "email",
// "address". Others come from a person who covers words by hand.
type Kind string

// CPR is the kind of a CPR number, whole or in part.
const CPR Kind = "cpr"

// ByHand is the kind of what a person covered: a name, a nickname, anything a
// rule cannot know.
const ByHand Kind = "name"

// Found is a stretch of text that holds personal data.
type Found struct {
	Start, End int // bytes
	Kind       Kind
}

// Finder finds personal data. The edge builds it from data/danish and the word
// lists.
type Finder func(text string) []Found

// MaskRules are what Intake works by.
type MaskRules struct {
	Find Finder
	// Names are what is written in place of each kind, without brackets:
	// "cpr-nummer". A kind without a name gets Names[""].
	Names map[Kind]string
}

// Cover is a place where something was covered.
type Cover struct {
	Start, End int // bytes of the masked text
	Kind       Kind
}

// Masked is a comment as it may be written down: what could be found of
// personal data is covered. Only Intake and Hide make one, so a function that
// takes a Masked cannot be handed a citizen's own words.
type Masked struct {
	text   string
	covers []Cover
}

// Text is the comment with "[cpr-nummer]" where a number stood.
func (m Masked) Text() string { return m.text }

// Covers are the places that were covered, in order.
func (m Masked) Covers() []Cover { return slices.Clone(m.covers) }

// Hash is the SHA-256 of the masked text. There is never a hash of the
// original: every dated CPR number can be tried in minutes.
func (m Masked) Hash() string { return TextHash(m.text) }

// TextHash is the SHA-256 of a masked text, in lower-case hexadecimal.
func TextHash(masked string) string {
	sum := sha256.Sum256([]byte(masked))
	return hex.EncodeToString(sum[:])
}

// MaxComment is the most bytes a comment may have, far above what Facebook
// takes (8,000 letters).
const MaxComment = 2 << 20

// The codes of what Intake refuses.
const (
	CommentEmpty fault.Code = "comment-empty"
	CommentLong  fault.Code = "comment-long"
)

// Intake makes a comment fit to be kept: hidden characters out, HTML read as
// text, letters in one piece, digits of other scripts as 0–9, and personal data
// covered. What comes back is all that may be written anywhere; the caller lets
// go of text. finds are the kinds that were covered, with how often.
func Intake(text string, rules MaskRules) (masked Masked, finds map[Kind]int, err error) {
	if len(text) > MaxComment {
		return Masked{}, nil, fault.New(CommentLong)
	}
	clean := Clean(text)
	if strings.TrimSpace(clean) == "" {
		return Masked{}, nil, fault.New(CommentEmpty)
	}
	masked = Masked{text: clean}
	// A second look finds what stood apart only because something between was
	// covered; it ends when there is nothing more.
	for range 3 {
		found := rules.Find(masked.text)
		found = slices.DeleteFunc(found, func(f Found) bool { return masked.covered(f.Start, f.End) })
		if len(found) == 0 {
			break
		}
		masked = masked.cover(found, rules)
	}
	finds = map[Kind]int{}
	for _, c := range masked.covers {
		finds[c.Kind]++
	}
	return masked, finds, nil
}

// Hide covers the bytes from start to end by hand: names cannot be found by
// rules. What is covered already, and what lies outside the text, stays.
func (m Masked) Hide(start, end int, kind Kind, rules MaskRules) Masked {
	start, end = max(start, 0), min(end, len(m.text))
	if start >= end || m.covered(start, end) {
		return m
	}
	return m.cover([]Found{{start, end, kind}}, rules)
}

// Remask reads a masked text back from where it was kept. The text is covered
// once more, so that nothing gets in by the back door.
func Remask(text string, covers []Cover, rules MaskRules) Masked {
	m := Masked{text: text}
	for _, c := range covers {
		if c.Start >= 0 && c.Start < c.End && c.End <= len(text) {
			m.covers = append(m.covers, c)
		}
	}
	if rules.Find == nil {
		return m
	}
	found := slices.DeleteFunc(rules.Find(text), func(f Found) bool { return m.covered(f.Start, f.End) })
	return m.cover(found, rules)
}

// covered tells whether a stretch touches a covered place.
func (m Masked) covered(start, end int) bool {
	return slices.ContainsFunc(m.covers, func(c Cover) bool { return start < c.End && c.Start < end })
}

// cover writes names over what was found. Finds that overlap become one.
func (m Masked) cover(found []Found, rules MaskRules) Masked {
	type cut struct {
		Found
		old bool // a cover that is there already
	}
	var cuts []cut
	for _, f := range found {
		if f.Start >= 0 && f.Start < f.End && f.End <= len(m.text) {
			cuts = append(cuts, cut{Found: f})
		}
	}
	for _, c := range m.covers {
		cuts = append(cuts, cut{Found(c), true})
	}
	slices.SortStableFunc(cuts, func(a, b cut) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var out strings.Builder
	var covers []Cover
	at := 0
	for i := 0; i < len(cuts); i++ {
		c := cuts[i]
		for i+1 < len(cuts) && cuts[i+1].Start < c.End && !c.old {
			i++
			c.End = max(c.End, cuts[i].End)
		}
		if c.Start < at {
			continue
		}
		out.WriteString(m.text[at:c.Start])
		start := out.Len()
		if c.old {
			out.WriteString(m.text[c.Start:c.End])
		} else {
			out.WriteString("[" + rules.name(c.Kind) + "]")
		}
		covers = append(covers, Cover{start, out.Len(), c.Kind})
		at = c.End
	}
	out.WriteString(m.text[at:])
	return Masked{out.String(), covers}
}

func (r MaskRules) name(kind Kind) string {
	if name, ok := r.Names[kind]; ok {
		return name
	}
	if name := r.Names[""]; name != "" {
		return name
	}
	return string(kind)
}
