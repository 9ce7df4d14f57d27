package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// moderate does one random step on a random case after the other, as two
// colleagues would. Steps that come too early are refused, and count too.
func moderate(ctx context.Context, s *Store) func(n int) error {
	m := s.Moderation()
	random := rand.New(rand.NewPCG(uint64(os.Getpid()), 7))
	everybody, err := s.People(ctx)
	if err != nil || len(everybody) < 3 {
		return func(int) error { return fmt.Errorf("nobody works here: %w", err) }
	}
	return func(int) error {
		who := everybody[random.IntN(len(everybody))]
		items, err := m.Queue(ctx, QueueQuery{View: ViewAll, Limit: 6})
		if err != nil {
			return err
		}
		if len(items) == 0 || random.IntN(8) == 0 {
			masked, _, err := moderation.Intake(fmt.Sprintf("Kommentar %d om svartider", random.Int32()), m.MaskRules())
			if err == nil {
				_, err = m.Add(ctx, who, NewCase{Comment: masked})
			}
			return err
		}
		c, err := m.Case(ctx, items[random.IntN(len(items))].ID)
		if err == nil {
			err = randomStep(ctx, m, c, who, random)
		}
		switch fault.CodeOf(err) {
		case "", CaseOrder, moderation.SecondSame, moderation.ObjectionSameHand, ObjectionMissing, moderation.ForgetUnfinished, moderation.ForgetUnexported, CaseForgotten:
			return nil
		}
		return err
	}
}

func randomStep(ctx context.Context, m Moderation, c moderation.Case, who people.Person, random *rand.Rand) (err error) {
	plain, _ := moderation.ReadAnswers("nnnnnnnnnjnnnnn--n", "------------------")
	spam, _ := moderation.ReadAnswers("nnnnnnnnnnnnnjnn-n", "------------------")
	again, _ := moderation.ReadAnswers("nnnnnnnnjnnnnnnjjn", "------------------")
	values := map[string]string{"kontaktlink": "a.example", "indsigelseslink": "b.example", "regellink": "c.example", "kort grund": "skældsord", "dato for påmindelse": "i går"}
	switch random.IntN(12) {
	case 0:
		_, err = m.Answer(ctx, c.ID, c.Revision, plain, who)
	case 1:
		_, err = m.Decide(ctx, c.ID, c.Revision, plain, moderation.Choice{Outcome: moderation.Guide, Template: "T1", Values: values, Note: "noteret"}, who)
	case 2:
		_, err = m.Decide(ctx, c.ID, c.Revision, spam, moderation.Choice{Outcome: moderation.Delete}, who)
	case 3:
		_, err = m.Decide(ctx, c.ID, c.Revision, again, moderation.Choice{Outcome: moderation.Exclude, Reason: "igen", Template: "T5", Values: values, Profile: "NN", Until: m.today().AddDate(0, 1, 0)}, who)
	case 4:
		_, err = m.Agree(ctx, c.ID, c.Revision, random.IntN(3) > 0, "set", who)
	case 5:
		_, err = m.Copied(ctx, c.ID, c.Revision, who)
	case 6:
		_, err = m.Sent(ctx, c.ID, c.Revision, who)
	case 7:
		_, err = m.Done(ctx, c.ID, c.Revision, who)
	case 8:
		_, err = m.AddNote(ctx, c.ID, c.Revision, "en linje", who)
	case 9:
		_, err = m.Object(ctx, c.ID, c.Revision, "Jeg er uenig", who)
	case 10:
		_, err = m.Settle(ctx, c.ID, c.Revision, random.IntN(2) == 0, "set efter", who)
	case 11:
		if random.IntN(6) == 0 {
			_, err = m.Forget(ctx, who, c)
		} else {
			_, err = m.Spend(ctx, c.ID, c.Revision, 5, who)
		}
	}
	return err
}

