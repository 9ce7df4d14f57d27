package bilag

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"synlig/data/bilag/sheet"
	"synlig/data/danish"
	"synlig/data/moderation"
)

// CasePaper is a whole case for the filing system: the comment as it was kept,
// the checklist, what was decided and why, replies as they were recorded,
// objections, notes, and the lines of the record. It holds nothing that is not
// in the workspace: numbers are covered, first names were never there.
func CasePaper(ctx context.Context, office string, c moderation.Case, log []moderation.Entry, checklist moderation.Checklist, options Options) ([]byte, error) {
	number := numberOf(c.ID)
	s, err := moderationSheet(office, text("modCaseTitle", "number", number), modName("state", string(c.State)), c.Example, c.ChangedAt)
	if err != nil {
		return nil, failed(err)
	}
	caseFacts(s, c)
	modHeading(s, word("modComment"))
	if c.Comment.Text() == "" {
		s.Paragraph(sheet.Body, sheet.Text(word("modForgotten")))
	}
	for line := range strings.SplitSeq(c.Comment.Text(), "\n") {
		if strings.TrimSpace(line) != "" {
			s.Quotation(sheet.Text(line))
		}
	}
	if len(c.Comment.Covers()) > 0 {
		s.Paragraph(sheet.Note, sheet.Text(count("modCovers", len(c.Comment.Covers()))))
	}
	for i, a := range c.Actions {
		actionPart(s, i+1, a, checklist)
	}
	objectionParts(s, c)
	if len(c.Notes) > 0 {
		modHeading(s, word("modNotes"))
		for _, n := range c.Notes {
			s.Paragraph(sheet.Body, sheet.Text(text("modNote", "who", n.By, "when", instant(n.At), "text", n.Text)))
		}
	}
	logTable(s, log)
	return render(ctx, s, options)
}

// CaseFileName is the case's file name: "Sag 14 - kommentar på Facebook.pdf".
func CaseFileName(c moderation.Case) string {
	return fileTitle(text("modCaseFile", "number", numberOf(c.ID))) + ".pdf"
}

// instant is "18. december 2014 kl. 10.24".
func instant(at time.Time) string {
	at = at.Local()
	return text("modInstant", "date", danish.Date(at), "time", at.Format("15.04"))
}

func caseFacts(s *sheet.Sheet, c moderation.Case) {
	var rows []sheet.Row
	add := func(key, value string) {
		if value != "" {
			rows = append(rows, modRow(key, value))
		}
	}
	add(word("modPost"), c.Post)
	add(word("modAlias"), c.Alias)
	if !c.Seen.IsZero() {
		add(word("modSeen"), instant(c.Seen))
	}
	add(word("modCame"), instant(c.Received))
	add(word("modOwner"), c.Owner.Name)
	if c.Minutes > 0 {
		add(word("modTime"), minutesText(c.Minutes))
	}
	s.Table(sheet.Legend, []sheet.Column{{Title: word("modWhat"), Share: 0.28}, {Title: word("modCaseSays"), Share: 0.72}}, rows)
}

// actionPart is what was decided once: the answers, the outcome and the rule,
// why, by whom, and the reply.
func actionPart(s *sheet.Sheet, number int, a moderation.Action, checklist moderation.Checklist) {
	modHeading(s, text("modDecision", "number", strconv.Itoa(number), "outcome", modName("outcome", string(a.Outcome))))
	who := text("modDecided", "who", a.By.Name, "when", instant(a.At))
	switch {
	case a.Refused:
		who += " " + text("modRefused", "who", a.Second.Name, "when", instant(a.SecondAt), "line", a.Answer)
	case a.Waiting():
		who += " " + word("modWaits")
	case a.Second.ID != 0:
		who += " " + text("modAgreed", "who", a.Second.Name, "when", instant(a.SecondAt))
	}
	s.Paragraph(sheet.Body, sheet.Text(who))
	if a.Recommended != a.Outcome {
		s.Paragraph(sheet.Body, sheet.Text(text("modRecommended", "outcome", modName("outcome", string(a.Recommended)))))
	}
	if rule := a.Sources.Cited; rule.Number != 0 {
		s.Paragraph(sheet.Body, sheet.Text(text("modCited", "number", strconv.Itoa(rule.Number), "title", rule.Title, "text", strings.ReplaceAll(rule.Text, "\n", " "))))
	}
	for _, line := range [][2]string{{"modReason", a.Reason}, {"modNoteOf", a.Note}} {
		if line[1] != "" {
			s.Paragraph(sheet.Body, sheet.Text(word(line[0])+" "+line[1]))
		}
	}
	if !a.Until.IsZero() {
		s.Paragraph(sheet.Body, sheet.Text(text("modBlockUntil", "date", danish.Date(a.Until))))
	}
	answerTable(s, a, checklist)
	if a.Reply != "" {
		s.Paragraph(sheet.Brief, sheet.Text(text("modReply", "template", a.Template)))
		s.Quotation(sheet.Text(a.Reply))
	}
	steps(s, a)
	s.Paragraph(sheet.Brief, sheet.Text(word("modSources")+":"))
	sourceLines(s, a.Sources)
}

