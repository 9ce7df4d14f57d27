package posts

import "unicode"

// text is a text in runes: all places that hints name are counted in them.
type text struct{ runes []rune }

func newText(s string) text { return text{[]rune(s)} }

func wordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// marked are the places of masked personal data: marks with nothing but the
// signs between that danish.Mask leaves.
func (t text) marked() (places [][2]int) {
	for i := 0; i < len(t.runes); i++ {
		if t.runes[i] != '•' {
			continue
		}
		end, marks := i, 0
		for j := i; j < len(t.runes); j++ {
			switch t.runes[j] {
			case '•':
				end, marks = j+1, marks+1
				continue
			case '-', '–', '@', '.', ' ':
				if j-end < 2 {
					continue
				}
			}
			break
		}
		if marks >= 3 {
			places = append(places, [2]int{i, end})
		}
		i = max(i, end-1)
	}
	return places
}
