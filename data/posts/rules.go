package posts

// Rules are the words and patterns the checks look for. They are data: the
// office may change them. See assets/posts for those built in.
type Rules struct {
	Confirms  []string   // phrases that tell that somebody has a case
	Invites   []string   // phrases that ask people to bring their case here
	Templates []Template // for the closing lines
}
