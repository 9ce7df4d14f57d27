package posts

import (
	"slices"
	"strings"
	"testing"

	"synlig/assets"
)

func builtIn() []Template { return ParseTemplates(string(assets.Read("posts/templates.txt"))) }

func TestTheBuiltInTemplates(t *testing.T) {
	var keys []string
	for _, template := range builtIn() {
		keys = append(keys, template.Key)
		for field, value := range map[string]string{"name": template.Name, "about": template.About, "subject": template.Subject, "text": template.Text, "closing": template.Closing} {
			if value == "" {
				t.Errorf("%s has no %s", template.Key, field)
			}
		}
		if len(OpenSlots(template.Text)) == 0 {
			t.Errorf("%s has no slots", template.Key)
		}
		if strings.Count(template.Start(), "{") != len(OpenSlots(template.Start())) {
			t.Errorf("%s: a brace is no slot", template.Key)
		}
		if !strings.HasSuffix(template.Start(), "\n\n"+template.Closing) {
			t.Errorf("%s does not end in its closing line", template.Key)
		}
	}
	want := []string{"historie", "resultat", "nyhed", "egen-drift", "årsberetning", "konsulentfunktion", "klarret", "whistleblower", "kontakt"}
	if !slices.Equal(keys, want) {
		t.Errorf("templates %v, want %v", keys, want)
	}
}

func TestOpenSlots(t *testing.T) {
	for text, want := range map[string][]Slot{
		"":                                   nil,
		"{}":                                 nil,
		"{ }":                                nil,
		"Hej {navn}!":                        {{"navn", 4, 10}},
		"å{a}{b}":                            {{"a", 1, 4}, {"b", 4, 7}},
		"{ a }":                              {{"a", 0, 5}},
		"{{a}}":                              {{"a", 1, 4}},
		"{a\nb}":                             nil,
		"{a":                                 nil,
		"a}":                                 nil,
		"} {a} {":                            {{"a", 2, 5}},
		"{" + strings.Repeat("x", 200) + "}": nil,
		"👩‍👩‍👧{a}":                           {{"a", 5, 8}},
	} {
		if got := OpenSlots(text); !slices.Equal(got, want) {
			t.Errorf("OpenSlots(%q) = %v, want %v", text, got, want)
		}
	}
}
