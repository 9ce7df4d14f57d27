package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"synlig/data/docx"
)

// parts are the files within a Word file.
func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(content)
	}
	return all
}

// order is the order in which the schema wants children, of those that are
// written here (ISO/IEC 29500-1, CT_PPr and CT_RPr).
var order = map[string][]string{
	"pPr": {"pStyle", "keepNext", "keepLines", "numPr", "tabs", "spacing", "ind", "contextualSpacing", "outlineLvl", "rPr", "pPrChange"},
	"rPr": {"ins", "del", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "lang", "rPrChange"},
}

// checkPart holds a part against what Word asks for.
func checkPart(t *testing.T, name, content string, ids map[string]string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(content))
	type open struct {
		name string
		last int
	}
	stack := []open{{}}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.StartElement:
			top := &stack[len(stack)-1]
			if wanted, ok := order[top.name]; ok {
				at := slices.Index(wanted, token.Name.Local)
				if at < 0 || at < top.last {
					t.Errorf("%s: <%s> is out of order in <%s>", name, token.Name.Local, top.name)
				}
				top.last = max(at, 0)
			}
			stack = append(stack, open{name: token.Name.Local})
			attrs := map[string]string{}
			for _, a := range token.Attr {
				attrs[a.Name.Local] = a.Value
			}
			element := token.Name.Local
			if (element == "t" || element == "delText") && attrs["space"] != "preserve" && strings.HasPrefix(name, "word/document") {
				t.Errorf("%s: <%s> does not keep its spaces", name, element)
			}
			if slices.Contains([]string{"ins", "del", "rPrChange", "pPrChange", "comment"}, element) {
				if other, ok := ids[attrs["id"]]; ok || attrs["id"] == "" {
					t.Errorf("%s: <%s> and <%s> have the number %q", name, element, other, attrs["id"])
				}
				ids[attrs["id"]] = element
				if attrs["author"] == "" || !strings.HasSuffix(attrs["date"], "Z") {
					t.Errorf("%s: <%s> is by %q, %q", name, element, attrs["author"], attrs["date"])
				}
			}
		}
	}
}

var (
	override = regexp.MustCompile(`PartName="/([^"]*)"`)
	target   = regexp.MustCompile(`Target="([^"]*)"/>`)
	anchor   = regexp.MustCompile(`<w:comment(RangeStart|RangeEnd|Reference) w:id="(\d+)"/>`)
)

func TestFilesAreBuiltAsWordAsks(t *testing.T) {
	for seed := range uint64(150) {
		g := newGenerator(seed)
		base := g.document(g.IntN(15))
		r := revision(base, g.revise(base, 1+g.IntN(12)))
		comparison := r.Compare(nil)
		marked, err := docx.Marked(r, comparison)
		if err != nil {
			t.Fatal(err)
		}
		clean, err := docx.Clean(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{marked, clean} {
			all := parts(t, data)
			ids := map[string]string{}
			for name, content := range all {
				checkPart(t, name, content, ids)
			}
			for _, m := range override.FindAllStringSubmatch(all["[Content_Types].xml"], -1) {
				if all[m[1]] == "" {
					t.Errorf("there is no %s", m[1])
				}
			}
			for _, m := range target.FindAllStringSubmatch(all["word/_rels/document.xml.rels"], -1) {
				if all["word/"+m[1]] == "" {
					t.Errorf("there is no word/%s", m[1])
				}
			}
			met := map[string]string{}
			for _, m := range anchor.FindAllStringSubmatch(all["word/document.xml"], -1) {
				met[m[2]] += m[1] + " "
			}
			for id, marks := range met {
				if marks != "RangeStart RangeEnd Reference " || ids[id] != "comment" {
					t.Errorf("comment %s: %q", id, marks)
				}
			}
			if comments := strings.Count(all["word/comments.xml"], "<w:comment "); comments != len(met) {
				t.Errorf("%d comments, %d in the text", comments, len(met))
			}
		}
		// Every change is spoken of.
		comments := parts(t, marked)["word/comments.xml"]
		for _, change := range comparison.Changes {
			if !regexp.MustCompile(`>Ændring ` + regexp.QuoteMeta(strconv.Itoa(change.Number)) + `( ·[^<]*)?<`).MatchString(comments) {
				t.Errorf("seed %d: change %d (%q → %q) has no comment", seed, change.Number, change.Old, change.New)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}
