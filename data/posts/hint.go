package posts

import "synlig/data/fault"

// HintCode names what a hint is about. Its words stand under "posts.hint-<code>"
// and, why it matters, under "posts.why-<code>".
type HintCode string

// What is looked for, heaviest first: the order in which hints are shown.
const (
	HintPersonal     HintCode = "personal"      // personal data; Level tells how sure
	HintMasked       HintCode = "masked"        // what was masked is still to be written anew
	HintConfirms     HintCode = "confirms-case" // says that somebody has a case with us
	HintInvites      HintCode = "invites-case"  // asks people to write about their case here
	HintSlot         HintCode = "slot"          // "name"
	HintTooLong      HintCode = "too-long"      // "count", "limit"
	HintNoLink       HintCode = "no-link"
	HintForeignLink  HintCode = "foreign-link" // a link, but to none of the office's sites; "address"
	HintFrontPage    HintCode = "front-page"   // "address"
	HintDeadPage     HintCode = "dead-page"    // the page was gone when it was last asked for; "address"
	HintMovedPage    HintCode = "moved-page"   // it stood at another address; "address", "to"
	HintLinkFolded   HintCode = "link-folded"  // the link comes after "Se mere"; "count"
	HintCardHidden   HintCode = "card-hidden"  // a picture hides the link's card
	HintNoAlt        HintCode = "no-alt"       // "picture", counted from 1
	HintClosing      HintCode = "closing"      // the template's closing line is gone
	HintPictureSmall HintCode = "picture-small"
	HintPictureShape HintCode = "picture-shape"
	HintVeryLong     HintCode = "very-long-sentence" // "count" words
	HintSentence     HintCode = "long-sentence"      // "count" words
	HintLix          HintCode = "lix"                // "lix", "limit"
	HintPaper        HintCode = "paper-word"         // a word of the office; "mend"
	HintPassive      HintCode = "passive"
	HintNoun         HintCode = "noun" // a verb made into a noun
	HintShort        HintCode = "abbreviation"
	HintNegation     HintCode = "double-negation"
	HintClickHere    HintCode = "click-here"
	HintHashtags     HintCode = "hashtags"      // too many; "count", "limit"
	HintHashtagCase  HintCode = "hashtag-words" // #ord#sammen: CamelCase can be read aloud; "better"
)

// Level is how much a hint asks of the reader.
type Level string

// The levels. Only Stop keeps a post from being approved.
const (
	Stop   Level = "stop"   // must be mended first
	Care   Level = "care"   // should be looked at
	Advice Level = "advice" // could be better
)

// Hint is one thing to look at. From and To are runes of the text, To behind
// the last; both are 0 where the hint is about no words. Words are the words
// that caused it, masked where they are personal data.
type Hint struct {
	Code     HintCode
	Level    Level
	From, To int
	Words    string
	Args     map[string]string
	Mends    []Mend // what one click can do about it; often one, at times none
}

// Do names what a mend does where it is more than putting in other words.
type Do string

// The kinds of mend.
const (
	Replace    Do = "replace"     // put Text in the place of From…To
	OpenLinks  Do = "open-links"  // choose a page in the link library
	UseLink    Do = "use-link"    // make Text the post's link
	WriteAlt   Do = "write-alt"   // go to the alt text of picture Index
	GoTo       Do = "go-to"       // select From…To
	DropImages Do = "drop-images" // take the pictures out so that the card shows
)

// Mend is a way to follow a hint with one click.
type Mend struct {
	Do       Do
	From, To int
	Text     string
	Index    int
}

// Apply is text with the mend made; only a Replace changes any. A mend that no
// longer fits the text changes nothing.
func (m Mend) Apply(text string) string {
	runes := []rune(text)
	if m.Do != Replace || m.From < 0 || m.To < m.From || m.To > len(runes) {
		return text
	}
	return string(runes[:m.From]) + m.Text + string(runes[m.To:])
}

// weights order the hints: heavier ones first, then by place.
var weights = map[HintCode]int{}

func init() {
	for i, code := range []HintCode{
		HintPersonal, HintMasked, HintConfirms, HintInvites, HintSlot, HintTooLong, HintNoLink,
		HintForeignLink, HintFrontPage, HintDeadPage, HintMovedPage, HintLinkFolded, HintCardHidden, HintNoAlt, HintClosing, HintPictureSmall,
		HintPictureShape, HintVeryLong, HintLix, HintNegation, HintClickHere, HintSentence, HintPaper, HintPassive, HintNoun, HintShort,
		HintHashtags, HintHashtagCase,
	} {
		weights[code] = i
	}
}

// RedText is what a text with certain personal data is refused with where it
// would be written to a disk. It carries nothing of the text.
const RedText fault.Code = "post-personal-data"
