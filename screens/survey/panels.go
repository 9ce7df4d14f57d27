package survey

import (
	"fyne.io/fyne/v2"
)

// panel is one view of the survey.
type panel interface {
	// content is the view's widgets, made once.
	content() fyne.CanvasObject
	// prepare notes what a person chose in the view, on the UI goroutine. What it
	// gives works the figures out beside it, and gives what shows them.
	prepare(l *lens) func() (show func())
}

// The views, in the order they stand.
const (
	viewOverview = iota
	viewQuestions
	viewDepartments
	viewCross
	viewWaves
	viewTexts
	viewAnonymity
	viewReport
	viewQuestionnaire
)

// viewKeys name the views in the translations, in that order.
var viewKeys = []string{"overview", "questions", "departments", "cross", "waves", "texts", "anonymity", "report", "questionnaire"}

// makePanels makes the views, in the order of viewKeys.
func makePanels(p *Page) []panel {
	return []panel{
		newOverview(p), newQuestions(p), newDepartments(p), newCross(p), newWaves(p), newTexts(p), newAnonymity(p), newReport(p), newQuestionnaire(p),
	}
}

func (p *Page) panelOf(view int) panel { return p.views[view] }

// look shows another view.
func (p *Page) look(view int) {
	p.at = view
	p.frame.showView()
	if p.lens == nil {
		p.frame.showWork()
	}
	p.figures()
}

// figures works out what the view shows, beside the window. The newest wins.
func (p *Page) figures() {
	if p.lens == nil && p.at != viewQuestionnaire || p.intake != nil {
		return
	}
	p.shown++
	mine := p.shown
	work := p.views[p.at].prepare(p.lens)
	var show func()
	p.start(func() { show = work() }, func() {
		if mine == p.shown {
			show()
			p.frame.showCounts()
		}
	})
}
