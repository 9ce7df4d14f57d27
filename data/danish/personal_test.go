package danish

import (
	"strings"
	"testing"
)

// of is the finds of one kind.
func of(kind Kind, finds []Find) (some []Find) {
	for _, f := range finds {
		if f.Kind == kind {
			some = append(some, f)
		}
	}
	return some
}

// The column "flag" of the office's table, and what it says of each form.
func TestTableOfPersonalNumbers(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]struct {
		level Level
		rule  string
		match string
	}{
		"140585-2981": {Red, "modulus", "14••••-••••"}, "311217-6852": {Red, "modulus", "31••••-••••"},
		"111111-1118": {Red, "modulus", "11••••-••••"}, "200600-0005": {Red, "modulus", "20••••-••••"},
		"010165-0000": {Red, "date", "01••••-••••"}, "121200-0004": {Red, "date", "12••••-••••"},
		"140322-5166": {Red, "date", "14••••-••••"}, "290204-0000": {Red, "date", "29••••-••••"},
		"010165 0000":            {Red, "date", "01•••• ••••"},
		"0101650000":             {Yellow, "digits", "01••••••••"},
		"1405852981":             {Red, "modulus", "14••••••••"},
		"mit cpr 0101650000":     {Red, "word", "01••••••••"},
		"født 0101650000":        {Yellow, "digits", "01••••••••"},
		"cpr 290215-2353":        {Yellow, "word", "29••••-••••"},
		"cpr-nr. 140585":         {Red, "part", "14••••"},
		"født 140585":            {Yellow, "part", "14••••"},
		"140585-xxxx":            {Yellow, "masked", "14••••-••••"},
		"cpr 140585-xxxx":        {Red, "masked", "14••••-••••"},
		"cpr: 140585-298":        {Red, "part", "14••••-•••"},
		"cpr 140585-29xx":        {Red, "part", "14••••-••••"},
		"140585•2981":            {Red, "modulus", "14•••••••••"},
		"1 4 0 5 8 5 - 2 9 8 1":  {Red, "modulus", "1 4 • • • • - • • • •"},
		"Ring til 1405852981 nu": {Red, "modulus", "14••••••••"},
	} {
		finds := of(CPR, rules.PersonalData(text))
		if len(finds) != 1 || finds[0].Level != want.level || finds[0].Rule != want.rule || finds[0].Match != want.match {
			t.Errorf("%q: %+v", text, finds)
		}
	}
}

func TestCenturies(t *testing.T) {
	for _, c := range []struct {
		yy      int
		seventh rune
		want    int
	}{
		{0, '0', 1900}, {99, '3', 1999}, {36, '4', 2036}, {37, '4', 1937}, {36, '9', 2036}, {37, '9', 1937},
		{57, '5', 2057}, {58, '5', 1858}, {0, '8', 2000}, {99, '8', 1899},
	} {
		if got := century(c.yy, c.seventh); got != c.want {
			t.Errorf("%02d and %c: %d, want %d", c.yy, c.seventh, got, c.want)
		}
	}
	for digits, want := range map[string]bool{"2902000000": false, "2902004000": true, "2902040000": true, "2902152353": false, "3104850000": false, "0000000000": false} {
		if got := validDay([]rune(digits)); got != want {
			t.Errorf("%s: %v", digits, got)
		}
	}
}

func TestPhones(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"Ring på 23456789":       "23••••••",
		"23 45 67 89":            "23 •• •• ••",
		"2345 6789":              "23•• ••••",
		"234 56 789":             "23• •• •••",
		"+45 23 45 67 89":        "+45 •• •• •• ••",
		"+4523456789":            "+45••••••••",
		"0045 23456789":          "00•• ••••••••",
		"004523456789":           "00••••••••••",
		"23-45-67-89":            "23-••-••-••",
		"tlf.: 20 14 20 15":      "20 •• •• ••",
		"mobil 20142015":         "20••••••",
		"+46 8 123 456 78":       "+46 • ••• ••• ••",
		"23 45\u200b 67 89":      "23 •• •• ••",
		"Kald 33 66 14 00 eller": "", // the office's own
		"tlf. 33661400":          "",
		"+45 33 66 14 00":        "",
		"20140225":               "",
		"25022014":               "",
		"2013 2014":              "",
		"20132014":               "",
		"12 34 56 78":            "",
		"CVR 64942212":           "",
		"23.456.789 kr.":         "",
		"kr. 23456789":           "",
		"23456789 kr":            "",
		"123456789":              "",
		"23 45 67 89 01":         "",
		"sag 23456789":           "",
		"https://a.dk/23456789":  "",
	} {
		finds := of(Phone, rules.PersonalData(text))
		switch {
		case want == "" && len(finds) > 0, want != "" && (len(finds) != 1 || finds[0].Match != want):
			t.Errorf("%q: %+v", text, finds)
		}
	}
}

