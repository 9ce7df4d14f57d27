package settings

import (
	"context"
	"strings"

	"synlig/data/danish"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
)

// wordsCard is the lists of words that texts are looked through with.
type wordsCard struct {
	*written
	object fyne.CanvasObject
}

func newWordsCard(p *Page) *wordsCard {
	var texts []ownText
	for _, list := range danish.AllLists {
		texts = append(texts, wordList(p, list))
	}
	c := &wordsCard{written: newWritten(p, texts)}
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.words")),
		kit.NewQuiet(words.Text("settings.words-text")),
		c.written.object,
		kit.NewQuiet(words.Text("settings.words-when"))))
	return c
}

func (c *wordsCard) content() fyne.CanvasObject { return c.object }

func wordList(p *Page, list danish.List) ownText {
	ctx := context.Background()
	return ownText{
		name:    words.WordListName(list),
		about:   words.Text("settings.list-" + string(list)),
		read:    func() (string, bool, error) { return p.desk.Store().WordList(ctx, list) },
		save:    func(text string) error { return p.desk.Store().SaveWordList(ctx, list, text) },
		reset:   func() error { return p.desk.Store().ResetWordList(ctx, list) },
		differs: func(text string) string { return differences(store.BuiltInWordList(list), text) },
	}
}

// mostShown is how many differing lines are named.
const mostShown = 3

// differences says which lines of a list are new and which are gone.
func differences(before, after string) string {
	added, gone := apart(danish.ListLines(before), danish.ListLines(after))
	if len(added)+len(gone) == 0 {
		return words.Text("settings.lines-same")
	}
	var says []string
	for _, part := range []struct {
		key   string
		lines []string
	}{{"settings.lines-new", added}, {"settings.lines-gone", gone}} {
		if n := len(part.lines); n > 0 {
			named := strings.Join(part.lines[:min(n, mostShown)], " · ")
			if n > mostShown {
				named += " · …"
			}
			says = append(says, words.Count(part.key, n, "lines", named))
		}
	}
	return strings.Join(says, "\n")
}

// apart are the lines that only after has, and those that only before has.
func apart(before, after []string) (added, gone []string) {
	count := map[string]int{}
	for _, line := range before {
		count[line]++
	}
	for _, line := range after {
		if count[line]--; count[line] < 0 {
			added = append(added, line)
		}
	}
	for _, line := range before {
		if count[line]--; count[line] >= 0 {
			gone = append(gone, line)
		}
	}
	return added, gone
}
