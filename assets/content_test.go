package assets_test

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"synlig/assets"
)

func TestEveryHelpPageIsInBothLanguages(t *testing.T) {
	pages := assets.Names("help/da")
	if !slices.Equal(pages, assets.Names("help/en")) {
		t.Fatalf("Danish %v, English %v", pages, assets.Names("help/en"))
	}
	for _, page := range pages {
		danish, english := outline("help/da/"+page), outline("help/en/"+page)
		if !slices.Equal(danish, english) {
			t.Errorf("%s is not built alike:\nda %v\nen %v", page, danish, english)
		}
	}
}

// outline is how each line of a page begins: "#", "##", "-", "1." or text.
func outline(path string) []string {
	var starts []string
	for line := range strings.Lines(string(assets.Read(path))) {
		start, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case start == "":
			continue
		case strings.Trim(start, "#") != "" && start != "-" && !strings.HasSuffix(start, ".") || len(start) > 3:
			start = "text"
		}
		starts = append(starts, start)
	}
	return starts
}

func TestWeightyWordsAreSmallAndStandOnce(t *testing.T) {
	words := assets.Lines("words/weighty.txt")
	seen := map[string]bool{}
	for _, w := range words {
		if w != strings.ToLower(w) || strings.ContainsAny(w, " \t") || seen[w] {
			t.Errorf("%q is not one small word that stands once", w)
		}
		seen[w] = true
	}
	for _, w := range []string{"ikke", "skal", "kan", "bør", "må", "vil", "alle", "straks", "senest", "kun", "alene", "undtagen", "not", "must"} {
		if !seen[w] {
			t.Errorf("%q is missing", w)
		}
	}
}

// Fyne tints the fills of a drawing and leaves its strokes black, so a stroke
// would not be seen on a dark ground.
func TestRoomIconsAreFilledAndOfOneSize(t *testing.T) {
	for _, name := range assets.Names("icons") {
		if name == "synlig.svg" || name == "synlig.png" {
			continue
		}
		decoder := xml.NewDecoder(bytes.NewReader(assets.Read("icons/" + name)))
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			element, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range element.Attr {
				switch {
				case a.Name.Local == "viewBox" && a.Value != "0 0 24 24",
					a.Name.Local == "fill" && a.Value != "#000000",
					strings.HasPrefix(a.Name.Local, "stroke"):
					t.Errorf("%s: <%s %s=%q>", name, element.Name.Local, a.Name.Local, a.Value)
				}
			}
		}
	}
}

func TestTheProgramsIconIsSquare(t *testing.T) {
	icon, err := png.DecodeConfig(bytes.NewReader(assets.Read("icons/synlig.png")))
	if err != nil || icon.Width != 512 || icon.Height != 512 {
		t.Errorf("%+v, %v", icon, err)
	}
}
