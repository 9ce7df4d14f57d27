package picture

import (
	"image"
	"image/color"
	"image/draw"
)

// Redact burns black boxes into p; parts of a box that lie outside are left
// out. The pixels underneath are gone: nothing of them can be brought back from
// p or from what is written of it.
func Redact(p *image.RGBA, boxes []image.Rectangle) {
	for _, box := range boxes {
		draw.Draw(p, box.Canon().Intersect(p.Bounds()), image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
}
