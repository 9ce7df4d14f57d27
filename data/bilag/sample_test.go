package bilag

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// weighty are the words that make a change indholdsmæssig in the samples.
var weighty = []string{"ikke", "skal", "kan", "må", "aldrig"}

// sample is a small revision with every kind of change, written for the tests.
func sample() strategy.Revision {
	p, h1, h2 := document.Paragraph, document.Heading1, document.Heading2
	block := func(id string, k document.Kind, markdown string) document.Block {
		b := document.FromMarkdown(markdown)[0]
		b.ID, b.Kind = id, k
		return b
	}
	item := func(id string, k document.Kind, level int, text string) document.Block {
		b := block(id, p, text)
		b.Kind, b.Level = k, level
		return b
	}
	base := []document.Block{
		block("t", h1, "Havneplanen"),
		block("a", h2, "Formål"),
		block("b", p, "Planen fastlægger grundvandsbeskyttelsen ved havnen og skal følges af alle, jf. § 5, stk. 3. Den gælder i ti år og koster 12.500 kr. om året."),
		block("c", p, "Kommunen fører tilsyn med kajerne. Tilsynet sker to gange om året, og resultatet lægges på hjemmesiden."),
		block("d", h2, "Sejlads"),
		block("e", p, "Sejlere må ikke ankre op i indsejlingen, medmindre havnefogeden har givet lov til det forinden."),
		item("f", document.Numbered, 0, "Lystbåde lægger til ved den nordlige mole."),
		item("g", document.Numbered, 0, "Fiskekuttere lægger til ved auktionshallen."),
		item("h", document.Bullet, 1, "Om vinteren lægger de til ved værftet."),
		block("i", p, "Den gamle kran er fredet. Den må hverken flyttes eller males om uden tilladelse fra museet."),
		block("j", h2, "Kontakt"),
		block("k", p, "Skriv til [havnen@eksempel.example](mailto:havnen@eksempel.example) eller se www.havnen.example/regler/for/lystbaade-og-joller."),
		block("l", document.Quote, "En havn uden både er kun en mur i vandet."),
		block("m", p, "Udvalget har vedtaget planen. Planen er offentlig."),
		block("n", p, "Kajen er gammel."),
		block("o", p, "Molen er ny."),
	}
	draft := []document.Block{
		base[0], base[1],
		block("b", p, "Planen fastlægger grundvandsbeskyttelsen ved havnen og kan følges af alle, jf. § 5, stk. 3. Den gælder i fem år og koster 12.500 kr. om året."),
		block("c", p, "Havnefogeden sørger for sikkerheden ved bolværkerne. Hvert forår gennemgår en dykker alle pæle, og rapporten bliver sendt til udvalget."),
		base[4],
		block("e", p, "Sejlere må ikke ankre op i indsejlingen, medmindre havnefogeden har givet lov til det."),
		base[6], base[7], base[8],
		item("x", document.Numbered, 0, "Husbåde lægger til ved parken, når der er strøm og vand."),
		base[10],
		block("k", p, "Skriv til [havnen@eksempel.example](mailto:havn@eksempel.example) eller se www.havnen.example/regler/for/lystbaade-og-joller."),
		base[12],
		block("m", p, "Udvalget har vedtaget planen."),
		block("y", p, "Planen er offentlig."),
		block("n", p, "Kajen er gammel. Molen er ny."),
		block("i", p, "Den gamle kran er fredet. Den må hverken flyttes eller males om uden skriftlig tilladelse fra museet."),
		block("z", p, "Planen bliver set igennem hvert *andet* år 😀 → שלום."),
	}
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	return strategy.Revision{
		Office: "Havnekontoret", Title: "Havneplanen", Case: "2014-0000017", Example: true,
		Base:  document.Version{Number: 5, Status: document.Approved, Blocks: base, Meeting: document.Meeting{Body: "Havneudvalget", Date: day(2014, 8, 22)}},
		Draft: document.Version{Number: 7, Status: document.Draft, BasedOn: 5, Blocks: draft, Changed: time.Date(2014, 10, 27, 9, 42, 0, 0, time.UTC), Meeting: document.Meeting{Body: "Havneudvalget", Date: day(2014, 12, 12), Item: "6"}},
		Points: []decision.Point{
			{Number: 1, Text: "at udvalget godkender de kortere frister,"},
			{Number: 2, Text: "at udvalget tager rettelserne til efterretning,"},
			{Number: 3, Text: "at udvalget godkender pladser til husbåde, hvis punkt 1 bliver vedtaget.", Requires: []int{1}},
		},
	}
}

