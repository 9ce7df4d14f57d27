package posts

import (
	"bytes"
	"context"
	"image"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/files"
	"synlig/data/picture"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// picturePart is the post's pictures, each with the words a screen reader reads
// instead of it. What is kept is a copy without anything but its pixels.
type picturePart struct {
	page    *Page
	content *fyne.Container
	list    *fyne.Container
	add     *kit.Button
	rows    []pictureRow
	thumbs  map[string]image.Image // by id; nil while it is read
}

type pictureRow struct {
	id  string
	alt *kit.Entry
}

// pictureEndings are the files that can be read.
var pictureEndings = []string{".jpg", ".jpeg", ".png", ".gif", ".webp"}

// mostPictures is how many a post may have here.
const mostPictures = 10

func newPicturePart(p *Page) *picturePart {
	l := &picturePart{page: p, list: kit.Column(kit.Between), thumbs: map[string]image.Image{}}
	l.add = kit.NewButton(words.Text("posts.picture-add"), theme.FileImageIcon(), l.pick)
	l.content = kit.Column(kit.Within, heading("posts.picture"), l.list, container.NewHBox(l.add))
	return l
}

// dress shows the pictures of the post.
func (l *picturePart) dress() {
	d := &l.page.draft
	pictures := d.content.Pictures
	setVisible(l.content, d.writable() || len(pictures) > 0)
	setVisible(l.add, d.writable() && len(pictures) < mostPictures)
	same := len(pictures) == len(l.rows)
	for i := range l.rows {
		same = same && l.rows[i].id == pictures[i].ID
	}
	if !same {
		l.rows, l.list.Objects = nil, nil
		for i, picture := range pictures {
			l.list.Add(l.row(i, picture))
		}
		l.list.Refresh()
	}
	for i, row := range l.rows {
		if row.alt.Text != pictures[i].Alt {
			row.alt.SetText(pictures[i].Alt)
		}
		if d.writable() {
			row.alt.Enable()
		} else {
			row.alt.Disable()
		}
	}
}

// row is a picture, its words and its size.
func (l *picturePart) row(i int, picture posts.Picture) fyne.CanvasObject {
	alt := kit.NewTextEntry(words.Text("posts.alt-hint"))
	alt.SetMinRowsVisible(2)
	alt.SetText(picture.Alt)
	alt.OnChanged = func(text string) {
		d := &l.page.draft
		if i < len(d.content.Pictures) && d.content.Pictures[i].ID == picture.ID && d.content.Pictures[i].Alt != text && !l.page.writing.filling {
			d.content.Pictures[i].Alt = text
			d.changed()
		}
	}
	alt.OnFocus = l.page.inSight(alt)
	l.rows = append(l.rows, pictureRow{picture.ID, alt})
	remove := kit.NewQuietButton(words.Text("posts.picture-remove"), theme.CancelIcon(), func() { l.drop(picture.ID) })
	size := kit.NewCaption(words.Text("posts.picture-size", "width", number(picture.Width), "height", number(picture.Height)))
	frame := container.NewStack(kit.NewPanel(theme.ColorNameButton, kit.ColorLine, 4))
	if img := l.thumb(picture.ID); img != nil {
		o := canvas.NewImageFromImage(img)
		o.FillMode, o.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
		frame.Add(o)
	}
	foot := container.NewBorder(nil, nil, nil, remove, container.New(centredLine{}, size))
	if !l.page.draft.writable() {
		foot = container.New(centredLine{}, size)
	}
	label := kit.NewCaption(words.Text("posts.alt", "n", number(i+1)))
	return container.NewBorder(nil, nil, container.NewVBox(kit.Padded(0, 0, kit.Slim(132, 69, frame))), nil,
		kit.Padded(0, kit.Within, kit.Column(2, label, alt, foot)))
}

// thumb is a small picture; it is read beside the UI goroutine the first time,
// and shown when it is there.
func (l *picturePart) thumb(id string) image.Image {
	if img, known := l.thumbs[id]; known {
		return img
	}
	l.thumbs[id] = nil
	p := l.page
	var img image.Image
	p.start(func() {
		if kept, err := p.office.PostImage(context.Background(), id); err == nil {
			img, _, _ = image.Decode(bytes.NewReader(kept.Thumbnail))
		}
	}, func() {
		l.thumbs[id] = img
		if img != nil && p.draft.open {
			l.rows = nil
			l.dress()
			p.side.show()
			p.frame.Refresh()
		}
	})
	return l.thumbs[id]
}

// pick asks for a picture.
func (l *picturePart) pick() {
	l.page.host.PickFile(words.Text("posts.picture-pick"), pictureEndings, func(path string) { l.take([]string{path}) })
}

// take takes pictures in: read, turned upright and written anew beside the UI
// goroutine.
func (l *picturePart) take(paths []string) {
	p := l.page
	if !p.draft.writable() {
		return
	}
	var taken []posts.Picture
	version := p.draft.asked
	p.host.Work(words.Text("posts.picture-work"), func(ctx context.Context, progress func(float64)) error {
		for i, path := range paths {
			data, err := files.Read(path, picture.MaxBytes)
			if err != nil {
				return err
			}
			pic, err := picture.Take(data)
			if err != nil {
				return err
			}
			kept, err := p.office.AddPostImage(ctx, store.PostImage{Type: pic.Type, Width: pic.Width, Height: pic.Height,
				Content: pic.Content, Thumbnail: pic.Thumbnail})
			if err != nil {
				return err
			}
			taken = append(taken, kept)
			progress(float64(i+1) / float64(len(paths)))
		}
		return nil
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if version == p.draft.asked && p.draft.writable() {
			l.set(append(slices.Clone(p.draft.content.Pictures), taken...))
			l.focusAlt(len(p.draft.content.Pictures) - 1)
			p.host.Say(words.Text("posts.picture-taken"), "", nil)
		}
	})
}

// set gives the post other pictures.
func (l *picturePart) set(pictures []posts.Picture) {
	d := &l.page.draft
	if len(pictures) > mostPictures {
		pictures = pictures[:mostPictures]
	}
	d.content.Pictures = pictures
	d.changed()
	l.dress()
	l.page.writing.content.Refresh()
	l.page.side.show()
}

// drop takes a picture out; it can be put back.
func (l *picturePart) drop(id string) {
	before := slices.Clone(l.page.draft.content.Pictures)
	l.set(slices.DeleteFunc(slices.Clone(before), func(p posts.Picture) bool { return p.ID == id }))
	l.sayDropped(before)
}

// dropAll takes all of them out.
func (l *picturePart) dropAll() {
	before := slices.Clone(l.page.draft.content.Pictures)
	l.set(nil)
	l.sayDropped(before)
}

func (l *picturePart) sayDropped(before []posts.Picture) {
	id := l.page.draft.post.ID
	l.page.host.Say(words.Text("posts.picture-dropped"), words.Text("posts.undo"), func() {
		if l.page.draft.post.ID == id && l.page.draft.writable() {
			l.set(before)
		}
	})
}

// focusAlt goes to the words of a picture.
func (l *picturePart) focusAlt(i int) {
	if i >= 0 && i < len(l.rows) {
		l.page.host.Canvas().Focus(l.rows[i].alt)
	}
}

// savePicture writes the first picture into a file, to be put on Facebook.
func (l *picturePart) savePicture() {
	p := l.page
	if len(p.draft.content.Pictures) == 0 {
		return
	}
	pic := p.draft.content.Pictures[0]
	ending := ".jpg"
	if pic.Type == "image/png" {
		ending = ".png"
	}
	p.host.SaveFile(words.Text("posts.picture-save"), safeName(p.draft.post.Title())+ending, func(path string) {
		p.host.Work(words.Text("posts.picture-work"), func(ctx context.Context, _ func(float64)) error {
			kept, err := p.office.PostImage(ctx, pic.ID)
			if err != nil {
				return err
			}
			return files.Write(path, kept.Content, true)
		}, func(err error) { p.wrote(path, err) })
	})
}

// copyAlt puts the words of the pictures on the clipboard.
func (l *picturePart) copyAlt() {
	var alts []string
	for _, pic := range l.page.draft.post.Pictures {
		alts = append(alts, pic.Alt)
	}
	fyne.CurrentApp().Clipboard().SetContent(strings.Join(alts, "\n"))
	l.page.host.Say(words.Text("posts.alt-copied"), "", nil)
}

// dropped takes pictures and figures that were dropped on the window.
func (p *Page) dropped(paths []string) {
	var pictures []string
	for _, path := range paths {
		switch ending := strings.ToLower(filepath.Ext(path)); {
		case slices.Contains(pictureEndings, ending):
			pictures = append(pictures, path)
		case ending == ".csv":
			p.readFigures(path)
		}
	}
	if len(pictures) > 0 && p.draft.writable() && p.view == viewWriting {
		p.writing.picture.take(pictures)
	}
}

// wrote says that a file was written, and offers to open it.
func (p *Page) wrote(path string, err error) {
	if err != nil {
		p.host.Fail(err)
		return
	}
	p.host.Say(words.Text("posts.wrote", "file", filepath.Base(path)), words.Text("posts.open-file"), func() { p.host.OpenPath(path) })
}

// safeName is a title as a file name.
func safeName(title string) string {
	name := strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, cut(title, 60)))
	if name == "" {
		return words.Text("posts.untitled")
	}
	return name
}
