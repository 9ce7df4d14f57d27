package posts

// CardWidth and CardHeight are the size in pixels that Facebook shows a wide
// picture in without cutting it (developers.facebook.com, "Images in link
// shares": 1200 × 630, an aspect ratio of 1.91:1).
const (
	CardWidth  = 1200
	CardHeight = 630
)

// picturing looks for alt texts and at sizes.
func (c *checking) picturing() {
	for i, p := range c.post.Pictures {
		args := map[string]string{"picture": number(i + 1), "width": number(p.Width), "height": number(p.Height)}
		if blank(p.Alt) {
			c.say(Hint{Code: HintNoAlt, Level: Stop, Args: args, Mends: []Mend{{Do: WriteAlt, Index: i}}})
		}
		switch {
		case p.Width == 0 || p.Height == 0:
		case p.Width < CardWidth/2 || p.Height < CardHeight/2:
			c.say(Hint{Code: HintPictureSmall, Level: Advice, Args: args})
		case p.Width > 3*p.Height || p.Height > 2*p.Width:
			c.say(Hint{Code: HintPictureShape, Level: Advice, Args: args})
		}
	}
}
