package tabular

import (
	"strconv"
	"strings"
)

// longestName is the most characters in a sheet's name (Excel counts UTF-16
// units; our names have no characters that take two).
const longestName = 31

// sheetNames are names that Excel takes: not empty, without \ / ? * [ ] : or
// an apostrophe at the ends, at most 31 characters, and no two alike.
func sheetNames(sheets []Sheet) []string {
	taken := map[string]bool{}
	names := make([]string, len(sheets))
	for i, sheet := range sheets {
		plain := strings.Map(func(r rune) rune {
			if strings.ContainsRune(`\/?*[]:`, r) || r < ' ' || r > 0xFFFF {
				return ' '
			}
			return r
		}, sheet.Name)
		plain = strings.Trim(strings.Join(strings.Fields(plain), " "), "'")
		if plain == "" {
			plain = "Ark" + strconv.Itoa(i+1)
		}
		name := shorten(plain, longestName)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			ending := " " + strconv.Itoa(n)
			name = shorten(plain, longestName-len(ending)) + ending
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

func shorten(text string, length int) string {
	runes := []rune(text)
	return strings.TrimRight(string(runes[:min(len(runes), length)]), " '")
}
