package survey

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/data/store"
	"synlig/data/survey"
	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// fileEndings are what survey systems export.
var fileEndings = []string{".csv", ".tsv", ".txt", ".xlsx", ".sav", ".zsav"}

// intake is a file that is taken in: what the importer guessed, what a person
// corrected, and what that comes to. Nothing is stored before it is kept.
type intake struct {
	page     *Page
	source   source
	raw      *importer.Raw
	profile  importer.Profile
	findings []importer.Finding
	profiles []importer.Profile // kept ones
	used     string             // the profile that was followed, "" for none
	frames   []store.Frame

	// What it comes to, worked out anew after every correction.
	wave    *survey.Wave
	summary importer.Summary
	fault   error
	tried   int // generation

	title   string
	survey  string // a new survey's name
	day     time.Time
	dayKept bool  // a person set the day
	into    int64 // the survey it becomes a wave of; 0 is a new one
	keep    bool  // the corrections are kept as a profile
	name    string

	seen    map[string]bool // findings that were in front of a person
	step    int
	steps   []step
	scrolls []*scrolled // of each step, made when it is first shown
	tabs    *tabs
	middle  *fyne.Container
	content fyne.CanvasObject
}

// step is one page of the assistant.
type step interface {
	// key names it in the translations.
	key() string
	// content is its widgets, made once.
	content() fyne.CanvasObject
	// show shows what is known now.
	show()
	// about tells whether a finding belongs here.
	about(code string) bool
}

// askFile asks for a file to take in.
func (p *Page) askFile() {
	p.host.PickFile(text("pick_file"), fileEndings, func(path string) { p.open(source{paths: []string{path}}) })
}

// dropped takes files that are dropped on the window.
func (p *Page) dropped(paths []string) { p.open(source{paths: paths}) }

// askPaste takes a table that was copied somewhere else.
func (p *Page) askPaste() {
	field := kit.NewTextEntry(text("paste_hint"))
	field.SetMinRowsVisible(10)
	field.SetText(p.options.Paste())
	p.host.Sheet(text("paste_table"), 640, kit.Column(kit.Between, kit.NewQuiet(text("paste_help")), field),
		kit.NewButton(text("cancel"), nil, nil),
		kit.NewMainButton(text("paste_take"), nil, func() {
			if field.Text != "" {
				p.open(source{pasted: field.Text})
			}
		}))
	p.host.Canvas().Focus(field)
}

// open reads a source and shows what it is taken for.
func (p *Page) open(s source) {
	if p.intake != nil { // corrections are not let go unasked
		p.host.Ask(text("intake_other"), text("intake_stop_text"), text("intake_other"), func() {
			p.intake = nil
			p.open(s)
		})
		return
	}
	i := &intake{page: p, source: s, keep: true}
	p.host.Work(text("reading_file", "name", s.name()), func(ctx context.Context, progress func(float64)) error {
		if err := i.readKept(ctx); err != nil {
			return err
		}
		return i.read(ctx, importer.Reading{}, progress)
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		i.begin()
	})
}

// readKept reads the profiles and staff numbers that were kept.
func (i *intake) readKept(ctx context.Context) (err error) {
	if i.profiles, err = i.page.store.SurveyProfiles(ctx); err == nil {
		i.frames, err = i.page.store.Frames(ctx)
	}
	return err
}

// read reads the source and guesses what it means, by the kept profile that fits
// it, if one does.
func (i *intake) read(ctx context.Context, how importer.Reading, progress func(float64)) error {
	var raw *importer.Raw
	err := i.source.open(func(list []importer.File) (err error) {
		raw, err = importer.Read(ctx, list, how, progress)
		return err
	})
	if err != nil {
		return err
	}
	i.raw, i.used = raw, ""
	var known *importer.Profile
	if at := fitting(raw, i.profiles); at >= 0 {
		known, i.used = &i.profiles[at], i.profiles[at].Name
	}
	i.profile, i.findings = importer.Examine(raw, known)
	return nil
}

