package posts

import (
	"context"
	"time"

	"synlig/data/danish"
	"synlig/data/links"
	"synlig/data/posts"
	"synlig/data/store"
)

// office is what the page needs of the workspace.
type office interface {
	Posts(ctx context.Context, filter posts.Filter) ([]posts.Brief, error)
	Post(ctx context.Context, id int64) (posts.Post, error)
	PostCounts(ctx context.Context) (map[posts.State]int, error)
	PostSubjects(ctx context.Context) ([]string, error)
	PostHistory(ctx context.Context, id int64) ([]posts.Event, error)
	AddPost(ctx context.Context, p posts.Post) (posts.Post, error)
	SavePost(ctx context.Context, p posts.Post, by posts.Who) (posts.Post, error)
	StepPost(ctx context.Context, id int64, revision int, step posts.Step) (posts.Post, error)
	DuePosts(ctx context.Context) ([]posts.Post, error)

	AddPostNote(ctx context.Context, id int64, by posts.Who, text string) (posts.Post, error)
	SettlePostNote(ctx context.Context, note int64, done bool) error
	AddPostMinutes(ctx context.Context, id int64, by posts.Who, minutes int) error
	PostMinutes(ctx context.Context, from, to time.Time) (minutes int, err error)
	TrashPost(ctx context.Context, id int64, revision int, by posts.Who) (posts.Post, error)
	RestorePost(ctx context.Context, id int64, revision int, by posts.Who) (posts.Post, error)
	PostSettings(ctx context.Context) (posts.Settings, error)
	SetPostSettings(ctx context.Context, settings posts.Settings) error
	SavePostFigures(ctx context.Context, all []posts.Figures) error
	PostFigures(ctx context.Context, id int64) ([]posts.Figures, error)
	LatestPostFigures(ctx context.Context) (map[int64]posts.Figures, error)
	AddPostImage(ctx context.Context, image store.PostImage) (posts.Picture, error)
	PostImage(ctx context.Context, id string) (store.PostImage, error)
	WholePosts(ctx context.Context) ([]posts.Post, error)
	PostFigureMapping(ctx context.Context) (posts.Mapping, error)
	SetPostFigureMapping(ctx context.Context, mapping posts.Mapping) error
	SettingBool(ctx context.Context, key string, fallback bool) (bool, error)
	SetSettingBool(ctx context.Context, key string, value bool) error
	PostTemplates(ctx context.Context) (text string, own bool, err error)
	WordLists(ctx context.Context) (danish.Lists, error)

	Links(ctx context.Context) ([]links.Page, error)
	Card(ctx context.Context, address string) (links.Card, bool, error)
	KeepCard(ctx context.Context, c links.Card) error
	Sites(ctx context.Context) (links.Sites, error)
	NetAllowed() bool
}

// asker asks the web for a page's card: data/links/web's Client.
type asker interface {
	Card(ctx context.Context, address string) (links.Card, error)
}
