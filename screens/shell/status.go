package shell

import (
	"strconv"
	"time"

	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// statusLine is the quiet line at the bottom: when it was saved and who works
// here, the last message with its button, and what is being worked on.
type statusLine struct {
	w       *Window
	object  *fyne.Container
	saved   *widget.Label
	message *widget.Label
	action  *kit.Button
	work    *fyne.Container
	doing   *widget.Label
	bar     *widget.ProgressBar
	stop    *kit.Button
	savedAt time.Time
	shown   *job
}

func newStatusLine(w *Window) *statusLine {
	s := &statusLine{w: w, saved: quietLine(), message: quietLine(), doing: quietLine(), bar: widget.NewProgressBar()}
	s.message.Importance = widget.MediumImportance
	s.message.Truncation = fyne.TextTruncateEllipsis
	s.action = kit.NewQuietButton("", nil, nil)
	s.action.Hide()
	s.stop = kit.NewQuietButton(words.Text("shell.stop"), theme.MediaStopIcon(), s.stopWork)
	s.work = kit.Row(kit.Within, container.NewCenter(s.doing), container.NewCenter(kit.Slim(120, 6, s.bar)), s.stop)
	s.bar.TextFormatter = func() string { return "" } // the share stands before it, where it can be read
	s.work.Hide()
	message := container.New(messageLayout{s}, s.message, s.action)
	s.object = container.NewStack(kit.NewPanel(kit.ColorGround, "", 0),
		container.NewBorder(widget.NewSeparator(), nil, container.NewCenter(s.saved), s.work, message))
	s.who()
	return s
}

func quietLine() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	return l
}

// who shows the time of the last save and the person.
func (s *statusLine) who() {
	text := s.w.person.Name
	if !s.savedAt.IsZero() {
		text = words.Text("shell.saved", "time", s.savedAt.Format("15:04")) + " · " + text
	}
	s.saved.SetText(text)
}

// say shows a message, with a button when action is not "".
func (s *statusLine) say(text, action string, run func()) {
	s.message.SetText(text)
	s.action.OnTapped = func() {
		s.say("", "", nil) // once
		run()
	}
	s.action.SetText(action)
	show(s.action, action != "")
	s.object.Refresh()
}

// showJob shows what is being worked on, nil for nothing.
func (s *statusLine) showJob(j *job) {
	s.shown = j
	if j == nil {
		s.work.Hide()
	} else {
		s.showShare()
		s.work.Show()
	}
	s.object.Refresh()
}

// showShare shows how far the work has come.
func (s *statusLine) showShare() {
	share := s.shown.share()
	s.bar.SetValue(share)
	text := s.shown.title
	if share > 0 {
		text += " · " + words.Text("shell.percent", "n", strconv.Itoa(int(share*100)))
	}
	if s.shown.stopping {
		text = words.Text("shell.stopping")
	}
	s.doing.SetText(text)
}

func (s *statusLine) stopWork() {
	if s.shown != nil {
		s.shown.stopping = true
		s.shown.cancel()
		s.showShare()
	}
}

// messageLayout puts the button right after the message, which gives way.
type messageLayout struct{ s *statusLine }

func (l messageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	text, action := l.s.message, l.s.action
	button := fyne.Size{}
	if action.Visible() {
		button = action.MinSize()
	}
	natural := fyne.MeasureText(text.Text, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width +
		2*theme.InnerPadding() + 1
	width := max(min(natural, size.Width-button.Width), 0)
	height := text.MinSize().Height
	place(text, 0, (size.Height-height)/2, width, height)
	place(action, width, (size.Height-button.Height)/2, button.Width, button.Height)
}

func (l messageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.s.action.MinSize().Height)
}

// Say shows a message in the status line, with a button such as "Fortryd" or
// "Åbn" when action is not "". The message stays until the next one.
func (w *Window) Say(text, action string, run func()) {
	if run == nil {
		action = ""
	}
	w.status.say(text, action, run)
}

// Saved shows when the work was last saved.
func (w *Window) Saved(at time.Time) {
	w.status.savedAt = at
	w.status.who()
	w.rail.refresh()
}
