package survey

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"synlig/data/survey"
	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// staffStep says which question tells where somebody works, and how many work
// in each department: from a file, from what is pasted, from what was kept, or
// typed.
type staffStep struct {
	intake   *intake
	findings *fyne.Container
	question *kit.Select
	ids      []string
	kept     *kit.Select
	keptRow  fyne.CanvasObject
	fields   *fyne.Container
	sum      *kit.Caption
	all      *fyne.Container
}

func newStaffStep(i *intake) *staffStep {
	s := &staffStep{intake: i, findings: kit.Column(0), fields: kit.Column(kit.Within), sum: kit.NewCaption("")}
	s.question = kit.NewSelect(nil, func(at int) { s.choose(s.ids[at]) })
	s.kept = kit.NewSelect(nil, func(at int) { s.use(i.frames[at].Departments) })
	s.keptRow = kit.AtMost(360, field(text("staff_kept"), s.kept))
	s.all = kit.Column(kit.Around, kit.NewCard(kit.Column(kit.Between,
		kit.NewSection(text("staff_title")), kit.NewQuiet(text("staff_help")), s.findings,
		kit.AtMost(460, field(text("staff_question"), s.question)),
		kit.Flow(kit.Between,
			kit.NewButton(text("staff_file"), theme.FolderOpenIcon(), s.askFile),
			kit.NewButton(text("staff_paste"), theme.ContentPasteIcon(), s.paste)),
		s.keptRow, kit.AtMost(560, s.fields), kit.Padded(0, kit.Between, s.sum))))
	return s
}

func (s *staffStep) key() string                { return "staff" }
func (s *staffStep) content() fyne.CanvasObject { return s.all }

func (s *staffStep) about(code string) bool {
	return code == "department" || code == "department-none" || code == "frame-unseen" || code == "frame-missing"
}

func (s *staffStep) show() {
	i := s.intake
	s.findings.Objects = []fyne.CanvasObject{findingsOf(i, s)}
	for _, w := range i.summary.Warnings {
		if s.about(w.Code) {
			s.findings.Add(careLine(findingText(w)))
		}
	}
	s.ids = []string{""}
	labels, chosen := []string{text("staff_none")}, 0
	for _, q := range i.profile.Questions {
		if (q.Kind == "single" || q.Kind == "scale") && len(q.Answers) > 1 {
			if q.ID == i.profile.Department {
				chosen = len(s.ids)
			}
			s.ids, labels = append(s.ids, q.ID), append(labels, q.Text)
		}
	}
	s.question.SetLabels(labels, chosen)
	labels = nil
	for _, f := range i.frames {
		labels = append(labels, f.Name)
	}
	s.kept.SetLabels(labels, -1)
	setVisible(s.keptRow, len(labels) > 0)
	s.showFields()
	s.told()
	s.all.Refresh()
}

// departmentQuestion is the question that says where somebody works, nil for
// none.
func (i *intake) departmentQuestion() *importer.Question {
	for n := range i.profile.Questions {
		if q := &i.profile.Questions[n]; q.ID == i.profile.Department && q.ID != "" {
			return q
		}
	}
	return nil
}

// showFields has a field for the number of staff of each department.
func (s *staffStep) showFields() {
	i := s.intake
	s.fields.Objects = nil
	q := i.departmentQuestion()
	if q == nil {
		return
	}
	names := make([]string, 0, len(q.Answers))
	for _, a := range q.Answers {
		name := a.Label
		if name == "" {
			name = a.Code
		}
		names = append(names, name)
	}
	for _, d := range i.profile.Frame { // those that nobody answered from
		if !slices.ContainsFunc(q.Answers, func(a importer.Answer) bool {
			return survey.Plain(a.Label) == survey.Plain(d.Name) || survey.Plain(a.Code) == survey.Plain(d.Name)
		}) {
			names = append(names, d.Name)
		}
	}
	for at, name := range names {
		field := kit.NewEntry(text("staff_number"))
		code := ""
		if at < len(q.Answers) {
			code = q.Answers[at].Code
		}
		if n, ok := staffOf(i.profile.Frame, name, code); ok {
			field.SetText(strconv.Itoa(n))
		}
		field.OnChanged = func(words string) { s.set(name, code, words) }
		field.OnFocus = func(has bool) {
			if !has {
				i.touched()
			}
		}
		s.fields.Add(newTiles(180, 2, kit.NewText(name), field))
	}
}

func staffOf(frame []survey.Department, name, code string) (int, bool) {
	for _, d := range frame {
		if survey.Plain(d.Name) == survey.Plain(name) || code != "" && survey.Plain(d.Name) == survey.Plain(code) {
			return d.Staff, true
		}
	}
	return 0, false
}

// set puts a department's number in; nothing takes it away.
func (s *staffStep) set(name, code, words string) {
	p := &s.intake.profile
	p.Frame = slices.DeleteFunc(slices.Clone(p.Frame), func(d survey.Department) bool {
		return survey.Plain(d.Name) == survey.Plain(name) || code != "" && survey.Plain(d.Name) == survey.Plain(code)
	})
	if n, ok := wholeNumber(words); ok {
		p.Frame = append(p.Frame, survey.Department{Name: name, Staff: n})
	}
	s.told()
}

// wholeNumber reads "2.300" and "2 300" as people write them.
func wholeNumber(words string) (int, bool) {
	plain := strings.NewReplacer(".", "", " ", "", "\u00a0", "", "'", "").Replace(strings.TrimSpace(words))
	n, err := strconv.Atoi(plain)
	return n, err == nil && n >= 0 && n < 1e8
}

// told says the sum.
func (s *staffStep) told() {
	sum := 0
	for _, d := range s.intake.profile.Frame {
		sum += d.Staff
	}
	if sum == 0 {
		s.sum.Set("")
		return
	}
	s.sum.Set(text("staff_sum", "n", s.intake.page.say.Number(sum)))
}

// choose makes another question the one that tells where somebody works.
func (s *staffStep) choose(id string) {
	i := s.intake
	if q := i.departmentQuestion(); q != nil {
		q.Background = false
	}
	i.profile.Department = id
	if q := i.departmentQuestion(); q != nil {
		q.Background, q.Kind = true, "single"
	}
	i.changed()
}

// use takes staff numbers, and the question that has these departments.
func (s *staffStep) use(frame []survey.Department) {
	i := s.intake
	i.profile.SetFrame(frame)
	i.changed()
}

// askFile reads staff numbers from a file.
func (s *staffStep) askFile() {
	p := s.intake.page
	p.host.PickFile(text("staff_file"), []string{".csv", ".tsv", ".txt", ".xlsx"}, func(path string) {
		s.read(source{paths: []string{path}})
	})
}

// paste reads them from the clipboard.
func (s *staffStep) paste() {
	pasted := s.intake.page.options.Paste()
	if strings.TrimSpace(pasted) == "" {
		s.intake.page.host.Say(text("clipboard_empty"), "", nil)
		return
	}
	s.read(source{pasted: pasted})
}

func (s *staffStep) read(from source) {
	p := s.intake.page
	var frame []survey.Department
	var err error
	p.start(func() {
		err = from.open(func(list []importer.File) (err error) {
			frame, err = importer.ReadFrame(list[0])
			return err
		})
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		s.use(frame)
	})
}
