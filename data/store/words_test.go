package store

import (
	"slices"
	"strings"
	"testing"

	"synlig/data/danish"
	"synlig/data/fault"
)

func TestBuiltInWordListsAreAllThere(t *testing.T) {
	lists := BuiltInWordLists()
	for _, list := range danish.AllLists {
		if len(lists[list]) == 0 {
			t.Errorf("%s is empty", list)
		}
	}
}

func TestWordLists(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	text, own, err := s.WordList(ctx, danish.PaperWords)
	if ok(t, err); own || !strings.Contains(text, "såfremt = hvis") {
		t.Errorf("own %v: %.40q", own, text)
	}
	ok(t, s.SaveWordList(ctx, danish.PaperWords, text))
	if _, own, _ := s.WordList(ctx, danish.PaperWords); own {
		t.Error("the program's own text became the office's")
	}

	const ours = "# vores egen\nblanket = skema\n"
	ok(t, s.SaveWordList(ctx, danish.PaperWords, "x = y"))
	ok(t, s.SaveWordList(ctx, danish.PaperWords, ours))
	if text, own, _ := s.WordList(ctx, danish.PaperWords); !own || text != ours {
		t.Errorf("own %v: %q", own, text)
	}
	lists := must(s.WordLists(ctx))(t)
	if got := lists[danish.PaperWords]; !slices.Equal(got, []string{"blanket = skema"}) {
		t.Errorf("%q", got)
	}
	if len(lists) != len(danish.AllLists) || len(BuiltInWordLists()[danish.PaperWords]) < 50 {
		t.Error("the other lists changed")
	}

	ok(t, s.ResetWordList(ctx, danish.PaperWords))
	if text, own, _ := s.WordList(ctx, danish.PaperWords); own || !strings.Contains(text, "såfremt") {
		t.Errorf("after the reset: own %v, %.40q", own, text)
	}
}

func TestWordListsThatAreRefused(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	before := dump(t, s)
	for name, c := range map[string]struct {
		err  error
		want fault.Code
	}{
		"no such list":   {s.SaveWordList(ctx, "digte", "x"), danish.ListUnknown},
		"read no list":   {func() error { _, _, err := s.WordList(ctx, "digte"); return err }(), danish.ListUnknown},
		"a line wrong":   {s.SaveWordList(ctx, danish.Rude, "fy\n, bæ\n"), danish.ListLineWrong},
		"far too many":   {s.SaveWordList(ctx, danish.Rude, strings.Repeat("x\n", 6000)), danish.ListTooLong},
		"replaced words": {s.SaveWordList(ctx, danish.Health, "syg = rask"), danish.ListLineWrong},
	} {
		if !fault.Is(c.err, c.want) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	if after := dump(t, s); after != before {
		t.Error("a refused list was kept")
	}
}

// A line that is refused is named as it stands in the text, comments counted.
func TestARefusedLineIsNamedAsItIsWritten(t *testing.T) {
	s := create(t, place(t), Options{})
	err := s.SaveWordList(t.Context(), danish.Rude, "# grimme ord\n\nfy\n, bæ # forkert\n")
	if !fault.Is(err, danish.ListLineWrong) || !strings.Contains(err.Error(), "number:4") {
		t.Errorf("the refusal is %v", err)
	}
	if err := s.SaveWordList(t.Context(), danish.Rude, "# "+strings.Repeat("x", 1_000_001)); !fault.Is(err, danish.ListTooLong) {
		t.Errorf("a comment without end: %v", err)
	}
}

// A list that knows somebody's number would keep it, and let it through.
func TestNoListKeepsAPersonalNumber(t *testing.T) {
	s := create(t, place(t), Options{})
	for _, list := range danish.AllLists {
		if err := s.SaveWordList(t.Context(), list, BuiltInWordList(list)+"\n# rettet\n"); err != nil {
			t.Errorf("the program's own %s: %v", list, err)
		}
		if err := s.SaveWordList(t.Context(), list, "hej # 140585-2981\n"); !fault.Is(err, WordListPersonal) {
			t.Errorf("%s took a number: %v", list, err)
		}
	}
	if err := s.SaveWordList(t.Context(), danish.OwnContacts, "klager@eksempel.dk\n23 45 67 89\n\x00\xff"); err != nil {
		t.Error(err)
	}
}
