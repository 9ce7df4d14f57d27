package shell

import (
	"path"
	"runtime/debug"
	"strings"

	"synlig/assets"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2/widget"
)

// about shows the version, what the program is, and the licences of all that it
// carries, each to be read in full.
func (w *Window) about() {
	body := kit.Column(kit.Between,
		kit.NewText(words.Text("shell.about-text", "version", w.version())),
		kit.NewQuiet(words.Text("shell.about-licence")))
	for _, name := range assets.Names("licenses") {
		title := strings.TrimSuffix(name, path.Ext(name))
		read := kit.NewButton(title, nil, func() {
			text := kit.NewText(string(assets.Read("licenses/" + name)))
			w.openSheet(title, 640, text, kit.NewMainButton(words.Text("shell.close"), nil, nil))
		})
		read.Alignment = widget.ButtonAlignLeading
		body.Add(read)
	}
	w.openSheet(words.Text("shell.about"), dialogWidth, body, kit.NewMainButton(words.Text("shell.close"), nil, nil))
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
