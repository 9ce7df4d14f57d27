package survey

import (
	"slices"
	"strings"

	"synlig/data/survey/importer"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// findingText is a guess or a warning in words.
func findingText(f importer.Finding) string {
	pairs := make([]string, 0, 2*len(f.Args))
	for name, value := range f.Args {
		switch name {
		case "reason":
			value = reasonText(value)
		case "delimiter", "separator", "order", "base":
			if said := words.Text("survey-import." + name + "-" + value); !strings.HasPrefix(said, "survey-import.") {
				value = said
			}
		}
		pairs = append(pairs, name, value)
	}
	return words.Text("survey-import."+f.Code, pairs...)
}

// reasonText says why a column is left out.
func reasonText(reason string) string { return words.Text("survey-import.reason-" + reason) }

func addLine(lines []string, line string) []string {
	if slices.Contains(lines, line) {
		return lines
	}
	return append(lines, line)
}

// careLines are lines that want to be looked at, with the mark of care.
func careLines(lines []string) fyne.CanvasObject {
	column := kit.Column(0)
	for _, line := range lines {
		column.Add(careLine(line))
	}
	return column
}

func careLine(line string) fyne.CanvasObject {
	label := kit.NewText(line)
	return iconBeside(theme.WarningIcon(), label)
}
