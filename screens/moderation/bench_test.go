package moderation

import (
	"fmt"
	"testing"

	"synlig/data/moderation"
	"synlig/data/store"
)

// BenchmarkQueue100000 opens the queue of a room with a hundred thousand cases,
// and searches in it, as it is shown: read, counted and laid out.
func BenchmarkQueue100000(b *testing.B) {
	r := newRoom(b)
	texts := []string{"Hvornår får jeg svar på min klage?", "Tak for hjælpen, det var en god afgørelse.", "I lyver alle sammen, og ingen ringer tilbage.", "Hvad koster det at få en byggetilladelse?"}
	err := r.office.Together(b.Context(), func(m store.Moderation) error {
		for i := 0; i < 100_000; {
			var comments []store.NewCase
			for range 1000 {
				masked, _, err := moderation.Intake(fmt.Sprintf("%s Opslag%d og gade%d", texts[i%len(texts)], i, i%977), r.office.MaskRules())
				if err != nil {
					return err
				}
				comments = append(comments, store.NewCase{Comment: masked, Post: "Et opslag", Alias: "Bruger"})
				i++
			}
			if _, err := m.Add(b.Context(), r.first, comments...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			r.shelf.items = nil
			r.Reload()
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			r.Search("gade76")
			r.Search("klage opslag5")
		}
	})
	b.Run("case", func(b *testing.B) {
		for b.Loop() {
			r.desk.open(r.shelf.items[1].ID)
			r.desk.open(r.shelf.items[2].ID)
		}
	})
}
