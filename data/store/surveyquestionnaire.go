package store

import (
	"context"
	"encoding/json"

	"synlig/assets"
	"synlig/data/survey"
)

const questionnaireKey = "survey.questionnaire"

// BuiltInQuestionnaire is the program's questionnaire, which the office corrects
// before it is used.
func BuiltInQuestionnaire() survey.Questionnaire {
	q, err := survey.ReadQuestionnaire(assets.Read("survey/questionnaire.json"))
	if err != nil { // it is the program's own, and a test reads it
		panic("survey/questionnaire.json: " + err.Error())
	}
	return q
}

// Questionnaire is the questionnaire with the office's corrections, and whether
// there are any. Codes: those of survey.ReadQuestionnaire.
func (s *Store) Questionnaire(ctx context.Context) (q survey.Questionnaire, own bool, err error) {
	text, own, err := s.Setting(ctx, questionnaireKey)
	if err != nil || !own || text == "" {
		return BuiltInQuestionnaire(), false, err
	}
	q, err = survey.ReadQuestionnaire([]byte(text))
	return q, true, err
}

// SaveQuestionnaire keeps the office's questionnaire. Codes: those of
// survey.Questionnaire.Check.
func (s *Store) SaveQuestionnaire(ctx context.Context, q survey.Questionnaire) error {
	if err := q.Check(); err != nil {
		return err
	}
	text, err := json.Marshal(q)
	if err != nil {
		return err
	}
	return s.SetSetting(ctx, questionnaireKey, string(text))
}

// ResetQuestionnaire brings the program's questionnaire back.
func (s *Store) ResetQuestionnaire(ctx context.Context) error {
	return s.SetSetting(ctx, questionnaireKey, "")
}
