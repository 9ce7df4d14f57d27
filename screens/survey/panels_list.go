package survey

// makePanels makes the views, in the order of viewKeys.
func makePanels(p *Page) []panel {
	return []panel{
		newOverview(p), newQuestions(p), newDepartments(p), newCross(p), newWaves(p), newTexts(p), newAnonymity(p), newReport(p), newQuestionnaire(p),
	}
}
