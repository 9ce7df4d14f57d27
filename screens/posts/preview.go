package posts

import (
	"image"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/links"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// previewed is what a preview shows.
type previewed struct {
	office   string // the page's name on Facebook
	when     string
	text     string
	link     posts.Link
	host     string // of the link, as people read it
	cardPic  image.Image
	pictures []image.Image
	desktop  int // characters until the text is folded
	mobile   int
}

// preview is a post as Facebook will show it, as near as one can tell: folded,
// with its card or its picture, on a large screen or on a phone.
type preview struct {
	content *fyne.Container
	screens *kit.Choice
	note    *widget.Label
	head    *previewHead
	text    *flowText
	below   *fyne.Container // card or pictures
	paper   *fyne.Container
	slim    *slimmer

	shown    previewed
	mobile   bool
	folds    bool // the text is longer than Facebook shows
	unfolded bool
}

func newPreview() *preview {
	p := &preview{head: newPreviewHead(), below: container.NewStack()}
	p.text = newFlowText(func() {
		if p.folds {
			p.unfolded = !p.unfolded
			p.dress()
		}
	})
	p.screens = kit.NewChoice([]string{words.Text("posts.screen-desktop"), words.Text("posts.screen-mobile")}, 0, func(i int) {
		p.mobile, p.unfolded = i == 1, false
		p.dress()
	})
	p.note = kit.NewQuiet("")
	p.note.SizeName = theme.SizeNameCaptionText
	foot := kit.NewCaption(words.Text("posts.like-comment-share"))
	body := container.New(layout.NewCustomPaddedVBoxLayout(0),
		kit.Padded(10, 12, p.head), kit.Padded(0, 12, p.text), kit.Padded(5, 0, container.NewWithoutLayout()), p.below,
		kit.Padded(10, 12, foot))
	p.paper = container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 8), body)
	p.slim = &slimmer{}
	p.content = kit.Column(kit.Within, p.screens, container.New(p.slim, p.paper), p.note)
	return p
}

// show shows another text or post.
func (p *preview) show(shown previewed) {
	if shown.text != p.shown.text && p.unfolded && !strings.HasPrefix(shown.text, p.shown.text[:min(len(p.shown.text), 20)]) {
		p.unfolded = false
	}
	p.shown = shown
	p.dress()
}

// dress draws all of it anew.
func (p *preview) dress() {
	s := p.shown
	p.slim.narrow = p.mobile
	p.head.set(s.office, s.when)
	limit, folds := s.desktop, "posts.fold-note-desktop"
	if p.mobile {
		limit, folds = s.mobile, "posts.fold-note-mobile"
	}
	at, folded := posts.Fold(s.text, limit)
	p.folds = folded
	text := s.text
	if folded && !p.unfolded {
		text = strings.TrimRightFunc(string([]rune(s.text)[:at]), unicode.IsSpace)
	}
	pieces := spoken(text)
	switch {
	case folded && !p.unfolded:
		pieces = append(pieces, flowPiece{" … " + words.Text("posts.see-more"), kit.ColorQuiet, true})
	case folded:
		pieces = append(pieces, flowPiece{"\n" + words.Text("posts.see-less"), kit.ColorQuiet, true})
	}
	p.text.set(pieces)
	p.note.SetText(words.Text(folds, "n", number(limit)))
	p.dressBelow()
	p.content.Refresh()
}

// dressBelow shows the pictures, or the card where there are none: Facebook
// shows no card beside a picture.
func (p *preview) dressBelow() {
	s := p.shown
	switch {
	case len(s.pictures) > 0:
		p.below.Objects = []fyne.CanvasObject{picturesOf(s.pictures)}
	case s.link.Address != "":
		p.below.Objects = []fyne.CanvasObject{cardOf(s)}
	default:
		p.below.Objects = nil
	}
	p.below.Refresh()
}

// spoken is a text as Facebook writes it: addresses and hashtags in the colour
// of links.
func spoken(text string) []flowPiece {
	if text == "" {
		return []flowPiece{{words.Text("posts.preview-empty"), kit.ColorQuiet, false}}
	}
	runes := []rune(text)
	var list []flowPiece
	piece := func(from, to int, ink fyne.ThemeColorName) {
		if from < to {
			list = append(list, flowPiece{string(runes[from:to]), ink, false})
		}
	}
	at := 0
	for _, s := range linkedStretches(text, runes) {
		piece(at, s[0], kit.ColorText)
		piece(s[0], s[1], kit.ColorAccent)
		at = s[1]
	}
	piece(at, len(runes), kit.ColorText)
	return list
}

