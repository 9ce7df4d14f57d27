package kit

import "runtime/debug"

var onPanic func(value any, stack []byte)

// OnPanic says what happens when a callback of a widget panics: the shell shows
// the fault dialog and logs. It is set once, before any widget is made.
func OnPanic(handle func(value any, stack []byte)) { onPanic = handle }

// Catch is deferred round everything that Fyne calls of ours, because a panic
// there would end the program and lose what a person is writing. Without a
// handler (in a test of one widget) the panic goes on.
func Catch() {
	if onPanic == nil {
		return
	}
	if value := recover(); value != nil {
		onPanic(value, debug.Stack())
	}
}
