package pdfua

import "testing"

// FuzzCheck: whatever the bytes are, the check ends, and ends without panic. A
// good paper and every broken one are its seeds.
func FuzzCheck(f *testing.F) {
	seed := &testing.T{}
	for _, packed := range []bool{false, true} {
		s := newSample(seed)
		s.packed = packed
		f.Add(s.bytes())
		s.raw = map[string]bool{"content1": true, "content2": true, "metadata": true, "fontfile": true, "toglyph": true, "unicode": true, "icc": true}
		f.Add(s.bytes()) // in clear, so that mutations reach the contents
	}
	for _, faults := range [][]fault{documentFaults, contentFaults, structureFaults, annotationFaults, fontFaults, fileFaults} {
		for _, fault := range faults {
			s := newSample(seed)
			fault.make(s)
			f.Add(s.bytes())
		}
	}
	f.Fuzz(func(t *testing.T, pdf []byte) {
		first := Check(pdf)
		if second := Check(pdf); first.String() != second.String() || first.Text != second.Text {
			t.Errorf("two checks differ:\n%s\n%s", first, second)
		}
	})
}
