// Package rawpdf reads the objects of a PDF file exactly as they stand: numbers,
// names, strings, arrays, dictionaries and streams, through classic
// cross-reference tables, cross-reference streams and object streams
// (ISO 32000-1, 7.2–7.5). It notes every place where the file's own book-keeping
// is wrong instead of mending it in silence, which is why a check can stand on
// it and why no PDF library is used: those hide what a check must see.
//
// It decides nothing about what objects mean, decrypts nothing and decodes no
// pictures. It reads files of unknown origin: every size, depth and cycle is
// bounded, and it never panics.
package rawpdf

import (
	"fmt"
	"unicode/utf16"
)

// Object is nil, bool, int, float64, Name, String, Array, Dict, *Stream, Ref or,
// in content streams only, Keyword.
type Object any

// Name is a PDF name without its slash and with #xx resolved.
type Name string

// String is the bytes of a PDF string, literal or hexadecimal.
type String string

// Keyword is a bare word: an operator of a content stream.
type Keyword string

// Array is a PDF array; its members may be references.
type Array []Object

// Dict is a PDF dictionary; its values may be references.
type Dict map[Name]Object

// Ref names an indirect object.
type Ref struct{ Number, Generation int }

func (r Ref) String() string { return fmt.Sprintf("object %d", r.Number) }

// Stream is a dictionary with bytes, still encoded by its filters.
type Stream struct {
	Dict Dict
	Raw  []byte
}

// Problem is one place where the file does not keep its own books.
type Problem struct {
	Code   string // one of the Problem… constants
	Where  string // object, or offset in bytes
	Detail string
}

// Codes of problems. The file is still readable where only these are noted.
const (
	ProblemXref      = "xref"           // table, stream or startxref is wrong
	ProblemOffset    = "xref-offset"    // an entry points at something else
	ProblemLength    = "stream-length"  // Length is not the stream's length
	ProblemSpacing   = "object-spacing" // obj, endobj, stream without their line ends
	ProblemSyntax    = "syntax"         // something that is no PDF object
	ProblemHex       = "hex-string"     // odd count, or a digit that is none
	ProblemDuplicate = "duplicate-key"  // a dictionary has a key twice
	ProblemObjStm    = "object-stream"  // an object stream's index is wrong
	ProblemFilter    = "stream-filter"  // a stream cannot be decoded
	ProblemLimit     = "limit"          // beyond PDF/A's implementation limits
)

// DecodeText turns a PDF text string into Unicode: UTF-16 with its mark, or
// PDFDocEncoding, of which the part above 0x7F that differs from Latin-1 is
// handled (ISO 32000-1, 7.9.2.2 and annex D.2).
func DecodeText(s String) string {
	if len(s) >= 2 && (s[:2] == "\xfe\xff" || s[:2] == "\xff\xfe") {
		big := s[0] == 0xfe
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			high, low := s[i], s[i+1]
			if !big {
				high, low = low, high
			}
			units = append(units, uint16(high)<<8|uint16(low))
		}
		return string(utf16.Decode(units))
	}
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		out = append(out, docEncoding(s[i]))
	}
	return string(out)
}

func docEncoding(b byte) rune {
	const from18 = "˘ˇˆ˙˝˛˚˜"
	const from80 = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
	switch {
	case b >= 0x18 && b <= 0x1f:
		return []rune(from18)[b-0x18]
	case b >= 0x80 && b <= 0x9e:
		return []rune(from80)[b-0x80]
	case b == 0xa0:
		return '€'
	}
	return rune(b)
}
