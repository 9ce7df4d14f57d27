package picture

import "image"

// turn puts a picture upright that was stored as EXIF's orientation says: 1 is
// upright, 3 upside down, 6 and 8 on the side, the others mirrored.
func turn(p *image.RGBA, orientation int) *image.RGBA {
	if orientation <= 1 || orientation > 8 {
		return p
	}
	width, height := p.Bounds().Dx(), p.Bounds().Dy()
	turned := image.NewRGBA(image.Rect(0, 0, width, height))
	if orientation >= 5 {
		turned = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range height {
		for x := range width {
			toX, toY := x, y
			switch orientation {
			case 2:
				toX = width - 1 - x
			case 3:
				toX, toY = width-1-x, height-1-y
			case 4:
				toY = height - 1 - y
			case 5:
				toX, toY = y, x
			case 6:
				toX, toY = height-1-y, x
			case 7:
				toX, toY = height-1-y, width-1-x
			case 8:
				toX, toY = y, width-1-x
			}
			from, to := p.PixOffset(x, y), turned.PixOffset(toX, toY)
			copy(turned.Pix[to:to+4], p.Pix[from:from+4])
		}
	}
	return turned
}
