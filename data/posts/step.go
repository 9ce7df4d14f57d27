package posts

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"synlig/data/fault"
)

// Act is something done with a post.
type Act string

// The acts. Writing is none of them: see Post.Edit.
const (
	Submit   Act = "submit"   // idé, udkast → til godkendelse
	Return   Act = "return"   // til godkendelse, godkendt, planlagt → udkast
	Approve  Act = "approve"  // til godkendelse → godkendt, by a colleague
	Plan     Act = "plan"     // godkendt, planlagt → planlagt, at a time
	Unplan   Act = "unplan"   // planlagt → godkendt
	Copy     Act = "copy"     // the text went to the clipboard and Facebook was opened
	Publish  Act = "publish"  // godkendt, planlagt → udgivet: "I have published it"
	Locate   Act = "locate"   // udgivet: its address on Facebook
	Amend    Act = "amend"    // udgivet, arkiveret: it was edited on Facebook
	Archive  Act = "archive"  // idé, udkast, udgivet → arkiveret
	Unstore  Act = "unstore"  // arkiveret → udgivet, or udkast if it never was
	Remember Act = "remember" // planlagt: somebody was reminded
)

// Step is one act by one person.
type Step struct {
	Act     Act
	By      Who
	At      time.Time // now
	When    time.Time // Plan: the time. Publish: when it went out; zero for At
	Address string    // Publish, Locate: the post's address on Facebook
	Text    string    // Return: a note to the author. Amend: the text as it stands now
	Why     string    // Amend
}

// What a step can be refused for.
const (
	WrongState      fault.Code = "post-wrong-state" // "act", "state"
	NobodyActs      fault.Code = "post-nobody"      // the program does not know who it is
	OwnPost         fault.Code = "post-own"         // approving what one wrote
	OwnSubmission   fault.Code = "post-own-submission"
	NoWords         fault.Code = "post-empty"
	SlotsOpen       fault.Code = "post-slots-open" // "slot", "count"
	MaskedLeft      fault.Code = "post-masked"     // masked personal data is still in the text
	AltMissing      fault.Code = "post-alt-missing"
	TooLong         fault.Code = "post-too-long" // "count", "limit"
	TimeMissing     fault.Code = "post-time-missing"
	TimePast        fault.Code = "post-time-past"
	TimeAhead       fault.Code = "post-time-ahead" // published tomorrow
	AddressInvalid  fault.Code = "post-address-invalid"
	AddressSet      fault.Code = "post-address-set"
	WordsPublished  fault.Code = "post-published" // the text as published never changes
	WordsArchived   fault.Code = "post-archived"
	InTrash         fault.Code = "post-in-trash"
	NothingAmended  fault.Code = "post-nothing-amended"
	ApprovalChanged fault.Code = "post-approval-changed" // the words are not the approved ones
)

// moves are the states each act starts from.
var moves = map[Act][]State{
	Submit: {Idea, Draft}, Return: {Submitted, Approved, Planned}, Approve: {Submitted},
	Plan: {Approved, Planned}, Unplan: {Planned}, Copy: {Approved, Planned}, Publish: {Approved, Planned},
	Locate: {Published, Archived}, Amend: {Published, Archived},
	Archive: {Idea, Draft, Published}, Unstore: {Archived}, Remember: {Planned},
}

// May tells whether by may do act with p now, nil if so; it leaves open what
// the step itself must bring (a time, an address).
func (p Post) May(act Act, by Who) error {
	switch {
	case !by.Known():
		return fault.New(NobodyActs)
	case !p.Trashed.IsZero():
		return fault.New(InTrash)
	case !slices.Contains(moves[act], p.State):
		return fault.New(WrongState, "act", string(act), "state", string(p.State))
	}
	switch act {
	case Submit:
		return p.Ready()
	case Approve:
		switch {
		case p.Author.Same(by):
			return fault.New(OwnPost)
		case p.Submitter.Same(by):
			return fault.New(OwnSubmission)
		}
		return p.Ready()
	case Plan, Copy, Publish:
		if !p.Approval.Given() || !p.Approval.Content.Same(p.Content) {
			return fault.New(ApprovalChanged)
		}
	case Amend, Locate:
		if p.Published.IsZero() {
			return fault.New(WrongState, "act", string(act), "state", string(p.State))
		}
	}
	return nil
}