func TestEmails(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"Skriv til bo.hansen@eksempel.dk.":         "b•••@•••.dk",
		"(bo@post.eksempel.com)":                   "b•••@•••.com",
		"mail:bo@eksempel.dk,tak":                  "b•••@•••.dk",
		"bo(snabel-a)eksempel.dk":                  "b•••@•••.dk",
		"bo (snabel-a) eksempel (punktum) dk":      "b•••@•••",
		"bo [at] eksempel [dot] dk nu":             "b•••@•••",
		"bo snabel-a eksempel.dk":                  "b•••@•••.dk",
		"bo(a)eksempel.dk":                         "b•••@•••.dk",
		"ＢＯ＠eksempel.dk":                           "B•••@•••.dk",
		"b\u200bo@eksem\u00adpel.dk":               "b•••@•••.dk",
		"borgerraadgiveren@kk.dk":                  "",
		"@kommunen svar":                           "",
		"a@b":                                      "",
		"https://a.dk/@bo":                         "",
		"snabel-a hedder det":                      "",
		"pris (a) 10 kr.":                          "",
		"Punkt (a) i loven. (b) er et andet punkt": "",
	} {
		finds := of(Email, rules.PersonalData(text))
		if want == "" && len(finds) > 0 || want != "" && (len(finds) != 1 || finds[0].Match != want) {
			t.Errorf("%q: %+v", text, finds)
		}
	}
}

func TestAddresses(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"Jeg bor på Ærtevej 12":                         "Ærtevej 12",
		"Nørregade 12, 3. tv., 1165 København K er min": "Nørregade 12, 3. tv., 1165 København K",
		"Hun bor Vester Ærtegade 2A, st. th.":           "Vester Ærtegade 2A, st. th.",
		"H.C. Ørstedsens Boulevard 14":                  "H.C. Ørstedsens Boulevard 14",
		"Sankt Knuds Torv 3 B":                          "Sankt Knuds Torv 3 B",
		"Ærtestien 12-14":                               "Ærtestien 12-14",
		"Ærtegade nr. 7":                                "Ærtegade nr. 7",
		"ærtevej 12":                                    "ærtevej 12",
		"Ærteallé 4, 2400 København NV":                 "Ærteallé 4, 2400 København NV",
		"Vi er på vej 12":                               "",
		"Legeplads 14":                                  "",
		"Ærtegade 3 gange om ugen":                      "",
		"Ærtegade 2014":                                 "",
		"Ærtegade er lang":                              "",
		"Torv 3":                                        "",
		"En ny motorvej 3 steder":                       "",
		"Den gode gade":                                 "",
	} {
		finds := of(Address, rules.PersonalData(text))
		got := ""
		if len(finds) == 1 {
			got = string([]rune(text)[finds[0].From:finds[0].To])
		}
		if got != want || len(finds) > 1 {
			t.Errorf("%q: %q, %+v", text, got, finds)
		}
	}
}

func TestSpecialCategories(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"Jeg har kræft, og ingen svarer.":        "health kræft/jeg",
		"Min mor er dement":                      "health dement/min mor",
		"Hans sygdom blev værre":                 "health sygdom/hans",
		"NN er sygemeldt.":                       "health sygemeldt/nn",
		"jeg har KRÆ\u200bFT":                    "health kræft/jeg",
		"Hun er muslim":                          "religion muslim/hun",
		"Min nabo er flygtning":                  "ethnicity flygtning/min nabo",
		"Han er tillidsmand":                     "union tillidsmand/han",
		"Min søn er homoseksuel":                 "sexuality homoseksuel/min søn",
		"Min eks har siddet i fængsel":           "crime fængsel/min eks",
		"Jeg er på kontanthjælp":                 "social kontanthjælp/jeg",
		"Jeg har ADHD. Vejret er fint":           "health adhd/jeg",
		"Kræft er en sygdom.":                    "",
		"Jeg venter. Kræft er slemt.":            "",
		"Jeg kommer snart":                       "",
		"Jeg prøver at spise":                    "",
		"Jeg er syg af at vente":                 "",
		"Jeg bruger kræfter på det":              "",
		"Handicapforvaltningen svarede mig ikke": "",
	} {
		finds := of(Special, rules.PersonalData(text))
		got := ""
		if len(finds) == 1 {
			got = finds[0].Rule + " " + strings.Join(finds[0].Words, "/")
		}
		if got != want || len(finds) > 1 || len(finds) == 1 && finds[0].Level != Yellow {
			t.Errorf("%q: %q, %+v", text, got, finds)
		}
	}
}

func TestMask(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"Mit cpr er 140585-2981.":            "Mit cpr er ••••••-••••.",
		"1\u200b40585-2981":                  "•••••••-••••",
		"140585&ndash;2981":                  "•••••••••••••••••",
		"Jeg har kræft":                      "Jeg har •••••",
		"bo@eksempel.dk og 23 45 67 89":      "••@••••••••.•• og •• •• •• ••",
		"ingenting":                          "ingenting",
		"\xff140585-2981\xed\xa0\x80":        "\xff••••••-••••\xed\xa0\x80",
		"140585-2981140585-2981":             "••••••-••••••••••-••••",
		"🙂140585-2981🙂":                      "🙂••••••-••••🙂",
		"se 140585-2981 og https://a.dk/1 x": "se ••••••-•••• og https://a.dk/1 x",
	} {
		if got := Mask(text, rules.PersonalData(text)); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	text := "Jeg har kræft, 140585-2981"
	if got := Mask(text, rules.PersonalData(text), Red); got != "Jeg har kræft, ••••••-••••" {
		t.Errorf("only red: %q", got)
	}
}
