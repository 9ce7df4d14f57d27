package bilag

import (
	"context"

	"synlig/data/bilag/pdf"
	"synlig/data/bilag/sheet"
	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/strategy"
)

// NotApproved says that a version is not an approved one, so that no paper may
// call it that.
const NotApproved fault.Code = "version-not-approved"

// Approved is the text in force, for the website: clean, without a bilag's
// header, and with the words on its first page that it was approved, takes
// effect and is published at once. Of revision only what belongs to the office
// and its text is used, never the draft. It returns NotApproved for a version
// that no meeting has approved or that another has replaced, and ctx.Err() when
// ctx is cancelled.
func Approved(ctx context.Context, revision strategy.Revision, version document.Version, options Options) ([]byte, error) {
	if version.Status != document.Approved {
		return nil, fault.New(NotApproved)
	}
	s, err := approvedSheet(revision, version)
	if err != nil {
		return nil, failed(err)
	}
	if err := plainText(ctx, s, revision, version.Blocks); err != nil {
		return nil, err
	}
	return render(ctx, s, options)
}

// approvedSheet is the paper up to where the text begins.
func approvedSheet(r strategy.Revision, version document.Version) (*sheet.Sheet, error) {
	s, err := houseSheet(pdf.Meta{
		Title: titleOf(r), Author: r.Office, Subject: word("approvedSubject"),
		Changed: firstKnown(version.Changed, version.Meeting.Date),
	}, approvedRunning(r, version))
	if err != nil {
		return nil, err
	}
	if r.Example {
		s.Paragraph(sheet.Badge, sheet.Text(word("example")))
	}
	s.Heading(1, sheet.Title, sheet.Piece{}, "", sheet.Text(titleOf(r)))
	s.Paragraph(sheet.Lead, sheet.Text(approvedBy(version.Meeting)+" "+word("takesEffect")))
	s.Contents(2, sheet.Part, word("contents"), 3, leadsTo)
	return s, nil
}

// approvedBy says who approved the text, and when, as far as it is known.
func approvedBy(m document.Meeting) string {
	switch {
	case m.Body != "" && !m.Date.IsZero():
		return text("approvedAt", "body", m.Body, "date", danish.Date(m.Date))
	case m.Body != "":
		return text("approvedBy", "body", m.Body)
	case !m.Date.IsZero():
		return text("approvedOn", "date", danish.Date(m.Date))
	}
	return word("approvedPlain")
}

// approvedRunning names the office above and the version below.
func approvedRunning(r strategy.Revision, version document.Version) sheet.Running {
	h := sheet.Running{HeadLeft: known(r.Office), FootLeft: versionName(version), FootRight: pageLine}
	if r.Example {
		h.HeadRight = []string{word("exampleTag")}
	}
	if len(h.HeadLeft) == 0 {
		h.HeadLeft = []string{titleOf(r)}
	}
	if d := version.Meeting.Date; !d.IsZero() {
		h.FootLeft += ", " + text("approved", "date", danish.Date(d))
	}
	return h
}
