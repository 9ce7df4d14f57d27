package kit

import (
	"runtime/debug"
	"sync/atomic"
)

var onPanic atomic.Pointer[func(value any, stack []byte)]

// OnPanic says what happens when a callback of a widget panics: the shell shows
// the fault dialog and logs. nil lets panics go on, as in the test of a widget.
func OnPanic(handle func(value any, stack []byte)) {
	if handle == nil {
		onPanic.Store(nil)
		return
	}
	onPanic.Store(&handle)
}

// Catch is deferred round everything that Fyne calls of ours, because a panic
// there would end the program and lose what a person is writing.
func Catch() {
	handle := onPanic.Load()
	if handle == nil {
		return
	}
	if value := recover(); value != nil {
		(*handle)(value, debug.Stack())
	}
}
