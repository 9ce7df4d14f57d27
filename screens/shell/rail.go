package shell

import (
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// rail is the left edge: the program's name, a line for each room, and below
// them settings, help and the person.
type rail struct {
	w      *Window
	object *fyne.Container
	name   *widget.Label
	items  []*railItem // the rooms, in order
	small  []*railItem // settings, help, person
	foot   *fyne.Container
	narrow bool
}

func newRail(w *Window) *rail {
	r := &rail{w: w, name: kit.NewSection(words.Text("shell.program"))}
	r.name.Wrapping = fyne.TextWrapOff
	for _, room := range w.rooms {
		key := room.page.Key()
		open := func() { w.Show(key) }
		if key == SettingsKey {
			r.small = append(r.small, newRailItem(w.tip, kit.Icon("settings"), "", title(key), open))
			continue
		}
		r.items = append(r.items, newRailItem(w.tip, room.page.Icon(), "", title(key), open))
	}
	r.small = append(r.small,
		newRailItem(w.tip, kit.Icon("help"), "", words.Text("shell.help"), w.ToggleHelp),
		newRailItem(w.tip, kit.Icon("person"), w.person.Initials, words.Text("shell.switch-person"), w.SwitchPerson))
	for _, item := range r.small {
		item.compact = true
	}
	r.object = container.NewStack(kit.NewPanel(kit.ColorSurface, "", 0), container.New(railLayout{r}))
	r.fill()
	return r
}

// fill puts the parts in: the foot lies flat in a wide rail and stands in a
// narrow one.
func (r *rail) fill() {
	r.foot = kit.Row(kit.Within)
	if r.narrow {
		r.foot = kit.Column(kit.Within)
	}
	for _, item := range r.small {
		r.foot.Add(item)
	}
	rooms := kit.Column(2)
	for _, item := range r.items {
		item.compact = r.narrow
		rooms.Add(item)
	}
	inner := r.object.Objects[1].(*fyne.Container)
	inner.Objects = []fyne.CanvasObject{r.name, rooms, r.foot}
	r.name.Hidden = r.narrow
}

// setNarrow keeps only the icons, or shows the names again.
func (r *rail) setNarrow(narrow bool) {
	if r.narrow == narrow {
		return
	}
	r.narrow = narrow
	r.fill()
	for _, item := range r.items {
		item.Refresh()
	}
}

// refresh shows which room is in front and what needs somebody.
func (r *rail) refresh() {
	i := 0
	for _, room := range r.w.rooms {
		if room.page.Key() == SettingsKey {
			r.small[0].show(room == r.w.front, 0)
			continue
		}
		count := 0
		if c, ok := room.page.(Counter); ok {
			count = c.Count()
		}
		r.items[i].show(room == r.w.front, count)
		i++
	}
	r.small[len(r.small)-1].setInitials(r.w.person.Initials)
}

// railLayout places the name at the top, the rooms under it, the foot at the
// bottom.
type railLayout struct{ r *rail }

func (l railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, rooms, foot := objects[0], objects[1], objects[2]
	pad := kit.Scaled(kit.Between)
	width := size.Width - 2*pad
	top := pad
	if name.Visible() {
		height := name.MinSize().Height
		place(name, pad, top, width, height)
		top += height + kit.Scaled(kit.Between)
	}
	place(rooms, pad, top, width, rooms.MinSize().Height)
	height := foot.MinSize().Height
	place(foot, pad, size.Height-height-pad, width, height)
}

func (l railLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// title is the name of the room with that key.
func title(key string) string { return words.Text(key + ".title") }
