package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"testing"

	"synlig/data/fault"
)

// corner is a white picture whose upper left quarter is red.
func corner(width, height int) *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{255, 255, 255, 255}
			if x < width/2 && y < height/2 {
				c = color.RGBA{200, 0, 0, 255}
			}
			p.SetRGBA(x, y, c)
		}
	}
	return p
}

func encoded(t testing.TB, encode func(b *bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, p image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, p, nil) })
}

func pngOf(t testing.TB, p image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, p) })
}

// secrets is what a camera and a program write into a file.
var secrets = []string{"55 40 34 N 12 34 05 E", "Kamera Kort 7", "Bo Eksempel", "xmpmeta", "GPSLatitude", "Privat profil"}

// tiff is EXIF with an orientation and texts, one of them where GPS stands.
func tiff(orientation int) []byte {
	b := []byte("MM\x00*\x00\x00\x00\x08\x00\x02")
	entry := func(tag, kind, count, value uint32) {
		b = binary.BigEndian.AppendUint16(b, uint16(tag))
		b = binary.BigEndian.AppendUint16(b, uint16(kind))
		b = binary.BigEndian.AppendUint32(b, count)
		b = binary.BigEndian.AppendUint32(b, value)
	}
	entry(0x010F, 2, 14, 38)
	entry(orientationTag, 3, 1, uint32(orientation)<<16)
	b = append(b, 0, 0, 0, 0)
	return append(b, "Kamera Kort 7\x00GPSLatitude 55 40 34 N 12 34 05 E"...)
}

// jpegWith puts segments behind a JPEG's beginning.
func jpegWith(data []byte, orientation int) []byte {
	out := bytes.Clone(data[:2])
	segment := func(marker byte, body string) {
		out = append(out, 0xFF, marker)
		out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
		out = append(out, body...)
	}
	segment(0xE0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00")
	segment(0xE1, "Exif\x00\x00"+string(tiff(orientation)))
	segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>Bo Eksempel</x:xmpmeta>")
	segment(0xE2, "ICC_PROFILE\x00\x01\x01Privat profil")
	segment(0xED, "Photoshop 3.0\x00Bo Eksempel")
	segment(0xFE, "Taget af Bo Eksempel")
	out = append(out, data[2:]...)
	return append(out, "GPSLatitude behind the end"...)
}

// pngWith puts chunks behind a PNG's header.
func pngWith(data []byte, orientation int) []byte {
	out := bytes.Clone(data[:33])
	chunk := func(name, body string) {
		out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
		sum := crc32.ChecksumIEEE([]byte(name + body))
		out = append(out, name+body...)
		out = binary.BigEndian.AppendUint32(out, sum)
	}
	chunk("eXIf", string(tiff(orientation)))
	chunk("tEXt", "Author\x00Bo Eksempel")
	chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00<x:xmpmeta>GPSLatitude</x:xmpmeta>")
	return append(out, data[33:]...)
}

func wantNoSecrets(t *testing.T, p Picture) {
	t.Helper()
	for _, data := range [][]byte{p.Content, p.Thumbnail} {
		for _, secret := range append(secrets, "Exif", "ICC_PROFILE", "http://", "Photoshop", "eXIf", "tEXt", "iTXt") {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%q is still in the %s", secret, p.Type)
			}
		}
	}
}