// Do takes a step and gives the post afterwards; p is left as it is. Codes:
// those of May, and TimeMissing, TimePast, TimeAhead, AddressInvalid,
// AddressSet, NothingAmended.
func (p Post) Do(s Step) (Post, error) {
	if err := p.May(s.Act, s.By); err != nil {
		return p, err
	}
	next := p
	next.Changed = s.At
	next.Notes, next.Amendments = slices.Clone(p.Notes), slices.Clone(p.Amendments)
	var err error
	switch s.Act {
	case Submit:
		next.State, next.Submitter = Submitted, s.By
	case Return:
		next.lose()
		if text := strings.TrimSpace(Clean(s.Text)); text != "" {
			next.Notes = append(next.Notes, Note{By: s.By, At: s.At, Text: text})
		}
	case Approve:
		next.State = Approved
		next.Approval = Approval{By: s.By, At: s.At, Content: p.Content}
	case Plan:
		next.State, next.Planned = Planned, s.When
		err = checkPlan(s)
	case Unplan:
		next.State, next.Planned = Approved, time.Time{}
	case Remember:
		next.Reminded = p.Planned
	case Copy:
		next.Copied = s.At
	case Publish:
		err = next.publish(s)
	case Locate:
		err = next.locate(s.Address)
	case Amend:
		err = next.amend(s)
	case Archive:
		next.State = Archived
	case Unstore:
		next.State = Draft
		if !p.Published.IsZero() {
			next.State = Published
		}
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

// lose takes p back to the desk, and with it the approval and the plan's
// standing; the planned time stays as a wish.
func (p *Post) lose() {
	p.State, p.Approval, p.Submitter, p.Copied = Draft, Approval{}, Who{}, time.Time{}
}

func checkPlan(s Step) error {
	switch {
	case s.When.IsZero():
		return fault.New(TimeMissing)
	case s.When.Before(s.At):
		return fault.New(TimePast)
	}
	return nil
}

func (p *Post) publish(s Step) error {
	p.State, p.Published = Published, s.When
	if s.When.IsZero() {
		p.Published = s.At
	}
	if p.Published.After(s.At) {
		return fault.New(TimeAhead)
	}
	if s.Address == "" {
		return nil
	}
	return p.locate(s.Address)
}

func (p *Post) locate(address string) error {
	clean, err := FacebookAddress(address)
	switch {
	case err != nil:
		return err
	case p.Address != "" && p.Address != clean:
		return fault.New(AddressSet)
	}
	p.Address = clean
	return nil
}

func (p *Post) amend(s Step) error {
	now := p.Text
	if n := len(p.Amendments); n > 0 {
		now = p.Amendments[n-1].Text
	}
	text := strings.TrimSpace(Clean(s.Text))
	if text == strings.TrimSpace(now) {
		return fault.New(NothingAmended)
	}
	p.Amendments = append(p.Amendments, Amendment{By: s.By, At: s.At, Text: text, Why: strings.TrimSpace(Clean(s.Why))})
	return nil
}

// Edit gives p other words, cleaned (see Clean). Words that nobody has approved yet go back to the
// desk when they lie with a colleague; an approval falls when it was of other
// words. Codes: NobodyActs, WordsPublished, WordsArchived, InTrash.
func (p Post) Edit(content Content, by Who, at time.Time) (Post, error) {
	content = content.Clean()
	switch {
	case !by.Known():
		return p, fault.New(NobodyActs)
	case !p.Trashed.IsZero():
		return p, fault.New(InTrash)
	case content.Same(p.Content):
		if p.Open() {
			p.Link.Card.Fetched = content.Link.Card.Fetched
		}
		return p, nil
	case !p.Published.IsZero():
		return p, fault.New(WordsPublished)
	case p.State == Archived:
		return p, fault.New(WordsArchived)
	}
	p.Content, p.Changed = content, at
	switch {
	case p.State == Idea && strings.TrimSpace(content.Text) != "":
		p.State = Draft
	case p.State != Idea:
		p.lose()
	}
	return p, nil
}

// FacebookAddress is the address of a post on Facebook as it is kept: https,
// without the parameters that follow a reader around. Code: AddressInvalid.
func FacebookAddress(address string) (string, error) {
	address = strings.TrimSpace(address)
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || len(address) > 2000 || u.User != nil || u.Port() != "" || u.Scheme != "https" && u.Scheme != "http" {
		return "", fault.New(AddressInvalid)
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if host != "fb.watch" && host != "fb.me" && host != "facebook.com" && !strings.HasSuffix(host, ".facebook.com") ||
		host == "l.facebook.com" || host == "lm.facebook.com" || strings.Trim(u.Path, "/") == "" {
		return "", fault.New(AddressInvalid)
	}
	if host == "facebook.com" || host == "m.facebook.com" || host == "web.facebook.com" {
		host = "www.facebook.com"
	}
	kept := url.Values{}
	for _, name := range []string{"story_fbid", "id", "fbid", "v", "set"} {
		if value := u.Query().Get(name); value != "" {
			kept.Set(name, value)
		}
	}
	clean := url.URL{Scheme: "https", Host: host, Path: u.Path, RawPath: u.RawPath, RawQuery: kept.Encode()}
	return clean.String(), nil
}
