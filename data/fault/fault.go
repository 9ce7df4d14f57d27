// Package fault is the one error type of the house: a code, its arguments and
// the cause underneath. Codes leave data as they are; screens/words turns them
// into Danish. Nothing here knows a language, a window or a file.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Code names what went wrong. The words for it stand in
// assets/translations under "fault.<code>".
type Code string

// Internal is the code of every error that carries none: it is logged in full
// and shown as "something unexpected happened".
const Internal Code = "internal"

// Error is a coded error. Args are the names and values that the sentence
// needs ("path", "/a/b.txt"); they must never hold personal data.
type Error struct {
	Code  Code
	Args  map[string]string
	Cause error
}

// New makes a coded error. pairs are the arguments: name, value, name, value.
func New(code Code, pairs ...string) *Error { return Wrap(nil, code, pairs...) }

// Wrap gives cause a code. pairs are the arguments: name, value, name, value.
func Wrap(cause error, code Code, pairs ...string) *Error {
	if len(pairs)%2 != 0 {
		panic("fault: arguments come in pairs")
	}
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return &Error{Code: code, Args: args, Cause: cause}
}

// Error is the text for a log, not for a person.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	if len(e.Args) > 0 {
		fmt.Fprintf(&b, " %v", e.Args)
	}
	if e.Cause != nil {
		b.WriteString(": ")
		b.WriteString(e.Cause.Error())
	}
	return b.String()
}

// Unwrap gives the cause to errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.Cause }

// CodeOf is the code of the outermost coded error in err, Internal when it has
// none, and the empty code for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return Internal
}

// Is tells whether err carries code as its outermost code.
func Is(err error, code Code) bool { return err != nil && CodeOf(err) == code }
