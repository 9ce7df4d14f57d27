package store

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"synlig/data/fault"
	"synlig/data/posts"
)

const postColumns = `post.id, post.revision, post.state, post.template, post.subject, post.text, post.link, post.card,
	post.pictures, post.sha256, post.author, post.author_name, coalesce(post.submitter, 0), post.submitter_name,
	coalesce(post_approval.approver, 0), coalesce(post_approval.approver_name, ''), coalesce(post_approval.at, ''),
	coalesce(post_approval.content, ''), coalesce((SELECT sum(minutes) FROM post_time WHERE post_time.post = post.id), 0),
	post.planned, post.reminded, post.copied, post.published, post.address, post.created, post.changed, post.trashed, post.example
	FROM post LEFT JOIN post_approval ON post_approval.id = post.approval`

// Post is the post with that ID, its notes and what was edited on Facebook.
// Codes: PostMissing, PostDamaged.
func (s *Store) Post(ctx context.Context, id int64) (p posts.Post, err error) {
	err = s.read(ctx, func(tx tx) error {
		p, err = tx.post(id)
		return err
	})
	return p, err
}

// WholePosts are all posts in full that do not lie in the trash, oldest first:
// for papers and exports.
func (s *Store) WholePosts(ctx context.Context) (all []posts.Post, err error) {
	err = s.read(ctx, func(tx tx) error {
		all, err = tx.posts("post.trashed = ''")
		return err
	})
	return all, err
}

// DuePosts are the planned posts whose time has come, the earliest first.
// Whoever was reminded is not told again; see posts.Due.
func (s *Store) DuePosts(ctx context.Context) (due []posts.Post, err error) {
	now := s.options.Clock().UTC()
	err = s.read(ctx, func(tx tx) error {
		// Times with and without fractions do not sort alike within a second.
		next := timeText(now.Truncate(time.Second).Add(time.Second))
		due, err = tx.posts("post.state = 'planlagt' AND post.planned < $1", next)
		return err
	})
	return posts.Due(due, now), err
}

func (t tx) post(id int64) (posts.Post, error) {
	all, err := t.posts("post.id = $1", id)
	if err == nil && len(all) == 0 {
		err = missingPost(id)
	}
	if err != nil {
		return posts.Post{}, err
	}
	return all[0], nil
}

// postAt is the post as somebody saw it at revision. Code: PostMovedOn when a
// colleague kept something since.
func (t tx) postAt(id int64, revision int) (posts.Post, error) {
	p, err := t.post(id)
	if err == nil && p.Revision != revision {
		err = fault.New(PostMovedOn, "number", strconv.FormatInt(id, 10))
	}
	return p, err
}

