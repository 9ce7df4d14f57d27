package assets

import (
	"encoding/json"
	"strconv"
	"strings"
	"sync"
)

// Translation is all words of one language: "section.key" → text with {names}.
type Translation map[string]string

// Translations reads translations/<language>.json once. The file is sections
// of keys; the section "fyne" holds the toolkit's own keys.
var Translations = func() func(language string) Translation {
	var mu sync.Mutex
	read := map[string]Translation{}
	return func(language string) Translation {
		mu.Lock()
		defer mu.Unlock()
		if t, ok := read[language]; ok {
			return t
		}
		var sections map[string]map[string]string
		if err := json.Unmarshal(Read("translations/"+language+".json"), &sections); err != nil {
			panic("translations/" + language + ".json: " + err.Error())
		}
		t := Translation{}
		for section, keys := range sections {
			for key, text := range keys {
				t[section+"."+key] = text
			}
		}
		read[language] = t
		return t
	}
}()

// Text is the words for key ("section.key") with {name} replaced by the value
// that follows name in pairs. A missing key comes back as itself, so that it
// is seen; a test looks for missing keys.
func (t Translation) Text(key string, pairs ...string) string {
	text, ok := t[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// Count is Text for key+".one" when n is 1, else key+".other", with {n}
// replaced by n written with a full stop between thousands.
func (t Translation) Count(key string, n int, pairs ...string) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return t.Text(key+form, append([]string{"n", Number(n)}, pairs...)...)
}

// Number writes n in the Danish way: 1.234.567.
func Number(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return sign + s
}
