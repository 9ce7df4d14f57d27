package store

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/moderation"
)

func wantFault(t *testing.T, err error, code fault.Code) {
	t.Helper()
	if !fault.Is(err, code) {
		t.Errorf("got %v, want %s", err, code)
	}
}

func officeSlots() map[string]string {
	return map[string]string{"kontaktlink": "example.org", "indsigelseslink": "example.org/uenig", "regellink": "example.org/regler"}
}

// TestABlockTakesTwoPeopleADateAndANotice walks the whole way with two users.
func TestABlockTakesTwoPeopleADateAndANotice(t *testing.T) {
	d := newOffice(t)
	ok(t, d.SetSlots(d.ctx, officeSlots()))
	c := d.paste("I er nogle klaphatte alle sammen, igen igen")
	a := answered(t, "nnnnnnnnjnnnnnnjjn")
	block := moderation.Choice{
		Outcome: moderation.Exclude, Reason: "Tredje gang på en uge", Template: "T5", Profile: "Et Navn", Until: d.today().AddDate(0, 1, 0),
		Values: map[string]string{"kort grund": "grove skældsord", "dato for påmindelse": "1. november 2026"},
	}
	for code, spoil := range map[fault.Code]func(*moderation.Choice){
		moderation.BlockEnd:      func(b *moderation.Choice) { b.Until = d.today() },
		moderation.ReasonMissing: func(b *moderation.Choice) { b.Reason = " " },
		moderation.BlockNotice:   func(b *moderation.Choice) { b.Template = "" },
		moderation.ReplyNotReady: func(b *moderation.Choice) { b.Values = map[string]string{"kort grund": "klaphatte alle sammen"} },
	} {
		spoiled := block
		spoil(&spoiled)
		_, err := d.Decide(d.ctx, c.ID, c.Revision, a, spoiled, d.anna)
		wantFault(t, err, code)
	}
	c = must(d.Decide(d.ctx, c.ID, c.Revision, a, block, d.anna))(t)
	if c.State != moderation.StateWaiting || c.Next() != moderation.StepSecond || c.Actions[0].Profile != "Et Navn" {
		t.Fatalf("%s %s", c.State, c.Next())
	}
	if n := len(must(d.Queue(d.ctx, QueueQuery{View: ViewSecond, Person: d.anna}))(t)); n != 0 {
		t.Errorf("the proposer sees %d to agree to", n)
	}
	if n := len(must(d.Queue(d.ctx, QueueQuery{View: ViewSecond, Person: d.bo}))(t)); n != 1 {
		t.Errorf("the colleague sees %d", n)
	}
	_, err := d.Copied(d.ctx, c.ID, c.Revision, d.anna)
	wantFault(t, err, CaseOrder)
	_, err = d.Agree(d.ctx, c.ID, c.Revision, true, "", d.anna)
	wantFault(t, err, moderation.SecondSame)
	c = must(d.Agree(d.ctx, c.ID, c.Revision, true, "", d.bo))(t)
	_, err = d.Done(d.ctx, c.ID, c.Revision, d.anna)
	wantFault(t, err, CaseOrder)
	c = must(d.Copied(d.ctx, c.ID, c.Revision, d.anna))(t)
	_, err = d.Done(d.ctx, c.ID, c.Revision, d.anna) // the notice goes first
	wantFault(t, err, CaseOrder)
	c = must(d.Sent(d.ctx, c.ID, c.Revision, d.anna))(t)
	c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
	if blocks := must(d.Blocks(d.ctx))(t); len(blocks) != 1 || blocks[0].Profile != "Et Navn" || blocks[0].Second != "Bo Ek" || !blocks[0].Runs(d.today()) {
		t.Errorf("%+v", blocks)
	}
	_, err = d.Forget(d.ctx, d.anna, c)
	wantFault(t, err, moderation.ForgetUnfinished)
	later := d.Moderation.At(ticking(noon.AddDate(0, 2, 0)))
	if due := must(later.Due(d.ctx))(t); len(due.Blocks) != 1 {
		t.Errorf("nobody is reminded: %+v", due)
	}
	c = must(later.Lift(d.ctx, c.ID, c.Revision, d.carla))(t)
	if due := must(later.Due(d.ctx))(t); len(due.Blocks) != 0 || c.Actions[0].Profile != "" || c.ForgetOn.IsZero() {
		t.Errorf("%+v %+v", due, c)
	}
	if v := must(d.Verify(d.ctx, ""))(t); !v.OK() {
		t.Errorf("%+v", v.Broken)
	}
}

