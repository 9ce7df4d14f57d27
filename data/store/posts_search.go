package store

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"synlig/data/posts"
)

// The search stands on SQLite's FTS4, which the driver has without a build tag
// (FTS5 it has not), and on our own table of the ends of words. FTS4 finds
// words; "møde" is in "årsmøde" because it begins one of the word's ends. All
// of it knows SQLite; on another database this file is another one.
//
// A post's entry is its words, each once, and marks for its author, subject,
// state and month, so that a filter narrows the search inside FTS4 and not row
// by row. Marks begin with "_", which no word does.

const (
	shortestEnd = 3    // runes of the shortest end of a word that is kept
	longestTerm = 64   // runes of a word that are searched by
	mostTerms   = 600  // words that one is looked for in; beyond, the texts are read
	mostMonths  = 24   // months that a period is narrowed by
	tidying     = "50" // pages that are put together at each change
)

// entryOf is what a post is found by; nil for a post that is not there.
func entryOf(p posts.Post) []string {
	if p.ID == 0 {
		return nil
	}
	parts := []string{p.Text, p.Subject, p.Link.Address, p.Link.Card.Title, p.Author.Name}
	for _, picture := range p.Pictures {
		parts = append(parts, picture.Alt)
	}
	words := searchWords(strings.Join(parts, "\n"))
	slices.Sort(words)
	words = slices.Compact(words)
	words = append(words, stateMark(p.State), authorMark(p.Author.ID), subjectMark(p.Subject))
	if when := p.When(); !when.IsZero() {
		words = append(words, monthMark(when))
	}
	return words
}

func stateMark(state posts.State) string {
	return fmt.Sprintf("_s%d", slices.Index(posts.States(), state))
}
func authorMark(id int64) string        { return fmt.Sprintf("_a%d", id) }
func subjectMark(subject string) string { return fmt.Sprintf("_e%x", subject) }
func monthMark(when time.Time) string   { return when.UTC().Format("_m200601") }
func isMark(word string) bool           { return word[0] == '_' }
func quoted(word string) string         { return `"` + word + `"` } // no word of ours is one of FTS4's

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

// index makes a post found as it is now instead of as it was.
func (t tx) index(old, now posts.Post) error {
	was, is := entryOf(old), entryOf(now)
	if slices.Equal(was, is) {
		return nil
	}
	if was != nil {
		if err := t.exec("DELETE FROM post_words WHERE docid = $1", old.ID); err != nil {
			return err
		}
	}
	if is != nil {
		if err := t.exec("INSERT INTO post_words (docid, words) VALUES ($1, $2)", now.ID, strings.Join(is, " ")); err != nil {
			return err
		}
	}
	for _, term := range without(is, was) {
		if err := t.addTerm(term); err != nil {
			return err
		}
	}
	for _, term := range without(was, is) {
		if err := t.dropTerm(term); err != nil {
			return err
		}
	}
	return t.exec("INSERT INTO post_words (post_words) VALUES ('merge=" + tidying + ",2')")
}

// without are the words of an entry that another has not.
func without(entry, other []string) (words []string) {
	has := make(map[string]bool, len(other))
	for _, word := range other {
		has[word] = true
	}
	for _, word := range entry {
		if !isMark(word) && !has[word] {
			words = append(words, word)
		}
	}
	return words
}

// tidyIndex puts FTS4's lists together to one, which makes a search several
// times faster after many changes, and leaves nothing of deleted posts in them.
func (t tx) tidyIndex() error {
	return t.exec("INSERT INTO post_words (post_words) VALUES ('optimize')")
}

// addTerm keeps the ends of a word, the whole word first, unless they are
// there.
func (t tx) addTerm(term string) error {
	var there bool
	if _, err := t.one("SELECT EXISTS (SELECT 1 FROM post_suffix WHERE suffix = $1 AND term = $1)", []any{term}, &there); err != nil || there {
		return err
	}
	for _, end := range ends(term) {
		if err := t.exec("INSERT INTO post_suffix (suffix, term) VALUES ($1, $2)", end, term); err != nil {
			return err
		}
	}
	return nil
}

// ends are a word and its ends of at least shortestEnd runes.
func ends(term string) []string {
	all := []string{term}
	for left, rest := utf8.RuneCountInString(term)-1, term; left >= shortestEnd; left-- {
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
		all = append(all, rest)
	}
	return all
}

// dropTerm forgets a word that no post has any more.
func (t tx) dropTerm(term string) error {
	var used bool
	_, err := t.one("SELECT EXISTS (SELECT 1 FROM post_words WHERE words MATCH $1)", []any{quoted(term)}, &used)
	if err != nil || used {
		return err
	}
	for _, end := range ends(term) {
		if err := t.exec("DELETE FROM post_suffix WHERE suffix = $1 AND term = $2", end, term); err != nil {
			return err
		}
	}
	return nil
}

// asked is a search as FTS4 is asked.
type asked struct {
	match string   // "(årsmøde OR møde OR mødet) AND _s1"; "" where FTS4 is of no help
	read  []string // pieces of words to look for in the texts themselves
	none  bool     // a word is in no post
}

// search puts a filter that has words to FTS4. Every word must be found, also
// inside others.
func (t tx) search(f posts.Filter) (a asked, err error) {
	words := searchWords(f.Words)
	slices.Sort(words)
	var all []string
	for _, word := range slices.Compact(words) {
		terms, err := t.terms(word)
		switch {
		case err != nil:
			return a, err
		case len(terms) == 0:
			a.none = true
		case len(terms) > mostTerms:
			a.read = append(a.read, word)
		default:
			all = append(all, "("+strings.Join(terms, " OR ")+")")
		}
	}
	if len(words) > 0 {
		all = append(all, marksOf(f)...)
	}
	a.match = strings.Join(all, " AND ")
	return a, nil
}

// marksOf are a filter's conditions as far as marks can say them.
func marksOf(f posts.Filter) (marks []string) {
	var states []string
	for _, state := range f.States {
		states = append(states, stateMark(state))
	}
	if len(states) > 0 {
		marks = append(marks, "("+strings.Join(states, " OR ")+")")
	}
	if f.Author != 0 {
		marks = append(marks, authorMark(f.Author))
	}
	if f.Subject != "" {
		marks = append(marks, subjectMark(f.Subject))
	}
	if !f.From.IsZero() && !f.To.IsZero() {
		var months []string
		first := time.Date(f.From.UTC().Year(), f.From.UTC().Month(), 1, 0, 0, 0, 0, time.UTC)
		for month := first; month.Before(f.To) && len(months) <= mostMonths; month = month.AddDate(0, 1, 0) {
			months = append(months, monthMark(month))
		}
		if len(months) > 0 && len(months) <= mostMonths {
			marks = append(marks, "("+strings.Join(months, " OR ")+")")
		}
	}
	return marks
}

// terms are the kept words that hold a word, quoted; one more than mostTerms
// where there are too many.
func (t tx) terms(word string) (terms []string, err error) {
	err = t.all("SELECT DISTINCT term FROM post_suffix WHERE suffix >= $1 AND suffix < $2 LIMIT $3",
		[]any{word, word + string(unicode.MaxRune), mostTerms + 1}, func(scan func(...any) error) error {
			var term string
			err := scan(&term)
			terms = append(terms, quoted(term))
			return err
		})
	return terms, err
}
