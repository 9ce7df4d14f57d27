package shell

import (
	"runtime/debug"
	"strings"

	"synlig/assets"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2/widget"
)

// about shows the version, what the program is, its licence, and all that
// others made and it carries, each with its licence to be read in full.
func (w *Window) about() {
	own := kit.NewButton("EUPL 1.2", nil, func() {
		w.licence("EUPL 1.2", string(assets.Read("licenses/EUPL-1.2.txt")))
	})
	own.Alignment = widget.ButtonAlignLeading
	body := kit.Column(kit.Between,
		kit.NewText(words.Text("shell.about-text", "version", w.version())),
		kit.NewQuiet(words.Text("shell.about-licence")), own,
		kit.NewSection(words.Text("shell.about-others")))
	for _, d := range assets.Dependencies() {
		read := kit.NewQuietButton(d.Name, nil, func() {
			w.licence(d.Name, strings.TrimSpace(d.Version+"\n"+d.Licence)+"\n\n"+d.Text)
		})
		read.Alignment = widget.ButtonAlignLeading
		body.Add(read)
	}
	w.openSheet(words.Text("shell.about"), dialogWidth, body, kit.NewMainButton(words.Text("shell.close"), nil, nil))
}

func (w *Window) licence(title, text string) {
	w.openSheet(title, 640, kit.NewText(text), kit.NewMainButton(words.Text("shell.close"), nil, nil))
}

// version is the program's version as it was built, with the commit when it
// was built from a checkout.
func (w *Window) version() string {
	version := w.app.Metadata().Version
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" && len(setting.Value) >= 8 {
				version = strings.TrimSpace(version + " (" + setting.Value[:8] + ")")
			}
		}
	}
	if version == "" {
		version = words.Text("shell.version-unknown")
	}
	return version
}