// posts are those that a condition of ours picks out, by id.
func (t tx) posts(where string, args ...any) (all []posts.Post, err error) {
	err = t.all("SELECT "+postColumns+" WHERE "+where+" ORDER BY post.id", args, func(scan func(...any) error) error {
		p, err := scanPost(scan)
		all = append(all, p)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range all {
		if err := t.loadNotesOf(&all[i]); err != nil {
			return nil, err
		}
		if err := t.loadAmendments(&all[i]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func scanPost(scan func(...any) error) (posts.Post, error) {
	var p posts.Post
	var card, pictures, sha, approved string
	var approvedAt, planned, reminded, copied, published, created, changed, trashed kept
	err := scan(&p.ID, &p.Revision, &p.State, &p.Template, &p.Subject, &p.Text, &p.Link.Address, &card,
		&pictures, &sha, &p.Author.ID, &p.Author.Name, &p.Submitter.ID, &p.Submitter.Name,
		&p.Approval.By.ID, &p.Approval.By.Name, &approvedAt, &approved, &p.Minutes,
		&planned, &reminded, &copied, &published, &p.Address, &created, &changed, &trashed, &p.Example)
	if err != nil {
		return p, err
	}
	p.Planned, p.Reminded, p.Copied, p.Published = planned.Time, reminded.Time, copied.Time, published.Time
	p.Created, p.Changed, p.Trashed, p.Approval.At = created.Time, changed.Time, trashed.Time, approvedAt.Time
	damaged := json.Unmarshal([]byte(card), &p.Link.Card) != nil || json.Unmarshal([]byte(pictures), &p.Pictures) != nil
	if approved != "" {
		damaged = damaged || json.Unmarshal([]byte(approved), &p.Approval.Content) != nil
	}
	if len(p.Pictures) == 0 {
		p.Pictures = nil
	}
	if damaged || p.Content.Hash() != sha {
		return p, fault.New(PostDamaged, "number", strconv.FormatInt(p.ID, 10))
	}
	return p, nil
}

func (t tx) loadNotesOf(p *posts.Post) error {
	return t.all("SELECT id, person, name, at, text, done FROM post_note WHERE post = $1 ORDER BY id", []any{p.ID},
		func(scan func(...any) error) error {
			var n posts.Note
			var at kept
			err := scan(&n.ID, &n.By.ID, &n.By.Name, &at, &n.Text, &n.Done)
			n.At = at.Time
			p.Notes = append(p.Notes, n)
			return err
		})
}

func (t tx) loadAmendments(p *posts.Post) error {
	if p.Published.IsZero() {
		return nil
	}
	return t.all("SELECT person, name, at, text, why FROM post_amendment WHERE post = $1 ORDER BY id", []any{p.ID},
		func(scan func(...any) error) error {
			var a posts.Amendment
			var at kept
			err := scan(&a.By.ID, &a.By.Name, &at, &a.Text, &a.Why)
			a.At = at.Time
			p.Amendments = append(p.Amendments, a)
			return err
		})
}

// Posts are the posts that filter asks for, as a list shows them: the newest
// first, those found in the words of the filter too.
func (s *Store) Posts(ctx context.Context, filter posts.Filter) (all []posts.Brief, err error) {
	err = s.read(ctx, func(tx tx) error {
		query, args, err := tx.filtered(filter)
		if err != nil || query == "" {
			return err
		}
		return tx.all(query, args, func(scan func(...any) error) error {
			b, err := scanBrief(scan)
			all = append(all, b)
			return err
		})
	})
	return all, err
}

const briefColumns = `post.id, post.revision, post.state, substr(post.text, 1, 400), post.subject, post.author, post.author_name,
	coalesce(post_approval.approver, 0), coalesce(post_approval.approver_name, ''), post.planned, post.published, post.address, post.link,
	json_array_length(post.pictures), (SELECT count(*) FROM post_note WHERE post_note.post = post.id AND done = 0),
	coalesce((SELECT sum(minutes) FROM post_time WHERE post_time.post = post.id), 0),
	coalesce((SELECT value FROM post_figure WHERE post_figure.post = post.id AND metric = 'link-clicks' ORDER BY taken DESC LIMIT 1), -1),
	post.changed, post.trashed`

func scanBrief(scan func(...any) error) (posts.Brief, error) {
	var b posts.Brief
	var text string
	var planned, published, changed, trashed kept
	err := scan(&b.ID, &b.Revision, &b.State, &text, &b.Subject, &b.Author.ID, &b.Author.Name,
		&b.Approver.ID, &b.Approver.Name, &planned, &published, &b.Address, &b.Link,
		&b.Pictures, &b.OpenNotes, &b.Minutes, &b.Clicks, &changed, &trashed)
	b.Title = posts.TitleOf(text)
	b.Planned, b.Published, b.Changed, b.Trashed = planned.Time, published.Time, changed.Time, trashed.Time
	return b, err
}

// PostCounts are how many posts there are in each state, outside the trash.
func (s *Store) PostCounts(ctx context.Context) (map[posts.State]int, error) {
	counts := map[posts.State]int{}
	err := s.read(ctx, func(tx tx) error {
		return tx.all("SELECT state, count(*) FROM post WHERE trashed = '' GROUP BY state", nil, func(scan func(...any) error) error {
			var state posts.State
			var n int
			err := scan(&state, &n)
			counts[state] = n
			return err
		})
	})
	return counts, err
}

// PostSubjects are the subjects in use, in alphabetical order.
func (s *Store) PostSubjects(ctx context.Context) (subjects []string, err error) {
	err = s.read(ctx, func(tx tx) error {
		return tx.all("SELECT DISTINCT subject FROM post WHERE subject <> '' AND trashed = '' ORDER BY subject", nil,
			func(scan func(...any) error) error {
				var subject string
				err := scan(&subject)
				subjects = append(subjects, subject)
				return err
			})
	})
	return subjects, err
}

// whenColumn is when a post belongs; post_when is the index of it.
const whenColumn = "CASE WHEN post.published <> '' THEN post.published ELSE post.planned END"

// filtered writes the query of a filter; "" when nothing can be found.
func (t tx) filtered(f posts.Filter) (query string, args []any, err error) {
	asked, err := t.search(f)
	if err != nil || asked.none {
		return "", nil, err
	}
	from, order := "post", "post.id"
	where := []string{"post.trashed = ''"}
	if f.Trash {
		where[0] = "post.trashed <> ''"
	}
	add := func(condition string, values ...any) {
		for _, value := range values {
			args = append(args, value)
			condition = strings.Replace(condition, "?", "$"+strconv.Itoa(len(args)), 1)
		}
		where = append(where, condition)
	}
	if asked.match != "" {
		from, order = "post_words CROSS JOIN post ON post.id = post_words.docid", "post_words.docid"
		add("post_words MATCH ?", asked.match)
	}
	for _, piece := range asked.read {
		add("(SELECT instr(c0words, ?) FROM post_words_content WHERE docid = post.id) > 0", piece)
	}
	if len(f.States) > 0 {
		var values []any
		for _, state := range f.States {
			values = append(values, string(state))
		}
		add("post.state IN (?"+strings.Repeat(", ?", len(values)-1)+")", values...)
	}
	if f.Subject != "" {
		add("post.subject = ?", f.Subject)
	}
	if f.Author != 0 {
		add("post.author = ?", f.Author)
	}
	if !f.From.IsZero() {
		add(whenColumn+" >= ?", timeText(f.From))
	}
	if !f.To.IsZero() {
		add(whenColumn+" < ?", timeText(f.To))
		where = append(where, whenColumn+" <> ''")
	}
	query = "SELECT " + briefColumns + " FROM " + from + " LEFT JOIN post_approval ON post_approval.id = post.approval WHERE " +
		strings.Join(where, " AND ") + " ORDER BY " + order + " DESC"
	if f.Limit > 0 {
		query += " LIMIT " + strconv.Itoa(f.Limit)
	}
	return query, args, nil
}
