// Synlig helps a small public office be visible and be fair about it. This file
// only wires: a word on the command line runs a console command, anything else
// opens the window on a workspace.
package main

import (
	"context"
	_ "embed"
	"io"
	"log/slog"
	"os"
	"regexp"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"synlig/assets"
	"synlig/data/bilag"
	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/links/web"
	"synlig/data/store"
	"synlig/screens/console"
	"synlig/screens/display"
	"synlig/screens/instance"
	"synlig/screens/moderation"
	"synlig/screens/opening"
	"synlig/screens/place"
	"synlig/screens/posts"
	"synlig/screens/report"
	"synlig/screens/settings"
	"synlig/screens/shell"
	"synlig/screens/strategy"
	"synlig/screens/survey"
	"synlig/screens/words"
)

//go:embed FyneApp.toml
var fyneApp string

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run gives the exit code: of the console command, or of the window.
func run(args []string, out, problems io.Writer) int {
	words.Use(words.Danish)
	bilag.NameProgram(setting("Name") + " " + setting("Version"))
	if len(args) > 0 && !opening.IsFile(args[0]) {
		c := console.Console{In: os.Stdin, Out: out, Err: problems, Clock: clock.System, Version: setting("Version")}
		return c.Run(context.Background(), args)
	}
	if err := openWindow(args); err != nil {
		more := ""
		if fault.Is(err, display.NoOpenGL) {
			more = words.Text("shell.no-window-more")
		}
		display.Tell(problems, words.Fault(err), more)
		return console.Refuse
	}
	return console.Done
}

// openWindow opens the window on the workspace that args name, or on the last
// one, and returns when it is closed. Where another program has a window on it,
// that one comes forward instead.
func openWindow(args []string) (err error) {
	places := place.Find()
	keeper := report.Start(places.Cache, setting("Name")+" "+setting("Version"))
	defer keeper.Close()
	defer keeper.Guard(&err)
	if err := display.Probe(); err != nil {
		slog.Error("no screen", "error", err)
		return err
	}
	seat := instance.New(instance.Folder())
	defer seat.Close()
	p := &program{app: newApp(places), keeper: keeper, seat: seat}
	defer p.close()
	choice := opening.Choose(args, places, shell.Recent(p.app.Preferences()))
	if seat.Claim(choice.Path) {
		return nil
	}
	return p.run(choice)
}

// newApp is Fyne's app under the name, version and icon of FyneApp.toml. A
// program that carries its data with it has preferences of its own, or it would
// open the last workspace of an installed one.
func newApp(places place.Folders) fyne.App {
	id := setting("ID")
	if places.Portable {
		id += ".portable"
	}
	app.SetMetadata(fyne.AppMetadata{
		ID:         id,
		Name:       setting("Name"),
		Version:    setting("Version"),
		Icon:       fyne.NewStaticResource("synlig.png", assets.Read("icons/synlig.png")),
		Migrations: map[string]bool{"fyneDo": true},
	})
	return app.NewWithID(id)
}

// setting is a value of FyneApp.toml, the one place for name and version.
func setting(name string) string {
	return regexp.MustCompile(`(?m)^` + name + ` = "(.*)"$`).FindStringSubmatch(fyneApp)[1]
}

// program is the whole of it: the window and the workspace on the desk.
type program struct {
	app    fyne.App
	keeper *report.Keeper
	seat   *instance.Seat

	desk   *settings.Desk
	window *shell.Window
	shown  bool
}

// options open every workspace. A test waits less for a lock.
var options = store.Options{Clock: clock.System}

// run shows the window on the workspace until the last window is closed. One
// that cannot be opened is told of in a window too: who double-clicked an icon
// sees nothing else.
func (p *program) run(choice opening.Choice) error {
	if err := p.open(choice); err != nil {
		stranded := p.strand(err)
		p.seat.Front(func() { fyne.DoAndWait(func() { display.Front(stranded.Fyne()) }) })
		return p.show(stranded.Window)
	}
	p.tellOfCrash()
	return p.show(p.window)
}

// show shows the first window and runs until the last is closed.
func (p *program) show(window *shell.Window) error {
	if err := display.Show(window.Fyne()); err != nil {
		slog.Error("no window", "error", err)
		return err
	}
	p.shown = true
	window.Run()
	return nil
}

// aside runs a room's work beside the window. Until a window is shown it runs at
// once: nothing can stand still yet, and the first picture has the text in it.
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

// open opens the workspace and makes the window round it.
func (p *program) open(choice opening.Choice) error {
	began := time.Now()
	workspace, err := choice.Open(context.Background(), options)
	if err != nil {
		return err
	}
	remember := func(path string) error {
		shell.Remember(p.app.Preferences(), path)
		if err := p.seat.Follow(path); err != nil {
			slog.Warn("no seat at the workspace", "error", err)
		}
		return nil
	}
	p.desk = settings.NewDesk(workspace, options, remember)
	remember(workspace.Path())
	rooms := strategy.Options{Weighty: assets.Lines("words/weighty.txt"), Clock: clock.System, Start: p.aside}
	asker := &web.Client{Allowed: func() bool { return p.desk.Store().NetAllowed() }, Version: setting("Version"), Clock: clock.System}
	p.window = shell.New(p.app, workspace,
		func(w *shell.Window) shell.Page {
			return posts.New(w, p.desk.Store(), posts.Options{Clock: clock.System, Web: asker, Start: p.aside})
		},
		func(w *shell.Window) shell.Page {
			return moderation.New(w, p.desk.Store(), moderation.Options{Clock: clock.System, Start: p.aside,
				Desk: func(kind string) moderation.Desk {
					own := rooms
					own.Kind, own.NoMeeting = kind, true
					return strategy.New(w, p.desk.Store().Documents(kind), own)
				}})
		},
		func(w *shell.Window) shell.Page {
			return survey.New(w, p.desk.Store(), survey.Options{Clock: clock.System, Start: p.aside})
		},
		func(w *shell.Window) shell.Page { return strategy.New(w, p.desk.Store(), rooms) },
		func(w *shell.Window) shell.Page { return settings.New(w, p.desk, clock.System) })
	p.seat.Front(func() { fyne.DoAndWait(p.front) })
	slog.Info("workspace open", "took", time.Since(began))
	return nil
}

// front brings the window forward, because somebody started the program again.
func (p *program) front() {
	if !display.Front(p.window.Fyne()) {
		p.window.AlreadyOpen()
	}
}

// tellOfCrash tells once of a program that ended on a mistake.
func (p *program) tellOfCrash() {
	if crash := p.keeper.Crash(); crash != "" {
		p.window.Crashed(crash)
		p.keeper.Told()
	}
}

// strand is the window for a workspace that cannot be opened.
func (p *program) strand(err error) shell.Stranded {
	return shell.NewStranded(p.app, err, p.rescue())
}

// rescue are the ways on from there.
func (p *program) rescue() shell.Rescue {
	reopen := func(path string) error {
		if p.seat.Claim(path) {
			return nil
		}
		if err := p.open(opening.Choice{Path: path}); err != nil {
			return err
		}
		p.tellOfCrash()
		p.window.Fyne().Show()
		return nil
	}
	fresh := func(path string) error {
		if err := opening.Make(context.Background(), path, options); err != nil {
			return err
		}
		return reopen(path)
	}
	return shell.Rescue{Open: reopen, Make: fresh, Others: shell.Recent(p.app.Preferences())}
}

// close ends what was opened; a second close does nothing.
func (p *program) close() {
	if p.window != nil {
		p.window.End()
		p.desk.Store().Close()
	}
}
