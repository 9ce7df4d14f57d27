package importer

import "synlig/data/survey"

// Profile is what a file means: every guess as a value that a person may
// correct. It is kept as JSON and used again for the next wave. Columns are
// named by their headings.
type Profile struct {
	Name string `json:"name"`
	// Reading is what somebody chose of how the bytes are read; what is empty is
	// guessed for each file anew.
	Reading Reading `json:"reading"`
	// Status says which rows are people who took part.
	Status Status `json:"status"`
	// Dropped are the columns that tell who somebody is; they are not taken in.
	Dropped []Drop `json:"dropped,omitempty"`
	// Ignored are columns that are neither questions nor personal.
	Ignored   []string   `json:"ignored,omitempty"`
	Questions []Question `json:"questions"`
	// Department is the ID of the question that says where somebody works, ""
	// for none.
	Department string `json:"department,omitempty"`
	// Weight is the column with weights, WeightComma whether its numbers have a
	// decimal comma.
	Weight      string `json:"weight,omitempty"`
	WeightComma bool   `json:"weightComma,omitempty"`
	// DateOrder is how the file's dates are written: "dmy", "mdy" or "ymd"; ""
	// where it has none.
	DateOrder string `json:"dateOrder,omitempty"`
	// Frame are the departments' staff numbers.
	Frame []survey.Department `json:"frame,omitempty"`
	// Aggregate is set where the file holds ready-made tables instead of rows
	// of respondents.
	Aggregate *Aggregate `json:"aggregate,omitempty"`
}

// Status says which rows are people who took part. Rows that are not counted
// are people who were invited.
type Status struct {
	// Column holds the state; "" where the file has none.
	Column string  `json:"column,omitempty"`
	States []State `json:"states,omitempty"`
	// Columns are instead one column for each state, with a mark in one of them.
	Columns []State `json:"columns,omitempty"`
	// Filled counts the rows where this column holds anything (a time of
	// submission).
	Filled string `json:"filled,omitempty"`
	// Answered leaves out rows without an answer to any question: all cells
	// empty, a code for no answer, or the 0 of a box not ticked.
	Answered bool `json:"answered,omitempty"`
	// Tests are columns whose mark makes a row a try, which is not counted and
	// was not invited (EFS's "tester").
	Tests []string `json:"tests,omitempty"`
}

// State is a state that a row can be in.
type State struct {
	Value   string `json:"value"` // the cell, or the column's name
	Label   string `json:"label,omitempty"`
	Rows    int    `json:"-"`
	Counted bool   `json:"counted"`
}

// Drop is a column that is not taken in, and why.
type Drop struct {
	Column string `json:"column"`
	Reason string `json:"reason"` // one of the Reason codes
}

// The reasons for dropping a column.
const (
	ReasonEmail    = "email"
	ReasonName     = "name"
	ReasonIP       = "ip"
	ReasonBrowser  = "browser"
	ReasonReferrer = "referrer"
	ReasonSession  = "session" // a key or number of the respondent
	ReasonTime     = "time"    // exact times, and how long it took
	ReasonPhone    = "phone"
	ReasonPlace    = "place" // address or position
	ReasonCPR      = "cpr"
	ReasonBirth    = "birth" // the day somebody was born
)

// Question is a question and the columns it stands in.
type Question struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Kind    string   `json:"kind"` // survey.Kind's name
	Columns []string `json:"columns"`
	// Answers are the codes of Single and Scale, the columns of Multi, or the
	// options of Multi in one cell, in the order they are shown.
	Answers []Answer `json:"answers,omitempty"`
	// Separator stands between the options that share a cell.
	Separator string `json:"separator,omitempty"`
	// Missing are codes that stand for no answer, NotAsked those that stand for
	// a question the respondent was led past.
	Missing  []string `json:"missing,omitempty"`
	NotAsked []string `json:"notAsked,omitempty"`
	// Ticked are the cells that mean a ticked box, Unticked those that mean one
	// left empty. An empty cell is not ticked either; where there is no other
	// way to tell, Unclear is set (see survey.Question).
	Ticked   []string `json:"ticked,omitempty"`
	Unticked []string `json:"unticked,omitempty"`
	Unclear  bool     `json:"unclear,omitempty"`
	// Comma tells that numbers have a decimal comma, Serial that dates are
	// the numbers of days that spreadsheets count.
	Comma      bool `json:"comma,omitempty"`
	Serial     bool `json:"serial,omitempty"`
	Background bool `json:"background,omitempty"`
	// Route is the answer that leads here; those who gave another were not
	// asked.
	Route *Route `json:"route,omitempty"`
}

// Answer is an answer that can be chosen.
type Answer struct {
	Code     string `json:"code"`
	Label    string `json:"label,omitempty"`
	DontKnow bool   `json:"dontKnow,omitempty"`
	Order    int    `json:"order,omitempty"`
}

// Route is the answers to an earlier question that lead to this one.
type Route struct {
	Question string   `json:"question"`
	Codes    []string `json:"codes"`
}

// Aggregate says where ready-made tables keep what. Columns are named by their
// headings.
type Aggregate struct {
	Question   string `json:"question,omitempty"` // "" where the file is one question's
	Answer     string `json:"answer"`
	Department string `json:"department,omitempty"` // in long tables
	Count      string `json:"count,omitempty"`      // in long tables
	Share      string `json:"share,omitempty"`      // per cent, where there are no counts
	Base       string `json:"base,omitempty"`       // the number that per cents are of
	// Wide are the departments' own columns, in tables with one for each.
	Wide []string `json:"wide,omitempty"`
	// Totals are answers and departments that are sums of the others.
	Totals []string `json:"totals,omitempty"`
}

// Summary is what an import came to.
type Summary struct {
	Rows, Counted, Invited, Tests int
	States                        []State
	Dropped                       []Dropped
	// First and Last are the days of the earliest and latest answer, "" where
	// the file has no times: "2026-03-05".
	First, Last string
	Warnings    []Finding
}

// Dropped is a column that was left out and how many cells it held.
type Dropped struct {
	Column, Reason string
	Values         int
}
