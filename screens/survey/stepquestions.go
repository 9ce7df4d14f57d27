package survey

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// questionStep is every question as it was understood, and one of them open to
// be corrected.
type questionStep struct {
	intake   *intake
	findings *fyne.Container
	rows     *kit.Rows
	spare    []*kit.ListRow
	at       int
	form     *fyne.Container
	all      *fyne.Container
}

var questionKinds = []string{"single", "scale", "multi", "number", "text", "date"}

func newQuestionStep(i *intake) *questionStep {
	s := &questionStep{intake: i, findings: kit.Column(0), form: kit.Column(kit.Between)}
	s.rows = kit.NewRows(s)
	s.rows.OnKey = s.typed
	list := container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 6), s.rows)
	s.all = kit.Column(kit.Around, s.findings, container.New(&beside{list: 300, least: 460, high: 560}, list, kit.NewCard(s.form)))
	return s
}

func (s *questionStep) key() string                { return "questions" }
func (s *questionStep) content() fyne.CanvasObject { return s.all }

func (s *questionStep) about(code string) bool {
	switch code {
	case "decimal", "date-serials", "multi-columns", "multi-cell", "box-one-two", "code-scale", "code-dont-know", "missing-code", "route", "unclear", "answers-new":
		return true
	}
	return false
}

// concerns tells whether a finding is of a question.
func (s *questionStep) concerns(f importer.Finding, q *importer.Question) bool {
	return s.about(f.Code) && f.Args["question"] == q.Text
}

func (s *questionStep) show() {
	i := s.intake
	s.at = min(s.at, len(i.profile.Questions)-1)
	s.showForm()
	s.showLeft()
	s.rows.Reset()
	s.all.Refresh()
}

// showForm shows the open question's fields.
func (s *questionStep) showForm() {
	i := s.intake
	s.form.Objects = nil
	if s.at < 0 {
		s.form.Add(kit.NewText(text("questions_empty")))
		return
	}
	q := &i.profile.Questions[s.at]
	wording := kit.NewTextEntry("")
	wording.SetMinRowsVisible(2)
	wording.SetText(q.Text)
	wording.OnChanged = func(words string) { q.Text = words }
	wording.OnFocus = func(has bool) {
		if !has {
			s.rows.Redress()
			i.touched()
		}
	}
	kinds := make([]string, len(questionKinds))
	for k, name := range questionKinds {
		kinds[k] = text("kind_" + name)
	}
	kind := kit.NewSelect(nil, func(at int) { s.become(questionKinds[at]) })
	kind.SetLabels(kinds, slices.Index(questionKinds, q.Kind))
	s.form.Add(kit.NewQuiet(text("question_columns", "columns", i.page.say.And(shortAll(q.Columns)))))
	for _, f := range i.findings {
		if s.concerns(f, q) {
			if f.Sure {
				s.form.Add(kit.NewQuiet(findingText(f) + "."))
			} else {
				s.form.Add(careLine(findingText(f)))
				i.see([]string{findingText(f)})
			}
		}
	}
	s.form.Add(field(text("question_text"), wording))
	s.form.Add(kit.AtMost(240, field(text("kind"), kind)))
	s.grouping(q)
	s.answers(q)
	s.form.Refresh()
}

// grouping splits a question of several columns, or puts it together with the
// next.
func (s *questionStep) grouping(q *importer.Question) {
	i := s.intake
	row := kit.Flow(kit.Within)
	if len(q.Columns) > 1 {
		row.Add(kit.NewButton(text("split"), theme.ContentCutIcon(), func() { s.split() }))
	}
	if s.at+1 < len(i.profile.Questions) {
		row.Add(kit.NewButton(text("together"), theme.ContentAddIcon(), func() { s.together() }))
	}
	if q.Kind == "multi" && len(q.Columns) == 1 {
		separator := kit.NewEntry(";")
		separator.SetText(q.Separator)
		separator.OnFocus = func(has bool) {
			if !has && separator.Text != "" && separator.Text != q.Separator {
				q.Separator = separator.Text
				q.Answers = optionsOf(i.raw.Column(q.Columns[0]), q.Separator)
				i.changed()
			}
		}
		row.Add(wide(160, text("separator"), separator))
	}
	if len(row.Objects) > 0 {
		s.form.Add(row)
	}
}

