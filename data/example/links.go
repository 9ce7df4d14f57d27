package example

import "synlig/data/links"

// Links are the pages that the library begins with: the two sites that the
// office's posts lead to. The office edits them and adds its own.
func Links() []links.Page {
	var all []links.Page
	for _, p := range read[[]struct{ Title, Address, Topic, Words string }]("links.json") {
		all = append(all, links.Page{Title: p.Title, Address: p.Address, Topic: p.Topic, Words: p.Words})
	}
	return all
}
