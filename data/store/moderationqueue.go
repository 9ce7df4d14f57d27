package store

import (
	"context"
	"strings"
	"time"

	"synlig/data/moderation"
	"synlig/data/people"
)

// View is a part of the queue.
type View string

// The views of the queue.
const (
	ViewOpen      View = "open"      // everything that needs somebody
	ViewNew       View = "new"       // nobody has begun
	ViewMine      View = "mine"      // mine and open
	ViewSecond    View = "second"    // waits for a second person that I can be
	ViewDecided   View = "decided"   // decided, and not done on Facebook
	ViewDeadlines View = "deadlines" // open with a day, the nearest first
	ViewObjection View = "objection"
	ViewDone      View = "done"
	ViewAll       View = "all"
)

// QueueQuery asks for a page of the queue.
type QueueQuery struct {
	View   View
	Person people.Person // for ViewMine and ViewSecond
	Words  string        // only cases with these words, or words that begin so; "" for all
	Limit  int           // 0: 200
	Offset int
}

// Item is a case as it stands in the queue.
type Item struct {
	ID       int64
	State    moderation.State
	Post     string
	Alias    string
	Excerpt  string // the beginning of the masked comment, at most 160 letters
	Received time.Time
	Deadline time.Time
	Owner    people.Person
	Outcome  moderation.Outcome
	Rule     int
	Revision int
	Example  bool
}

// Queue is a page of a view. In ViewDone and ViewAll, and in a search, the
// newest come first, in all others the oldest.
func (m Moderation) Queue(ctx context.Context, q QueueQuery) (items []Item, err error) {
	where, order := q.View.rule()
	if q.Limit <= 0 {
		q.Limit = 200
	}
	args := []any{q.Person.ID}
	err = m.read(ctx, func(tx tx) error {
		if words := queueWords(q.Words); len(words) > 0 {
			found, err := tx.searching(words, &args)
			if err != nil {
				return err
			}
			// The plus keeps the search on its own way: newest first.
			where, order = strings.ReplaceAll(where, "c.state", "+c.state")+found, "c.id DESC"
		}
		n := int64(len(args))
		args = append(args, q.Limit, q.Offset)
		return tx.all(`SELECT c.id, c.state, c.post, c.alias, substr(c.text, 1, 160), c.received, c.deadline, c.outcome, c.rule, c.revision, c.example,
				coalesce(p.id, 0), coalesce(p.name, ''), coalesce(p.initials, '')
			FROM moderation_case c LEFT JOIN person p ON p.id = c.owner
			WHERE $1 = $1 AND `+where+` ORDER BY `+order+` LIMIT $`+numberText(n+1)+` OFFSET $`+numberText(n+2), args, func(scan func(...any) error) error {
			var i Item
			var received, deadline kept
			err := scan(&i.ID, &i.State, &i.Post, &i.Alias, &i.Excerpt, &received, &deadline, &i.Outcome, &i.Rule, &i.Revision, &i.Example,
				&i.Owner.ID, &i.Owner.Name, &i.Owner.Initials)
			i.Received, i.Deadline = received.Time, deadline.Time
			items = append(items, i)
			return err
		})
	})
	return items, err
}

// rareWord is up to how many cases a word is looked up from its own side.
const rareWord = 3000

// searching is the condition that a case holds all words, or longer ones that
// begin so: "bolig" finds "boligstøtten".
// A word that few cases hold is looked up, and the others asked of those cases;
// where all are common, cases are walked through newest first and asked, which
// soon fills a page.
func (t tx) searching(words []string, args *[]any) (string, error) {
	matches := make([]string, len(words))
	rarest, fewest := 0, rareWord
	for i, word := range words {
		*args = append(*args, word)
		n := "$" + numberText(int64(len(*args)))
		matches[i] = "w.word >= " + n + " AND w.word < " + n + " || char(1114111)"
		var count int
		if _, err := t.one("SELECT count(*) FROM (SELECT 1 FROM moderation_word w WHERE "+strings.ReplaceAll(matches[i], n, "$1")+" LIMIT "+numberText(rareWord)+")",
			[]any{word}, &count); err != nil {
			return "", err
		}
		if count < fewest {
			rarest, fewest = i, count
		}
	}
	var where strings.Builder
	for i, match := range matches {
		if i == rarest && fewest < rareWord {
			where.WriteString(` AND c.id IN (SELECT w."case" FROM moderation_word w WHERE ` + match + ")")
		} else {
			where.WriteString(` AND EXISTS (SELECT 1 FROM moderation_word w WHERE w."case" = c.id AND ` + match + ")")
		}
	}
	return where.String(), nil
}

const openStates = `c.state IN ('ny', 'i_gang', 'afventer', 'besluttet', 'indsigelse')`

// rule is the view's condition and order.
func (v View) rule() (where, order string) {
	oldest := "c.received, c.id"
	switch v {
	case ViewNew:
		return "c.state = 'ny'", oldest
	case ViewMine:
		return "c.owner = $1 AND " + openStates, oldest
	case ViewSecond:
		return `c.state = 'afventer' AND NOT EXISTS (SELECT 1 FROM moderation_action a WHERE a."case" = c.id AND a.person = $1 AND a.needs_second = 1 AND a.second IS NULL)`, oldest
	case ViewDecided:
		return "c.state = 'besluttet'", oldest
	case ViewDeadlines:
		return "c.deadline <> '' AND " + openStates, "c.deadline, c.id"
	case ViewObjection:
		return "c.state = 'indsigelse'", oldest
	case ViewDone:
		return "c.state = 'udfoert'", "c.received DESC, c.id DESC"
	case ViewAll:
		return "c.state <> 'glemt'", "c.received DESC, c.id DESC"
	}
	return openStates, oldest
}