// become makes the question another kind.
func (s *questionStep) become(kind string) {
	i := s.intake
	q := &i.profile.Questions[s.at]
	if kind == q.Kind {
		return
	}
	if (kind == "single" || kind == "scale") && (q.Kind == "single" || q.Kind == "scale") {
		q.Kind = kind
		for n := range q.Answers {
			if q.Answers[n].Order = 0; kind == "scale" && !q.Answers[n].DontKnow {
				q.Answers[n].Order = n + 1
			}
		}
	} else {
		made := questionOf(i, q.Columns, kind)
		made.ID, made.Text, made.Background, made.Route = q.ID, q.Text, q.Background, q.Route
		made.Missing, made.NotAsked = q.Missing, q.NotAsked
		if kind != "multi" && len(q.Columns) > 1 {
			made.Columns = q.Columns[:1]
			for _, name := range q.Columns[1:] {
				defer i.again(name)
			}
		}
		*q = made
	}
	i.changed()
}

// split makes a question of each column.
func (s *questionStep) split() {
	i := s.intake
	q := i.profile.Questions[s.at]
	made := make([]importer.Question, 0, len(q.Columns))
	rest := slices.Clone(i.profile.Questions)
	for n, name := range q.Columns {
		one := questionOf(i, []string{name}, guessKind(i.raw.Column(name)))
		one.ID = q.ID + "." + strconv.Itoa(n+1)
		one.Unclear = false
		made = append(made, one)
	}
	i.profile.Questions = slices.Replace(rest, s.at, s.at+1, made...)
	i.changed()
}

// together puts the columns of the question and the next into one question of
// several ticks.
func (s *questionStep) together() {
	i := s.intake
	q, next := i.profile.Questions[s.at], i.profile.Questions[s.at+1]
	made := questionOf(i, append(slices.Clone(q.Columns), next.Columns...), "multi")
	made.ID, made.Text = q.ID, q.Text
	i.profile.Questions = slices.Replace(slices.Clone(i.profile.Questions), s.at, s.at+2, made)
	i.changed()
}

func shortAll(names []string) []string {
	const most = 6
	var out []string
	for _, name := range names[:min(len(names), most)] {
		out = append(out, "»"+short(name)+"«")
	}
	if more := len(names) - most; more > 0 {
		out = append(out, count("more_columns", more))
	}
	return out
}

// typed goes from question to question.
func (s *questionStep) typed(key *fyne.KeyEvent) bool {
	at := s.at
	switch key.Name {
	case fyne.KeyUp:
		at--
	case fyne.KeyDown:
		at++
	default:
		return false
	}
	if at >= 0 && at < len(s.intake.profile.Questions) {
		s.open(at)
	}
	return true
}

func (s *questionStep) open(at int) {
	s.at = at
	s.showForm()
	s.rows.Redress()
	s.rows.Reveal(at)
	s.showLeft()
	s.intake.nameSteps()
	s.intake.settle()
}

// showLeft says how many questions have a guess that nobody has looked at.
func (s *questionStep) showLeft() {
	s.findings.Objects = nil
	if n := s.intake.left(s); n > 0 {
		s.findings.Add(careLine(count("questions_unsure", n)))
	}
	s.findings.Refresh()
}

// Heights are all the same.
func (s *questionStep) Heights(float32) []float32 {
	heights := make([]float32, len(s.intake.profile.Questions))
	for i := range heights {
		heights[i] = kit.ListRowHeight()
	}
	return heights
}

// Take is the widget for a row.
func (s *questionStep) Take(row int) fyne.CanvasObject {
	var r *kit.ListRow
	if n := len(s.spare); n > 0 {
		r, s.spare = s.spare[n-1], s.spare[:n-1]
	} else {
		r = kit.NewListRow()
	}
	i := s.intake
	q := &i.profile.Questions[row]
	r.OnTapped = func() {
		i.page.host.Canvas().Focus(s.rows)
		s.open(row)
	}
	face := kit.ListFace{Above: text("kind_" + q.Kind), Text: strings.TrimSpace(q.Text)}
	if len(q.Answers) > 0 {
		face.Above += " · " + count("answer_count", len(q.Answers))
	}
	if slices.ContainsFunc(i.findings, func(f importer.Finding) bool { return !f.Sure && s.concerns(f, q) && !i.seen[findingText(f)] }) {
		face.Below, face.Right, face.RightInk = "", text("look_here"), kit.ColorCare
	}
	r.Dress(face, row == s.at)
	return r
}

// Give takes a widget back.
func (s *questionStep) Give(object fyne.CanvasObject) {
	s.spare = append(s.spare, object.(*kit.ListRow))
}
