package moderation

import (
	"slices"
	"testing"

	"synlig/data/danish"
)

func TestHintsShowWordsAndAnswerNothing(t *testing.T) {
	rules := danish.New(danish.Lists{
		danish.Health: {"diagnose, diagnosen"}, danish.Persons: {"min", "jeg"}, danish.Rude: {"idiot, idioter"},
	})
	text := "Min diagnose er hemmelig, 😀 I er idioter og idioter. Se www.eksempel.dk/gevinst. [cpr-nummer]"
	m := Masked{text: text, covers: []Cover{{len(text) - len("[cpr-nummer]"), len(text), "cpr"}}}
	want := []Hint{
		{Question: QCPR, Code: "cpr", Words: []string{"[cpr-nummer]"}},
		{Question: QOwn, Code: "health", Words: []string{"diagnose"}},
		{Question: QAbuse, Code: "rude", Words: []string{"idioter"}},
		{Question: QSpam, Code: "link", Words: []string{"www.eksempel.dk/gevinst"}},
	}
	got := HintsOf(m, rules)
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, h := range got {
		w := want[i]
		if h.Question != w.Question || h.Code != w.Code || !slices.Equal(h.Words, w.Words) || text[h.Start:h.End] != w.Words[0] {
			t.Errorf("hint %d is %+v", i, h)
		}
	}
}
