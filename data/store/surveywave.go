package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"synlig/data/fault"
	"synlig/data/survey"
)

// noRow turns "no row" into a code of ours.
func noRow(err error, code fault.Code) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fault.New(code)
	}
	return err
}

// cutTo trims text and cuts it to n characters.
func cutTo(text string, n int) string {
	runes := []rune(strings.TrimSpace(text))
	return strings.TrimSpace(string(runes[:min(len(runes), n)]))
}

// keptQuestion is a question as JSON in survey_question.
type keptQuestion struct {
	Text       string          `json:"text"`
	Kind       string          `json:"kind"`
	Answers    []survey.Answer `json:"answers,omitempty"`
	Route      survey.Route    `json:"route,omitzero"`
	Background bool            `json:"background,omitempty"`
	Unclear    bool            `json:"unclear,omitempty"`
}

// SaveWave keeps a wave and gives its number. of is the survey it belongs to; 0
// makes a new one with the wave's title. Personal data in free texts and in
// answers is masked before anything is written; w itself is not changed.
// Codes: SurveyMissing, SurveyUntitled.
func (s *Store) SaveWave(ctx context.Context, of int64, w *survey.Wave) (id int64, err error) {
	id, err = s.saveWave(ctx, of, w, false)
	return id, err
}

func (s *Store) saveWave(ctx context.Context, of int64, w *survey.Wave, example bool) (id int64, err error) {
	packed, err := s.packWave(ctx, w)
	if err != nil {
		return 0, s.coded(ctx, err)
	}
	err = s.write(ctx, func(tx tx) error {
		if of == 0 {
			if of, err = tx.addSurvey(w.Title, example); err != nil {
				return err
			}
		}
		var there int
		if _, err := tx.one("SELECT count(*) FROM survey WHERE id = $1", []any{of}, &there); err != nil {
			return err
		}
		if there == 0 {
			return fault.New(SurveyMissing)
		}
		id, err = tx.insertWave(of, w, packed)
		return err
	})
	return id, err
}

// packedWave is a wave as it goes into the tables.
type packedWave struct {
	staff, weights []byte
	questions      []packedQuestion
}

type packedQuestion struct {
	id             string
	question, data []byte
}

// packWave does the long work before the transaction, so that nobody waits for
// it.
func (s *Store) packWave(ctx context.Context, w *survey.Wave) (packed packedWave, err error) {
	rules, err := s.danishRules(ctx)
	if err != nil {
		return packed, err
	}
	staff := w.Staff
	if staff == nil {
		staff = []int{}
	}
	if packed.staff, err = json.Marshal(staff); err != nil {
		return packed, err
	}
	if packed.weights, err = packWeights(w.Weights); err != nil {
		return packed, err
	}
	for i := range w.Questions {
		if err := ctx.Err(); err != nil {
			return packed, err
		}
		q, column := maskQuestion(rules, w.Questions[i], w.Columns[i])
		data, err := packColumn(&column)
		if err != nil {
			return packed, err
		}
		text, err := questionJSON(q)
		if err != nil {
			return packed, err
		}
		packed.questions = append(packed.questions, packedQuestion{q.ID, text, data})
	}
	return packed, nil
}

func questionJSON(q survey.Question) ([]byte, error) {
	return json.Marshal(keptQuestion{q.Text, q.Kind.String(), q.Answers, q.Route, q.Background, q.Unclear})
}

