// Emptywindow is the smallest Fyne program there is: a window of Synlig's size
// with one word in it. .ci/start-time times Synlig's start beside it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("dk.borgerraadgiver.synlig.empty").NewWindow("Empty")
	window.SetContent(widget.NewLabel("Empty"))
	window.Resize(fyne.NewSize(1240, 740))
	window.ShowAndRun()
}
