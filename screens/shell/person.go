package shell

import (
	"context"
	"slices"
	"strconv"

	"synlig/data/people"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// findPerson finds who works here without asking: the one who sat at this
// machine last, else the one with the system user's name, else a new person of
// that name. Where even the system knows no name, the person stays empty until
// somebody says who they are.
func (w *Window) findPerson() {
	all, err := w.office.People(context.Background())
	if err != nil {
		w.log.Error("reading the people", "error", err)
	}
	last := int64(w.app.Preferences().Int(prefPerson))
	guess, known := people.FromSystem()
	for _, fits := range []func(people.Person) bool{
		func(p people.Person) bool { return p.Active && p.ID == last },
		func(p people.Person) bool { return p.Active && known && p.Name == guess.Name },
	} {
		if i := slices.IndexFunc(all, fits); i >= 0 {
			w.person = all[i]
			return
		}
	}
	if !known {
		return
	}
	guess.Initials = freeInitials(guess.Initials, all)
	if w.person, err = w.office.AddPerson(context.Background(), guess); err != nil {
		w.log.Error("keeping the first person", "error", err)
		w.person = guess // a workspace that cannot be written to can still be read
	}
}

// freeInitials are initials that nobody has: "AR", else "AR2", "AR3" …
func freeInitials(initials string, all []people.Person) string {
	taken := func(s string) bool {
		return slices.ContainsFunc(all, func(p people.Person) bool { return p.Initials == s })
	}
	free := initials
	for n := 2; taken(free); n++ {
		number := strconv.Itoa(n)
		letters := []rune(initials)
		free = string(letters[:min(len(letters), people.MaxInitials-len(number))]) + number
	}
	return free
}

// SwitchPerson asks who works here now. It says that this is no login.
func (w *Window) SwitchPerson() {
	all, err := w.office.People(context.Background())
	if err != nil {
		w.Fail(err)
		return
	}
	var s *sheet
	list := kit.Column(kit.Within)
	for _, p := range all {
		if p.Active {
			list.Add(w.personRow(p, func() { s.close() }))
		}
	}
	body := kit.Column(kit.Around, kit.NewText(words.Text("shell.no-login")), list)
	s = w.openSheet(words.Text("shell.switch-person"), dialogWidth, body,
		kit.NewButton(words.Text("shell.add-person"), theme.ContentAddIcon(), func() { w.editPerson(people.Person{Active: true}) }),
		kit.NewMainButton(words.Text("shell.close"), nil, nil))
}

// personRow is a person to be chosen, with a button that edits them.
func (w *Window) personRow(p people.Person, chosen func()) fyne.CanvasObject {
	text := p.Name + " (" + p.Initials + ")"
	if p.Role != "" {
		text += " · " + p.Role
	}
	icon := kit.Icon("person")
	if p.ID == w.person.ID {
		icon = theme.ConfirmIcon()
	}
	choose := kit.NewButton(text, icon, func() {
		chosen()
		w.setPerson(p)
	})
	choose.Alignment = widget.ButtonAlignLeading
	edit := kit.NewQuietButton(words.Text("shell.edit"), nil, func() {
		chosen()
		w.editPerson(p)
	})
	return container.NewBorder(nil, nil, nil, edit, choose)
}

// setPerson makes p the one who works here.
func (w *Window) setPerson(p people.Person) {
	w.person = p
	w.app.Preferences().SetInt(prefPerson, int(p.ID))
	w.status.who()
	w.Refresh()
	w.reloadAll()
}

// EditPerson asks for the present person's name, initials and role.
func (w *Window) EditPerson() {
	p := w.person
	if p.ID == 0 {
		p.Active = true
	}
	w.editPerson(p)
}

// editPerson asks for name, initials and role. A person without ID is new.
func (w *Window) editPerson(p people.Person) {
	name, initials, role := kit.NewEntry(""), kit.NewEntry(""), kit.NewEntry("")
	name.SetText(p.Name)
	initials.SetText(p.Initials)
	role.SetText(p.Role)
	own := p.Initials == "" // nobody has written initials, so they follow the name
	name.OnChanged = func(text string) {
		if own {
			initials.SetText(people.Initials(text))
			own = true
		}
	}
	initials.OnChanged = func(text string) { own = text == people.Initials(name.Text) }
	form := container.New(&fieldLayout{},
		widget.NewLabel(words.Text("shell.person-name")), name,
		widget.NewLabel(words.Text("shell.person-initials")), initials,
		widget.NewLabel(words.Text("shell.person-role")), role)
	heading, verb := "shell.edit-person", "shell.keep"
	if p.ID == 0 {
		heading, verb = "shell.add-person-title", "shell.add"
	}
	keep := func() {
		p.Name, p.Initials, p.Role = name.Text, initials.Text, role.Text
		w.keepPerson(p)
	}
	s := w.openSheet(words.Text(heading), dialogWidth, form,
		kit.NewButton(words.Text("shell.cancel"), nil, nil),
		kit.NewMainButton(words.Text(verb), nil, keep))
	name.OnSubmitted = func(string) { s.close(); keep() }
	initials.OnSubmitted, role.OnSubmitted = name.OnSubmitted, name.OnSubmitted
	w.Canvas().Focus(name)
}

// keepPerson keeps a person in the workspace. What the office refuses is told,
// and the form comes back as it was filled in.
func (w *Window) keepPerson(p people.Person) {
	p = p.Clean()
	err := p.Check()
	switch {
	case err != nil:
	case p.ID == 0:
		p, err = w.addPerson(p)
	default:
		err = w.office.UpdatePerson(context.Background(), p)
	}
	if err != nil {
		w.editPerson(p)
		w.Fail(err)
		return
	}
	w.setPerson(p)
}

func (w *Window) addPerson(p people.Person) (people.Person, error) {
	added, err := w.office.AddPerson(context.Background(), p)
	if err != nil {
		return p, err
	}
	return added, nil
}

// ReloadRooms lets every room read again: the one in front now, the others when
// they are next shown. A room calls it after changing what others go by too, the
// word lists for instance.
func (w *Window) ReloadRooms() { w.reloadAll() }

func (w *Window) reloadAll() {
	for _, r := range w.rooms {
		r.stale = r.content != nil
	}
	if w.front != nil {
		w.enter(w.front)
	}
}

// fieldLayout puts each label over its field: names of fields are never cut,
// at any text size.
type fieldLayout struct{}

func (fieldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, o := range objects {
		height := o.MinSize().Height
		place(o, 0, y, size.Width, height)
		y += height
		if i%2 == 1 {
			y += kit.Scaled(kit.Within)
		}
	}
}

func (fieldLayout) MinSize(objects []fyne.CanvasObject) (least fyne.Size) {
	for i, o := range objects {
		least.Width = max(least.Width, o.MinSize().Width)
		least.Height += o.MinSize().Height
		if i%2 == 1 {
			least.Height += kit.Scaled(kit.Within)
		}
	}
	return least
}
