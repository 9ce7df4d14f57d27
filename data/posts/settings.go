package posts

import "synlig/data/links"

// Settings are what an office may set about its posts. Numbers of characters
// are counted as Count does.
type Settings struct {
	// Where Facebook folds a text on a large screen and on a phone. No official
	// source gives them; measured by others, so the screen says "cirka".
	FoldDesktop, FoldMobile int
	// Sites are the office's own: a post leads to a page on one of them.
	Sites links.Sites
	// Office is what the office's page is called on Facebook; "" where it goes by
	// the name that the program gives it.
	Office string
	// Hashtags is how many of them a post may have without a hint.
	Hashtags int
	// Lix is the highest LIX without a hint.
	Lix int
}

// DefaultSettings are the settings before anybody has set something.
func DefaultSettings() Settings {
	return Settings{
		FoldDesktop: 477, FoldMobile: 125, Hashtags: 2, Lix: 44,
		Sites: links.BuiltIn,
	}
}
