package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"

	"synlig/data/fault"
)

// format is a kind of file by its first bytes.
type format struct {
	begins func(data []byte) bool
	config func(r *bytes.Reader) (image.Config, error)
	decode func(r *bytes.Reader) (image.Image, error)
	photo  bool                     // made for photographs
	exif   func(data []byte) []byte // the TIFF within, nil when there is none
}

// formats are listed here and not registered with package image: a library
// that registers more must not widen what is taken in.
var formats = []format{
	{
		func(d []byte) bool { return bytes.HasPrefix(d, []byte{0xFF, 0xD8, 0xFF}) },
		func(r *bytes.Reader) (image.Config, error) { return jpeg.DecodeConfig(r) },
		func(r *bytes.Reader) (image.Image, error) { return jpeg.Decode(r) }, true, jpegExif,
	},
	{
		func(d []byte) bool { return bytes.HasPrefix(d, []byte("\x89PNG\r\n\x1a\n")) },
		func(r *bytes.Reader) (image.Config, error) { return png.DecodeConfig(r) },
		func(r *bytes.Reader) (image.Image, error) { return png.Decode(r) }, false, pngExif,
	},
	{
		func(d []byte) bool { return bytes.HasPrefix(d, []byte("GIF8")) },
		func(r *bytes.Reader) (image.Config, error) { return gif.DecodeConfig(r) },
		func(r *bytes.Reader) (image.Image, error) { return gif.Decode(r) }, false, noExif,
	},
	{
		func(d []byte) bool { return len(d) > 12 && string(d[:4]) == "RIFF" && string(d[8:12]) == "WEBP" },
		func(r *bytes.Reader) (image.Config, error) { return webp.DecodeConfig(r) },
		func(r *bytes.Reader) (image.Image, error) { return webp.Decode(r) }, true, webpExif,
	},
}

// read unpacks a picture and turns it upright. photo tells whether its file was
// of a kind made for photographs.
func read(data []byte) (upright *image.RGBA, photo bool, err error) {
	if len(data) > MaxBytes {
		return nil, false, tooLarge()
	}
	for _, f := range formats {
		if f.begins(data) {
			upright, err := f.read(data)
			return upright, f.photo, err
		}
	}
	return nil, false, fault.New(Unknown)
}

// read looks at the size before it unpacks: a few kilobytes can hold a picture
// that fills the memory. A decoder that panics has met a damaged file.
func (f format) read(data []byte) (upright *image.RGBA, err error) {
	defer func() {
		if met := recover(); met != nil {
			upright, err = nil, fault.Wrap(fmt.Errorf("%v", met), Damaged)
		}
	}()
	config, err := f.config(bytes.NewReader(data))
	if err != nil {
		return nil, fault.Wrap(err, Damaged)
	}
	if !fits(config.Width, config.Height) {
		return nil, tooManyPixels()
	}
	decoded, err := f.decode(bytes.NewReader(data))
	if err != nil {
		return nil, fault.Wrap(err, Damaged)
	}
	if bounds := decoded.Bounds(); bounds.Empty() || !fits(bounds.Dx(), bounds.Dy()) {
		return nil, fault.New(Damaged)
	}
	return turn(plain(decoded), orientation(f.exif(data))), nil
}

func fits(width, height int) bool {
	return width > 0 && height > 0 && width <= MaxPixels/height
}

// plain is any picture as RGBA from 0,0 on.
func plain(source image.Image) *image.RGBA {
	bounds := source.Bounds()
	copied := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(copied, copied.Bounds(), source, bounds.Min, draw.Src)
	return copied
}
