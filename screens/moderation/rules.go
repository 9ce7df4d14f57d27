package moderation

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// rules is the part of the room where the rules are kept: three documents on the
// strategy's desk, the checklist, the replies, the page duty, and the office's
// own values. Each is made when it is first looked at.
type rules struct {
	page    *Page
	content fyne.CanvasObject
	which   *kit.Choice
	at      int
	stack   *fyne.Container
	leaves  []leaf
}

// leaf is one of the things in the part.
type leaf interface {
	// object is what is shown; read reads it anew.
	object() fyne.CanvasObject
	read()
	// action is the main action while it is in front.
	action() (label string, run func())
	print()
}

// The leaves, in order.
var leafKeys = []string{"leaf_house", "leaf_internal", "leaf_facebook", "leaf_checklist", "leaf_templates", "leaf_duties", "leaf_values"}

func newRules(p *Page) *rules {
	r := &rules{page: p, at: -1, stack: container.NewStack(), leaves: make([]leaf, len(leafKeys))}
	labels := make([]string, len(leafKeys))
	for i, key := range leafKeys {
		labels[i] = words.Text("moderation." + key)
	}
	r.which = kit.NewChoice(labels, 0, r.choose)
	bar := kit.Padded(kit.Within, kit.Between, r.which)
	r.content = kit.On(kit.ColorGround, container.NewBorder(bar, nil, nil, nil, r.stack))
	return r
}

// read shows the first leaf when the part is first looked at, after the built-in
// texts were put in where the office has none; else it reads the one in front.
func (r *rules) read() {
	if r.at >= 0 {
		r.reload()
		return
	}
	p := r.page
	var err error
	p.start(func() {
		ctx := context.Background()
		err = p.office.Prepare(ctx, p.officeName(ctx), false)
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		r.choose(0)
	})
}

// choose shows another leaf.
func (r *rules) choose(index int) {
	r.settle()
	r.at = index
	if r.leaves[index] == nil {
		r.leaves[index] = r.make(index)
		r.page.host.OnDrop(r.page.dropped) // a desk takes it for itself when it is made
	}
	r.stack.Objects = []fyne.CanvasObject{r.leaves[index].object()}
	r.leaves[index].read()
	r.stack.Refresh()
	r.page.host.Refresh()
}

func (r *rules) make(index int) leaf {
	switch index {
	case 3:
		return newQuestionList(r.page)
	case 4:
		return newTemplateList(r.page)
	case 5:
		return newDutyList(r.page)
	case 6:
		return newValues(r.page)
	}
	return newPaperDesk(r.page, []string{store.HouseRulesKind, store.InternalKind, store.FacebookKind}[index])
}

func (r *rules) reload() {
	if r.at >= 0 && r.leaves[r.at] != nil {
		r.leaves[r.at].read()
	}
}

// action is the main action of the leaf in front.
func (r *rules) action() (label string, run func()) {
	if r.at < 0 {
		return "", nil
	}
	return r.leaves[r.at].action()
}

func (r *rules) print() {
	if r.at >= 0 {
		r.leaves[r.at].print()
	}
}

// front is the document in front, nil for none.
func (r *rules) front() Desk {
	if r.at < 0 {
		return nil
	}
	if d, ok := r.leaves[r.at].(*paperDesk); ok {
		return d.desk
	}
	return nil
}

// desks are the documents that were looked at.
func (r *rules) desks() (open []Desk) {
	for _, l := range r.leaves {
		if d, ok := l.(*paperDesk); ok && d.desk != nil {
			open = append(open, d.desk)
		}
	}
	return open
}

func (r *rules) unsaved() bool {
	for _, d := range r.desks() {
		if d.Unsaved() {
			return true
		}
	}
	return false
}

func (r *rules) save() error {
	for _, d := range r.desks() {
		if err := d.Save(); err != nil {
			return err
		}
	}
	return nil
}

// settle keeps what is being written in the document in front before another
// is shown.
func (r *rules) settle() {
	if d := r.front(); d != nil && d.Unsaved() {
		if err := d.Save(); err != nil {
			r.page.host.Fail(err)
		}
	}
}

func (r *rules) close() {
	for _, d := range r.desks() {
		d.Close()
	}
}
