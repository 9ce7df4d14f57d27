package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"synlig/data/fault"
)

// show writes blocks so that a person can read what was found.
func show(blocks []Block) string {
	var out []string
	for _, b := range blocks {
		var s strings.Builder
		s.WriteString(b.Kind.String())
		if b.Level > 0 {
			s.WriteString(strings.Repeat("+", b.Level))
		}
		s.WriteString(": ")
		for _, r := range b.Runs(0, len(b.Text)) {
			text := r.Text
			if r.Bold {
				text = "<b>" + text + "</b>"
			}
			if r.Italic {
				text = "<i>" + text + "</i>"
			}
			if r.Link != "" {
				text = "<" + r.Link + ">" + text + "</>"
			}
			s.WriteString(text)
		}
		out = append(out, s.String())
	}
	return strings.Join(out, "\n")
}

func TestFromMarkdown(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"headings": {"# Titel\n\n## To\n\n##### Fem\n\nUnder\n=====\n",
			"heading1: Titel\nheading2: To\nheading3: Fem\nheading1: Under"},
		"paragraph over lines": {"En linje\nog en til.  \nHårdt skift.",
			"paragraph: En linje og en til. Hårdt skift."},
		"marks": {"Det er **fedt**, *skråt* og ***begge***.",
			"paragraph: Det er <b>fedt</b>, <i>skråt</i> og <i><b>begge</b></i>."},
		"links": {"Se [siden](https://a.dk/b?c=1&amp;d=2) og www.borgerraadgiver.kk.dk, eller <x@y.dk>.",
			"paragraph: Se <https://a.dk/b?c=1&d=2>siden</> og <https://www.borgerraadgiver.kk.dk>www.borgerraadgiver.kk.dk</>, eller <mailto:x@y.dk>x@y.dk</>."},
		"reference link": {"Se [her][1].\n\n[1]: https://a.dk",
			"paragraph: Se <https://a.dk>her</>."},
		"lists": {"- a\n- b\n  1. c\n  2. d\n\n     under d\n- e",
			"bullet: a\nbullet: b\nnumbered+: c\nnumbered+: d\nparagraph++: under d\nbullet: e"},
		"quote":            {"> Klog tale.\n>\n> Mere.", "quote: Klog tale.\nquote: Mere."},
		"escapes":          {"\\*ikke skråt\\* &aring; &#230; 5 \\< 6", "paragraph: *ikke skråt* å æ 5 < 6"},
		"code":             {"Brug `synlig bilag`:\n\n```sh\nsynlig bilag\n\nsynlig hjælp\n```", "paragraph: Brug synlig bilag:\nparagraph: synlig bilag\nparagraph: synlig hjælp"},
		"table":            {"| År | Sager |\n|----|------:|\n| 2013 | **412** |", "paragraph: År | Sager\nparagraph: 2013 | <b>412</b>"},
		"html":             {"<div class=\"x\">\nTekst <b>her</b>\n<!-- ikke her -->\n</div>\n\nA<br>B", "paragraph: Tekst her\nparagraph: AB"},
		"front matter":     {"---\ntitle: Politik\nversion: 2\n---\n\nTekst", "paragraph: title: Politik\nparagraph: version: 2\nparagraph: Tekst"},
		"picture":          {"![Et skilt](a.png)", "paragraph: Et skilt"},
		"rule":             {"A\n\n---\n\nB", "paragraph: A\nparagraph: B"},
		"decomposed å":     {"Borgerra\u030adgiver", "paragraph: Borgerrådgiver"},
		"no-break space":   {"§\u00a05", "paragraph: §\u00a05"},
		"deep list":        {"- a\n  - b\n    - c\n      - d", "bullet: a\nbullet+: b\nbullet++: c\nbullet++: d"},
		"empty":            {"\n \n", ""},
		"list from a code": {"1. ```\n   x\n   ```", "paragraph: x"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := show(FromMarkdown(c.source)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestFromText(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"blank lines end paragraphs": {"En\nto.\n\nTre.\n \t\nFire.", "paragraph: En to.\nparagraph: Tre.\nparagraph: Fire."},
		"no blank line":              {"En\nto\ntre\n", "paragraph: En\nparagraph: to\nparagraph: tre"},
		"one line":                   {"En", "paragraph: En"},
		"markdown is left alone":     {"# En\n\n* to", "paragraph: # En\nparagraph: * to"},
		"nothing":                    {" \n\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := show(FromText(c.source)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestReadRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want fault.Code
	}{
		"tom.txt":     {nil, "file-empty"},
		"tom.md":      {[]byte("<!-- intet -->"), "file-empty"},
		"billede.txt": {[]byte("\x89PNG\x00\x00"), "file-binary"},
		"brev.docx":   {[]byte("PK"), "format-word"},
		"ark.xlsx":    {[]byte("PK"), "format-unknown"},
		"uden":        {[]byte("x"), "format-unknown"},
		"stor.txt":    {make([]byte, MaxFileSize+1), "file-too-large"},
	} {
		if _, err := Read(name, c.data); !fault.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestARunForEachLetterIsReadInLinearTime(t *testing.T) {
	runs := make([]Run, 1_000_000)
	for i := range runs {
		runs[i].Text = "a"
	}
	if b := NewBlock(Paragraph, 0, runs...); len(b.Text) != len(runs) || len(b.Spans) != 0 {
		t.Errorf("%d letters, %d spans", len(b.Text), len(b.Spans))
	}
	if b := NewBlock(Paragraph, 0, Run{Text: "a"}, Run{Text: "\u030a"}); b.Text != "å" {
		t.Errorf("a letter and its accent in two runs are %q", b.Text)
	}
}

func TestHugeLines(t *testing.T) {
	words := strings.Repeat("ord ", 250_000) // a million characters in one line
	if got := FromText(words); len(got) != 1 || len(got[0].Text) != 999_999 {
		t.Errorf("%d blocks", len(got))
	}
	if got := FromMarkdown(words); len(got) != 1 {
		t.Errorf("%d blocks", len(got))
	}
	if got := FromText(strings.Repeat("ord\n\n", 50_000)); len(got) != 50_000 {
		t.Errorf("%d blocks", len(got))
	}
}

// TestHostileMarkdown is text that would keep the parser busy for minutes; it is
// read as plain text instead, and no word is lost.
func TestHostileMarkdown(t *testing.T) {
	for name, source := range map[string]string{
		"quotations": strings.Repeat(">", 1_000_000) + " ord",
		"lists":      strings.Repeat("- ", 100_000) + "ord",
		"emphasis":   strings.Repeat("*a ", 300_000) + "ord",
		"links":      strings.Repeat("[", 200_000) + "ord",
	} {
		blocks := FromMarkdown(source)
		if len(blocks) != 1 || !strings.HasSuffix(blocks[0].Text, "ord") {
			t.Errorf("%s: %d blocks", name, len(blocks))
		}
	}
	ruler := strings.Repeat("-", 200)
	if got := show(FromMarkdown("# A\n\n" + ruler + "\n\nb")); got != "heading1: A\nparagraph: b" {
		t.Errorf("a long rule is not hostile: %q", got)
	}
}

// FuzzRead holds what every later room relies on: valid text in one line, and
// spans in normal form.
func FuzzRead(f *testing.F) {
	f.Add("# a\n\n- *b* [c](d)\n\n> e", true)
	f.Add("en\n\nto", false)
	f.Add("---\na\n---\n<!--", true)
	f.Fuzz(func(t *testing.T, source string, md bool) {
		name := "a.txt"
		if md {
			name = "a.md"
		}
		blocks, err := Read(name, []byte(source))
		if err != nil {
			return
		}
		for _, b := range blocks {
			if b.Text == "" || strings.ContainsAny(b.Text, "\n\t\x00") || !utf8.ValidString(b.Text) || strings.TrimSpace(b.Text) == "" {
				t.Errorf("text %q", b.Text)
			}
			at := 0
			for _, s := range b.Spans {
				if s.Start < at || s.End <= s.Start || s.End > len(b.Text) || s.Style == (Style{}) {
					t.Errorf("spans %v in %q", b.Spans, b.Text)
				}
				at = s.End
			}
		}
		Labels(blocks)
	})
}
