package display

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Front puts window before all others and gives it the keyboard, also when it
// lay in the taskbar. It tells whether it could: under Wayland no program may
// do that by itself. It belongs on the UI goroutine.
func Front(window fyne.Window) bool {
	able := true
	if native, ok := window.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			_, wayland := context.(driver.WaylandWindowContext)
			able = !wayland
		})
	}
	if able {
		unfold(window)
		window.RequestFocus()
	}
	return able
}
