package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Fit is text cut at its end with "…" so that it is no wider than width in
// letters of that size and style.
func Fit(text string, width, size float32, style fyne.TextStyle) string {
	wide := func(s string) bool { return fyne.MeasureText(s, size, style).Width > width }
	if !wide(text) {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes) // the longest beginning that fits
	for low < high {
		middle := (low + high + 1) / 2
		if wide(string(runes[:middle]) + "…") {
			high = middle - 1
		} else {
			low = middle
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}

// Caption is a line of words without the space that Fyne's Label puts around
// itself. It is cut rather than pushing.
type Caption struct {
	widget.BaseWidget
	// Text, Ink, Letters and Bold may be changed; then Refresh.
	Text    string
	Ink     fyne.ThemeColorName
	Letters fyne.ThemeSizeName
	Bold    bool
}

// NewCaption is a small quiet line: over a field, under a name.
func NewCaption(text string) *Caption {
	c := &Caption{Text: text, Ink: ColorQuiet, Letters: theme.SizeNameCaptionText}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another text.
func (c *Caption) Set(text string) {
	if c.Text != text {
		c.Text = text
		c.Refresh()
	}
}

// Natural is the width in which nothing is cut.
func (c *Caption) Natural() float32 {
	return fyne.MeasureText(c.Text, theme.Size(c.Letters), fyne.TextStyle{Bold: c.Bold}).Width + 1
}

// CreateRenderer draws the words.
func (c *Caption) CreateRenderer() fyne.WidgetRenderer {
	r := &captionRenderer{caption: c, text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type captionRenderer struct {
	caption *Caption
	text    *canvas.Text
}

func (r *captionRenderer) Layout(size fyne.Size) {
	r.text.Text = Fit(r.caption.Text, size.Width, r.text.TextSize, r.text.TextStyle)
	r.text.Move(fyne.NewPos(0, (size.Height-r.text.MinSize().Height)/2))
	r.text.Refresh()
}

func (r *captionRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, fyne.MeasureText("x", theme.Size(r.caption.Letters), fyne.TextStyle{}).Height)
}

func (r *captionRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }
func (r *captionRenderer) Destroy()                     {}
func (r *captionRenderer) Refresh() {
	r.text.TextSize = theme.Size(r.caption.Letters)
	r.text.TextStyle.Bold = r.caption.Bold
	r.text.Color = theme.Color(r.caption.Ink)
	r.Layout(r.caption.Size())
}
