package moderation

import (
	"strings"
	"testing"
	"unicode/utf8"

	"synlig/data/fault"
)

// number is a synthetic CPR number; its digits may stand nowhere afterwards.
const number = "140585-2981"

func TestNoTrickHidesANumber(t *testing.T) {
	for name, text := range map[string]string{
		"plain":               "Mit cpr er 140585-2981, hjælp",
		"no hyphen":           "cpr 1405852981",
		"spaces":              "cpr: 140585 2981",
		"single spaces":       "cpr 1 4 0 5 8 5 2 9 8 1",
		"en dash":             "mit nummer 140585–2981",
		"zero-width":          "cpr 14\u200b05\u200b85-29\u200b81",
		"joiners":             "cpr 14\u200d05\u2060\ufeff85-2981",
		"bidi":                "cpr 1405\u202e85-2981\u202c",
		"isolates":            "cpr \u206814058\u20695-2981",
		"soft hyphens":        "cpr 1405\u00ad85\u00ad2981",
		"tags":                "cpr 14<b>05</b>85-2981",
		"break opportunity":   "cpr 140585<wbr>-2981",
		"entities":            "cpr &#49;40585-298&#x31;",
		"hidden comment":      "cpr 1405<!-- x -->85-2981",
		"full width":          "cpr １４０５８５－２９８１",
		"Arabic digits":       "cpr ١٤٠٥٨٥-٢٩٨١",
		"mathematical digits": "cpr 𝟏𝟒𝟎𝟓𝟖𝟓-𝟐𝟗𝟖𝟏",
		"keycaps":             "cpr 1️⃣4️⃣0️⃣5️⃣8️⃣5️⃣-2️⃣9️⃣8️⃣1️⃣",
		"circled":             "cpr ①④⓪⑤⑧⑤-②⑨⑧①",
		"combining":           "cpr 1\u03014\u03020585-2981",
		"line break":          "cpr 140585-\n2981",
	} {
		t.Run(name, func(t *testing.T) {
			masked, finds, err := Intake(text, masks())
			if err != nil {
				t.Fatal(err)
			}
			if finds["cpr"] != 1 || !strings.Contains(masked.Text(), "[cpr-nummer]") || strings.ContainsAny(masked.Text(), "0123456789") {
				t.Errorf("%q, %v", masked.Text(), finds)
			}
		})
	}
}

func TestIntakeCoversTheRest(t *testing.T) {
	masked, finds, err := Intake("Ring 28 44 71 09, skriv til mette@example.org, bor på Nygade 12, 2100 København Ø. Løye!", masks())
	if err != nil || finds["phone"] != 1 || finds["email"] != 1 || finds["address"] != 1 {
		t.Fatalf("%q %v %v", masked.Text(), finds, err)
	}
	if strings.Contains(masked.Text(), "Nygade") || strings.Contains(masked.Text(), "mette@") || !strings.Contains(masked.Text(), "Løye") {
		t.Error(masked.Text())
	}
	for _, c := range masked.Covers() {
		if word := masked.Text()[c.Start:c.End]; !strings.HasPrefix(word, "[") || !strings.HasSuffix(word, "]") {
			t.Errorf("a cover is at %q", word)
		}
	}
}

