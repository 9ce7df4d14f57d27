package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
)

// file is a file being put together: gofpdf's objects, then ours.
type file struct {
	bodies [][]byte // by object number
	own    int      // the first object number of ours
}

func newFile(bodies [][]byte) *file { return &file{bodies: bodies, own: len(bodies)} }

// alloc gives a new object number.
func (f *file) alloc() int {
	f.bodies = append(f.bodies, nil)
	return len(f.bodies) - 1
}

// put sets an object's body.
func (f *file) put(object int, body []byte) { f.bodies[object] = body }

// batch is how many objects share an object stream.
const batch = 200

// place is where an object stands: at an offset, or as the index-th in the
// object stream container.
type place struct{ offset, container, index int }

// bytes writes the file: gofpdf's objects and all streams one by one, our
// dictionaries packed in object streams, and a cross-reference stream.
// Source: ISO 32000-1, 7.5.
func (f *file) bytes(root, info int, id [16]byte) []byte {
	var out bytes.Buffer
	size := 1 << 16
	for _, b := range f.bodies {
		size += len(b) + 24
	}
	out.Grow(size)
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	places := make([]place, len(f.bodies), len(f.bodies)+len(f.bodies)/batch+2)
	var packed []int
	for n := 1; n < len(f.bodies); n++ {
		if n >= f.own && !bytes.HasSuffix(f.bodies[n], []byte("endstream")) {
			packed = append(packed, n)
			continue
		}
		places[n] = place{offset: out.Len()}
		writeObject(&out, n, f.bodies[n])
		f.bodies[n] = nil // let the memory go
	}
	for i, body := range f.objectStreams(packed) {
		n := len(places)
		places = append(places, place{offset: out.Len()})
		writeObject(&out, n, body)
		for k, object := range packed[i*batch : min(i*batch+batch, len(packed))] {
			places[object] = place{container: n, index: k}
		}
	}
	n := len(places)
	start := out.Len()
	places = append(places, place{offset: start})
	writeObject(&out, n, stream(fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]",
		len(places), root, info, id, id), crossReferences(places)))
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

func writeObject(out *bytes.Buffer, n int, body []byte) {
	out.WriteString(strconv.Itoa(n))
	out.WriteString(" 0 obj\n")
	out.Write(body)
	out.WriteString("\nendobj\n")
}

// objectStreams packs the objects, batch by batch, on all processors.
func (f *file) objectStreams(objects []int) [][]byte {
	streams := make([][]byte, (len(objects)+batch-1)/batch)
	var group sync.WaitGroup
	slots := make(chan struct{}, packers())
	for i := range streams {
		slots <- struct{}{}
		group.Go(func() {
			streams[i] = f.objectStream(objects[i*batch : min(i*batch+batch, len(objects))])
			<-slots
		})
	}
	group.Wait()
	return streams
}

func (f *file) objectStream(objects []int) []byte {
	var head, bodies []byte
	for _, n := range objects {
		head = strconv.AppendInt(head, int64(n), 10)
		head = append(head, ' ')
		head = strconv.AppendInt(head, int64(len(bodies)), 10)
		head = append(head, ' ')
		bodies = append(bodies, f.bodies[n]...)
		bodies = append(bodies, '\n')
	}
	return stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(objects), len(head)), append(head, bodies...))
}

// crossReferences are the rows of the cross-reference stream, W[1 4 2].
func crossReferences(places []place) []byte {
	rows := make([]byte, 0, 7*len(places))
	rows = append(rows, 0, 0, 0, 0, 0, 0xff, 0xff)
	for _, p := range places[1:] {
		kind, second, third := byte(1), p.offset, 0
		if p.container > 0 {
			kind, second, third = 2, p.container, p.index
		}
		rows = append(rows, kind)
		rows = binary.BigEndian.AppendUint32(rows, uint32(second))
		rows = binary.BigEndian.AppendUint16(rows, uint16(third))
	}
	return rows
}

// packers is how many goroutines pack at once.
func packers() int { return runtime.GOMAXPROCS(0) }

// deflaters are used again: making one costs more than packing a page.
var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, 5)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)/3 + 64)
	w := deflaters.Get().(*zlib.Writer)
	w.Reset(&out)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	deflaters.Put(w)
	return bytes.Clone(out.Bytes())
}

func stream(entries string, data []byte) []byte { return packedStream(entries, deflate(data)) }

func packedStream(entries string, packed []byte) []byte {
	return plainStream(entries+"/Filter/FlateDecode", packed)
}

func plainStream(entries string, data []byte) []byte {
	b := make([]byte, 0, len(entries)+len(data)+48)
	b = fmt.Appendf(b, "<<%s/Length %d>>\nstream\n", entries, len(data))
	return append(append(b, data...), "\nendstream"...)
}

// textString writes text as PDF reads it: UTF-16 with a byte order mark.
func textString(text string) []byte {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return append(b, '>')
}

var literalEscapes = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`, "\r", `\r`, "\n", `\n`)

// literal writes an ASCII string.
func literal(text string) string { return "(" + literalEscapes.Replace(text) + ")" }