func TestOnlyPixelsAreKept(t *testing.T) {
	for name, data := range map[string][]byte{
		"jpeg": jpegWith(jpegOf(t, corner(64, 48)), 1), "png": pngWith(pngOf(t, corner(64, 48)), 1),
	} {
		for _, secret := range secrets[:3] {
			if !bytes.Contains(data, []byte(secret)) {
				t.Fatalf("%s: the test's own file has no %q", name, secret)
			}
		}
		p, err := Take(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if p.Type != "image/"+name || p.Width != 64 || p.Height != 48 {
			t.Errorf("%s became %s, %d × %d", name, p.Type, p.Width, p.Height)
		}
		wantNoSecrets(t, p)
		again, err := Take(p.Content)
		if err != nil || again.Width != 64 {
			t.Errorf("%s: what was written cannot be read: %v", name, err)
		}
	}
}

// Every orientation puts the red quarter somewhere; stored the way the camera
// was held, the picture stands upright again.
func TestPicturesAreTurnedUpright(t *testing.T) {
	upright := corner(40, 24)
	for held, back := range map[int]int{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6} {
		stored := turn(upright, back)
		for name, data := range map[string][]byte{
			"jpeg": jpegWith(jpegOf(t, stored), held), "png": pngWith(pngOf(t, stored), held),
		} {
			got, err := Look(data)
			if err != nil {
				t.Fatal(err)
			}
			if got.Bounds() != upright.Bounds() {
				t.Errorf("%s held %d: %v", name, held, got.Bounds())
				continue
			}
			for _, at := range []image.Point{{5, 5}, {35, 5}, {5, 20}, {35, 20}} {
				want := at == image.Point{5, 5}
				if c := got.RGBAAt(at.X, at.Y); (c.G < 100) != want {
					t.Errorf("%s held %d: %v at %v", name, held, c, at)
				}
			}
		}
	}
}

func TestWhatBecomesOfEachKind(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 30, 10))
	clear.SetNRGBA(3, 3, color.NRGBA{10, 200, 30, 128})
	moving := &gif.GIF{Delay: []int{1, 1}}
	for range 2 {
		moving.Image = append(moving.Image, image.NewPaletted(image.Rect(0, 0, 20, 20), color.Palette{color.Black, color.White}))
	}
	webp, err := os.ReadFile("testdata/red.webp")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data          []byte
		kind          string
		width, height int
	}{
		"a photograph":      {jpegOf(t, corner(10, 10)), "image/jpeg", 10, 10},
		"in grey":           {jpegOf(t, image.NewGray(image.Rect(0, 0, 9, 5))), "image/jpeg", 9, 5},
		"see-through":       {pngOf(t, clear), "image/png", 30, 10},
		"sixteen bits":      {pngOf(t, image.NewNRGBA64(image.Rect(0, 0, 7, 7))), "image/png", 7, 7},
		"moving":            {encoded(t, func(b *bytes.Buffer) error { return gif.EncodeAll(b, moving) }), "image/png", 20, 20},
		"webp":              {webp, "image/jpeg", 48, 32},
		"larger than shown": {pngOf(t, image.NewGray(image.Rect(0, 0, 4096, 1000))), "image/png", 2048, 500},
		"a line":            {pngOf(t, image.NewGray(image.Rect(0, 0, 1, 9000))), "image/png", 1, 2048},
	} {
		p, err := Take(c.data)
		if err != nil || p.Type != c.kind || p.Width != c.width || p.Height != c.height {
			t.Errorf("%s: %s, %d × %d, %v", name, p.Type, p.Width, p.Height, err)
			continue
		}
		wantNoSecrets(t, p)
		small, err := Look(p.Thumbnail)
		if err != nil || max(small.Bounds().Dx(), small.Bounds().Dy()) > ThumbSide {
			t.Errorf("%s: the thumbnail is %v, %v", name, small.Bounds(), err)
		}
	}
}

