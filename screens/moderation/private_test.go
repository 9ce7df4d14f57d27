package moderation

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"synlig/data/moderation"
	"synlig/screens/kit"
)

// secrets are numbers that must reach nothing that is written: each is put in
// through another field of the room. They are made up.
var secrets = []string{"140585-2981", "311217-6852", "010165-0000", "121200-0004", "140322-5166"}

// A citizen's number that is pasted anywhere in the room is in no file that the
// program wrote and not on the clipboard.
func TestNumbersReachNoFile(t *testing.T) {
	r := newRoom(t)
	hidden := "1\u200b4 0\u200d5 8 5\u20112 9\u200b8 1" // 140585-2981, with tricks in it
	r.put(t, "Mit nummer er "+hidden+", ring til mig.")
	c := r.host.window.Canvas()
	write := func(text, verb string) {
		c.Focused().(interface{ SetText(string) }).SetText(text)
		r.press(t, verb)
	}
	r.askNote()
	write("Borgeren hedder noget og har nummer "+secrets[1], "Gem")
	r.Search(secrets[2])
	r.Search("")
	r.sheet.checklist.mode.SetChosen(1)
	r.sheet.checklist.answer(9, moderation.Yes)
	r.sheet.checklist.restButton().OnTapped()
	r.advice.choose(moderation.Delete)
	r.sheet.checklist.answer(17, moderation.Yes)
	r.sheet.checklist.restButton().OnTapped()
	r.advice.reason.SetText("Der stod " + secrets[2])
	r.advice.note.SetText("Se " + secrets[3])
	r.advice.reply.touched = true
	r.advice.reply.take("T4")
	r.advice.reply.fields["kort grund"].SetText("du skrev " + secrets[4])
	r.decide()
	if len(r.desk.c.Actions) != 0 {
		t.Fatal("a reply with a number in it was recorded")
	}
	r.advice.reply.fields["kort grund"].SetText("Grove ord om en person")
	r.advice.reply.name.SetText("140585-2981")
	r.decide()
	if len(r.desk.c.Actions) != 0 {
		t.Fatal("a number was taken for a first name")
	}
	r.advice.reply.name.SetText("")
	r.decide()
	r.copyReply()
	c.Focused().(*kit.Entry).SetText("140585-2981")
	r.press(t, "Kopiér svaret")
	if r.clip != "" {
		t.Fatalf("copied: %s", r.clip)
	}
	c.Focused().(*kit.Entry).SetText("")
	r.press(t, "Kopiér svaret")
	r.act(t, "Gjort på Facebook")
	r.askObjection()
	write("Jeg er "+secrets[0]+" og vil have svar", "Gem")
	r.desk.clear()
	r.importSecrets(t)
	r.keepPictureOf(t)
	r.look(t, append(secrets, "1405852981")...)
	if files, _ := filepath.Glob(filepath.Join(filepath.Dir(r.store.Path()), "*")); !slices.ContainsFunc(files, func(path string) bool {
		content, err := os.ReadFile(path)
		return err == nil && bytes.Contains(content, []byte("Grove ord om en person"))
	}) {
		t.Error("the files hold nothing of what was written, so the search proves nothing")
	}
	if r.clip == "" || strings.Contains(r.clip, "2981") {
		t.Errorf("on the clipboard: %q", r.clip)
	}
}

// importSecrets takes an export whose rows hold numbers.
func (r *room) importSecrets(t *testing.T) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "eksport.csv") // not of the program's making
	rows := "Kommentar;Opslag\nHer er " + secrets[3] + ";Om " + secrets[4] + "\nTak for lÃ¸sningen;KlarRet\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	r.host.drop([]string{path})
	list := r.host.window.Canvas().Focused().(*kit.Rows)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // the second is left
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // and taken again
	r.press(t, "Hent de valgte")
	if n := len(r.shelf.items); n != 2 || r.shelf.items[1].Excerpt != "Tak for løsningen" {
		t.Fatalf("%d rows came in: %+v", n, r.shelf.items)
	}
}

// keepPictureOf keeps a screenshot with its red half blackened.
func (r *room) keepPictureOf(t *testing.T) {
	t.Helper()
	shot := image.NewRGBA(image.Rect(0, 0, 120, 80))
	for i := range 120 * 80 {
		ink := color.RGBA{R: 250, A: 255}
		if i%120 >= 60 {
			ink = color.RGBA{B: 250, A: 255}
		}
		shot.Set(i%120, i/120, ink)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, shot); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "skærm.png")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r.desk.open(r.shelf.items[0].ID)
	r.host.drop([]string{path})
	r.press(t, "Gem billedet med felterne")
	if len(r.desk.c.Pictures) != 0 || len(r.host.failed) == 0 {
		t.Fatal("a picture without a box was kept")
	}
	b := r.host.window.Canvas().Focused().(*blacken)
	b.corner, b.cross = image.Pt(0, 0), image.Pt(60, 80)
	b.finish()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // as thin as a line: no box
	if len(b.boxes) != 1 {
		t.Fatalf("boxes: %v", b.boxes)
	}
	r.press(t, "Gem billedet med felterne")
	if len(r.desk.c.Pictures) != 1 {
		t.Fatalf("not kept: %v", r.host.failed)
	}
	kept, err := r.office.PictureBytes(t.Context(), r.desk.c.Pictures[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	shown, _, err := image.Decode(bytes.NewReader(kept))
	if err != nil {
		t.Fatal(err)
	}
	if red, _, _, _ := shown.At(20, 20).RGBA(); red > 0x2000 {
		t.Error("what lay under the box can be seen")
	}
	if _, _, blue, _ := shown.At(100, 20).RGBA(); blue < 0xa000 {
		t.Error("what was not covered is gone")
	}
}

// look searches every file that the program wrote.
func (r *room) look(t *testing.T, numbers ...string) {
	t.Helper()
	apart := regexp.MustCompile(`[^0-9]`)
	for _, folder := range []string{filepath.Dir(r.store.Path()), r.host.folder} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, secret := range numbers {
				for _, form := range []string{secret, apart.ReplaceAllString(secret, "")} {
					if form != "" && bytes.Contains(content, []byte(form)) {
						t.Errorf("%s is in %s", form, filepath.Base(path))
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
