package danish

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// lines are the lines of a file in testdata, with Go's escapes read.
func lines(t testing.TB, name string) []string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []string
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		line := scanner.Text()
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(strings.ReplaceAll(line, `\"`, `"`), `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		all = append(all, text)
	}
	return all
}

// marked takes the ⟦ and ⟧ out of a text and gives where they stood, in runes.
func marked(text string) (plain string, places [][2]int) {
	var b strings.Builder
	n := 0
	for _, r := range text {
		switch r {
		case '⟦':
			places = append(places, [2]int{n, n})
		case '⟧':
			places[len(places)-1][1] = n
		default:
			b.WriteRune(r)
			n++
		}
	}
	return b.String(), places
}

// Every personal number of the set is found, covered from end to end, and
// masked. The set was written before the rules were tried on it.
func TestEveryPersonalNumberIsFound(t *testing.T) {
	rules := rulesOf(t)
	numbers, found := 0, 0
	all := lines(t, "cpr.txt")
	if len(all) < 200 {
		t.Fatalf("%d sentences", len(all))
	}
	for _, line := range all {
		level, text, _ := strings.Cut(line, "\t")
		plain, places := marked(text)
		finds := rules.PersonalData(plain)
		for _, place := range places {
			numbers++
			if covers(finds, digitsIn(plain, place), level) {
				found++
			} else {
				t.Errorf("%s: %q\nfound %+v", level, text, finds)
			}
		}
		masked := Mask(plain, finds)
		if utf8.RuneCountInString(masked) != utf8.RuneCountInString(plain) {
			t.Errorf("masking changed the length of %q", plain)
		}
		if again := rules.PersonalData(masked); HasRed(again) {
			t.Errorf("%q is still red: %+v", masked, again)
		}
	}
	t.Logf("%d sentences, %d of %d numbers found", len(all), found, numbers)
}

func covers(finds []Find, place [2]int, level string) bool {
	for _, f := range finds {
		if f.Kind == CPR && f.From <= place[0] && f.To >= place[1] && (level == "any" || f.Level == Red) {
			return true
		}
	}
	return false
}

// digitsIn is where the first digit and the last stand in a part of text.
func digitsIn(text string, place [2]int) [2]int {
	all := []rune(text)
	for !unicode.IsDigit(all[place[0]]) {
		place[0]++
	}
	for !unicode.IsDigit(all[place[1]-1]) && !strings.ContainsRune(placeholders, all[place[1]-1]) {
		place[1]--
	}
	return place
}

// At most one false alarm in a thousand comments: none in this set.
func TestInnocentTextsAreLeftAlone(t *testing.T) {
	rules := rulesOf(t)
	all := lines(t, "innocent.txt")
	if len(all) < 300 {
		t.Fatalf("%d sentences", len(all))
	}
	alarms := 0
	for _, text := range all {
		for _, f := range rules.PersonalData(text) {
			alarms++
			t.Errorf("%q: %+v", text, f)
		}
	}
	t.Logf("%d sentences, %d false alarms", len(all), alarms)
}
