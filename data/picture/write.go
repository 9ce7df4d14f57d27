package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// quality is JPEG's 1–100. Facebook compresses again, so what comes to it must
// be better than what it makes.
const quality = 92

// write makes a picture of pixels. A photograph that one can see through
// becomes PNG, as JPEG has no such thing.
func write(p *image.RGBA, photo bool) (Picture, error) {
	encode, kind := asPNG, "image/png"
	if photo && p.Opaque() {
		encode, kind = asJPEG, "image/jpeg"
	}
	content, err := encode(p)
	if err != nil {
		return Picture{}, err
	}
	thumbnail, err := encode(shrink(p, ThumbSide))
	if err != nil {
		return Picture{}, err
	}
	return Picture{Type: kind, Width: p.Bounds().Dx(), Height: p.Bounds().Dy(), Content: content, Thumbnail: thumbnail}, nil
}

func asJPEG(p *image.RGBA) ([]byte, error) {
	var b bytes.Buffer
	err := jpeg.Encode(&b, p, &jpeg.Options{Quality: quality})
	return b.Bytes(), err
}

func asPNG(p *image.RGBA) ([]byte, error) {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&b, p)
	return b.Bytes(), err
}

// shrink makes the longer side at most side pixels long and never enlarges. No
// side becomes shorter than one pixel.
func shrink(p *image.RGBA, side int) *image.RGBA {
	width, height := p.Bounds().Dx(), p.Bounds().Dy()
	longest := max(width, height)
	if longest <= side {
		return p
	}
	small := image.NewRGBA(image.Rect(0, 0, max(1, width*side/longest), max(1, height*side/longest)))
	draw.CatmullRom.Scale(small, small.Bounds(), p, p.Bounds(), draw.Src, nil)
	return small
}
