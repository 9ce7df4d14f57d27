package sheet

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"synlig/data/bilag/pdfua"
	"synlig/data/chart"
)

func TestChartIsAFigure(t *testing.T) {
	s := newSheet(t)
	scene := chart.Stack{
		Keys: []chart.Key{{Label: "Ja"}, {Label: "Ved ikke", DontKnow: true}},
		Bars: []chart.StackBar{
			{Name: chart.Name{Name: "En forvaltning", Count: "n = 12"}, Low: 0.5, High: 0.7, Segments: []chart.Segment{{Share: 0.6}, {Share: 0.4}}},
			{Name: chart.Name{Name: "Alle", Total: true}, Segments: []chart.Segment{{Share: 0.6, Hidden: true}, {Share: 0.4}}},
		},
		Alt: "Seks ud af ti siger ja.",
	}.Scene(chart.Style{Width: s.Width(), Size: 9.5, Measure: s.Measure, Percent: func(float64) string { return "60 %" }})
	s.Chart(scene, true)
	s.Paragraph(Body, Text("Efter diagrammet."))
	report := render(t, s)
	if !strings.Contains(report.Text, "En forvaltning") || !strings.HasSuffix(strings.TrimSpace(report.Text), "Efter diagrammet.") {
		t.Errorf("%q", report.Text)
	}
	// Without its Alt the figure is no figure to those who do not see it.
	bare := newSheet(t)
	scene.Alt = ""
	bare.Chart(scene, false)
	file, err := bare.Render(context.Background(), nil)
	if err != nil || !bytes.HasPrefix(file, []byte("%PDF")) {
		t.Fatal(err)
	}
	found := false
	for _, f := range pdfua.Check(file).Findings {
		found = found || strings.Contains(f.String(), "figure-alt")
	}
	if !found {
		t.Error("a figure without Alt passes")
	}
}
