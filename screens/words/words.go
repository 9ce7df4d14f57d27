// Package words is the one look-up of what people read, for window and console
// alike. The words stand in assets/translations; this package only chooses the
// language and puts values in, and writes and reads days. It knows no Fyne: the
// shell hands Toolkit's bytes to Fyne under the system's own locale, so that
// Danish holds everywhere.
package words

import (
	"encoding/json"
	"errors"
	"strings"
	"sync/atomic"

	"synlig/assets"
	"synlig/data/fault"
)

// The languages there are. Danish is the default under every locale.
const (
	Danish  = "da"
	English = "en"
)

var current atomic.Pointer[string]

// Use chooses the language; anything but English is Danish.
func Use(language string) {
	if language != English {
		language = Danish
	}
	current.Store(&language)
}

// Language is the language in use.
func Language() string {
	if l := current.Load(); l != nil {
		return *l
	}
	return Danish
}

// Text is the words for key ("section.key") with {name} replaced by the value
// that follows name in pairs.
func Text(key string, pairs ...string) string {
	return assets.Translations(Language()).Text(key, pairs...)
}

// Count is the words for n things: key+".one" or key+".other", with {n}.
func Count(key string, n int, pairs ...string) string {
	return assets.Translations(Language()).Count(key, n, pairs...)
}

// Fault is what a person is told of err: what happened, what it means for the
// work, what to do. An error without a code, or with one that has no words,
// gets the words for the unexpected.
func Fault(err error) string {
	var coded *fault.Error
	if errors.As(err, &coded) {
		key := "fault." + string(coded.Code)
		pairs := make([]string, 0, 2*len(coded.Args))
		for name, value := range coded.Args {
			pairs = append(pairs, name, value)
		}
		if text := Text(key, pairs...); text != key {
			return text
		}
	}
	return Text("fault.internal")
}

// Toolkit is the section "fyne" of the language in use as the JSON that Fyne's
// lang.AddTranslationsForLocale takes.
func Toolkit() []byte {
	own := map[string]string{}
	for key, text := range assets.Translations(Language()) {
		if name, ok := strings.CutPrefix(key, "fyne."); ok {
			own[name] = text
		}
	}
	bytes, err := json.Marshal(own)
	if err != nil {
		panic(err) // strings always marshal
	}
	return bytes
}
