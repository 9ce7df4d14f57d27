package store

import (
	"context"
	"strings"
	"sync"

	"synlig/assets"
	"synlig/data/danish"
	"synlig/data/fault"
)

// BuiltInWordLists are the program's own word lists, for whoever works without
// a workspace. They are shared: do not change them.
var BuiltInWordLists = sync.OnceValue(func() danish.Lists {
	lists := danish.Lists{}
	for _, list := range danish.AllLists {
		lists[list] = danish.ListLines(BuiltInWordList(list))
	}
	return lists
})

// BuiltInWordList is the text of one of the program's lists, with its comments.
// The list must be one of danish.AllLists.
func BuiltInWordList(list danish.List) string {
	return string(assets.Read("words/" + string(list) + ".txt"))
}

// WordLists are the lists to look with: the office's own where it has made one,
// else the program's.
func (s *Store) WordLists(ctx context.Context) (danish.Lists, error) {
	lists := danish.Lists{}
	for list, lines := range BuiltInWordLists() {
		lists[list] = lines
	}
	err := s.read(ctx, func(tx tx) error {
		return tx.all("SELECT name, text FROM word_list", nil, func(scan func(...any) error) error {
			var name danish.List
			var text string
			if err := scan(&name, &text); err != nil {
				return err
			}
			if _, known := lists[name]; known { // a newer program may have had more
				lists[name] = danish.ListLines(text)
			}
			return nil
		})
	})
	return lists, err
}

// WordList is the text of one list for somebody to edit, and whether it is the
// office's own.
func (s *Store) WordList(ctx context.Context, list danish.List) (text string, own bool, err error) {
	if err := danish.CheckList(list, nil); err != nil {
		return "", false, err
	}
	err = s.read(ctx, func(tx tx) error {
		own, err = tx.one("SELECT text FROM word_list WHERE name = $1", []any{string(list)}, &text)
		return err
	})
	if err == nil && !own {
		text = BuiltInWordList(list)
	}
	return text, own, err
}

// WordListPersonal is the code for a list with somebody's personal number in it.
const WordListPersonal fault.Code = "word-list-personal"

// SaveWordList makes text the office's own list. The program's text, given
// back as it was, is not kept as the office's own. Codes: those
// of danish.CheckText, WordListPersonal.
func (s *Store) SaveWordList(ctx context.Context, list danish.List, text string) error {
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\uFFFD")
	// First of all: another refusal would name the line.
	if danish.HasRed(danish.New(BuiltInWordLists()).Check(text).Personal) {
		return fault.New(WordListPersonal)
	}
	if err := danish.CheckText(list, text); err != nil {
		return err
	}
	if text == BuiltInWordList(list) {
		return s.ResetWordList(ctx, list)
	}
	return s.write(ctx, func(tx tx) error {
		return tx.exec(`INSERT INTO word_list (name, text, changed) VALUES ($1, $2, $3)
			ON CONFLICT (name) DO UPDATE SET text = excluded.text, changed = excluded.changed`,
			string(list), text, timeText(s.options.Clock()))
	})
}

// ResetWordList takes the office's own list away; the program's counts again.
func (s *Store) ResetWordList(ctx context.Context, list danish.List) error {
	return s.write(ctx, func(tx tx) error {
		return tx.exec("DELETE FROM word_list WHERE name = $1", string(list))
	})
}
