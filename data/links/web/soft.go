package web

import (
	"strings"

	"synlig/data/links"
)

// gone are ways in which pages that answer "200 OK" say that they are not
// there, in Danish and English, folded as links.Slug folds.
var gone = []string{
	"siden-findes-ikke", "siden-blev-ikke-fundet", "siden-kunne-ikke-findes", "siden-kan-ikke-findes",
	"siden-er-ikke-fundet", "siden-ikke-fundet", "side-ikke-fundet", "ikke-fundet", "siden-er-fjernet",
	"siden-er-slettet", "siden-eksisterer-ikke", "findes-ikke-laengere", "findes-desvaerre-ikke",
	"kunne-ikke-finde-siden", "kan-ikke-finde-siden", "fejl-404", "404-fejl",
	"page-not-found", "page-was-not-found", "page-could-not-be-found", "page-cannot-be-found",
	"page-does-not-exist", "page-no-longer-exists", "page-isnt-available", "page-is-not-available",
	"error-404", "404-error", "404-not-found",
}

// saysGone tells whether a title or heading says that nothing was found.
func saysGone(text string) bool {
	said := "-" + links.Slug(cut(text, mostTitle)) + "-"
	if said == "-not-found-" || strings.HasPrefix(said, "-404-") {
		return true
	}
	for _, phrase := range gone {
		if strings.Contains(said, "-"+phrase+"-") {
			return true
		}
	}
	return false
}
