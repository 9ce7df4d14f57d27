package danish

// Code names what a hint is about. The words for it stand in the translations
// under "danish.<code>" (one sentence), with the hint's Args.
type Code string

// The hints.
const (
	LongSentence     Code = "long-sentence"      // more than 20 words; args words
	VeryLongSentence Code = "very-long-sentence" // more than 28 words; args words
	PassiveVoice     Code = "passive"
	Nominalisation   Code = "nominalisation"
	PaperWord        Code = "paper-word"
	Abbreviation     Code = "abbreviation"
	DoubleNegation   Code = "double-negation"
	ClickHereText    Code = "click-here"
	InvitesCasework  Code = "invites-casework"
	ConfirmsACase    Code = "confirms-case"
	RudeWord         Code = "rude"
)

// Hint is a place in a text that somebody could look at once more. It judges
// nothing and changes nothing by itself.
type Hint struct {
	Code     Code
	From, To int               // runes of the text as it was given, To not included
	Words    string            // the words that caused it, as written
	Args     map[string]string // what the sentence needs: "words" (as above), "count", "mend"
	Mend     string            // put in place of From–To it mends the text; "" when a person must think
	Weight   int               // how important, 1–100; show the heaviest first
}
