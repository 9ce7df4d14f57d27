package moderation

import (
	"bytes"
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/moderation"
	"synlig/data/picture"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// askPicture takes a screenshot for the open case.
func (p *Page) askPicture() {
	p.host.PickFile(words.Text("moderation.add_picture"), []string{".png", ".jpg", ".jpeg", ".gif", ".webp"}, p.takePicture)
}

// takePicture shows a screenshot in the memory, to be blackened before anything
// of it is written.
func (p *Page) takePicture(path string) {
	if p.desk.c.ID == 0 {
		p.host.Say(words.Text("moderation.picture_needs_case"), "", nil)
		return
	}
	var data []byte
	var shown *image.RGBA
	p.host.Work(words.Text("moderation.reading_picture"), func(context.Context, func(float64)) (err error) {
		if data, err = files.Read(path, picture.MaxBytes); err == nil {
			shown, err = picture.Look(data)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.showBlacken(data, shown)
	})
}

// showBlacken asks for the boxes. Without one the picture is not kept.
func (p *Page) showBlacken(data []byte, shown *image.RGBA) {
	said := kit.NewText("")
	id := p.desk.c.ID
	var b *blacken
	tell := func() { said.SetText(words.Count("moderation.boxes", len(b.boxes))) }
	b = newBlacken(shown, tell)
	tell()
	undo := kit.NewQuietButton(words.Text("moderation.box_undo"), theme.ContentUndoIcon(), b.undo)
	size := p.host.Canvas().Size()
	height := min(max(size.Height/kit.Scaled(1)-260, 160), 520)
	width := min(max(size.Width/kit.Scaled(1)-80, 320), 820)
	body := kit.Column(kit.Between, kit.NewText(words.Text("moderation.blacken_how")), kit.Slim(width, height, b),
		container.NewBorder(nil, nil, nil, undo, said))
	p.host.Sheet(words.Text("moderation.add_picture"), width, body,
		kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewMainButton(words.Text("moderation.keep_picture"), nil, func() {
			if len(b.boxes) == 0 {
				p.host.Fail(fault.New(store.PictureOpen))
				p.showBlacken(data, shown)
				return
			}
			if p.desk.c.ID == id {
				p.keepPicture(data, b.boxes)
			}
		}))
	p.host.Canvas().Focus(b)
}

func (p *Page) keepPicture(data []byte, boxes []image.Rectangle) {
	by := p.host.Person()
	p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
		return p.office.AddPicture(ctx, c.ID, c.Revision, data, boxes, by)
	}, func() { p.host.Say(words.Text("moderation.picture_kept"), "", nil) })
}

// showPictures shows the screenshots of the case, as they are kept.
func (s *casePage) showPictures() {
	p, c := s.page, s.page.desk.c
	s.pictures.Objects = nil
	s.pictures.Hidden = len(c.Pictures) == 0
	for _, shot := range c.Pictures {
		frame := container.NewStack()
		s.pictures.Add(kit.Column(0, frame, kit.NewQuiet(words.Text("moderation.picture_by", "name", shot.By, "when", p.momentText(shot.At)))))
		if known := s.shots[shot.ID]; known != nil {
			frame.Add(known)
			continue
		}
		var shown image.Image
		p.start(func() {
			if content, err := p.office.PictureBytes(context.Background(), shot.ID); err == nil {
				shown, _, _ = image.Decode(bytes.NewReader(content))
			}
		}, func() {
			if shown == nil || p.desk.c.ID != c.ID {
				return // the record names it; what cannot be shown is not
			}
			s.shots[shot.ID] = shotOf(shown)
			frame.Objects = []fyne.CanvasObject{s.shots[shot.ID]}
			s.settle()
		})
	}
	s.pictures.Refresh()
}

// shotOf is a picture no larger than the case is wide.
func shotOf(shown image.Image) fyne.CanvasObject {
	img := canvas.NewImageFromImage(shown)
	img.FillMode = canvas.ImageFillContain
	size := shown.Bounds().Size()
	width := min(float32(size.X), 460)
	return container.NewHBox(kit.Slim(width, width*float32(size.Y)/float32(size.X), img))
}
