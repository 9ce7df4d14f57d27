package store

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"synlig/data/fault"
	"synlig/data/survey"
	"synlig/data/survey/disclosure"
)

// The codes about surveys.
const (
	SurveyMissing  fault.Code = "survey-missing"
	WaveMissing    fault.Code = "survey-wave-missing"
	WaveDamaged    fault.Code = "survey-wave-damaged" // "question": what is kept is not what was saved
	SurveyUntitled fault.Code = "survey-untitled"
	ProfileMissing fault.Code = "survey-profile-missing" // "name"
	ProfileUnnamed fault.Code = "survey-profile-unnamed"
)

// KeptSurvey is a survey as lists show it, without answers.
type KeptSurvey struct {
	ID      int64
	Title   string
	Created time.Time
	Example bool
	Waves   []KeptWave // by day, the oldest first
}

// KeptWave is a wave as lists show it, without answers.
type KeptWave struct {
	ID                         int64
	Title                      string
	Date                       time.Time
	Saved                      time.Time
	Rows, Invited, Respondents int
	Questions                  int
	Aggregated                 bool
}

// Surveys are all surveys with their waves, the newest first.
func (s *Store) Surveys(ctx context.Context) ([]KeptSurvey, error) {
	var all []KeptSurvey
	err := s.read(ctx, func(tx tx) error {
		at := map[int64]int{}
		err := tx.all("SELECT id, title, created, example FROM survey ORDER BY id DESC", nil, func(scan func(...any) error) error {
			var k KeptSurvey
			var created kept
			err := scan(&k.ID, &k.Title, &created, &k.Example)
			k.Created = created.Time
			at[k.ID] = len(all)
			all = append(all, k)
			return err
		})
		if err != nil {
			return err
		}
		return tx.all(`SELECT survey, id, title, day, saved, "rows", invited, respondents, aggregated,
				(SELECT count(*) FROM survey_question WHERE wave = survey_wave.id)
			FROM survey_wave ORDER BY day, id`, nil, func(scan func(...any) error) error {
			var w KeptWave
			var of int64
			var day, saved kept
			err := scan(&of, &w.ID, &w.Title, &day, &saved, &w.Rows, &w.Invited, &w.Respondents, &w.Aggregated, &w.Questions)
			w.Date, w.Saved = day.Time, saved.Time
			all[at[of]].Waves = append(all[at[of]].Waves, w)
			return err
		})
	})
	return all, err
}

// AddSurvey makes a survey without waves and gives its number. Codes:
// SurveyUntitled.
func (s *Store) AddSurvey(ctx context.Context, title string) (id int64, err error) {
	err = s.write(ctx, func(tx tx) error {
		id, err = tx.addSurvey(title, false)
		return err
	})
	return id, err
}

func (t tx) addSurvey(title string, example bool) (int64, error) {
	title, err := surveyTitle(title)
	if err != nil {
		return 0, err
	}
	return t.insert("INSERT INTO survey (title, created, example) VALUES ($1, $2, $3) RETURNING id",
		title, timeText(t.store.options.Clock()), asInt(example))
}

// longestTitle is the most characters of a title.
const longestTitle = 200

func surveyTitle(title string) (string, error) {
	if title = cutTo(title, longestTitle); title == "" {
		return "", fault.New(SurveyUntitled)
	}
	return title, nil
}

// RenameSurvey gives a survey another title. Codes: SurveyMissing,
// SurveyUntitled.
func (s *Store) RenameSurvey(ctx context.Context, id int64, title string) error {
	title, err := surveyTitle(title)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx tx) error {
		_, err := tx.insert("UPDATE survey SET title = $1 WHERE id = $2 RETURNING id", title, id)
		return noRow(err, SurveyMissing)
	})
}

// RenameWave gives a wave another title and day. Codes: WaveMissing.
func (s *Store) RenameWave(ctx context.Context, id int64, title string, day time.Time) error {
	return s.write(ctx, func(tx tx) error {
		_, err := tx.insert("UPDATE survey_wave SET title = $1, day = $2 WHERE id = $3 RETURNING id", cutTo(title, longestTitle), dayText(day), id)
		return noRow(err, WaveMissing)
	})
}

// DeleteSurvey deletes a survey with all of its waves; their pages in the file
// are written over. Codes: SurveyMissing.
func (s *Store) DeleteSurvey(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx tx) error {
		_, err := tx.insert("DELETE FROM survey WHERE id = $1 RETURNING id", id)
		return noRow(err, SurveyMissing)
	})
}

// DeleteWave deletes a wave; its pages in the file are written over. A survey
// stays when its last wave goes. Codes: WaveMissing.
func (s *Store) DeleteWave(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx tx) error {
		_, err := tx.insert("DELETE FROM survey_wave WHERE id = $1 RETURNING id", id)
		return noRow(err, WaveMissing)
	})
}

// surveyThresholdKey is the setting for the least count that is shown.
const surveyThresholdKey = "survey.threshold"

// The bounds of the threshold: below 3 somebody could find the other of two.
const (
	leastThreshold = 3
	mostThreshold  = 100
)

// SurveyThreshold is the least count that is shown; 5 where the office has set
// none.
func (s *Store) SurveyThreshold(ctx context.Context) (int, error) {
	n, err := s.SettingInt(ctx, surveyThresholdKey, disclosure.Threshold)
	return min(max(n, leastThreshold), mostThreshold), err
}

// SetSurveyThreshold sets the least count that is shown, from 3 to 100.
func (s *Store) SetSurveyThreshold(ctx context.Context, n int) error {
	return s.SetSettingInt(ctx, surveyThresholdKey, min(max(n, leastThreshold), mostThreshold))
}

// SurveyMapping is what somebody said is the same in two waves; the zero
// mapping where nobody did.
func (s *Store) SurveyMapping(ctx context.Context, earlier, later int64) (m survey.Mapping, err error) {
	err = s.read(ctx, func(tx tx) error {
		var text []byte
		found, err := tx.one("SELECT mapping FROM survey_mapping WHERE earlier = $1 AND later = $2", []any{earlier, later}, &text)
		if err != nil || !found {
			return err
		}
		return json.Unmarshal(text, &m)
	})
	return m, err
}

// SaveSurveyMapping keeps what is the same in two waves. Codes: WaveMissing.
func (s *Store) SaveSurveyMapping(ctx context.Context, earlier, later int64, m survey.Mapping) error {
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx tx) error {
		var there int
		if _, err := tx.one("SELECT count(*) FROM survey_wave WHERE id IN ($1, $2)", []any{earlier, later}, &there); err != nil {
			return err
		}
		if there != 2 {
			return fault.New(WaveMissing)
		}
		return tx.exec(`INSERT INTO survey_mapping (earlier, later, mapping) VALUES ($1, $2, $3)
			ON CONFLICT (earlier, later) DO UPDATE SET mapping = excluded.mapping`, earlier, later, string(text))
	})
}

func waveDamaged(cause error, question int) error {
	return fault.Wrap(cause, WaveDamaged, "question", strconv.Itoa(question+1))
}
