// Package example puts the example office together from the texts in
// assets/examples: invented people, an invented communication strategy and a
// revision of it. All of it is marked as an example, and it is the same every
// time, so that its papers are too. It decides nothing about real texts, and
// no area imports it.
package example

import (
	"fmt"

	"synlig/data/document"
	"synlig/data/people"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// People are the four who work in the example office, in the order they are
// shown. None of them exists.
func People() []people.Person {
	var all []people.Person
	for _, p := range read[officeFile]("kontor.json").People {
		all = append(all, people.Person{Name: p.Name, Role: p.Role, Active: true}.Clean())
	}
	return all
}

// Revision is the example office's strategy: approved on 22 August 2014, with
// the draft for November's meeting that takes out the repealed
// Kommunikationspolitik and brings in Facebook. Every change has its decision
// point, and most have a reason.
func Revision() strategy.Revision {
	revision, _ := load()
	return revision
}

// load also gives the remarks that fit no change. Texts and remarks are written
// by hand; a test keeps them fitting each other.
func load() (strategy.Revision, []remark) {
	content := read[strategyFile]("strategi.json")
	revision := content.revision()
	base, draft := blocks("strategi-godkendt.md"), blocks("strategi-udkast.md")
	identify(base, draft)
	revision.Base.Blocks, revision.Draft.Blocks = base, draft

	notes, unused := notes(redline.Compare(base, draft, redline.Options{}), content.Notes)
	for i := range notes {
		notes[i].Author, notes[i].At = revision.Draft.Author, revision.Draft.Changed
	}
	revision.Notes = notes
	return revision, unused
}

// identify gives the approved text's blocks the ids a001, a002 … in order. A
// block of the draft gets the id of the block it comes from, and b001, b002 …
// when it is new: the ids it would have if somebody had written it here.
func identify(base, draft []document.Block) {
	for i := range base {
		base[i].ID = fmt.Sprintf("a%03d", i+1)
	}
	comparison := redline.Compare(base, draft, redline.Options{})
	for _, row := range comparison.Blocks {
		origin := row.Base
		if row.Status == redline.MovedTo {
			origin = comparison.Blocks[row.Twin].Base
		}
		// The first part of a split keeps the id; a merge takes the first one's.
		if len(origin) > 0 && len(row.Draft) > 0 {
			draft[row.Draft[0]].ID = base[origin[0]].ID
		}
	}
	added := 0
	for i := range draft {
		if draft[i].ID == "" {
			added++
			draft[i].ID = fmt.Sprintf("b%03d", added)
		}
	}
}
