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
	longestTerm = 64   // runes of a word that are searched by
	mostTerms   = 600  // words that one is looked for in; beyond, the texts are read
	mostMonths  = 24   // months that a period is narrowed by
	fewPosts    = 4000 // posts that are read sooner than looked up word by word
	tidying     = "50" // pages that are put together at each change
)

// entry is what a post is found by; the zero entry is that of no post.
type entry struct{ words, marks []string }

func entryOf(p posts.Post) (e entry) {
	if p.ID == 0 {
		return e
	}
	parts := []string{p.Text, p.Subject, p.Link.Address, p.Link.Card.Title, p.Author.Name}
	for _, picture := range p.Pictures {
		parts = append(parts, picture.Alt)
	}
	e.words = searchWords(strings.Join(parts, "\n"))
	e.marks = []string{stateMark(p.State), authorMark(p.Author.ID), subjectMark(p.Subject)}
	if when := p.When(); !when.IsZero() {
		e.marks = append(e.marks, monthMark(when))
	}
	return e
}

func stateMark(state posts.State) string {
	return fmt.Sprintf("_s%d", slices.Index(posts.States(), state))
}
func authorMark(id int64) string        { return fmt.Sprintf("_a%d", id) }
func subjectMark(subject string) string { return fmt.Sprintf("_e%x", subject) }
func monthMark(when time.Time) string   { return when.UTC().Format("_m200601") }
func quoted(word string) string         { return `"` + word + `"` } // no word of ours is one of FTS4's

// searchWords are the words of a text that are searched by, each once, in
// order: letters and digits in small letters, an å in one piece.
func searchWords(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i, word := range words {
		if utf8.RuneCountInString(word) > longestTerm {
			words[i] = string([]rune(word)[:longestTerm])
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// index makes a post found as it is now instead of as it was.
func (t tx) index(old, now posts.Post) error {
	was, is := entryOf(old), entryOf(now)
	if slices.Equal(was.words, is.words) && slices.Equal(was.marks, is.marks) {
		return nil
	}
	if was.marks != nil {
		if err := t.exec("DELETE FROM post_words WHERE docid = $1", old.ID); err != nil {
			return err
		}
	}
	if is.marks != nil {
		err := t.exec("INSERT INTO post_words (docid, words, marks) VALUES ($1, $2, $3)",
			now.ID, strings.Join(is.words, " "), strings.Join(is.marks, " "))
		if err != nil {
			return err
		}
	}
	for _, term := range without(is.words, was.words) {
		if err := t.addTerm(term); err != nil {
			return err
		}
	}
	for _, term := range without(was.words, is.words) {
		if err := t.dropTerm(term); err != nil {
			return err
		}
	}
	return t.exec("INSERT INTO post_words (post_words) VALUES ('merge=" + tidying + ",2')")
}

// without are the words that are not among others; both in order.
func without(words, others []string) (left []string) {
	for _, word := range words {
		if _, there := slices.BinarySearch(others, word); !there {
			left = append(left, word)
		}
	}
	return left
}

// tidyIndex puts FTS4's lists together to one, which makes a search several
// times faster after many changes, and leaves nothing of deleted posts in them.
func (t tx) tidyIndex() error {
	return t.exec("INSERT INTO post_words (post_words) VALUES ('optimize')")
}

// addTerm keeps the ends of a word, unless they are there.
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

// ends are a word and all its ends.
func ends(term string) (all []string) {
	for i := range term {
		all = append(all, term[i:])
	}
	return all
}

// dropTerm forgets a word that no post has any more.
func (t tx) dropTerm(term string) error {
	var used bool
	_, err := t.one("SELECT EXISTS (SELECT 1 FROM post_words WHERE post_words MATCH $1)", []any{quoted(term)}, &used)
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
// inside others. Where the filter's marks leave few posts those are read: FTS4
// would go through all the posts of every word.
func (t tx) search(f posts.Filter) (a asked, err error) {
	words := searchWords(f.Words)
	if len(words) == 0 {
		return a, nil
	}
	all := marksOf(f)
	few, err := t.few(all)
	if err != nil {
		return a, err
	}
	for _, word := range words {
		terms, err := t.terms(word)
		switch {
		case err != nil:
			return a, err
		case len(terms) == 0:
			a.none = true
		case few || len(terms) > mostTerms:
			a.read = append(a.read, word)
		default:
			all = append(all, "("+strings.Join(terms, " OR ")+")")
		}
	}
	a.match = strings.Join(all, " AND ")
	return a, nil
}

// few tells whether marks leave but few posts.
func (t tx) few(marks []string) (bool, error) {
	if len(marks) == 0 {
		return false, nil
	}
	var n int
	_, err := t.one("SELECT count(*) FROM (SELECT 1 FROM post_words WHERE post_words MATCH $1 LIMIT $2)",
		[]any{strings.Join(marks, " AND "), fewPosts + 1}, &n)
	return n <= fewPosts, err
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
