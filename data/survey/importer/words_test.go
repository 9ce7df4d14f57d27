package importer

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"synlig/assets"
)

// Every finding and every error of this package has words in both languages,
// and the words name no value that the code does not give.
func TestEveryCodeHasItsWords(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var source strings.Builder
	for _, name := range append(files, "sav/sav.go", "../questionnaire.go", "../../tabular/workbook.go", "../../tabular/xlsxread.go", "../../tabular/scanner.go") {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		source.Write(text)
	}
	finding := regexp.MustCompile(`(?:e\.found|r\.note|raw\.note|b\.raw\.note)\((?:true|false|[^"\n]*), "([a-z-]+)"|m\.warn\("([a-z-]+)"|m\.lost\([^"\n]*"([a-z-]+)"|\{counts\.[^"\n]*"([a-z-]+)"`)
	failing := regexp.MustCompile(`fault\.New\("([a-z-]+)"|fault\.Wrap\([a-zA-Z]+, "([a-z-]+)"|fault\.Code = "([a-z-]+)"|return "(questionnaire-[a-z]+)"`)
	for section, pattern := range map[string]*regexp.Regexp{"survey-import.": finding, "fault.": failing} {
		seen := 0
		for _, match := range pattern.FindAllStringSubmatch(source.String(), -1) {
			code := strings.Join(match[1:], "")
			if code == "count" { // the code stands in a table
				continue
			}
			for _, language := range []string{"da", "en"} {
				if key := section + code; assets.Translations(language).Text(key) == key {
					t.Errorf("%s has no words for %s", language, key)
				}
			}
			seen++
		}
		if seen < 15 {
			t.Errorf("%s: only %d codes were found: the test looks in vain", section, seen)
		}
	}
	for _, reason := range reasons {
		if key := "survey-import.reason-" + reason; assets.Translations("da").Text(key) == key {
			t.Errorf("no words for %s", key)
		}
	}
}
