package console

import (
	"encoding/json"
	"math"

	"synlig/data/survey"
	"synlig/data/survey/stats"
)

// surveyReport is the JSON of synlig undersøgelse: shares between 0 and 1 in
// full. What is not known, or hidden, is null.
type surveyReport struct {
	Guesses     []string          `json:"guesses"`
	Respondents respondentsReport `json:"respondents"`
	Questions   []questionReport  `json:"questions"`
	Crosstabs   []crosstabReport  `json:"crosstabs"`
	Waves       []waveReport      `json:"waves"`
	// NotCompared are the questions that no wave can be compared on, and why.
	NotCompared []notCompared      `json:"not_compared,omitempty"`
	Keys        []keyReport        `json:"key_figures"`
	Suppressed  []suppressedReport `json:"suppressed"`
	// Warnings tell what several tables would give away together.
	Warnings []string `json:"warnings"`
}

type respondentsReport struct {
	Rows         int            `json:"rows"`
	Counted      int            `json:"counted"`
	Invited      int            `json:"invited"`
	ResponseRate figure         `json:"response_rate"`
	States       []stateReport  `json:"states,omitempty"`
	Dropped      []droppedRow   `json:"dropped,omitempty"`
	Weights      *numbersReport `json:"weights,omitempty"` // of the file
	FrameWeights *designReport  `json:"frame_weights,omitempty"`
}

// designReport is what weighting by staff costs.
type designReport struct {
	Effective figure `json:"effective_n"`
	Design    figure `json:"design_effect"`
	Covered   figure `json:"covered"` // share of the staff in departments that answered
}

type stateReport struct {
	State   string `json:"state"`
	Rows    int    `json:"rows"`
	Counted bool   `json:"counted"`
}

type droppedRow struct {
	Column string `json:"column"`
	Reason string `json:"reason"`
	Values int    `json:"values"`
}

type questionReport struct {
	ID           string             `json:"id"`
	Text         string             `json:"text"`
	Kind         string             `json:"kind"`
	Base         baseReport         `json:"base"`
	Unclear      bool               `json:"unclear,omitempty"`
	Answers      []answerReport     `json:"answers"`
	ByDepartment []departmentReport `json:"by_department,omitempty"`
	NoneTicked   *answerReport      `json:"none_ticked,omitempty"` // of a Multi: asked, and ticked nothing
	Numbers      *numbersReport     `json:"numbers,omitempty"`
	Texts        *textsReport       `json:"texts,omitempty"`
}

type baseReport struct {
	Words    string `json:"words"`
	N        *int   `json:"n"`
	TookPart int    `json:"took_part"`
	Asked    *int   `json:"asked"`
	Answered *int   `json:"answered"`
}

type answerReport struct {
	Code       string      `json:"code"`
	Label      string      `json:"label"`
	X          *int        `json:"x"`
	P          figure      `json:"p"`
	Wilson     *[2]float64 `json:"wilson"`
	Finite     *[2]float64 `json:"wilson_fpc"`
	WeightedP  *figure     `json:"weighted_p,omitempty"`
	WeightedSE *figure     `json:"weighted_se,omitempty"`
}

type departmentReport struct {
	Department   string         `json:"department"`
	Staff        int            `json:"N"`
	N            *int           `json:"n"`
	ResponseRate figure         `json:"response_rate"`
	Weight       figure         `json:"weight"` // N over those who took part
	Answers      []answerReport `json:"answers"`
}

type numbersReport struct {
	N         int    `json:"n"`
	Sum       figure `json:"sum"`
	Mean      figure `json:"mean"`
	SD        figure `json:"sd"`
	Effective figure `json:"effective_n,omitzero"` // of weights
	Design    figure `json:"design_effect,omitzero"`
}

type textsReport struct {
	N        int `json:"n"`
	Distinct int `json:"distinct"`
}

type crosstabReport struct {
	Row        string       `json:"row"`
	Column     string       `json:"column"`
	Rows       []string     `json:"rows"`
	Columns    []string     `json:"columns"`
	N          *int         `json:"n"`
	Counts     [][]*int     `json:"counts"`
	ChiSquare  figure       `json:"chi_square"`
	DF         int          `json:"df"`
	P          figure       `json:"p"`
	V          figure       `json:"cramers_v"`
	Corrected  figure       `json:"cramers_v_bias_corrected"`
	Residuals  [][]figure   `json:"residuals"`
	Few        figure       `json:"share_expected_below_5"`
	Least      figure       `json:"min_expected"`
	Fisher     *figure      `json:"fisher_p,omitempty"`
	RaoScott   *designTest  `json:"rao_scott,omitempty"`
	Kruskal    *ranksReport `json:"kruskal_wallis,omitempty"`
	Gamma      *figure      `json:"gamma,omitempty"`
	Withheld   bool         `json:"withheld,omitempty"` // hidden cells could be worked out from the tests
	HolmP      figure       `json:"holm_p"`
	DiscoveryP figure       `json:"bh_p"`
}

