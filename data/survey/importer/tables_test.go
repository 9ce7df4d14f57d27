package importer

import (
	"slices"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/survey"
)

// figures are the counts of a question's answers in a department.
func figures(w *survey.Wave, question int, department string) map[string]int {
	all := map[string]int{}
	q := &w.Questions[question]
	for r := range w.Respondents {
		if w.Department >= 0 {
			if d := w.Columns[w.Department].Answer(r); d < 0 || w.Questions[w.Department].Answers[d].Name() != department {
				continue
			}
		}
		for i, a := range q.Answers {
			if q.Kind != survey.Multi && w.Columns[question].Answer(r) == i || q.Kind == survey.Multi && w.Columns[question].Ticks[i].Has(r) {
				all[a.Name()]++
			}
		}
	}
	return all
}

func TestReadyMadeTables(t *testing.T) {
	for name, text := range map[string]string{
		"long":             "Spørgsmål;Svar;Forvaltning;Antal\nKender du os?;Ja;Nord;30\nKender du os?;Nej;Nord;12\nKender du os?;Ja;Syd;7\nKender du os?;Nej;Syd;1.003\nTillid?;Stor;Nord;20\nTillid?;Nogen;Nord;9\nTillid?;Lille;Syd;5\nTillid?;Ved ikke;Syd;6\n",
		"wide":             "Spørgsmål;Svar;Nord;Syd;I alt\nKender du os?;Ja;30;7;37\n;Nej;12;1003;1015\n;I alt;42;1010;1052\nTillid?;Stor;20;-;20\n;Nogen;9;;9\n;Lille;;5;5\n;Ved ikke;0;6;6\n",
		"blocks":           "\tNord\tSyd\tTotal\nKender du os?\t\t\t\nJa\t30\t7\t37\nNej\t12\t1003\t1015\nTillid?\t\t\t\nStor\t20\t0\t20\nNogen\t9\t0\t9\nLille\t0\t5\t5\nVed ikke\t0\t6\t6\n",
		"per cent, bases":  "Spørgsmål;Svar;Forvaltning;Procent;Base\nKender du os?;Ja;Nord;71,4%;42\nKender du os?;Nej;Nord;28,6%;42\nKender du os?;Ja;Syd;0,69;1010\nKender du os?;Nej;Syd;99,31;1010\nTillid?;Stor;Nord;69;29\nTillid?;Nogen;Nord;31;29\nTillid?;Lille;Syd;45;11\nTillid?;Ved ikke;Syd;55;11\n",
		"english headings": "question,answer,department,count\nKender du os?,Ja,Nord,30\nKender du os?,Nej,Nord,12\nKender du os?,Ja,Syd,7\nKender du os?,Nej,Syd,1003\nTillid?,Stor,Nord,20\nTillid?,Nogen,Nord,9\nTillid?,Lille,Syd,5\nTillid?,Ved ikke,Syd,6\n",
	} {
		t.Run(name, func(t *testing.T) {
			w, summary, p, findings := imported(t, FromBytes("tabel.csv", []byte(text)))
			if p.Aggregate == nil || !w.Aggregated || !has(findings, "aggregate") || summary.Counted != 1052 || len(w.Questions) != 3 {
				t.Fatalf("%+v\n%+v\n%v", p.Aggregate, w.Questions, findings)
			}
			know, trust := 1, 2
			if w.Questions[know].Text != "Kender du os?" || w.Questions[trust].Text != "Tillid?" {
				t.Errorf("%+v", w.Questions)
			}
			if n, s := figures(w, know, "Nord"), figures(w, know, "Syd"); !equalCounts(n, map[string]int{"Ja": 30, "Nej": 12}) || !equalCounts(s, map[string]int{"Ja": 7, "Nej": 1003}) {
				t.Errorf("%v %v", n, s)
			}
			if n, s := figures(w, trust, "Nord"), figures(w, trust, "Syd"); !equalCounts(n, map[string]int{"Stor": 20, "Nogen": 9}) || !equalCounts(s, map[string]int{"Lille": 5, "Ved ikke": 6}) {
				t.Errorf("%v %v", n, s)
			}
			if a := w.Questions[trust].Answers; w.Questions[trust].Kind != survey.Scale || !slices.ContainsFunc(a, func(a survey.Answer) bool { return a.DontKnow }) {
				t.Errorf("%+v", w.Questions[trust])
			}
		})
	}
}

// One question pasted from a page: its text is the heading of the answers.
func TestAPastedTable(t *testing.T) {
	w, _, _, _ := imported(t, FromBytes("", []byte("Kender du os?\tNord\tSyd\nJa\t30\t7\nNej\t12\t13\nI alt\t42\t20\n")))
	if !w.Aggregated || w.Respondents != 62 || w.Questions[1].Text != "Kender du os?" || !equalCounts(figures(w, 1, "Syd"), map[string]int{"Ja": 7, "Nej": 13}) {
		t.Errorf("%d %+v", w.Respondents, w.Questions)
	}
}

// Several answers: the counts come to more than the people.
func TestATableOfSeveralAnswers(t *testing.T) {
	text := "Spørgsmål;Svar;Forvaltning;Antal;Base\nHvorfra?;Intranettet;Nord;30;40\nHvorfra?;Min leder;Nord;25;40\nHvorfra?;Pressen;Nord;3;40\n"
	w, _, _, _ := imported(t, FromBytes("tabel.csv", []byte(text)))
	q := w.Questions[1]
	if q.Kind != survey.Multi || w.Respondents != 40 || states(w, 1)[survey.Answered] != 40 || !equalCounts(figures(w, 1, "Nord"), map[string]int{"Intranettet": 30, "Min leder": 25, "Pressen": 3}) {
		t.Errorf("%+v %v", q, figures(w, 1, "Nord"))
	}
}

func TestPerCentsOfNobodyAreRefused(t *testing.T) {
	raw, err := Read(t.Context(), []File{FromBytes("a.csv", []byte("Spørgsmål;Svar;Forvaltning;Procent\nA?;Ja;Nord;70%\nA?;Nej;Nord;30%\n"))}, Reading{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, findings := Examine(raw, nil)
	if _, _, err := Import(t.Context(), raw, p, nil); !fault.Is(err, "aggregate-no-base") || !has(Unsure(findings), "aggregate-no-base") {
		t.Errorf("%v %v", err, findings)
	}
}

// A file of respondents is not taken for a table, however small.
func TestRespondentsAreNoTable(t *testing.T) {
	for name, g := range map[string]grid{
		"answers": answers(30),
		"codes":   {{"Navn", "q1", "q2"}, {"Ida", "1", "2"}, {"Bo", "2", "3"}, {"Eva", "1", "1"}},
	} {
		raw, err := Read(t.Context(), []File{FromBytes(strings.ToLower(name), g.text(";"))}, Reading{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if p, _ := Examine(raw, nil); p.Aggregate != nil {
			t.Errorf("%s: %+v", name, p.Aggregate)
		}
	}
}
