package moderation

import (
	"encoding/hex"
	"reflect"
	"testing"
	"time"

	"synlig/data/fault"
	"synlig/data/people"
)

func TestSimilarCasesComeFromWordsAndAnswers(t *testing.T) {
	a := all(t, "10j")
	earlier := []Earlier{
		{Case: 1, Text: "Hvorfor svarer I ikke om min boligstøtte?", Answers: all(t, "10j"), Rule: 5, Outcome: Guide, At: monday},
		{Case: 2, Text: "Køb solbriller", Answers: all(t, "14j"), Rule: 7, Outcome: Delete, At: monday},
		{Case: 3, Text: "Noget helt andet her", Answers: all(t, "10j"), Rule: 5, Outcome: Guide, At: monday.AddDate(0, 0, 1)},
		{Case: 4, Text: "Min boligstøtte er væk", Answers: all(t, "13j"), Rule: 5, Outcome: Correct, At: monday},
	}
	alike := Similar("Jeg venter på svar om boligstøtte", a, 5, earlier, 3)
	if len(alike) == 0 || alike[0].Case != 1 || len(alike[0].Words) == 0 || alike[0].Words[0] != "boligstøtte" {
		t.Fatalf("%+v", alike)
	}
	for _, l := range alike {
		if l.Case == 2 || l.Score <= 0 || l.Score > 1 {
			t.Errorf("%+v", l)
		}
	}
	if none := Similar("", Answers{}, 0, earlier, 5); len(none) != 0 {
		t.Errorf("nothing is like %+v", none)
	}
	// Nobody's identity can play a part: there is nowhere to put it.
	for i := range reflect.TypeFor[Earlier]().NumField() {
		switch name := reflect.TypeFor[Earlier]().Field(i).Name; name {
		case "Alias", "Author", "Profile", "Name":
			t.Errorf("an earlier case has a %s", name)
		}
	}
}

func TestSummarize(t *testing.T) {
	facts := []Fact{
		{Case: 1, Received: monday, Acted: true, First: true, At: monday.Add(time.Hour), Outcome: LetStand, Rule: 1, Question: 8, Followed: true, Criticism: true},
		{Case: 1, Received: monday, Acted: true, At: monday.Add(2 * time.Hour), Outcome: Delete, Rule: 1, Question: 8, Criticism: true, Equality: EqualityFailed},
		{Case: 2, Received: monday.AddDate(0, -1, 0), Acted: true, First: true, At: monday, Outcome: LetStand, Rule: 1, Question: 8, Followed: true},
		{Case: 3, Received: monday},
		{Case: 4, Received: monday.AddDate(0, 2, 0)},
	}
	r := Summarize(Month(monday), facts)
	if r.Received != 2 || r.Handled != 2 || r.Waiting != 1 || r.Otherwise != 1 || r.Failed != 1 || r.Firsts != 2 || r.Within != 1 {
		t.Errorf("%+v", r)
	}
	want := []Cell{{LetStand, 1, 2}, {Delete, 1, 1}}
	if !reflect.DeepEqual(r.Cells, want) {
		t.Errorf("%+v", r.Cells)
	}
	if e := r.Equality[0]; e.Question != 8 || e.Critical != (Treated{2, 1}) || e.Others != (Treated{1, 0}) {
		t.Errorf("%+v", r.Equality)
	}
	if r.Longest < 700*time.Hour || r.Median != (r.Longest+time.Hour)/2 {
		t.Errorf("%v %v", r.Median, r.Longest)
	}
	if p := Month(monday); !p.Holds(time.Date(2026, 11, 30, 23, 59, 0, 0, time.UTC)) || p.Holds(time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)) {
		t.Error(p)
	}
}

