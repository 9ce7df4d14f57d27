//go:build !windows

package display

import "fyne.io/fyne/v2"

// box is for Windows: everywhere else a program has a standard error.
func box(string) {}

// unfold is for Windows: everywhere else the window manager does it.
func unfold(fyne.Window) {}
