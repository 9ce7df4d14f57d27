package bilag

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"synlig/assets"
	"synlig/data/bilag/pdf"
	"synlig/data/bilag/sheet"
	"synlig/data/danish"
	"synlig/data/moderation"
	"synlig/data/tabular"
)

// ModerationReport is a period's moderation on a few pages: what came in and
// what was done, how fast, whether it was the same for all, objections, blocks,
// time spent, and the record's last hash. checklist gives the questions their
// names.
func ModerationReport(ctx context.Context, office string, r moderation.Report, checklist moderation.Checklist, options Options) ([]byte, error) {
	s, err := moderationSheet(office, word("modReport"), periodText(r.Period), r.Example, r.LastAt)
	if err != nil {
		return nil, failed(err)
	}
	s.Paragraph(sheet.Lead, sheet.Text(count("modReceived", r.Received)+" "+text("modHandled", "handled", assets.Number(r.Handled), "waiting", assets.Number(r.Waiting))))
	outcomeTable(s, r)
	modHeading(s, word("modSpeed"))
	s.Paragraph(sheet.Body, sheet.Text(speedText(r)))
	equalityTable(s, r, checklist)
	modHeading(s, word("modObjections"))
	s.Paragraph(sheet.Body, sheet.Text(objectionText(r.Objections)))
	blockTable(s, r)
	modHeading(s, word("modTime"))
	s.Paragraph(sheet.Body, sheet.Text(text("modMinutes", "time", minutesText(r.Minutes))))
	modHeading(s, word("modSources"))
	sourceLines(s, r.Sources)
	modHeading(s, word("modRecord"))
	if r.LastHash != "" {
		s.Paragraph(sheet.Body, sheet.Text(text("modLast", "line", assets.Number(int(r.LastSeq)), "date", danish.Date(r.LastAt.Local()))))
		s.Paragraph(sheet.Legend, sheet.Text(grouped(r.LastHash)))
	}
	s.Paragraph(below(), sheet.Text(word("modProves")))
	return render(ctx, s, options)
}

// ModerationReportName is the report's file name: "Moderation december 2014.pdf".
func ModerationReportName(p moderation.Period) string {
	return fileTitle(word("modReport")+" "+periodText(p)) + ".pdf"
}

// longFoot is how many letters fit in the footer beside the page's number.
const longFoot = 70

// below is a note under a table.
func below() sheet.Style {
	style := sheet.Note
	style.Before, style.After = 8, 8
	return style
}

// moderationSheet is a paper of the moderation up to its first heading.
func moderationSheet(office, title, subtitle string, example bool, changed time.Time) (*sheet.Sheet, error) {
	running := sheet.Running{HeadLeft: known(office), FootLeft: title + ", " + subtitle, FootRight: pageLine}
	if utf8.RuneCountInString(running.FootLeft) > longFoot {
		running.FootLeft = subtitle
	}
	if len(running.HeadLeft) == 0 {
		running.HeadLeft = []string{title}
	}
	if example {
		running.HeadRight = []string{word("exampleTag")}
	}
	s, err := houseSheet(pdf.Meta{Title: title + ", " + subtitle, Author: office, Subject: word("modSubject"), Changed: firstKnown(changed)}, running)
	if err != nil {
		return nil, err
	}
	if example {
		s.Paragraph(sheet.Badge, sheet.Text(word("example")))
	}
	s.Heading(1, sheet.Title, sheet.Piece{}, "", sheet.Text(title))
	s.Paragraph(sheet.Subtitle, sheet.Text(subtitle))
	return s, nil
}

func modHeading(s *sheet.Sheet, title string) {
	s.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(title))
}

// modName is what the screen calls a code of moderation.
func modName(family, code string) string {
	key := "moderation." + family + "_" + code
	if name := assets.Translations("da").Text(key); name != key {
		return name
	}
	return code
}

