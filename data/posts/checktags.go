package posts

import "unicode"

// tagging looks at hashtags: too many, and several words run together in small
// letters, which a screen reader reads as one.
func (c *checking) tagging() {
	tags := c.text.hashtags()
	if c.settings.Hashtags > 0 && len(tags) > c.settings.Hashtags {
		over := tags[c.settings.Hashtags]
		h := c.at(HintHashtags, Advice, over[0], tags[len(tags)-1][1])
		h.Args = map[string]string{"count": number(len(tags)), "limit": number(c.settings.Hashtags)}
		c.say(h)
	}
	for _, tag := range tags {
		if runes := c.text.runes[tag[0]+1 : tag[1]]; len(runes) > longOneWord && !mixed(runes) {
			c.say(c.at(HintHashtagCase, Advice, tag[0], tag[1], Mend{Do: GoTo, From: tag[0], To: tag[1]}))
		}
	}
}

// longOneWord is the most letters of a hashtag that may well be one word.
const longOneWord = 12

// mixed tells whether a capital follows a small letter or a digit.
func mixed(runes []rune) bool {
	for i := 1; i < len(runes); i++ {
		if unicode.IsUpper(runes[i]) && !unicode.IsUpper(runes[i-1]) {
			return true
		}
	}
	return false
}

// hashtags are the places of hashtags, the "#" included. One begins behind
// white space or a bracket, and holds a letter.
func (t text) hashtags() (places [][2]int) {
	for i := 0; i < len(t.runes); i++ {
		if t.runes[i] != '#' || i > 0 && (wordly(t.runes[i-1]) || t.runes[i-1] == '/' || t.runes[i-1] == '#' || t.runes[i-1] == '&') {
			continue
		}
		end, letters := i+1, false
		for end < len(t.runes) && (wordly(t.runes[end]) || t.runes[end] == '_') {
			letters = letters || unicode.IsLetter(t.runes[end])
			end++
		}
		if letters {
			places = append(places, [2]int{i, end})
			i = end - 1
		}
	}
	return places
}