// answerTable lists the answers that are not No; those are only counted.
func answerTable(s *sheet.Sheet, a moderation.Action, checklist moderation.Checklist) {
	var rows []sheet.Row
	no := 0
	for n := 1; n <= moderation.Questions; n++ {
		switch answer := a.Answers.Of(n); answer {
		case moderation.No:
			no++
		case moderation.Yes, moderation.Doubt:
			rows = append(rows, modRow(strconv.Itoa(n), checklist.Question(n).Text, modName("answer", answer.String())))
		}
	}
	if len(rows) > 0 {
		s.Table(sheet.Legend, []sheet.Column{{Title: word("modNumber"), Share: 0.09}, {Title: word("modQuestion"), Share: 0.73}, {Title: word("modAnswer"), Share: 0.18}}, rows)
	}
	if no > 0 {
		s.Paragraph(below(), sheet.Text(count("modNo", no)))
	}
}

func steps(s *sheet.Sheet, a moderation.Action) {
	for _, step := range []struct {
		at  time.Time
		key string
	}{
		{a.CopiedAt, "svar_kopieret"}, {a.SentAt, "besked_sendt"}, {a.DoneAt, "gjort_paa_facebook"}, {a.LiftedAt, "blokering_ophaevet"},
	} {
		if !step.at.IsZero() {
			s.Item(sheet.Brief, 0, sheet.Text("•"), false, sheet.Text(text("modStep", "what", modName("event", step.key), "when", instant(step.at))))
		}
	}
}

func objectionParts(s *sheet.Sheet, c moderation.Case) {
	for _, o := range c.Objections {
		modHeading(s, word("modOneObjection"))
		s.Paragraph(sheet.Body, sheet.Text(text("modObjected", "who", o.By, "when", instant(o.Received))))
		if o.Text != "" {
			s.Quotation(sheet.Text(strings.ReplaceAll(o.Text, "\n", " ")))
		}
		switch {
		case o.Open():
			s.Paragraph(sheet.Body, sheet.Text(word("modObjectionOpen")))
		case o.Upheld:
			s.Paragraph(sheet.Body, sheet.Text(text("modUpheld", "who", o.DecidedBy.Name, "when", instant(o.DecidedAt), "reason", o.Reason)))
		default:
			s.Paragraph(sheet.Body, sheet.Text(text("modOverruled", "who", o.DecidedBy.Name, "when", instant(o.DecidedAt), "reason", o.Reason)))
		}
	}
}

// logTable lists the lines of the record about the case, each with the start of
// its hash.
func logTable(s *sheet.Sheet, log []moderation.Entry) {
	modHeading(s, word("modLog"))
	var rows []sheet.Row
	for _, e := range log {
		rows = append(rows, modRow(numberOf(e.Seq), e.At.Local().Format("02.01.2006 15.04"), modName("event", string(e.Event))+detail(e), e.Actor, moderation.HashText(e.Hash)[:8]))
	}
	if len(rows) > 0 {
		s.Table(sheet.Small, []sheet.Column{
			{Title: word("modLine"), Share: 0.09}, {Title: word("modWhen"), Share: 0.21}, {Title: word("modEvent"), Share: 0.3}, {Title: word("modWho"), Share: 0.26}, {Title: word("modCode"), Share: 0.14},
		}, rows)
	}
	s.Paragraph(below(), sheet.Text(word("modProves")))
}

// detail is what a line says beyond its name: to whom a case was given, how
// many minutes.
func detail(e moderation.Entry) string {
	var said struct {
		Name    string `json:"name"`
		Minutes int    `json:"minutes"`
	}
	if e.Content == "" || json.Unmarshal([]byte(e.Content), &said) != nil {
		return ""
	}
	switch {
	case e.Event == moderation.EventAssigned && said.Name != "":
		return ": " + said.Name
	case e.Event == moderation.EventMinutes:
		return ": " + minutesText(said.Minutes)
	}
	return ""
}
