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
// one, and returns when it is closed. A workspace that cannot be opened is told
// of in a window too: who double-clicked an icon sees nothing else.
func openWindow(args []string) error {
	if err := display.Probe(); err != nil {
		return err
	}
	path := ""
	if len(args) > 0 {
		path = args[0]
	}
	application := newApp()
	p, err := start(context.Background(), application, path)
	if err == nil {
		defer p.close()
		return p.run()
	}
	rescued := &rescued{application: application}
	defer rescued.close()
	stranded := shell.NewStranded(application, err, shell.Rescue{Open: rescued.open, Make: rescued.make})
	if err := display.Show(stranded.Fyne()); err != nil {
		return err
	}
	stranded.Run()
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
	shown  bool
}

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
	p := &program{desk: desk}
	rooms := strategy.Options{Weighty: assets.Lines("words/weighty.txt"), Clock: clock.System, Start: p.aside}
	p.window = shell.New(application, workspace,
		func(w *shell.Window) shell.Page { return strategy.New(w, desk.Store(), rooms) },
		func(w *shell.Window) shell.Page { return settings.New(w, desk, clock.System) })
	return p, nil
}

// run shows the window and returns when it is closed.
func (p *program) run() error {
	if err := display.Show(p.window.Fyne()); err != nil {
		return err
	}
	p.shown = true
	p.window.Run()
	return nil
}

// aside runs a room's work beside the window. Until the window is shown it runs
// at once: nothing can stand still yet, and the first picture has the text in it.
func (p *program) aside(work, done func()) {
	if !p.shown {
		work()
		done()
		return
	}
	go func() {
		work()
		fyne.Do(done)
	}()
}

func (p *program) close() {
	p.window.End()
	p.desk.Store().Close()
}

// rescued is the program that a person opened from the window of a failed start.
type rescued struct {
	application fyne.App
	program     *program
}

func (r *rescued) open(path string) (err error) {
	if r.program, err = start(context.Background(), r.application, path); err == nil {
		r.program.window.Fyne().Show()
		r.program.shown = true
	}
	return err
}

func (r *rescued) make(path string) error {
	if err := makeWorkspace(context.Background(), path); err != nil {
		return err
	}
	return r.open(path)
}

func (r *rescued) close() {
	if r.program != nil {
		r.program.close()
	}
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
	if err := makeWorkspace(ctx, path); err != nil && !fault.Is(err, store.Exists) {
		return nil, err
	}
	return store.Open(ctx, path, options)
}

// makeWorkspace makes a workspace with the example office in it.
func makeWorkspace(ctx context.Context, path string) error {
	workspace, err := store.Create(ctx, path, store.Options{Clock: clock.System})
	if err != nil {
		return err
	}
	defer workspace.Close()
	return example.Write(ctx, workspace)
}