// fitting is the kept profile whose columns are nearly all in the file, −1 for
// none.
func fitting(raw *importer.Raw, profiles []importer.Profile) int {
	best, most := -1, 0.8
	for at, p := range profiles {
		columns, there := 0, 0
		for _, q := range p.Questions {
			for _, name := range q.Columns {
				columns++
				if raw.Column(name) != nil {
					there++
				}
			}
		}
		if columns > 0 && float64(there)/float64(columns) > most {
			best, most = at, float64(there)/float64(columns)
		}
	}
	return best
}

// begin shows the assistant.
func (i *intake) begin() {
	p := i.page
	p.intake = i
	i.name = i.used
	if l := p.lens; l != nil && i.used != "" && !l.kept.Example {
		i.into = l.kept.ID // a profile that fits is of a wave before it
	}
	i.build()
	i.changed()
	p.frame.showWork()
	p.host.Refresh()
}

func (i *intake) build() {
	if i.profile.Aggregate != nil {
		i.steps = []step{newFileStep(i), newAggregateStep(i), newKeepStep(i)}
	} else {
		i.steps = []step{newFileStep(i), newWhoStep(i), newColumnStep(i), newQuestionStep(i), newStaffStep(i), newKeepStep(i)}
	}
	i.step = min(i.step, len(i.steps)-1)
	i.scrolls = make([]*scrolled, len(i.steps))
	labels := make([]string, len(i.steps))
	i.tabs = newTabs(labels, i.turnTo)
	i.middle = container.NewStack()
	head := kit.Padded(kit.Between, kit.Around, container.NewBorder(nil, nil, nil,
		kit.NewQuietButton(text("intake_stop"), nil, i.leave),
		kit.Column(0, kit.NewSection(text("intake_title", "name", i.source.name())), i.tabs)))
	line := kit.Slim(1, 1, kit.NewPanel(kit.ColorLine, "", 0))
	i.content = container.New(headedLayout{}, container.NewBorder(nil, line, nil, nil, head), i.middle)
	i.show()
}

// turnTo shows another step.
func (i *intake) turnTo(step int) {
	i.step = step
	i.show()
	i.page.host.Refresh()
}

// show shows the step, and how many things in each want to be looked at.
func (i *intake) show() {
	i.nameSteps()
	s := i.steps[i.step]
	s.show()
	if _, one := s.(*questionStep); !one { // of the questions, those that are opened
		i.see(i.unsure(s))
	}
	if i.scrolls[i.step] == nil {
		i.scrolls[i.step] = newScrolled(kit.Padded(kit.Around, kit.Around, kit.AtMost(viewWidth, s.content())))
	}
	i.middle.Objects = []fyne.CanvasObject{i.scrolls[i.step]}
	i.middle.Refresh()
	i.settle()
}

// nameSteps writes the steps' names, and how much is left to look at in each.
func (i *intake) nameSteps() {
	for at, s := range i.steps {
		label := text("step_" + s.key())
		if n := i.left(s); n > 0 {
			label += " (" + number(n) + ")"
		}
		i.tabs.items[at].label = number(at+1) + ". " + label
	}
	i.tabs.setChosen(i.step)
}

// settle takes heights anew after the step's fields changed.
func (i *intake) settle() {
	if s := i.scrolls[i.step]; s != nil {
		s.settle()
	}
}

// action is the main button: on to the next step, or keep.
func (i *intake) action() (string, func()) {
	if i.step == len(i.steps)-1 {
		if i.wave == nil {
			return "", nil
		}
		return text("intake_keep"), i.save
	}
	return text("intake_next"), func() { i.turnTo(i.step + 1) }
}

// leave asks before corrections are let go.
func (i *intake) leave() {
	i.page.host.Ask(text("intake_stop"), text("intake_stop_text"), text("intake_stop_verb"), i.end)
}

func (i *intake) end() {
	p := i.page
	p.intake = nil
	p.frame.showWork()
	p.figures()
	p.host.Refresh()
}
