package strategy

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"synlig/data/bilag"
	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// quickPapers replaces the real papers, which their own package tests.
func quickPapers(p *Page) {
	p.printers = printers{
		clean: func(r strategy.Revision) func(context.Context, func(float64)) ([]byte, error) {
			return func(ctx context.Context, _ func(float64)) ([]byte, error) { return []byte("ren " + r.Title), ctx.Err() }
		},
		marked: func(r strategy.Revision, c redline.Comparison) func(context.Context, func(float64)) ([]byte, error) {
			return func(ctx context.Context, _ func(float64)) ([]byte, error) {
				return []byte("mærket " + r.Title), ctx.Err()
			}
		},
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestPrintWritesBothPapers(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	quickPapers(page)
	label, run := page.Action()
	if label != words.Text("strategy.print") {
		t.Errorf("the main action is %q", label)
	}
	run()
	clean, marked := bilag.FileNames(theExample().Title)
	if got := names(t, host.folder); len(got) != 2 || got[0] != clean || got[1] != marked {
		t.Fatalf("written: %q", got)
	}
	for _, key := range []string{"strategy.open_first", "strategy.open_second", "strategy.show_in_folder"} {
		tapButton(t, page.frame.done, words.Text(key))
	}
	want := []string{filepath.Join(host.folder, clean), filepath.Join(host.folder, marked)}
	if !slices.Equal(host.opened, want) || !slices.Equal(host.shown, want[1:]) {
		t.Errorf("opened %q, shown %q", host.opened, host.shown)
	}
}

// tapButton presses the button with that verb somewhere within o.
func tapButton(t *testing.T, o fyne.CanvasObject, verb string) {
	t.Helper()
	for _, found := range test.LaidOutObjects(o) {
		if b, ok := found.(*kit.Button); ok && b.Text == verb {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Errorf("no button %q", verb)
}

func TestPrintAsksBeforeItReplaces(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	quickPapers(page)
	clean, _ := bilag.FileNames(theExample().Title)
	path := filepath.Join(host.folder, clean)
	if err := os.WriteFile(path, []byte("gammel"), 0o600); err != nil {
		t.Fatal(err)
	}
	page.Print()
	if len(host.asked) != 1 || len(names(t, host.folder)) != 1 {
		t.Fatalf("asked %q, files %q", host.asked, names(t, host.folder))
	}
	host.agree = true
	page.Print()
	if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), "ren ") {
		t.Errorf("the file is %q", data)
	}
}

func TestStoppedPrintWritesNothing(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	quickPapers(page)
	host.cancel = true
	page.Print()
	if got := names(t, host.folder); len(got) != 0 {
		t.Errorf("written: %q", got)
	}
	if len(host.failed) != 1 || !errors.Is(host.failed[0], context.Canceled) {
		t.Errorf("told %v", host.failed)
	}
}

func TestWhatWasJustWrittenIsPrinted(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	var printed strategy.Revision
	page.printers = printers{
		clean: func(r strategy.Revision) func(context.Context, func(float64)) ([]byte, error) {
			printed = r
			return func(context.Context, func(float64)) ([]byte, error) { return []byte("1"), nil }
		},
		marked: func(strategy.Revision, redline.Comparison) func(context.Context, func(float64)) ([]byte, error) {
			return func(context.Context, func(float64)) ([]byte, error) { return []byte("2"), nil }
		},
	}
	page.editing.open(page.editing.editor.At(3).ID, 0)
	write(page, "Sidste ord ")
	page.Print()
	if !strings.HasPrefix(printed.Draft.Blocks[3].Text, "Sidste ord ") {
		t.Errorf("printed %q", printed.Draft.Blocks[3].Text)
	}
}

func TestTheFurtherPapersAreOnTheMenuAndAreWritten(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	for key, want := range map[string]string{
		"strategy.print_parallel": bilag.ParallelFileName(page.revision.Title),
		"strategy.print_approved": bilag.ApprovedFileName(page.revision.Title, page.revision.Base),
	} {
		at := slices.IndexFunc(page.workItems(), func(i *fyne.MenuItem) bool { return i.Label == words.Text(key) })
		if at < 0 {
			t.Fatalf("%s is on no menu", key)
		}
		page.workItems()[at].Action()
		if data, err := os.ReadFile(filepath.Join(host.folder, want)); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("%s: %v", key, err)
		}
	}
	test.Tap(page.bar.more)
	if host.Canvas().Overlays().Top() == nil {
		t.Error("the button shows no menu")
	}
	page.revision.Base.Status = document.Draft
	page.printApproved()
	if got := host.said[len(host.said)-1]; got != words.Text("strategy.nothing_approved") || len(host.failed) > 0 {
		t.Errorf("said %q, failed %v", got, host.failed)
	}
}
