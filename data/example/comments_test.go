package example

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"synlig/data/moderation"
	"synlig/data/store"
)

// commented is the example office in a workspace of its own.
func commented(t *testing.T) (*store.Store, store.Moderation) {
	t.Helper()
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "eksempel.synlig"), store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := Write(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	return s, s.Moderation()
}

func TestTheCommentsAreInEveryState(t *testing.T) {
	_, m := commented(t)
	states := map[moderation.State]int{}
	for id := int64(1); ; id++ {
		c, err := m.Case(t.Context(), id)
		if err != nil {
			break
		}
		states[c.State]++
		if !c.Example {
			t.Errorf("case %d is not marked as an example", id)
		}
		for _, digits := range []string{"111111", "28 44"} {
			if strings.Contains(c.Comment.Text(), digits) {
				t.Errorf("case %d: %s", id, c.Comment.Text())
			}
		}
	}
	for _, state := range moderation.AllStates() {
		if states[state] == 0 {
			t.Errorf("no comment is %s: %v", state, states)
		}
	}
	v, err := m.Verify(t.Context(), "")
	if err != nil || !v.OK() || v.Lines < 80 || v.Forgotten == 0 {
		t.Errorf("%+v %+v %v", v, v.Broken, err)
	}
	due, err := m.Due(t.Context())
	if err != nil || len(due.Deadlines) == 0 {
		t.Errorf("%+v %v", due, err)
	}
	report, err := m.Report(t.Context(), moderation.Period{From: time.Date(2014, 12, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2014, 12, 31, 0, 0, 0, 0, time.UTC)})
	if err != nil || report.Received != 10 || report.Handled != 10 || report.Objections.Received != 1 || len(report.Blocks) != 1 || report.Minutes == 0 || !report.Example {
		t.Errorf("%+v %v", report, err)
	}
	duties, err := m.Duties(t.Context(), day("2014-12-01"), day("2015-03-01"))
	if err != nil || len(duties) != 4 {
		t.Errorf("%v %v", duties, err)
	}
}
