package bilag

import (
	"strconv"
	"strings"

	"synlig/data/bilag/sheet"
	"synlig/data/bilag/tags"
	"synlig/data/clock"
	"synlig/data/danish"
	"synlig/data/links"
	"synlig/data/posts"
)

// post lays one post in full.
func (p PostPlan) post(s *sheet.Sheet, post posts.Post) {
	s.Heading(3, sheet.Chapter, sheet.Piece{}, anchorOf(post), sheet.Text(p.heading(post)))
	s.Paragraph(aboutStyle, sheet.Piece{Text: about(post), Quiet: true})
	for line := range strings.Lines(post.Text) {
		if line = strings.TrimSpace(line); line != "" {
			s.Quotation(sheet.Text(line))
		}
	}
	if post.Link.Address != "" {
		s.Paragraph(sheet.Note, sheet.Text(word("planLink")+" "), address(post.Link.Address))
	}
	for i, picture := range post.Pictures {
		s.Paragraph(sheet.Note, sheet.Text(text("planPicture", "number", strconv.Itoa(i+1), "alt", nameOr(picture.Alt))))
	}
	if post.Address != "" {
		s.Paragraph(sheet.Note, sheet.Text(word("planFacebook")+" "), address(post.Address))
	}
	for _, a := range post.Amendments {
		s.Paragraph(sheet.Note, sheet.Text(text("planAmended", "date", danish.Date(a.At.In(clock.Copenhagen)), "why", nameOr(a.Why))))
	}
	if told, ok := p.Figures[post.ID]; ok {
		if clicks, ok := told.Values[posts.LinkClicks]; ok {
			s.Paragraph(sheet.Note, sheet.Text(count("planClicks", clicks, "date", danish.Date(told.Taken))))
		}
	}
}

// aboutStyle keeps the line below a heading with the words that follow.
var aboutStyle = sheet.Style{Size: 10.5, Lead: 14.5, After: 6, Hyphenate: true, KeepNext: true}

// heading is "Tirsdag den 10. marts kl. 8.30".
func (p PostPlan) heading(post posts.Post) string {
	when := whenOf(post)
	if when.IsZero() {
		if title := post.Title(); title != "" {
			return title
		}
		return word("planEmpty")
	}
	return capital(text("planWhen", "weekday", danish.Weekday(when), "day", strconv.Itoa(when.Day()),
		"month", danish.Month(when.Month()), "clock", danish.Clock(when)))
}

// about says how far a post is, what it is about and who stands behind it.
func about(p posts.Post) string {
	parts := []string{capital(string(p.State))}
	if p.Subject != "" {
		parts = append(parts, text("planSubjectIs", "subject", p.Subject))
	}
	if p.Author.Name != "" {
		parts = append(parts, text("planWrittenBy", "name", p.Author.Name))
	}
	if p.Approval.Given() {
		parts = append(parts, text("planApprovedBy", "name", p.Approval.By.Name, "date", danish.Date(p.Approval.At.In(clock.Copenhagen))))
	}
	return strings.Join(parts, " · ")
}

// address is a web address as people read it, leading there.
func address(to string) sheet.Piece {
	shown := links.Shown(to)
	if len(to) > longestAddress {
		return sheet.Text(shown)
	}
	link := &sheet.Link{Address: to, Says: text("link", "address", shown)}
	return sheet.Piece{Tag: tags.Link, Kids: []sheet.Piece{{Text: shown, Link: link}}}
}
