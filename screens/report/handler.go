package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"regexp"
	"strings"
	"syscall"

	"synlig/data/fault"
)

// Word is text that the program brought along, such as its version: a log line
// shows it, as it shows no other text. It must never be made of anything that a
// person wrote or named.
type Word string

// handler lets through what cannot be about a person: numbers, times, codes and
// Words. Of all else it tells the kind. The message is text of the source; a
// test keeps it so.
type handler struct{ slog.Handler }

func newHandler(to slog.Handler) slog.Handler { return handler{to} }

func (h handler) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(harmless(a))
		return true
	})
	return h.Handler.Handle(ctx, clean)
}

func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = harmless(a)
	}
	return handler{h.Handler.WithAttrs(clean)}
}

func (h handler) WithGroup(name string) slog.Handler { return handler{h.Handler.WithGroup(name)} }

func harmless(a slog.Attr) slog.Attr {
	value := a.Value.Resolve()
	switch value.Kind() {
	case slog.KindGroup:
		var group []slog.Attr
		for _, inner := range value.Group() {
			group = append(group, harmless(inner))
		}
		value = slog.GroupValue(group...)
	case slog.KindString:
		value = slog.StringValue("text")
	case slog.KindAny:
		value = slog.StringValue(kind(value.Any()))
	}
	return slog.Attr{Key: a.Key, Value: value}
}

// kind is what may be told of a value.
func kind(value any) string {
	switch v := value.(type) {
	case fault.Code:
		return string(v)
	case Word:
		return string(v)
	case error:
		return chain(v)
	}
	return fmt.Sprintf("%T", value)
}

// chain is an error without its words: codes, types and the system's numbers,
// from the outermost to the causes.
func chain(err error) string {
	var own string
	var causes []error
	switch e := err.(type) {
	case *Panic:
		return e.Error()
	case *fault.Error:
		own, causes = string(e.Code), []error{e.Cause}
	case syscall.Errno:
		return fmt.Sprintf("%T(%d)", e, uintptr(e))
	case interface{ Unwrap() []error }:
		own, causes = fmt.Sprintf("%T", err), e.Unwrap()
	default:
		own, causes = fmt.Sprintf("%T", err), []error{errors.Unwrap(err)}
	}
	var told []string
	for _, cause := range causes {
		if cause != nil {
			told = append(told, chain(cause))
		}
	}
	if len(told) == 0 {
		return own
	}
	return own + " < " + strings.Join(told, " + ")
}

// toolkit is Go's older log, in which Fyne says what went wrong: the line of
// its source goes into our log, the words, which may hold a path, do not.
type toolkit struct {
	lines *slog.Logger
	words io.Writer
}

var place = regexp.MustCompile(`At: .*?([0-9A-Za-z_]+\.go:[0-9]+)`)

func (t *toolkit) Write(text []byte) (int, error) {
	if found := place.FindSubmatch(text); found != nil {
		t.lines.Warn("Fyne met a fault", "at", Word(found[1]))
	} else {
		t.lines.Warn("Fyne or a library said something", "bytes", len(text))
	}
	t.words.Write(text) // where there is nobody to read it, that is no fault
	return len(text), nil
}
