package redline

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"synlig/data/document"
)

// generator writes Danish-looking documents and revises them, the same from
// the same seed.
type generator struct {
	*rand.Rand
	vocabulary []string
	ids        int
}

func newGenerator(seed uint64) *generator {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1))}
	g.vocabulary = strings.Fields(`og i på af til der som den det de en et at for fra med ved om ikke skal kan bør må altid aldrig
		borgerrådgiveren borgeren borgerne kommunen forvaltningen udvalget medarbejderen klagen klager afgørelsen sagen
		svar svarer brev mail telefon møde møder rådhuset borger-til-borger e-mail strategi kommunikation formål mål
		lytter hjælper vejleder skriver taler åbner øger ændrer ældre åben ærlig hurtig venlig tydelig enkel skriftligt`)
	first := strings.Fields("ny gammel fælles lokal by rets sags bruger tids plan års bud kontor presse")
	last := strings.Fields("plan ordning regel frist gang leder råd møde vejledning behandling svar sag aftale side")
	for _, x := range first {
		for _, y := range last {
			g.vocabulary = append(g.vocabulary, x+y)
		}
	}
	return g
}

// word is drawn so that the first words of the vocabulary are far more common.
func (g *generator) word() string {
	f := g.Float64()
	return g.vocabulary[int(f*f*float64(len(g.vocabulary)))]
}

func (g *generator) sentence(words int) string {
	var b strings.Builder
	for k := range words {
		w := g.word()
		switch {
		case k == 0:
			w = strings.ToUpper(w[:1]) + w[1:]
			if r := []rune(g.word()); w[0] >= 0x80 {
				w = "Vi " + string(r)
			}
		case g.IntN(40) == 0:
			w = "§ " + strconv.Itoa(1+g.IntN(30)) + ", stk. " + strconv.Itoa(1+g.IntN(5)) + ","
		case g.IntN(60) == 0:
			w = strconv.Itoa(1+g.IntN(28)) + ". august " + strconv.Itoa(2000+g.IntN(30))
		case g.IntN(50) == 0:
			w = "\"" + w + "\""
		case g.IntN(12) == 0 && k < words-1:
			w += ","
		}
		if k > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	b.WriteByte('.')
	return b.String()
}

func (g *generator) paragraph() string {
	var all []string
	for range 1 + g.IntN(5) {
		all = append(all, g.sentence(3+g.IntN(16)))
	}
	return strings.Join(all, " ")
}

func (g *generator) block(ids bool) document.Block {
	b := document.Block{Text: g.paragraph()}
	switch g.IntN(8) {
	case 0:
		b.Kind, b.Text = document.Kind(1+g.IntN(3)), strings.TrimSuffix(g.sentence(1+g.IntN(4)), ".")
	case 1:
		b.Kind, b.Level, b.Text = document.Bullet, g.IntN(2), g.sentence(1+g.IntN(6))
	case 2:
		b.Kind, b.Text = document.Numbered, g.sentence(1+g.IntN(9))
	case 3:
		if g.IntN(3) == 0 {
			b.Text = "Se kommunens hjemmeside for mere om dette." // boilerplate that repeats
		}
	}
	if g.IntN(3) == 0 {
		b.Spans = g.spans(b.Text)
	}
	if ids {
		g.ids++
		b.ID = "b" + strconv.Itoa(g.ids)
	}
	return b
}

// spans puts a style on some whole words.
func (g *generator) spans(text string) []document.Span {
	words := strings.SplitAfter(text, " ")
	from := g.IntN(len(words))
	start := len(strings.Join(words[:from], ""))
	end := start + len(strings.TrimSuffix(words[from], " "))
	if start == end {
		return nil
	}
	style := []document.Style{{Bold: true}, {Italic: true}, {Link: "https://kk.dk"}, {Bold: true, Italic: true}}[g.IntN(4)]
	return []document.Span{{Start: start, End: end, Style: style}}
}

func (g *generator) document(blocks int, ids bool) []document.Block {
	all := make([]document.Block, 0, blocks)
	for range blocks {
		all = append(all, g.block(ids))
	}
	return all
}

// revise makes edits in a copy of blocks.
func (g *generator) revise(blocks []document.Block, edits int) []document.Block {
	draft := cloneBlocks(blocks)
	for range edits {
		draft = g.edit(draft, g.IntN(13))
	}
	return draft
}

func (g *generator) edit(draft []document.Block, what int) []document.Block {
	if len(draft) == 0 {
		return append(draft, g.block(false))
	}
	i := g.IntN(len(draft))
	words := strings.Split(draft[i].Text, " ")
	k := g.IntN(len(words))
	retext := func(text string) {
		draft[i].Text, draft[i].Spans = text, nil
	}
	switch what {
	case 0: // a word replaced
		words[k] = g.word()
		retext(strings.Join(words, " "))
	case 1: // a word in
		retext(strings.Join(slices.Insert(words, k, g.word()), " "))
	case 2: // a word out
		if len(words) > 1 {
			retext(strings.Join(slices.Delete(words, k, k+1), " "))
		}
	case 3: // a split
		if k > 0 && k < len(words) {
			rest := draft[i]
			rest.ID, rest.Spans, rest.Text = "", nil, strings.Join(words[k:], " ")
			if draft[i].ID != "" {
				g.ids++
				rest.ID = "n" + strconv.Itoa(g.ids)
			}
			retext(strings.Join(words[:k], " "))
			return slices.Insert(draft, i+1, rest)
		}
	case 4: // a merge
		if i+1 < len(draft) {
			retext(draft[i].Text + " " + draft[i+1].Text)
			return slices.Delete(draft, i+1, i+2)
		}
	case 5, 6: // a move, perhaps edited
		b := draft[i]
		if what == 6 {
			words[k] = g.word()
			b.Text, b.Spans = strings.Join(words, " "), nil
		}
		draft = slices.Delete(draft, i, i+1)
		return slices.Insert(draft, g.IntN(len(draft)+1), b)
	case 7: // a paragraph rewritten
		retext(g.paragraph())
	case 8: // other quotation marks
		if strings.Contains(draft[i].Text, "\"") {
			retext(strings.ReplaceAll(draft[i].Text, "\"", "”"))
		}
	case 9: // another form
		if g.IntN(2) == 0 {
			draft[i].Kind = document.Kind(g.IntN(7))
			draft[i].Level = 0
		} else if draft[i].Text != "" {
			draft[i].Spans = g.spans(draft[i].Text)
		}
	case 10: // blocks in
		return slices.Insert(draft, i, g.document(1+g.IntN(4), draft[i].ID != "")...)
	case 11: // blocks out
		return slices.Delete(draft, i, min(i+1+g.IntN(3), len(draft)))
	case 12: // a sentence in
		retext(draft[i].Text + " " + g.sentence(4+g.IntN(9)))
	}
	return draft
}