// periodText is "december 2014" for a whole month, else the two days.
func periodText(p moderation.Period) string {
	if p == moderation.Month(p.From) {
		return monthName(p.From)
	}
	return text("modPeriod", "from", danish.Date(p.From), "to", danish.Date(p.To))
}

func outcomeTable(s *sheet.Sheet, r moderation.Report) {
	modHeading(s, word("modOutcomes"))
	if len(r.Cells) == 0 {
		s.Paragraph(sheet.Body, sheet.Text(word("modNothing")))
		return
	}
	var rows []sheet.Row
	total := 0
	for _, c := range r.Cells {
		total += c.Count
		rows = append(rows, modRow(modName("outcome", string(c.Outcome)), ruleText(c.Rule), assets.Number(c.Count)))
	}
	rows = append(rows, modRow(word("modTotal"), "", assets.Number(total)))
	s.Table(sheet.Legend, []sheet.Column{
		{Title: word("modOutcome"), Share: 0.56}, {Title: word("modRule"), Share: 0.24}, {Title: word("modCount"), Share: 0.2, Right: true},
	}, rows)
	if r.Otherwise > 0 {
		s.Paragraph(below(), sheet.Text(count("modOtherwise", r.Otherwise)))
	}
}

func ruleText(n int) string {
	if n == 0 {
		return "–"
	}
	return text("modRuleNumber", "number", strconv.Itoa(n))
}

// modRow is a row of plain cells.
func modRow(cells ...string) sheet.Row {
	row := sheet.Row{}
	for _, c := range cells {
		row.Cells = append(row.Cells, [][]sheet.Piece{{sheet.Text(c)}})
	}
	return row
}

func speedText(r moderation.Report) string {
	if r.Firsts == 0 {
		return word("modNoSpeed")
	}
	return text("modMedian", "median", minutesText(int(r.Median.Minutes())), "longest", minutesText(int(r.Longest.Minutes())),
		"within", assets.Number(r.Within), "all", assets.Number(r.Firsts))
}

// minutesText is "2 dage og 3 timer", "1 time og 5 minutter", "4 minutter".
func minutesText(minutes int) string {
	days, hours, rest := minutes/1440, minutes%1440/60, minutes%60
	var parts []string
	if days > 0 {
		parts = append(parts, count("modDays", days))
	}
	if hours > 0 {
		parts = append(parts, count("modHours", hours))
	}
	if days == 0 && (rest > 0 || hours == 0) {
		parts = append(parts, count("modMinute", rest))
	}
	return join(parts)
}

func equalityTable(s *sheet.Sheet, r moderation.Report, checklist moderation.Checklist) {
	modHeading(s, word("modEquality"))
	s.Paragraph(sheet.Body, sheet.Text(word("modEqualityIs")))
	var rows []sheet.Row
	for _, e := range r.Equality {
		name := checklist.Question(e.Question).Short
		if e.Question == 0 {
			name = word("modNoHit")
		} else if name == "" {
			name = strconv.Itoa(e.Question)
		}
		rows = append(rows, modRow(name, assets.Number(e.Critical.All), assets.Number(e.Critical.Removed), assets.Number(e.Others.All), assets.Number(e.Others.Removed)))
	}
	if len(rows) > 0 {
		s.Table(sheet.Legend, []sheet.Column{
			{Title: word("modAbout"), Share: 0.36}, {Title: word("modCritical"), Share: 0.16, Right: true}, {Title: word("modRemoved"), Share: 0.16, Right: true},
			{Title: word("modOthers"), Share: 0.16, Right: true}, {Title: word("modRemoved"), Share: 0.16, Right: true},
		}, rows)
	}
	if r.Failed > 0 {
		s.Paragraph(below(), sheet.Text(count("modFailed", r.Failed)))
	}
}

func objectionText(n moderation.ObjectionCount) string {
	if n.Received == 0 {
		return word("modNoObjections")
	}
	return count("modObjection", n.Received) + " " + text("modObjectionDecided",
		"upheld", assets.Number(n.Upheld), "overruled", assets.Number(n.Overruled), "open", assets.Number(n.Open))
}

