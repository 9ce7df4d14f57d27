package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"synlig/data/fault"
)

// Skipped is a row that could not be taken in, and why.
type Skipped struct {
	Row int // from 1, as a spreadsheet counts
	Err error
}

// columns are headings that people give, folded as fold does.
var columns = map[string][]string{
	"address": {"adresse", "webadresse", "url", "link", "links", "address", "href", "hjemmeside", "side"},
	"title":   {"titel", "navn", "overskrift", "title", "name", "sidetitel", "page title"},
	"topic":   {"emne", "kategori", "tema", "topic", "category", "subject"},
	"words":   {"ord", "soegeord", "stikord", "noegleord", "words", "keywords", "tags"},
}

// FromTable reads pages from the rows of a spreadsheet or a CSV file. The first
// row may hold headings (adresse, titel, emne, søgeord); without them the
// column of addresses is the one that holds some, and the title is the first
// other text. Rows without an address are skipped silently when they are empty,
// else told. Code: NoAddresses.
func FromTable(rows [][]string) ([]Page, []Skipped, error) {
	place, headed := headings(rows)
	if !headed {
		place = guess(rows)
	}
	at, found := place["address"]
	if !found {
		return nil, nil, fault.New(NoAddresses)
	}
	var pages []Page
	var skipped []Skipped
	seen := map[string]bool{}
	for i, row := range rows {
		if headed && i == 0 || strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		cleaned, err := Clean(cell(row, at))
		if err != nil {
			skipped = append(skipped, Skipped{i + 1, err})
			continue
		}
		if seen[cleaned.Address] {
			continue
		}
		seen[cleaned.Address] = true
		p := Page{Address: cleaned.Address}
		for name, field := range map[string]*string{"title": &p.Title, "topic": &p.Topic, "words": &p.Words} {
			if at, found := place[name]; found {
				*field = oneSpaced(cell(row, at))
			}
		}
		if p.Title == "" {
			p.Title = titleOf(cleaned)
		}
		pages = append(pages, p)
	}
	return pages, skipped, nil
}

// headings reads the first row as one of headings; it is one when it names the
// addresses and holds none itself.
func headings(rows [][]string) (place map[string]int, headed bool) {
	place = map[string]int{}
	if len(rows) == 0 {
		return place, false
	}
	for i, text := range rows[0] {
		if len(Find(text)) > 0 {
			return place, false
		}
		text = oneSpaced(fold(text))
		for name, known := range columns {
			_, taken := place[name]
			for _, k := range known {
				if text == k && !taken {
					place[name] = i
				}
			}
		}
	}
	_, headed = place["address"]
	return place, headed
}

// guess finds the columns by what they hold.
func guess(rows [][]string) map[string]int {
	count := map[int]int{}
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
		for i, text := range row {
			if found := Find(text); len(found) == 1 && found[0].Text == strings.TrimSpace(text) {
				count[i]++
			}
		}
	}
	place := map[string]int{}
	for i := range widest {
		if at, found := place["address"]; count[i] > 0 && (!found || count[i] > count[at]) {
			place["address"] = i
		}
	}
	if at, found := place["address"]; found && widest > 1 {
		place["title"] = 0
		if at == 0 {
			place["title"] = 1
		}
	}
	return place
}

func cell(row []string, at int) string {
	if at < len(row) {
		return row[at]
	}
	return ""
}

// FromText reads pages from text that somebody pasted: one for each address in
// it. What else stands on its line is the title.
func FromText(text string) []Page {
	var pages []Page
	seen := map[string]bool{}
	for line := range strings.Lines(text) {
		found := Find(line)
		rest := []rune(line)
		for i := len(found) - 1; i >= 0; i-- {
			rest = append(rest[:found[i].From:found[i].From], rest[found[i].To:]...)
		}
		title := strings.TrimFunc(oneSpaced(string(rest)), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ')' && r != '?' && r != '!'
		})
		for _, f := range found {
			cleaned, err := Clean(f.Address)
			if err != nil || seen[cleaned.Address] {
				continue
			}
			seen[cleaned.Address] = true
			p := Page{Title: title, Address: cleaned.Address}
			if title == "" || len(found) > 1 {
				p.Title = titleOf(cleaned)
			}
			pages = append(pages, p)
		}
	}
	return pages
}

// oneSpaced is text on one line with single spaces.
func oneSpaced(text string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
}

func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}
