package importer

import "testing"

// A table of how many gave the same answers is as many people.
func TestCountedAnswers(t *testing.T) {
	w, summary, _, findings := imported(t, FromBytes("tabel.csv", []byte("\"køn\",\"parti\",\"value\"\n\"K\",\"D\",762\n\"M\",\"D\",484\n\"K\",\"I\",327\n\"M\",\"I\",239\n\"K\",\"R\",468\n\"M\",\"R\",477\n")))
	sex, party := w.Find("køn"), w.Find("parti")
	if w.Respondents != 2757 || summary.Counted != 2757 || w.Aggregated || !has(findings, "spread") || len(w.Questions) != 2 || sex < 0 || party < 0 {
		t.Fatalf("%d, %+v\n%v", w.Respondents, w.Questions, findings)
	}
	both := 0
	for r := range w.Respondents {
		if w.Questions[sex].Answers[w.Columns[sex].Answer(r)].Code == "M" && w.Questions[party].Answers[w.Columns[party].Answer(r)].Code == "R" {
			both++
		}
	}
	if both != 477 {
		t.Errorf("%d", both)
	}
}

// What is no such table is left alone.
func TestRowsThatAreNoCounts(t *testing.T) {
	for name, text := range map[string]string{
		"twice the same answers": "køn;parti;antal\nK;D;2\nK;D;3\nM;D;2\nM;R;3\n",
		"a number for each":      "navn;køn;antal\na;K;7\nb;M;8\nc;K;9\nd;M;7\n",
		"no whole numbers":       "køn;parti;antal\nK;D;2,5\nK;R;3\nM;D;2\nM;R;3\n",
		"another heading":        "køn;parti;børn\nK;D;2\nK;R;3\nM;D;2\nM;R;3\n",
		"few of the pairs":       "køn;parti;antal\nK;A;20\nM;B;30\nX;C;20\nY;D;30\nZ;A;12\n",
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := Read(t.Context(), []File{FromBytes("svar.csv", []byte(text))}, Reading{}, nil)
			if err != nil || has(raw.Findings, "spread") || raw.Rows > 5 {
				t.Errorf("%v, %+v", err, raw)
			}
		})
	}
}
