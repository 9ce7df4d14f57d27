package moderation

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/kit"
)

// The month's numbers stand on the screen, go on paper and to a spreadsheet,
// and the code of the paper is found in the record again.
func TestReportOfAMonth(t *testing.T) {
	r := newRoom(t)
	r.plain(t, "I lyver alle sammen.", moderation.QCriticism)
	r.plain(t, "Køb billige solbriller her!", moderation.QSpam)
	r.parts.choose(partReport)
	rep := r.parts.report
	if s := rep.shown; s.Received != 2 || s.Handled != 2 || s.LastHash == "" || len(s.Equality) != 2 {
		t.Fatalf("counted: %+v", s)
	}
	r.act(t, "Udskriv rapporten")
	r.paper(t, ".pdf", "%PDF-")
	rep.saveCSV()
	if csv := string(r.paper(t, ".csv", "")); !strings.Contains(csv, rep.shown.LastHash) {
		t.Errorf("the CSV lacks the last code: %s", csv)
	}
	rep.code.SetText(strings.ToUpper(rep.shown.LastHash[:8]) + " " + rep.shown.LastHash[8:])
	rep.verify()
	if v := rep.verdict; v == nil || !v.OK() || !v.Known || v.Lines < 6 {
		t.Errorf("the record: %+v", v)
	}
	rep.choose(1)
	if rep.period.From.Month() != time.February || rep.shown.Received != 0 {
		t.Errorf("last month is %+v with %d", rep.period, rep.shown.Received)
	}
	rep.choose(2)
	rep.to.SetText("1. januar 2015") // before the first day
	if rep.period.From.Month() != time.February {
		t.Error("days in the wrong order were taken")
	}
	rep.from.SetText("1. januar 2015")
	rep.to.SetText("3. marts 2015")
	if rep.shown.Received != 2 {
		t.Errorf("any days: %+v", rep.shown.Period)
	}
}

// What is forgotten is asked about with a verb, is gone, and the record stands.
func TestForgetting(t *testing.T) {
	r := newRoom(t)
	r.plain(t, "I lyver alle sammen, og det er mærkværdigt.", moderation.QCriticism)
	r.desk.clear()
	*r.moment = march.AddDate(1, 0, 0)
	r.Reload()
	if n := len(r.queue.reminders.due.Forget); n != 1 {
		t.Fatalf("%d cases are due", n)
	}
	r.parts.choose(partReport)
	r.parts.report.askForget()
	if asked := r.host.asked[0]; !strings.HasSuffix(asked, "|Slet for altid") || !strings.Contains(asked, "Sikkerhedskopierne") {
		t.Errorf("asked: %s", asked)
	}
	if len(r.host.failed) > 0 || len(r.parts.report.due.Forget) != 0 {
		t.Fatalf("not forgotten: %v", r.host.failed)
	}
	r.look(t, "mærkværdigt")
	r.parts.report.verify()
	if v := r.parts.report.verdict; !v.OK() || v.Forgotten == 0 {
		t.Errorf("the record: %+v", v)
	}
}

// The checklist is edited and adopted; what breaks a hard rule is refused in
// words, and cases cite the edition they were decided by.
func TestChecklistIsEditedAndAdopted(t *testing.T) {
	r := newRoom(t)
	r.parts.choose(partRules)
	r.parts.rules.choose(3)
	l := r.parts.rules.leaves[3].(*questionList)
	l.edited.Questions[moderation.QCPR-1].Yes.Outcome = moderation.LetStand
	r.act(t, "Gem som ny udgave")
	if len(r.host.failed) != 1 || r.host.failed[0] != moderation.ChecklistCPR {
		t.Fatalf("told: %v", r.host.failed)
	}
	l.edited.Questions[moderation.QCPR-1].Yes.Outcome = moderation.Delete
	l.edited.Questions[0].Text = "Er nogen i fare lige nu?"
	r.parts.rules.choose(4) // what is written waits while something else is looked at
	r.parts.rules.choose(3)
	r.act(t, "Gem som ny udgave")
	l.editions.ask(l.newestEdition(t, r))
	r.host.window.Canvas().Focused().(interface{ SetText(string) }).SetText("1. marts 2015")
	r.press(t, "Vedtag")
	if c := r.sets.checklist; c.Number != 1 || c.Proposal() || c.Question(1).Text != "Er nogen i fare lige nu?" {
		t.Fatalf("in force: %+v; %v", c.Edition, r.host.failed)
	}
	r.parts.choose(partComments)
	r.plain(t, "I lyver alle sammen.", moderation.QCriticism)
	if got := r.desk.c.Actions[0].Sources.Checklist; got.Number != 1 || got.Proposal() {
		t.Errorf("the case cites %+v", got)
	}
}

