package bilag

import (
	"strconv"
	"strings"

	"synlig/assets"
	"synlig/data/bilag/sheet"
	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/strategy"
)

// The papers' numbers. The paralleltekst has none, and is called by its name.
const (
	parallelNumber = 0
	cleanNumber    = 1
	markedNumber   = 2
)

// running is the header and footer; what is not known is left out.
func running(r strategy.Revision, number int) sheet.Running {
	var h sheet.Running
	h.HeadLeft = known(r.Office, meeting(r.Draft.Meeting))
	var tags []string
	switch {
	case number == parallelNumber:
		tags = append(tags, word("parallelTag"))
	case official(r):
		tags = append(tags, text("bilag", "number", strconv.Itoa(number)))
	}
	if r.Example {
		tags = append(tags, word("exampleTag"))
	}
	h.HeadRight = known(strings.Join(tags, " · "), caseNumber(r))
	if len(h.HeadLeft) == 0 && len(h.HeadRight) == 0 {
		h.HeadLeft = known(r.Title)
	}
	if len(h.HeadRight) > 0 && len(tags) == 0 {
		h.HeadRight = append([]string{""}, h.HeadRight...) // only the first line is bold
	}
	h.FootLeft, h.FootRight = versionLine(r, number), pageLine
	return h
}

// pageLine is "Side 1 af 9".
func pageLine(page, pages int) string {
	return text("page", "page", assets.Number(page), "pages", assets.Number(pages))
}

// known are the texts that are not empty.
func known(texts ...string) []string {
	var found []string
	for _, t := range texts {
		if t != "" {
			found = append(found, t)
		}
	}
	return found
}

// meeting is "Borgerrådgiverudvalget, mødet den 12. december 2014, punkt 6".
func meeting(m document.Meeting) string {
	parts := known(m.Body)
	if !m.Date.IsZero() {
		parts = append(parts, text("meeting", "date", danish.Date(m.Date)))
	}
	if m.Item != "" {
		parts = append(parts, text("item", "item", m.Item))
	}
	return strings.Join(parts, ", ")
}

func caseNumber(r strategy.Revision) string {
	if r.Case == "" {
		return ""
	}
	return text("case", "case", r.Case)
}

// versionLine says which versions the paper shows: "Udkast v7 (1a2b3c4d)
// sammenholdt med v5, godkendt 22. august 2014".
func versionLine(r strategy.Revision, number int) string {
	draft := text("draft", "version", versionName(r.Draft))
	if number == cleanNumber {
		return draft
	}
	base := versionName(r.Base)
	if r.Base.Number > 0 {
		base = "v" + strconv.Itoa(r.Base.Number)
	}
	line := text("comparedWith", "draft", draft, "base", base)
	approved := r.Base.Status == document.Approved || r.Base.Status == document.Replaced
	if approved && !r.Base.Meeting.Date.IsZero() {
		line += ", " + text("approved", "date", danish.Date(r.Base.Meeting.Date))
	}
	return line
}

// versionName is "v7 (1a2b3c4d)", or the hash alone for a version without a
// number.
func versionName(v document.Version) string {
	if v.Number == 0 {
		return "(" + v.ShortHash() + ")"
	}
	return "v" + strconv.Itoa(v.Number) + " (" + v.ShortHash() + ")"
}