func TestWhatIsLeftAlone(t *testing.T) {
	for _, text := range []string{
		"Sag 2014-0225711 og J.nr. 1234567890 koster kr. 12.345.678 den 25-02-2014",
		"👩‍👩‍👧‍👦🇩🇰❤️", "😡", "5 < 7 & <3", "a <b", "<jeg> er sur", "Tom & Jerry", "e\u0301n",
	} {
		masked, finds, err := Intake(text, masks())
		if err != nil || len(finds) != 0 {
			t.Errorf("%q became %q, %v, %v", text, masked.Text(), finds, err)
		}
		if text != "e\u0301n" && masked.Text() != text {
			t.Errorf("%q became %q", text, masked.Text())
		}
	}
	for text, want := range map[string]string{
		"LÃ¸ye fÃ¥r svar":           "Løye får svar",
		"<p>Hej</p><br>du":          "Hej\n\ndu",
		"a\r\nb\rc\n\n\n\n\nd":      "a\nb\nc\n\nd",
		" \u200b hej \ufeff":        "hej",
		"blå\u0000grøn":             "blågrøn",
		"fejl \xff i kodningen":     "fejl \ufffd i kodningen",
		"<script>alert(1)</script>": "alert(1)",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestAMegabyteIsTakenIn(t *testing.T) {
	text := strings.Repeat("Jeg er så træt af jer, og I svarer aldrig. ", 1<<20/46) + number
	masked, finds, err := Intake(text, masks())
	if err != nil || finds["cpr"] != 1 || strings.Contains(masked.Text(), number) {
		t.Errorf("%v %v", finds, err)
	}
	if _, _, err := Intake(strings.Repeat("x", MaxComment+1), masks()); !fault.Is(err, CommentLong) {
		t.Errorf("too long: %v", err)
	}
	for _, empty := range []string{"", " \n", "\u200b\u2060", "<p></p>"} {
		if _, _, err := Intake(empty, masks()); !fault.Is(err, CommentEmpty) {
			t.Errorf("%q: %v", empty, err)
		}
	}
}

func TestHidingByHand(t *testing.T) {
	masked, _, err := Intake("Mette Holm fra kommunen, cpr 140585-2981, løj", masks())
	if err != nil {
		t.Fatal(err)
	}
	hidden := masked.Hide(0, len("Mette Holm"), ByHand, masks())
	if hidden.Text() != "[navn] fra kommunen, cpr [cpr-nummer], løj" || len(hidden.Covers()) != 2 {
		t.Errorf("%q %v", hidden.Text(), hidden.Covers())
	}
	if again := hidden.Hide(1, 3, ByHand, masks()); again.Text() != hidden.Text() {
		t.Errorf("what is covered was covered again: %q", again.Text())
	}
	if out := hidden.Hide(-5, 9999, ByHand, masks()); out.Text() != hidden.Text() {
		t.Errorf("%q", out.Text())
	}
	if back := Remask(hidden.Text(), hidden.Covers(), masks()); back.Text() != hidden.Text() || back.Hash() != hidden.Hash() {
		t.Errorf("%q", back.Text())
	}
}

// FuzzIntake: what comes out is clean text, is found nothing in, and stays as
// it is when it comes in once more.
func FuzzIntake(f *testing.F) {
	for _, seed := range []string{"cpr 140585-2981", "<b>x</b> &lt; &#49;", "1️⃣4️⃣0️⃣5️⃣8️⃣5️⃣-2️⃣9️⃣8️⃣1️⃣", "LÃ¸ye", "a\x00\xff\u202e", "28 44 71 09 140585-2981", "[cpr-nummer]"} {
		f.Add(seed)
	}
	rules := masks()
	f.Fuzz(func(t *testing.T, text string) {
		masked, _, err := Intake(text, rules)
		if err != nil {
			return
		}
		if !utf8.ValidString(masked.Text()) {
			t.Fatalf("%q is no text", masked.Text())
		}
		for _, found := range rules.Find(masked.Text()) {
			if !masked.covered(found.Start, found.End) {
				t.Fatalf("%q: %s is still there", masked.Text(), masked.Text()[found.Start:found.End])
			}
		}
		end := 0
		for _, c := range masked.Covers() {
			if c.Start < end || c.End > len(masked.Text()) || masked.Text()[c.Start] != '[' {
				t.Fatalf("%q: covers %v", masked.Text(), masked.Covers())
			}
			end = c.End
		}
	})
}

func BenchmarkIntakeMegabyte(b *testing.B) {
	text := strings.Repeat("Jeg er så træt af jer, og I svarer aldrig. ", 1<<20/46) + number
	rules := masks()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, _, err := Intake(text, rules); err != nil {
			b.Fatal(err)
		}
	}
}
