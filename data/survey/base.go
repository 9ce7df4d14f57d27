package survey

// Base is whom a share is of. It stands in words at every figure.
type Base uint8

// The bases, from the narrowest to the widest.
const (
	Substantive Base = iota // answered, and not with "Ved ikke"
	Replied                 // svarede: gave an answer, "Ved ikke" among them
	Asked                   // spurgt: were asked, answer or none
	TookPart                // deltog: took part in the survey
)

// String is the base's code; screens put the words to it.
func (b Base) String() string {
	return [...]string{"substantive", "replied", "asked", "took-part"}[b]
}

// DefaultBase is the base the house uses: multiple choice is of those asked, all
// else of those who answered, with "Ved ikke" in it.
func DefaultBase(k Kind) Base {
	if k == Multi {
		return Asked
	}
	return Replied
}
