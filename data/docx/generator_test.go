package docx_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// generator writes small documents and revises them, the same from the same
// seed.
type generator struct {
	*rand.Rand
	ids int
}

func newGenerator(seed uint64) *generator { return &generator{Rand: rand.New(rand.NewPCG(seed, 7))} }

var vocabulary = append(strings.Fields(`og i på af til der som den det de en et at for med ved om ikke skal kan bør
	borgeren borgerne kommunen udvalget klagen afgørelsen sagen svar brev møde "rådhuset" mål formål e-mail
	lytter hjælper vejleder skriver taler åbner ændrer ærlig hurtig venlig <tydelig> & enkel § 5, stk. 2.
	så altså non‑stop 1.234,5 10 kr. 😀 fodgænger`), "samar\u00adbejde")

func (g *generator) words(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = vocabulary[g.IntN(len(vocabulary))]
	}
	return strings.Join(all, " ")
}

func (g *generator) style() document.Style {
	return []document.Style{
		{Bold: true}, {Italic: true}, {Bold: true, Italic: true}, {Link: "https://kk.dk/a?b=1&c=2"},
		{Link: "mailto:post@eksempel.example", Bold: true}, {Link: "https://kk.dk/æøå#her"},
	}[g.IntN(6)]
}

// block writes a block of a random kind. Its text is already in normal form.
func (g *generator) block() document.Block {
	kind := document.Paragraph
	if g.IntN(2) == 0 {
		kind = document.Kind(g.IntN(7))
	}
	level := 0
	if kind.IsList() || kind == document.Paragraph && g.IntN(5) == 0 {
		level = g.IntN(3)
	}
	b := g.styled(kind, level, g.words(1+g.IntN(14)))
	g.ids++
	b.ID = "b" + strconv.Itoa(g.ids)
	return b
}

// styled gives some of the words a style.
func (g *generator) styled(kind document.Kind, level int, text string) document.Block {
	var runs []document.Run
	for _, w := range strings.SplitAfter(text, " ") {
		r := document.Run{Text: w}
		if g.IntN(8) == 0 {
			r.Style = g.style()
		}
		runs = append(runs, r)
	}
	return document.NewBlock(kind, level, runs...)
}

func (g *generator) document(n int) []document.Block {
	all := make([]document.Block, 0, n)
	for range n {
		all = append(all, g.block())
	}
	if n > 0 && g.IntN(3) == 0 {
		all[0].Kind, all[0].Level = document.Heading1, 0
	}
	return all
}

// revise edits a copy of a text.
func (g *generator) revise(blocks []document.Block, edits int) []document.Block {
	draft := slices.Clone(blocks)
	for range edits {
		draft = g.edit(draft)
	}
	return draft
}

func (g *generator) edit(d []document.Block) []document.Block {
	if len(d) == 0 {
		return append(d, g.block())
	}
	i := g.IntN(len(d))
	if g.IntN(5) == 0 { // the ends of a text are where marks are hardest
		i = []int{0, len(d) - 1}[g.IntN(2)]
	}
	old := d[i]
	words := strings.Fields(old.Text)
	k := g.IntN(len(words) + 1)
	renew := func(text string) {
		d[i] = g.styled(old.Kind, old.Level, text)
		d[i].ID = old.ID
	}
	switch g.IntN(12) {
	case 0:
		renew(strings.Join(slices.Insert(words, k, g.words(1+g.IntN(3))), " "))
	case 1:
		if len(words) > 1 {
			renew(strings.Join(slices.Delete(words, min(k, len(words)-1), min(k, len(words)-1)+1), " "))
		}
	case 2:
		words[min(k, len(words)-1)] = g.words(1)
		renew(strings.Join(words, " "))
	case 3: // a split
		if k > 0 && k < len(words) {
			rest := g.styled(old.Kind, old.Level, strings.Join(words[k:], " "))
			renew(strings.Join(words[:k], " "))
			return slices.Insert(d, i+1, rest)
		}
	case 4: // a merge
		if i+1 < len(d) {
			renew(old.Text + " " + d[i+1].Text)
			return slices.Delete(d, i+1, i+2)
		}
	case 5: // a move
		d = slices.Delete(d, i, i+1)
		return slices.Insert(d, g.IntN(len(d)+1), old)
	case 6:
		renew(g.words(1 + g.IntN(14)))
	case 7:
		renew(strings.NewReplacer(`"`, "”", "e-mail", "e‑mail", "så ", "så\u00a0").Replace(old.Text))
	case 8:
		d[i].Kind, d[i].Level = document.Kind(g.IntN(7)), 0
	case 9: // the same words, other styles
		renew(old.Text)
	case 10:
		return slices.Insert(d, i+g.IntN(2), g.document(1+g.IntN(3))...)
	case 11:
		return slices.Delete(d, i, min(len(d), i+1+g.IntN(2)))
	}
	return d
}

// revision makes a revision of two texts, with a note on every other change.
func revision(base, draft []document.Block) strategy.Revision {
	r := strategy.Revision{
		Office: "Borgerkontoret", Title: "Planen", Case: "2026-1",
		Base: document.Version{Number: 1, Status: document.Approved, Blocks: base},
		Draft: document.Version{Number: 2, Status: document.Draft, Author: "Ane Å. Beck", Blocks: draft,
			Changed: time.Date(2026, 11, 22, 9, 30, 15, 0, time.FixedZone("", 3600))},
	}
	for i, change := range r.Compare(nil).Changes {
		if i%2 == 0 {
			r.Notes = append(r.Notes, redline.Note{
				Anchor: change.Anchor, Reason: "Fordi \"det\" <kan> læses\nbedre & hurtigere.", Point: i % 4,
				Author: "Bo Dam", At: time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC),
			})
		}
	}
	return r
}
