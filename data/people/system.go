package people

import (
	"os/user"
	"strings"
	"unicode"
)

// FromSystem is a guess at who sits at this machine, for the first start: the
// full name of the system's user, else the user name with a capital letter.
// It answers false when the system tells neither; then somebody must be asked.
func FromSystem() (Person, bool) {
	u, err := user.Current()
	if err != nil {
		return Person{}, false
	}
	return fromUser(u.Name, u.Username)
}

// fromUser makes a person of a system's full name and user name. The full name
// may carry the fields of a Unix account ("Mette Holm,,,"), and the user name a
// Windows domain (`KOMMUNE\mho`) or a mail domain.
func fromUser(full, login string) (Person, bool) {
	name, _, _ := strings.Cut(full, ",")
	if name = tidy(name); !strings.ContainsFunc(name, unicode.IsLetter) || strings.EqualFold(name, login) {
		name = fromLogin(login)
	}
	p := Person{Name: name, Active: true}.Clean()
	return p, p.Check() == nil
}

// fromLogin makes a name of a user name: "mette.holm" → "Mette Holm".
func fromLogin(login string) string {
	login = login[strings.LastIndexByte(login, '\\')+1:]
	login, _, _ = strings.Cut(login, "@")
	words := strings.FieldsFunc(login, func(r rune) bool { return r == '.' || r == '_' || unicode.IsSpace(r) })
	for i, w := range words {
		letters := []rune(w)
		letters[0] = unicode.ToUpper(letters[0])
		words[i] = string(letters)
	}
	return strings.Join(words, " ")
}
