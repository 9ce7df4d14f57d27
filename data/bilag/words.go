package bilag

import (
	"strconv"
	"strings"

	"synlig/assets"
)

// word is one of the papers' words.
func word(key string) string { return text(key) }

// text is one of the papers' sentences with {names} replaced.
func text(key string, pairs ...string) string {
	return assets.Translations("da").Text("paper."+key, pairs...)
}

// count is a sentence for n things, in the singular or plural.
func count(key string, n int, pairs ...string) string {
	return assets.Translations("da").Count("paper."+key, n, pairs...)
}

// enumerate writes ascending numbers as a sentence does, three or more in a row
// as a range: "2, 5–8 og 11".
func enumerate(numbers []int) string {
	var words []string
	for i := 0; i < len(numbers); {
		end := i + 1
		for end < len(numbers) && numbers[end] == numbers[end-1]+1 {
			end++
		}
		if end-i < 3 {
			end = i + 1
			words = append(words, strconv.Itoa(numbers[i]))
		} else {
			words = append(words, strconv.Itoa(numbers[i])+"–"+strconv.Itoa(numbers[end-1]))
		}
		i = end
	}
	return join(words)
}

// join puts words together as a sentence does: "a, b og c".
func join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + word("and") + " " + words[last]
}
