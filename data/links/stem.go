package links

import (
	"strings"
	"unicode"
)

// words are the words of text as they are written there.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// suffixes are Danish endings in folded spelling, longest first.
var suffixes = strings.Fields("erendes erende hedens ethed erede heden heder endes ernes erens erets ered ende erne eren erer heds enes eres eret hed ene ere ens ers ets erg en er es et e s")

// stem takes the ending off a folded Danish word, so that "klagen", "klager" and
// "klage" are one. It keeps at least three letters, and is only good enough to
// compare words with each other (after Porter's Danish stemmer, first step).
func stem(word string) string {
	for _, suffix := range suffixes {
		if s, ok := strings.CutSuffix(word, suffix); ok && len(s) >= 4 {
			return s
		}
	}
	return word
}

// common are folded words that say nothing about what a text is about.
var common = set(`og i at det er en et den til som paa med for de der ikke af har han hun vi jeg du sig
	var om kan men et saa fra ved over efter under skal vil blev bliver have havde naar eller hvad hvor
	hvem hvis din dit dine min mit mine vores jeres deres sin sit sine os dem dig mig man alle alt andre
	anden andet her der ud op ned ind hen mere mest meget ogsaa kun end nu da naa faa faar fik gaa gaar
	goer gjorde mange nogle nogen noget intet ingen vaere vaeret maa maatte kunne skulle ville uden mod
	mellem gennem hos samt dog jo vel nok blot bare siden foer sammen selv igen altid aldrig ofte derfor
	fordi mens hjemmeside hjemmesiden siden side her link laes naermere www http https kk dk`)

func set(text string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(text) {
		all[word] = true
	}
	return all
}