// linkedStretches are the addresses and hashtags of a text, in order.
func linkedStretches(text string, runes []rune) (stretches [][2]int) {
	for _, f := range links.Find(text) {
		stretches = append(stretches, [2]int{f.From, f.To})
	}
	next := 0
	var all [][2]int
	for i := 0; i < len(runes); i++ {
		if next < len(stretches) && i == stretches[next][0] {
			all = append(all, stretches[next])
			i = max(stretches[next][1]-1, i)
			next++
			continue
		}
		if runes[i] != '#' || i > 0 && !unicode.IsSpace(runes[i-1]) {
			continue
		}
		end := i + 1
		for end < len(runes) && (unicode.IsLetter(runes[end]) || unicode.IsDigit(runes[end]) || runes[end] == '_') {
			end++
		}
		if end > i+1 {
			all = append(all, [2]int{i, end})
			i = end - 1
		}
	}
	return all
}

// picturesOf are the pictures side by side, as wide as the post.
func picturesOf(pictures []image.Image) fyne.CanvasObject {
	shown := min(len(pictures), 4)
	columns := min(shown, 2)
	grid := container.New(&photoGrid{columns: columns})
	for _, picture := range pictures[:shown] {
		o := canvas.NewImageFromImage(picture)
		o.FillMode = canvas.ImageFillCover
		o.ScaleMode = canvas.ImageScaleSmooth
		grid.Add(o)
	}
	return grid
}

// photoGrid gives pictures the room that Facebook gives them: 1.91 to 1 for
// one, squares for more.
type photoGrid struct{ columns int }

func (l *photoGrid) sizes(n int, width float32) (w, h float32, rows int) {
	gap := kit.Scaled(2)
	w = (width - gap*float32(l.columns-1)) / float32(l.columns)
	rows = (n + l.columns - 1) / l.columns
	if n == 1 {
		return w, w / 1.91, rows
	}
	return w, w, rows
}

func (l *photoGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w, h, _ := l.sizes(len(objects), size.Width)
	gap := kit.Scaled(2)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%l.columns)*(w+gap), float32(i/l.columns)*(h+gap)))
		o.Resize(fyne.NewSize(w, h))
	}
}

func (l *photoGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, h, rows := l.sizes(len(objects), kit.Scaled(slimWidth))
	return fyne.NewSize(1, h*float32(rows)+kit.Scaled(2)*float32(rows-1))
}

// cardOf is a link's card: its picture, the site, the title and what it says.
func cardOf(s previewed) fyne.CanvasObject {
	card := s.link.Card
	var picture fyne.CanvasObject = container.NewStack()
	switch {
	case s.cardPic != nil:
		picture = picturesOf([]image.Image{s.cardPic})
	case card.Image != "":
		note := kit.NewCaption(words.Text("posts.card-image"))
		picture = container.NewStack(kit.NewPanel(theme.ColorNameButton, "", 0), kit.Padded(36, 12, note))
	}
	site := kit.NewCaption(strings.ToUpper(s.host))
	title := card.Title
	if title == "" {
		title = words.Text("posts.card-not-fetched")
	}
	name := kit.NewText(title)
	name.TextStyle.Bold = card.Title != ""
	if card.Title == "" {
		name.Importance = widget.LowImportance
	}
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), kit.Padded(0, 8, site), name)
	if card.Description != "" {
		about := kit.NewCaption(card.Description)
		lines.Add(kit.Padded(0, 8, about))
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(0), picture,
		container.NewStack(kit.NewPanel(kit.ColorGround, kit.ColorLine, 0), kit.Padded(8, 4, lines)))
}

// slimWidth is a phone's width at scale 1, as the preview shows it.
const slimWidth = 300

// slimmer gives a phone's width, in the middle of the room there is.
type slimmer struct{ narrow bool }

func (l *slimmer) width(room float32) float32 {
	if l.narrow {
		return min(room, kit.Scaled(slimWidth-30))
	}
	return room
}

func (l *slimmer) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(l.width(size.Width), size.Height))
		o.Move(fyne.NewPos((size.Width-l.width(size.Width))/2, 0))
	}
}

func (l *slimmer) MinSize(objects []fyne.CanvasObject) (least fyne.Size) {
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}
