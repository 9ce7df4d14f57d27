package words

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"synlig/data/fault"
)

func TestLanguage(t *testing.T) {
	defer Use(Danish)
	for _, c := range []struct{ asked, want string }{{"da", Danish}, {"en", English}, {"de", Danish}, {"", Danish}} {
		if Use(c.asked); Language() != c.want {
			t.Errorf("%q gives %s", c.asked, Language())
		}
	}
}

func TestFault(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want string // is in the sentence
	}{
		"with its argument":      {fault.New("file-empty", "path", "tom.txt"), "tom.txt"},
		"an unknown code":        {fault.New("ikke-et-ord"), Text("fault.internal")},
		"no code":                {io.EOF, Text("fault.internal")},
		"a code under another":   {fault.Wrap(fault.New("file-empty", "path", "a"), "file-binary", "path", "b.txt"), "b.txt"},
		"an argument that looks": {fault.New("file-empty", "path", "{path}.txt"), "{path}.txt"},
	} {
		if got := Fault(c.err); !strings.Contains(got, c.want) || strings.Contains(got, "EOF") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestToolkitIsTheSectionOfThatName(t *testing.T) {
	var keys map[string]string
	if err := json.Unmarshal(Toolkit(), &keys); err != nil || keys["Cancel"] != "Annullér" {
		t.Errorf("%v, Cancel is %q", err, keys["Cancel"])
	}
}
