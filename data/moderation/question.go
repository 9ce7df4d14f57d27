package moderation

// The questions the engine has rules about, by their number, which is fixed.
const (
	QDanger    = 1  // acute danger: stop
	QCPR       = 2  // a CPR number, whole or in part
	QOwn       = 3  // the author's own sensitive matters
	QOthers    = 4  // private matters of somebody else
	QNamed     = 5  // somebody is pilloried by name
	QThreat    = 6  // a threat
	QHate      = 7  // a group is scorned
	QCriticism = 8  // decent criticism, which always stays
	QAbuse     = 9  // abuse of a person
	QOwnCase   = 10 // the author's own case
	QReveals   = 11 // an answer would reveal that there is a case
	QGeneral   = 12 // a general question
	QWrong     = 13 // wrong facts
	QSpam      = 14 // advertising, swindle, false profiles
	QOffTopic  = 15 // off the topic, or sent many times
	QAgain     = 16 // the same profile was reminded before
	QEquality  = 17 // would we do the same, had the author praised us?
	QRecord    = 18 // to be noted, or filed
)

// protecting are the questions where protection goes before equality: their
// removals are not put to the equality test.
var protecting = []int{QDanger, QCPR, QOwn, QOthers, QThreat, QSpam}

// breaching are the questions about something the rules do not allow.
var breaching = []int{QDanger, QCPR, QOwn, QOthers, QNamed, QThreat, QHate, QAbuse, QSpam, QOffTopic}

// Advice is what an answer leads to.
type Advice struct {
	Outcome   Outcome  `json:"outcome,omitempty"`
	Rules     []int    `json:"rules,omitempty"`     // numbers of the public rules
	Templates []string `json:"templates,omitempty"` // keys of reply templates, best first
	Do        []string `json:"do,omitempty"`        // codes of what happens now, in order
	Second    bool     `json:"second,omitempty"`    // a second person has to agree
}

// Zero tells whether there is no advice.
func (a Advice) Zero() bool { return a.Outcome == "" && len(a.Do) == 0 }

// Detail is a further question that an answer brings up.
type Detail struct {
	Text string `json:"text"` // "Er det meget groft?"
	On   string `json:"on"`   // the answer's letter, "j" or "t"
	Then Advice `json:"then"` // when it is affirmed
}

// Question is one question of the checklist.
type Question struct {
	Number int     `json:"number"`
	Text   string  `json:"text"`
	Short  string  `json:"short"`          // two or three words, for lists and reports
	Stop   bool    `json:"stop,omitempty"` // with Yes: act now, the rest is for the record
	Yes    Advice  `json:"yes"`
	Doubt  Advice  `json:"doubt"`
	Again  *Advice `json:"again,omitempty"` // instead of Yes, when question 16 is Yes
	Detail *Detail `json:"detail,omitempty"`
}

// advice is what an answer to q leads to among the other answers.
func (q Question) advice(a Answers) Advice {
	answer := a.Of(q.Number)
	if q.Detail != nil && a.Detailed(q.Number) && q.Detail.On == answer.String() {
		return q.Detail.Then
	}
	switch {
	case answer == Yes && q.Again != nil && a.Of(QAgain) == Yes:
		return *q.Again
	case answer == Yes:
		return q.Yes
	case answer == Doubt:
		return q.Doubt
	}
	return Advice{}
}
