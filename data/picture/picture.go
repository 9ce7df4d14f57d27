// Package picture takes in pictures from cameras, phones and screens and gives
// back what may be kept and shown: the same picture written anew, upright, of a
// bounded size, and without anything but its pixels – no EXIF, no place, no
// names, no comments. It burns black boxes into pictures before they are kept.
// It opens no files and knows nothing of what the pictures are for.
package picture

import (
	"image"
	"strconv"

	"synlig/data/fault"
)

// The limits of what is taken in.
const (
	MaxBytes  = 30 << 20   // of a file
	MaxPixels = 50_000_000 // a phone's largest; more is refused before it is unpacked
	MaxSide   = 2048       // pixels of the longer side of what is kept; Facebook shows no more
	ThumbSide = 320        // pixels of the longer side of a thumbnail
)

// The codes of what is refused.
const (
	Unknown    fault.Code = "picture-unknown"    // no JPEG, PNG, GIF or WebP
	Damaged    fault.Code = "picture-damaged"    // begins as one, but cannot be read
	TooLarge   fault.Code = "picture-too-large"  // "limit" in MB
	TooManyPix fault.Code = "picture-too-pixely" // "limit" in megapixels
)

// Picture is a picture as it may be kept: nothing in it but pixels.
type Picture struct {
	Type          string // "image/jpeg" or "image/png"
	Width, Height int    // pixels, upright
	Content       []byte
	Thumbnail     []byte // of the same type
}

// Take reads a JPEG, PNG, GIF (its first image) or WebP and writes it anew.
// Photographs become JPEG, drawings and what is see-through PNG. Codes:
// Unknown, Damaged, TooLarge, TooManyPix.
func Take(data []byte) (Picture, error) { return TakeRedacted(data, nil) }

// TakeRedacted is Take with black boxes burned in before anything is written;
// boxes are in pixels of what Look shows. What lies under a box is in nothing
// that comes out.
func TakeRedacted(data []byte, boxes []image.Rectangle) (Picture, error) {
	upright, photo, err := read(data)
	if err != nil {
		return Picture{}, err
	}
	Redact(upright, boxes)
	return write(shrink(upright, MaxSide), photo)
}

// Look reads a picture to be shown, upright and in its full size. It is for the
// memory alone: what is kept comes from Take or TakeRedacted. Codes: as Take.
func Look(data []byte) (*image.RGBA, error) {
	upright, _, err := read(data)
	return upright, err
}

func tooLarge() error {
	return fault.New(TooLarge, "limit", strconv.Itoa(MaxBytes>>20))
}

func tooManyPixels() error {
	return fault.New(TooManyPix, "limit", strconv.Itoa(MaxPixels/1_000_000))
}
