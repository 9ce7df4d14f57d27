package moderation

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"synlig/data/moderation"
	"synlig/data/store"
)

// A plain case takes four clicks from the pasted comment to the copied reply:
// keep, one yes, the rest no, note and copy.
func TestPlainCaseInFourClicks(t *testing.T) {
	r := newRoom(t)
	r.put(t, "Jeg klagede i januar, og ingen svarer mig. Mit nummer er 140585-2981.") // 1
	if text := r.desk.c.Comment.Text(); strings.Contains(text, "2981") {
		t.Fatalf("kept: %s", text)
	}
	r.sheet.checklist.mode.SetChosen(1)
	r.sheet.checklist.show()
	r.sheet.checklist.answer(10, moderation.Yes) // 2
	rest := r.sheet.checklist.restButton()
	test.Tap(rest)                     // 3
	r.act(t, "Notér og kopiér svaret") // 4
	if !strings.HasPrefix(r.clip, "Hej. Tak, fordi du skriver.") || strings.ContainsAny(r.clip, "{}") {
		t.Errorf("copied: %s", r.clip)
	}
	if got := r.events(); got != "modtaget besluttet svar_kopieret" {
		t.Errorf("the record says %s", got)
	}
	r.act(t, "Gjort på Facebook")
	if r.state() != moderation.StateDone {
		t.Errorf("the case is %s", r.state())
	}
}

func TestFirstNameIsCopiedAndNotKept(t *testing.T) {
	r := newRoom(t)
	r.put(t, "Tak for hjælpen.")
	r.answer("nnnnnnnnnnnnnnnnnn")
	r.sheet.checklist.restButton().OnTapped()
	r.advice.reply.touched = true
	r.advice.reply.take("T1")
	r.advice.reply.name.SetText("Karla Prøvesen")
	r.act(t, "Notér beslutningen") // says what is in the way
	if len(r.desk.c.Actions) != 0 || r.clip != "" {
		t.Fatal("more than a first name was let through")
	}
	r.advice.reply.name.SetText("Karla")
	r.act(t, "Notér og kopiér svaret")
	if !strings.HasPrefix(r.clip, "Hej Karla.") {
		t.Errorf("copied: %s", r.clip)
	}
	if reply := r.desk.c.Actions[0].Reply; !strings.Contains(reply, "{fornavn}") {
		t.Errorf("recorded: %s", reply)
	}
	if r.copied("Hej {fornavn}.", "Karla Prøvesen") {
		t.Error("more than a first name was copied")
	}
}

// A block takes two persons, an end date, a reason and the notice first.
func TestBlockTakesTwo(t *testing.T) {
	r := newRoom(t)
	r.block(t)
	// The citizen objects; somebody who took no part decides.
	r.askObjection()
	r.host.window.Canvas().Focused().(interface{ SetText(string) }).SetText("Jeg har aldrig fået en påmindelse.")
	r.press(t, "Gem")
	r.act(t, "Afgør indsigelsen")
	r.host.window.Canvas().Focused().(interface{ SetText(string) }).SetText("Påmindelsen blev aldrig sendt.")
	r.press(t, "Borgeren får ret")
	if len(r.host.failed) == 0 {
		t.Error("one who acted decided the objection")
	}
}

// Two colleagues on the same case see it, and neither overwrites the other.
func TestColleagueWasFaster(t *testing.T) {
	r := newRoom(t)
	r.put(t, "Hvornår har I åbent?")
	ctx := t.Context()
	if _, err := r.office.AddNote(ctx, r.desk.c.ID, r.desk.c.Revision, "Ringet.", r.other); err != nil {
		t.Fatal(err)
	}
	r.answer("n")
	if len(r.host.failed) != 1 || r.host.failed[0] != store.CaseMovedOn {
		t.Fatalf("told: %v", r.host.failed)
	}
	if len(r.desk.c.Notes) != 1 {
		t.Error("the colleague's note is not shown")
	}
	r.answer("n")
	if len(r.host.failed) != 1 || r.desk.c.Answers.Of(1) != moderation.No {
		t.Errorf("the next answer was not kept: %v", r.host.failed)
	}
}

// block blocks somebody until 1 April, with two persons.
func (r *room) block(t *testing.T) {
	t.Helper()
	r.put(t, "I er alle sammen idioter igen i dag.")
	r.sheet.checklist.mode.SetChosen(1)
	r.sheet.checklist.show()
	r.sheet.checklist.answer(9, moderation.Yes)
	r.sheet.checklist.answer(16, moderation.Yes)
	r.sheet.checklist.restButton().OnTapped()
	r.advice.choose(moderation.Exclude)
	r.sheet.checklist.answer(17, moderation.Yes)
	r.sheet.checklist.restButton().OnTapped()
	if r.advice.block.Hidden || !r.advice.second.Visible() {
		t.Fatal("a block asks for no end and no second person")
	}
	r.advice.until.SetText("01-04-2015")
	r.advice.profile.SetText("Prøveprofil")
	r.advice.reason.SetText("Tredje gang på en måned.")
	r.advice.reply.touched = true
	r.advice.reply.take("T5")
	for name, field := range r.advice.reply.fields {
		if field.Text == "" {
			field.SetText(map[string]string{"slutdato": "1. april 2015", "dato for påmindelse": "2. marts", "kort grund": "Grove ord om personer"}[name])
		}
	}
	r.act(t, "Notér og kopiér svaret")
	if r.state() != moderation.StateWaiting {
		t.Fatalf("the case is %s; %v", r.state(), r.host.failed)
	}
	r.host.others = append(r.host.others, r.other)
	r.act(t, "Skift til en kollega")
	r.act(t, "Jeg er enig")
	r.act(t, "Kopiér svaret")
	r.press(t, "Kopiér svaret")
	r.act(t, "Beskeden er sendt")
	r.act(t, "Gjort på Facebook")
	if got := r.events(); got != "modtaget foreslaaet tiltraadt svar_kopieret besked_sendt gjort_paa_facebook" {
		t.Errorf("the record says %s", got)
	}
}
