package danish

import (
	"slices"
	"strings"
)

// Searching Danish: a compound is one word, and people look for its parts.
// SearchTerms gives what an index keeps of a text, SearchWords what is looked
// for; an index that finds by the beginning of its terms (FTS4, "klage*") then
// finds "klage" in "klagesag" and "behandling" in "sagsbehandling".

const (
	shortestPart = 4  // letters of a part of a compound
	longestTerm  = 40 // letters of a term; what is longer is cut
)

// SearchTerms are the words of a text in lower case, without accents and
// invisible characters, each followed by the ends of it that may be the later
// parts of a compound. Each stands once, sorted. Personal data must have been
// masked before.
func SearchTerms(text string) []string {
	seen := map[string]bool{}
	for _, w := range SearchWords(text) {
		seen[w] = true
		for _, part := range laterParts(w) {
			seen[part] = true
		}
	}
	terms := make([]string, 0, len(seen))
	for term := range seen {
		terms = append(terms, term)
	}
	slices.Sort(terms)
	return terms
}

// SearchWords are the words of a text, or of what somebody looks for, folded as
// SearchTerms folds them, in order.
func SearchWords(text string) []string {
	v := viewOf(text)
	var words []string
	for i := 0; i < len(v.runes); {
		if !siteStart(v.runes[i]) {
			i++
			continue
		}
		to := i
		for to < len(v.runes) && siteStart(v.runes[to]) {
			to++
		}
		words = append(words, withoutAccents(v.text(i, min(to, i+longestTerm))))
		i = to
	}
	return words
}

// laterParts are the ends of a word that begin where a Danish syllable may, with
// a syllable before them.
func laterParts(word string) []string {
	runes := []rune(word)
	var parts []string
	vowels := 0
	for i, c := range runes {
		if len(runes)-i < shortestPart {
			break
		}
		if i >= 2 && vowels > 0 && hasVowel(runes[i:]) {
			parts = append(parts, string(runes[i:]))
		}
		if isVowel(c) {
			vowels++
		}
	}
	return parts
}

func hasVowel(runes []rune) bool { return slices.ContainsFunc(runes, isVowel) }

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyæøåäö", r) }

var accents = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "ë", "e", "á", "a", "à", "a", "ü", "u", "ó", "o", "ä", "æ", "ö", "ø", "aa", "å")

// withoutAccents folds what people write in two ways: idé, ide; Aalborg, Ålborg.
func withoutAccents(word string) string { return accents.Replace(word) }
