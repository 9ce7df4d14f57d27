package bilag

import (
	"context"
	"time"

	"synlig/assets"
	"synlig/data/bilag/pdf"
	"synlig/data/bilag/sheet"
	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/data/survey/present"
)

// SurveyReport is what the report of an awareness survey is made of.
type SurveyReport struct {
	Title   string // "Kendskab til Borgerrådgiveren 2026"
	Office  string
	Example bool
	// Later is the wave that is told of, Earlier the one it is compared with, nil
	// for none.
	Later, Earlier *survey.View
	Mapping        survey.Mapping
	// Keys are the key figures; see SurveyKeys.
	Keys []survey.KeyFigure
	Made time.Time // the date of the paper; zero is the wave's
}

// mostKeys is how many figures a report without key figures of its own shows.
const mostKeys = 6

// SurveyKeys are the key figures that the house's rules find in a wave. Where
// they find none, the first questions stand in: the two highest of a scale, the
// "ja" of other questions or else their first answer.
func SurveyKeys(w *survey.Wave) []survey.KeyFigure {
	if keys := survey.KeyFigures(w, surveyRules()); len(keys) > 0 {
		return keys
	}
	return survey.FirstFigures(w, mostKeys)
}

// SurveyFileName is the name of the report's file.
func SurveyFileName(r SurveyReport) string { return fileTitle(r.title()) + ".pdf" }

// surveyWords are the house's words for the survey.
type surveyWords struct{}

func (surveyWords) Text(key string, pairs ...string) string {
	return assets.Translations("da").Text("survey."+key, pairs...)
}

func (surveyWords) Count(key string, n int, pairs ...string) string {
	return assets.Translations("da").Count("survey."+key, n, pairs...)
}

// Survey is the report of two to four pages: key figures with intervals and
// change, charts with their tables, who answered, how the figures were made, and
// what the intervals do not cover. Small figures are hidden in it, and nothing
// hidden can be worked out from it. It returns ctx.Err() when ctx is cancelled.
func Survey(ctx context.Context, r SurveyReport, options Options) ([]byte, error) {
	s, err := r.sheet()
	if err != nil {
		return nil, failed(err)
	}
	return render(ctx, s, options)
}

// Show remembers in a session all that the report shows, and gives what it gives
// away beside what was shown before. name is what the report is called there.
func (r SurveyReport) Show(session *survey.Session, name string) []disclosure.Leak {
	var leaks []disclosure.Leak
	for _, t := range r.tables() {
		leaks = append(leaks, session.ShowDepartments(t.view, t.table, name)...)
	}
	return leaks
}

// shownTable is a table the report's figures come from.
type shownTable struct {
	view  *survey.View
	table *survey.DepartmentTable
}

// tables are the tables of the key figures' questions, in both waves.
func (r SurveyReport) tables() []shownTable {
	var tables []shownTable
	seen := map[int]bool{}
	for _, k := range r.Keys {
		if seen[k.Question] {
			continue
		}
		seen[k.Question] = true
		base := survey.DefaultBase(r.Later.Wave.Questions[k.Question].Kind)
		tables = append(tables, shownTable{r.Later, r.Later.Safe(k.Question, base)})
		if r.Earlier == nil {
			continue
		}
		if f := survey.FigureSince(r.Earlier, r.Later, r.Mapping, k); f.Change != nil {
			tables = append(tables, shownTable{r.Earlier, r.Earlier.Safe(f.Then.Earlier, base)})
		}
	}
	return tables
}

func (r SurveyReport) title() string {
	if r.Title != "" {
		return r.Title
	}
	return word("surveyFoot")
}

func (r SurveyReport) sheet() (*sheet.Sheet, error) {
	subtitle := text("surveySubtitle", "wave", r.Later.Wave.Title)
	if r.Earlier != nil {
		subtitle = text("surveySubtitleTwo", "wave", r.Later.Wave.Title, "earlier", r.Earlier.Wave.Title)
	}
	running := sheet.Running{HeadLeft: known(r.Office), FootLeft: r.title(), FootRight: pageLine}
	if r.Example {
		running.HeadRight = []string{word("exampleTag")}
	}
	s, err := houseSheet(pdf.Meta{
		Title: r.title(), Author: r.Office, Subject: word("surveySubject"), Changed: firstKnown(r.Made, r.Later.Wave.Date),
	}, running)
	if err != nil {
		return nil, err
	}
	s.Section(reportPage)
	if r.Example {
		s.Paragraph(sheet.Badge, sheet.Text(word("example")))
	}
	s.Heading(1, sheet.Title, sheet.Piece{}, "", sheet.Text(r.title()))
	s.Paragraph(sheet.Subtitle, sheet.Text(subtitle))
	p := surveyPaper{SurveyReport: r, Presenter: present.Presenter{Words: surveyWords{}}, sheet: s}
	p.compose()
	return s, nil
}

// reportPage has narrower margins than running text: charts and tables need
// the width, and no line of text here is long.
var reportPage = func() sheet.Format {
	f := sheet.Portrait
	f.Left, f.Right, f.Top, f.Bottom = 70, 70, 72, 56
	return f
}()

// surveyPaper is the report being composed.
type surveyPaper struct {
	SurveyReport
	present.Presenter
	sheet  *sheet.Sheet
	keys   []present.Key
	hidden int
}

func (p *surveyPaper) compose() {
	for _, t := range p.tables() {
		p.hidden += t.table.Hidden()
	}
	s := p.sheet
	s.Paragraph(sheet.Lead, sheet.Text(p.Response(p.Later)))
	s.Paragraph(sheet.Note, sheet.Piece{Text: p.Filter(p.Later), Quiet: true})
	for _, k := range p.Keys {
		p.keys = append(p.keys, p.Key(p.Earlier, p.Later, p.Mapping, k))
	}
	if len(p.keys) == 0 {
		s.Paragraph(sheet.Body, sheet.Text(word("surveyNothing")))
	} else {
		p.figures()
	}
	p.departments()
	p.response()
	p.change()
	p.scale()
	p.method()
}

// chartStyle is how charts are drawn on the report's page.
func (p *surveyPaper) chartStyle() chart.Style {
	return chart.Style{Width: p.sheet.Width(), Size: 9.2, Measure: p.sheet.Measure, Percent: p.Whole}
}

// first is the key figure that is told of by department: the first.
func (p *surveyPaper) first() present.Key { return p.keys[0] }
