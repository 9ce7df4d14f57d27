package shell

import (
	"synlig/screens/words"

	"fyne.io/fyne/v2/lang"
)

// useLanguage chooses the words, Fyne's own included: they are handed over
// under the system locale's name, so that they hold whatever the locale is.
func (w *Window) useLanguage(language string) {
	words.Use(language)
	if err := lang.AddTranslationsForLocale(words.Toolkit(), lang.SystemLocale()); err != nil {
		w.log.Error("the toolkit's words", "error", err)
	}
}

// Language is the language in use: words.Danish or words.English.
func (w *Window) Language() string { return words.Language() }

// SetLanguage changes the language at once: texts are saved, every room is made
// anew with its words in the new language, and the room in front stays.
func (w *Window) SetLanguage(language string) {
	if language == words.Language() || w.working() {
		return
	}
	if err := w.saveAll(); err != nil {
		w.Fail(err) // the room keeps its text, so the language waits
		return
	}
	w.app.Preferences().SetString(prefLanguage, language)
	key, savedAt := w.front.page.Key(), w.status.savedAt
	w.closeRooms()
	w.useLanguage(language)
	w.furnish()
	w.status.savedAt = savedAt
	w.status.who()
	w.Show(key)
}
