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
