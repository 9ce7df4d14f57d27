package posts

import (
	"sync"

	"synlig/assets"
	"synlig/data/posts"
)

// builtIn are the program's own templates.
var builtIn = sync.OnceValue(func() []posts.Template {
	return posts.ParseTemplates(string(assets.Read("posts/templates.txt")))
})

// templates are what a new post can begin from.
func (p *Page) templates() []posts.Template { return builtIn() }
