package danish

import (
	"os"
	"slices"
	"strings"
	"testing"

	"synlig/data/fault"
)

// folder holds the built-in lists.
const folder = "../../assets/words/"

// builtIn are the program's own lists.
func builtIn(t testing.TB) Lists {
	t.Helper()
	lists := Lists{}
	for _, list := range AllLists {
		text, err := os.ReadFile(folder + string(list) + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		lists[list] = ListLines(string(text))
	}
	return lists
}

func rulesOf(t testing.TB) *Rules {
	t.Helper()
	return New(builtIn(t))
}

func TestBuiltInListsAreSound(t *testing.T) {
	for list, lines := range builtIn(t) {
		if err := CheckList(list, lines); err != nil {
			t.Error(err)
		}
		if len(lines) == 0 {
			t.Errorf("%s is empty", list)
		}
		seen := map[string]bool{}
		for _, e := range (Lists{list: lines}).entries(list) {
			for _, form := range e.forms {
				if seen[form] {
					t.Errorf("%s has %q twice", list, form)
				}
				if e.with == form {
					t.Errorf("%s replaces %q with itself", list, form)
				}
				seen[form] = true
			}
		}
	}
}

// A replacement that the rules would hint at again helps nobody.
func TestReplacementsAreFreeOfHints(t *testing.T) {
	rules := rulesOf(t)
	for _, list := range []List{PaperWords, Nominalisations, DoubleNegations, Abbreviations} {
		for _, e := range builtIn(t).entries(list) {
			for _, h := range rules.Plain(e.with) {
				t.Errorf("%s: %q becomes %q, which has the hint %s", list, e.forms[0], e.with, h.Code)
			}
		}
	}
}

func TestListLines(t *testing.T) {
	got := ListLines("# om listen\n\n såfremt  = hvis # tit\r\nord\n")
	if want := []string{"såfremt = hvis", "ord"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestCheckList(t *testing.T) {
	for name, c := range map[string]struct {
		list  List
		lines []string
		want  fault.Code
	}{
		"good":              {PaperWords, []string{"såfremt, ifald = hvis"}, ""},
		"empty":             {Rude, nil, ""},
		"no such list":      {"digte", nil, ListUnknown},
		"nothing before":    {PaperWords, []string{"= hvis"}, ListLineWrong},
		"an empty form":     {Rude, []string{"a,,b"}, ListLineWrong},
		"replaces nowhere":  {Health, []string{"syg = rask"}, ListLineWrong},
		"a very long line":  {Rude, []string{strings.Repeat("x", longestLine+1)}, ListLineWrong},
		"very many entries": {Rude, slices.Repeat([]string{"x"}, mostLines+1), ListTooLong},
	} {
		if got := fault.CodeOf(CheckList(c.list, c.lines)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A word that the tokeniser cuts otherwise would stand in its list for nothing.
func TestEveryEntryCanBeFound(t *testing.T) {
	lists := builtIn(t)
	rules := New(lists)
	for list, lines := range lists {
		if list == Streets || list == OwnContacts || list == NominalStops {
			continue
		}
		for _, e := range (Lists{list: lines}).entries(list) {
			for _, form := range e.forms {
				if strings.HasPrefix(form, "!") || strings.HasPrefix(form, "-") {
					continue
				}
				text := strings.ReplaceAll(form, gap+" ", "")
				found := slices.ContainsFunc(rules.matches(rules.read(text+" så")), func(m match) bool { return m.phrase.list == list && m.from == 0 })
				if !found {
					t.Errorf("%s: %q is never found", list, form)
				}
			}
		}
	}
}
