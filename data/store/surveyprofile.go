package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"synlig/data/fault"
	"synlig/data/survey"
	"synlig/data/survey/importer"
)

// SurveyProfiles are the profiles that files are imported by, by name.
func (s *Store) SurveyProfiles(ctx context.Context) ([]importer.Profile, error) {
	var all []importer.Profile
	err := s.read(ctx, func(tx tx) error {
		return tx.all("SELECT name, profile FROM survey_profile ORDER BY name", nil, func(scan func(...any) error) error {
			var name string
			var text []byte
			if err := scan(&name, &text); err != nil {
				return err
			}
			var p importer.Profile
			if err := json.Unmarshal(text, &p); err != nil {
				return err
			}
			p.Name = name
			all = append(all, p)
			return nil
		})
	})
	return all, err
}

// SaveSurveyProfile keeps a profile under its name, in place of one of the same
// name. Codes: ProfileUnnamed.
func (s *Store) SaveSurveyProfile(ctx context.Context, p importer.Profile) error {
	return s.saveNamed(ctx, "survey_profile", "profile", p.Name, p)
}

// DeleteSurveyProfile deletes a profile. Codes: ProfileMissing.
func (s *Store) DeleteSurveyProfile(ctx context.Context, name string) error {
	return s.write(ctx, func(tx tx) error {
		var gone string
		found, err := tx.one("DELETE FROM survey_profile WHERE name = $1 RETURNING name", []any{name}, &gone)
		if err == nil && !found {
			err = fault.New(ProfileMissing, "name", name)
		}
		return err
	})
}

// Frame is the departments' staff numbers under a name ("Personale 2026").
type Frame struct {
	Name        string
	Departments []survey.Department
}

// Frames are the staff numbers that were kept, by name.
func (s *Store) Frames(ctx context.Context) ([]Frame, error) {
	var all []Frame
	err := s.read(ctx, func(tx tx) error {
		return tx.all("SELECT name, staff FROM survey_frame ORDER BY name", nil, func(scan func(...any) error) error {
			var f Frame
			var text []byte
			if err := scan(&f.Name, &text); err != nil {
				return err
			}
			if err := json.Unmarshal(text, &f.Departments); err != nil {
				return err
			}
			all = append(all, f)
			return nil
		})
	})
	return all, err
}

// SaveFrame keeps staff numbers under their name. Codes: ProfileUnnamed.
func (s *Store) SaveFrame(ctx context.Context, f Frame) error {
	return s.saveNamed(ctx, "survey_frame", "staff", f.Name, f.Departments)
}

// DeleteFrame deletes staff numbers; waves keep their own.
func (s *Store) DeleteFrame(ctx context.Context, name string) error {
	return s.write(ctx, func(tx tx) error { return tx.exec("DELETE FROM survey_frame WHERE name = $1", name) })
}

// saveNamed keeps something as JSON under a name. table and field are ours.
func (s *Store) saveNamed(ctx context.Context, table, field, name string, content any) error {
	const longestName = 100
	if name = cutTo(name, longestName); name == "" {
		return fault.New(ProfileUnnamed)
	}
	text, err := json.Marshal(content)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx tx) error {
		return tx.exec("INSERT INTO "+table+" (name, "+field+", changed) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET "+
			field+" = excluded."+field+", changed = excluded.changed", name, string(text), timeText(s.options.Clock()))
	})
}

// TextTags are what people called the free texts of a question.
type TextTags struct{ byText map[string][]string }

// Of are a text's tags, by the alphabet. The text must be as the store gives it.
func (t TextTags) Of(text string) []string { return t.byText[textKey(text)] }

// Counts are how many different texts have each tag.
func (t TextTags) Counts() map[string]int {
	counts := map[string]int{}
	for _, tags := range t.byText {
		for _, tag := range tags {
			counts[tag]++
		}
	}
	return counts
}

// textKey names a text without saying what stands in it or who wrote it.
func textKey(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// SurveyTags are the tags on the free texts of a wave's question.
func (s *Store) SurveyTags(ctx context.Context, wave int64, question string) (TextTags, error) {
	t := TextTags{map[string][]string{}}
	err := s.read(ctx, func(tx tx) error {
		return tx.all("SELECT text, tag FROM survey_tag WHERE wave = $1 AND question = $2 ORDER BY text, tag", []any{wave, question}, func(scan func(...any) error) error {
			var text, tag string
			err := scan(&text, &tag)
			t.byText[text] = append(t.byText[text], tag)
			return err
		})
	})
	return t, err
}

// longestTag is the most characters of a tag.
const longestTag = 60

// TagText puts a tag on a free text of a wave's question, or takes it off. The
// same words written by others get it too. Codes: WaveMissing, ProfileUnnamed
// for a tag without letters.
func (s *Store) TagText(ctx context.Context, wave int64, question, text, tag string, on bool) error {
	if tag = cutTo(tag, longestTag); tag == "" {
		return fault.New(ProfileUnnamed)
	}
	rules, err := s.danishRules(ctx)
	if err != nil {
		return err
	}
	tag = maskRed(rules, tag)
	return s.write(ctx, func(tx tx) error {
		var there int
		if _, err := tx.one("SELECT count(*) FROM survey_question WHERE wave = $1 AND id = $2", []any{wave, question}, &there); err != nil {
			return err
		}
		if there == 0 {
			return fault.New(WaveMissing)
		}
		if !on {
			return tx.exec("DELETE FROM survey_tag WHERE wave = $1 AND question = $2 AND text = $3 AND tag = $4", wave, question, textKey(text), tag)
		}
		return tx.exec("INSERT INTO survey_tag (wave, question, text, tag) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", wave, question, textKey(text), tag)
	})
}
