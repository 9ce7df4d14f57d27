package example

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"synlig/assets"
	"synlig/data/document"
)

func TestTheTextsAreOfCommonSizeAndForm(t *testing.T) {
	revision := Revision()
	for name, blocks := range map[string][]document.Block{"approved": revision.Base.Blocks, "draft": revision.Draft.Blocks} {
		kinds := map[document.Kind]int{}
		words, nested, bold, italic, links := 0, 0, 0, 0, 0
		for _, b := range blocks {
			n := len(strings.Fields(b.Text))
			if n < 1 || n > 400 {
				t.Errorf("%s: a block of %d words: %q", name, n, b.Text)
			}
			words += n
			kinds[b.Kind]++
			nested += b.Level
			for _, s := range b.Spans {
				if s.Bold {
					bold++
				}
				if s.Italic {
					italic++
				}
				if s.Link != "" {
					links++
				}
			}
			if b.Kind.HeadingLevel() > 0 && strings.ContainsFunc(b.Text, unicode.IsDigit) {
				t.Errorf("%s: a typed number in the heading %q", name, b.Text)
			}
		}
		if words < 2250 || words > 3000 {
			t.Errorf("%s: %d words", name, words)
		}
		for _, k := range []document.Kind{document.Paragraph, document.Heading2, document.Heading3, document.Bullet, document.Numbered, document.Quote} {
			if kinds[k] == 0 {
				t.Errorf("%s: no %s", name, k)
			}
		}
		if kinds[document.Heading1] != 1 || nested == 0 || bold == 0 || italic == 0 || links != 2 {
			t.Errorf("%s: %d titles, %d nested items, %d bold, %d italic, %d links",
				name, kinds[document.Heading1], nested, bold, italic, links)
		}
	}
}

// Public Danish is read by all: LIX 45 is the border to "difficult"
// (Björnsson, Läsbarhet, 1968).
func TestTheStrategyIsEasyToRead(t *testing.T) {
	for _, b := range [][]document.Block{Revision().Base.Blocks, Revision().Draft.Blocks} {
		if lix := lix(b); lix > 40 {
			t.Errorf("LIX %.1f", lix)
		}
	}
}

// lix is words per sentence plus the share of words over six letters in per cent.
// A block ends a sentence.
func lix(blocks []document.Block) float64 {
	words, long, sentences := 0, 0, 0
	for _, b := range blocks {
		all := letters(b.Text)
		for _, w := range all {
			words++
			if len([]rune(w)) > 6 {
				long++
			}
		}
		sentences += max(1, strings.Count(b.Text+" ", ". ")+strings.Count(b.Text+" ", "? "))
	}
	return float64(words)/float64(sentences) + 100*float64(long)/float64(words)
}

// letters are the words of a text in small letters.
func letters(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// The example is written for this program: no eight words in a row are the
// committee paper's.
func TestNothingIsCopiedFromTheCommitteePaper(t *testing.T) {
	const run = 8
	paper := committeePaper(t)
	known := map[string]bool{}
	for i := range len(paper) - run + 1 {
		known[strings.Join(paper[i:i+run], " ")] = true
	}
	for _, name := range assets.Names("examples") {
		words := letters(string(assets.Read("examples/" + name)))
		for i := range max(0, len(words)-run+1) {
			if s := strings.Join(words[i:i+run], " "); known[s] {
				t.Errorf("%s: %q is the paper's", name, s)
			}
		}
	}
}

// committeePaper is the words of the paper the office works from. It lies
// beside the repository, and not everybody has it.
func committeePaper(t *testing.T) []string {
	t.Helper()
	root, err := filepath.Abs(".")
	for err == nil && !exists(filepath.Join(root, "go.mod")) {
		if filepath.Dir(root) == root {
			t.Fatal("go.mod not found above the test")
		}
		root = filepath.Dir(root)
	}
	files, _ := filepath.Glob(filepath.Join(root, "..", "shared", "seed", "*.txt"))
	if len(files) == 0 {
		t.Skip("../shared/seed is not here: nothing to compare with")
	}
	var words []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, letters(string(data))...)
	}
	return words
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
