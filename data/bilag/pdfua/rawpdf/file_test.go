package rawpdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func flate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// TestUpdated: a file that was appended to is read newest first, through Prev.
func TestUpdated(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Lang(da)>>\nendobj\n")
	first := b.Len()
	b.WriteString("xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
	second := b.Len()
	b.WriteString("1 0 obj\n<</Type/Catalog/Lang(en)>>\nendobj\n")
	table := b.Len()
	fmt.Fprintf(&b, "xref\n1 1\n%010d 00000 n \ntrailer\n<</Size 2/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", second, first, table)
	f, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	catalog, _ := f.Resolve(f.Trailer["Root"]).(Dict)
	if catalog["Lang"] != Object(String("en")) || len(f.Problems()) > 0 {
		t.Errorf("%v, %v", catalog, f.Problems())
	}
}

// TestCircles: sections and references that lead back to themselves end.
func TestCircles(t *testing.T) {
	head := "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Self 2 0 R>>\nendobj\n2 0 obj\n2 0 R\nendobj\n"
	file := head + fmt.Sprintf("xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000055 00000 n \ntrailer\n<</Size 3/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", len(head), len(head))
	f, err := Open([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	catalog, _ := f.Resolve(f.Trailer["Root"]).(Dict)
	if o := f.Resolve(catalog["Self"]); o != nil {
		t.Errorf("a reference to itself is %v", o)
	}
	if len(f.Problems()) == 0 || f.Problems()[0].Code != ProblemXref {
		t.Errorf("%v", f.Problems())
	}
}

// TestPredictors undoes what Go's PNG writer does, which uses every row filter.
func TestPredictors(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 40, 40))
	for y := range 40 {
		for x := range 40 {
			picture.Set(x, y, color.RGBA{byte(x * y), byte(x * 5), byte(y*x*x + 3), 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()[bytes.Index(b.Bytes(), []byte("IDAT"))+4:]
	f := &File{budget: baseBudget}
	out, err := f.Decode(&Stream{Raw: data, Dict: Dict{
		"Filter":      Array{Name("FlateDecode")},
		"DecodeParms": Array{Dict{"Predictor": 15, "Colors": 3, "Columns": 40}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for y := range 40 {
		for x := range 40 {
			want := picture.RGBAAt(x, y)
			if got := out[3*(40*y+x):][:3]; got[0] != want.R || got[1] != want.G || got[2] != want.B {
				t.Fatalf("pixel %d, %d is %v, expected %v", x, y, got, want)
			}
		}
	}
	out, err = f.Decode(&Stream{Raw: flate([]byte{1, 1, 1, 5, 1, 1}), Dict: Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": 2, "Columns": 3}}})
	if err != nil || !bytes.Equal(out, []byte{1, 2, 3, 5, 6, 7}) {
		t.Errorf("TIFF predictor: %v, %v", out, err)
	}
}

// TestDecodeRefuses: what is not known or too large is an error, not a guess.
func TestDecodeRefuses(t *testing.T) {
	for name, s := range map[string]*Stream{
		"other filter":    {Raw: []byte("x"), Dict: Dict{"Filter": Name("LZWDecode")}},
		"no zlib":         {Raw: []byte("x"), Dict: Dict{"Filter": Name("FlateDecode")}},
		"cut short":       {Raw: flate(make([]byte, 1000))[:9], Dict: Dict{"Filter": Name("FlateDecode")}},
		"too large":       {Raw: flate(make([]byte, 2000)), Dict: Dict{"Filter": Name("FlateDecode")}},
		"five filters":    {Raw: []byte("x"), Dict: Dict{"Filter": make(Array, 5)}},
		"bad columns":     {Raw: flate([]byte("x")), Dict: Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": 12, "Columns": -1}}},
		"other predictor": {Raw: flate([]byte("x")), Dict: Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": 3}}},
	} {
		f := &File{budget: 1000}
		if out, err := f.Decode(s); err == nil {
			t.Errorf("%s: %d bytes and no error", name, len(out))
		}
	}
	f := &File{budget: 1000}
	if out, err := f.Decode(&Stream{Raw: []byte("48 65 6A>"), Dict: Dict{"Filter": Name("ASCIIHexDecode")}}); err != nil || string(out) != "Hej" {
		t.Errorf("hexadecimal: %q, %v", out, err)
	}
}
