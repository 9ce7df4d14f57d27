package redline

import (
	"strings"
	"testing"

	"synlig/data/document"
)

// sides rebuilds both texts of a comparison from its rows.
func sides(c Comparison) (old, now []string) {
	for _, row := range c.Blocks {
		var a, b strings.Builder
		for _, s := range row.Segments {
			switch s.Op {
			case Equal:
				b.WriteString(s.Text)
				if s.Old != "" {
					a.WriteString(s.Old)
				} else {
					a.WriteString(s.Text)
				}
			case Delete:
				a.WriteString(s.Text)
			case Insert:
				b.WriteString(s.Text)
			}
		}
		if row.Status != Inserted && row.Status != MovedTo {
			old = append(old, strings.Split(a.String(), "\n")...)
		}
		if row.Status != Deleted && row.Status != MovedFrom {
			now = append(now, strings.Split(b.String(), "\n")...)
		}
	}
	return old, now
}

func texts(blocks []document.Block) []string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.Text)
	}
	return all
}

func TestSharedRoundTrip(t *testing.T) {
	for _, p := range shared(t) {
		t.Run(p.name, func(t *testing.T) {
			c := Compare(p.old, p.new, Options{})
			old, now := sides(c)
			if got, want := strings.Join(old, "\n"), strings.Join(texts(p.old), "\n"); got != want {
				t.Error("equal and deleted text is not the old text")
			}
			if got, want := strings.Join(now, "\n"), strings.Join(texts(p.new), "\n"); got != want {
				t.Error("equal and inserted text is not the new text")
			}
			t.Logf("%+v", Measure(c))
		})
	}
}
