package moderation

import (
	"strings"

	"synlig/data/danish"
)

// FinderOf makes a Finder of the text rules: every CPR number, telephone
// number, e-mail and address is covered, the doubtful ones too – the citizen's
// own words can be asked for, a number on a disk cannot be taken back. Words
// about health and the like are hints for questions 3 and 4, and a person's
// to judge.
func FinderOf(rules *danish.Rules) Finder {
	return func(text string) []Found {
		var found []Found
		finds := rules.PersonalData(text)
		if len(finds) == 0 {
			return nil
		}
		places := bytePlaces(text)
		for _, f := range finds {
			if f.Kind == danish.Special || f.From < 0 || f.To >= len(places) || f.From >= f.To {
				continue
			}
			found = append(found, Found{places[f.From], places[f.To], Kind(f.Kind)})
		}
		return found
	}
}

// bytePlaces is where each rune of text begins, and where the text ends.
func bytePlaces(text string) []int {
	places := make([]int, 0, len(text)+1)
	for i := range text {
		places = append(places, i)
	}
	return append(places, len(text))
}

// telling are the lists of words that say which kind of data a text is about.
var telling = []danish.List{danish.Health, danish.Ethnicity, danish.Religion, danish.Union, danish.Sexuality, danish.Crime, danish.Social}

// TellingOf finds the words that say which kind of data was removed, for
// replies that must be neutral. Unlike personal data they need nobody beside
// them: "din diagnose" repeats it.
func TellingOf(lists danish.Lists) func(text string) []string {
	known := map[string]bool{}
	for _, list := range telling {
		for _, line := range lists[list] {
			for form := range strings.SplitSeq(line, ",") {
				form = strings.TrimLeft(strings.TrimSpace(strings.ToLower(form)), "!-")
				if words := Words(form); len(words) == 1 && len(words[0]) > 2 {
					known[words[0]] = true
				}
			}
		}
	}
	return func(text string) (found []string) {
		for _, word := range Words(text) {
			if known[word] {
				found = append(found, word)
			}
		}
		return unique(found)
	}
}
