// Package people knows who works here: name, initials and role. Choosing a
// person says who is writing and is no login. It knows no database and no
// window; data/store keeps the people.
package people

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"synlig/data/fault"
)

// Person is somebody who writes in the office's papers.
type Person struct {
	ID       int64  // given by the store; 0 before that
	Name     string // "Anna-Lise Østergård", 1–100 characters
	Initials string // "ALØ", 1–5 letters or digits, unique in the office
	Role     string // "Kommunikationskonsulent", may be empty
	Active   bool   // false for one who has left; never deleted, as texts bear the name
}

// The most characters a person's fields may have.
const (
	MaxName     = 100
	MaxInitials = 5
	MaxRole     = 100
)

// The codes of what Check refuses.
const (
	NameMissing fault.Code = "person-name-missing"
	NameInvalid fault.Code = "person-name-invalid"
	BadInitials fault.Code = "person-initials-invalid"
	RoleInvalid fault.Code = "person-role-invalid"
)

// Clean is p as it is kept: outer and doubled spaces removed, letters in one
// piece (å is not a and a ring), initials in capitals and made from the name
// when there are none.
func (p Person) Clean() Person {
	p.Name = tidy(p.Name)
	p.Role = tidy(p.Role)
	p.Initials = strings.ToUpper(tidy(p.Initials))
	if p.Initials == "" {
		p.Initials = Initials(p.Name)
	}
	return p
}

// Check tells what is wrong with a person that Clean has put in order: a
// missing or too long name, initials that are none, a too long role.
func (p Person) Check() error {
	switch {
	case p.Name == "":
		return fault.New(NameMissing)
	case !fits(p.Name, MaxName):
		return fault.New(NameInvalid)
	case !fits(p.Role, MaxRole):
		return fault.New(RoleInvalid)
	case p.Initials == "" || !fits(p.Initials, MaxInitials) || strings.ContainsFunc(p.Initials, notInitial):
		return fault.New(BadInitials)
	}
	return nil
}

func notInitial(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// fits tells whether s is at most limit characters of plain text.
func fits(s string, limit int) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= limit && !strings.ContainsFunc(s, unicode.IsControl)
}

func tidy(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }
