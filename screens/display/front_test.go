package display

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// asked is a window that notes whether it was asked to come forward.
type asked struct {
	fyne.Window
	handle any
	front  bool
}

func (a *asked) RunNative(ask func(any)) { ask(a.handle) }
func (a *asked) RequestFocus()           { a.front = true }

func TestFront(t *testing.T) {
	for _, c := range []struct {
		handle any
		able   bool
	}{
		{driver.X11WindowContext{WindowHandle: 7}, true},
		{driver.MacWindowContext{NSWindow: 7}, true},
		{driver.UnknownContext{}, true},
		{driver.WaylandWindowContext{WaylandSurface: 7}, false},
	} {
		w := &asked{handle: c.handle}
		if able := Front(w); able != c.able || w.front != c.able {
			t.Errorf("%T: able %v, asked %v", c.handle, able, w.front)
		}
	}
}

func TestTell(t *testing.T) {
	var problems strings.Builder
	Tell(&problems, "Her er ingen skærm.", "Se vejledningen.") // the test is no program without a console
	if problems.String() != "Her er ingen skærm.\n" {
		t.Errorf("%q", problems.String())
	}
}

// TestWindowless reads heads of programs as linkers write them.
func TestWindowless(t *testing.T) {
	program := func(signature string, subsystem uint16) string {
		head := make([]byte, 0x80+200)
		copy(head, "MZ")
		binary.LittleEndian.PutUint32(head[0x3c:], 0x80)
		copy(head[0x80:], signature)
		binary.LittleEndian.PutUint16(head[0x80+0x5c:], subsystem)
		return string(head)
	}
	for name, c := range map[string]struct {
		content string
		want    bool
	}{
		"no console":       {program("PE\x00\x00", 2), true},
		"a console":        {program("PE\x00\x00", 3), false},
		"a Linux program":  {"\x7fELF" + strings.Repeat("\x02", 400), false},
		"cut off":          {program("PE\x00\x00", 2)[:0x90], false},
		"empty":            {"", false},
		"another system's": {program("NE\x00\x00", 2), false},
	} {
		path := filepath.Join(t.TempDir(), "program")
		os.WriteFile(path, []byte(c.content), 0o644)
		if got := windowless(path); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if windowless(filepath.Join(t.TempDir(), "none")) {
		t.Error("a program that is not there")
	}
}
