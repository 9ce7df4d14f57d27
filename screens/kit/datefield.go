package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/clock"
	"synlig/screens/words"
)

// DateField is where a day is written as people write one (see ReadDate), or
// chosen in a small calendar: by the button, or by ↓ in the field. Under it
// stands the day in full, or what is wrong with the text.
type DateField struct {
	widget.BaseWidget
	// OnChanged, when set, is told whenever another day, or none, is written.
	OnChanged func()
	// OnFocus, when set, is told when the field gets (true) or loses the keyboard.
	OnFocus func(has bool)
	// OnEscape, when set, is asked first at Esc; it tells whether it used the key.
	OnEscape func() bool

	now    clock.Clock
	entry  *dateEntry
	button *Button
	told   *widget.Label
	day    time.Time
	err    error
	open   *calendarPopup
}

// NewDateField is an empty field; now tells what "i dag" means, clock.System
// when nil.
func NewDateField(now clock.Clock) *DateField {
	if now == nil {
		now = clock.System
	}
	d := &DateField{now: now, told: NewQuiet("")}
	d.entry = newDateEntry(d)
	d.button = NewQuietButton("", theme.CalendarIcon(), d.OpenCalendar)
	d.ExtendBaseWidget(d)
	return d
}

// Field is what gets the keyboard: canvas.Focus(d.Field()).
func (d *DateField) Field() fyne.Focusable { return d.entry }

// Text is what is written, whether it is a date or not.
func (d *DateField) Text() string { return d.entry.Text }

// SetText writes text as a person would.
func (d *DateField) SetText(text string) {
	d.entry.SetText(text)
	d.read() // where the text was that already
}

// Date is the day that is written, at midnight UTC: a day of the calendar, not a
// moment. It is zero when nothing is written, and so with an error of ReadDate's
// when the text is no date. The field has said so then.
func (d *DateField) Date() (time.Time, error) { return d.day, d.err }

// SetDate writes a day, "14-11-2014"; the zero time empties the field. Only its
// calendar day counts, in the time's own zone.
func (d *DateField) SetDate(day time.Time) {
	text := ""
	if !day.IsZero() {
		text = words.ShortDate(day)
	}
	d.SetText(text)
}

// Complain says a sentence of the owner's under the field, as when a day must be
// there, until something else is written.
func (d *DateField) Complain(text string) {
	d.told.Importance = widget.DangerImportance
	d.told.SetText(text)
}

// read understands what is written and says so.
func (d *DateField) read() {
	day, err := time.Time{}, error(nil)
	if strings.TrimSpace(d.entry.Text) != "" {
		day, err = words.ReadDate(d.entry.Text, d.now())
	}
	other := !day.Equal(d.day) || (err == nil) != (d.err == nil)
	d.day, d.err = day, err
	switch {
	case err != nil && d.unfinished():
		d.tell("")
	case err != nil:
		d.Complain(words.Fault(err))
	case day.IsZero():
		d.tell("")
	default:
		d.tell(words.FullDate(day))
	}
	if other && d.OnChanged != nil {
		d.OnChanged()
	}
}

// unfinished tells whether the text is being written: it is no fault yet that
// "14/" is no date.
func (d *DateField) unfinished() bool { return d.entry.focused }

func (d *DateField) tell(text string) {
	d.told.Importance = widget.LowImportance
	d.told.SetText(text)
}

// settle writes the day in the field's own form, or says what is wrong: the
// person has left the field, or pressed Enter.
func (d *DateField) settle() {
	switch {
	case d.err != nil:
		d.Complain(words.Fault(d.err))
	case !d.day.IsZero():
		d.SetDate(d.day)
	}
}

// OpenCalendar shows the calendar under the field, with the keyboard in it.
func (d *DateField) OpenCalendar() {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	if c == nil || d.open != nil && d.open.popup.Visible() {
		return
	}
	start := d.day
	if start.IsZero() {
		start = clock.Day(d.now())
	}
	d.open = showCalendar(c, d, start, clock.Day(d.now()), func(day time.Time) {
		d.SetDate(day)
		d.settle()
	}, func() {
		d.open = nil
		c.Focus(d.entry)
	})
}

// CreateRenderer shows the field with its button, and the words under it.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	field := container.NewBorder(nil, nil, nil, d.button, d.entry)
	return widget.NewSimpleRenderer(Column(0, field, d.told))
}

// dateEntry is the field's line of text.
type dateEntry struct {
	Entry
	field *DateField
}

func newDateEntry(d *DateField) *dateEntry {
	e := &dateEntry{field: d}
	e.PlaceHolder = words.Text("date.hint")
	e.OnChanged = func(string) { d.read() }
	e.OnSubmitted = func(string) { d.settle() }
	e.OnEscape = func() bool { return d.OnEscape != nil && d.OnEscape() }
	e.OnFocus = func(has bool) {
		if !has {
			d.settle()
		}
		if d.OnFocus != nil {
			d.OnFocus(has)
		}
	}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey opens the calendar at ↓.
func (e *dateEntry) TypedKey(key *fyne.KeyEvent) {
	defer Catch()
	if key.Name == fyne.KeyDown {
		e.field.OpenCalendar()
		return
	}
	e.Entry.TypedKey(key)
}