func TestAProposalIsRefused(t *testing.T) {
	d := newOffice(t)
	c := d.paste("Jeres afgørelse er en skandale")
	a := answered(t, "nnnnnnnj-nnnnn-njn")
	a = a.With(15, moderation.No).With(9, moderation.No)
	_, err := d.Decide(d.ctx, c.ID, c.Revision, a, moderation.Choice{Outcome: moderation.Delete}, d.anna)
	wantFault(t, err, moderation.ReasonMissing)
	c = must(d.Decide(d.ctx, c.ID, c.Revision, a, moderation.Choice{Outcome: moderation.Delete, Reason: "Jeg synes, den er for hård"}, d.anna))(t)
	if c.State != moderation.StateWaiting {
		t.Fatalf("criticism is removed by one: %s", c.State)
	}
	_, err = d.Agree(d.ctx, c.ID, c.Revision, false, "", d.bo)
	wantFault(t, err, moderation.ReasonMissing)
	c = must(d.Agree(d.ctx, c.ID, c.Revision, false, "Kritik bliver stående", d.bo))(t)
	if c.State != moderation.StateWorking || !c.Actions[0].Refused {
		t.Errorf("%s %+v", c.State, c.Actions[0])
	}
	c = must(d.Decide(d.ctx, c.ID, c.Revision, a, moderation.Choice{Outcome: moderation.LetStand}, d.anna))(t)
	c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
	if len(c.Actions) != 2 || c.State != moderation.StateDone {
		t.Errorf("%s %d", c.State, len(c.Actions))
	}
}

func TestAnObjectionIsDecidedBySomebodyElse(t *testing.T) {
	d := newOffice(t)
	ok(t, d.SetSlots(d.ctx, officeSlots()))
	c := d.paste("Køb billige briller her")
	c = must(d.Decide(d.ctx, c.ID, c.Revision, answered(t, "nnnnnnnnnnnnnjnn-n"), moderation.Choice{Outcome: moderation.Delete}, d.anna))(t)
	c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
	first := c.Actions[0]
	c = must(d.Object(d.ctx, c.ID, c.Revision, "Det var ikke reklame. Ring til mig på 28 44 71 09", d.bo))(t)
	if c.State != moderation.StateObjection || strings.Contains(c.Objections[0].Text, "28 44") {
		t.Errorf("%s %q", c.State, c.Objections[0].Text)
	}
	_, err := d.Settle(d.ctx, c.ID, c.Revision, true, "Det var reklame", d.anna)
	wantFault(t, err, moderation.ObjectionSameHand)
	_, err = d.Settle(d.ctx, c.ID, c.Revision, true, "", d.bo)
	wantFault(t, err, moderation.ReasonMissing)
	c = must(d.Settle(d.ctx, c.ID, c.Revision, false, "Det var en anbefaling, ikke en reklame", d.bo))(t)
	if c.State != moderation.StateWorking || !c.Actions[0].Overruled || c.Actions[0].Outcome != first.Outcome || c.Objections[0].Open() {
		t.Errorf("%s %+v", c.State, c.Actions[0])
	}
	_, err = d.Settle(d.ctx, c.ID, c.Revision, true, "igen", d.carla)
	wantFault(t, err, ObjectionMissing)
	r := must(d.Report(d.ctx, moderation.Month(d.today())))(t)
	if r.Objections != (moderation.ObjectionCount{Received: 1, Overruled: 1}) || r.Received != 1 || r.Handled != 1 {
		t.Errorf("%+v", r)
	}
}

