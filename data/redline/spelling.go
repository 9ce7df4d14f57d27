package redline

import (
	"strings"
	"unicode/utf8"

	"synlig/data/danish"
)

// endings are what Danish words are inflected by.
var endings = func() map[string]bool {
	set := map[string]bool{"": true}
	for _, e := range strings.Fields("e en et er r n t ene erne ne s es ens ets ers enes ernes nes te ede de ende et ne rne rnes st ste ere est este") {
		set[e] = true
	}
	return set
}()

// longestWord is the number of letters beyond which spelling is not weighed.
const longestWord = 80

// respelled tells whether two words are the same word in another spelling or
// inflection. Short words, and words that differ at the front ("mulig",
// "umulig"), are never taken for the same.
func respelled(a, b string) bool {
	if a[0] != b[0] && a[0] != 'a' && b[0] != 'a' && a[0] < utf8.RuneSelf && b[0] < utf8.RuneSelf {
		return false
	}
	if (oldSpelling(a) || oldSpelling(b)) && spelling.Replace(a) == spelling.Replace(b) {
		return true
	}
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for head > 0 && head < len(a) && !utf8.RuneStart(a[head]) {
		head--
	}
	if utf8.RuneCountInString(a[:head]) < 3 {
		return false
	}
	if inflected(a, b, head) {
		return true
	}
	shorter, longer := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if shorter > longer {
		shorter, longer = longer, shorter
	}
	if longer > longestWord || longer-shorter > 2 {
		return false
	}
	switch distance := danish.Distance(a, b); {
	case shorter >= 10:
		return distance <= 2
	case shorter >= 6:
		return distance <= 1
	}
	return false
}

// spelling lays old and new ways of writing the same letters together.
var spelling = strings.NewReplacer("aa", "å", "é", "e", "-", "", "'", "")

// oldSpelling tells whether spelling has anything to replace in a word.
func oldSpelling(w string) bool {
	return strings.Contains(w, "aa") || strings.Contains(w, "é") || strings.IndexByte(w, '-') >= 0 || strings.IndexByte(w, '\'') >= 0
}

// inflected tells whether the words have a stem in common and known endings.
// The stem is at most as long as what they begin with alike, and a doubled
// consonant may close it (nem, nemme).
func inflected(a, b string, head int) bool {
	for stem := head; stem >= 3 && stem >= head-2; stem-- {
		if endings[a[stem:]] && endings[b[stem:]] {
			return true
		}
		last := a[stem-1]
		if x, y := strings.TrimPrefix(a[stem:], string(last)), strings.TrimPrefix(b[stem:], string(last)); endings[x] && endings[y] && last < utf8.RuneSelf {
			return true
		}
	}
	return false
}