type designTest struct {
	F   figure `json:"F"`
	DF1 figure `json:"ndf"`
	DF2 figure `json:"ddf"`
	P   figure `json:"p"`
}

type ranksReport struct {
	H  figure `json:"H"`
	DF int    `json:"df"`
	P  figure `json:"p"`
}

type waveReport struct {
	Question         string      `json:"question"`
	Code             string      `json:"code"`
	Label            string      `json:"label"`
	Difference       figure      `json:"difference"`
	Interval         *[2]float64 `json:"interval"`
	Weighted         *figure     `json:"weighted_difference,omitempty"`
	WeightedInterval *[2]float64 `json:"weighted_interval,omitempty"`
	P                figure      `json:"p"`
	ByDepartment     []partWave  `json:"by_department,omitempty"`
}

type partWave struct {
	Department string      `json:"department"`
	Only       string      `json:"only,omitempty"`
	Difference figure      `json:"difference"`
	Interval   *[2]float64 `json:"interval"`
	P          figure      `json:"p"`
	HolmP      figure      `json:"holm_p"`
	BHP        figure      `json:"bh_p"`
}

type notCompared struct {
	Question string `json:"question"`
	Reason   string `json:"reason"`
	Words    string `json:"words"`
}

type keyReport struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Question string      `json:"question"`
	Codes    []string    `json:"codes"`
	Base     string      `json:"base"`
	N        *int        `json:"n"`
	P        figure      `json:"p"`
	Finite   *[2]float64 `json:"wilson_fpc"`
	Weighted *figure     `json:"weighted_p,omitempty"`
	SE       *figure     `json:"weighted_se,omitempty"`
	Worst    *[2]float64 `json:"worst_case"`
	Since    string      `json:"since,omitempty"`
}

type suppressedReport struct {
	Table  string `json:"table"`
	Row    string `json:"row"`
	Column string `json:"column"`
	Reason string `json:"reason"` // "primary" or "secondary"
	Min    int    `json:"min"`    // what a reader can find out
	Max    *int   `json:"max"`    // null where nothing holds it
}

// figure is a number that is null where it is not known.
type figure float64

// MarshalJSON writes the shortest digits that give the same number again.
func (f figure) MarshalJSON() ([]byte, error) {
	if v := float64(f); math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(f))
}

var unknown = figure(math.NaN())

// pair is an interval, null where it is not known.
func pair(i stats.Interval) *[2]float64 {
	if math.IsNaN(i.Low) || math.IsNaN(i.High) {
		return nil
	}
	return &[2]float64{i.Low, i.High}
}

// answerOf is one answer's share; hidden leaves its figures out.
func answerOf(a survey.Answer, s survey.Share, weighted, hidden bool) answerReport {
	r := answerReport{Code: a.Code, Label: a.Label, P: unknown}
	if hidden {
		return r
	}
	x := s.X
	r.X, r.P, r.Wilson, r.Finite = &x, figure(s.P), pair(s.Wilson), pair(s.Finite)
	if weighted {
		p, se := figure(s.Weighted.P), figure(s.Weighted.SE)
		r.WeightedP, r.WeightedSE = &p, &se
	}
	return r
}

// axisName is an axis as JSON names it: the question's ID, for one box of a
// Multi with the answer's code.
func axisName(w *survey.Wave, a survey.Axis) string {
	q := &w.Questions[a.Question]
	if a.Answer >= 0 {
		return q.ID + "/" + q.Answers[a.Answer].Code
	}
	return q.ID
}

// codesOf are the codes of a table's rows or columns.
func codesOf(w *survey.Wave, a survey.Axis, given []int) []string {
	codes := make([]string, len(given))
	for i, answer := range given {
		switch {
		case a.Answer < 0:
			codes[i] = w.Questions[a.Question].Answers[answer].Code
		case answer == 0:
			codes[i] = "1"
		default:
			codes[i] = "0"
		}
	}
	return codes
}