func TestTwoColleaguesNeverOverwriteEachOther(t *testing.T) {
	d := newOffice(t)
	c := d.paste("Hej")
	ok(t, d.Enter(d.ctx, c.ID, d.anna))
	ok(t, d.Enter(d.ctx, c.ID, d.bo))
	if here := must(d.Here(d.ctx, c.ID, d.anna))(t); len(here) != 1 || here[0].Name != "Bo Ek" {
		t.Errorf("Anna sees %v", here)
	}
	now := must(d.Answer(d.ctx, c.ID, c.Revision, moderation.Answers{}.With(1, moderation.No), d.anna))(t)
	stale, err := d.Answer(d.ctx, c.ID, c.Revision, moderation.Answers{}.With(1, moderation.Yes), d.bo)
	wantFault(t, err, CaseMovedOn)
	if who := err.(*fault.Error).Args["who"]; who != "Anna Holm" {
		t.Errorf("told of %q", who)
	}
	if stale.Revision != now.Revision || stale.Answers != now.Answers {
		t.Errorf("Bo is given %+v", stale)
	}
	ok(t, d.Leave(d.ctx, c.ID, d.bo))
	if here := must(d.Here(d.ctx, c.ID, d.anna))(t); len(here) != 0 {
		t.Errorf("Anna sees %v", here)
	}
}

// everywhere looks for words in every file of the folder.
func everywhere(t *testing.T, folder string, words ...string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, w := range words {
			if bytes.Contains(bytes.ToLower(content), []byte(strings.ToLower(w))) {
				t.Errorf("%q stands in %s", w, filepath.Base(path))
			}
		}
		return err
	})
	ok(t, err)
}

// TestNoNumberIsWrittenAnywhere puts numbers wherever a person can write, and
// searches every file the program wrote: database, write-ahead log, journal,
// backups – while it is open and after it was closed.
func TestNoNumberIsWrittenAnywhere(t *testing.T) {
	for _, volume := range []bool{true, false} {
		folder := t.TempDir()
		s := create(t, filepath.Join(folder, "kontor.synlig"), Options{local: func(string) bool { return volume }})
		d := deskOf(t, s)
		number := "140585-2981"
		masked, _, err := moderation.Intake("Mit cpr er "+number+" og 14\u200b0585-29\u00ad81", d.MaskRules())
		ok(t, err)
		c := must(d.Add(d.ctx, d.anna, NewCase{Comment: masked, Post: "Om " + number, Alias: number, Address: "https://example.org/?id=" + "x"}))(t)[0]
		c = must(d.AddNote(d.ctx, c.ID, c.Revision, "Ringede til "+number, d.anna))(t)
		c = must(d.Decide(d.ctx, c.ID, c.Revision, answered(t, "njnnnnnnnnnnnnnn-n"), moderation.Choice{
			Outcome: moderation.Hide, Reason: "fordi " + number, Note: "note " + number}, d.anna))(t)
		c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
		c = must(d.Object(d.ctx, c.ID, c.Revision, "Mit nummer "+number+" var mit", d.anna))(t)
		c = must(d.Settle(d.ctx, c.ID, c.Revision, true, "jf. "+number, d.bo))(t)
		_, err = d.SaveDuty(d.ctx, moderation.Duty{Person: d.anna, From: noon, To: noon, Note: number})
		ok(t, err)
		_, err = d.Attach(d.ctx, FacebookKind, number+".pdf", "application/pdf", []byte("x"), d.anna)
		ok(t, err)
		// What is refused says nothing of it either: errors go to the program's log.
		refused := d.paste("En ny sag")
		for _, choice := range []moderation.Choice{
			{Outcome: moderation.Exclude, Reason: number, Profile: number},
			{Outcome: moderation.Guide, Template: "T8", Values: map[string]string{"svar": number, "link": "x", "kontaktlink": "x"}},
			{Outcome: moderation.Guide, Template: "T1", Values: map[string]string{"kontaktlink": number}},
			{Outcome: moderation.Outcome(number)},
		} {
			_, err := d.Decide(d.ctx, refused.ID, refused.Revision, answered(t, "nnnnnnnnnjnnnnnnjn"), choice, d.anna)
			if err == nil || strings.Contains(err.Error(), number) {
				t.Errorf("%v", err)
			}
		}
		ok(t, s.Backup(d.ctx, filepath.Join(folder, "kopi.synlig"), false))
		everywhere(t, folder, number, "1405852981", "140585", "2981")
		ok(t, s.Close())
		everywhere(t, folder, number, "1405852981", "140585", "2981")
	}
}

