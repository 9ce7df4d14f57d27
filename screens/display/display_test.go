package display_test

import (
	"errors"
	"log"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/test"

	"synlig/assets"
	"synlig/data/fault"
	"synlig/screens/display"
)

// window stands in for Fyne's: show is what Show does, handle what the system
// answers when asked for the window.
type window struct {
	fyne.Window
	show   func()
	handle any
}

func (w window) Show()                   { w.show() }
func (w window) RunNative(ask func(any)) { ask(w.handle) }

func TestShow(t *testing.T) {
	fine := func() {}
	failing := func() { log.Println("GLX extension not found") }
	breaking := func() { panic("no fitting pixel format") }
	for _, c := range []struct {
		name   string
		window window
		cause  string // in a NoOpenGL fault; empty: the window is there
	}{
		{"X11", window{show: fine, handle: driver.X11WindowContext{WindowHandle: 7}}, ""},
		{"Wayland", window{show: fine, handle: driver.WaylandWindowContext{WaylandSurface: 7}}, ""},
		{"Windows", window{show: fine, handle: driver.WindowsWindowContext{HWND: 7}}, ""},
		{"Mac", window{show: fine, handle: driver.MacWindowContext{NSWindow: 7}}, ""},
		{"a system that hides its windows", window{show: fine, handle: driver.UnknownContext{}}, ""},
		{"X11 without a window", window{show: failing, handle: driver.X11WindowContext{}}, "GLX extension not found"},
		{"Wayland without a window", window{show: failing, handle: driver.WaylandWindowContext{}}, "GLX extension not found"},
		{"Windows without a window", window{show: failing, handle: driver.WindowsWindowContext{}}, "GLX extension not found"},
		{"Mac without a window", window{show: failing, handle: driver.MacWindowContext{}}, "GLX extension not found"},
		{"a panic on the way", window{show: breaking, handle: driver.X11WindowContext{}}, "no fitting pixel format"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := display.Show(c.window)
			if c.cause == "" {
				if err != nil {
					t.Fatalf("a window that is there was refused: %v", err)
				}
				return
			}
			if !fault.Is(err, display.NoOpenGL) {
				t.Fatalf("got %v, want a fault with the code %s", err, display.NoOpenGL)
			}
			if cause := errors.Unwrap(err); !strings.Contains(cause.Error(), c.cause) {
				t.Errorf("the cause is %q, want what the system said: %q", cause, c.cause)
			}
		})
	}
}

func TestShowKeepsWhatWasLogged(t *testing.T) {
	var kept strings.Builder
	before := log.Writer()
	log.SetOutput(&kept)
	t.Cleanup(func() { log.SetOutput(before) })

	there := driver.X11WindowContext{WindowHandle: 7}
	if err := display.Show(window{show: func() { log.Print("no dbus here") }, handle: there}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(kept.String(), "no dbus here") {
		t.Errorf("the log holds %q", kept.String())
	}
}

func TestAWindowDrawnInMemoryIsGoodEnough(t *testing.T) {
	test.NewTempApp(t)
	if err := display.Probe(); err != nil {
		t.Fatal(err)
	}
	if err := display.Show(test.NewTempWindow(t, nil)); err != nil {
		t.Fatal(err)
	}
}

func TestBothFaultsHaveWordsThatNameTheCommands(t *testing.T) {
	for _, language := range []string{"da", "en"} {
		for _, code := range []fault.Code{display.NoDisplay, display.NoOpenGL} {
			if text := assets.Translations(language)["fault."+string(code)]; !strings.Contains(text, "synlig bilag") {
				t.Errorf("%s: %s says %q", language, code, text)
			}
		}
	}
}
