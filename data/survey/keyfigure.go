package survey

import (
	"strings"

	"synlig/data/survey/stats"
)

// KeyRule says how a key figure is found when the answers come back: by the
// words of the question and of the answers that count. Rules are data.
type KeyRule struct {
	ID string `json:"id"` // "heard"
	// Ways are tried in order; the first that finds its question is taken.
	Ways []KeyWay `json:"ways"`
}

// KeyWay is one wording that a key figure can be found by.
type KeyWay struct {
	Words []string `json:"words"` // all of them stand in the question
	// Answers are how the answers that count begin. Top, where none of them is
	// found, takes so many of the highest on the scale.
	Answers []string `json:"answers,omitempty"`
	Top     int      `json:"top,omitempty"`
	// Opinion leaves "Ved ikke" out of the base.
	Opinion bool `json:"opinion,omitempty"`
}

// KeyFigure is a figure that the report shows large.
type KeyFigure struct {
	ID       string
	Question int
	Answers  []int // that count, by index
	Base     Base
}

// KeyFigures finds the key figures among a wave's questions, in the order of the
// rules. Those whose question is not there are left out.
func KeyFigures(w *Wave, rules []KeyRule) []KeyFigure {
	var found []KeyFigure
	for _, rule := range rules {
		for _, way := range rule.Ways {
			if f, ok := way.find(w); ok {
				f.ID = rule.ID
				found = append(found, f)
				break
			}
		}
	}
	return found
}

func (way KeyWay) find(w *Wave) (KeyFigure, bool) {
	for i := range w.Questions {
		q := &w.Questions[i]
		if q.Background || !q.Kind.Listed() || !way.says(Plain(q.Text)) {
			continue
		}
		answers := way.answers(q)
		if len(answers) == 0 {
			continue
		}
		f := KeyFigure{Question: i, Answers: answers, Base: DefaultBase(q.Kind)}
		if way.Opinion {
			f.Base = Substantive
		}
		return f, true
	}
	return KeyFigure{}, false
}

func (way KeyWay) says(text string) bool {
	for _, word := range way.Words {
		if !strings.Contains(text, Plain(word)) {
			return false
		}
	}
	return len(way.Words) > 0
}

func (way KeyWay) answers(q *Question) []int {
	var found []int
	for i, a := range q.Answers {
		name := Plain(a.Name())
		for _, begins := range way.Answers {
			if strings.HasPrefix(name, Plain(begins)) && !a.DontKnow {
				found = append(found, i)
				break
			}
		}
	}
	if len(found) == 0 && way.Top > 0 {
		return q.Top(way.Top)
	}
	return found
}

// Figure is a key figure worked out.
type Figure struct {
	KeyFigure
	N int
	Share
	// Worst is how low and high the share could be among everybody invited, had
	// they all answered; Whole where their number is not known.
	Worst stats.Interval
	// Change is against the wave before, nil where there is none to compare
	// with; Reason then says why, and is "" where no wave was given.
	Change *Change
	Reason Reason
	Then   Pair // the question in the wave before
}

// Figure works a key figure out.
func (v *View) Figure(k KeyFigure) Figure {
	all := v.Frequency(k.Question, k.Base)
	f := Figure{KeyFigure: k, N: all.N, Share: v.Box(k.Question, k.Base, k.Answers...), Worst: stats.Whole}
	if population := v.Population(); population > 0 && f.N > 0 {
		// Of those led past the question nobody knows how many there are among
		// those who did not answer; as many as among those who did.
		asked := float64(all.Asked) / float64(all.TookPart)
		f.Worst = stats.WorstCase(f.P, float64(f.N)/(float64(population)*asked))
	}
	return f
}

// FigureSince works a key figure out with its change since an earlier wave.
func FigureSince(earlier, later *View, m Mapping, k KeyFigure) Figure {
	f := later.Figure(k)
	f.Reason, f.Then.Earlier = OnlyLater, -1
	for _, pair := range m.Pairs(earlier.Wave, later.Wave) {
		if pair.Later != k.Question {
			continue
		}
		f.Then = pair
		if f.Reason = pair.Reason; f.Reason == "" {
			change := BoxChange(earlier, later, pair, k.Base, k.Answers...)
			f.Change = &change
		}
	}
	return f
}

// FirstFigures are figures for a wave without key figures of its own: of its
// first questions, at most so many, the two highest of a scale, the "ja" (or 1)
// of others, or else their first answer.
func FirstFigures(w *Wave, most int) []KeyFigure {
	var found []KeyFigure
	for i := range w.Questions {
		q := &w.Questions[i]
		if len(found) == most || q.Background || i == w.Department || !q.Kind.Listed() || q.Kind == Multi || len(q.Answers) < 2 {
			continue
		}
		f := KeyFigure{Question: i, Base: DefaultBase(q.Kind), Answers: []int{0}}
		if top := q.Top(2); q.Kind == Scale && len(q.Answers) > 3 && len(top) == 2 {
			f.Answers = top
		} else {
			for at, a := range q.Answers {
				if name := Plain(a.Name()); name == "1" || name == "ja" || strings.HasPrefix(name, "ja,") {
					f.Answers = []int{at}
					break
				}
			}
		}
		found = append(found, f)
	}
	return found
}

// SafeFigure is a figure as it may leave the office: its weighted share and its
// change as exactly as the hidden figures allow. shown and since tell whether
// the figure and its change may be shown at all. earlier may be nil.
func SafeFigure(earlier, later *View, m Mapping, k KeyFigure) (f Figure, shown, since bool) {
	if earlier == nil {
		f = later.Figure(k)
	} else {
		f = FigureSince(earlier, later, m, k)
	}
	f.Share, shown = later.SafeBox(k.Question, k.Base, k.Answers...)
	if f.Change != nil {
		change, ok := SafeBoxChange(earlier, later, f.Then, k.Base, k.Answers...)
		f.Change, since = &change, ok
	}
	return f, shown, since
}