func TestForgettingIsReal(t *testing.T) {
	for _, volume := range []bool{true, false} {
		folder := t.TempDir()
		s := create(t, filepath.Join(folder, "kontor.synlig"), Options{local: func(string) bool { return volume }})
		d := deskOf(t, s)
		kept := d.paste("Denne sag bliver her")
		c := d.paste("Solsikkefrø er kedelige, siger Hyacint")
		c = must(d.Hide(d.ctx, c.ID, c.Revision, strings.Index(c.Comment.Text(), "Hyacint"), len(c.Comment.Text()), d.anna))(t)
		c = must(d.AddNote(d.ctx, c.ID, c.Revision, "Gladiolus", d.anna))(t)
		c = must(d.AddPicture(d.ctx, c.ID, c.Revision, shot(t), []image.Rectangle{image.Rect(0, 0, 10, 10)}, d.anna))(t)
		a := answered(t, "nnnnnnnnnnnnnjnn-j")
		c = must(d.Decide(d.ctx, c.ID, c.Revision, a, moderation.Choice{Outcome: moderation.Delete, Note: "Pelargonie"}, d.anna))(t)
		c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
		_, err := d.Forget(d.ctx, d.anna, c)
		wantFault(t, err, moderation.ForgetUnexported)
		c = must(d.Exported(d.ctx, c.ID, c.Revision, d.anna))(t)
		before := must(d.Verify(d.ctx, ""))(t)
		done := must(d.Forget(d.ctx, d.anna, c))(t)
		if done.Cases != 1 {
			t.Errorf("%+v", done)
		}
		everywhere(t, folder, "solsikkefrø", "gladiolus", "hyacint", "pelargonie")
		v := must(d.Verify(d.ctx, before.Last))(t)
		if !v.OK() || v.Lines != before.Lines+1 || v.Forgotten == 0 || !v.Known {
			t.Errorf("%+v %+v", v, v.Broken)
		}
		gone := must(d.Case(d.ctx, c.ID))(t)
		if gone.State != moderation.StateForgotten || gone.Comment.Text() != "" || len(gone.Notes)+len(gone.Pictures) != 0 || gone.Actions[0].Note != "" {
			t.Errorf("%+v", gone)
		}
		if items := must(d.Queue(d.ctx, QueueQuery{View: ViewAll, Words: "solsikkefrø"}))(t); len(items) != 0 {
			t.Errorf("it is found: %v", items)
		}
		for _, e := range must(d.Log(d.ctx, c.ID, 0))(t) {
			if !e.Forgotten || e.Content != "" {
				t.Errorf("line %d still says %q", e.Seq, e.Content)
			}
		}
		_, err = d.AddNote(d.ctx, gone.ID, gone.Revision, "x", d.anna)
		wantFault(t, err, CaseForgotten)
		if still := must(d.Case(d.ctx, kept.ID))(t); still.Comment.Text() != "Denne sag bliver her" {
			t.Errorf("%q", still.Comment.Text())
		}
		ok(t, s.Close())
		everywhere(t, folder, "solsikkefrø", "gladiolus", "hyacint", "pelargonie")
	}
}

func shot(t *testing.T) []byte {
	var out bytes.Buffer
	ok(t, png.Encode(&out, image.NewRGBA(image.Rect(0, 0, 40, 30))))
	return out.Bytes()
}

func TestAScreenshotNeedsABox(t *testing.T) {
	d := newOffice(t)
	c := d.paste("Hej")
	_, err := d.AddPicture(d.ctx, c.ID, c.Revision, shot(t), nil, d.anna)
	wantFault(t, err, PictureOpen)
}
