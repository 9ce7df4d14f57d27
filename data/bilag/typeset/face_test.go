package typeset

import (
	"strings"
	"testing"

	"synlig/assets"
)

// newSetter is a Setter of the program's own fonts and patterns.
func newSetter(t testing.TB) *Setter {
	t.Helper()
	var faces [4]*Face
	for i, ttf := range assets.Fonts() {
		face, err := NewFace(ttf)
		if err != nil {
			t.Fatal(err)
		}
		faces[i] = face
	}
	return NewSetter(faces, &Language{
		Hyphens: NewHyphenator(assets.Lines("hyphenation/hyph-da.pat.txt")),
		Before:  Words("stk. nr. § §§ kr. ca. kap. s."),
		After:   Words("kr. pct. % mio."),
		Months:  Words("januar marts august december"),
	})
}

// lineText is a line as it is read.
func lineText(l Line) string {
	var b strings.Builder
	for _, s := range l.Segs {
		b.WriteString(s.Text)
	}
	if l.Hyphen {
		b.WriteRune(SoftHyphen)
	}
	return b.String()
}

func TestFace(t *testing.T) {
	f := newSetter(t).Faces[0]
	for _, r := range "abcæøåÆØÅéüß§¶–—“”»«…½²→≤≥€·•\u00a0\u00ad" {
		if !f.Has(r) || f.Width(r) <= 0 {
			t.Errorf("the font should show %q", r)
		}
	}
	for _, r := range "😀אب你\u030a\u0000\n\u2002" {
		if f.Has(r) {
			t.Errorf("the font should not claim %q", r)
		}
	}
	for _, pair := range []string{"To", "Va", "AV", "Ty", "r."} {
		a, b := rune(pair[0]), rune(pair[1])
		if f.Kern(a, b) >= 0 {
			t.Errorf("%q is not kerned", pair)
		}
		if f.Measure(pair) != f.Width(a)+f.Width(b)+f.Kern(a, b) {
			t.Errorf("%q is not measured with its kerning", pair)
		}
	}
	if f.Kern('H', 'H') != 0 {
		t.Error("HH should not be kerned")
	}
}

func TestNewFaceRefusesWhatIsNoFont(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("no font"), make([]byte, 4096)} {
		if _, err := NewFace(data); err == nil {
			t.Errorf("%d bytes were taken for a font", len(data))
		}
	}
}
