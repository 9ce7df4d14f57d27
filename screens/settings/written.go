package settings

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"synlig/data/danish"
	"synlig/data/fault"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ownText is one text of the office's own that the program comes with a version of:
// a word list, the templates.
type ownText struct {
	name, about string
	read        func() (text string, own bool, err error)
	save        func(text string) error
	reset       func() error
	differs     func(text string) string // in words, from the built-in one
}

// kept is a text as it stood in the workspace when it was last read.
type kept struct {
	text string
	own  bool
}

// written is where such texts are written: a choice of them where they are
// several, a field, and the ways to keep and to go back. What is written and not
// kept stays, also when another text is chosen.
type written struct {
	page   *Page
	object *fyne.Container
	texts  []ownText
	shown  int

	kept   map[int]kept
	drafts map[int]string // what is written and not kept
	moved  map[int]bool   // a colleague kept another text since it was written on

	choice         *kit.Select
	about          *widget.Label
	field          *kit.MarkedEntry
	state, wrong   *widget.Label
	keep           *kit.Button
	discard, reset *kit.Button
}

// The field's height in lines. It scrolls beyond them.
const roomy = 11

func newWritten(p *Page, texts []ownText) *written {
	w := &written{page: p, texts: texts, shown: -1, kept: map[int]kept{}, drafts: map[int]string{}, moved: map[int]bool{},
		about: kit.NewText(""), state: kit.NewQuiet(""), wrong: kit.NewText("")}
	w.choice = kit.NewSelect(nil, w.choose)
	w.field = kit.NewMarkedEntry(words.Text("settings.text-empty"), roomy, roomy, 0)
	w.field.OnChanged = w.typed
	w.keep = kit.NewMainButton(words.Text("settings.text-save"), theme.DocumentSaveIcon(), func() { w.save(w.shown) })
	w.discard = kit.NewButton(words.Text("settings.text-discard"), theme.ContentUndoIcon(), w.drop)
	w.reset = kit.NewButton(words.Text("settings.text-reset"), nil, w.askReset)
	w.wrong.Importance = widget.DangerImportance
	w.wrong.Hide()
	w.object = kit.Column(kit.Within)
	if len(texts) > 1 {
		// The list lies on a card of its own colour, so an edge shows where it is.
		w.object.Add(inset(container.NewStack(w.choice, kit.NewPanel("", theme.ColorNameInputBorder, 6))))
	}
	for _, o := range []fyne.CanvasObject{w.about, inset(w.field), w.wrong, w.state, buttons(w.keep, w.discard, w.reset)} {
		w.object.Add(o)
	}
	p.written = append(p.written, w)
	w.choose(0)
	return w
}

// choose shows another text.
func (w *written) choose(at int) {
	if at == w.shown {
		return
	}
	if !w.read(at) {
		w.show()
		return
	}
	w.shown = at
	w.tell(nil)
	w.about.SetText(w.texts[at].about)
	w.field.SetText(w.now(at))
	w.show()
}

// read takes a text as it stands in the workspace. What is written on it stays;
// that a colleague was faster is remembered.
func (w *written) read(at int) bool {
	content, own, err := w.texts[at].read()
	if err != nil {
		w.page.host.Fail(err)
		return false
	}
	before, known := w.kept[at]
	_, draft := w.drafts[at]
	if known && draft && before.text != content {
		w.moved[at] = true
	}
	w.kept[at] = kept{content, own}
	return true
}

// now is a text as it is written.
func (w *written) now(at int) string {
	if draft, ok := w.drafts[at]; ok {
		return draft
	}
	return w.kept[at].text
}

func (w *written) typed(content string) {
	if content == w.kept[w.shown].text {
		w.forget(w.shown)
	} else {
		w.drafts[w.shown] = content
	}
	w.tell(nil)
	w.show()
}

// forget lets go of what was written on a text.
func (w *written) forget(at int) {
	delete(w.drafts, at)
	delete(w.moved, at)
}

// refresh shows what is kept now; a colleague may have changed it.
func (w *written) refresh() {
	for _, at := range slices.Sorted(maps.Keys(w.kept)) {
		if !w.read(at) {
			return
		}
	}
	w.field.SetText(w.now(w.shown))
	w.show()
}

// show says how the text stands, and which ways there are.
func (w *written) show() {
	if w.shown < 0 {
		return
	}
	_, draft := w.drafts[w.shown]
	own := w.kept[w.shown].own
	key := "settings.text-builtin"
	switch {
	case draft:
		key = "settings.text-draft"
	case own:
		key = "settings.text-own"
	}
	says := []string{words.Text(key)}
	if w.moved[w.shown] {
		says = append(says, words.Text("settings.text-moved"))
	}
	if draft || own {
		says = append(says, w.texts[w.shown].differs(w.now(w.shown)))
	}
	w.state.SetText(strings.Join(says, "\n"))
	able(w.keep, draft)
	able(w.discard, draft)
	able(w.reset, own)
	w.label()
}

