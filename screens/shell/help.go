package shell

import (
	"slices"
	"strings"

	"synlig/assets"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// generalHelp is the page for rooms without one of their own.
const generalHelp = "start"

// ToggleHelp opens the help of the room in front, or closes it (F1).
func (w *Window) ToggleHelp() {
	if w.help.Visible() {
		w.closeHelp()
		return
	}
	w.openHelp()
}

func (w *Window) openHelp() {
	key := generalHelp
	if w.front != nil {
		key = w.front.page.Key()
	}
	w.help.read(helpPage(words.Language(), key))
	w.help.Show()
	w.frame.container.Refresh()
}

func (w *Window) closeHelp() { w.help.Hide() }

// helpPage is the help of a room in Markdown, the general page where the room
// has none.
func helpPage(language, key string) string {
	if !slices.Contains(assets.Names("help/"+language), key+".md") {
		key = generalHelp
	}
	return string(assets.Read("help/" + language + "/" + key + ".md"))
}

// helpPanel floats over the room's right side, so that one can read and work.
type helpPanel struct {
	widget.BaseWidget
	text   *fyne.Container
	scroll *container.Scroll
	inner  fyne.CanvasObject
}

func newHelpPanel(closed func()) *helpPanel {
	p := &helpPanel{text: kit.Column(kit.Between)}
	p.scroll = container.NewVScroll(kit.Padded(0, kit.Between, p.text))
	p.inner = container.NewBorder(
		container.NewBorder(nil, nil, nil,
			kit.NewQuietButton(words.Text("shell.close"), theme.CancelIcon(), closed),
			kit.NewSection(words.Text("shell.help"))),
		nil, nil, nil, p.scroll)
	p.ExtendBaseWidget(p)
	p.Hide()
	return p
}

func (p *helpPanel) read(markdown string) {
	p.text.RemoveAll()
	for _, section := range sections(markdown) {
		text := widget.NewRichTextFromMarkdown(section)
		text.Wrapping = fyne.TextWrapWord
		p.text.Add(text)
	}
	p.scroll.ScrollToTop()
}

// sections cuts Markdown before each heading: Fyne leaves no space there, so
// each section is a text of its own.
func sections(markdown string) (list []string) {
	var section strings.Builder
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "#") && section.Len() > 0 {
			list = append(list, section.String())
			section.Reset()
		}
		section.WriteString(line)
	}
	return append(list, section.String())
}

// The panel takes the pointer, or the room under it would be clicked.
func (p *helpPanel) Tapped(*fyne.PointEvent)          {}
func (p *helpPanel) MouseIn(*desktop.MouseEvent)      {}
func (p *helpPanel) MouseMoved(*desktop.MouseEvent)   {}
func (p *helpPanel) MouseOut()                        {}
func (p *helpPanel) Scrolled(event *fyne.ScrollEvent) { p.scroll.Scrolled(event) }

func (p *helpPanel) CreateRenderer() fyne.WidgetRenderer {
	r := &helpRenderer{panel: p, ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	r.dress()
	return r
}

type helpRenderer struct {
	panel        *helpPanel
	ground, edge *canvas.Rectangle
}

func (r *helpRenderer) dress() {
	r.ground.FillColor = theme.Color(kit.ColorSurface)
	r.ground.Shadow = canvas.Shadow{Color: theme.Color(theme.ColorNameShadow), BlurRadius: 12, Offset: fyne.NewPos(-2, 0)}
	r.edge.FillColor = theme.Color(kit.ColorLine)
}

func (r *helpRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	place(r.edge, 0, 0, 1, size.Height)
	place(r.panel.inner, 1+kit.Scaled(kit.Within), kit.Scaled(kit.Within),
		size.Width-1-kit.Scaled(kit.Between), size.Height-kit.Scaled(kit.Between))
}

func (r *helpRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *helpRenderer) Destroy()           {}
func (r *helpRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.edge, r.panel.inner}
}

func (r *helpRenderer) Refresh() {
	r.dress()
	r.Layout(r.panel.Size())
	r.ground.Refresh()
	r.edge.Refresh()
	r.panel.inner.Refresh()
}
