package bilag

import (
	"slices"
	"strconv"
	"strings"

	"synlig/data/bilag/sheet"
	"synlig/data/decision"
	"synlig/data/redline"
)

// frontPage is the first page of Bilag 2: what it is, how much changes, how to
// read it, and what the committee is to decide.
func (m *marked) frontPage() {
	titleArea(m.sheet, m.revision, markedNumber, word("markedSubtitle"))
	m.sheet.Paragraph(sheet.Lead, sheet.Text(m.counts()))
	m.decisions()
	m.guide()
	m.sheet.Contents(2, sheet.Part, word("contents"), 4, leadsTo)
}

// counts is how much changes, and how many points are to be decided.
func (m *marked) counts() string { return Summary(m.comparison, len(m.revision.Points)) }

// Summary is how much changes in one sentence, and how many points there are to
// decide it: "9 ændringer: 4 indholdsmæssige, 5 redaktionelle; 3
// beslutningspunkter."
func Summary(comparison redline.Comparison, points int) string {
	changes := comparison.Changes
	if len(changes) == 0 {
		return word("noChanges")
	}
	classes := map[redline.Class]int{}
	for _, c := range changes {
		classes[c.Class]++
	}
	var parts []string
	for _, k := range [...]struct {
		class redline.Class
		key   string
	}{{redline.Substantive, "substantive"}, {redline.Editorial, "editorial"}, {redline.Structural, "structural"}} {
		if n := classes[k.class]; n > 0 {
			parts = append(parts, count(k.key, n))
		}
	}
	sentence := count("changes", len(changes)) + ": " + strings.Join(parts, ", ")
	if points > 0 {
		sentence += "; " + count("points", points)
	}
	return sentence + "."
}

// guide tells how to read the marks, each in its own mark.
func (m *marked) guide() {
	s := m.sheet
	s.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(word("guideHeading")))
	s.Paragraph(sheet.Brief, sheet.Text(word("guide")))
	bar := []sheet.Piece{{Text: "[1] ", Margin: true, Bar: true}, {Text: word("sampleBar"), Bar: true}}
	m.legend(append(m.markLegend(), legend(bar, "meansBar")))
}

// legend is the table of the marks.
func (m *marked) legend(rows []sheet.Row) {
	m.sheet.Table(sheet.Legend, []sheet.Column{{Title: word("legendMark"), Share: 0.32}, {Title: word("legendMeaning"), Share: 0.68}}, rows)
}

// markLegend are the marks that the text has, and what they mean.
func (m *marked) markLegend() []sheet.Row {
	rows := []sheet.Row{
		legend(m.sample(added(), "sampleAdded"), "meansAdded"),
		legend(m.sample(removed(), "sampleRemoved"), "meansRemoved"),
	}
	if m.has(redline.Move) {
		rows = append(rows,
			legend(m.sample(change{mark: sheet.MovedAway, says: word("movedAway")}, "sampleMoved"), "meansMovedAway"),
			legend(m.sample(change{mark: sheet.MovedHere, says: word("movedHere")}, "sampleMoved"), "meansMovedHere"))
	}
	if m.has(redline.Split) {
		rows = append(rows, legend(m.sample(added(), "pilcrow"), "meansSplit"))
	}
	if m.has(redline.Merge) {
		rows = append(rows, legend(m.sample(removed(), "pilcrow"), "meansMerge"))
	}
	return rows
}

func legend(sample []sheet.Piece, meaning string) sheet.Row {
	return sheet.Row{Cells: [][][]sheet.Piece{{sample}, {{sheet.Text(word(meaning))}}}}
}

// sample is a word in its mark.
func (m *marked) sample(c change, key string) []sheet.Piece {
	return []sheet.Piece{spoken(c, false, m.options.Brackets, []sheet.Piece{{Text: word(key), Mark: c.mark}})}
}

func (m *marked) has(action redline.Action) bool {
	return slices.ContainsFunc(m.comparison.Changes, func(c redline.Change) bool { return c.Action == action })
}

// decisions are the points of the recommendation and what follows from them.
func (m *marked) decisions() {
	points := m.revision.Points
	if len(points) == 0 {
		return
	}
	s := m.sheet
	s.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(word("decisionsHeading")))
	s.Paragraph(sheet.Brief, sheet.Text(word("decisions")))
	for _, p := range points {
		s.Item(sheet.Brief, 0, sheet.Text(strconv.Itoa(p.Number)+"."), true, sheet.Text(p.Text))
	}
	for _, p := range points {
		if sentence := m.consequence(p); sentence != "" {
			s.Paragraph(sheet.Brief, sheet.Text(sentence))
		}
	}
	if loose := m.changesOf([]int{0}); len(loose) > 0 {
		s.Paragraph(sheet.Brief, sheet.Text(count("loose", len(loose), "changes", enumerate(loose))))
	}
}

// consequence is "Vedtages punkt 1 ikke, udgår punkt 3 og ændring 2, 5 og 6."
func (m *marked) consequence(p decision.Point) string {
	falling := decision.Dependents(m.revision.Points, p.Number)
	changes := m.changesOf(append([]int{p.Number}, falling...))
	var what []string
	if len(falling) > 0 {
		what = append(what, text("point", "points", enumerate(falling)))
	}
	if len(changes) > 0 {
		what = append(what, text("change", "changes", enumerate(changes)))
	}
	if len(what) == 0 {
		return ""
	}
	return text("consequence", "point", strconv.Itoa(p.Number), "what", join(what))
}

// changesOf are the numbers of the changes that belong to one of the points,
// ascending.
func (m *marked) changesOf(points []int) []int {
	var found []int
	for _, c := range m.comparison.Changes {
		if slices.Contains(points, c.Note.Point) {
			found = append(found, c.Number)
		}
	}
	return found
}
