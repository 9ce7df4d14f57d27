package moderation

import (
	"cmp"
	"slices"
	"time"
)

// Fact is what the report counts of one action, or of a case nothing was done
// about yet. It holds no text.
type Fact struct {
	Case     int64
	Received time.Time
	Seen     time.Time
	Acted    bool // there is an effective action in it
	First    bool // it is the case's first
	At       time.Time
	Outcome  Outcome
	Rule     int
	Question int
	Followed bool // the outcome was among those recommended
	// What equality is counted by: whether the comment was criticism of us.
	Criticism bool
	Equality  Equality
	Overruled bool
}

// Period is the days a report covers, both included.
type Period struct{ From, To time.Time }

// Month is the whole month that day lies in.
func Month(day time.Time) Period {
	from := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, day.Location())
	return Period{from, from.AddDate(0, 1, -1)}
}

// Holds tells whether at lies within the period.
func (p Period) Holds(at time.Time) bool {
	return !at.Before(p.From) && at.Before(p.To.AddDate(0, 0, 1))
}

// Cell is a number of comments with an outcome and a rule.
type Cell struct {
	Outcome Outcome
	Rule    int // 0 for none
	Count   int
}

// EqualityRow sets what was done with critical comments beside what was done
// with the others, for one question: is criticism treated harder?
type EqualityRow struct {
	Question         int // the main hit; 0 for none
	Critical, Others Treated
}

// Treated is how many comments there were, and how many of them were removed.
type Treated struct{ All, Removed int }

// Report is a period's moderation in numbers.
type Report struct {
	Period     Period
	Received   int // cases that came in
	Handled    int // cases with an effective action in the period
	Waiting    int // cases that came in and have none
	Cells      []Cell
	Otherwise  int // actions that did otherwise than recommended
	Median     time.Duration
	Longest    time.Duration
	Within     int // first actions within a day
	Firsts     int // cases whose first action lies in the period
	Equality   []EqualityRow
	Failed     int // removals although the equality test failed, with two persons
	Objections ObjectionCount
	Blocks     []Block // that ran on the last day
	Minutes    int
	LastHash   string // of the record when the report was made
	LastSeq    int64
	LastAt     time.Time
	Sources    Sources // in force when it was made
	Example    bool
}

// ObjectionCount is what became of the objections received in the period.
type ObjectionCount struct{ Received, Upheld, Overruled, Open int }

// Summarize counts the facts of a period.
func Summarize(p Period, facts []Fact) Report {
	r := Report{Period: p}
	cells, rows := map[Cell]int{}, map[int]*EqualityRow{}
	came, handled := map[int64]bool{}, map[int64]bool{}
	var waits []time.Duration
	for _, f := range facts {
		if p.Holds(f.Received) {
			came[f.Case] = true
		}
		if !f.Acted || !p.Holds(f.At) {
			continue
		}
		handled[f.Case] = true
		cells[Cell{Outcome: f.Outcome, Rule: f.Rule}]++
		if !f.Followed {
			r.Otherwise++
		}
		if f.Equality == EqualityFailed && f.Outcome.Removes() {
			r.Failed++
		}
		row := rows[f.Question]
		if row == nil {
			row = &EqualityRow{Question: f.Question}
			rows[f.Question] = row
		}
		side := &row.Others
		if f.Criticism {
			side = &row.Critical
		}
		side.All++
		if f.Outcome.Removes() {
			side.Removed++
		}
		if f.First {
			waits = append(waits, max(0, f.At.Sub(f.Received)))
		}
	}
	r.Received, r.Handled = len(came), len(handled)
	for id := range came {
		if !handled[id] {
			r.Waiting++
		}
	}
	r.times(waits)
	for cell, n := range cells {
		cell.Count = n
		r.Cells = append(r.Cells, cell)
	}
	order := AllOutcomes()
	slices.SortFunc(r.Cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Outcome), slices.Index(order, b.Outcome)), cmp.Compare(a.Rule, b.Rule))
	})
	for _, row := range rows {
		r.Equality = append(r.Equality, *row)
	}
	slices.SortFunc(r.Equality, func(a, b EqualityRow) int { return cmp.Compare(a.Question, b.Question) })
	return r
}

// times fills in how long people waited for the first action.
func (r *Report) times(waits []time.Duration) {
	r.Firsts = len(waits)
	if len(waits) == 0 {
		return
	}
	slices.Sort(waits)
	middle := len(waits) / 2
	if r.Median = waits[middle]; len(waits)%2 == 0 {
		r.Median = (waits[middle-1] + waits[middle]) / 2
	}
	r.Longest = waits[len(waits)-1]
	for _, w := range waits {
		if w <= 24*time.Hour {
			r.Within++
		}
	}
}