// blockTable lists the blocks that run on the period's last day, without the
// names of profiles.
func blockTable(s *sheet.Sheet, r moderation.Report) {
	modHeading(s, word("modBlocks"))
	if len(r.Blocks) == 0 {
		s.Paragraph(sheet.Body, sheet.Text(word("modNoBlocks")))
		return
	}
	var rows []sheet.Row
	for _, b := range r.Blocks {
		rows = append(rows, modRow(text("modCase", "number", numberOf(b.Case)), danish.Date(b.From.Local()), danish.Date(b.Until), text("modTwo", "first", b.By, "second", b.Second)))
	}
	s.Table(sheet.Legend, []sheet.Column{
		{Title: word("modCaseColumn"), Share: 0.16}, {Title: word("modFrom"), Share: 0.26}, {Title: word("modUntil"), Share: 0.26}, {Title: word("modWho"), Share: 0.32},
	}, rows)
}

func numberOf(id int64) string { return strconv.FormatInt(id, 10) }

// sourceLines name the editions, and say of each whether it was adopted.
func sourceLines(s *sheet.Sheet, sources moderation.Sources) {
	for _, e := range []struct {
		name    string
		edition moderation.Edition
	}{{word("modHouseRules"), sources.Rules}, {word("modChecklist"), sources.Checklist}, {word("modTemplates"), sources.Templates}} {
		status := word("modProposal")
		if !e.edition.Proposal() {
			status = text("modAdopted", "date", danish.Date(e.edition.Adopted))
		}
		short := e.edition.Hash
		if len(short) > 8 {
			short = short[:8]
		}
		s.Item(sheet.Brief, 0, sheet.Text("•"), false, sheet.Text(text("modEdition", "name", e.name, "number", strconv.Itoa(e.edition.Number), "hash", short, "status", status)))
	}
}

// grouped parts a hash into groups of eight, so that it can be copied by hand.
func grouped(hash string) string {
	var groups []string
	for len(hash) > 8 {
		groups, hash = append(groups, hash[:8]), hash[8:]
	}
	return strings.Join(append(groups, hash), " ")
}

// ModerationCSV is the report's figures as a table for a spreadsheet: what,
// which and how many.
func ModerationCSV(r moderation.Report, checklist moderation.Checklist) ([]byte, error) {
	rows := [][]any{
		{word("modPeriodColumn"), periodText(r.Period), nil},
		{word("modReceivedColumn"), "", r.Received}, {word("modHandledColumn"), "", r.Handled}, {word("modWaitingColumn"), "", r.Waiting},
	}
	for _, c := range r.Cells {
		rows = append(rows, []any{modName("outcome", string(c.Outcome)), ruleText(c.Rule), c.Count})
	}
	for _, e := range r.Equality {
		name := checklist.Question(e.Question).Short
		rows = append(rows,
			[]any{word("modCritical"), name, e.Critical.All}, []any{word("modCriticalRemoved"), name, e.Critical.Removed},
			[]any{word("modOthers"), name, e.Others.All}, []any{word("modOthersRemoved"), name, e.Others.Removed})
	}
	rows = append(rows,
		[]any{word("modOtherwiseColumn"), "", r.Otherwise}, []any{word("modMedianColumn"), "", int(r.Median.Minutes())}, []any{word("modLongestColumn"), "", int(r.Longest.Minutes())},
		[]any{word("modObjections"), "", r.Objections.Received}, []any{word("modUpheldColumn"), "", r.Objections.Upheld}, []any{word("modOverruledColumn"), "", r.Objections.Overruled},
		[]any{word("modBlocks"), "", len(r.Blocks)}, []any{word("modMinutesColumn"), "", r.Minutes}, []any{word("modLastColumn"), r.LastHash, int(r.LastSeq)})
	var out bytes.Buffer
	err := tabular.WriteCSV(&out, tabular.Sheet{Header: []string{word("modWhat"), word("modWhich"), word("modCount")}, Rows: rows})
	return out.Bytes(), err
}
