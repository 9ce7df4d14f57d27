package moderation

import (
	"encoding/json"
	"strconv"

	"synlig/data/fault"
)

// ContentInvalid says that a kept checklist or set of templates cannot be read.
const ContentInvalid fault.Code = "rules-unreadable"

// checklistContent and templateContent are the sets as JSON, in assets/rules
// and in the workspace.
type checklistContent struct {
	Questions []Question `json:"questions"`
}

type templateContent struct {
	Templates []Template `json:"templates"`
}

// Content is the checklist as JSON, the same bytes for the same questions.
func (c Checklist) Content() []byte { return content(checklistContent{c.Questions}) }

// Content is the set as JSON, the same bytes for the same templates.
func (s TemplateSet) Content() []byte { return content(templateContent{s.Templates}) }

func content(value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // plain structs of text and numbers
	}
	return data
}

// ReadChecklist reads a checklist from JSON. Its hash is that of its content
// however the JSON was written. Codes: ContentInvalid and those of Check.
func ReadChecklist(data []byte) (Checklist, error) {
	var read checklistContent
	if err := json.Unmarshal(data, &read); err != nil {
		return Checklist{}, fault.Wrap(err, ContentInvalid)
	}
	c := Checklist{Questions: read.Questions}
	if err := c.Check(); err != nil {
		return Checklist{}, err
	}
	c.Hash = TextHash(string(c.Content()))
	return c, nil
}

// ReadTemplates reads a set of templates from JSON, as ReadChecklist does.
func ReadTemplates(data []byte) (TemplateSet, error) {
	var read templateContent
	if err := json.Unmarshal(data, &read); err != nil {
		return TemplateSet{}, fault.Wrap(err, ContentInvalid)
	}
	s := TemplateSet{Templates: read.Templates}
	if err := s.Check(); err != nil {
		return TemplateSet{}, err
	}
	s.Hash = TextHash(string(s.Content()))
	return s, nil
}

func itoa(n int) string { return strconv.Itoa(n) }
