package strategy

import (
	"slices"
	"testing"

	"synlig/data/document"
)

// withoutIDs is text as a file has it.
func withoutIDs(texts ...string) (blocks []document.Block) {
	for _, t := range texts {
		blocks = append(blocks, document.NewBlock(document.Paragraph, 0, document.Run{Text: t}))
	}
	return blocks
}

func withIDs(pairs ...string) (blocks []document.Block) {
	for i := 0; i < len(pairs); i += 2 {
		b := withoutIDs(pairs[i+1])[0]
		b.ID = pairs[i]
		blocks = append(blocks, b)
	}
	return blocks
}

const (
	weAnswer = "Vi svarer alle borgere inden for ti hverdage."
	weMeet   = "Vi holder åbent hus i rådhuset hver anden torsdag."
	weWrite  = "Vi skriver kort og bruger ord, som alle kender."
	weListen = "Vi lytter til dem, der klager over kommunen."
)

func fileRevision() Revision {
	return Revision{
		Base:  document.Version{Blocks: withIDs("a1", weAnswer, "a2", weMeet, "a3", weWrite)},
		Draft: document.Version{Blocks: withIDs("a1", weAnswer, "a3", weWrite, "b1", weListen)},
	}
}

func idsOf(blocks []document.Block) (ids []string) {
	for _, b := range blocks {
		ids = append(ids, b.ID)
	}
	return ids
}

func TestAdoptKeepsTheIDsOfWhatIsKnownAgain(t *testing.T) {
	file := withoutIDs("Vi svarer alle borgere inden for fem hverdage.", weMeet, weListen, "Noget helt nyt.", weWrite)
	file[0].ID = "x" // of another text: it means nothing here
	got := idsOf(fileRevision().Adopt(file))
	// The edited, the restored, the new of the draft, an unknown, and a moved one.
	if want := []string{"a1", "a2", "b1", "", "a3"}; !slices.Equal(got, want) {
		t.Errorf("ids %q, want %q", got, want)
	}
	if file[0].ID != "x" {
		t.Error("the file's own blocks were changed")
	}
}

func TestAdoptGivesAnIDOnce(t *testing.T) {
	got := idsOf(fileRevision().Adopt(withoutIDs(weAnswer, weAnswer, weAnswer)))
	slices.Sort(got)
	if want := []string{"", "", "a1"}; !slices.Equal(got, want) {
		t.Errorf("ids %q, want %q", got, want)
	}
}

func TestTrackedChangesComeInBesideWhatTheDraftHas(t *testing.T) {
	r := fileRevision()
	was := withoutIDs(weAnswer, weMeet, weWrite)
	now := withoutIDs("Vi svarer alle borgere inden for fem hverdage.", weMeet, weWrite)
	m := r.TakeTracked(was, now)
	var texts []string
	for _, b := range m.Blocks {
		texts = append(texts, b.Text)
	}
	want := []string{"Vi svarer alle borgere inden for fem hverdage.", weWrite, weListen}
	if len(m.Conflicts) > 0 || !slices.Equal(texts, want) || m.Blocks[0].ID != "a1" {
		t.Errorf("got %q with %d conflicts", texts, len(m.Conflicts))
	}
}

func TestTrackedChangeOfTheSameWordsIsAConflict(t *testing.T) {
	r := fileRevision()
	r.Draft.Blocks[0].Text = "Vi svarer alle borgere inden for otte hverdage."
	m := r.TakeTracked(withoutIDs(weAnswer, weWrite), withoutIDs("Vi svarer alle borgere inden for fem hverdage.", weWrite))
	if len(m.Conflicts) != 1 || m.Blocks[0].Text != r.Draft.Blocks[0].Text {
		t.Errorf("%d conflicts, stands %q", len(m.Conflicts), m.Blocks[0].Text)
	}
}

func TestTakingTheSameInAgainChangesNothing(t *testing.T) {
	r := fileRevision()
	was, now := withoutIDs(weAnswer, weWrite), withoutIDs("Noget helt andet står her nu.", weWrite, "Og en linje til sidst.")
	once := r.TakeTracked(was, now)
	r.Draft.Blocks = NewEditor(once.Blocks, Options{}).Blocks()
	again := r.TakeTracked(was, now)
	if len(again.Conflicts) > 0 || !slices.Equal(idsOf(again.Blocks), idsOf(r.Draft.Blocks)) {
		t.Errorf("%d conflicts, ids %q, were %q", len(again.Conflicts), idsOf(again.Blocks), idsOf(r.Draft.Blocks))
	}
}