// whole holds the tables against the record: whatever was done has its line,
// and every line its deed.
func wholeRecord(t *testing.T, s *Store) moderation.Verdict {
	t.Helper()
	v := must(s.Moderation().Verify(t.Context(), ""))(t)
	if !v.OK() {
		t.Fatalf("%+v", v.Broken)
	}
	for _, pair := range [][2]string{
		{`SELECT count(*) FROM moderation_case`, `event = 'modtaget'`},
		{`SELECT count(*) FROM moderation_case WHERE state = 'glemt'`, `event = 'glemt'`},
		{`SELECT count(*) FROM moderation_action`, `event IN ('besluttet', 'foreslaaet')`},
		{`SELECT count(*) FROM moderation_action WHERE second IS NOT NULL`, `event IN ('tiltraadt', 'afvist')`},
		{`SELECT count(*) FROM moderation_action WHERE copied_at <> ''`, `event = 'svar_kopieret'`},
		{`SELECT count(*) FROM moderation_action WHERE sent_at <> ''`, `event = 'besked_sendt'`},
		{`SELECT count(*) FROM moderation_action WHERE done_at <> ''`, `event = 'gjort_paa_facebook'`},
		{`SELECT count(*) FROM moderation_objection`, `event = 'indsigelse_modtaget'`},
		{`SELECT count(*) FROM moderation_objection WHERE decided_at <> ''`, `event IN ('indsigelse_fastholdt', 'indsigelse_medhold')`},
		{`SELECT count(*) FROM moderation_time`, `event = 'minutter'`},
		{`SELECT count(*) FROM moderation_case WHERE state <> 'glemt' AND NOT EXISTS (SELECT 1 FROM moderation_word WHERE "case" = moderation_case.id)`, `0`},
		{`SELECT count(*) FROM moderation_log_content c JOIN moderation_log l ON l.seq = c.seq JOIN moderation_case k ON k.id = l."case" WHERE k.state = 'glemt'`, `0`},
	} {
		rows := must(ask[int64](t.Context(), s.readers, pair[0]))(t)
		lines := must(ask[int64](t.Context(), s.readers, "SELECT count(*) FROM moderation_log WHERE "+pair[1]))(t)
		if rows != lines {
			t.Errorf("%d rows and %d lines: %s, %s", rows, lines, pair[0], pair[1])
		}
	}
	return v
}

// TestModerationIsKilled lets a program record a thousand random steps, and kills
// it at random moments in between: in the middle of a step when its journal is
// there, a moment later or earlier. The chain is whole every time, and nothing
// is half-done.
func TestModerationIsKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills programs")
	}
	const steps = 1000
	for _, mode := range []journal{wal, rollback} {
		t.Run(string(mode), func(t *testing.T) {
			options := Options{local: func(string) bool { return mode == wal }}
			path := place(t)
			s := create(t, path, options)
			for _, name := range []string{"Anna Holm", "Bo Ek", "Carla Lund"} {
				must(s.AddPerson(t.Context(), people.Person{Name: name, Active: true}))(t)
			}
			ok(t, s.Close())
			random := rand.New(rand.NewPCG(5, 7))
			done, kills, lines := 0, 0, int64(0)
			for lines < steps/2 { // recorded, so many in each journal
				done += killModerating(t, path, mode, 5+random.IntN(40), random.IntN(40))
				kills++
				s := open(t, path, options)
				v := wholeRecord(t, s)
				if v.Lines < lines {
					t.Fatalf("the record lost lines: %d, and %d before", v.Lines, lines)
				}
				lines = v.Lines
				ok(t, s.Close())
			}
			t.Logf("%d steps, %d kills, %d lines", done, kills, lines)
		})
	}
}

// killModerating starts the job, lets it do some rounds and kills it after a
// moment of the next one. It gives back how many rounds were done.
func killModerating(t *testing.T, path string, mode journal, rounds int, moment int) (done int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childJob+"="+strings.Join([]string{"moderate", strings.ToLower(string(mode)), path, t.TempDir()}, "|"))
	out := must(child.StdoutPipe())(t)
	ok(t, child.Start())
	blocks := text(100)
	lines := bufio.NewScanner(out)
	for done < rounds {
		if !lines.Scan() || lines.Text() != "ready" {
			t.Errorf("the child stopped by itself: %q", lines.Text())
			break
		}
		done++
	}
	for range moment { // a tenth of a millisecond of work each: where in the next step it is hit
		document.Hash(blocks)
	}
	ok(t, child.Process.Kill())
	for lines.Scan() {
		if lines.Text() == "ready" {
			done++
		}
	}
	if err := child.Wait(); err == nil {
		t.Error("the child was not killed")
	}
	return done
}
