package store

import (
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/posts"
)

// Each of these breaks one rule of the posts' schema, written by a program that
// knows nothing of ours. Post 1 is a draft, 2 is submitted, 3 approved, 4
// planned, 5 published with an address and an amendment, 6 archived unpublished.
func TestThePostsSchemaHoldsItsRules(t *testing.T) {
	d := sixPosts(t)
	before := dump(t, d.Store)
	for name, statement := range map[string]string{
		"unknown state":                    `UPDATE post SET state = 'måske' WHERE id = 1`,
		"born approved":                    `INSERT INTO post (state, sha256, author, author_name, created, changed) SELECT 'godkendt', sha256, author, author_name, created, changed FROM post WHERE id = 1`,
		"born published":                   `INSERT INTO post (state, sha256, author, author_name, created, changed, published) SELECT 'udgivet', sha256, author, author_name, created, changed, created FROM post WHERE id = 1`,
		"published by replace":             `INSERT OR REPLACE INTO post (id, state, sha256, author, author_name, created, changed) SELECT id, 'udkast', sha256, author, author_name, created, changed FROM post WHERE id = 5`,
		"approved without approval":        `UPDATE post SET state = 'godkendt' WHERE id = 2`,
		"approved by the author":           `INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256) SELECT id, author, submitter, author, 'x', created, '{}', sha256 FROM post WHERE id = 2`,
		"approved by the submitter":        `INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256) SELECT id, author, submitter, submitter, 'x', created, '{}', sha256 FROM post WHERE id = 2`,
		"approved with another author":     `INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256) SELECT id, 2, submitter, 3, 'x', created, '{}', sha256 FROM post WHERE id = 2`,
		"approved with another submitter":  `INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256) SELECT id, author, 2, 3, 'x', created, '{}', sha256 FROM post WHERE id = 2`,
		"approval of other words":          `INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256) SELECT id, author, submitter, 2, 'x', created, '{}', '` + strings.Repeat("a", 64) + `' FROM post WHERE id = 2`,
		"approval of a draft":              `INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256) SELECT id, author, author, 2, 'x', created, '{}', sha256 FROM post WHERE id = 1`,
		"approval of another post":         `UPDATE post SET state = 'godkendt', approval = (SELECT approval FROM post WHERE id = 3) WHERE id = 2`,
		"approval by nobody":               `INSERT INTO post_approval (post, author, submitter, approver, approver_name, at, content, sha256) SELECT id, author, submitter, 99, 'x', created, '{}', sha256 FROM post WHERE id = 2`,
		"approval changed":                 `UPDATE post_approval SET approver_name = 'x'`,
		"approval deleted":                 `DELETE FROM post_approval`,
		"approval by replace":              `INSERT OR REPLACE INTO post_approval SELECT id, post, author, submitter, approver, 'x', at, content, sha256 FROM post_approval`,
		"approved text":                    `UPDATE post SET text = 'x' WHERE id = 3`,
		"approved link":                    `UPDATE post SET link = 'https://x' WHERE id = 3`,
		"approved picture":                 `UPDATE post SET pictures = '[{"id":"x"}]' WHERE id = 3`,
		"approved hash":                    `UPDATE post SET sha256 = '` + strings.Repeat("a", 64) + `' WHERE id = 3`,
		"approved author":                  `UPDATE post SET author = 2 WHERE id = 3`,
		"the author of a draft":            `UPDATE post SET author = 2 WHERE id = 1`,
		"the author's name":                `UPDATE post SET author_name = 'x' WHERE id = 1`,
		"planned without a time":           `UPDATE post SET planned = '' WHERE id = 4`,
		"planned at no time":               `UPDATE post SET planned = 'i morgen' WHERE id = 4`,
		"back to a draft with an approval": `UPDATE post SET state = 'udkast' WHERE id = 3`,
		"published text":                   `UPDATE post SET text = 'x' WHERE id = 5`,
		"published card":                   `UPDATE post SET card = '{"Title":"x"}' WHERE id = 5`,
		"published time":                   `UPDATE post SET published = '2020-01-01T00:00:00Z' WHERE id = 5`,
		"published address":                `UPDATE post SET address = 'https://www.facebook.com/x/9' WHERE id = 5`,
		"published taken back":             `UPDATE post SET state = 'udkast', published = '', address = '', approval = NULL WHERE id = 5`,
		"published without approval":       `UPDATE post SET approval = NULL WHERE id = 5`,
		"published text and hash":          `UPDATE post SET text = 'x', sha256 = '` + strings.Repeat("a", 64) + `', approval = NULL, state = 'udkast' WHERE id = 5`,
		"published deleted":                `DELETE FROM post WHERE id = 5`,
		"published in the trash":           `UPDATE post SET trashed = created WHERE id = 5`,
		"approved in the trash":            `UPDATE post SET trashed = created WHERE id = 3`,
		"one address for two":              `UPDATE post SET state = 'udgivet', published = created, address = (SELECT address FROM post WHERE id = 5) WHERE id = 3`,
		"an address before publication":    `UPDATE post SET address = 'https://www.facebook.com/x/9' WHERE id = 3`,
		"an address that is none":          `UPDATE post SET state = 'udgivet', published = created, address = 'javascript:x' WHERE id = 3`,
		"submitted by nobody":              `UPDATE post SET submitter = NULL WHERE id = 2`,
		"an event changed":                 `UPDATE post_event SET name = 'x' WHERE act <> ''`,
		"published words rewritten":        `UPDATE post_event SET content = '{}' WHERE post = 5 AND act = ''`,
		"an event moved":                   `UPDATE post_event SET post = 2 WHERE post = 1`,
		"an event deleted":                 `DELETE FROM post_event WHERE post = 1`,
		"an amendment changed":             `UPDATE post_amendment SET text = 'x'`,
		"an amendment deleted":             `DELETE FROM post_amendment`,
		"an amendment by replace":          `INSERT OR REPLACE INTO post_amendment SELECT id, post, person, name, at, 'x', why FROM post_amendment`,
		"an amendment of a draft":          `INSERT INTO post_amendment (post, person, name, at, text) VALUES (1, 1, 'x', '', 'x')`,
		"an empty note":                    `INSERT INTO post_note (post, person, name, at, text) VALUES (1, 1, 'x', '', '')`,
		"a note of nobody":                 `INSERT INTO post_note (post, person, name, at, text) VALUES (1, 99, 'x', '', 'x')`,
		"a picture in use deleted":         `DELETE FROM post_image`,
		"a picture repainted":              `UPDATE post_image SET content = x'00'`,
		"a picture of another kind":        `INSERT INTO post_image VALUES ('` + strings.Repeat("a", 64) + `', 'image/svg+xml', 1, 1, x'', x'')`,
		"a day that is too long":           `INSERT INTO post_time (post, person, day, minutes) VALUES (1, 1, '2015-03-02', 1441)`,
		"figures below nought":             `INSERT INTO post_figure VALUES (5, '2015-03-02', 'link-clicks', -1)`,
		"figures of no post":               `INSERT INTO post_figure VALUES (99, '2015-03-02', 'link-clicks', 1)`,
		"a person with posts deleted":      `DELETE FROM person WHERE id = 1`,
	} {
		t.Run(name, func(t *testing.T) {
			if err := raw(t, d.path, nil)(statement); err == nil {
				t.Errorf("the schema let it through: %s", statement)
			} else if code := fault.CodeOf(coded(ruled(err), "")); code != Refused {
				t.Errorf("code %q for %v", code, err)
			}
			if dump(t, d.Store) != before {
				t.Error("something was changed all the same")
			}
		})
	}
}

