package danish

import (
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// sound tells what is wrong with a report about text.
func sound(t interface{ Errorf(string, ...any) }, text string, report Report) {
	n := utf8.RuneCountInString(text)
	last := 0
	for _, f := range report.Personal {
		if f.From < last || f.From >= f.To || f.To > n {
			t.Errorf("find %+v in a text of %d runes, after %d", f, n, last)
		}
		last = f.To
	}
	for _, h := range report.Hints {
		if h.From < 0 || h.From >= h.To || h.To > n || h.Words == "" || h.Weight < 1 || h.Weight > 100 {
			t.Errorf("hint %+v in a text of %d runes", h, n)
		}
	}
	r := report.Readability
	if r.LongWords > r.Words || r.Sentences > r.Words || r.Words > 0 && r.Sentences == 0 || r.LIX < 0 {
		t.Errorf("%+v", r)
	}
	masked := Mask(text, report.Personal)
	if utf8.RuneCountInString(masked) != n {
		t.Errorf("masking %d runes gives %d", n, utf8.RuneCountInString(masked))
	}
	runes := []rune(masked)
	for _, f := range report.Personal {
		if strings.ContainsFunc(string(runes[f.From:f.To]), func(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) }) {
			t.Errorf("%q is left of %+v", string(runes[f.From:f.To]), f)
		}
		shown := 0
		for _, r := range f.Match {
			if unicode.IsDigit(r) {
				shown++
			}
		}
		if shown > 3 && f.Kind != Address && f.Kind != Email {
			t.Errorf("%+v shows too much", f)
		}
	}
}

// pieces are what texts are made of that try the rules.
var pieces = []string{"140585-2981", "0101650000", "cpr", "født ", "1 4 0 5 8 5", "33 66 14 01", "+45", " ", "  ", "\n", "\n\n", ". ", ", ", "-", "–",
	"jeg", " kræft ", "min mor", "Nørregade 12", ", 2. tv.", " 1165 København K", "bo@eksempel.dk", "(snabel-a)", "https://kk.dk/", "www.", "f.eks. ",
	"bl.a", "såfremt ", "bliver behandlet ", "ikke ualmindeligt", "klik her", "din sag ", "\u200b", "\u202e", "\u00ad", "\u0301", "\xff", "\xed\xa0\x80", "\x00", "🙂", "<b>", "&nbsp;",
	"&#45;", "&", "<", "{navn}", "{", "...", "…", "!", "?", "»", "«", "1980'erne", "12.345.678", "§ 7, stk. 2", "２", "١", "a\u030a", "(", ")", "xxxx", "sidste fire ", "j.nr. "}

func texts() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 4, -1)), 0, 30).Draw(t, "pieces"), "")
	})
}

func TestReportsAreSound(t *testing.T) {
	rules := rulesOf(t)
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Draw(t, "text")
		sound(t, text, rules.Check(text))
	})
}

// unseen are characters that take no room; a number with any of them anywhere in
// it is still found and is still as grave.
var unseen = []string{"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202a", "\u202e", "\u2066", "\u2069", "\u061c", "\u180e", "\u034f",
	"\ufe0f", "\u0336", "\u20e3", "\x00", "\x07", "\xff", "\U000e0031", "\u3164", "<b>", "</i>", "&shy;", "&zwnj;"}

func TestNothingUnseenHides(t *testing.T) {
	rules := rulesOf(t)
	var numbers []string
	for _, line := range lines(t, "cpr.txt") {
		level, text, _ := strings.Cut(line, "\t")
		if plain, places := marked(text); level == "red" && len(places) == 1 && !strings.ContainsAny(plain, "<&") {
			numbers = append(numbers, text)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(numbers).Draw(t, "sentence")
		before, rest, _ := strings.Cut(text, "⟦")
		number, after, _ := strings.Cut(rest, "⟧")
		var b strings.Builder
		for _, r := range number {
			for range rapid.IntRange(0, 2).Draw(t, "count") {
				b.WriteString(rapid.SampledFrom(unseen).Draw(t, "unseen"))
			}
			b.WriteRune(r)
		}
		plain := before + b.String() + after
		from := utf8.RuneCountInString(before)
		place := digitsIn(plain, [2]int{from, from + utf8.RuneCountInString(b.String())})
		if finds := rules.PersonalData(plain); !covers(finds, place, "red") {
			t.Fatalf("%q at %v is not found in full: %+v", plain, place, finds)
		}
	})
}

// Any day, any serial number and any sign between them is found.
func TestAnyNumberIsFound(t *testing.T) {
	rules := rulesOf(t)
	rapid.Check(t, func(t *rapid.T) {
		d, m, y := rapid.IntRange(1, 28).Draw(t, "d"), rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(0, 99).Draw(t, "y")
		serial := rapid.StringMatching(`[0-9]{4}`).Draw(t, "serial")
		between := rapid.SampledFrom([]string{"-", " ", "–", " - ", "\u2011", "−", "\u00a0", "--"}).Draw(t, "between")
		before := rapid.SampledFrom([]string{"", "Hej ", "nr.", "(", "»", "cpr:", "\n", "🙂", "er det "}).Draw(t, "before")
		after := rapid.SampledFrom([]string{"", ".", ", tak", ")", "«", "\n", "!", " og", "🙂"}).Draw(t, "after")
		number := two(d) + two(m) + two(y) + between + serial
		if finds := rules.PersonalData(before + number + after); len(finds) != 1 || finds[0].Level != Red {
			t.Fatalf("%q: %+v", before+number+after, finds)
		}
	})
}

func two(n int) string { return string([]rune{'0' + rune(n/10), '0' + rune(n%10)}) }

func TestMaskingIsEnough(t *testing.T) {
	rules := rulesOf(t)
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Draw(t, "text")
		masked := Mask(text, rules.PersonalData(text))
		if again := rules.PersonalData(masked); HasRed(again) {
			t.Fatalf("%q\n%q: %+v", text, masked, again)
		}
	})
}

// Each check by itself says what Check says.
func TestChecksAgree(t *testing.T) {
	rules := rulesOf(t)
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Draw(t, "text")
		report := rules.Check(text)
		if got := rules.Measure(text); got != report.Readability {
			t.Fatalf("%+v, %+v", got, report.Readability)
		}
		if got := rules.PersonalData(text); len(got) != len(report.Personal) {
			t.Fatalf("%+v, %+v", got, report.Personal)
		}
		if got := len(rules.Plain(text)) + len(rules.Casework(text)) + len(rules.Rude(text)); got != len(report.Hints) {
			t.Fatalf("%d hints, %+v", got, report.Hints)
		}
	})
}

func TestRulesAreSafeForMany(t *testing.T) {
	rules := rulesOf(t)
	all := lines(t, "cpr.txt")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, line := range all {
				rules.Check(line)
			}
		})
	}
	group.Wait()
}

func FuzzCheck(f *testing.F) {
	for _, name := range []string{"cpr.txt", "innocent.txt"} {
		for _, line := range lines(f, name) {
			f.Add(line)
		}
	}
	for _, piece := range pieces {
		f.Add(piece + piece)
	}
	rules := rulesOf(f)
	f.Fuzz(func(t *testing.T, text string) { sound(t, text, rules.Check(text)) })
}
