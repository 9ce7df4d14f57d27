package posts

import (
	"strings"
	"testing"

	"synlig/data/posts"
)

// A keystroke is what stands between a person and the next letter: the field,
// and nothing else. The checks run behind it, and are measured by themselves.
func BenchmarkKeystroke2000(b *testing.B)  { benchmarkKeystroke(b, 2_000) }
func BenchmarkKeystroke20000(b *testing.B) { benchmarkKeystroke(b, 20_000) }

func textOf(letters int) string {
	sentence := "Vi hjælper dig, hvis du er i tvivl om dine rettigheder i kommunen. "
	return string([]rune(strings.Repeat(sentence, letters/len([]rune(sentence))+1))[:letters])
}

func benchmarkKeystroke(b *testing.B, letters int) {
	r := open(b, 1166, 720)
	r.write(textOf(letters))
	field := r.writing.text.Field()
	for b.Loop() {
		field.TypedRune('e')
	}
}

func BenchmarkCheck2000(b *testing.B) {
	r := open(b, 1166, 720)
	post := posts.New(r.who(), r.time)
	post.Text = textOf(2_000)
	for b.Loop() {
		judge(post, r.ground, 1)
	}
}

func BenchmarkJudged2000(b *testing.B) {
	r := open(b, 1166, 720)
	r.write(textOf(2_000))
	for b.Loop() {
		r.judged()
	}
}
