package shell

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"synlig/data/fault"
	"synlig/screens/kit"
	"synlig/screens/report"
	"synlig/screens/words"

	"fyne.io/fyne/v2/theme"
)

// dialogWidth is the width of a dialog's text at scale 1: some 65 characters.
const dialogWidth float32 = 460

// stoppedWork is the code that data gives work which a person stopped.
const stoppedWork fault.Code = "cancelled"

// Fail tells what happened, what it means and what to do, with the details for
// support behind a button. Stopped work is no failure: a quiet line says so.
func (w *Window) Fail(err error) {
	if err == nil {
		return
	}
	if errors.Is(err, context.Canceled) || fault.Is(err, stoppedWork) {
		w.Say(words.Text("shell.stopped"), "", nil)
		return
	}
	w.log.Error("shown to the person", "code", fault.CodeOf(err), "error", err)
	w.tell(err)
}

// tell is the fault dialog. What the dialog on top says already is not said
// twice: a disk that is gone fails many times in a row.
func (w *Window) tell(err error) {
	text := words.Fault(err)
	if n := len(w.sheets); n > 0 && w.sheets[n-1].fault == text {
		return
	}
	var s *sheet
	copied := kit.NewQuietButton(words.Text("shell.copy-details"), theme.ContentCopyIcon(), nil)
	s = w.openSheet(words.Text("shell.fail-title"), dialogWidth, kit.NewText(text),
		copied, kit.NewMainButton(words.Text("shell.ok"), nil, nil))
	s.fault = text
	details := w.details(err)
	copied.OnTapped = func() { // the dialog stays, to be read on
		w.app.Clipboard().SetContent(details)
		copied.SetText(words.Text("shell.copied"))
		s.popup.Content.Refresh()
	}
}

// details is what support needs; coded errors hold no personal data.
func (w *Window) details(err error) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", words.Text("shell.program"), w.version())
	fmt.Fprintf(&b, "%s\n%s\n\n%v\n", time.Now().Format(time.RFC3339), fault.CodeOf(err), err)
	return b.String()
}

// Ask asks before something that cannot be undone; verb says on the button
// what will be done.
func (w *Window) Ask(title, text, verb string, run func()) {
	w.openSheet(title, dialogWidth, kit.NewText(text),
		kit.NewButton(words.Text("shell.cancel"), nil, nil),
		kit.NewMainButton(verb, nil, run))
}

// dialogOpen tells whether anything lies over the window.
func (w *Window) dialogOpen() bool { return len(w.Canvas().Overlays().List()) > 0 }

// panicked is what happens when a callback of ours panics: it is logged, the
// person reads the plain fault dialog, and the text stays. The words of the
// panic, which may be the person's own, go no further.
func (w *Window) panicked(value any, stack []byte) {
	caught := report.NewPanic(value, stack)
	w.log.Error("panic in a callback", "panic", caught)
	defer func() {
		if again := recover(); again != nil {
			w.log.Error("panic in the fault dialog", "panic", report.NewPanic(again, debug.Stack()))
		}
	}()
	w.tell(fault.Wrap(caught, fault.Internal))
}
