package shell

import (
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/people"
	"synlig/screens/words"

	"fyne.io/fyne/v2/test"
)

func twoPeople() *office {
	return &office{people: []people.Person{
		{ID: 1, Name: "Anna Riis", Initials: "AR", Role: "Jurist", Active: true},
		{ID: 2, Name: "Bo Lund", Initials: "BL", Active: true},
		{ID: 3, Name: "Carl Gammel", Initials: "CG"},
	}}
}

func TestSwitchingThePersonIsNoLogin(t *testing.T) {
	w, pages := openAt(t, twoPeople())
	w.SwitchPerson()
	text := sheetText(w)
	for _, want := range []string{words.Text("shell.no-login"), "Anna Riis (AR) · Jurist", "Bo Lund (BL)"} {
		if !strings.Contains(text, want) {
			t.Errorf("the dialog lacks %q", want)
		}
	}
	if strings.Contains(text, "Carl") {
		t.Error("somebody who has left can be chosen")
	}
	test.Tap(button(w, "Bo Lund (BL)"))
	if w.Person().ID != 2 || w.dialogOpen() || pages[0].reloaded != 1 {
		t.Errorf("person %+v, room read %d times", w.Person(), pages[0].reloaded)
	}
	if !strings.Contains(w.status.saved.Text, "Bo Lund") || w.rail.small[len(w.rail.small)-1].initials != "BL" {
		t.Error("the window shows another person")
	}
}

func TestAPersonIsAddedWithInitialsOfTheirName(t *testing.T) {
	o := twoPeople()
	w, _ := openAt(t, o)
	w.SwitchPerson()
	test.Tap(button(w, words.Text("shell.add-person")))
	f := fields(w)
	test.Type(f[0], "Ditte Holm")
	if f[1].Text != "DH" {
		t.Errorf("initials %q, want DH", f[1].Text)
	}
	f[1].SetText("DIH")
	test.Type(f[0], " Krog")
	if f[1].Text != "DIH" {
		t.Error("initials that a person wrote are overwritten")
	}
	test.Tap(button(w, words.Text("shell.add")))
	if w.Person().Name != "Ditte Holm Krog" || w.Person().ID != 4 || w.Person().Initials != "DIH" || !w.Person().Active {
		t.Errorf("person %+v", w.Person())
	}
}

func TestARefusedPersonComesBackAsWritten(t *testing.T) {
	o := twoPeople()
	w, _ := openAt(t, o)
	w.EditPerson()
	fields(w)[0].SetText("  ")
	test.Tap(button(w, words.Text("shell.keep")))
	if !strings.Contains(sheetText(w), words.Text("fault.person-name-missing")) {
		t.Errorf("the person reads:\n%s", sheetText(w))
	}
	esc(w)
	o.refuse = fault.New("person-initials-taken", "initials", "BL")
	fields(w)[0].SetText("Anna Berg Lund")
	fields(w)[1].SetText("BL")
	fields(w)[1].OnSubmitted("")
	esc(w)
	if got := fields(w); got[0].Text != "Anna Berg Lund" || got[1].Text != "BL" || w.Person().Name != "Anna Riis" {
		t.Errorf("the form holds %q and %q; the person is %q", got[0].Text, got[1].Text, w.Person().Name)
	}
	o.refuse = nil
	test.Tap(button(w, words.Text("shell.keep")))
	if w.Person().Name != "Anna Berg Lund" || o.people[0].Name != "Anna Berg Lund" {
		t.Errorf("kept %+v", o.people[0])
	}
}

func TestInitialsThatAreTakenGetANumber(t *testing.T) {
	all := []people.Person{{Initials: "AR"}, {Initials: "AR2"}, {Initials: "ABCDE"}}
	for _, c := range [][2]string{{"AR", "AR3"}, {"BL", "BL"}, {"ABCDE", "ABCD2"}} {
		if got := freeInitials(c[0], all); got != c[1] {
			t.Errorf("%s became %s, want %s", c[0], got, c[1])
		}
	}
}
