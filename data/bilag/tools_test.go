package bilag

import (
	"bytes"
	"fmt"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// other runs a PDF program that is not ours over a file, and skips the test
// where it is not installed.
func other(t *testing.T, file []byte, program string, arguments ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed", program)
	}
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range arguments {
		if a == "FILE" {
			arguments[i] = path
		}
	}
	var out, errors bytes.Buffer
	cmd := exec.Command(program, arguments...)
	cmd.Stdout, cmd.Stderr = &out, &errors
	if err := cmd.Run(); err != nil || errors.Len() > 0 {
		t.Errorf("%s: %v\n%s%s", program, err, out.String(), errors.String())
	}
	return out.String()
}

func TestOthersReadTheFile(t *testing.T) {
	r := generated(20, 0.05, 8)
	for name, file := range map[string][]byte{"clean": clean(t, r), "marked": printed(t, r, compared(r), Options{})} {
		t.Run(name+" qpdf", func(t *testing.T) {
			if out := other(t, file, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
		})
		t.Run(name+" pdfinfo", func(t *testing.T) {
			out := other(t, file, "pdfinfo", "-isodates", "FILE")
			for _, want := range []string{
				": Den lange plan", "Havnekontoret", "Creator:         Synlig", "Producer:        Synlig", "Tagged:          yes",
				"CreationDate:    2014-10-27T09:42:00Z", "PDF version:     1.7",
			} {
				if !strings.Contains(out, want) {
					t.Errorf("%q is not in\n%s", want, out)
				}
			}
		})
		t.Run(name+" pdffonts", func(t *testing.T) {
			for line := range strings.SplitSeq(strings.TrimSpace(other(t, file, "pdffonts", "FILE")), "\n") {
				if strings.Contains(line, "+SourceSans3-") && !strings.Contains(line, "yes yes yes") {
					t.Errorf("not embedded, subset and mapped: %s", line)
				}
			}
		})
	}
}

func TestOthersReadTheMarks(t *testing.T) {
	r := sample()
	file := printed(t, r, compared(r), Options{})
	for _, order := range []string{"", "-raw", "-layout"} {
		arguments := []string{"-enc", "UTF-8", "FILE", "-"}
		if order != "" {
			arguments = append([]string{order}, arguments...)
		}
		t.Run("pdftotext "+order, func(t *testing.T) {
			out := strings.Join(strings.Fields(other(t, file, "pdftotext", arguments...)), "")
			for n := range 20 { // numbers in the margin stand at the line's beginning or before the word
				out = strings.ReplaceAll(out, fmt.Sprintf("[%d]", n), "")
			}
			for _, want := range []string{
				"havnenog[slettet:skal][indsat:kan]følges", "gælderi[slettet:ti][indsat:fem]år", "[flyttettilafsnit3:Dengamlekran",
				"[slettet:Kommunenførertilsyn", "[indsat:Havnefogedensørger",
			} {
				if !strings.Contains(out, want) {
					t.Errorf("%q is not in\n%s", want, out)
				}
			}
		})
	}
	t.Run("pdfinfo", func(t *testing.T) {
		out := strings.Join(strings.Fields(other(t, file, "pdfinfo", "-struct-text", "FILE")), " ")
		for _, want := range []string{"H1 (block)", "TH", "/Scope /Column", "LBody", "/TextDecorationType /LineThrough", `"[slettet: skal]"`} {
			if !strings.Contains(out, want) {
				t.Errorf("%q is not in the structure", want)
			}
		}
	})
}

// TestPagesAreNotBlank draws the pages with another program and looks for ink.
func TestPagesAreNotBlank(t *testing.T) {
	r := sample()
	folder := t.TempDir()
	other(t, printed(t, r, compared(r), Options{}), "pdftoppm", "-png", "-r", "40", "FILE", filepath.Join(folder, "p"))
	pictures, err := filepath.Glob(filepath.Join(folder, "*.png"))
	if err != nil || len(pictures) < 3 {
		t.Fatalf("%d pages, %v", len(pictures), err)
	}
	for _, path := range pictures {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		picture, _, err := image.Decode(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		dark, size := 0, picture.Bounds()
		for y := size.Min.Y; y < size.Max.Y; y++ {
			for x := size.Min.X; x < size.Max.X; x++ {
				if red, _, _, _ := picture.At(x, y).RGBA(); red < 0x8000 {
					dark++
				}
			}
		}
		if share := float64(dark) / float64(size.Dx()*size.Dy()); share < 0.001 || share > 0.2 {
			t.Errorf("%s: %.4f of the page is dark", filepath.Base(path), share)
		}
	}
}
