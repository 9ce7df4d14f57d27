package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/screens/kit"
)

// question is a card over the page, so wide at scale 1 or as wide as the page
// is, that scrolls where it is higher than that.
func (p *Page) question(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return p.scrolledQuestion(width, content)
}

func (p *Page) scrolledQuestion(width float32, content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(&questionLayout{p, width}, kit.NewCard(content)))
}

// form is a question whose fields come into sight as the keyboard comes to them,
// and which Esc in a field leaves.
func (p *Page) form(width float32, content fyne.CanvasObject, fields ...fyne.CanvasObject) fyne.CanvasObject {
	scroll := p.scrolledQuestion(width, content)
	leave := func() bool {
		p.frame.showWork()
		p.host.Canvas().Focus(p.paper.rows)
		return true
	}
	for _, field := range fields {
		follow := func(has bool) {
			if has {
				bringIntoSight(scroll, field)
			}
		}
		switch field := field.(type) {
		case *kit.Entry:
			field.OnFocus, field.OnEscape = follow, leave
		case *kit.DateField:
			field.OnFocus, field.OnEscape = follow, leave
		case *kit.Button:
			field.OnFocus = follow
		case *kit.Choice:
			field.OnFocus(follow)
		}
	}
	return scroll
}

// bringIntoSight scrolls no further than it must to show an object in full, with
// some room around it.
func bringIntoSight(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	room := kit.Scaled(kit.Groups)
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	from, to := max(top-room, 0), top+o.Size().Height+room
	y, height := scroll.Offset.Y, scroll.Size().Height
	switch {
	case from < y:
		y = from
	case to > y+height:
		y = min(from, to-height)
	}
	scroll.ScrollToOffset(fyne.NewPos(0, y))
}

type questionLayout struct {
	page  *Page
	width float32
}

func (l *questionLayout) room() float32 {
	return min(kit.Scaled(l.width), l.page.frame.Size().Width-kit.Scaled(2*kit.Around))
}

func (l *questionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		show(o, (size.Width-l.room())/2, kit.Scaled(kit.Around), l.room(), size.Height-kit.Scaled(2*kit.Around))
		if height := o.MinSize().Height; height < o.Size().Height {
			show(o, (size.Width-l.room())/2, kit.Scaled(kit.Around), l.room(), height)
		}
	}
}

// MinSize asks for the height after giving the width: text that wraps knows its
// height only then.
func (l *questionLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(1, 0)
	for _, o := range objects {
		if o.Size().Width != l.room() {
			o.Resize(fyne.NewSize(l.room(), o.MinSize().Height))
		}
		least.Height = max(least.Height, o.MinSize().Height+kit.Scaled(2*kit.Around))
	}
	return least
}