// compared is the sample's comparison, with points and reasons dealt out.
func compared(r strategy.Revision) redline.Comparison {
	c := r.Compare(weighty)
	for i := range c.Changes {
		c.Changes[i].Note.Point = i % (len(r.Points) + 1)
		if i%2 == 0 {
			c.Changes[i].Note.Reason = fmt.Sprintf("Grunden til ændring %d er, at fristerne skal følge loven.", i+1)
		}
	}
	return c
}

// vocabulary is what generated texts are made of: Danish words of all lengths.
var vocabulary = strings.Fields(`og i at det den til er som på de med for af der var et har han ikke en fra men om vi hun sig blev
 skal kan vil kommunen borgerne udvalget forvaltningen sagsbehandlingen afgørelse afgørelsen myndigheden tilsynsmyndigheden
 kommunikationsstrategi kommunikationspolitikken borgerrådgiveren borgerrepræsentationen grundvandsbeskyttelse drikkevandsforsyning
 digitaliseringsstyrelsen ansvarsforsikring kontaktoplysninger medarbejdere medarbejderne undersøgelse undersøgelsen kendskab
 hjemmesiden offentliggørelse tilgængelighed åbenhed ærlighed øgede ældre unge frister fristen ugerne måneder år dage mødet
 indstilling indstillingen beslutning beslutningen sagen sagerne klagen klageadgang vejledning vejledningen oplysninger
 stk. 2 nr. 4 § 5 kr. 1.250 ca. 30 pct. EU-retten e-mail og/eller bl.a. f.eks. – 5–7 »citat« (parentes)`)

// generated is a revision of about that many pages, a share of its words
// changed, the same for the same seed.
func generated(pages int, share float64, seed uint64) strategy.Revision {
	r := rand.New(rand.NewPCG(seed, 1))
	sentence := func() string {
		words := make([]string, 6+r.IntN(18))
		for i := range words {
			words[i] = vocabulary[r.IntN(len(vocabulary))]
		}
		return strings.ToUpper(words[0][:1]) + words[0][1:] + " " + strings.Join(words[1:], " ") + "."
	}
	var base, draft []document.Block
	id := 0
	add := func(k document.Kind, level int, text string) {
		id++
		b := document.NewBlock(k, level, document.Run{Text: text})
		b.ID = fmt.Sprintf("b%d", id)
		base = append(base, b)
		words := strings.Fields(b.Text)
		for i := range words {
			if r.Float64() < share {
				words[i] = vocabulary[r.IntN(len(vocabulary))]
			}
		}
		d := document.NewBlock(k, level, document.Run{Text: strings.Join(words, " ")})
		d.ID = b.ID
		draft = append(draft, d)
	}
	for id < pages*6 {
		switch n := r.IntN(20); {
		case n == 0:
			add(document.Heading1, 0, vocabulary[r.IntN(len(vocabulary))]+" og mere")
		case n == 1:
			add(document.Heading2, 0, sentence())
		case n == 2:
			for k := range 2 + r.IntN(4) {
				add([]document.Kind{document.Bullet, document.Numbered}[id%2], k%3, sentence())
			}
		case n == 3:
			add(document.Quote, 0, sentence())
		default:
			var text []string
			for range 1 + r.IntN(6) {
				text = append(text, sentence())
			}
			add(document.Paragraph, 0, strings.Join(text, " "))
		}
	}
	rev := sample()
	rev.Title, rev.Base.Blocks, rev.Draft.Blocks = "Den lange plan", base, draft
	return rev
}
