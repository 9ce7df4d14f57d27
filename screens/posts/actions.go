package posts

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/data/danish"
	"synlig/data/fault"
	"synlig/data/links"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// nextAction is what comes next for the open post, by its state.
func (p *Page) nextAction() (label string, run func()) {
	d := &p.draft
	next := d.post.Next(p.who())
	switch next.Act {
	case posts.Submit:
		return words.Text("posts.act-submit"), p.askSubmit
	case posts.Approve:
		if next.Refused != nil {
			return words.Text("posts.act-approve"), func() { p.host.Fail(next.Refused) }
		}
		return words.Text("posts.act-approve"), p.askApprove
	case posts.Plan:
		return words.Text("posts.act-plan"), p.planFromField
	case posts.Copy:
		if when, wrong := p.writing.plan.time(); wrong == "" && !when.IsZero() && !when.Equal(d.post.Planned) {
			return words.Text("posts.act-plan-again"), p.planFromField
		}
		return words.Text("posts.act-copy"), p.copyAndOpen
	case posts.Publish:
		return words.Text("posts.act-publish"), p.askPublish
	case posts.Locate:
		return words.Text("posts.act-locate"), p.askPublish
	case posts.Archive:
		return words.Text("posts.act-archive"), func() { p.step(posts.Step{Act: posts.Archive}, nil) }
	}
	return "", nil
}

// step takes a step with the open post when all that is written is saved.
func (p *Page) step(step posts.Step, then func(before, after posts.Post)) {
	p.draft.whenSaved(func() { p.stepSaved(step, then) })
}

func (p *Page) stepSaved(step posts.Step, then func(before, after posts.Post)) {
	d := &p.draft
	before := d.post
	if !d.open || before.ID == 0 {
		p.host.Fail(fault.New(posts.NoWords))
		return
	}
	step.By = p.who()
	p.stepPost(before, step, func(after posts.Post) {
		if then != nil {
			then(before, after)
		}
	})
}

// stepPost takes a step with any post.
func (p *Page) stepPost(before posts.Post, step posts.Step, then func(after posts.Post)) {
	var after posts.Post
	var err error
	p.start(func() { after, err = p.office.StepPost(context.Background(), before.ID, before.Revision, step) }, func() {
		switch {
		case fault.Is(err, store.PostMovedOn):
			p.host.Fail(err)
			p.Reload()
		case err != nil:
			p.host.Fail(err)
		default:
			p.keptAs(after)
			if then != nil {
				then(after)
			}
		}
	})
}

// sheetWidth is the width of the room's dialogs at scale 1.
const sheetWidth = 480

// askSubmit sends the post for approval, with a note beside it for whoever
// looks at it.
func (p *Page) askSubmit() {
	p.draft.whenSaved(func() {
		if err := p.draft.post.Ready(); err != nil {
			p.host.Fail(err)
			return
		}
		note := kit.NewTextEntry(words.Text("posts.note-reviewer-hint"))
		note.SetMinRowsVisible(2)
		body := kit.Column(kit.Between, kit.NewText(words.Text("posts.submit-text")),
			kit.NewCaption(words.Text("posts.note-reviewer")), note, kit.NewQuiet(words.Text("posts.submit-names")))
		p.host.Sheet(words.Text("posts.submit-title"), sheetWidth, body,
			kit.NewButton(words.Text("posts.cancel"), nil, nil),
			kit.NewMainButton(words.Text("posts.act-submit"), nil, func() {
				p.withNote(note.Text, func() {
					p.step(posts.Step{Act: posts.Submit}, func(_, _ posts.Post) {
						p.host.Say(words.Text("posts.submitted"), words.Text("posts.undo"), func() { p.step(posts.Step{Act: posts.Return}, nil) })
					})
				})
			}))
	})
}

// withNote keeps a note beside the post, where there is one, and goes on.
func (p *Page) withNote(text string, then func()) {
	text = strings.TrimSpace(text)
	if text == "" {
		then()
		return
	}
	id, by := p.draft.post.ID, p.who()
	safe, _ := p.ground.rules.Stored(posts.Content{Text: text})
	var post posts.Post
	var err error
	p.start(func() { post, err = p.office.AddPostNote(context.Background(), id, by, safe.Text) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.keptAs(post)
		then()
	})
}

