package moderation

import (
	"context"
	"mime"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"synlig/data/bilag"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// paperDesk is a document on its desk, with what is printed of it and what is
// attached to it.
type paperDesk struct {
	page     *Page
	kind     string
	desk     Desk // nil where the window gave none
	content  fyne.CanvasObject
	standing *kit.Caption // what is in force
	files    *fyne.Container
	attached []store.Attachment
	asked    int
}

func newPaperDesk(p *Page, kind string) *paperDesk {
	d := &paperDesk{page: p, kind: kind, standing: kit.NewCaption(""), files: container.NewHBox()}
	var body fyne.CanvasObject = kit.NewEmpty(p.Icon(), words.Text("moderation.no_desk"), nil, nil)
	if p.options.Desk != nil {
		d.desk = p.options.Desk(kind)
		body = d.desk.Build()
	}
	attach := kit.NewQuietButton(words.Text("moderation.attach"), theme.ContentAddIcon(), d.attach)
	adopt := kit.NewQuietButton(words.Text("moderation.adopt"), theme.ConfirmIcon(), d.adopt)
	changes := kit.NewQuietButton(words.Text("moderation.print_changes"), theme.DocumentPrintIcon(), d.printChanges)
	line := container.NewBorder(nil, nil, nil, kit.Padded(0, kit.Between, container.NewHBox(adopt, changes, attach)),
		kit.Column(0, layout.NewSpacer(), kit.Padded(0, kit.Around, d.standing), layout.NewSpacer()))
	d.content = container.NewBorder(kit.Column(0, line, d.files), nil, nil, nil, body)
	return d
}

func (d *paperDesk) object() fyne.CanvasObject { return d.content }

func (d *paperDesk) action() (string, func()) {
	key := "moderation.print_internal"
	if d.kind == store.HouseRulesKind {
		key = "moderation.print_public"
	}
	return words.Text(key), d.print
}

// read says what is in force and what is attached.
func (d *paperDesk) read() {
	p := d.page
	d.asked++
	mine := d.asked
	var versions []document.Version
	var attached []store.Attachment
	var err error
	p.start(func() {
		ctx := context.Background()
		if versions, err = p.store.Documents(d.kind).Versions(ctx); err == nil {
			attached, err = p.office.Attachments(ctx, d.kind)
		}
	}, func() {
		if mine != d.asked || err != nil {
			return // the desk says what cannot be read
		}
		d.attached = attached
		d.standing.Set(standingText(versions))
		d.showFiles()
	})
	if d.desk != nil {
		d.desk.Reload()
	}
}

// standingText says which version is in force, or that none was adopted.
func standingText(versions []document.Version) string {
	for _, v := range versions {
		if v.Status == document.Approved {
			return words.Text("moderation.in_force", "number", number(v.Number), "day", words.LongDate(versionDay(v)))
		}
	}
	return words.Text("moderation.proposal")
}

func versionDay(v document.Version) time.Time {
	if v.Meeting.Date.IsZero() {
		return v.Changed
	}
	return v.Meeting.Date
}

func (d *paperDesk) adopt() {
	if d.desk != nil {
		d.desk.Adopt()
	}
}

// printChanges prints the text with what was changed in it.
func (d *paperDesk) printChanges() {
	if d.desk != nil {
		d.desk.Print()
	}
}

// print writes the text as it is handed out: the version in force, else the
// draft, which says of itself that nobody has adopted it.
func (d *paperDesk) print() {
	p, kind := d.page, d.kind
	name := words.Text("moderation.file_" + kind)
	p.write(words.Text("moderation.save_paper"), name+".pdf", func(ctx context.Context, progress func(float64)) ([]byte, error) {
		if d.desk != nil && d.desk.Unsaved() {
			if err := d.desk.Save(); err != nil {
				return nil, err
			}
		}
		revision, err := p.store.Documents(kind).Revision(ctx)
		if err != nil {
			return nil, err
		}
		version := revision.Draft
		if revision.Base.Status == document.Approved {
			version = revision.Base
		}
		extras, err := d.extras(ctx)
		if err != nil {
			return nil, err
		}
		return bilag.Guidelines(ctx, revision, version, extras, bilag.Options{Progress: progress})
	}, nil)
}

// extras are what is printed with the text.
func (d *paperDesk) extras(ctx context.Context) (bilag.GuidelineExtras, error) {
	p := d.page
	var extras bilag.GuidelineExtras
	var err error
	if extras.Slots, err = p.office.Slots(ctx); err != nil {
		return extras, err
	}
	if d.kind == store.HouseRulesKind {
		return extras, nil // who has duty is nothing for the public page
	}
	now := today(p.now())
	if d.kind == store.FacebookKind {
		if extras.Duties, err = p.office.Duties(ctx, now, now.AddDate(1, 0, 0)); err != nil {
			return extras, err
		}
	}
	attached, err := p.office.Attachments(ctx, d.kind)
	for _, a := range attached {
		extras.Attachments = append(extras.Attachments, a.Name)
	}
	return extras, err
}

// showFiles lists what is attached; a click offers it.
func (d *paperDesk) showFiles() {
	d.files.Objects = nil
	for _, a := range d.attached {
		button := kit.NewQuietButton(a.Name, theme.MailAttachmentIcon(), nil)
		button.OnTapped = func() { d.offer(a) }
		d.files.Add(button)
	}
	d.files.Hidden = len(d.attached) == 0
	d.files.Refresh()
	d.content.Refresh()
}

// offer asks what to do with an attached file.
func (d *paperDesk) offer(a store.Attachment) {
	p := d.page
	said := kit.NewText(words.Text("moderation.attached_by", "name", a.Author, "when", p.momentText(a.At), "size", sizeText(a.Size)))
	p.host.Sheet(a.Name, 420, said,
		kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewButton(words.Text("moderation.detach"), nil, func() { d.askDetach(a) }),
		kit.NewMainButton(words.Text("moderation.save_as"), nil, func() {
			p.write(words.Text("moderation.save_as"), a.Name, func(ctx context.Context, _ func(float64)) ([]byte, error) {
				return p.office.AttachmentBytes(ctx, a.ID)
			}, nil)
		}))
}

func (d *paperDesk) askDetach(a store.Attachment) {
	p := d.page
	p.host.Ask(words.Text("moderation.detach_title", "name", a.Name), words.Text("moderation.detach_text"), words.Text("moderation.detach"), func() {
		var err error
		p.start(func() { err = p.office.Detach(context.Background(), a.ID) }, func() { d.done(err) })
	})
}

// largest is how many bytes of a file are attached.
const largest = 30 << 20

// attach keeps a file beside the document, such as the municipality's own
// guidelines.
func (d *paperDesk) attach() {
	p, by := d.page, d.page.host.Person()
	if by.ID == 0 {
		p.host.Fail(fault.New(store.CaseUnsigned))
		return
	}
	p.host.PickFile(words.Text("moderation.attach"), []string{".pdf", ".docx", ".txt", ".md"}, func(path string) {
		p.host.Work(words.Text("moderation.attaching"), func(ctx context.Context, _ func(float64)) error {
			content, err := files.Read(path, largest)
			if err != nil {
				return err
			}
			kind := mime.TypeByExtension(strings.ToLower(filepath.Ext(path)))
			if kind == "" {
				kind = "application/octet-stream"
			}
			_, err = p.office.Attach(ctx, d.kind, filepath.Base(path), kind, content, by)
			return err
		}, d.done)
	})
}

func (d *paperDesk) done(err error) {
	if err != nil {
		d.page.host.Fail(err)
		return
	}
	d.page.host.Saved(d.page.now())
	d.read()
}

// sizeText is a file's size as people say it.
func sizeText(bytes int) string {
	if bytes < 1<<20 {
		return words.Text("moderation.kilobytes", "n", number(max(1, bytes>>10)))
	}
	return words.Text("moderation.megabytes", "n", number(bytes>>20))
}

var _ leaf = (*paperDesk)(nil)