func TestRetention(t *testing.T) {
	keep := DefaultRetention()
	done := func(o Outcome) Action { return Action{Decision: Decision{Outcome: o}, At: monday, DoneAt: monday} }
	block := done(Exclude)
	block.NeedsSecond, block.Second.ID, block.Until = true, 2, monday.AddDate(0, 1, 0)
	lifted := block
	lifted.LiftedAt = monday.AddDate(0, 1, 1)
	objected := Case{Received: monday, State: StateDone, Actions: []Action{done(Delete)}, Objections: []Objection{{DecidedAt: monday.AddDate(0, 0, 9)}}}
	for name, row := range map[string]struct {
		c    Case
		want time.Time
		code fault.Code
	}{
		"let stand":             {Case{Received: monday, State: StateDone, Actions: []Action{done(LetStand)}}, monday.AddDate(0, 6, 0), ""},
		"removed":               {Case{Received: monday, State: StateDone, Actions: []Action{done(Delete)}}, monday.AddDate(0, 12, 0), ""},
		"objection":             {objected, monday.AddDate(0, 24, 9), ""},
		"block that runs":       {Case{Received: monday, State: StateDone, Actions: []Action{block}}, time.Time{}, ForgetUnfinished},
		"block that was lifted": {Case{Received: monday, State: StateDone, Actions: []Action{lifted}}, monday.AddDate(0, 1, 1).AddDate(0, 24, 0), ""},
		"nothing done":          {Case{Received: monday, State: StateNew}, time.Time{}, ForgetUnfinished},
		"open objection":        {Case{State: StateObjection, Actions: []Action{done(Delete)}, Objections: []Objection{{}}}, time.Time{}, ForgetUnfinished},
		"not filed":             {Case{State: StateDone, Answers: all(t, "18j"), Actions: []Action{done(Delete)}}, time.Time{}, ForgetUnexported},
		"filed":                 {Case{Received: monday, State: StateDone, Answers: all(t, "18j"), Exported: monday, Actions: []Action{done(Delete)}}, monday.AddDate(0, 12, 0), ""},
	} {
		if got := keep.ForgetOn(row.c, monday); !got.Equal(row.want) {
			t.Errorf("%s: %v, want %v", name, got, row.want)
		}
		if code := fault.CodeOf(row.c.MayForget(monday)); code != row.code {
			t.Errorf("%s: %s", name, code)
		}
	}
	for _, bad := range []Retention{{}, {1, 1, 1, 121}, {0, 1, 1, 1}} {
		if !fault.Is(bad.Check(), RetentionInvalid) {
			t.Errorf("%+v", bad)
		}
	}
}

// TestChainIsForEver keeps the canonical bytes: a record written today is
// verified by every program to come.
func TestChainIsForEver(t *testing.T) {
	l := Line{Seq: 7, At: time.Date(2027, 3, 3, 10, 24, 0, 5, time.UTC), Event: EventDecided, Case: 14, Person: 2, Actor: "Åse Øe", Cover: Seal([]byte("salt"), []byte("{}"))}
	hash := l.Chain(Genesis)
	if got := hex.EncodeToString(hash[:]); got != "2cd9c21d5eebd02ab89aafb0c947aff570f11f0fd079a9ea266ec36e62558474" {
		t.Errorf("the chain has changed: %s", got)
	}
	for name, other := range map[string]func(*Line){
		"seq": func(l *Line) { l.Seq++ }, "time": func(l *Line) { l.At = l.At.Add(1) }, "event": func(l *Line) { l.Event += "x" }, "case": func(l *Line) { l.Case++ },
		"person": func(l *Line) { l.Person++ }, "actor": func(l *Line) { l.Actor = "Åse Ø" }, "cover": func(l *Line) { l.Cover[31]++ },
		"a letter moved": func(l *Line) { l.Event, l.Actor = l.Event+"Å", "se Øe" },
	} {
		changed := l
		other(&changed)
		if changed.Chain(Genesis) == hash {
			t.Errorf("another %s has the same hash", name)
		}
	}
	if l.Chain(hash) == hash {
		t.Error("what stands before makes no difference")
	}
}

func TestDuty(t *testing.T) {
	anna, bo := people.Person{ID: 1}, people.Person{ID: 2}
	d := Duty{Person: anna, StandIn: bo, From: monday, To: monday.AddDate(0, 0, 4)}
	if d.Check() != nil || len(OnDuty([]Duty{d}, monday.AddDate(0, 0, 4).Add(20*time.Hour))) != 1 || len(OnDuty([]Duty{d}, monday.AddDate(0, 0, 5))) != 0 {
		t.Error(d.Check())
	}
	d.StandIn = anna
	if !fault.Is(d.Check(), DutyStandIn) {
		t.Error(d.Check())
	}
	d.To = monday.AddDate(0, 0, -1)
	if !fault.Is(d.Check(), DutyDays) {
		t.Error(d.Check())
	}
}
