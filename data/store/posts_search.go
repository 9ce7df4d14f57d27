package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"synlig/data/posts"
)

// The search stands on SQLite's FTS4, which the driver has without a build tag
// (FTS5 it has not), and on our own table of the ends of words. FTS4 finds
// words and beginnings; "møde" is in "årsmøde" because "møde" begins one of its
// ends. All of it knows SQLite; on another database this file is another one.

const (
	shortestEnd = 3  // runes of the shortest end of a word that is kept
	longestTerm = 64 // runes of a word that are searched by
	mostTerms   = 400
)

// wordsOf is all that is searched of a post.
func wordsOf(p posts.Post) string {
	parts := []string{p.Text, p.Subject, p.Link.Address, p.Link.Card.Title, p.Author.Name}
	for _, picture := range p.Pictures {
		parts = append(parts, picture.Alt)
	}
	return strings.Join(parts, "\n")
}

// searchWords cuts a text into the words that are searched by: letters and
// digits in small letters, an å in one piece.
func searchWords(text string) []string {
	fields := strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i, word := range fields {
		if utf8.RuneCountInString(word) > longestTerm {
			fields[i] = string([]rune(word)[:longestTerm])
		}
	}
	return fields
}

// index makes a post found by its words now instead of by those before.
func (t tx) index(id int64, before, now string) error {
	was, is := searchWords(before), searchWords(now)
	if strings.Join(was, " ") == strings.Join(is, " ") {
		return nil
	}
	if len(was) > 0 {
		if err := t.exec("DELETE FROM post_words WHERE docid = $1", id); err != nil {
			return err
		}
	}
	if len(is) > 0 {
		if err := t.exec("INSERT INTO post_words (docid, words) VALUES ($1, $2)", id, strings.Join(is, " ")); err != nil {
			return err
		}
	}
	old, fresh := unique(was), unique(is)
	for term := range fresh {
		if !old[term] {
			if err := t.addTerm(term); err != nil {
				return err
			}
		}
	}
	for term := range old {
		if !fresh[term] {
			if err := t.dropTerm(term); err != nil {
				return err
			}
		}
	}
	return nil
}

func unique(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}

// addTerm keeps the ends of a word, the whole word first, unless they are
// there.
func (t tx) addTerm(term string) error {
	var there bool
	if _, err := t.one("SELECT EXISTS (SELECT 1 FROM post_suffix WHERE suffix = $1 AND term = $1)", []any{term}, &there); err != nil || there {
		return err
	}
	for i, runes := 0, utf8.RuneCountInString(term); runes > 0; runes-- {
		if i == 0 || runes >= shortestEnd {
			if err := t.exec("INSERT INTO post_suffix (suffix, term) VALUES ($1, $2)", term[i:], term); err != nil {
				return err
			}
		}
		_, size := utf8.DecodeRuneInString(term[i:])
		i += size
	}
	return nil
}

// dropTerm forgets a word that no post has any more.
func (t tx) dropTerm(term string) error {
	var used bool
	_, err := t.one("SELECT EXISTS (SELECT 1 FROM post_words WHERE words MATCH $1)", []any{quoted(term)}, &used)
	if err != nil || used {
		return err
	}
	for i := range term {
		if err := t.exec("DELETE FROM post_suffix WHERE suffix = $1 AND term = $2", term[i:], term); err != nil {
			return err
		}
	}
	return nil
}

// match writes what FTS4 is asked for so that every word is found, also inside
// others: "(årsmøde OR møde OR mødet) AND …"; "" when a word is in no post.
func (t tx) match(words []string) (string, error) {
	var all []string
	for word := range unique(words) {
		terms, err := t.terms(word)
		if err != nil || len(terms) == 0 {
			return "", err
		}
		all = append(all, "("+strings.Join(terms, " OR ")+")")
	}
	return strings.Join(all, " AND "), nil
}

// terms are the kept words that hold a word, quoted. Of more than mostTerms
// only those count that begin with it.
func (t tx) terms(word string) (terms []string, err error) {
	err = t.all("SELECT DISTINCT term FROM post_suffix WHERE suffix >= $1 AND suffix < $2 LIMIT $3",
		[]any{word, word + string(unicode.MaxRune), mostTerms + 1}, func(scan func(...any) error) error {
			var term string
			err := scan(&term)
			terms = append(terms, quoted(term))
			return err
		})
	if err == nil && len(terms) > mostTerms {
		terms = []string{word + "*"}
	}
	return terms, err
}

// quoted keeps FTS4 from reading a word of its own in one of ours.
func quoted(term string) string { return `"` + term + `"` }
