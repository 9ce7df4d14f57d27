package survey

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/survey/importer"
	"synlig/screens/kit"
	"synlig/screens/words"
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

// careLine is a line that wants to be looked at, with the mark of care.
func careLine(line string) fyne.CanvasObject {
	label := kit.NewText(line)
	return iconBeside(theme.WarningIcon(), label)
}

// findingsOf are a step's findings: what wants to be looked at first, then what
// is certain, quietly.
func findingsOf(i *intake, s step) fyne.CanvasObject {
	column := kit.Column(0)
	for _, line := range i.unsure(s) {
		column.Add(careLine(line))
	}
	var sure []string
	for _, f := range i.findings {
		if f.Sure && s.about(f.Code) {
			sure = addLine(sure, findingText(f))
		}
	}
	if len(sure) > 0 {
		column.Add(kit.NewQuiet(strings.Join(sure, ". ") + "."))
	}
	return column
}

// iconBeside puts an icon left of words that wrap.
func iconBeside(icon fyne.Resource, label fyne.CanvasObject) fyne.CanvasObject {
	picture := kit.Padded(kit.Between+1, kit.Within, kit.Slim(18, 18, newIcon(icon)))
	return container.NewBorder(nil, nil, container.NewVBox(picture), nil, label)
}
