package posts

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// side is the right side of a post: how it will look, and under that what there
// is to say about it.
type side struct {
	page    *Page
	upper   *fyne.Container
	lower   *fyne.Container
	preview *preview
	hints   *hints
}

func newSide(p *Page) *side {
	s := &side{page: p, preview: newPreview(), hints: newHints(p)}
	s.upper = kit.Column(kit.Between, section("posts.preview"), s.preview.content)
	s.lower = kit.Column(kit.Between, section("posts.check"), s.hints.content)
	return s
}

// section is the heading of one half, in line with what stands under it.
func section(key string) *kit.Caption {
	c := kit.NewCaption(words.Text(key))
	c.Ink, c.Letters, c.Bold = kit.ColorText, theme.SizeNameSubHeadingText, true
	return c
}

// halves lays both halves under each other, each of which scrolls: what there is
// to say is in sight however long the post is.
type halves struct{}

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	upper, line, lower := objects[0].(*container.Scroll), objects[1], objects[2].(*container.Scroll)
	wanted := upper.Content.MinSize().Height
	height := min(wanted, max(size.Height*0.58, size.Height-lower.Content.MinSize().Height))
	put(upper, 0, 0, size.Width, height)
	put(line, 0, height, size.Width, 1)
	put(lower, 0, height+1, size.Width, max(size.Height-height-1, 0))
}

func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// fill shows the post that was opened.
func (s *side) fill() {
	s.preview.unfolded = false
	s.hints.clear()
	s.show()
}

// judged shows what was found.
func (s *side) judged(v *verdict) {
	s.hints.show(v)
	s.show()
}

// show shows the post as it will look.
func (s *side) show() {
	p := s.page
	d := &p.draft
	if !d.open {
		return
	}
	shown := previewed{office: p.officeName(), text: d.content.Text, link: d.content.Link,
		desktop: p.ground.settings.FoldDesktop, mobile: p.ground.settings.FoldMobile, when: p.previewWhen()}
	if address := d.content.Link.Address; address != "" {
		shown.host = hostOf(address)
	}
	for _, picture := range d.content.Pictures {
		if img := p.writing.picture.thumb(picture.ID); img != nil {
			shown.pictures = append(shown.pictures, img)
		}
	}
	s.preview.show(shown)
}

// previewWhen is what Facebook writes under the name: when.
func (p *Page) previewWhen() string {
	d := &p.draft
	switch today := p.today(); {
	case !d.post.Published.IsZero():
		return momentText(p.local(d.post.Published), today)
	case !d.wish.IsZero():
		return momentText(p.local(d.wish), today)
	}
	return words.Text("posts.just-now")
}

// hostOf is the site of an address as people read it.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return links.Unicode(u.Hostname())
}
