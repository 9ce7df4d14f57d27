package survey

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/screens/kit"
	"synlig/screens/words"
)

func number(n int) string { return strconv.Itoa(n) }

// count is the room's words for n things.
func count(key string, n int, pairs ...string) string {
	return words.Count("survey."+key, n, pairs...)
}

// caption is a small quiet line over a field, in line with the words within it.
func caption(text string) fyne.CanvasObject { return kit.Padded(0, kit.Between, kit.NewCaption(text)) }

// wide gives a field a width of its own, with its caption above.
func wide(width float32, label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Wide(width, field(label, o))
}

// field is something to choose or write in, with its caption above.
func field(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(0, caption(label), boxed(o))
}

// boxed draws an edge round a list that folds out, as fields have one.
func boxed(o fyne.CanvasObject) fyne.CanvasObject {
	if _, ok := o.(*kit.Select); !ok {
		return o
	}
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorOutline, 6), o)
}

// fileName makes a name for a file of some words.
func fileName(words string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`+"\n\t", r) {
			return -1
		}
		return r
	}, words)
	runes := []rune(strings.Join(strings.Fields(clean), " "))
	return strings.TrimRight(string(runes[:min(len(runes), 80)]), " .")
}
