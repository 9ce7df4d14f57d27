package pdfua

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// optionalKeys are those that a paper may lack, or may have other ones of: what
// the standards leave open. Everything else in the sample is there for a reason.
var optionalKeys = map[string]string{
	"catalog":    "/Outlines /OutputIntent",
	"outlines":   "/Type /Outlines",
	"page1":      "/Group /S /Transparency /CS",
	"page2":      "/Tabs /S",
	"note1":      "/Annot /P",
	"note2":      "/Annot /P",
	"cidfont":    "/DW",
	"tree":       "/ParentTreeNextKey",
	"ins":        "/A",
	"descriptor": "",
}

// TestEveryKey spoils every key and every name in the sample's dictionaries, one
// at a time: none may go unseen but those that are optional.
func TestEveryKey(t *testing.T) {
	word := regexp.MustCompile(`/[A-Z][A-Za-z0-9]*`)
	good := newSample(t)
	for _, object := range good.order {
		body := good.body[object]
		optional := strings.Fields(optionalKeys[object])
		isElement := strings.Contains(body, "/StructElem")
		for _, at := range word.FindAllStringIndex(body, -1) {
			found := body[at[0]:at[1]]
			if slices.Contains(optional, found) || found == "/Type" && (isElement || strings.Contains(body, "/Type/Annot") || strings.HasPrefix(body[at[0]:], "/Type/OutputIntent")) {
				continue
			}
			s := newSample(t)
			s.body[object] = body[:at[0]] + "/Zz" + body[at[1]:]
			if r := Check(s.bytes()); r.OK() {
				t.Errorf("%s spoilt in %s goes unseen", found, object)
			}
		}
	}
}
