package posts

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/posts"
)

// said is the text of a preview, as it is broken into lines.
func (p *preview) said() string {
	var lines []string
	for _, line := range p.text.lines {
		var b strings.Builder
		for _, word := range line {
			b.WriteString(word.text)
		}
		lines = append(lines, b.String())
	}
	return strings.Join(lines, "\n")
}

func TestThePreviewFoldsWhereFacebookDoes(t *testing.T) {
	r := open(t, 1166, 720)
	long := strings.TrimSpace(strings.Repeat("Ordet er frit her. ", 40))
	r.write(long)
	p := r.side.preview
	if !p.folds || !strings.HasSuffix(p.said(), "Se mere") {
		t.Fatalf("on a computer it ends in %q", p.said()[len(p.said())-30:])
	}
	desktop := len(p.said())
	p.mobile = true
	p.dress()
	if mobile := len(p.said()); mobile >= desktop || mobile > 200 {
		t.Errorf("on a phone %d letters, on a computer %d", mobile, desktop)
	}
	p.text.Tapped(nil)
	if got := strings.ReplaceAll(p.said(), "\n", " "); !strings.HasSuffix(got, "Se mindre") || len(got) < len(long) {
		t.Errorf("unfolded it is %d letters", len(got))
	}
}

func TestAddressesAndHashtagsStandInTheColourOfLinks(t *testing.T) {
	var linked []string
	text := "Se www.kk.dk/diskrimination, #KlarRet og kk#ikke."
	runes := []rune(text)
	for _, s := range linkedStretches(text, runes) {
		linked = append(linked, string(runes[s[0]:s[1]]))
	}
	if strings.Join(linked, " ") != "www.kk.dk/diskrimination #KlarRet" {
		t.Errorf("%q", linked)
	}
}

func TestAWordWiderThanTheLineIsCut(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(strings.Repeat("æ", 200))
	for _, line := range r.side.preview.text.lines {
		for _, word := range line {
			if len([]rune(word.text)) > 100 {
				t.Fatalf("a line of %d letters", len([]rune(word.text)))
			}
		}
	}
}

// photo writes a picture with something in it that must not be kept.
func photo(t *testing.T) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 1200, 630))
	for x := range 1200 {
		for y := range 630 {
			img.Set(x, y, color.RGBA{uint8(x), uint8(y), 90, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	comment := []byte("55.6761N 12.5683E")
	data := append([]byte{0xFF, 0xD8, 0xFF, 0xFE, 0, byte(len(comment) + 2)}, comment...)
	path := filepath.Join(t.TempDir(), "foto.jpg")
	if err := os.WriteFile(path, append(data, b.Bytes()[2:]...), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAPictureIsKeptBareAndNeedsItsWords(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Vi har skrevet en guide til dig, der er i tvivl.")
	r.useLink("https://www.borgerraadgiver.kk.dk/rettigheder")
	r.host.drop([]string{photo(t)})
	r.settle()
	kept := r.kept()
	if len(kept.Pictures) != 1 || kept.Pictures[0].Width != 1200 {
		t.Fatalf("kept %+v, %v", kept.Pictures, r.host.failed)
	}
	if img := must(r.store.PostImage(t.Context(), kept.Pictures[0].ID))(t); bytes.Contains(img.Content, []byte("55.6761N")) {
		t.Error("the copy that is kept tells where it was taken")
	}
	r.hint(posts.HintNoAlt)
	r.hint(posts.HintCardHidden)
	r.act(label("act-submit"))
	if len(r.host.failed) != 1 || !fault.Is(r.host.failed[0], posts.AltMissing) {
		t.Errorf("told %v", r.host.failed)
	}
	r.writing.picture.rows[0].alt.SetText("To mennesker læser et brev")
	r.settle()
	if r.kept().Pictures[0].Alt != "To mennesker læser et brev" {
		t.Errorf("kept %+v", r.kept().Pictures)
	}
	r.writing.picture.dropAll()
	r.settle()
	if len(r.kept().Pictures) != 0 {
		t.Error("it is still there")
	}
	r.host.actions[len(r.host.actions)-1]()
	r.settle()
	if len(r.kept().Pictures) != 1 {
		t.Error("it did not come back")
	}
}
