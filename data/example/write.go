package example

import (
	"context"
	"strconv"

	"synlig/data/fault"
	"synlig/data/links"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/data/strategy"
)

// Workspace is what the example office is written into; *store.Store is one.
type Workspace interface {
	AddPerson(ctx context.Context, p people.Person) (people.Person, error)
	SaveRevision(ctx context.Context, r strategy.Revision) error
	ImportLinks(ctx context.Context, pages []links.Page) (added, filled int, err error)
	postsWorkspace
	surveyWorkspace
}

// Write puts the example office into a workspace that holds no strategy yet.
// People come first, so that the texts are tied to those who wrote them. Whoever
// is there already stays and keeps the initials. Errors are the workspace's own.
func Write(ctx context.Context, w Workspace) error {
	for _, p := range People() {
		if err := add(ctx, w, p); err != nil {
			return err
		}
	}
	if _, _, err := w.ImportLinks(ctx, Links()); err != nil {
		return err
	}
	if err := w.SaveRevision(ctx, Revision()); err != nil {
		return err
	}
	if err := writePosts(ctx, w); err != nil {
		return err
	}
	if err := writeSurvey(ctx, w); err != nil {
		return err
	}
	if m, ok := w.(moderated); ok {
		return writeComments(ctx, m)
	}
	return nil
}

// add gives p other initials ("AE2") when somebody has them: the person who
// starts the program for the first time may be an AE too.
func add(ctx context.Context, w Workspace, p people.Person) error {
	_, err := w.AddPerson(ctx, p)
	initials := p.Initials
	for n := 2; fault.Is(err, store.InitialsTaken) && n <= 9; n++ {
		p.Initials = initials + strconv.Itoa(n)
		_, err = w.AddPerson(ctx, p)
	}
	return err
}
