package bilag

import (
	"strings"
	"sync"
	"time"
	"unicode"

	"synlig/assets"
	"synlig/data/bilag/pdf"
	"synlig/data/bilag/sheet"
	"synlig/data/bilag/typeset"
	"synlig/data/danish"
	"synlig/data/strategy"
)

// languageCode is the language all papers are written in.
const languageCode = "da-DK"

// language is what line breaking knows of Danish. It never changes, so all
// papers share it.
var language = sync.OnceValue(func() *typeset.Language {
	return &typeset.Language{
		Hyphens: typeset.NewHyphenator(assets.Lines("hyphenation/hyph-da.pat.txt")),
		Before:  typeset.Words(word("bindsBefore")),
		After:   typeset.Words(word("bindsAfter")),
		Months:  typeset.Words(months()),
	}
})

// months are the words that a day's number is kept with: "22. august".
func months() string {
	var names []string
	for m := time.January; m <= time.December; m++ {
		names = append(names, danish.Month(m))
	}
	return strings.Join(names, " ")
}

// newSheet is an empty paper with the office's fonts, header and footer.
// number is the bilag's number.
func newSheet(r strategy.Revision, number int, subject string) (*sheet.Sheet, error) {
	return houseSheet(pdf.Meta{
		Title: heading(r, number), Author: r.Office, Subject: subject, Changed: changed(r),
	}, running(r, number))
}

// houseSheet is an empty sheet in the house's fonts and language.
func houseSheet(meta pdf.Meta, running sheet.Running) (*sheet.Sheet, error) {
	meta.Language = languageCode
	return sheet.New(sheet.Setup{
		Fonts:    assets.Fonts(),
		Language: language(),
		Names: typeset.Names{
			Emoji: word("emoji"), Hebrew: word("hebrew"), Arabic: word("arabic"), Other: word("character"),
		},
		Meta:    meta,
		Running: running,
	})
}

// noDate stands in the papers of texts whose dates nobody knows. The file must
// bear a date, and the clock's would make two prints of one text differ.
var noDate = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// changed is the date that the paper's file bears: when the draft was changed
// or, when that is not known, the latest that is known about it.
func changed(r strategy.Revision) time.Time {
	return firstKnown(r.Draft.Changed, r.Draft.Meeting.Date, r.Base.Changed, r.Base.Meeting.Date)
}

func firstKnown(times ...time.Time) time.Time {
	for _, t := range times {
		if !t.IsZero() {
			return t
		}
	}
	return noDate
}

// heading is the paper's title: "Bilag 2: Borgerrådgiverens …". Papers that
// belong to no case and no meeting are not numbered.
func heading(r strategy.Revision, number int) string {
	switch {
	case number == parallelNumber:
		return text("parallelTitle", "title", titleOf(r))
	case !official(r):
		return titleOf(r)
	}
	return text("title", "number", assets.Number(number), "title", titleOf(r))
}

// titleOf is the text's own title.
func titleOf(r strategy.Revision) string {
	title := strings.TrimSpace(r.Title)
	if !strings.ContainsFunc(title, unicode.IsGraphic) {
		return word("untitled")
	}
	return title
}

// official tells whether the revision is a case of the office, and not just
// two files put beside each other.
func official(r strategy.Revision) bool {
	return r.Office != "" || r.Case != "" || r.Draft.Meeting.Body != "" || !r.Draft.Meeting.Date.IsZero()
}