// askApprove approves exactly what is shown, or sends it back.
func (p *Page) askApprove() {
	note := kit.NewTextEntry(words.Text("posts.note-author-hint"))
	note.SetMinRowsVisible(2)
	body := kit.Column(kit.Between, kit.NewText(words.Text("posts.approve-text", "name", p.draft.post.Author.Name)),
		kit.NewCard(kit.NewText(cut(p.draft.post.Text, 900))),
		kit.NewCaption(words.Text("posts.note-author")), note)
	p.host.Sheet(words.Text("posts.approve-title"), sheetWidth, body,
		kit.NewButton(words.Text("posts.cancel"), nil, nil),
		kit.NewButton(words.Text("posts.return"), nil, func() { p.step(posts.Step{Act: posts.Return, Text: note.Text}, p.returned) }),
		kit.NewMainButton(words.Text("posts.act-approve"), nil, func() {
			p.withNote(note.Text, func() {
				p.step(posts.Step{Act: posts.Approve}, func(_, after posts.Post) {
					p.host.Say(words.Text("posts.approved-said"), "", nil)
				})
			})
		}))
}

// askReturn sends the post back to its author with a note.
func (p *Page) askReturn() {
	note := kit.NewTextEntry(words.Text("posts.note-author-hint"))
	note.SetMinRowsVisible(3)
	p.host.Sheet(words.Text("posts.return-title"), sheetWidth, kit.Column(kit.Between, kit.NewText(words.Text("posts.return-text")), note),
		kit.NewButton(words.Text("posts.cancel"), nil, nil),
		kit.NewMainButton(words.Text("posts.return"), nil, func() { p.step(posts.Step{Act: posts.Return, Text: note.Text}, p.returned) }))
	p.host.Canvas().Focus(note)
}

func (p *Page) returned(_, after posts.Post) {
	p.host.Say(words.Text("posts.returned", "name", after.Author.Name), "", nil)
}

// planFromField plans the post for what is written in the plan, or goes there.
func (p *Page) planFromField() {
	when, wrong := p.writing.plan.time()
	switch {
	case wrong != "":
		p.host.Canvas().Focus(p.writing.plan.clock)
	case when.IsZero():
		p.host.Say(words.Text("posts.plan-first"), "", nil)
		p.host.Canvas().Focus(p.writing.plan.day.Field())
	case p.draft.post.May(posts.Plan, p.who()) != nil:
	default:
		p.step(posts.Step{Act: posts.Plan, When: when}, func(before, after posts.Post) {
			p.saidPlanned(before, after)
			p.remind()
		})
	}
}

// saidPlanned says when a post is planned for, and offers the plan it had.
func (p *Page) saidPlanned(before, after posts.Post) {
	text := words.Text("posts.planned-said", "when", relativeText(p.local(after.Planned), p.today()))
	back := posts.Step{Act: posts.Unplan, By: p.who()}
	if before.State == posts.Planned {
		back = posts.Step{Act: posts.Plan, When: before.Planned, By: p.who()}
	}
	again := posts.Step{Act: posts.Plan, When: after.Planned}
	p.undoing.push(func() { p.stepFresh(after.ID, back) }, func() { p.stepFresh(after.ID, again) })
	p.host.Say(text, words.Text("posts.undo"), p.undoing.Undo)
}

// stepFresh takes a step with a post as it stands now, whoever changed it since.
func (p *Page) stepFresh(id int64, step posts.Step) { p.stepFreshThen(id, step, nil) }

func (p *Page) stepFreshThen(id int64, step posts.Step, then func()) {
	var post posts.Post
	var err error
	p.start(func() { post, err = p.office.Post(context.Background(), id) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		step.By = p.who()
		p.stepPost(post, step, func(posts.Post) {
			p.refill(id)
			callAny(then)
		})
	})
}

// refill shows the plan of the open post anew.
func (p *Page) refill(id int64) {
	if p.draft.post.ID == id {
		p.draft.wish = p.draft.post.Planned
		p.writing.plan.fill()
		p.writing.dress()
		p.side.show()
	}
}