// bomb is a PNG of that size whose pixels are not there.
func bomb(width, height uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	b = binary.BigEndian.AppendUint32(b, width)
	b = binary.BigEndian.AppendUint32(b, height)
	b = append(b, 8, 6, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestWhatIsRefused(t *testing.T) {
	whole := jpegOf(t, corner(64, 64))
	for name, c := range map[string]struct {
		data []byte
		want fault.Code
	}{
		"nothing":         {nil, Unknown},
		"text":            {[]byte("Kære borger"), Unknown},
		"an SVG":          {[]byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), Unknown},
		"a TIFF":          {tiff(1), Unknown},
		"a bomb":          {bomb(50_000, 50_000), TooManyPix},
		"a wide bomb":     {bomb(1<<31-1, 1), TooManyPix},
		"no pixels":       {bomb(100, 100), Damaged},
		"cut short":       {whole[:len(whole)/2], Damaged},
		"only the name":   {[]byte("GIF89a"), Damaged},
		"a WebP of air":   {[]byte("RIFF\x10\x00\x00\x00WEBPVP8 \x00\x00\x00\x00"), Damaged},
		"an endless file": {append(bytes.Clone(whole), make([]byte, MaxBytes)...), TooLarge},
	} {
		if _, err := Take(c.data); !fault.Is(err, c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func TestBoxesAreBurnedIn(t *testing.T) {
	source := pngOf(t, corner(100, 80))
	p, err := TakeRedacted(source, []image.Rectangle{image.Rect(10, 10, 40, 20), image.Rect(95, 90, 70, 60), image.Rect(-5, -5, 3, 3), image.Rect(500, 500, 600, 600)})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Look(p.Content)
	if err != nil {
		t.Fatal(err)
	}
	black := color.RGBA{0, 0, 0, 255}
	for y := range 80 {
		for x := range 100 {
			at := image.Pt(x, y)
			covered := at.In(image.Rect(10, 10, 40, 20)) || at.In(image.Rect(70, 60, 95, 90)) || at.In(image.Rect(0, 0, 3, 3))
			if (got.RGBAAt(x, y) == black) != covered {
				t.Fatalf("at %v: %v, covered %v", at, got.RGBAAt(x, y), covered)
			}
		}
	}
	// A photograph, too: what lies beneath makes no difference to what is written.
	other := corner(100, 80)
	for x := 20; x < 70; x++ {
		other.SetRGBA(x, 30, color.RGBA{1, 2, 3, 255})
	}
	box := []image.Rectangle{image.Rect(16, 24, 72, 40)}
	a, errA := TakeRedacted(pngOf(t, corner(100, 80)), box)
	b, errB := TakeRedacted(pngOf(t, other), box)
	if errA != nil || errB != nil || !bytes.Equal(a.Content, b.Content) || !bytes.Equal(a.Thumbnail, b.Thumbnail) {
		t.Error("what lay under the box shows in what was written")
	}
}

func FuzzTake(f *testing.F) {
	f.Add(jpegWith(jpegOf(f, corner(16, 16)), 6))
	f.Add(pngWith(pngOf(f, corner(16, 16)), 3))
	f.Add(encoded(f, func(b *bytes.Buffer) error {
		return gif.Encode(b, corner(8, 8), nil)
	}))
	if data, err := os.ReadFile("testdata/red.webp"); err == nil {
		f.Add(data)
	}
	f.Add(bomb(50_000, 50_000))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPVP8L\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && config.Width*config.Height > 1<<20 {
			return // allowed, and slow
		}
		p, err := Take(data)
		if err != nil {
			switch fault.CodeOf(err) {
			case Unknown, Damaged, TooLarge, TooManyPix:
			default:
				t.Fatalf("an error without a code of ours: %v", err)
			}
			return
		}
		if p.Width < 1 || p.Height < 1 || max(p.Width, p.Height) > MaxSide {
			t.Fatalf("%d × %d", p.Width, p.Height)
		}
		upright, err := Look(p.Content)
		if err != nil || upright.Bounds().Dx() != p.Width || upright.Bounds().Dy() != p.Height {
			t.Fatalf("what was written cannot be read: %v", err)
		}
	})
}

func BenchmarkTakePhotograph(b *testing.B) {
	data := jpegWith(jpegOf(b, corner(4000, 3000)), 6)
	for b.Loop() {
		if _, err := Take(data); err != nil {
			b.Fatal(err)
		}
	}
}
