package display

import (
	"golang.org/x/sys/windows"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// box shows the sentence in front of everything, and returns when it is closed.
func box(sentence string) {
	text, err := windows.UTF16PtrFromString(sentence)
	if err != nil {
		return // a zero byte, which no sentence of ours has
	}
	title := windows.StringToUTF16Ptr("Synlig")
	windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}

var (
	user32     = windows.NewLazySystemDLL("user32.dll")
	isIconic   = user32.NewProc("IsIconic")
	showWindow = user32.NewProc("ShowWindow")
)

// unfold opens a window that lies in the taskbar: Windows gives such a one the
// keyboard without showing it.
func unfold(window fyne.Window) {
	const restore = 9 // SW_RESTORE
	native, ok := window.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		w, ok := context.(driver.WindowsWindowContext)
		if !ok {
			return
		}
		if folded, _, _ := isIconic.Call(w.HWND); folded != 0 {
			showWindow.Call(w.HWND, restore)
		}
	})
}