func (l *questionList) newestEdition(t *testing.T, r *room) moderation.Edition {
	t.Helper()
	all, err := r.office.Checklists(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all[0].Edition
}

func TestTemplatesAreEdited(t *testing.T) {
	r := newRoom(t)
	r.parts.choose(partRules)
	r.parts.rules.choose(4)
	l := r.parts.rules.leaves[4].(*templateList)
	l.add()
	added := l.edited.Templates[len(l.edited.Templates)-1].Key
	r.act(t, "Gem som ny udgave")
	if len(r.host.failed) != 1 || r.host.failed[0] != moderation.TemplateText {
		t.Fatalf("told: %v", r.host.failed)
	}
	last := &l.edited.Templates[len(l.edited.Templates)-1]
	last.Text = "Hej {fornavn}. Se {mit eget felt} og {kontaktlink}."
	if said := slotsText(*last); !strings.Contains(said, "mit eget felt") || strings.Index(said, "kontaktlink") > strings.Index(said, "mit eget felt") {
		t.Errorf("the slots: %s", said)
	}
	r.act(t, "Gem som ny udgave")
	if _, ok := r.sets.templates.Template(added); !ok || r.sets.templates.Number != 1 {
		t.Errorf("in force: %+v", r.sets.templates.Edition)
	}
	l.remove("T2")
	r.act(t, "Gem som ny udgave")
	if _, ok := r.sets.templates.Template("T2"); ok {
		t.Error("the reply is still there")
	}
}

// The three documents stand on a desk of their own, with what is attached.
func TestDocumentsOnTheirDesk(t *testing.T) {
	r := newRoom(t)
	r.parts.choose(partRules)
	if len(r.desks) != 1 || r.desks[0].kind != store.HouseRulesKind {
		t.Fatalf("desks: %v", r.desks)
	}
	r.act(t, "Udskriv den offentlige side")
	r.paper(t, ".pdf", "%PDF-")
	r.Search("ordentligt")
	r.Undo()
	r.Redo()
	d := r.parts.rules.leaves[0].(*paperDesk)
	d.adopt()
	d.printChanges()
	if got := strings.Join(r.desks[0].told, " "); got != "search ordentligt undo redo adopt print" {
		t.Errorf("the desk was asked: %s", got)
	}
	r.desks[0].unsaved = true
	if !r.Unsaved() {
		t.Error("what is written is not told of")
	}
	r.parts.rules.choose(2)
	if r.Unsaved() {
		t.Error("what was written is not kept when another document is shown")
	}
	path := filepath.Join(t.TempDir(), "retningslinjer.txt")
	if err := os.WriteFile(path, []byte("Vi taler pænt."), 0o600); err != nil {
		t.Fatal(err)
	}
	r.host.files = []string{path}
	facebook := r.parts.rules.leaves[2].(*paperDesk)
	facebook.attach()
	if len(facebook.attached) != 1 {
		t.Fatalf("attached: %v %v", facebook.attached, r.host.failed)
	}
	facebook.offer(facebook.attached[0])
	r.press(t, "Gem som")
	r.paper(t, ".txt", "Vi taler pænt.")
	facebook.offer(facebook.attached[0])
	r.press(t, "Fjern")
	if len(facebook.attached) != 0 {
		t.Error("it is still attached")
	}
	r.host.drop([]string{filepath.Join(t.TempDir(), "mangler.csv")})
	if r.parts.shown != partComments || len(r.host.failed) != 1 {
		t.Errorf("a drop went to the desk; told: %v", r.host.failed)
	}
	r.Close()
	if told := r.desks[1].told; len(told) == 0 || told[len(told)-1] != "close" {
		t.Error("a desk is left open")
	}
}

func TestDutiesAndValues(t *testing.T) {
	r := newRoom(t)
	r.parts.choose(partRules)
	r.parts.rules.choose(5)
	l := r.parts.rules.leaves[5].(*dutyList)
	l.ask(moderation.Duty{Person: r.first, StandIn: r.first, From: today(march), To: today(march)})
	r.press(t, "Gem")
	if len(r.host.failed) != 1 || r.host.failed[0] != moderation.DutyStandIn {
		t.Fatalf("told: %v", r.host.failed)
	}
	l.ask(moderation.Duty{Person: r.first, StandIn: r.other, From: today(march), To: today(march.AddDate(0, 0, 6)), Hours: "9–15"})
	r.press(t, "Gem")
	if len(l.duties) != 1 || len(moderation.OnDuty(l.duties, today(march))) != 1 {
		t.Fatalf("duties: %+v", l.duties)
	}
	l.ask(l.duties[0])
	r.press(t, "Fjern vagten")
	if len(l.duties) != 0 {
		t.Error("the duty is still there")
	}
	r.parts.rules.choose(6)
	v := r.parts.rules.leaves[6].(*values)
	v.months["stood"].SetText("et år")
	r.act(t, "Gem felter og frister")
	if got := r.host.failed[len(r.host.failed)-1]; got != moderation.RetentionInvalid {
		t.Errorf("told: %v", r.host.failed)
	}
	v.months["stood"].SetText("3")
	v.slots["tid"].SetText("kl. 10 til 14")
	r.act(t, "Gem felter og frister")
	keep, err := r.office.Retention(t.Context())
	if err != nil || keep.Stood != 3 || r.sets.slots["tid"] != "kl. 10 til 14" || r.sets.slots["kontaktlink"] == "" {
		t.Errorf("kept: %+v %v %v", keep, r.sets.slots, err)
	}
}

// A file without a column of comments asks which one it is; one that is nothing
// is told of in words.
func TestImportOfOddFiles(t *testing.T) {
	r := newRoom(t)
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	r.host.drop([]string{write("a.csv", "a;b\n1;Hej med jer\n2;\n")})
	list := r.host.window.Canvas().Focused().(*kit.Select)
	list.SetSelectedIndex(1)
	r.press(t, "Læs filen")
	r.press(t, "Hent de valgte")
	if r.desk.c.Comment.Text() != "Hej med jer" {
		t.Errorf("came in: %q; %v", r.desk.c.Comment.Text(), r.host.failed)
	}
	// The same file again brings nothing, and says so.
	r.host.drop([]string{write("a.csv", "a;b\n1;Hej med jer\n2;\n")})
	r.host.window.Canvas().Focused().(*kit.Select).SetSelectedIndex(1)
	r.press(t, "Læs filen")
	r.press(t, "Hent de valgte")
	if said := r.host.said[len(r.host.said)-1]; said != "1 kommentar var her i forvejen og er ikke gemt igen." {
		t.Errorf("said %q", said)
	}
	for _, odd := range []struct {
		content string
		want    fault.Code
	}{{`{"nothing": 1}`, moderation.ExportColumns}, {`[{"x":`, moderation.ExportUnreadable}} {
		r.host.failed = nil
		r.host.drop([]string{write("b.json", odd.content)})
		if len(r.host.failed) != 1 || r.host.failed[0] != odd.want {
			t.Errorf("%s: told %v", odd.content, r.host.failed)
		}
	}
	r.host.drop([]string{write("c.json", `{"comments":[{"comment":"Første","timestamp":1424700000},{"comment":"Anden"}]}`)})
	for _, b := range r.host.sheet {
		if b.Text == "Annuller" {
			test.Tap(b)
		}
	}
	if n := r.shelf.counts[store.ViewAll]; n != 1 {
		t.Errorf("%d cases after a cancelled import", n)
	}
}

// The case goes to the filing system as a paper, and the record says so.
func TestJournal(t *testing.T) {
	r := newRoom(t)
	r.plain(t, "I lyver alle sammen.", moderation.QCriticism)
	r.Print()
	r.paper(t, ".pdf", "%PDF-")
	if r.desk.c.Exported.IsZero() || !strings.HasSuffix(r.events(), "eksporteret") {
		t.Errorf("the record says %s", r.events())
	}
}

// What the day brings stands over the queue and counts in the rail.
func TestReminders(t *testing.T) {
	r := newRoom(t)
	r.put(t, "Hvornår har I åbent?")
	r.askDeadline()
	r.host.window.Canvas().Focused().(interface{ SetText(string) }).SetText("5. marts 2015")
	r.press(t, "Gem")
	r.answer("n")
	if n := r.queue.reminders.needs(); n != 0 {
		t.Errorf("%d before the day", n)
	}
	*r.moment = march.AddDate(0, 0, 2)
	r.Reload()
	if r.queue.reminders.needs() != 1 || r.Count() != 1 || len(r.queue.reminders.content.Objects) != 1 {
		t.Errorf("on the day: %d, counted %d", r.queue.reminders.needs(), r.Count())
	}
	if err := r.office.Enter(t.Context(), r.desk.c.ID, r.other); err != nil {
		t.Fatal(err)
	}
	r.Reload()
	if len(r.desk.others) != 1 || r.desk.others[0].Name != r.other.Name {
		t.Errorf("here too: %v", r.desk.others)
	}
	r.host.person = people.Person{}
	r.Reload()
	if len(r.queue.reminders.content.Objects) != 2 {
		t.Error("nobody is told to say who is at the screen")
	}
	r.answer("n")
	if got := r.host.failed; len(got) != 1 || got[0] != store.CaseUnsigned {
		t.Errorf("told: %v", got)
	}
}

// A block that has come to its end is a reminder until somebody lifted it.
func TestBlockEnds(t *testing.T) {
	r := newRoom(t)
	r.block(t)
	if n := r.queue.reminders.needs(); n != 0 {
		t.Fatalf("%d before the end", n)
	}
	*r.moment = time.Date(2015, 4, 1, 8, 0, 0, 0, time.UTC)
	r.Reload()
	if n := len(r.queue.reminders.due.Blocks); n != 1 {
		t.Fatalf("%d blocks are over", n)
	}
	if label, _ := r.Action(); label != "Blokeringen er fjernet" {
		t.Errorf("the main action is %q", label)
	}
	r.act(t, "Blokeringen er fjernet")
	if n := r.queue.reminders.needs(); n != 0 || !strings.HasSuffix(r.events(), "blokering_ophaevet") {
		t.Errorf("%d after it was lifted; %s", n, r.events())
	}
}

// A question that was put to a colleague is noted once; then the case is given
// to somebody.
func TestAskingAColleague(t *testing.T) {
	r := newRoom(t)
	r.put(t, "Kan I hjælpe min mor?")
	r.sheet.checklist.mode.SetChosen(1)
	r.sheet.checklist.answer(moderation.QNamed, moderation.Doubt)
	r.sheet.checklist.restButton().OnTapped()
	if r.advice.outcome() != moderation.Ask || r.advice.reply.content.Visible() {
		t.Fatalf("recommended: %s, with a reply", r.advice.outcome())
	}
	r.act(t, "Notér beslutningen")
	r.decide()
	if n := len(r.desk.c.Actions); n != 1 {
		t.Fatalf("noted %d times", n)
	}
	r.act(t, "Giv den til en kollega")
	r.host.close()
	r.assign(r.other)
	if label, _ := r.Action(); label != "Næste kommentar" {
		t.Errorf("then the main action is %q", label)
	}
	r.sheet.checklist.answer(moderation.QNamed, moderation.No) // the colleague's answer
	if label, _ := r.Action(); !strings.HasPrefix(label, "Notér") {
		t.Errorf("the main action is %q after another answer", label)
	}
}

// Everything by the keyboard, from the queue to the done case.
func TestKeyboardAlone(t *testing.T) {
	r := newRoom(t)
	r.put(t, "Hvad er fristen for at klage?")
	r.put(t, "Tak for hjælpen.")
	r.desk.clear()
	c := r.host.window.Canvas()
	typed := func(names ...fyne.KeyName) {
		for _, name := range names {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	c.Focus(r.queue.rows)
	typed(fyne.KeyDown, fyne.KeyReturn)
	if r.desk.c.ID == 0 || c.Focused() != r.sheet.checklist {
		t.Fatalf("the keyboard is not at the checklist of a case: %T", c.Focused())
	}
	for i := 0; r.sheet.checklist.front() != 0 && i < 20; i++ {
		c.Focused().TypedRune('n')
	}
	typed(fyne.KeyBackspace) // the last one is asked again
	c.Focused().TypedRune('n')
	r.advice.reply.touched = true
	r.advice.reply.take("")
	c.Focus(r.sheet.checklist)
	typed(fyne.KeyReturn)
	if got := r.events(); got != "modtaget besluttet" {
		t.Fatalf("the record says %s; %v", got, r.host.failed)
	}
	press := func(label string) {
		t.Helper()
		for _, item := range r.MenuItems() {
			if item.Label == label {
				item.Action()
				return
			}
		}
		t.Fatalf("no line of the menu says %q", label)
	}
	press("Næste skridt")
	if r.state() != moderation.StateDone {
		t.Errorf("the case is %s", r.state())
	}
	first := r.desk.c.ID
	press("Næste i køen")
	if r.desk.c.ID == first {
		t.Error("the next case is not opened")
	}
	for _, label := range []string{"Rapport", "Regler", "Kommentarer", "Kontrollér loggen"} {
		press(label)
	}
	for _, item := range r.MenuItems() {
		if strings.Contains(item.Label, "moderation.") || strings.Contains(item.Label, "_") {
			t.Errorf("a line without words: %s", item.Label)
		}
	}
}

// Pressing twice, or once more while the first is still felt, does no harm.
func TestTwiceDoesNoHarm(t *testing.T) {
	r := newRoom(t)
	r.quick = true
	r.plain(t, "I lyver alle sammen.", moderation.QCriticism)
	if got := r.events(); got != "modtaget besluttet gjort_paa_facebook" || len(r.host.failed) > 0 {
		t.Errorf("the record says %s; told %v", got, r.host.failed)
	}
	if len(r.desk.c.Actions) != 1 {
		t.Errorf("%d decisions", len(r.desk.c.Actions))
	}
}