func (t tx) insertWave(of int64, w *survey.Wave, packed packedWave) (int64, error) {
	id, err := t.insert(`INSERT INTO survey_wave (survey, title, day, "rows", invited, respondents, department, staff, weights, aggregated, saved)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
		of, cutTo(w.Title, longestTitle), dayText(w.Date), w.Rows, w.Invited, w.Respondents, w.Department,
		string(packed.staff), packed.weights, asInt(w.Aggregated), timeText(t.store.options.Clock()))
	if err != nil {
		return 0, err
	}
	for i, q := range packed.questions {
		if err := t.exec("INSERT INTO survey_question (wave, position, id, question, data) VALUES ($1, $2, $3, $4, $5)",
			id, i, q.id, string(q.question), q.data); err != nil {
			return 0, err
		}
	}
	return id, nil
}

// Wave is a wave with everybody's answers. Codes: WaveMissing, WaveDamaged.
func (s *Store) Wave(ctx context.Context, id int64) (w *survey.Wave, err error) {
	err = s.read(ctx, func(tx tx) error {
		w, err = tx.wave(id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return w, nil
}

// Survey is a survey with all of its waves, the oldest first. Codes:
// SurveyMissing, WaveDamaged.
func (s *Store) Survey(ctx context.Context, id int64) (all survey.Survey, err error) {
	err = s.read(ctx, func(tx tx) error {
		found, err := tx.one("SELECT title FROM survey WHERE id = $1", []any{id}, &all.Title)
		if err == nil && !found {
			err = fault.New(SurveyMissing)
		}
		if err != nil {
			return err
		}
		var waves []int64
		err = tx.all("SELECT id FROM survey_wave WHERE survey = $1 ORDER BY day, id", []any{id}, func(scan func(...any) error) error {
			waves = append(waves, 0)
			return scan(&waves[len(waves)-1])
		})
		if err != nil {
			return err
		}
		for _, id := range waves {
			w, err := tx.wave(id)
			if err != nil {
				return err
			}
			all.Waves = append(all.Waves, w)
		}
		return nil
	})
	return all, err
}

// mostRespondents keeps a damaged file from asking for all memory.
const mostRespondents = 100_000_000

func (t tx) wave(id int64) (*survey.Wave, error) {
	w := &survey.Wave{}
	var staff, weights []byte
	var day kept
	found, err := t.one(`SELECT title, day, "rows", invited, respondents, department, staff, weights, aggregated FROM survey_wave WHERE id = $1`,
		[]any{id}, &w.Title, &day, &w.Rows, &w.Invited, &w.Respondents, &w.Department, &staff, &weights, &w.Aggregated)
	if err == nil && !found {
		err = fault.New(WaveMissing)
	}
	if err != nil {
		return nil, err
	}
	w.Date = day.Time
	if err := json.Unmarshal(staff, &w.Staff); err != nil || w.Respondents > mostRespondents {
		return nil, waveDamaged(err, -1)
	}
	if len(w.Staff) == 0 {
		w.Staff = nil
	}
	if w.Weights, err = unpackWeights(w.Respondents, weights); err != nil {
		return nil, waveDamaged(err, -1)
	}
	err = t.all("SELECT id, question, data FROM survey_question WHERE wave = $1 ORDER BY position", []any{id}, func(scan func(...any) error) error {
		var id string
		var text, data []byte
		if err := scan(&id, &text, &data); err != nil {
			return err
		}
		q, err := readQuestion(id, text)
		if err != nil {
			return waveDamaged(err, len(w.Questions))
		}
		column, err := unpackColumn(q, w.Respondents, data)
		if err != nil {
			return waveDamaged(err, len(w.Questions))
		}
		w.Add(q, column)
		return nil
	})
	if err == nil && w.Department >= len(w.Questions) {
		err = waveDamaged(nil, w.Department)
	}
	return w, err
}

func readQuestion(id string, text []byte) (survey.Question, error) {
	var k keptQuestion
	if err := json.Unmarshal(text, &k); err != nil {
		return survey.Question{}, err
	}
	kind, known := survey.KindNamed(k.Kind)
	if !known || len(k.Answers) > 60_000 {
		return survey.Question{}, errPacked
	}
	return survey.Question{ID: id, Text: k.Text, Kind: kind, Answers: k.Answers, Route: k.Route, Background: k.Background, Unclear: k.Unclear}, nil
}

// SetWaveFrame gives a wave's departments their staff numbers; see
// survey.Wave.SetFrame for what is done with names that nobody answered from,
// which come back. Codes: WaveMissing, WaveDamaged.
func (s *Store) SetWaveFrame(ctx context.Context, id int64, frame []survey.Department) (unseen []string, err error) {
	err = s.write(ctx, func(tx tx) error {
		w, err := tx.wave(id)
		if err != nil {
			return err
		}
		unseen = w.SetFrame(frame)
		staff, err := json.Marshal(append([]int{}, w.Staff...))
		if err != nil {
			return err
		}
		if err := tx.exec("UPDATE survey_wave SET staff = $1, invited = $2 WHERE id = $3", string(staff), w.Invited, id); err != nil {
			return err
		}
		if w.Department < 0 {
			return nil
		}
		return tx.updateQuestion(id, w, w.Department)
	})
	return unseen, err
}

// updateQuestion writes a question and its answers anew: more answers may take
// wider cells.
func (t tx) updateQuestion(id int64, w *survey.Wave, at int) error {
	q := w.Questions[at]
	column := survey.NewColumn(q, w.Respondents)
	old := &w.Columns[at]
	for r := range w.Respondents {
		if answer := old.Answer(r); answer >= 0 {
			column.Choose(r, answer)
		} else {
			column.SetState(r, old.State(r))
		}
	}
	data, err := packColumn(&column)
	if err != nil {
		return err
	}
	text, err := questionJSON(q)
	if err != nil {
		return err
	}
	return t.exec("UPDATE survey_question SET question = $1, data = $2 WHERE wave = $3 AND position = $4", string(text), data, id, at)
}

// SaveExampleSurvey keeps the example office's survey, marked as an example.
func (s *Store) SaveExampleSurvey(ctx context.Context, title string, waves []*survey.Wave) error {
	var of int64
	err := s.write(ctx, func(tx tx) (err error) {
		of, err = tx.addSurvey(title, true)
		return err
	})
	for _, w := range waves {
		if err == nil {
			_, err = s.saveWave(ctx, of, w, true)
		}
	}
	return err
}
