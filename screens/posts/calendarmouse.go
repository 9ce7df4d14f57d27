package posts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/screens/kit"
)

// Tapped opens a post, or goes to a day.
func (c *calendar) Tapped(at *fyne.PointEvent) {
	defer kit.Catch()
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	if s := c.laid().eventAt(at.Position); s != nil {
		c.choose(s.event.id)
		if c.onOpen != nil {
			c.onOpen(s.event.id)
		}
		return
	}
	if day, more, ok := c.laid().dayAt(at.Position); ok {
		c.goTo(day)
		if more && !c.week {
			c.setWeek(true)
			if c.onDay != nil {
				c.onDay(c.day)
			}
		}
	}
}

// DoubleTapped on an empty place asks for something new there.
func (c *calendar) DoubleTapped(at *fyne.PointEvent) {
	defer kit.Catch()
	plan := c.laid()
	if plan.eventAt(at.Position) != nil {
		c.Tapped(at)
		return
	}
	if when, ok := plan.timeAt(at.Position, nil); ok && c.onEmpty != nil {
		c.onEmpty(when)
	}
}

// Dragged carries a post along with the pointer.
func (c *calendar) Dragged(d *fyne.DragEvent) {
	defer kit.Catch()
	c.pointer = d.Position
	if c.carried == nil {
		from := d.Position.Subtract(d.Dragged)
		s := c.laid().eventAt(from)
		if s == nil || s.event.kind == eventPublished {
			return
		}
		e := s.event
		c.carried, c.hold = &e, from.Subtract(s.at)
		c.chosen = e.id
	}
	c.Refresh()
}

// DragEnd puts it down where it is.
func (c *calendar) DragEnd() {
	defer kit.Catch()
	e := c.carried
	c.carried = nil
	if e == nil {
		return
	}
	if to, ok := c.laid().timeAt(c.pointer, e); ok {
		c.move(*e, to)
	}
	c.Refresh()
}

// MouseIn is a hover that begins.
func (c *calendar) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseOut is one that ends.
func (c *calendar) MouseOut() { c.hover(0) }

// MouseMoved shows what a click would open.
func (c *calendar) MouseMoved(e *desktop.MouseEvent) {
	defer kit.Catch()
	if s := c.laid().eventAt(e.Position); s != nil {
		c.hover(s.event.id)
		return
	}
	c.hover(0)
}

func (c *calendar) hover(id int64) {
	if c.over != id {
		c.over = id
		c.Refresh()
	}
}

// Cursor is a hand over a post.
func (c *calendar) Cursor() desktop.Cursor {
	if c.over != 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
