package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strconv"

	"github.com/mattn/go-sqlite3"

	"synlig/data/fault"
	"synlig/data/posts"
)

// The codes about posts, beside those of package posts.
const (
	PostMissing fault.Code = "post-missing" // "number"
	// PostMovedOn: a colleague kept another change since this one was begun.
	PostMovedOn fault.Code = "post-moved-on" // "number"
	PostDamaged fault.Code = "post-damaged"  // "number": the words are not those that were kept
	// PostUnsigned: every change of a post is by somebody the office knows.
	PostUnsigned fault.Code = "post-unsigned"
	PostInUse    fault.Code = "post-kept" // published posts are archived, not deleted
	// AddressTaken: another post stands at that address on Facebook.
	AddressTaken fault.Code = "post-address-taken"
)

// writePosts is write with the rules of the posts' tables told apart from
// those of the strategy.
func (s *Store) writePosts(ctx context.Context, do func(tx) error) error {
	return s.write(ctx, func(tx tx) error { return ruled(do(tx)) })
}

// ruled gives a broken rule of the schema its code. Whoever comes through this
// package has been refused in plain words before.
func ruled(err error) error {
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	lite, ok := errors.AsType[sqlite3.Error](err)
	if ok && lite.Code == sqlite3.ErrConstraint {
		return fault.Wrap(err, Refused)
	}
	return err
}

// AddPost keeps a new post and gives it back as it is kept, with its ID. Only
// open posts are added; approval and publication are steps. Codes:
// posts.RedText, PostUnsigned.
func (s *Store) AddPost(ctx context.Context, p posts.Post) (posts.Post, error) {
	now := s.options.Clock().UTC()
	if p.Created.IsZero() {
		p.Created = now
	}
	p.Changed, p.Revision = p.Created, 1
	p.Content = p.Content.Clean()
	if err := s.guard(ctx, p.Content, p.Subject); err != nil {
		return p, err
	}
	err := s.writePosts(ctx, func(tx tx) (err error) {
		p, err = tx.addPost(p)
		return err
	})
	return p, err
}

func (t tx) addPost(p posts.Post) (posts.Post, error) {
	author, err := t.signed(p.Author)
	if err != nil {
		return p, err
	}
	p.Author = author
	if p.State == "" {
		p.State = posts.Idea
	}
	card, pictures := contentJSON(p.Content)
	p.ID, err = t.insert(`INSERT INTO post (state, template, subject, text, link, card, pictures, sha256,
			author, author_name, planned, created, changed, example)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
		string(p.State), p.Template, p.Subject, p.Text, p.Link.Address, card, pictures, p.Content.Hash(),
		author.ID, author.Name, timeText(p.Planned), timeText(p.Created), timeText(p.Changed), asInt(p.Example))
	if err != nil {
		return p, err
	}
	p.Revision = 1
	if err := t.recordWords(p, author, posts.State("")); err != nil {
		return p, err
	}
	return p, t.index(posts.Post{}, p)
}

// SavePost keeps what was written: words, link, pictures, template, subject and
// the wished time of one that is not planned yet. by wrote it. The answer is
// the post as it is kept now: an edit takes an approval away (see
// posts.Post.Edit). p.Revision says what the writing began from.
//
// The words must be those of posts.Stored: red personal data is refused with
// posts.RedText, however it came here. Other codes: PostMissing, PostMovedOn,
// PostUnsigned and those of posts.Post.Edit.
func (s *Store) SavePost(ctx context.Context, p posts.Post, by posts.Who) (kept posts.Post, err error) {
	if err := s.guard(ctx, p.Content, p.Subject); err != nil {
		return p, err
	}
	err = s.writePosts(ctx, func(tx tx) error {
		by, err = tx.signed(by)
		if err != nil {
			return err
		}
		old, err := tx.postAt(p.ID, p.Revision)
		if err != nil {
			return err
		}
		kept, err = old.Edit(p.Content, by, s.options.Clock().UTC())
		if err != nil {
			return err
		}
		if old.Open() {
			kept.Template, kept.Subject = p.Template, p.Subject
		}
		if old.Open() && old.State != posts.Planned {
			kept.Planned = p.Planned
		}
		if !kept.Content.Same(old.Content) {
			if err := tx.recordWords(kept, by, old.State); err != nil {
				return err
			}
		}
		return tx.updatePost(old, &kept)
	})
	if err != nil {
		return p, err
	}
	return kept, nil
}

// StepPost takes a step with the post as it stood at revision. The clock tells
// when. Codes: PostMissing, PostMovedOn, PostUnsigned, posts.RedText and those
// of posts.Post.Do.
func (s *Store) StepPost(ctx context.Context, id int64, revision int, step posts.Step) (kept posts.Post, err error) {
	if err := s.guard(ctx, posts.Content{Text: step.Text}, step.Why); err != nil {
		return kept, err
	}
	step.At = s.options.Clock().UTC()
	err = s.writePosts(ctx, func(tx tx) error {
		if step.By, err = tx.signed(step.By); err != nil {
			return err
		}
		old, err := tx.postAt(id, revision)
		if err != nil {
			return err
		}
		if kept, err = old.Do(step); err != nil {
			return err
		}
		err = tx.keepStep(old, &kept, step)
		if kept.Address != old.Address && brokeUnique(err) {
			err = fault.Wrap(err, AddressTaken)
		}
		return err
	})
	return kept, err
}

// keepStep writes what a step changed.
func (t tx) keepStep(old posts.Post, kept *posts.Post, step posts.Step) error {
	if step.Act == posts.Approve {
		if err := t.addApproval(kept); err != nil {
			return err
		}
	}
	for _, note := range kept.Notes[len(old.Notes):] {
		id, err := t.insert(`INSERT INTO post_note (post, person, name, at, text) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
			old.ID, note.By.ID, note.By.Name, timeText(note.At), note.Text)
		if err != nil {
			return err
		}
		kept.Notes[len(kept.Notes)-1].ID = id
	}
	for _, a := range kept.Amendments[len(old.Amendments):] {
		if err := t.addAmendment(old.ID, a); err != nil {
			return err
		}
	}
	if err := t.record(old, *kept, step); err != nil {
		return err
	}
	return t.updatePost(old, kept)
}

