package store

import (
	"context"
	"encoding/json"
	"time"

	"synlig/data/posts"
)

// PostHistory is what happened to a post, oldest first.
func (s *Store) PostHistory(ctx context.Context, id int64) (events []posts.Event, err error) {
	err = s.read(ctx, func(tx tx) error {
		return tx.all(`SELECT at, person, name, act, from_state, to_state, content FROM post_event
			WHERE post = $1 ORDER BY id`, []any{id}, func(scan func(...any) error) error {
			var e posts.Event
			var at kept
			var content string
			if err := scan(&at, &e.By.ID, &e.By.Name, &e.Act, &e.From, &e.To, &content); err != nil {
				return err
			}
			e.At = at.Time
			if content != "" {
				if err := json.Unmarshal([]byte(content), &e.Content); err != nil {
					return err
				}
			}
			events = append(events, e)
			return nil
		})
	})
	return events, err
}

// record writes down a step. What is approved or published is kept with it in
// full.
func (t tx) record(old, now posts.Post, step posts.Step) error {
	content := posts.Content{}
	switch step.Act {
	case posts.Approve, posts.Publish:
		content = now.Content
	case posts.Return, posts.Amend:
		content.Text = step.Text
	}
	return t.addEvent(now.ID, step.At, step.By, step.Act, old.State, now.State, content)
}

// recordWords writes down what a post's words are now. One line stands for all
// that a person wrote within a minute.
func (t tx) recordWords(p posts.Post, by posts.Who, from posts.State) error {
	content, err := json.Marshal(p.Content)
	if err != nil {
		return err
	}
	var last, person int64
	var act string
	var at kept
	found, err := t.one("SELECT id, person, act, at FROM post_event WHERE post = $1 ORDER BY id DESC LIMIT 1",
		[]any{p.ID}, &last, &person, &act, &at)
	if err != nil {
		return err
	}
	if found && act == "" && person == by.ID && from == p.State && minuteText(at.Time) == minuteText(p.Changed) {
		return t.exec("UPDATE post_event SET at = $1, content = $2 WHERE id = $3", timeText(p.Changed), string(content), last)
	}
	return t.addEvent(p.ID, p.Changed, by, "", from, p.State, p.Content)
}

func (t tx) addEvent(post int64, at time.Time, by posts.Who, act posts.Act, from, to posts.State, c posts.Content) error {
	content := ""
	if c.Text != "" || c.Link.Address != "" || len(c.Pictures) > 0 {
		data, err := json.Marshal(c)
		if err != nil {
			return err
		}
		content = string(data)
	}
	return t.exec(`INSERT INTO post_event (post, at, person, name, act, from_state, to_state, content)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, post, timeText(at), by.ID, by.Name, string(act), string(from), string(to), content)
}
