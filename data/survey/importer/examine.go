package importer

import (
	"regexp"
	"slices"
	"strings"
)

// Family is the system a file comes from, where its columns tell.
type Family string

// The families.
const (
	OtherFamily Family = ""
	SurveyXact  Family = "SurveyXact"
	EFS         Family = "Unipark/EFS"
	LimeSurvey  Family = "LimeSurvey"
	Forms       Family = "Microsoft Forms"
	SPSS        Family = "SPSS"
	QuestBack   Family = "QuestBack"
)

// Examine guesses what a file means. A profile of an earlier wave is followed
// where it fits: only columns it does not know are guessed, and the findings
// tell of columns it misses. known may be nil.
func Examine(raw *Raw, known *Profile) (Profile, []Finding) {
	e := &examiner{raw: raw, taken: make([]bool, len(raw.Columns)), findings: slices.Clone(raw.Findings)}
	e.profile.Reading = raw.Asked
	for i := range raw.Columns {
		e.columns = append(e.columns, newTraits(&raw.Columns[i], i))
	}
	if known != nil && known.Aggregate != nil || known == nil && e.aggregate() {
		if known != nil {
			e.profile = *known
		}
		return e.profile, e.findings
	}
	e.family = e.recognise()
	if e.family != OtherFamily {
		e.found(true, "family", "family", string(e.family))
	}
	if known != nil {
		e.follow(*known)
	} else {
		e.status()
	}
	e.tests()
	e.dates()
	e.personal()
	e.beside()
	if e.profile.Weight == "" {
		e.weight()
	}
	e.groups()
	e.cells()
	e.singles()
	e.order()
	e.name()
	e.department()
	e.routes()
	e.unclear()
	e.answered()
	return e.profile, e.findings
}

// recognise finds the system by the names of its own columns.
func (e *examiner) recognise() Family {
	names := map[string]bool{}
	stat, bracket := false, false
	for _, t := range e.columns {
		names[plain(t.Name)] = true
		stat = stat || statName.MatchString(strings.ToLower(t.Name))
		bracket = bracket || bracketName.MatchString(t.Name)
	}
	switch {
	case names["dispcode"] && (names["lfdn"] || names["tester"]):
		return EFS
	case names["submitdate"] && names["lastpage"], bracket:
		return LimeSurvey
	case e.raw.Format == FormatSurveyXact, stat:
		return SurveyXact
	case names["starttidspunkt"] && names["fuldførelsestidspunkt"], names["start time"] && names["completion time"]:
		return Forms
	case e.raw.Format == FormatSAV:
		return SPSS
	}
	return OtherFamily
}

var (
	statName    = regexp.MustCompile(`^stat([cdso]|overall|creation|distribution|completion)_\d$`)
	bracketName = regexp.MustCompile(`\[SQ\d{3}\]$`)
)

// dates decides the order of day and month over all rows of all columns: a
// file has one.
func (e *examiner) dates() {
	var all []string
	var first *traits
	for _, t := range e.columns {
		if t.dated {
			all = append(all, t.values...)
			if first == nil {
				first = t
			}
		}
	}
	if first == nil || e.profile.DateOrder != "" {
		return
	}
	order, sure, ok := dateOrder(all)
	if !ok { // two ways in one file
		order, sure = first.order, false
	}
	e.profile.DateOrder = order
	if !sure {
		e.found(false, "date-order", "column", first.Name, "order", order, "example", first.values[0])
	}
	for _, t := range e.columns {
		t.sureDate = t.sureDate || t.dated // it has been told of
	}
}

// personal drops the columns that tell who somebody is.
func (e *examiner) personal() {
	for _, t := range e.free() {
		reason, sure := t.personal(e.raw.Rows)
		if reason == "" {
			continue
		}
		if t.Name == e.profile.Status.Filled {
			reason = ReasonTime
		}
		e.take(t.at)
		e.profile.Dropped = append(e.profile.Dropped, Drop{t.Name, reason})
		e.found(sure, "dropped", "column", t.Name, "reason", reason, "count", itoa(t.filled))
	}
}

// beside passes over columns that the systems keep for themselves.
func (e *examiner) beside() {
	for _, t := range e.free() {
		if beside[plain(t.Name)] || e.family == SurveyXact && ownColumn.MatchString(strings.ToLower(t.Name)) {
			e.take(t.at)
			e.profile.Ignored = append(e.profile.Ignored, t.Name)
		}
	}
	if n := len(e.profile.Ignored); n > 0 {
		e.found(true, "ignored", "count", itoa(n))
	}
}

// ownColumn are SurveyXact's columns about sending and answering.
var ownColumn = regexp.MustCompile(`^stat[a-z]*_?\d*$|^statc_\d$|^organi[sz]ation.*|^collect.*|^interviewer.*|^surveyid$|^organizationid$`)

// weight finds the column of weights: numbers above 0 under a name that says so.
func (e *examiner) weight() {
	for _, t := range e.free() {
		if weightHeadings[plain(t.Name)] && t.numeric && t.min > 0 && t.filled > 0 && !t.dated {
			e.take(t.at)
			e.profile.Weight, e.profile.WeightComma = t.Name, t.comma
			e.found(t.clear && len(plain(t.Name)) > 2, "weight", "column", t.Name)
			return
		}
	}
}

// order puts the questions in the order of their first columns.
func (e *examiner) order() {
	at := map[string]int{}
	for i, t := range e.columns {
		at[t.Name] = i
	}
	slices.SortStableFunc(e.profile.Questions, func(a, b Question) int { return at[a.Columns[0]] - at[b.Columns[0]] })
}

var shortName = regexp.MustCompile(`^[\p{L}][\p{L}\d_.]{0,31}$`)

// name gives every question an ID that is short and its own: the column's code
// where it has one, else its number.
func (e *examiner) name() {
	taken := map[string]bool{}
	for _, q := range e.profile.Questions {
		if shortName.MatchString(q.ID) {
			taken[q.ID] = true
		}
	}
	seen := map[string]bool{}
	for i := range e.profile.Questions {
		q := &e.profile.Questions[i]
		if shortName.MatchString(q.ID) && !seen[q.ID] {
			seen[q.ID] = true
			continue
		}
		id := "q" + itoa(i+1)
		for taken[id] {
			id += "x"
		}
		q.ID, taken[id], seen[id] = id, true, true
	}
}

// unclear tells of questions whose shape does not keep "not asked" apart from
// "nothing ticked".
func (e *examiner) unclear() {
	for _, q := range e.profile.Questions {
		if q.Unclear {
			e.found(false, "unclear", "question", q.Text)
		}
	}
}
