package bilag

import (
	"context"
	"slices"
	"strings"

	"synlig/data/bilag/sheet"
	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/moderation"
	"synlig/data/strategy"
)

// GuidelineExtras are what is printed with rules or the strategy for Facebook.
type GuidelineExtras struct {
	// Slots are filled in where the text has {kontaktlink} and the like.
	Slots map[string]string
	// Duties are the list of who looks after the page, and when.
	Duties []moderation.Duty
	// Attachments are the names of what is attached.
	Attachments []string
}

// Guidelines is a version of the house rules, the internal rules or the strategy
// for Facebook as it is handed out: with its slots filled, and saying on its
// first page when it was adopted, or that it is a proposal. What changes from
// one version to the next is printed as the strategy's changes are (Marked).
func Guidelines(ctx context.Context, revision strategy.Revision, version document.Version, extras GuidelineExtras, options Options) ([]byte, error) {
	status := word("modProposal")
	if version.Status == document.Approved || version.Status == document.Replaced {
		day := firstKnown(version.Meeting.Date, version.Changed)
		status = text("modAdopted", "date", danish.Date(day))
	}
	s, err := moderationSheet(revision.Office, titleOf(revision), text("modVersion", "version", versionName(version), "status", status), revision.Example, firstKnown(version.Changed, version.Meeting.Date))
	if err != nil {
		return nil, failed(err)
	}
	if err := plainText(ctx, s, revision, FillSlots(version.Blocks, extras.Slots)); err != nil {
		return nil, err
	}
	dutyTable(s, extras.Duties)
	if len(extras.Attachments) > 0 {
		modHeading(s, word("modAttachments"))
		for _, name := range extras.Attachments {
			s.Item(sheet.Brief, 0, sheet.Text("•"), false, sheet.Text(name))
		}
	}
	return render(ctx, s, options)
}

// FillSlots puts the office's own values into the slots of a text. Slots without
// a value stay as they are, so that they are seen.
func FillSlots(blocks []document.Block, slots map[string]string) []document.Block {
	filled := slices.Clone(blocks)
	for i, b := range filled {
		// From behind, so that the places of the spans before stay right.
		for at := len(b.Text); ; {
			open := strings.LastIndexByte(b.Text[:at], '{')
			if open < 0 {
				break
			}
			at = open
			end := strings.IndexByte(b.Text[open:], '}')
			if end < 0 {
				continue
			}
			value, ok := slots[b.Text[open+1:open+end]]
			if !ok || value == "" {
				continue
			}
			b = replaced(b, open, open+end+1, value)
		}
		filled[i] = b
	}
	return filled
}

// replaced is b with the bytes from start to end written anew, and the spans
// behind them moved along.
func replaced(b document.Block, start, end int, value string) document.Block {
	grown := len(value) - (end - start)
	move := func(at int) int {
		switch {
		case at >= end:
			return at + grown
		case at > start:
			return start + len(value)
		}
		return at
	}
	b.Text = b.Text[:start] + value + b.Text[end:]
	b.Spans = slices.Clone(b.Spans)
	for i := range b.Spans {
		b.Spans[i].Start, b.Spans[i].End = move(b.Spans[i].Start), move(b.Spans[i].End)
	}
	return b
}

func dutyTable(s *sheet.Sheet, duties []moderation.Duty) {
	if len(duties) == 0 {
		return
	}
	modHeading(s, word("modDuties"))
	var rows []sheet.Row
	for _, d := range duties {
		stand := d.StandIn.Name
		if stand == "" {
			stand = "–"
		}
		rows = append(rows, modRow(d.Person.Name, text("modPeriod", "from", danish.Date(d.From), "to", danish.Date(d.To)), d.Hours, strings.TrimSpace(stand+" "+parenthesis(d.Note))))
	}
	s.Table(sheet.Legend, []sheet.Column{
		{Title: word("modDutyWho"), Share: 0.25}, {Title: word("modDutyWhen"), Share: 0.33}, {Title: word("modDutyHours"), Share: 0.14}, {Title: word("modStandIn"), Share: 0.28},
	}, rows)
}

func parenthesis(text string) string {
	if text == "" {
		return ""
	}
	return "(" + text + ")"
}
