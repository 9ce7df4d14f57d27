package display

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strings"
)

// Tell tells why there is no window, in one sentence: on problems, and, where
// the program was built without a console, in a box of the system's own, which
// a person has to close. Who double-clicked an icon sees nothing else, so more
// stands there too.
func Tell(problems io.Writer, sentence, more string) {
	fmt.Fprintln(problems, sentence)
	if program, err := os.Executable(); err == nil && windowless(program) {
		box(strings.TrimSpace(sentence + "\n\n" + more))
	}
}

// windowless tells whether the program in the file is one that Windows starts
// without a console (https://learn.microsoft.com/windows/win32/debug/pe-format).
func windowless(program string) bool {
	const (
		headerAt    = 0x3c        // where the offset of the header stands
		subsystemAt = 4 + 20 + 68 // signature, COFF header, and so far into the next
		gui         = 2
	)
	file, err := os.Open(program)
	if err != nil {
		return false
	}
	defer file.Close()
	var offset [4]byte
	var header [subsystemAt + 2]byte
	if _, err := file.ReadAt(offset[:], headerAt); err != nil {
		return false
	}
	if _, err := file.ReadAt(header[:], int64(binary.LittleEndian.Uint32(offset[:]))); err != nil {
		return false
	}
	return string(header[:4]) == "PE\x00\x00" && binary.LittleEndian.Uint16(header[subsystemAt:]) == gui
}
