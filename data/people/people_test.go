package people

import (
	"strings"
	"testing"
	"unicode/utf8"

	"synlig/data/fault"
)

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Anna-Lise Østergård":     "ALØ",
		"Mette Holm":              "MH",
		"Mette":                   "ME",
		"Å":                       "Å",
		"A\u030Ase Dahl":          "ÅD", // decomposed å
		"Peter van der Berg":      "PB",
		"karen blå":               "KB",
		"J. P. Holm":              "JPH",
		"Ida Eva Mai Liv Sol Dam": "IEMD",
		"  Bo   Ek ":              "BE",
		"Çelik Ödemiş":            "ÇÖ",
		"mho":                     "MH",
		"":                        "",
		"123 !":                   "",
		"Mette (vikar)":           "M",
		"O'Neill Bo":              "OB",
		strings.Repeat("Lang", 50) + " Efternavn": "LE",
	} {
		if got := Initials(name); got != want {
			t.Errorf("Initials(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestFromUser(t *testing.T) {
	for _, c := range []struct{ full, login, name, initials string }{
		{"Mette Holm,,,", "mho", "Mette Holm", "MH"},
		{"", "mho", "Mho", "MH"},
		{"mho", "mho", "Mho", "MH"},
		{"", `KOMMUNE\mette.holm`, "Mette Holm", "MH"},
		{",,,", "mette_holm@example.org", "Mette Holm", "MH"},
	} {
		p, ok := fromUser(c.full, c.login)
		if !ok || p.Name != c.name || p.Initials != c.initials || !p.Active {
			t.Errorf("fromUser(%q, %q) = %+v, %v", c.full, c.login, p, ok)
		}
	}
	if p, ok := fromUser("", "1000"); ok {
		t.Errorf("a number is no name: %+v", p)
	}
	if p, ok := FromSystem(); ok && p.Check() != nil {
		t.Errorf("FromSystem gave a person that Check refuses: %+v", p)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		person Person
		want   fault.Code
	}{
		{Person{Name: "Mette Holm"}, ""},
		{Person{Name: "Mette Holm", Initials: "mho2", Role: " Jurist "}, ""},
		{Person{Name: " \t"}, NameMissing},
		{Person{Name: strings.Repeat("å", MaxName)}, ""},
		{Person{Name: strings.Repeat("å", MaxName+1)}, NameInvalid},
		{Person{Name: "Mette\x00Holm"}, NameInvalid},
		{Person{Name: "Mette \xff"}, NameInvalid},
		{Person{Name: "Mette", Initials: "M H"}, BadInitials},
		{Person{Name: "Mette", Initials: "MHOLMX"}, BadInitials},
		{Person{Name: "4711"}, BadInitials},
		{Person{Name: "Mette", Role: strings.Repeat("r", MaxRole+1)}, RoleInvalid},
	} {
		if got := fault.CodeOf(c.person.Clean().Check()); got != c.want {
			t.Errorf("%+v: %q, want %q", c.person, got, c.want)
		}
	}
	if got := (Person{Name: "  A\u030Ase   Dahl "}).Clean(); got.Name != "Åse Dahl" || got.Initials != "ÅD" {
		t.Errorf("Clean gave %+v", got)
	}
}

func FuzzInitials(f *testing.F) {
	for _, name := range []string{"Anna-Lise Østergård", "", "\xff", "ß", "ŉ", "a\u0301"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		initials := Initials(name)
		if n := utf8.RuneCountInString(initials); utf8.ValidString(name) && n > 12 || strings.ContainsAny(initials, " -.") {
			t.Errorf("Initials(%q) = %q", name, initials)
		}
	})
}
