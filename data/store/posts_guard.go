package store

import (
	"context"
	"sync"

	"synlig/assets"
	"synlig/data/danish"
	"synlig/data/fault"
	"synlig/data/posts"
)

// preparedRules are the rules made of the word lists as they stood at a stamp:
// making them takes longer than looking.
type preparedRules struct {
	mu    sync.Mutex
	stamp string
	rules *danish.Rules
}

// danishRules are the office's rules for Danish, made anew when somebody has
// edited a list.
func (s *Store) danishRules(ctx context.Context) (*danish.Rules, error) {
	var stamp string
	err := s.read(ctx, func(tx tx) error {
		// Each list has its own time: the clocks of two machines are never quite alike.
		return tx.all("SELECT name, changed FROM word_list ORDER BY name", nil, func(scan func(...any) error) error {
			var name, changed string
			err := scan(&name, &changed)
			stamp += name + " " + changed + "\n"
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	s.rules.mu.Lock()
	defer s.rules.mu.Unlock()
	if s.rules.rules == nil || s.rules.stamp != stamp {
		lists, err := s.WordLists(ctx)
		if err != nil {
			return nil, err
		}
		s.rules.rules, s.rules.stamp = danish.New(lists), stamp
	}
	return s.rules.rules, nil
}

// PostRules are what posts are checked and masked with: the office's word lists
// and templates.
func (s *Store) PostRules(ctx context.Context) (posts.Rules, error) {
	rules, err := s.danishRules(ctx)
	if err != nil {
		return posts.Rules{}, err
	}
	text, _, err := s.PostTemplates(ctx)
	return posts.Rules{Danish: rules, Templates: posts.ParseTemplates(text)}, err
}

const postTemplatesKey = "posts.templates"

// BuiltInPostTemplates is the text of the program's templates.
func BuiltInPostTemplates() string { return string(assets.Read("posts/templates.txt")) }

// PostTemplates is the text of the templates as posts.ParseTemplates reads it,
// and whether it is the office's own.
func (s *Store) PostTemplates(ctx context.Context) (text string, own bool, err error) {
	text, own, err = s.Setting(ctx, postTemplatesKey)
	if err == nil && (!own || text == "") {
		return BuiltInPostTemplates(), false, nil
	}
	return text, own, err
}

// SetPostTemplates makes text the office's templates; "" or the program's own
// text takes the office's away. Code: posts.RedText.
func (s *Store) SetPostTemplates(ctx context.Context, text string) error {
	if text == BuiltInPostTemplates() {
		text = ""
	}
	if err := s.guard(ctx, posts.Content{Text: text}); err != nil {
		return err
	}
	return s.SetSetting(ctx, postTemplatesKey, text)
}

// guard is the last defence: it refuses words with red personal data, whoever
// sends them. A screen masks them before (see posts.Rules.Stored).
func (s *Store) guard(ctx context.Context, c posts.Content, more ...string) error {
	rules, err := s.danishRules(ctx)
	if err != nil {
		return err
	}
	texts := append(more, c.Text, c.Link.Address, c.Link.Card.Title, c.Link.Card.Description)
	for _, picture := range c.Pictures {
		texts = append(texts, picture.Alt)
	}
	if !(posts.Rules{Danish: rules}).Safe(texts...) {
		return fault.New(posts.RedText)
	}
	return nil
}
