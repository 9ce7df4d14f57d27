package importer

import (
	"math"
	"slices"

	"synlig/data/fault"
	"synlig/data/survey"
)

// settle turns per cents into numbers of people by their bases.
func (t *tables) settle() error {
	for i := range t.questions {
		q := &t.questions[i]
		for d := range q.counts {
			if !q.shares {
				continue
			}
			if q.bases[d] == 0 && slices.Max(q.counts[d]) > 0 {
				return fault.New("aggregate-no-base", "question", q.text)
			}
			whole := 100.0
			if sum := sumOf(q.counts[d]); sum <= 1.02 && sum > 0 {
				whole = 1 // written as proportions
			}
			for a := range q.counts[d] {
				q.counts[d][a] = math.Round(q.counts[d][a] / whole * q.bases[d])
			}
		}
	}
	return nil
}

func sumOf(all []float64) (sum float64) {
	for _, n := range all {
		sum += n
	}
	return sum
}

// sizes are how many respondents each department needs: the largest base of
// any question, which is the sum of its counts where none is given.
func (t *tables) sizes() (sizes []int, total int) {
	sizes = make([]int, len(t.departments))
	for i := range t.questions {
		q := &t.questions[i]
		for d := range q.counts {
			need := q.bases[d]
			if need == 0 {
				need = sumOf(q.counts[d])
			}
			sizes[d] = max(sizes[d], int(min(need, maxCells)))
		}
	}
	for _, n := range sizes {
		total += n
	}
	return sizes, total
}

func (t *tables) departmentQuestion(w *survey.Wave, sizes []int) {
	if len(t.departments) == 1 && t.departments[0] == "" {
		return
	}
	q := survey.Question{ID: "department", Text: t.a.Department, Kind: survey.Single, Background: true}
	for _, name := range t.departments {
		q.Answers = append(q.Answers, survey.Answer{Code: name, Label: name})
	}
	column := survey.NewColumn(q, w.Respondents)
	r := 0
	for d, n := range sizes {
		for range n {
			column.Choose(r, d)
			r++
		}
	}
	w.Department = w.Add(q, column)
}

// question lays a question's figures on the respondents of each department. It
// is a Multi where the counts come to more than the base.
func (t *tables) question(w *survey.Wave, i int, sizes []int) {
	source := &t.questions[i]
	q := survey.Question{ID: "q" + itoa(i+1), Text: source.text, Kind: survey.Single}
	for _, name := range source.answers {
		q.Answers = append(q.Answers, survey.Answer{Code: name, Label: name, DontKnow: dontKnow[plain(name)]})
	}
	for d := range source.counts {
		// One too many comes of per cents that were rounded.
		if source.bases[d] > 0 && sumOf(source.counts[d]) > source.bases[d]+float64(len(source.answers)) {
			q.Kind = survey.Multi
		}
	}
	if orders, ok := placeOnScale(source.answers); ok && q.Kind == survey.Single {
		q.Kind = survey.Scale
		for a := range q.Answers {
			q.Answers[a].Order = orders[a]
		}
	}
	column := survey.NewColumn(q, w.Respondents)
	first := 0
	for d, size := range sizes {
		t.lay(&column, q.Kind, source, d, first, size)
		first += size
	}
	w.Add(q, column)
}

func (t *tables) lay(column *survey.Column, kind survey.Kind, source *tableQuestion, d, first, size int) {
	if kind == survey.Multi {
		for r := range int(min(source.bases[d], float64(size))) {
			column.SetState(first+r, survey.Answered)
		}
		for a, n := range source.counts[d] {
			for r := range min(int(n), size) {
				column.Tick(first+r, a)
			}
		}
		return
	}
	r := 0
	for a, n := range source.counts[d] {
		for range int(n) {
			if r < size {
				column.Choose(first+r, a)
				r++
			}
		}
	}
	for ; r < int(source.bases[d]) && r < size; r++ {
		column.SetState(first+r, survey.NoAnswer)
	}
}
