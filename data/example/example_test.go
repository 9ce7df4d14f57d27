package example

import (
	"reflect"
	"strings"
	"testing"

	"synlig/assets"
	"synlig/data/document"
	"synlig/data/redline"
)

func compared() redline.Comparison {
	return Revision().Compare(assets.Lines("words/weighty.txt"))
}

func TestEveryRemarkFindsAChange(t *testing.T) {
	_, unused := load()
	for _, r := range unused {
		t.Errorf("no change fits the remark %+v", r)
	}
}

func TestEveryChangeHasItsPoint(t *testing.T) {
	comparison := compared()
	if len(comparison.Lapsed) > 0 {
		t.Errorf("notes without a change: %+v", comparison.Lapsed)
	}
	points := map[int]int{}
	reasons := 0
	for _, c := range comparison.Changes {
		points[c.Note.Point]++
		if c.Note.Reason != "" {
			reasons++
		}
		if c.Note.Point == 0 {
			t.Errorf("change %d (%q → %q) has no point", c.Number, c.Old, c.New)
		}
		about := strings.Contains(c.Old+c.New, "Facebook")
		if about && c.Note.Point != 3 {
			t.Errorf("change %d is about Facebook and belongs to point %d", c.Number, c.Note.Point)
		}
	}
	if points[2] < 7 || points[3] < 4 {
		t.Errorf("changes by point: %v", points)
	}
	if n := len(comparison.Changes); reasons < n*3/4 || reasons == n {
		t.Errorf("%d of %d changes have a reason; most should, and one should show how it looks without", reasons, n)
	}
}

// The draft holds what the committee paper's revision holds, and one of every
// kind of change that the program can mark.
func TestTheDraftShowsEveryKindOfChange(t *testing.T) {
	comparison := compared()
	classes, actions := map[redline.Class]int{}, map[redline.Action]int{}
	aspects := map[redline.Aspect]bool{}
	for _, c := range comparison.Changes {
		classes[c.Class]++
		actions[c.Action]++
		for _, f := range c.Formats {
			aspects[f.Aspect] = true
		}
		if c.Action == redline.Move && len(strings.Fields(c.New)) < 25 {
			t.Errorf("the moved paragraph is short: %q", c.New)
		}
	}
	if classes[redline.Editorial] < 5 || classes[redline.Substantive] < 3 || classes[redline.Structural] < 2 {
		t.Errorf("classes: %v", classes)
	}
	for _, a := range []redline.Action{redline.Edit, redline.Add, redline.Remove, redline.Move, redline.Split, redline.Reform} {
		if actions[a] == 0 {
			t.Errorf("no change with action %d: %v", a, actions)
		}
	}
	if !aspects[redline.AspectKind] || !aspects[redline.AspectLink] {
		t.Errorf("aspects changed: %v", aspects)
	}
}

func TestTheRepealedPolicyIsGone(t *testing.T) {
	revision := Revision()
	count := func(blocks []document.Block) (n int) {
		for _, b := range blocks {
			n += strings.Count(strings.ToLower(b.Text), "kommunikationspolitik")
		}
		return n
	}
	if n := count(revision.Base.Blocks); n < 6 {
		t.Errorf("the approved text names the policy %d times", n)
	}
	if n := count(revision.Draft.Blocks); n > 0 {
		t.Errorf("the draft still names the policy %d times", n)
	}
}

func TestPointThreeNeedsPointOne(t *testing.T) {
	points := Revision().Points
	if len(points) != 3 || !reflect.DeepEqual(points[2].Requires, []int{1}) || points[0].Requires != nil || points[1].Requires != nil {
		t.Errorf("points: %+v", points)
	}
}

func TestABlockKeepsItsID(t *testing.T) {
	revision := Revision()
	base := map[string]document.Block{}
	for _, b := range revision.Base.Blocks {
		if base[b.ID].ID != "" {
			t.Errorf("id %s stands twice in the approved text", b.ID)
		}
		base[b.ID] = b
	}
	seen := map[string]bool{}
	for _, b := range revision.Draft.Blocks {
		if seen[b.ID] {
			t.Errorf("id %s stands twice in the draft", b.ID)
		}
		seen[b.ID] = true
		_, known := base[b.ID]
		if known == strings.HasPrefix(b.ID, "b") {
			t.Errorf("block %s %q: known %v", b.ID, b.Text, known)
		}
	}
	for _, b := range revision.Base.Blocks {
		gone := strings.HasPrefix(b.Text, "Kommunikationspolitikken er fælles")
		if seen[b.ID] == gone {
			t.Errorf("block %s %q: in the draft %v", b.ID, b.Text, seen[b.ID])
		}
	}
}

func TestAllIsMarkedAndTheSameEveryTime(t *testing.T) {
	first, second := Revision(), Revision()
	if !reflect.DeepEqual(first, second) {
		t.Error("two examples differ")
	}
	if !first.Example {
		t.Error("the strategy is not marked as an example")
	}
	for _, blocks := range [][]document.Block{first.Base.Blocks, first.Draft.Blocks} {
		if !strings.HasPrefix(blocks[1].Text, "Eksempel.") {
			t.Errorf("the text does not say that it is an example: %q", blocks[1].Text)
		}
	}
	for _, p := range People() {
		if err := p.Check(); err != nil || !strings.HasSuffix(p.Name, " Eksempel") || p.Role == "" {
			t.Errorf("person %+v: %v", p, err)
		}
	}
	if len(People()) != 4 {
		t.Error("the office has four people")
	}
}
