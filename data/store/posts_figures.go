package store

import (
	"context"
	"encoding/json"
	"maps"

	"synlig/data/posts"
)

// SavePostFigures keeps figures, those of the same post and day in place of
// what was there. Code: PostMissing.
func (s *Store) SavePostFigures(ctx context.Context, all []posts.Figures) error {
	return s.writePosts(ctx, func(tx tx) error {
		for _, f := range all {
			if _, err := tx.post(f.Post); err != nil {
				return err
			}
			for metric, value := range f.Values {
				err := tx.exec(`INSERT INTO post_figure (post, taken, metric, value) VALUES ($1, $2, $3, $4)
					ON CONFLICT (post, taken, metric) DO UPDATE SET value = excluded.value`,
					f.Post, dayText(f.Taken), string(metric), value)
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// PostFigures are all figures told of a post, oldest first.
func (s *Store) PostFigures(ctx context.Context, id int64) (all []posts.Figures, err error) {
	err = s.read(ctx, func(tx tx) error {
		all, err = tx.figures("post = $1", id)
		return err
	})
	return all, err
}

// LatestPostFigures are the last figures told of each post.
func (s *Store) LatestPostFigures(ctx context.Context) (map[int64]posts.Figures, error) {
	latest := map[int64]posts.Figures{}
	err := s.read(ctx, func(tx tx) error {
		all, err := tx.figures("taken = (SELECT max(last.taken) FROM post_figure last WHERE last.post = post_figure.post)")
		for _, f := range all {
			latest[f.Post] = f
		}
		return err
	})
	return latest, err
}

func (t tx) figures(where string, args ...any) (all []posts.Figures, err error) {
	err = t.all("SELECT post, taken, metric, value FROM post_figure WHERE "+where+" ORDER BY post, taken, metric", args,
		func(scan func(...any) error) error {
			var post int64
			var taken kept
			var metric posts.Metric
			var value int
			if err := scan(&post, &taken, &metric, &value); err != nil {
				return err
			}
			if n := len(all); n == 0 || all[n-1].Post != post || !all[n-1].Taken.Equal(taken.Time) {
				all = append(all, posts.Figures{Post: post, Taken: taken.Time, Values: map[posts.Metric]int{}})
			}
			all[len(all)-1].Values[metric] = value
			return nil
		})
	return all, err
}

const figureMappingKey = "posts.figures.mapping"

// PostFigureMapping is what the columns of Facebook's file were said to mean
// the last time; empty before anybody said so.
func (s *Store) PostFigureMapping(ctx context.Context) (posts.Mapping, error) {
	mapping := posts.Mapping{}
	value, set, err := s.Setting(ctx, figureMappingKey)
	if err != nil || !set || json.Unmarshal([]byte(value), &mapping) != nil {
		return posts.Mapping{}, err // what cannot be read is asked again
	}
	return mapping, nil
}

// SetPostFigureMapping remembers a mapping beside what was remembered before.
func (s *Store) SetPostFigureMapping(ctx context.Context, mapping posts.Mapping) error {
	all, err := s.PostFigureMapping(ctx)
	if err != nil {
		return err
	}
	maps.Copy(all, mapping)
	value, err := json.Marshal(all)
	if err != nil {
		return err
	}
	return s.SetSetting(ctx, figureMappingKey, string(value))
}