// label names the texts with how each stands, as far as that was looked at.
func (w *written) label() {
	labels := make([]string, len(w.texts))
	for i, one := range w.texts {
		labels[i] = one.name
		if _, draft := w.drafts[i]; draft {
			labels[i] = words.Text("settings.text-name-draft", "name", one.name)
		} else if w.kept[i].own {
			labels[i] = words.Text("settings.text-name-own", "name", one.name)
		}
	}
	w.choice.SetLabels(labels, w.shown)
}

// save keeps a text, and asks first where a colleague was faster.
func (w *written) save(at int) {
	if !w.read(at) {
		return
	}
	if w.moved[at] {
		w.show()
		w.page.host.Ask(words.Text("settings.text-moved-ask"), words.Text("settings.text-moved-asked"),
			words.Text("settings.text-moved-verb"), func() { w.put(at) })
		return
	}
	w.put(at)
}

func (w *written) put(at int) {
	if err := w.write(at); err != nil {
		w.tell(err)
		return
	}
	w.page.host.Say(words.Text("settings.text-saved", "name", w.texts[at].name), "", nil)
}

// write keeps a text, and lets the rooms go by it at once.
func (w *written) write(at int) error {
	if err := w.texts[at].save(w.now(at)); err != nil {
		return err
	}
	w.forget(at)
	w.tell(nil)
	w.page.changed()
	w.refresh()
	return nil
}

// tell says what was refused beside the field, and shows the line that it is
// about; nil takes that away.
func (w *written) tell(err error) {
	if err == nil {
		w.field.SetUnderlines(nil)
		w.wrong.Hide()
		return
	}
	w.wrong.SetText(words.Fault(err))
	w.wrong.Show()
	if from, to, ok := lineOf(err, w.field.Text()); ok {
		w.field.SetUnderlines([]kit.Underline{{From: from, To: to, Grave: true}})
		w.field.Select(from, to)
	}
}

// lineOf is the line of content that a refusal is about, in letters.
func lineOf(err error, content string) (from, to int, ok bool) {
	if !fault.Is(err, danish.ListLineWrong) {
		return 0, 0, false
	}
	refused, _ := errors.AsType[*fault.Error](err)
	number, _ := strconv.Atoi(refused.Args["number"])
	for line := range strings.Lines(content) {
		number--
		to = from + len([]rune(strings.TrimRight(line, "\r\n")))
		if number == 0 {
			return from, to, true
		}
		from += len([]rune(line))
	}
	return 0, 0, false
}

// drop goes back to the text as it is kept; that can be taken back.
func (w *written) drop() {
	at, draft, moved := w.shown, w.drafts[w.shown], w.moved[w.shown]
	w.forget(at)
	w.refreshed(at)
	w.page.host.Say(words.Text("settings.text-dropped"), words.Text("shell.undo"), func() {
		w.drafts[at], w.moved[at] = draft, moved
		w.refreshed(at)
	})
}

// refreshed shows a text as it is now, if it is the one shown.
func (w *written) refreshed(at int) {
	if at == w.shown {
		w.tell(nil)
		w.field.SetText(w.now(at))
	}
	w.show()
}

// askReset goes back to the program's text, which can be taken back too.
func (w *written) askReset() {
	at := w.shown
	one := w.texts[at]
	w.page.host.Ask(words.Text("settings.text-reset-ask"), words.Text("settings.text-reset-asked", "name", one.name),
		words.Text("settings.text-reset-verb"), func() {
			before := w.kept[at].text
			if err := one.reset(); err != nil {
				w.page.host.Fail(err)
				return
			}
			w.forget(at)
			w.page.changed()
			w.refresh()
			w.page.host.Say(words.Text("settings.text-was-reset", "name", one.name), words.Text("shell.undo"), func() {
				if err := one.save(before); err != nil {
					w.page.host.Fail(err)
				}
				w.page.changed()
				w.refresh()
			})
		})
}

func (w *written) unsaved() bool { return len(w.drafts) > 0 }

// saveAll keeps all that is written, as before the window closes. What a
// colleague has changed meanwhile is not written over.
func (w *written) saveAll() error {
	for _, at := range slices.Sorted(maps.Keys(w.drafts)) {
		if !w.read(at) || w.moved[at] {
			w.show()
			return fault.New(TextMoved, "name", w.texts[at].name)
		}
		if err := w.write(at); err != nil {
			return err
		}
	}
	return nil
}

// TextMoved is the code for a text that a colleague has changed since somebody
// began to write on it here; argument "name".
const TextMoved fault.Code = "text-moved"
