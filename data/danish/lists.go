package danish

import (
	"slices"
	"strconv"
	"strings"

	"synlig/data/fault"
)

// List names one word list. The built-in one stands in assets/words under the
// same name with ".txt"; the office may have its own copy.
type List string

// The lists. An entry is one line: a word or a phrase with its inflections
// after commas ("kræft, kræften"). A list of replacements has "old = new".
const (
	Passive         List = "passive"         // s-passives: behandles, behandledes
	Participles     List = "participles"     // after bliver and blev: behandlet
	Deponents       List = "deponents"       // end in s and are not passive: findes, lykkes
	Nominalisations List = "nominalisations" // "foretage en vurdering = vurdere", and endings "-ning"
	NominalStops    List = "nominal-stops"   // nouns with such an ending that nobody would write otherwise
	PaperWords      List = "paper-words"     // "såfremt = hvis"
	Abbreviations   List = "abbreviations"   // "bl.a. = blandt andet"; without a replacement it is left alone
	DoubleNegations List = "double-negations"
	ClickHere       List = "click-here" // link texts that say nothing of where they lead
	Casework        List = "casework"   // invites to write about a case here
	ConfirmsCase    List = "confirms-case"
	Rude            List = "rude"
	Streets         List = "streets"         // endings of street names: vej, gade
	NumberWords     List = "number-words"    // before a number that is none of a person: j.nr., faktura
	CPRWords        List = "cpr-words"       // beside a number that may be a personal one
	BornWords       List = "born-words"      // beside a day of birth: født
	LastFourWords   List = "last-four-words" // "de sidste fire cifre"
	PhoneWords      List = "phone-words"     // beside a number that may be a phone's
	Persons         List = "persons"         // who a sentence can be about: jeg, min, NN
	OwnContacts     List = "own-contacts"    // phones and e-mails of the office, never marked
	Health          List = "special-health"  // databeskyttelsesforordningen art. 9
	Ethnicity       List = "special-ethnicity"
	Religion        List = "special-religion"
	Union           List = "special-union"
	Sexuality       List = "special-sexuality"
	Crime           List = "special-crime"  // databeskyttelsesloven § 8
	Social          List = "special-social" // væsentlige sociale problemer, same place
)

// AllLists are the lists in the order in which they are shown.
var AllLists = []List{PaperWords, Abbreviations, Passive, Participles, Deponents, Nominalisations, NominalStops,
	DoubleNegations, ClickHere, Casework, ConfirmsCase, Rude, CPRWords, BornWords, LastFourWords, PhoneWords, NumberWords, Streets, OwnContacts,
	Persons, Health, Ethnicity, Religion, Union, Sexuality, Crime, Social}

// specials are the lists whose words are sensitive when a person stands in the
// same sentence, with the name of what they are about.
var specials = []struct {
	list List
	rule string
}{{Health, "health"}, {Ethnicity, "ethnicity"}, {Religion, "religion"}, {Union, "union"},
	{Sexuality, "sexuality"}, {Crime, "crime"}, {Social, "social"}}

// Lists are all word lists as data: the lines of each, without comments.
type Lists map[List][]string

// The codes of CheckList.
const (
	ListUnknown   fault.Code = "word-list-unknown" // argument "list"
	ListLineWrong fault.Code = "word-list-line"    // arguments "list", "number", "line"
	ListTooLong   fault.Code = "word-list-long"    // arguments "list", "most"
)

// How much one list may hold.
const (
	mostLines   = 5000
	longestLine = 1000      // bytes
	longestText = 1_000_000 // bytes, with the comments
)

// replacing are the lists whose lines may be "old = new".
var replacing = []List{PaperWords, Abbreviations, Nominalisations, DoubleNegations}

// ListLines are the lines of a list's text that say something: without blank
// ones, and without comments from "#" on.
func ListLines(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// CheckList tells what is wrong with a list that somebody wrote: a line that is
// too long, that has no word before "=", or has a "=" where nothing is replaced.
func CheckList(list List, lines []string) error {
	if !slices.Contains(AllLists, list) {
		return fault.New(ListUnknown, "list", string(list))
	}
	if len(lines) > mostLines {
		return fault.New(ListTooLong, "list", string(list), "most", strconv.Itoa(mostLines))
	}
	for i, line := range lines {
		if wrongLine(list, line) {
			return lineFault(list, i+1, line)
		}
	}
	return nil
}

// CheckText is CheckList for a list as it is written, with blank lines and
// comments: its "number" is the line's in the text, from 1.
func CheckText(list List, text string) error {
	if len(text) > longestText {
		return fault.New(ListTooLong, "list", string(list), "most", strconv.Itoa(mostLines))
	}
	if err := CheckList(list, ListLines(text)); !fault.Is(err, ListLineWrong) {
		return err
	}
	number := 0
	for written := range strings.Lines(text) {
		number++
		for _, line := range ListLines(written) {
			if wrongLine(list, line) {
				return lineFault(list, number, line)
			}
		}
	}
	return nil
}

func wrongLine(list List, line string) bool {
	old, _, replaces := strings.Cut(line, "=")
	wrong := len(line) > longestLine || replaces && !slices.Contains(replacing, list)
	for _, form := range strings.Split(old, ",") {
		wrong = wrong || strings.TrimSpace(form) == ""
	}
	return wrong
}

func lineFault(list List, number int, line string) error {
	return fault.New(ListLineWrong, "list", string(list), "number", strconv.Itoa(number), "line", line)
}

// entry is one line of a list.
type entry struct {
	forms []string // as written, lower case
	with  string   // the replacement, "" for none
}

func (l Lists) entries(list List) []entry {
	var all []entry
	for _, line := range l[list] {
		old, with, _ := strings.Cut(line, "=")
		e := entry{with: strings.TrimSpace(with)}
		for _, form := range strings.Split(old, ",") {
			if form = strings.ToLower(strings.TrimSpace(form)); form != "" {
				e.forms = append(e.forms, form)
			}
		}
		if len(e.forms) > 0 {
			all = append(all, e)
		}
	}
	return all
}

// set is the forms of a list, each by itself.
func (l Lists) set(list List) map[string]bool {
	set := map[string]bool{}
	for _, e := range l.entries(list) {
		for _, form := range e.forms {
			set[form] = true
		}
	}
	return set
}
