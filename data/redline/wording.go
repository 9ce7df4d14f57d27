package redline

import "strings"

// sameLetters tells whether the words differ only in capitals, hyphens, and in
// being written together or apart.
func sameLetters(a, b []term) bool {
	i, j, x, y := 0, 0, "", ""
	for {
		for x == "" && i < len(a) {
			x, i = a[i].text, i+1
		}
		for y == "" && j < len(b) {
			y, j = b[j].text, j+1
		}
		x, y = strings.TrimPrefix(x, "-"), strings.TrimPrefix(y, "-")
		switch {
		case x == "" && y == "":
			if i == len(a) && j == len(b) {
				return true
			}
		case x == "" && i < len(a) || y == "" && j < len(b): // a hyphen stood last
		case x == "" || y == "" || x[0] != y[0]:
			return false
		default:
			x, y = x[1:], y[1:]
		}
	}
}

// longest wording that is looked at word by word.
const manyWords = 60

// sameWording aligns the words and tells whether each of them stays, is spelled
// or inflected differently, or is a joint that came, went or was exchanged.
func sameWording(a, b []term) bool {
	switch joined := countJoints(a) + countJoints(b); {
	case len(a) > manyWords || len(b) > manyWords || abs(len(a)-len(b)) > joined:
		return false
	case joined == 0 && len(a) == len(b): // word for word
		for k := range a {
			if a[k].text != b[k].text && !respelled(a[k].text, b[k].text) {
				return false
			}
		}
		return true
	}
	// fits[i][j] tells whether a[i:] can become b[j:] so.
	fits := make([][]bool, len(a)+1)
	for i := len(a); i >= 0; i-- {
		fits[i] = make([]bool, len(b)+1)
		for j := len(b); j >= 0; j-- {
			switch {
			case i == len(a) && j == len(b):
				fits[i][j] = true
			case i < len(a) && j < len(b) && fits[i+1][j+1] && (a[i].text == b[j].text || respelled(a[i].text, b[j].text)):
				fits[i][j] = true
			case i < len(a) && a[i].burden == joint && fits[i+1][j], j < len(b) && b[j].burden == joint && fits[i][j+1]:
				fits[i][j] = true
			}
		}
	}
	return fits[0][0]
}

func countJoints(terms []term) int {
	n := 0
	for _, w := range terms {
		if w.burden == joint {
			n++
		}
	}
	return n
}
