package report

import (
	"errors"
	"fmt"
	"regexp"
	"runtime"
	"strings"
)

// Panic is a panic that was caught, without its words: what kind of value it
// was and where. Its Error is safe to keep and to show.
type Panic struct{ text string }

// NewPanic takes what recover gave, and debug.Stack of that moment.
func NewPanic(value any, stack []byte) *Panic {
	if again, ok := value.(*Panic); ok {
		return again
	}
	what := fmt.Sprintf("%T", value)
	var mistake runtime.Error
	if err, ok := value.(error); ok && errors.As(err, &mistake) {
		what += ": " + sentence(mistake.Error())
	} else if ok {
		what = chain(err)
	}
	return &Panic{"panic: " + what + "\n\n" + Scrub(string(stack))}
}

func (p *Panic) Error() string { return p.text }

const leftOut = "(text left out)"

// sentences are the runtime's own, which hold numbers and nothing else.
var sentences = regexp.MustCompile(`^(runtime error: (index out of range \[-?\d+\]( with length \d+)?|` +
	`slice bounds out of range [\[\]:\d-]+( with (length|capacity) \d+)?|` +
	`invalid memory address or nil pointer dereference|integer divide by zero|negative shift amount|` +
	`makeslice: (len|cap) out of range|growslice: len out of range|integer overflow|` +
	`cannot convert slice with length \d+ to array or pointer to array with length \d+)|` +
	`assignment to entry in nil map|close of (nil|closed) channel|send on closed channel|` +
	`panic called with nil argument \(use GODEBUG=panicnil=1 to disable\))`)

func sentence(text string) string {
	if found := sentences.FindString(text); found != "" {
		return found
	}
	if strings.HasPrefix(text, "interface conversion: ") {
		return "interface conversion"
	}
	return leftOut
}

var (
	fatal     = regexp.MustCompile(`^(fatal error|runtime): [a-z0-9 ,:;.()'/-]+$`)
	signal    = regexp.MustCompile(`^(SIG[A-Z]+: [a-z ]+|PC=0x[0-9a-f]+ m=\d+ sigcode=\d+( addr=0x[0-9a-f]+)?|Exception( 0x[0-9a-f]+)+|\[signal (0x[0-9a-f]+|SIG[A-Z]+)[:a-z ]* code=\S+ addr=\S+ pc=\S+\])$`)
	goroutine = regexp.MustCompile(`^goroutine \d+ ((gp|m|mp)=\S+ )*\[[a-zA-Z0-9 ,.()]+\]:$`)
	callee    = regexp.MustCompile(`^(created by )?[0-9A-Za-z_./*()\[\]$%~-]+( in goroutine \d+)?$`)
	source    = regexp.MustCompile(`^\t(?:.*[/\\])?([0-9A-Za-z_.-]+\.(?:go|s|c|h):\d+)(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*$`)
)

// Scrub keeps of what the runtime writes when a program ends on a mistake, or
// of debug.Stack, what kind of mistake it was and the names of functions and
// source files. A panic's words, values of arguments, folders, registers and
// every line of another form are left out. Within the words the runtime begins
// new lines with a tab, so that none of them can pass for a name.
func Scrub(raw string) string {
	var b strings.Builder
	keep := func(line string) { b.WriteString(line + "\n") }
	inStack, afterCall := false, false
	for line := range strings.Lines(raw) {
		line = strings.TrimRight(line, "\r\n")
		call := afterCall
		afterCall = false
		switch {
		case line == "":
			if inStack {
				keep("")
			}
			inStack = false
		case goroutine.MatchString(line):
			keep(line)
			inStack = true
		case inStack && call && source.MatchString(line):
			keep("\t" + source.FindStringSubmatch(line)[1])
		case inStack && !strings.HasPrefix(line, "\t") && callee.MatchString(withoutArguments(line)):
			keep(withoutArguments(line))
			afterCall = true
		case strings.HasPrefix(line, "panic: "):
			keep("panic: " + sentence(strings.TrimPrefix(line, "panic: ")))
		case fatal.MatchString(line), signal.MatchString(line):
			keep(line)
		}
	}
	return b.String()
}

// withoutArguments takes the values off "pkg.(*T).f(0xc000, {0x1, 0x2})".
func withoutArguments(call string) string {
	if !strings.HasSuffix(call, ")") {
		return call
	}
	depth := 0
	for i := len(call) - 1; i >= 0; i-- {
		switch call[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return call[:i]
			}
		}
	}
	return leftOut
}
