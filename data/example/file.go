package example

import (
	"encoding/json"
	"time"

	"synlig/assets"
	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/strategy"
)

// strategyFile is assets/examples/strategi.json.
type strategyFile struct {
	Office   string        `json:"office"`
	Title    string        `json:"title"`
	Case     string        `json:"case"`
	Approved versionInFile `json:"approved"`
	Draft    versionInFile `json:"draft"`
	Points   []struct {
		Number   int    `json:"number"`
		Text     string `json:"text"`
		Requires []int  `json:"requires"`
	} `json:"points"`
	Notes []remark `json:"notes"`
}

type versionInFile struct {
	Number  int       `json:"number"`
	Author  string    `json:"author"`
	Changed time.Time `json:"changed"`
	Meeting struct {
		Body string    `json:"body"`
		Date time.Time `json:"date"`
		Item string    `json:"item"`
	} `json:"meeting"`
}

// officeFile is assets/examples/kontor.json.
type officeFile struct {
	People []struct {
		Name string `json:"name"`
		Role string `json:"role"`
	} `json:"people"`
}

// read takes a JSON file in. It panics when the file is broken: it is the
// program's own, and a test reads it.
func read[T any](name string) (content T) {
	if err := json.Unmarshal(assets.Read("examples/"+name), &content); err != nil {
		panic("examples/" + name + ": " + err.Error())
	}
	return content
}

// blocks are a text's blocks, still without ids. It panics as read does.
func blocks(name string) []document.Block {
	blocks, err := document.Read(name, assets.Read("examples/"+name))
	if err != nil {
		panic("examples/" + name + ": " + err.Error())
	}
	return blocks
}

// revision is what the file says, without texts and notes.
func (f strategyFile) revision() strategy.Revision {
	base, draft := f.Approved.version(), f.Draft.version()
	base.Status, draft.Status = document.Approved, document.Draft
	draft.BasedOn = base.Number
	revision := strategy.Revision{Office: f.Office, Title: f.Title, Case: f.Case, Base: base, Draft: draft, Example: true}
	for _, p := range f.Points {
		revision.Points = append(revision.Points, decision.Point{Number: p.Number, Text: p.Text, Requires: p.Requires})
	}
	return revision
}

func (v versionInFile) version() document.Version {
	return document.Version{
		Number: v.Number, Author: v.Author, Changed: v.Changed,
		Meeting: document.Meeting(v.Meeting),
	}
}
