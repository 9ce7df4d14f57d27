package survey

import (
	"strings"

	"synlig/data/chart"
)

// showPreview shows the first rows. Columns that tell who somebody is are
// covered: they are not looked at more than the file makes one.
func (s *fileStep) showPreview() {
	i := s.intake
	headings, rows := i.raw.Preview(previewRows)
	covered := map[string]bool{}
	for _, d := range i.profile.Dropped {
		covered[d.Column] = true
	}
	t := chart.Table{}
	for at, name := range headings[:min(len(headings), previewColumns)] {
		t.Columns = append(t.Columns, short(name))
		for r := range rows {
			if at == 0 {
				t.Rows = append(t.Rows, nil)
			}
			cell := short(rows[r][at])
			if covered[name] && cell != "" {
				cell = "•••"
			}
			t.Rows[r] = append(t.Rows[r], cell)
		}
	}
	s.preview.show(t)
}

func short(cell string) string {
	runes := []rune(strings.Join(strings.Fields(cell), " "))
	if len(runes) > previewCell {
		return string(runes[:previewCell-1]) + "…"
	}
	return string(runes)
}
