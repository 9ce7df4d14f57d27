package console

import (
	"strconv"
	"strings"

	"synlig/data/bilag"
	"synlig/data/redline"
	"synlig/screens/words"
)

// summary is how much changes, as the paper says it but with spaces that a
// search in a terminal finds.
func summary(comparison redline.Comparison, points int) string {
	return strings.ReplaceAll(bilag.Summary(comparison, points), "\u00a0", " ")
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
