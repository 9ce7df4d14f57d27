package store

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"synlig/data/fault"
	"synlig/data/posts"
)

// AddPostNote keeps a note beside a post's text and gives the post as it is
// now. Notes may be written at any time and never touch the words, so they need
// no revision. Codes: PostMissing, PostUnsigned, posts.RedText, posts.NoWords.
func (s *Store) AddPostNote(ctx context.Context, id int64, by posts.Who, text string) (p posts.Post, err error) {
	text = strings.TrimSpace(posts.Clean(text))
	if text == "" {
		return p, fault.New(posts.NoWords)
	}
	if err := s.guard(ctx, posts.Content{Text: text}); err != nil {
		return p, err
	}
	err = s.writePosts(ctx, func(tx tx) error {
		if by, err = tx.signed(by); err != nil {
			return err
		}
		if p, err = tx.post(id); err != nil {
			return err
		}
		note := posts.Note{By: by, At: s.options.Clock().UTC(), Text: text}
		note.ID, err = tx.insert(`INSERT INTO post_note (post, person, name, at, text) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
			id, by.ID, by.Name, timeText(note.At), text)
		p.Notes = append(p.Notes, note)
		return err
	})
	return p, err
}

// SettlePostNote marks a note as seen to, or as open again. Code: PostMissing
// when there is no such note.
func (s *Store) SettlePostNote(ctx context.Context, note int64, done bool) error {
	return s.writePosts(ctx, func(tx tx) error {
		var post int64
		found, err := tx.one("UPDATE post_note SET done = $1 WHERE id = $2 RETURNING post", []any{asInt(done), note}, &post)
		if err == nil && !found {
			err = missingPost(0)
		}
		return err
	})
}

// AddPostMinutes counts minutes of somebody's work on a post on the clock's
// day; negative ones take back what was counted too much. From -1,440 to 1,440.
// Codes: PostMissing, PostUnsigned, Refused beyond those limits.
func (s *Store) AddPostMinutes(ctx context.Context, id int64, by posts.Who, minutes int) error {
	if minutes == 0 {
		return nil
	}
	return s.writePosts(ctx, func(tx tx) error {
		by, err := tx.signed(by)
		if err != nil {
			return err
		}
		if _, err := tx.post(id); err != nil {
			return err
		}
		return tx.exec("INSERT INTO post_time (post, person, day, minutes) VALUES ($1, $2, $3, $4)",
			id, by.ID, dayText(s.options.Clock()), minutes)
	})
}

// PostMinutes are the minutes of work on all posts on the days from…to, both
// included.
func (s *Store) PostMinutes(ctx context.Context, from, to time.Time) (minutes int, err error) {
	err = s.read(ctx, func(tx tx) error {
		_, err := tx.one("SELECT coalesce(sum(minutes), 0) FROM post_time WHERE day >= $1 AND day <= $2",
			[]any{dayText(from), dayText(to)}, &minutes)
		return err
	})
	return minutes, err
}

// TrashPost puts a post in the trash. Published ones are archived instead, and
// approved ones are taken back first (PostInUse). Other codes: PostMissing,
// PostMovedOn.
func (s *Store) TrashPost(ctx context.Context, id int64, revision int, by posts.Who) (posts.Post, error) {
	return s.move(ctx, id, revision, by, "trash", func(p *posts.Post) error {
		if !p.Published.IsZero() || p.State == posts.Approved || p.State == posts.Planned {
			return fault.New(PostInUse, "state", string(p.State))
		}
		p.Trashed = s.options.Clock().UTC()
		return nil
	})
}

// RestorePost takes a post out of the trash again. Codes: PostMissing,
// PostMovedOn.
func (s *Store) RestorePost(ctx context.Context, id int64, revision int, by posts.Who) (posts.Post, error) {
	return s.move(ctx, id, revision, by, "restore", func(p *posts.Post) error {
		p.Trashed = time.Time{}
		return nil
	})
}

func (s *Store) move(ctx context.Context, id int64, revision int, by posts.Who, act posts.Act, change func(*posts.Post) error) (p posts.Post, err error) {
	err = s.writePosts(ctx, func(tx tx) error {
		if by, err = tx.signed(by); err != nil {
			return err
		}
		old, err := tx.postAt(id, revision)
		if err != nil {
			return err
		}
		p = old
		if err := change(&p); err != nil {
			return err
		}
		if err := tx.addEvent(id, s.options.Clock().UTC(), by, act, old.State, p.State, posts.Content{}); err != nil {
			return err
		}
		return tx.updatePost(old, &p)
	})
	return p, err
}

// EmptyPostTrash deletes for good what was put in the trash before a time, and
// the pictures that no post shows any more, and tells how many posts went.
func (s *Store) EmptyPostTrash(ctx context.Context, before time.Time) (gone int, err error) {
	err = s.writePosts(ctx, func(tx tx) error {
		old, err := tx.posts("post.trashed <> '' AND post.trashed < $1", timeText(before))
		if err != nil {
			return err
		}
		gone = len(old)
		for _, p := range old {
			if err := tx.index(p, posts.Post{}); err != nil {
				return err
			}
			if err := tx.exec("DELETE FROM post WHERE id = $1", p.ID); err != nil {
				return err
			}
		}
		if gone == 0 {
			return nil
		}
		if err := tx.tidyIndex(); err != nil {
			return err
		}
		return tx.dropImages()
	})
	return gone, err
}

const postSettingsKey = "posts.settings"

// PostSettings are what the office has set about its posts, with the defaults
// for what it has not.
func (s *Store) PostSettings(ctx context.Context) (posts.Settings, error) {
	settings := posts.DefaultSettings()
	value, set, err := s.Setting(ctx, postSettingsKey)
	if err != nil || !set {
		return settings, err
	}
	if json.Unmarshal([]byte(value), &settings) != nil {
		return posts.DefaultSettings(), nil // written by a newer program
	}
	return settings, nil
}

// SetPostSettings keeps settings.
func (s *Store) SetPostSettings(ctx context.Context, settings posts.Settings) error {
	value, err := json.Marshal(settings)
	if err != nil {
		return err
	}
	return s.SetSetting(ctx, postSettingsKey, string(value))
}
