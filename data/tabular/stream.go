package tabular

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Mixed is UTF-8 with stray Windows-1252 letters in it, as when two files were
// put together. Each byte that is no UTF-8 is read as Windows-1252.
const Mixed Encoding = "UTF-8 + Windows-1252"

// DetectAll guesses the encoding of a file of any size by reading all of it, a
// piece at a time, for a letter at the very end decides too. It differs from
// Detect in knowing Mixed: most letters beyond ASCII are UTF-8, some are not.
func DetectAll(in io.ReaderAt, size int64) (Encoding, error) {
	head := make([]byte, min(size, 64<<10))
	if n, err := in.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return UTF8, err
	} else if n < len(head) {
		head = head[:n]
	}
	if !utf8.Valid(head) {
		// A letter may be cut at the end of the piece; what is UTF-16 or no
		// text shows here.
		if e := Detect(head); e == UTF16LE || e == UTF16BE {
			return e, nil
		}
	} else if e := Detect(head); e != UTF8 || bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}) {
		return e, nil
	}
	letters, strays, err := tally(io.NewSectionReader(in, 0, size))
	switch {
	case err != nil:
		return UTF8, err
	case strays == 0:
		return UTF8, nil
	case letters > strays:
		return Mixed, nil
	}
	return Windows1252, nil
}

// tally counts the letters beyond ASCII that are valid UTF-8, and the bytes
// that are not.
func tally(in io.Reader) (letters, strays int, err error) {
	buffer := make([]byte, 256<<10)
	kept := 0
	for {
		n, err := io.ReadFull(in, buffer[kept:])
		ended := err != nil
		if ended && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return letters, strays, err
		}
		piece := buffer[:kept+n]
		for len(piece) > 0 {
			if piece[0] < utf8.RuneSelf {
				piece = piece[ascii(piece):]
				continue
			}
			if !ended && !utf8.FullRune(piece) {
				break
			}
			r, size := utf8.DecodeRune(piece)
			if r == utf8.RuneError && size == 1 {
				strays++
			} else {
				letters++
			}
			piece = piece[size:]
		}
		if ended {
			return letters, strays, nil
		}
		kept = copy(buffer, piece)
	}
}

// ascii is how many bytes at the front are ASCII.
func ascii(text []byte) int {
	for i, b := range text {
		if b >= utf8.RuneSelf {
			return i
		}
	}
	return len(text)
}

// Reader gives the text of in as UTF-8, a piece at a time and without a byte
// order mark. Line ends are left as they are.
func Reader(in io.Reader, encoding Encoding) io.Reader {
	switch encoding {
	case UTF16LE:
		return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case UTF16BE:
		return transform.NewReader(in, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	case Windows1252:
		return transform.NewReader(in, charmap.Windows1252.NewDecoder())
	case Mixed:
		return transform.NewReader(in, mixed{})
	}
	return &unmarked{in: in}
}

// unmarked leaves out a byte order mark at the start.
type unmarked struct {
	in     io.Reader
	begun  bool
	peeked []byte
}

func (u *unmarked) Read(p []byte) (int, error) {
	if !u.begun {
		u.begun = true
		head := make([]byte, 3)
		n, err := io.ReadFull(u.in, head)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return 0, err
		}
		u.peeked = bytes.TrimPrefix(head[:n], []byte{0xEF, 0xBB, 0xBF})
	}
	if len(u.peeked) > 0 {
		n := copy(p, u.peeked)
		u.peeked = u.peeked[n:]
		return n, nil
	}
	return u.in.Read(p)
}

// mixed turns stray bytes into the letters they are in Windows-1252.
type mixed struct{ transform.NopResetter }

// Transform is that of transform.Transformer.
func (mixed) Transform(dst, src []byte, atEOF bool) (wrote, read int, err error) {
	for read < len(src) {
		if !atEOF && !utf8.FullRune(src[read:]) {
			return wrote, read, transform.ErrShortSrc
		}
		r, size := utf8.DecodeRune(src[read:])
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(src[read])
		}
		if wrote+utf8.RuneLen(r) > len(dst) {
			return wrote, read, transform.ErrShortDst
		}
		wrote += utf8.EncodeRune(dst[wrote:], r)
		read += size
	}
	return wrote, read, nil
}

// IsText tells whether a person wrote this: no NUL, and at most one in a
// thousand characters is a control character or could not be read.
func IsText(text string) bool { return isText(text) }