// sixPosts is the workspace of the test above; 1, 2 and 3 are Bo, Carla and Dorte.
func sixPosts(t *testing.T) *desk {
	d, ctx := newDesk(t), t.Context()
	d.post(t, "Et udkast")
	d.step(t, d.post(t, "Til godkendelse"), posts.Step{Act: posts.Submit, By: d.bo})
	image := must(d.AddPostImage(ctx, PostImage{Type: "image/png", Width: 1, Height: 1, Content: []byte{1}, Thumbnail: []byte{1}}))(t)
	image.Alt = "En prik"
	p := posts.New(d.bo, d.now)
	p.State, p.Text, p.Pictures = posts.Draft, "Godkendt", []posts.Picture{image}
	p = d.step(t, must(d.AddPost(ctx, p))(t), posts.Step{Act: posts.Submit, By: d.bo})
	d.step(t, p, posts.Step{Act: posts.Approve, By: d.carla})
	d.step(t, d.approved(t, "Planlagt"), posts.Step{Act: posts.Plan, By: d.bo, When: d.now})
	d.step(t, d.published(t, "Udgivet", "https://www.facebook.com/kontor/posts/1"), posts.Step{Act: posts.Amend, By: d.bo, Text: "Rettet"})
	d.step(t, d.post(t, "Arkiveret"), posts.Step{Act: posts.Archive, By: d.bo})
	return d
}

func TestWhatThePostsSchemaAllows(t *testing.T) {
	d := sixPosts(t)
	for name, statement := range map[string]string{
		"a card fetched again":    `UPDATE post SET card = '{"Fetched":"2015-03-02T00:00:00Z"}' WHERE id = 3`,
		"an approval taken away":  `UPDATE post SET state = 'udkast', approval = NULL WHERE id = 3`,
		"published, archived":     `UPDATE post SET state = 'arkiveret' WHERE id = 5`,
		"a draft deleted":         `DELETE FROM post WHERE id = 1`,
		"and all that was its":    `DELETE FROM post WHERE id = 2`,
		"an approval with it too": `DELETE FROM post WHERE id = 3`,
	} {
		if err := raw(t, d.path, nil)(statement); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSavingWhatIsOutChangesNothing(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	p := d.published(t, "Udgivet", "")
	p.Link.Card.Fetched, p.Template, p.Subject, p.Planned = d.now.AddDate(0, 0, 1), "x", "y", d.now
	kept, err := d.SavePost(ctx, p, d.bo)
	if err != nil || kept.Template != "" || kept.Subject != "" || !kept.Planned.IsZero() || !kept.Link.Card.Fetched.IsZero() {
		t.Errorf("%v, %+v", err, kept)
	}
	p.Revision, p.Text = kept.Revision, "Andet"
	if _, err := d.SavePost(ctx, p, d.bo); !fault.Is(err, posts.WordsPublished) {
		t.Errorf("published words: %v", err)
	}
}

func TestOneAddressIsOnePost(t *testing.T) {
	d := newDesk(t)
	d.published(t, "En", "https://www.facebook.com/kontor/posts/1")
	other := d.approved(t, "To")
	if _, err := d.StepPost(t.Context(), other.ID, other.Revision, posts.Step{Act: posts.Publish, By: d.bo, Address: "facebook.com/kontor/posts/1"}); !fault.Is(err, AddressTaken) {
		t.Errorf("two posts at one address: %v", err)
	}
	if kept := must(d.Post(t.Context(), other.ID))(t); kept.State != posts.Approved || kept.Revision != other.Revision {
		t.Errorf("half a step was kept: %+v", kept)
	}
}
