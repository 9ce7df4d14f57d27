package words

import (
	"strconv"

	"synlig/data/links"
)

// Answer is what a person is told about the answer for a link beside its
// verdict, one sentence each: why, where the page is now, what is missing.
func Answer(a links.Answer) (sentences []string) {
	if a.Reason != "" {
		status := strconv.Itoa(a.Status)
		key := "links.why-" + string(a.Reason)
		text := Text(key+"-"+a.Detail, "status", status)
		if a.Detail == "" || text == key+"-"+a.Detail {
			text = Text(key, "status", status)
		}
		sentences = append(sentences, text)
	}
	if a.MovedTo != "" && a.Verdict == links.Moved {
		key := "links.moved-to"
		if a.Detail == "temporary" {
			key = "links.moved-temporary"
		}
		sentences = append(sentences, Text(key, "address", links.Shown(a.MovedTo)))
	}
	if a.FragmentMissing {
		sentences = append(sentences, Text("links.fragment-missing"))
	}
	if a.Secure != "" {
		sentences = append(sentences, Text("links.secure", "address", links.Shown(a.Secure)))
	}
	return sentences
}
