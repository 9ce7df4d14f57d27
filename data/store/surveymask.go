package store

import (
	"runtime"
	"slices"
	"sync"

	"synlig/data/danish"
	"synlig/data/survey"
)

// maskQuestion masks what could be personal data in what people wrote: in free
// texts all that the rules find, in answers (where a system lists what was
// written beside "Andet") what is certain. The question given is not changed.
func maskQuestion(rules *danish.Rules, q survey.Question, column survey.Column) (survey.Question, survey.Column) {
	if q.Kind == survey.Text {
		column.Texts = maskTexts(rules, column.Texts)
		return q, column
	}
	var answers []survey.Answer
	for i, a := range q.Answers {
		code, label := maskRed(rules, a.Code), maskRed(rules, a.Label)
		if code == a.Code && label == a.Label {
			continue
		}
		if answers == nil {
			answers = slices.Clone(q.Answers)
		}
		answers[i].Code, answers[i].Label = code, label
	}
	if answers != nil {
		q.Answers = answers
	}
	return q, column
}

func maskRed(rules *danish.Rules, text string) string {
	return danish.Mask(text, rules.PersonalData(text), danish.Red)
}

// maskTexts masks each distinct text once, on all processors.
func maskTexts(rules *danish.Rules, texts []string) []string {
	masked := map[string]string{}
	for _, text := range texts {
		if text != "" {
			masked[text] = ""
		}
	}
	distinct := make([]string, 0, len(masked))
	for text := range masked {
		distinct = append(distinct, text)
	}
	results := make([]string, len(distinct))
	workers := min(runtime.GOMAXPROCS(0), len(distinct))
	var wait sync.WaitGroup
	for worker := range workers {
		wait.Go(func() {
			for i := worker; i < len(distinct); i += workers {
				results[i] = danish.Mask(distinct[i], rules.PersonalData(distinct[i]))
			}
		})
	}
	wait.Wait()
	for i, text := range distinct {
		masked[text] = results[i]
	}
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = masked[text]
	}
	return out
}
