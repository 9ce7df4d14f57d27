package shell

import (
	"encoding/json"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"synlig/assets"
	"synlig/screens/words"
)

func TestBothLanguagesHaveTheSameWords(t *testing.T) {
	danish, english := assets.Translations(words.Danish), assets.Translations(words.English)
	for key, text := range danish {
		other, there := english[key]
		if !there {
			t.Errorf("English lacks %s", key)
		}
		if strings.TrimSpace(text) == "" || there && strings.TrimSpace(other) == "" {
			t.Errorf("%s is empty", key)
		}
		if a, b := slots(text), slots(other); there && !slices.Equal(a, b) {
			t.Errorf("%s has %v in Danish and %v in English", key, a, b)
		}
	}
	for key := range english {
		if _, there := danish[key]; !there {
			t.Errorf("Danish lacks %s", key)
		}
	}
}

var slot = regexp.MustCompile(`\{\w+\}`)

// slots are the names to be filled in, each once, sorted.
func slots(text string) []string {
	found := slot.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// TestEveryWordThatScreensUseIsThere reads the source: the keys in
// words.Text("…"), words.Count("…") and the tables that name keys.
func TestEveryWordThatScreensUseIsThere(t *testing.T) {
	set, files := screens(t)
	danish := assets.Translations(words.Danish)
	sections := map[string]bool{}
	for key := range danish {
		section, _, _ := strings.Cut(key, ".")
		sections[section] = true
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			name := ""
			if f, ok := call.Fun.(*ast.SelectorExpr); ok {
				if x, ok := f.X.(*ast.Ident); ok && x.Name == "words" {
					name = f.Sel.Name
				}
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if name != "Text" && name != "Count" || !ok {
				return true
			}
			key, _ := strconv.Unquote(literal.Value)
			needed := []string{key}
			if name == "Count" {
				needed = []string{key + ".one", key + ".other"}
			}
			for _, k := range needed {
				if _, there := danish[k]; !there {
					t.Errorf("%s uses %s, which has no words", set.Position(call.Pos()), k)
				}
			}
			return true
		})
	}
}

func TestEveryLineOfTheMenuHasWords(t *testing.T) {
	danish := assets.Translations(words.Danish)
	for _, s := range shortcuts() {
		for _, key := range []string{s.menu, s.label} {
			if _, there := danish[key]; !there {
				t.Errorf("%s has no words", key)
			}
		}
	}
}

// TestFynesOwnWordsAreAllTranslated compares with Fyne's English words in the
// module that this program is built with.
func TestFynesOwnWordsAreAllTranslated(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Skip("the go command is needed to find Fyne's own words: ", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var fynes map[string]any
	if err := json.Unmarshal(data, &fynes); err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{words.Danish, words.English} {
		ours := assets.Translations(language)
		for key := range fynes {
			if ours["fyne."+key] == "" {
				t.Errorf("%s lacks Fyne's %q", language, key)
			}
		}
		for key := range ours {
			if own, ok := strings.CutPrefix(key, "fyne."); ok && fynes[own] == nil {
				t.Errorf("%s has %q, which Fyne does not know", language, own)
			}
		}
	}
}
