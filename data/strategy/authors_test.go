package strategy

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"synlig/data/document"
	"synlig/data/redline"
)

// textOf is a text of paragraphs "id: words", one a line; "#" makes a heading.
func textOf(lines string) (blocks []document.Block) {
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		id, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
		b := document.Block{ID: id, Kind: document.Paragraph, Text: words}
		if rest, heading := strings.CutPrefix(words, "# "); heading {
			b.Kind, b.Text = document.Heading2, rest
		}
		blocks = append(blocks, b)
	}
	return blocks
}

func TestOriginsTellWhoMadeEachChange(t *testing.T) {
	base := textOf(`
		a: Kontoret svarer borgerne hurtigt.
		b: Alle breve besvares inden en uge af en medarbejder.
		c: Kontoret ligger ved havnen og har åbent hver dag fra ni til fire.
		d: Der er kaffe.`)
	day := time.Date(2014, 8, 1, 10, 0, 0, 0, time.UTC)
	steps := []Step{
		{"Anna", day, textOf(`
			a: Kontoret svarer alle borgere hurtigt.
			b: Alle breve besvares inden en uge af en medarbejder.
			c: Kontoret ligger ved havnen og har åbent hver dag fra ni til fire.
			d: Der er kaffe.`)},
		{"Bo", day.AddDate(0, 0, 1), textOf(`
			a: Kontoret svarer alle borgere hurtigt.
			n: Vi bruger Facebook til korte svar.
			b: Alle breve besvares inden fem dage af en medarbejder.
			c: Kontoret ligger ved havnen og har åbent hver dag fra ni til fire.
			d: Der er kaffe.`)},
		{"Carl", day.AddDate(0, 0, 2), textOf(`
			c: Kontoret ligger ved havnen og har åbent hver dag fra ni til fire.
			a: Kontoret svarer alle borgere hurtigt.
			n: Vi bruger Facebook til korte svar.
			b: Alle breve besvares inden fem dage af en medarbejder.`)},
	}
	draft := steps[2].Blocks
	c := redline.Compare(base, draft, redline.Options{})
	got := map[string]string{}
	for i, o := range Origins(c, steps) {
		got[fmt.Sprint(c.Changes[i].Action, " ", c.Changes[i].Old, "→", c.Changes[i].New)] = o.Author
	}
	for about, want := range map[string]string{"alle borgere": "Anna", "fem dage": "Bo", "Facebook": "Bo", "kaffe": "Carl", "havnen": "Carl"} {
		found := false
		for change, author := range got {
			if strings.Contains(change, about) {
				found = true
				if author != want {
					t.Errorf("%q is %s's, want %s", change, author, want)
				}
			}
		}
		if !found {
			t.Errorf("no change is about %q: %q", about, got)
		}
	}
}

func TestAChangeMadeInSeveralGoesBelongsToTheLast(t *testing.T) {
	base := textOf("a: Vi svarer.")
	steps := []Step{
		{"Anna", time.Time{}, textOf("a: Vi svarer snart.")},
		{"Bo", time.Time{}, textOf("a: Vi svarer.")}, // taken back
		{"Anna", time.Time{}, textOf("a: Vi svarer snart.")},
		{"Carl", time.Time{}, textOf("a: Vi svarer meget snart.")},
		{"Dan", time.Time{}, textOf("a: Vi svarer meget snart.")},
	}
	c := redline.Compare(base, steps[4].Blocks, redline.Options{})
	if got := Origins(c, steps); len(got) != 1 || got[0].Author != "Carl" {
		t.Errorf("%+v", got)
	}
	if got := Origins(c, nil); len(got) != 1 || got[0] != (Origin{}) {
		t.Errorf("without a step: %+v", got)
	}
	if got := Origins(redline.Compare(base, steps[2].Blocks, redline.Options{}), steps[:3]); got[0].Author != "Anna" {
		t.Errorf("what was taken back and came again: %+v", got)
	}
}

// BenchmarkOrigins is a long draft that ten people wrote in a hundred steps.
func BenchmarkOrigins(b *testing.B) {
	var base []document.Block
	for i := range 1000 {
		base = append(base, document.Block{ID: fmt.Sprint("b", i), Text: fmt.Sprintf("Afsnit %d handler om det, som kontoret gør, når borgerne spørger om noget.", i)})
	}
	blocks := base
	var steps []Step
	for k := range 100 {
		blocks = append([]document.Block(nil), blocks...)
		blocks[k*7].Text = strings.Replace(blocks[k*7].Text, "kontoret", "rådgiveren", 1)
		steps = append(steps, Step{Author: fmt.Sprint("P", k%10), Blocks: blocks})
	}
	c := redline.Compare(base, blocks, redline.Options{})
	for b.Loop() {
		Origins(c, steps)
	}
	b.ReportMetric(float64(len(c.Changes)), "changes")
}
