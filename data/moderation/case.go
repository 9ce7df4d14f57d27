package moderation

import (
	"slices"
	"time"

	"synlig/data/people"
)

// State is how far a case has come.
type State string

// A case goes ny → i_gang → (afventer →) besluttet → udfoert. An objection
// opens it again; forgetting ends it.
const (
	StateNew       State = "ny"
	StateWorking   State = "i_gang"    // somebody has answered, or asked a colleague
	StateWaiting   State = "afventer"  // for a second person
	StateDecided   State = "besluttet" // in the log, not done on Facebook yet
	StateDone      State = "udfoert"
	StateObjection State = "indsigelse" // received, not decided
	StateForgotten State = "glemt"      // nothing is left but the record's lines
)

// AllStates are the states, in the order a case goes through them.
func AllStates() []State {
	return []State{StateNew, StateWorking, StateWaiting, StateDecided, StateDone, StateObjection, StateForgotten}
}

// Case is one comment and what was done about it.
type Case struct {
	ID       int64
	Post     string    // what the comment stands under, in the office's words
	Address  string    // of the comment, "" when not known
	Alias    string    // "Bruger 14"; never the name of a profile
	Seen     time.Time // when somebody saw it
	Received time.Time // when it was put in here
	Comment  Masked
	State    State
	Owner    people.Person // the zero Person: nobody's
	Deadline time.Time     // the day something has to be done by; zero for none
	Example  bool

	Answers   Answers
	Sources   Sources
	Revision  int       // goes up with every change; a writer tells which one was seen
	ChangedBy string    // who changed it last
	ChangedAt time.Time // when

	Actions    []Action // oldest first; a proposal that waits is the last
	Objections []Objection
	Notes      []Note
	Pictures   []Picture
	Minutes    int // spent on the case by all
	ForgetOn   time.Time
	Exported   time.Time // when its paper was last made for the filing system
}

// Action is a decision about a comment, and how far it was carried out. It
// never changes once it is in the record; what happens later is added.
type Action struct {
	ID int64
	Decision
	By        people.Person
	At        time.Time
	Second    people.Person // who agreed; the zero Person when nobody had to
	SecondAt  time.Time
	Refused   bool      // the second person said no; nothing was done
	Answer    string    // the second person's line
	Snapshot  string    // hash of the masked comment as it was decided on
	CopiedAt  time.Time // the reply was copied
	SentAt    time.Time // the notice was sent, before a block
	DoneAt    time.Time // "gjort på Facebook"
	LiftedAt  time.Time // the block was lifted
	LiftedBy  string
	Overruled bool // by an objection; the action stays in the record
}

// Waiting tells whether the action is a proposal that a second person has to
// see.
func (a Action) Waiting() bool {
	return a.NeedsSecond && a.Second.ID == 0 && !a.Refused
}

// Effective tells whether the action counts: agreed to where that was needed.
func (a Action) Effective() bool { return !a.Waiting() && !a.Refused }

// Current is the last action that counts, or that waits; false when there is
// none.
func (c Case) Current() (Action, bool) {
	for i := len(c.Actions) - 1; i >= 0; i-- {
		if !c.Actions[i].Refused {
			return c.Actions[i], true
		}
	}
	return Action{}, false
}

// Step is what comes next in the fixed order.
type Step string

// The steps. The snapshot is taken with the decision and needs no hand.
const (
	StepAnswer Step = "svar_paa_tjeklisten"
	StepSecond Step = "anden_person"
	StepCopy   Step = "kopier"
	StepSend   Step = "send_besked" // before a block
	StepDone   Step = "gjort_paa_facebook"
	StepSettle Step = "afgoer_indsigelse" // by somebody else, before anything more is decided
	StepNone   Step = ""
)

// Next is the step that comes next.
func (c Case) Next() Step {
	a, ok := c.Current()
	switch {
	case c.State == StateForgotten:
		return StepNone
	case slices.ContainsFunc(c.Objections, Objection.Open):
		return StepSettle
	case !ok || c.State == StateNew || c.State == StateWorking:
		return StepAnswer
	case a.Waiting():
		return StepSecond
	case a.Template != "" && a.CopiedAt.IsZero():
		return StepCopy
	case a.Outcome == Exclude && a.SentAt.IsZero():
		return StepSend
	case a.DoneAt.IsZero():
		return StepDone
	}
	return StepNone
}

// Note is a line somebody wrote about a case, masked like the comment.
type Note struct {
	Text string
	By   string
	At   time.Time
}

// Picture is a screenshot with black boxes burned in.
type Picture struct {
	ID     int64
	SHA256 string
	By     string
	At     time.Time
	Size   int // bytes
}

// Block is a profile kept out for a time.
type Block struct {
	Case    int64
	Action  int64
	Alias   string
	Profile string    // the real name, kept only while the block runs: somebody must find it again
	From    time.Time // the day it was done on Facebook
	Until   time.Time // the day it ends
	By      string
	Second  string
	Reason  string
	SentAt  time.Time // the notice
	Lifted  time.Time
}

// Runs tells whether the block is in force on a day.
func (b Block) Runs(day time.Time) bool {
	return !b.From.IsZero() && b.Lifted.IsZero() && !day.Before(b.From.Truncate(24*time.Hour)) && day.Before(b.Until)
}

// Over tells whether the block's end date has come and nobody has lifted it on
// Facebook yet: the app reminds.
func (b Block) Over(day time.Time) bool {
	return !b.From.IsZero() && b.Lifted.IsZero() && !day.Before(b.Until)
}

// Objection is somebody's complaint about an action, decided by somebody else
// than those who acted.
type Objection struct {
	ID        int64
	Action    int64
	Text      string // masked
	Received  time.Time
	By        string // who received it
	DecidedBy people.Person
	DecidedAt time.Time
	Upheld    bool   // the action stands; false: it was overruled
	Reason    string // why, in a line or more
}

// Open tells whether nobody has decided it.
func (o Objection) Open() bool { return o.DecidedAt.IsZero() }
