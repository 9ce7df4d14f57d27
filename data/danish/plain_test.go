package danish

import (
	"strings"
	"testing"
)

// told are the hints as "code words → mend", in order.
func told(hints []Hint) string {
	var all []string
	for _, h := range hints {
		line := string(h.Code) + " " + h.Words
		if h.Mend != "" {
			line += " → " + h.Mend
		}
		all = append(all, line)
	}
	return strings.Join(all, " | ")
}

func TestPlain(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"Såfremt du vil klage":                                    "paper-word Såfremt → Hvis",
		"Skriv, såfremt du vil":                                   "paper-word såfremt → hvis",
		"SÅ\u200bFREMT du vil":                                    "paper-word SÅFREMT → Hvis",
		"Vi skriver i henhold til loven":                          "paper-word i henhold til → efter",
		"Det er f.eks. godt":                                      "abbreviation f.eks. → for eksempel",
		"Gem den som md eller fx pdf":                             "abbreviation fx → for eksempel",
		"Det er bl.a godt":                                        "abbreviation bl.a → blandt andet",
		"Vi skriver herved":                                       "paper-word herved",
		"Kendskabsundersøgelsen af i dag":                         "",
		"Bl.a. derfor":                                            "abbreviation Bl.a. → Blandt andet",
		"Det koster 12 kr. kl. 10":                                "",
		"Sagen behandles i dag":                                   "passive behandles",
		"Sagen bliver behandlet":                                  "passive bliver behandlet",
		"Sagen blev ikke helt afgjort":                            "passive blev ikke helt afgjort",
		"Du bliver glad":                                          "",
		"Det findes, og det lykkes os":                            "",
		"Vi mødes og enes":                                        "",
		"Vi ses i morgen":                                         "",
		"Vi foretager en vurdering af det":                        "nominalisation foretager en vurdering → vurderer",
		"Vi foretog en meget grundig vurdering":                   "nominalisation foretog en meget grundig vurdering",
		"Udarbejdelsen af brevet tog tid":                         "nominalisation Udarbejdelsen",
		"Afdelingen af i dag er en ordning":                       "",
		"Vurderingen er god":                                      "",
		"Formulering, justering og planlægning":                   "nominalisation Formulering | nominalisation justering | nominalisation planlægning",
		"Det er ikke ualmindeligt":                                "double-negation ikke ualmindeligt → almindeligt",
		"Det er almindeligt":                                      "",
		"Klik her":                                                "click-here Klik her",
		"Klik, her er det":                                        "",
		"Læs strategien på vores side":                            "",
		strings.Repeat("ord ", 20) + "nu.":                        "long-sentence " + strings.Repeat("ord ", 20) + "nu.",
		strings.Repeat("ord ", 19) + "nu.":                        "",
		strings.Repeat("ord ", 28) + "nu.":                        "very-long-sentence " + strings.Repeat("ord ", 28) + "nu.",
		"Kort. " + strings.Repeat("ord ", 20) + "nu.\n\nKort.":    "long-sentence " + strings.Repeat("ord ", 20) + "nu.",
		"- " + strings.Repeat("et\n- ", 40) + "to":                "",
		"Vi undersøger. Du får svar. Ring til os, hvis du vil.":   "",
		"Afgørelsen kan ikke udelukkes at være rigtig":            "double-negation kan ikke udelukkes → kan ske",
		"Det gives, behandles og afgøres af os":                   "passive gives | passive behandles | passive afgøres",
		"Vores henvendelse vedrørende dig, jf. loven":             "paper-word vedrørende → om | abbreviation jf. → se",
		"Ansøgningen er omfattet af en undtagelse i vejledningen": "",
	} {
		if got := told(rules.Plain(text)); got != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestCasework(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"Fortæl om din sag i kommentarerne":            "invites-casework Fortæl om din sag",
		"Skriv i kommentarfeltet, hvad der skete":      "invites-casework Skriv i kommentarfeltet",
		"Hej Bo. Vi har modtaget din klage":            "confirms-case Vi har modtaget din klage",
		"Din sag er snart færdig":                      "confirms-case Din sag er",
		"Vi kan ikke se på din sag her på Facebook":    "",
		"Skriv ikke dit cpr-nummer i tråden":           "",
		"Handler det om din egen sag, så ring til os.": "",
		"Vi svarer på generelle spørgsmål":             "",
		"Fortæl os om din sag. Din klage er hos os.":   "invites-casework Fortæl os om din sag | confirms-case Din klage er",
	} {
		if got := told(rules.Casework(text)); got != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestRude(t *testing.T) {
	rules := rulesOf(t)
	for text, want := range map[string]string{
		"I er nogle idioter!": "rude idioter",
		"HOLD KÆFT":           "rude HOLD KÆFT",
		"Det er dårligt":      "",
		"Lortet virker ikke":  "rude Lortet",
		"Jeg tager kysten":    "",
		"Spisning og skiden":  "",
	} {
		if got := told(rules.Rude(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// A mend put in place of a hint takes the hint away.
func TestMendsMend(t *testing.T) {
	rules := rulesOf(t)
	for _, text := range []string{"Såfremt du vil, kan du f.eks. ringe.", "Vi træffer afgørelse. Det er ikke urimeligt.", "🙂 Endvidere yder vi vejledning, jf. loven."} {
		for range 5 {
			hints := rules.Plain(text)
			if len(hints) == 0 {
				break
			}
			all := []rune(text)
			h := hints[0]
			text = string(all[:h.From]) + h.Mend + string(all[h.To:])
		}
		if hints := rules.Plain(text); len(hints) > 0 {
			t.Errorf("%q still has %s", text, told(hints))
		}
	}
}

// Without lists only what needs no words is found.
func TestNoListsFindNothing(t *testing.T) {
	rules := New(nil)
	report := rules.Check("Såfremt jeg har kræft, bliver sagen behandlet. f.eks. 140585-2981, klik her.")
	if len(report.Hints) != 0 || len(report.Personal) != 1 || report.Personal[0].Kind != CPR {
		t.Errorf("%+v", report)
	}
}
