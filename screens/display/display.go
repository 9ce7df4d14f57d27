// Package display opens the window, or tells in a coded fault why this machine
// cannot: without a screen Fyne ends in a stack trace, and without OpenGL it
// neither fails nor returns. Only main asks. No widget and no word of the
// office lives here.
//
// Two questions instead of one trial window beforehand, because a trial costs
// as much as the window itself (53 ms of 135 with software drawing, measured):
// Probe asks for a screen before Fyne starts, Show asks whether Fyne's own
// window came into being. What knows GLFW stands in probe.go; built with the
// tag ci, which is how the tests of screens run, every machine is good enough.
package display

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"synlig/data/fault"
)

const (
	// NoDisplay is the code when there is no screen to open a window on: no X
	// server, no Wayland compositor, or none that answers.
	NoDisplay fault.Code = "no-display"

	// NoOpenGL is the code when there is a screen but nothing that can draw a
	// window on it: Fyne needs OpenGL 2.1, which some remote desktops lack.
	NoOpenGL fault.Code = "no-opengl"
)

// Show shows the program's first window; the caller then runs the app. It
// returns a fault with the code NoOpenGL when no window came of it: then Run
// must not be called, for it would wait for ever. The fault's cause is what
// the system said, for the log.
//
// It must be called after Probe, on the main goroutine and before the app
// runs: only then does Fyne make the window at once.
func Show(window fyne.Window) error {
	var panicked any
	said := listen(func() {
		defer func() { panicked = recover() }()
		window.Show()
	})
	if panicked == nil && exists(window) {
		if said != "" {
			fmt.Fprintln(log.Writer(), said)
		}
		return nil
	}
	reason := errors.New(said)
	if panicked != nil {
		reason = fmt.Errorf("%v %s", panicked, said)
	}
	return fault.Wrap(reason, NoOpenGL)
}

// exists tells whether the system has given window a handle. Windows that hide
// theirs, or never had one, like those drawn in memory, count as existing.
func exists(window fyne.Window) bool {
	native, ok := window.(driver.NativeWindow)
	if !ok {
		return true
	}
	there := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			there = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			there = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			there = c.HWND != 0
		case driver.MacWindowContext:
			there = c.NSWindow != 0
		}
	})
	return there
}

// listen runs f and returns what Fyne and GLFW wrote meanwhile to the standard
// log, which is their only way to say what went wrong.
func listen(f func()) string {
	var said bytes.Buffer
	before := log.Writer()
	log.SetOutput(&said)
	defer log.SetOutput(before)
	f()
	return strings.TrimSpace(said.String())
}
