package store

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"synlig/data/moderation"
	"synlig/data/people"
)

// crowd is a workspace with n cases of plausible words, most of them done.
func crowd(b *testing.B, n int) (Moderation, people.Person) {
	s := create(b, place(b), Options{})
	anna := must(s.AddPerson(b.Context(), people.Person{Name: "Anna Holm", Active: true}))(b)
	m := s.Moderation()
	words := []string{"svartider", "afgørelse", "kommunen", "sagsbehandler", "boligstøtte", "klage", "hvorfor", "aldrig", "børn", "skole", "venter", "måneder", "brev", "telefon", "hjælp"}
	random := rand.New(rand.NewPCG(1, 2))
	ok(b, s.write(b.Context(), func(tx tx) error {
		for i := range n {
			text := fmt.Sprintf("Kommentar nummer%d", i)
			for range 20 {
				text += " " + words[random.IntN(len(words))] + fmt.Sprint(random.IntN(300))
			}
			masked, _, err := moderation.Intake(text, moderation.MaskRules{Find: func(string) []moderation.Found { return nil }})
			if err != nil {
				return err
			}
			if _, err := m.add(tx, anna, NewCase{Comment: masked, Post: "Opslag", Alias: "Bruger"}); err != nil {
				return err
			}
		}
		return tx.exec(`UPDATE moderation_case SET state = 'udfoert', outcome = 'lad_staa', question = 8 WHERE id % 10 <> 0`)
	}))
	return m, anna
}

func BenchmarkQueue100000(b *testing.B) {
	m, anna := crowd(b, 100_000)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			must(m.Queue(b.Context(), QueueQuery{View: ViewOpen}))(b)
			must(m.Counts(b.Context(), anna))(b)
		}
	})
	for name, words := range map[string]string{"one case": "nummer77777", "a common word": "svartider7", "begun": "boligst", "two words": "klage12 hjælp4", "none": "findesikke"} {
		b.Run("search/"+name, func(b *testing.B) {
			for b.Loop() {
				must(m.Queue(b.Context(), QueueQuery{View: ViewAll, Words: words}))(b)
			}
		})
	}
	b.Run("similar", func(b *testing.B) {
		c := must(m.Case(b.Context(), 77_777))(b)
		a, _ := moderation.ReadAnswers("nnnnnnnj-nnnnn-n-n", "------------------")
		for b.Loop() {
			must(m.Similar(b.Context(), c, a, 5))(b)
		}
	})
	b.Run("case", func(b *testing.B) {
		for b.Loop() {
			must(m.Case(b.Context(), 50_000))(b)
		}
	})
}

// BenchmarkVerify1000000 looks through a million lines with their contents.
func BenchmarkVerify1000000(b *testing.B) {
	const lines = 1_000_000
	s := create(b, place(b), Options{})
	m := s.Moderation()
	ok(b, s.write(b.Context(), func(tx tx) error {
		line, content := must(tx.Prepare(`INSERT INTO moderation_log (seq, at, event, "case", person, actor, cover, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`))(b), must(tx.Prepare("INSERT INTO moderation_log_content (seq, salt, content) VALUES ($1, $2, $3)"))(b)
		before := moderation.Genesis
		for i := range int64(lines) {
			salt := sha256.Sum256([]byte(fmt.Sprint(i)))
			text := fmt.Sprintf(`{"action":%d,"text":"En linje om en sag, omtrent så lang som de plejer at være her"}`, i)
			l := moderation.Line{Seq: i + 1, At: noon.Add(time.Duration(i) * time.Second), Event: moderation.EventCopied, Case: i/4 + 1, Person: 1, Actor: "Anna Holm", Cover: moderation.Seal(salt[:], []byte(text))}
			l.Hash = l.Chain(before)
			before = l.Hash
			if _, err := line.Exec(l.Seq, moderation.LineTime(l.At), string(l.Event), l.Case, l.Person, l.Actor, l.Cover[:], l.Hash[:]); err != nil {
				return err
			}
			if _, err := content.Exec(l.Seq, salt[:], text); err != nil {
				return err
			}
		}
		return nil
	}))
	for b.Loop() {
		if v := must(m.Verify(b.Context(), ""))(b); !v.OK() || v.Lines != lines {
			b.Fatalf("%+v", v)
		}
	}
}
