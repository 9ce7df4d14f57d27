package console

import (
	"strconv"
	"strings"

	"synlig/data/redline"
	"synlig/screens/words"
)

// summary is "9 ændringer: 4 indholdsmæssige, 5 redaktionelle".
func summary(comparison redline.Comparison) string {
	if len(comparison.Changes) == 0 {
		return words.Text("console.no-changes")
	}
	count := map[redline.Class]int{}
	for _, change := range comparison.Changes {
		count[change.Class]++
	}
	var parts []string
	for _, class := range []redline.Class{redline.Substantive, redline.Editorial, redline.Structural} {
		if n := count[class]; n > 0 {
			parts = append(parts, words.Count("console.class-"+string(class), n))
		}
	}
	return words.Count("console.changes", len(comparison.Changes), "classes", strings.Join(parts, ", "))
}

// line is one change on one line: "3. indholdsmæssig: »skal« → »bør«".
func line(change redline.Change) string {
	return strconv.Itoa(change.Number) + ". " + string(change.Class) + ": " +
		words.Text("console.action-"+actions[change.Action], "old", oneLine(change.Old), "new", oneLine(change.New))
}

var actions = map[redline.Action]string{
	redline.Edit: "edit", redline.Add: "add", redline.Remove: "remove", redline.Move: "move",
	redline.Split: "split", redline.Merge: "merge", redline.Reform: "reform",
}

// oneLine shows a piece of text on one line, in full.
func oneLine(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\n", " ¶ "))
}