// unplan takes the time away.
func (p *Page) unplan() {
	d := &p.draft
	if d.post.State != posts.Planned {
		d.wish = time.Time{}
		p.writing.plan.fill()
		d.changed()
		p.writing.dress()
		return
	}
	before := d.post.Planned
	p.step(posts.Step{Act: posts.Unplan}, func(_, after posts.Post) {
		d.wish = time.Time{}
		p.writing.plan.fill()
		p.writing.dress()
		p.undoing.push(func() { p.stepFresh(after.ID, posts.Step{Act: posts.Plan, When: before}) },
			func() { p.stepFresh(after.ID, posts.Step{Act: posts.Unplan}) })
		p.host.Say(words.Text("posts.unplanned"), words.Text("posts.undo"), p.undoing.Undo)
	})
}

// copyAndOpen puts the text on the clipboard, looked over once more, records
// that, and opens Facebook.
func (p *Page) copyAndOpen() {
	p.step(posts.Step{Act: posts.Copy}, func(_, after posts.Post) {
		fyne.CurrentApp().Clipboard().SetContent(clipText(after, p.ground.rules, p.ground.campaign))
		p.host.Say(words.Text("posts.copied"), "", nil)
		p.openAddress(p.ground.facebook)
	})
}

// clipText is what is pasted on Facebook: the text, masked once more whatever
// came before, and the link where the text does not hold it.
func clipText(p posts.Post, rules posts.Rules, campaign bool) string {
	text := danish.Mask(p.Text, rules.Personal(p.Text), danish.Red)
	address := p.Link.Address
	if address == "" || len(p.Pictures) > 0 {
		return text
	}
	for _, found := range links.Find(text) {
		if clean, err := links.Clean(found.Address); err == nil && clean.Address == address {
			return text
		}
	}
	if campaign { // never in the visible text: this address is for the card
		if marked, err := links.NewCampaign(p.Planned, p.Subject, int(p.ID)).On(address); err == nil {
			address = marked
		}
	}
	return strings.TrimRight(text, "\n ") + "\n\n" + address
}

// askPublish asks for the address of the post on Facebook and when it went out.
func (p *Page) askPublish() {
	d := &p.draft
	locate := d.post.State == posts.Published
	address := kit.NewEntry("https://www.facebook.com/…")
	day, clock := kit.NewDateField(p.now), kit.NewEntry("")
	today := p.today()
	day.SetDate(today)
	clock.SetText(clockText(today))
	body := kit.Column(kit.Within, kit.NewText(words.Text("posts.publish-text")),
		kit.NewCaption(words.Text("posts.publish-address")), address)
	title, verb := "posts.publish-title", "posts.act-publish"
	if locate {
		title, verb = "posts.locate-title", "posts.act-locate"
	} else {
		body.Add(kit.NewCaption(words.Text("posts.publish-when")))
		body.Add(kit.Row(kit.Within, kit.Wide(230, day), container.NewVBox(kit.Wide(80, clock))))
	}
	publish := func() {
		step := posts.Step{Act: posts.Publish, Address: strings.TrimSpace(address.Text)}
		if locate {
			step.Act = posts.Locate
		} else if when, ok := p.momentOf(day, clock.Text); ok && clockText(when) != clockText(today) || ok && !midnight(when).Equal(midnight(today)) {
			step.When = when
		}
		p.step(step, func(_, after posts.Post) {
			p.host.Say(words.Text("posts.published-said"), "", nil)
			p.remind()
		})
	}
	shut := p.host.Sheet(words.Text(title), sheetWidth, body,
		kit.NewButton(words.Text("posts.cancel"), nil, nil), kit.NewMainButton(words.Text(verb), nil, publish))
	address.OnSubmitted = func(string) {
		shut()
		publish()
	}
	p.host.Canvas().Focus(address)
}

// momentOf is what a day and a time of day say.
func (p *Page) momentOf(day *kit.DateField, clock string) (time.Time, bool) {
	date, err := day.Date()
	hour, minute, ok := readClock(clock)
	if err != nil || date.IsZero() || !ok {
		return time.Time{}, false
	}
	y, m, d := date.Date()
	return time.Date(y, m, d, hour, minute, 0, 0, p.zone), true
}