// addApproval records who approved what, and makes it the one in force.
func (t tx) addApproval(p *posts.Post) error {
	content, err := json.Marshal(p.Approval.Content)
	if err != nil {
		return err
	}
	id, err := t.insert(`INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
		p.ID, p.Author.ID, p.Submitter.ID, p.Approval.By.ID, p.Approval.By.Name, timeText(p.Approval.At),
		string(content), p.Content.Hash())
	if err != nil {
		return err
	}
	return t.exec(`UPDATE post SET state = 'godkendt', approval = $1 WHERE id = $2`, id, p.ID)
}

// updatePost writes p over old, counts its revision and lets it be found as it
// is now.
func (t tx) updatePost(old posts.Post, p *posts.Post) error {
	card, pictures := contentJSON(p.Content)
	submitter := sql.NullInt64{Int64: p.Submitter.ID, Valid: p.Submitter.ID != 0}
	p.Revision++
	err := t.exec(`UPDATE post SET revision = $1, state = $2, template = $3, subject = $4, text = $5, link = $6,
			card = $7, pictures = $8, sha256 = $9, submitter = $10, submitter_name = $11,
			approval = CASE WHEN $12 THEN approval END, planned = $13, reminded = $14, copied = $15,
			published = $16, address = $17, changed = $18, trashed = $19
		WHERE id = $20`, p.Revision, string(p.State), p.Template, p.Subject, p.Text, p.Link.Address,
		card, pictures, p.Content.Hash(), submitter, p.Submitter.Name,
		p.Approval.Given(), timeText(p.Planned), timeText(p.Reminded), timeText(p.Copied),
		timeText(p.Published), p.Address, timeText(p.Changed), timeText(p.Trashed), p.ID)
	if err != nil {
		return err
	}
	return t.index(old, *p)
}

// signed is who as the office knows the person. Code: PostUnsigned.
func (t tx) signed(who posts.Who) (posts.Who, error) {
	if who.ID == 0 {
		id, err := t.personNamed(who.Name)
		if err != nil {
			return who, err
		}
		who.ID = id.Int64
	}
	found, err := t.one("SELECT name FROM person WHERE id = $1", []any{who.ID}, &who.Name)
	if err == nil && !found {
		err = fault.New(PostUnsigned)
	}
	return who, err
}

func contentJSON(c posts.Content) (card, pictures string) {
	a, errA := json.Marshal(c.Link.Card)
	if c.Pictures == nil {
		c.Pictures = []posts.Picture{}
	}
	b, errB := json.Marshal(c.Pictures)
	if err := errors.Join(errA, errB); err != nil {
		panic(err) // texts and numbers only
	}
	return string(a), string(b)
}

func missingPost(id int64) error {
	return fault.New(PostMissing, "number", strconv.FormatInt(id, 10))
}
