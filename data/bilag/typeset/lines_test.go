package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// body is how the papers set their text.
var body = Shape{Size: 12, Width: 372, Hyphenate: true}

var words = strings.Split("og|i|at|det|den|til|er|som|på|de|med|for|af|der|var|et|har|han|ikke|en|fra|men|om|vi|sig|blev|skal|kan|"+
	"kommunen|borgerne|udvalget|forvaltningen|sagsbehandlingen|afgørelsen|tilsynsmyndigheden|kommunikationsstrategien|"+
	"borgerrådgiveren|grundvandsbeskyttelse|digitaliseringsstyrelsen|kontaktoplysninger|medarbejderne|undersøgelsen|"+
	"hjemmesiden|offentliggørelse|stk. 2|§ 5|ca. 30 pct.|EU-retten|e-mail|og/eller|f.eks.|huset – og|»citat«|(parentes)|22. august", "|")

func randomText(r *rand.Rand, n int) string {
	text := make([]string, n)
	for i := range text {
		text[i] = words[r.IntN(len(words))]
	}
	return strings.Join(text, " ") + "."
}

func TestLinesSayTheText(t *testing.T) {
	s, r := newSetter(t), rand.New(rand.NewPCG(1, 2))
	for range 200 {
		text := randomText(r, 1+r.IntN(150))
		var got strings.Builder
		for _, l := range s.Set([]Run{{Text: text}}, body) {
			got.WriteString(strings.TrimSuffix(lineText(l), string(SoftHyphen)))
		}
		if got.String() != text {
			t.Fatalf("set %q\nas  %q", text, got.String())
		}
	}
}

// TestLineLengths counts what the office asks for: 65–75 letters in a full
// line, few hyphens, and no two under each other.
func TestLineLengths(t *testing.T) {
	s, r := newSetter(t), rand.New(rand.NewPCG(3, 4))
	lines, letters, longest, hyphens, ladders := 0, 0, 0, 0, 0
	for range 400 {
		set := s.Set([]Run{{Text: randomText(r, 40+r.IntN(80))}}, body)
		for i, l := range set[:len(set)-1] {
			n := utf8.RuneCountInString(strings.TrimRight(lineText(l), " "))
			lines, letters, longest = lines+1, letters+n, max(longest, n)
			if l.Hyphen {
				hyphens++
				if i > 0 && set[i-1].Hyphen {
					ladders++
				}
			}
			if l.Width > body.Width+0.01 {
				t.Errorf("a line is %.1f pt wide: %q", l.Width, lineText(l))
			}
		}
	}
	mean := float64(letters) / float64(lines)
	t.Logf("%d full lines: %.1f letters on average, at most %d; %.1f %% end in a hyphen, %d ladders", lines, mean, longest, 100*float64(hyphens)/float64(lines), ladders)
	if mean < 62 || mean > 75 || longest > 84 {
		t.Errorf("lines are %.1f letters on average and %d at most", mean, longest)
	}
	if hyphens*100 > lines*15 || ladders*500 > lines {
		t.Errorf("%d hyphens and %d ladders in %d lines", hyphens, ladders, lines)
	}
}

func TestWhatStaysTogether(t *testing.T) {
	s, r := newSetter(t), rand.New(rand.NewPCG(5, 6))
	for range 300 {
		for _, l := range s.Set([]Run{{Text: randomText(r, 120)}}, body) {
			end := strings.TrimRight(lineText(l), " ")
			for _, never := range []string{" stk.", " §", " ca.", " 22."} {
				if strings.HasSuffix(end, never) {
					t.Fatalf("a line ends in %q: %q", never, end)
				}
			}
			if strings.HasPrefix(end, "–") {
				t.Fatalf("a line begins with a dash: %q", end)
			}
		}
	}
}

func TestRunsKeepTheirPlaces(t *testing.T) {
	s := newSetter(t)
	lines := s.Set([]Run{
		{Text: "Udvalget "}, {Text: "[indsat: ", Hidden: true}, {Text: "skal", Face: 1}, {Text: "]", Hidden: true}, {Text: " mødes."},
	}, body)
	if len(lines) != 1 || len(lines[0].Segs) != 5 {
		t.Fatalf("got %+v", lines)
	}
	x := 0.0
	for i, seg := range lines[0].Segs {
		if seg.Run != i || seg.X < x-0.5 {
			t.Errorf("part %d: run %d at %.2f after %.2f", i, seg.Run, seg.X, x)
		}
		x = seg.X + seg.Width
	}
	if lines[0].Segs[1].Width != 0 || lines[0].Segs[3].Width != 0 {
		t.Error("hidden text takes room")
	}
	plain := s.Set([]Run{{Text: "Udvalget "}, {Text: "skal", Face: 1}, {Text: " mødes."}}, body)
	if d := plain[0].Width - lines[0].Width; d > 1 || d < -1 {
		t.Errorf("hidden text moves the rest by %.2f pt", d)
	}
}

func TestHangingSpaceHasNoWidth(t *testing.T) {
	s := newSetter(t)
	for _, l := range s.Set([]Run{{Text: strings.Repeat("ord og flere ord ", 40)}}, body) {
		last := l.Segs[len(l.Segs)-1]
		trimmed := strings.TrimRight(last.Text, " ")
		if got, want := last.Width, s.Measure(trimmed, 0, body.Size); strings.HasSuffix(last.Text, " ") && (got-want > 3 || want-got > 0.5) {
			t.Fatalf("%q is %.2f wide, its letters %.2f", last.Text, got, want)
		}
	}
}

func TestHardText(t *testing.T) {
	s := newSetter(t)
	for name, text := range map[string]string{
		"empty": "", "spaces": "     ", "one letter": "a", "dashes": strings.Repeat("– ", 500),
		"numbers": strings.Repeat("§ 5 kr. ", 300), "long word": strings.Repeat("a", 5000), "long address": "https://" + strings.Repeat("eksempel", 300),
		"double  spaces": "to  ord   her", "edges": " ord ",
	} {
		for _, l := range s.Set([]Run{{Text: text}}, body) {
			if l.Width > body.Width+0.01 {
				t.Errorf("%s: a line is %.1f pt wide", name, l.Width)
			}
		}
	}
}

func FuzzSet(f *testing.F) {
	s := newSetter(f)
	f.Add("Kommunikationsstrategien gælder fra 22. august, jf. § 5, stk. 3.", 372.0, uint8(1))
	f.Add("– – – a-b/c www.eksempel.example/a?b=c", 40.0, uint8(9))
	f.Add("\u00ad\u200b😀 שלום", 5.0, uint8(200))
	f.Fuzz(func(t *testing.T, text string, width float64, cut uint8) {
		if width != width || width < 1 || width > 2000 || !utf8.ValidString(text) {
			t.Skip()
		}
		at := min(int(cut), len(text))
		for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
			at--
		}
		got := 0
		for _, l := range s.Set([]Run{{Text: text[:at]}, {Text: "[x: ", Hidden: true}, {Text: text[at:], Face: 3}}, Shape{12, width, true}) {
			for _, seg := range l.Segs {
				got += len(strings.ReplaceAll(seg.Text, " ", ""))
			}
		}
		if want := len(strings.ReplaceAll(text+"[x:", " ", "")); got != want {
			t.Fatalf("%d bytes of %d were set", got, want)
		}
	})
}
