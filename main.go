// Synlig helps a small public office be visible and be fair about it. This file
// only wires: a word on the command line runs a console command, anything else
// opens the window on a workspace.
package main

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"synlig/assets"
	"synlig/data/clock"
	"synlig/data/example"
	"synlig/data/fault"
	"synlig/data/store"
	"synlig/screens/console"
	"synlig/screens/display"
	"synlig/screens/settings"
	"synlig/screens/shell"
	"synlig/screens/strategy"
	"synlig/screens/words"
)

//go:embed FyneApp.toml
var fyneApp string

// prefWorkspace remembers the workspace that was open last.
const prefWorkspace = "workspace"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run gives the exit code: of the console command, or of the window.
func run(args []string, out, problems io.Writer) int {
	words.Use(words.Danish)
	if len(args) > 0 && !strings.EqualFold(filepath.Ext(args[0]), store.Extension) {
		c := console.Console{Out: out, Err: problems, Clock: clock.System, Version: setting("Version")}
		return c.Run(context.Background(), args)
	}
	if err := openWindow(args); err != nil {
		fmt.Fprintln(problems, words.Fault(err))
		return console.Refuse
	}
	return console.Done
}

// openWindow opens the window on the workspace that args name, or on the last
// one, and returns when it is closed.
func openWindow(args []string) error {
	if err := display.Probe(); err != nil {
		return err
	}
	path := ""
	if len(args) > 0 {
		path = args[0]
	}
	p, err := start(context.Background(), newApp(), path)
	if err != nil {
		return err
	}
	defer p.close()
	if err := display.Show(p.window.Fyne()); err != nil {
		return err
	}
	p.window.Run()
	return nil
}

// newApp is Fyne's app under the name, version and icon of FyneApp.toml.
func newApp() fyne.App {
	app.SetMetadata(fyne.AppMetadata{
		ID:         setting("ID"),
		Name:       setting("Name"),
		Version:    setting("Version"),
		Icon:       fyne.NewStaticResource("synlig.png", assets.Read("icons/synlig.png")),
		Migrations: map[string]bool{"fyneDo": true},
	})
	return app.NewWithID(setting("ID"))
}

// setting is a value of FyneApp.toml, the one place for name and version.
func setting(name string) string {
	return regexp.MustCompile(`(?m)^` + name + ` = "(.*)"$`).FindStringSubmatch(fyneApp)[1]
}

// program is the whole of it: the window and the workspace on the desk.
type program struct {
	desk   *settings.Desk
	window *shell.Window
}

// aside is how rooms work beside the window; nil leaves it to them. A test, in
// which nothing stands beside the window, gives its own.
var aside func(work, done func())

// start opens the workspace at path, or the last one when path is "", and makes
// the window round it. The caller runs and closes it.
func start(ctx context.Context, application fyne.App, path string) (*program, error) {
	options := store.Options{Clock: clock.System}
	workspace, err := openWorkspace(ctx, application.Preferences(), path, options)
	if err != nil {
		return nil, err
	}
	remember := func(path string) error {
		application.Preferences().SetString(prefWorkspace, path)
		return nil
	}
	desk := settings.NewDesk(workspace, options, remember)
	remember(workspace.Path())
	rooms := strategy.Options{Weighty: assets.Lines("words/weighty.txt"), Clock: clock.System, Start: aside}
	window := shell.New(application, workspace,
		func(w *shell.Window) shell.Page { return strategy.New(w, desk.Store(), rooms) },
		func(w *shell.Window) shell.Page { return settings.New(w, desk, clock.System) })
	return &program{desk, window}, nil
}

func (p *program) close() {
	p.window.Close()
	p.desk.Store().Close()
}

// openWorkspace opens a named workspace or the last one; the first start makes
// one with the example office in it.
func openWorkspace(ctx context.Context, preferences fyne.Preferences, path string, options store.Options) (*store.Store, error) {
	if path == "" {
		path = preferences.String(prefWorkspace)
	}
	if path != "" {
		return store.Open(ctx, path, options)
	}
	folder, err := os.UserConfigDir()
	if err != nil {
		return nil, fault.Wrap(err, "no-home")
	}
	path = filepath.Join(folder, "Synlig", "Synlig"+store.Extension)
	workspace, err := store.Create(ctx, path, options)
	if fault.Is(err, store.Exists) {
		return store.Open(ctx, path, options)
	}
	if err != nil {
		return nil, err
	}
	if err := example.Write(ctx, workspace); err != nil {
		workspace.Close()
		return nil, err
	}
	return workspace, nil
}
