package document

import (
	"slices"
	"testing"
)

func TestLabels(t *testing.T) {
	h := func(kind Kind, text string) Block { return Block{Kind: kind, Text: text} }
	item := func(kind Kind, level int) Block { return Block{Kind: kind, Level: level, Text: "x"} }
	for name, c := range map[string]struct {
		blocks []Block
		want   []string
	}{
		"title and sections": {
			[]Block{h(Heading1, "T"), h(Heading2, "A"), h(Heading3, "B"), h(Heading3, "C"), h(Heading2, "D"), h(Heading3, "E")},
			[]string{"", "1", "1.1", "1.2", "2", "2.1"}},
		"several first-level headings": {
			[]Block{h(Heading1, "A"), h(Heading2, "B"), h(Heading1, "C")},
			[]string{"1", "1.1", "2"}},
		"a skipped level counts as its first": {
			[]Block{h(Heading1, "T"), h(Heading2, "A"), h(Heading2, "B")},
			[]string{"", "1", "2"}},
		"text that numbers itself": {
			[]Block{h(Heading1, "T"), h(Heading2, "§ 1 Navn"), h(Heading2, "Andet")},
			[]string{"", "", ""}},
		"a year is no number": {
			[]Block{h(Heading1, "T"), h(Heading2, "2014 i tal")},
			[]string{"", "1"}},
		"nested items": {
			[]Block{item(Numbered, 0), item(Numbered, 1), item(Numbered, 1), item(Numbered, 2), item(Numbered, 0), item(Bullet, 1), {Text: "p"}, item(Numbered, 0)},
			[]string{"1.", "a)", "b)", "i.", "2.", "–", "", "1."}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Labels(c.blocks); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if letters(26) != "z" || letters(27) != "aa" || roman(14) != "xiv" {
		t.Error("letters or roman numerals are off")
	}
}
