package bilag

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"synlig/assets"
)

// TestWords looks for words that the papers use and that are missing, and for
// words that nothing uses.
func TestWords(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	source := ""
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		source += string(data)
	}
	danish, english := assets.Translations("da"), assets.Translations("en")
	for _, use := range regexp.MustCompile(`\b(word|text|count)\("([a-zA-Z.]+)"`).FindAllStringSubmatch(source, -1) {
		keys := []string{"paper." + use[2]}
		switch {
		case use[1] == "count":
			keys = []string{keys[0] + ".one", keys[0] + ".other"}
		case strings.HasSuffix(use[2], "."): // a family: word("kind." + name)
			continue
		}
		for _, key := range keys {
			if danish[key] == "" || english[key] == "" {
				t.Errorf("%s has no words in both languages", key)
			}
		}
	}
	for key := range danish {
		name, ours := strings.CutPrefix(key, "paper.")
		if !ours {
			continue
		}
		family, _, _ := strings.Cut(name, ".")
		if !strings.Contains(source, `"`+family) {
			t.Errorf("nothing uses %s", key)
		}
		if slots(danish[key]) != slots(english[key]) {
			t.Errorf("%s has %s in Danish and %s in English", key, slots(danish[key]), slots(english[key]))
		}
	}
}

// slots are the {names} in a sentence.
func slots(sentence string) string {
	return strings.Join(regexp.MustCompile(`\{\w+\}`).FindAllString(sentence, -1), "")
}
