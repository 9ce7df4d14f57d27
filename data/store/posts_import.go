package store

import (
	"context"
	"database/sql"

	"synlig/data/fault"
	"synlig/data/posts"
)

// ImportPost keeps a whole post that began somewhere else, with its own times:
// the example's, or another program's. It goes through the same gates as one
// that was written here: the approver must be another than the author and the
// submitter, and approved words are the post's own. events are its history,
// oldest first. Codes: PostUnsigned, posts.RedText, posts.ApprovalChanged, and
// Refused where it breaks a rule of the schema.
func (s *Store) ImportPost(ctx context.Context, p posts.Post, events []posts.Event) (posts.Post, error) {
	p.Content, p.Approval.Content = p.Content.Clean(), p.Approval.Content.Clean()
	if err := s.guard(ctx, p.Content, textsOf(p)...); err != nil {
		return p, err
	}
	if p.Approval.Given() && !p.Approval.Content.Same(p.Content) {
		return p, fault.New(posts.ApprovalChanged)
	}
	err := s.writePosts(ctx, func(tx tx) (err error) {
		p, err = tx.importPost(p, events)
		return err
	})
	return p, err
}

// textsOf are the texts of a post that are not its content.
func textsOf(p posts.Post) []string {
	texts := []string{p.Subject}
	for _, n := range p.Notes {
		texts = append(texts, n.Text)
	}
	for _, a := range p.Amendments {
		texts = append(texts, a.Text, a.Why)
	}
	return texts
}

func (t tx) importPost(p posts.Post, events []posts.Event) (posts.Post, error) {
	whole := p
	for _, who := range []*posts.Who{&whole.Author, &whole.Submitter, &whole.Approval.By} {
		if err := t.sign(who); err != nil {
			return p, err
		}
	}
	if err := t.insertWhole(&whole); err != nil {
		return p, err
	}
	if whole.Approval.Given() {
		if err := t.addApproval(&whole); err != nil {
			return p, err
		}
	}
	for _, e := range events {
		if err := t.sign(&e.By); err != nil {
			return p, err
		}
		if err := t.addEvent(whole.ID, e.At, e.By, e.Act, e.From, e.To, e.Content); err != nil {
			return p, err
		}
	}
	if err := t.updatePost(posts.Post{}, &whole); err != nil {
		return p, err
	}
	return whole, t.importBeside(&whole)
}

// insertWhole makes the row, as it was when it was submitted.
func (t tx) insertWhole(p *posts.Post) (err error) {
	begins := p.State
	if p.Approval.Given() {
		begins = posts.Submitted
	} else if begins == posts.Archived {
		begins = posts.Draft
	}
	card, pictures := contentJSON(p.Content)
	submitter := sql.NullInt64{Int64: p.Submitter.ID, Valid: p.Submitter.ID != 0}
	p.ID, err = t.insert(`INSERT INTO post (state, template, subject, text, link, card, pictures, sha256,
			author, author_name, submitter, submitter_name, created, changed, example)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
		string(begins), p.Template, p.Subject, p.Text, p.Link.Address, card, pictures, p.Content.Hash(),
		p.Author.ID, p.Author.Name, submitter, p.Submitter.Name, timeText(p.Created), timeText(p.Changed), asInt(p.Example))
	p.Revision = 0 // updatePost counts it
	return err
}

// importBeside keeps what stands beside the words.
func (t tx) importBeside(p *posts.Post) (err error) {
	for i := range p.Notes {
		n := &p.Notes[i]
		if err := t.sign(&n.By); err != nil {
			return err
		}
		n.ID, err = t.insert(`INSERT INTO post_note (post, person, name, at, text, done) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
			p.ID, n.By.ID, n.By.Name, timeText(n.At), n.Text, asInt(n.Done))
		if err != nil {
			return err
		}
	}
	for i := range p.Amendments {
		a := &p.Amendments[i]
		if err := t.sign(&a.By); err != nil {
			return err
		}
		if err := t.addAmendment(p.ID, *a); err != nil {
			return err
		}
	}
	if p.Minutes == 0 {
		return nil
	}
	return t.exec("INSERT INTO post_time (post, person, day, minutes) VALUES ($1, $2, $3, $4)",
		p.ID, p.Author.ID, dayText(p.Created), p.Minutes)
}

// sign finds out who somebody is; nobody stays nobody.
func (t tx) sign(who *posts.Who) (err error) {
	if who.Known() {
		*who, err = t.signed(*who)
	}
	return err
}

func (t tx) addAmendment(post int64, a posts.Amendment) error {
	return t.exec(`INSERT INTO post_amendment (post, person, name, at, text, why) VALUES ($1, $2, $3, $4, $5, $6)`,
		post, a.By.ID, a.By.Name, timeText(a.At), a.Text, a.Why)
}