// Counts are how many cases each view holds for a person.
type Counts map[View]int

// Counts counts the queue. Of the number on the rail, New, Second and Objection
// need somebody.
func (m Moderation) Counts(ctx context.Context, person people.Person) (Counts, error) {
	counts := Counts{}
	err := m.read(ctx, func(tx tx) error {
		byState := map[string]View{"ny": ViewNew, "besluttet": ViewDecided, "indsigelse": ViewObjection, "udfoert": ViewDone}
		err := tx.all("SELECT state, count(*) FROM moderation_case GROUP BY state", nil, func(scan func(...any) error) error {
			var state string
			var n int
			err := scan(&state, &n)
			if view, ok := byState[state]; ok {
				counts[view] = n
			}
			if state != "glemt" {
				counts[ViewAll] += n
				if state != "udfoert" {
					counts[ViewOpen] += n
				}
			}
			return err
		})
		if err != nil {
			return err
		}
		for _, view := range []View{ViewMine, ViewSecond, ViewDeadlines} {
			where, _ := view.rule()
			var n int
			if _, err := tx.one("SELECT count(*) FROM moderation_case c WHERE $1 = $1 AND "+where,
				[]any{person.ID}, &n); err != nil {
				return err
			}
			counts[view] = n
		}
		return nil
	})
	return counts, err
}

// queueWords are the words of a search: at most eight, each at least two
// letters or a digit long.
func queueWords(text string) []string {
	var words []string
	for _, w := range moderation.Words(text) {
		if (len([]rune(w)) >= 2 || w >= "0" && w <= "9") && len(words) < 8 {
			words = append(words, w)
		}
	}
	return words
}

// indexWords makes a case's words findable.
func (t tx) indexWords(id int64, text string) error {
	if err := t.exec(`DELETE FROM moderation_word WHERE "case" = $1`, id); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, w := range moderation.Words(text) {
		if len(w) > 64 || seen[w] || len(seen) > 5000 {
			continue
		}
		seen[w] = true
		if err := t.exec(`INSERT INTO moderation_word (word, "case") VALUES ($1, $2)`, w, id); err != nil {
			return err
		}
	}
	return nil
}

// Similar are earlier cases like this one, at most limit: "sidst gjorde vi …".
// They are likened by answers, rule and words; the alias is not even read.
func (m Moderation) Similar(ctx context.Context, c moderation.Case, a moderation.Answers, limit int) (alike []moderation.Likeness, err error) {
	err = m.read(ctx, func(tx tx) error {
		rules, checklist, _, _, err := m.inForce(tx)
		if err != nil {
			return err
		}
		r := checklist.Recommend(rules, a, "")
		rule := 0
		if len(r.Rules) > 0 {
			rule = r.Rules[0].Number
		}
		earlier, err := tx.candidates(c, r.Main.Question)
		alike = moderation.Similar(c.Comment.Text(), a, rule, earlier, limit)
		return err
	})
	return alike, err
}

// candidates are the office's last actions on the same question, and those on
// comments with the same rarer words.
func (t tx) candidates(c moderation.Case, question int) (earlier []moderation.Earlier, err error) {
	args := []any{c.ID, question}
	rare := `SELECT id FROM (SELECT id FROM moderation_case WHERE question = $2 AND outcome <> '' AND state <> 'glemt' AND id <> $1 ORDER BY id DESC LIMIT 200)`
	for _, word := range rarest(c.Comment.Text(), 8) {
		args = append(args, word)
		rare += ` UNION SELECT "case" FROM (SELECT "case" FROM moderation_word WHERE word = $` + numberText(int64(len(args))) + ` ORDER BY "case" DESC LIMIT 50)`
	}
	err = t.all(`SELECT c.id, c.text, a.answers, a.details, a.question, a.rule, a.outcome, a.reason, a.at, a.overruled
		FROM moderation_case c JOIN moderation_action a ON a.id = (SELECT max(id) FROM moderation_action WHERE "case" = c.id AND refused = 0 AND (needs_second = 0 OR second IS NOT NULL))
		WHERE c.id <> $1 AND c.state <> 'glemt' AND $2 = $2 AND c.id IN (`+rare+`) ORDER BY c.id`, args, func(scan func(...any) error) error {
		var e moderation.Earlier
		var answers, details string
		var at kept
		err := scan(&e.Case, &e.Text, &answers, &details, &e.Question, &e.Rule, &e.Outcome, &e.Reason, &at, &e.Overruled)
		e.At = at.Time
		e.Answers, _ = moderation.ReadAnswers(answers, details)
		earlier = append(earlier, e)
		return err
	})
	return earlier, err
}

// rarest are the longest words of a text: the likeliest to mean something.
func rarest(text string, limit int) []string {
	seen := map[string]bool{}
	var words []string
	for _, w := range moderation.Words(text) {
		if n := len([]rune(w)); n >= 5 && n <= 40 && !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	sortByLength(words)
	return words[:min(limit, len(words))]
}
