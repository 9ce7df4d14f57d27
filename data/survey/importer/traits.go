package importer

import (
	"math"
	"regexp"
	"strings"
)

// traits are what the distinct values of a column show. They are worked out
// once.
type traits struct {
	*Column
	at     int // of the column
	filled int
	// values are the distinct cells that occur and are not empty, at most
	// manyValues of them; distinct is how many there are.
	values   []string
	counts   []int
	distinct int

	numeric  bool // every value is a number
	comma    bool // with a decimal comma
	clear    bool // there is no doubt about the comma
	whole    bool // every number is whole
	min, max float64
	newline  bool
	words    float64 // on average, by row
	dated    bool
	order    string
	sureDate bool
	clock    bool // the dates have a time of day
}

const manyValues = 5000

func newTraits(c *Column, at int) *traits {
	t := &traits{Column: c, at: at, filled: c.Filled()}
	total := 0
	for i, v := range c.Values {
		if i == 0 || c.Counts[i] == 0 || strings.TrimSpace(v) == "" {
			continue
		}
		t.distinct++
		if len(t.values) == manyValues {
			continue
		}
		t.values, t.counts = append(t.values, v), append(t.counts, c.Counts[i])
		t.newline = t.newline || strings.ContainsRune(strings.Trim(v, "\n"), '\n')
		t.words += float64(len(strings.Fields(v)) * c.Counts[i])
		total += c.Counts[i]
	}
	if total > 0 {
		t.words /= float64(total)
	}
	if len(t.values) > 0 {
		t.numbers()
		if !t.numeric || c.Dated {
			t.order, t.sureDate, t.dated = dateOrder(t.values)
			for _, v := range t.values {
				t.clock = t.clock || t.dated && hasClock(v)
			}
		}
	}
	return t
}

// numbers decides whether all values are numbers, and what their commas mean.
func (t *traits) numbers() {
	point, comma := true, true
	marks, three, zero := false, true, false
	for _, v := range t.values {
		if point {
			_, point = number(v, false)
		}
		if comma {
			_, comma = number(v, true)
		}
		if !point && !comma {
			return
		}
		if i := strings.LastIndexAny(v, ".,"); i >= 0 {
			marks = true
			three = three && len(v)-i == 4 && i > 0 && i < 4
			zero = zero || strings.HasPrefix(strings.TrimLeft(v, "-+"), "0")
		}
	}
	t.numeric = true
	t.clear = !marks || point != comma || !three || zero
	// Where both would do, the mark that stands alone is the decimal one.
	t.comma = comma && (!point || marks && strings.ContainsRune(strings.Join(t.values[:min(len(t.values), 100)], " "), ','))
	t.whole, t.min, t.max = true, math.Inf(1), math.Inf(-1)
	for _, v := range t.values {
		n, _ := number(v, t.comma)
		t.whole = t.whole && n == math.Trunc(n)
		t.min, t.max = min(t.min, n), max(t.max, n)
	}
}

// shareOf is the share of rows with something whose value passes.
func (t *traits) shareOf(passes func(string) bool) float64 {
	n, all := 0, 0
	for i, v := range t.values {
		all += t.counts[i]
		if passes(strings.TrimSpace(v)) {
			n += t.counts[i]
		}
	}
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

var (
	emailForm = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@]{2,}$`)
	ipForm    = regexp.MustCompile(`^(\d{1,3}\.){3}\d{1,3}$|^[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{0,4}){3,7}$`)
	cprForm   = regexp.MustCompile(`^[0-3]\d[01]\d\d\d-?\d{4}$`)
	phoneForm = regexp.MustCompile(`^\+45 ?\d{2} ?\d{2} ?\d{2} ?\d{2}$|^\d{2} \d{2} \d{2} \d{2}$`)
	tokenForm = regexp.MustCompile(`^[0-9A-Za-z_-]{8,}$`)
)

// personal tells what a column says of who somebody is, "" for nothing. sure is
// false where only the values tell.
func (t *traits) personal(rows int) (reason string, sure bool) {
	for _, heading := range []string{plain(t.Name), plain(t.Label)} {
		for _, reason := range reasons {
			if personal[reason][heading] {
				return reason, true
			}
		}
	}
	if t.filled == 0 {
		return "", true
	}
	if words := strings.Fields(plain(t.Name)); len(words) <= 3 && len(words) > 0 && nameEndings[words[len(words)-1]] &&
		t.distinct*10 >= t.filled*6 && !t.numeric {
		return ReasonName, false // of people and not of places: nearly all differ
	}
	switch {
	case t.shareOf(emailForm.MatchString) >= 0.5:
		return ReasonEmail, true
	case t.shareOf(ipForm.MatchString) >= 0.8:
		return ReasonIP, true
	case t.shareOf(func(v string) bool { return strings.HasPrefix(v, "Mozilla/") || strings.HasPrefix(v, "Opera/") }) >= 0.5:
		return ReasonBrowser, true
	case t.shareOf(cprForm.MatchString) >= 0.8 && t.distinct > 3:
		return ReasonCPR, true
	case t.shareOf(phoneForm.MatchString) >= 0.8 && t.distinct > 3:
		return ReasonPhone, true
	case t.shareOf(func(v string) bool { return strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") }) >= 0.8:
		return ReasonReferrer, false
	case t.dated && t.clock:
		return ReasonTime, true
	case t.serialDates():
		return "", true
	case rows >= 20 && t.distinct == rows && t.filled == rows && (t.numeric && t.whole && t.max-t.min == float64(rows-1) || !t.numeric && t.shareOf(isToken) == 1):
		return ReasonSession, false
	}
	return "", true
}

// isToken tells whether a value looks made up by a machine: letters and digits
// both, and no words.
func isToken(v string) bool {
	return tokenForm.MatchString(v) && strings.ContainsAny(v, "0123456789")
}

// labelled is the text of a value: its label, or itself.
func (t *traits) labelled(v string) string {
	if text, ok := t.LabelOf(strings.TrimSpace(v)); ok {
		return text
	}
	return v
}
