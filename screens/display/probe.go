//go:build !ci

package display

import (
	"errors"
	"fmt"
	"os"
	"runtime"

	"github.com/go-gl/glfw/v3.4/glfw"

	"synlig/data/fault"
)

// Probe tells whether there is a screen: nil, or a fault with the code
// NoDisplay whose cause is what the system said. A second call costs nothing.
//
// It must run on the program's first thread, before Fyne's app is made; main
// runs there because Fyne's driver locks it in its init. GLFW is left running,
// and Fyne's own start then finds it so and loses no time.
func Probe() error {
	if nowhere() {
		return fault.Wrap(errors.New("neither DISPLAY nor WAYLAND_DISPLAY is set"), NoDisplay)
	}
	var err error
	if said := listen(func() { err = start() }); err != nil {
		return fault.Wrap(fmt.Errorf("%w %s", err, said), NoDisplay)
	}
	if choosesLater() {
		glfw.Terminate()
	}
	return nil
}

// nowhere spots the plain case without asking the Wayland library, which would
// add a line of its own to the answer. Wayland alone is also found by a socket
// with the usual name in XDG_RUNTIME_DIR.
func nowhere() bool {
	return unix() && os.Getenv("DISPLAY") == "" &&
		os.Getenv("WAYLAND_DISPLAY") == "" && os.Getenv("XDG_RUNTIME_DIR") == ""
}

// start wakes GLFW on the platform that FYNE_PLATFORM asks Fyne for. When that
// one cannot be reached the binding still reports success, so the platform is
// asked for: without a running library that question panics.
func start() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	switch os.Getenv("FYNE_PLATFORM") {
	case "x11":
		glfw.InitHint(glfw.PlatformHint, int(glfw.PlatformX11))
	case "wayland":
		glfw.InitHint(glfw.PlatformHint, int(glfw.PlatformWayland))
	}
	if err := glfw.Init(); err != nil {
		return err
	}
	glfw.GetPlatform()
	return nil
}

// choosesLater tells whether Fyne will want to choose between X11 and Wayland
// by what the compositor can do. A library that is already running would
// ignore that choice.
func choosesLater() bool {
	return unix() && os.Getenv("FYNE_PLATFORM") == "" &&
		os.Getenv("DISPLAY") != "" && os.Getenv("WAYLAND_DISPLAY") != ""
}

func unix() bool { return runtime.GOOS != "windows" && runtime.GOOS != "darwin" }
