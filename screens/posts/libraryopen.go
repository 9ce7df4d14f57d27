package posts

import "synlig/data/links"

// openLibrary shows the office's links over the room (Ctrl+L). A page that is
// picked becomes the post's link; where the post cannot be written in, the
// library is only looked at and looked after.
func (p *Page) openLibrary() {
	store, keeps := p.office.(libraryStore)
	if !keeps {
		return // a workspace without a library has nothing to show
	}
	web, _ := p.options.Web.(libraryWeb)
	picked := func(page links.Page) { p.useLink(page.Address) }
	if !p.draft.writable() {
		picked = nil
	}
	draft := p.draft.content.Text + " " + p.draft.subject
	newLibrary(p.host, store, libraryOptions{Draft: draft, Web: web, Start: p.start}, picked).open()
}
