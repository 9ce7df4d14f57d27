package posts

import (
	"slices"
	"strings"

	"synlig/data/danish"
)

// Masked tells whether text holds masked personal data: three marks in a row,
// which is no list of points.
func Masked(text string) bool { return strings.Contains(text, "•••") }

// Stored is text as it may be written to a disk: what is red in finds is masked,
// in as many runes as it had, so that places in the text stay. The red words
// themselves stay in the memory of whoever writes, until they are mended.
func Stored(text string, finds []danish.Find) string {
	return danish.Mask(text, finds, danish.Red)
}

// mostMaskings is how often a text is looked over again: what was masked can
// bring to light what stood in its shadow.
const mostMaskings = 4

// Stored is c as it may be written to a disk, and what was masked in its text.
// Alt texts are masked too.
func (r Rules) Stored(c Content) (Content, []danish.Find) {
	finds := r.Personal(c.Text)
	c.Text = r.stored(c.Text, finds)
	c.Pictures = slices.Clone(c.Pictures)
	for i := range c.Pictures {
		c.Pictures[i].Alt = r.stored(c.Pictures[i].Alt, r.Personal(c.Pictures[i].Alt))
	}
	return c, slices.DeleteFunc(finds, func(f danish.Find) bool { return f.Level != danish.Red })
}

func (r Rules) stored(text string, finds []danish.Find) string {
	for range mostMaskings {
		if !danish.HasRed(finds) {
			return text
		}
		text = Stored(text, finds)
		finds = r.Personal(text)
	}
	return danish.Mask(text, finds)
}

// Safe tells whether none of texts holds red personal data, so that they may be
// written to a disk, a log or a paper.
func (r Rules) Safe(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(text string) bool { return danish.HasRed(r.Personal(text)) })
}
