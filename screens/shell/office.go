package shell

import (
	"context"

	"synlig/data/people"
	"synlig/data/store"
)

// Office is what the window itself asks of the workspace. data/store's
// workspace satisfies it; rooms ask for more through interfaces of their own.
type Office interface {
	// People are all who work or worked here.
	People(ctx context.Context) ([]people.Person, error)
	// AddPerson keeps a new person and gives them back with an ID.
	AddPerson(ctx context.Context, p people.Person) (people.Person, error)
	// UpdatePerson keeps what changed about a person.
	UpdatePerson(ctx context.Context, p people.Person) error
	// Path is the workspace's file.
	Path() string
	// Watch gives a change after each commit, until ctx ends.
	Watch(ctx context.Context) <-chan store.Change
}
