package danish

import (
	"strings"
	"testing"
)

const ordinary = "Vi har set på 300 afgørelser fra 2013 og fundet fejl i 41 af dem. Såfremt du vil klage, skal du f.eks. ringe på 23 45 67 89 eller skrive til bo@eksempel.dk. " +
	"Jeg har kræft, og mit cpr-nr. er 140585-2981, men sagen bliver stadig behandlet af forvaltningen! Læs mere på https://www.kk.dk/diskrimination, eller kom forbi Ærtegade 12, 3. tv.\n"

// grown repeats text up to size bytes.
func grown(text string, size int) string {
	return strings.Repeat(text, size/len(text)+1)[:size]
}

// BenchmarkCheck is all checks at once: 2,000 characters shall take at most
// 2 ms, 1 MB at most 500 ms, and 4 MB four times as long, whatever it is.
func BenchmarkCheck(b *testing.B) {
	rules := rulesOf(b)
	const mega = 1 << 20
	for _, c := range []struct{ name, text string }{
		{"post-2000", grown(ordinary, 2000)},
		{"text-1MB", grown(ordinary, mega)},
		{"text-4MB", grown(ordinary, 4*mega)},
		{"digits-1MB", grown("1405852981", mega)},
		{"digits-4MB", grown("1405852981", 4*mega)},
		{"spaced-digits-1MB", grown("1 4 0 5 8 5 2 9 8 1 ", mega)},
		{"numbers-1MB", grown("140585-2981 ", mega)},
		{"numbers-4MB", grown("140585-2981 ", 4*mega)},
		{"emoji-1MB", grown("🙂", mega)},
		{"emoji-4MB", grown("🙂", 4*mega)},
		{"one-word-1MB", grown("sagsbehandling", mega)},
		{"one-word-4MB", grown("sagsbehandling", 4*mega)},
		{"one-sentence-1MB", grown("jeg har kræft og ", mega)},
		{"one-sentence-4MB", grown("jeg har kræft og ", 4*mega)},
		{"cpr-words-1MB", grown("cpr 2981 ", mega)},
		{"addresses-1MB", grown("http://<www.a.dk@", mega)},
		{"mails-1MB", grown("a(at)b(dot)", mega)},
		{"dots-1MB", grown("a.b.", mega)},
		{"slots-1MB", grown("{", mega)},
		{"tags-1MB", grown("<b>&amp", mega)},
		{"accents-1MB", grown("\u0301", mega)},
		{"circled-1MB", grown("①", mega)},
		{"lines-1MB", grown("a\n", mega)},
		{"spaces-1MB", grown(" ", mega)},
		{"dashes-1MB", grown("-", mega)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				rules.Check(c.text)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	lists := builtIn(b)
	for b.Loop() {
		New(lists)
	}
}

func BenchmarkMask(b *testing.B) {
	text := grown(ordinary, 1<<20)
	finds := rulesOf(b).PersonalData(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Mask(text, finds)
	}
}
